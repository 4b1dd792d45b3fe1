"""How strong a passphrase is told to be: length and variety, words as words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.domain.passphrase import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.NONE),
        ("   ", Strength.NONE),
        ("hello", Strength.WEAK),
        ("Sommer2024", Strength.WEAK),
        ("password123", Strength.WEAK),
        ("Tr0ub4dor&3", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890123456", Strength.WEAK),
        ("qwertzuiopasdfgh", Strength.WEAK),
        ("house house house house house house", Strength.WEAK),
        ("kaffee am fenster", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("my skin heals well this winter", Strength.STRONG),
        ("x9$Kq2!vLp", Strength.STRONG),
    ],
)
def test_strength_by_example(passphrase, expected):
    assert strength(passphrase) is expected


@example("02020203A1K")
@given(st.text(max_size=60))
def test_any_text_has_a_strength_and_repeating_it_adds_no_step(text):
    once = strength(text)
    assert strength(text + text[-1:] * 20) is once
    assert (once is Strength.NONE) == (not text.strip())


@given(st.lists(st.sampled_from(["river", "lamp", "green", "cup", "window", "salt", "moon"]), min_size=2, unique=True))
def test_another_word_never_makes_it_weaker(words):
    order = list(Strength)
    assert order.index(strength(" ".join(words))) >= order.index(strength(" ".join(words[:-1])))
