"""The recovery key on paper: it comes back exactly, and what was mistyped is named."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.errors import RecoveryCodeRefused
from journal.domain.recovery_code import ALPHABET, GROUP_COUNT, GROUP_LENGTH, key_from_recovery, recovery_groups

RAW = bytes(range(7, 39))
keys = st.binary(min_size=32, max_size=32)


def mistyped(*groups: str) -> tuple[int, ...]:
    with pytest.raises(RecoveryCodeRefused) as refused:
        key_from_recovery(" ".join(groups))
    return refused.value.groups


def exchanged(items: str | list[str], first: int, second: int) -> list[str]:
    made = list(items)
    made[first], made[second] = made[second], made[first]
    return made


@given(keys, st.sampled_from([" ", "-", "", "\n", "  .  "]), st.booleans())
def test_a_key_comes_back_however_it_is_spaced(raw, between, lower):
    text = between.join(recovery_groups(raw))
    assert key_from_recovery(text.lower() if lower else text) == raw


def test_a_key_is_fourteen_groups_of_five():
    groups = recovery_groups(RAW)
    assert [len(group) for group in groups] == [GROUP_LENGTH] * GROUP_COUNT
    assert set("".join(groups)) <= set(ALPHABET)
    assert recovery_groups(bytes(32))[0] == "00000"


def test_letters_that_look_like_digits_are_read_as_digits():
    groups = [group.replace("0", "o").replace("1", "l") for group in recovery_groups(bytes(32))]
    assert key_from_recovery(" ".join(groups)) == bytes(32)


@given(keys, st.integers(0, GROUP_COUNT - 1), st.integers(0, GROUP_LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(raw, number, place, wrong):
    groups = list(recovery_groups(raw))
    right = groups[number]
    groups[number] = right[:place] + wrong + right[place + 1 :]
    if groups[number] != right:
        assert mistyped(*groups) == (number + 1,)


@given(keys, st.integers(0, GROUP_COUNT - 1), st.integers(0, GROUP_LENGTH - 2))
def test_neighbours_exchanged_name_their_group(raw, number, place):
    groups = list(recovery_groups(raw))
    right = groups[number]
    groups[number] = "".join(exchanged(right, place, place + 1))
    if groups[number] != right:
        assert mistyped(*groups) == (number + 1,)


@given(keys, st.integers(0, GROUP_COUNT - 1), st.integers(0, GROUP_COUNT - 1))
def test_groups_exchanged_are_both_named(raw, first, second):
    if first != second:
        groups = exchanged(list(recovery_groups(raw)), first, second)
        assert mistyped(*groups) == tuple(sorted((first + 1, second + 1)))


def test_a_group_that_is_too_short_or_holds_something_else_is_named():
    groups = list(recovery_groups(RAW))
    assert mistyped(*groups[:3], groups[3][:4], *groups[4:]) == (4,)
    assert mistyped(*groups[:13], groups[13][:4] + "U") == (14,)


@pytest.mark.parametrize("count", [0, 1, 13, 15])
def test_too_few_or_too_many_groups_are_counted(count):
    groups = [*recovery_groups(RAW), "00000"][:count]
    with pytest.raises(RecoveryCodeRefused) as refused:
        key_from_recovery(" ".join(groups))
    assert (refused.value.found, refused.value.groups) == (count, ())


def test_errors_that_hide_from_the_groups_are_seen_in_the_whole():
    other = recovery_groups(bytes(32))
    groups = [other[0], *recovery_groups(RAW)[1:]]
    with pytest.raises(RecoveryCodeRefused) as refused:
        key_from_recovery(" ".join(groups))
    assert (refused.value.groups, refused.value.found) == ((), None)


@given(st.text(max_size=120) | st.text(string.printable, max_size=120))
def test_any_text_is_a_key_or_refused(text):
    with pytest.raises(RecoveryCodeRefused):
        key_from_recovery(text)


def test_a_refusal_keeps_nothing_of_what_was_typed():
    groups = [*recovery_groups(RAW)[:13], "WRONG"]
    with pytest.raises(RecoveryCodeRefused) as refused:
        key_from_recovery(" ".join(groups))
    assert not any(group in repr(refused.value) for group in groups)


def test_random_groups_are_hardly_ever_right():
    chance = random.Random(5)
    for _ in range(500):
        with pytest.raises(RecoveryCodeRefused):
            key_from_recovery("".join(chance.choices(ALPHABET, k=GROUP_COUNT * GROUP_LENGTH)))
