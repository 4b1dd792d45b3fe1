"""What is found for what is typed into "Can I ...?"."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ask import ASKED_KINDS, answers
from journal.domain.plan_file import read_plan
from tests.builders import default_plan
from tests.plan_tables import ROOT

CLINIC = read_plan((ROOT / "tests" / "plans" / "hautpraxis.toml").read_text(encoding="utf-8"), "hautpraxis", "de")
ASKED = [rule for rule in default_plan().rules if rule.kind in ASKED_KINDS]
TERMS = [(rule.id, term) for rule in ASKED for term in (rule.habit, *rule.synonyms)]


def ids(query, plan=None):
    return [rule.id for rule in answers(plan or default_plan(), query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("sauna", "no-sauna"),
        ("Sau", "no-sauna"),
        ("retinol", "no-harsh-products"),
        ("tretinoin", "no-harsh-products"),
        ("swim", "no-swimming"),
        ("swims", "no-swimming"),
        ("swimming pool", "no-swimming"),
        ("Can I go swimming?", "no-swimming"),
        ("can i go for a run", "no-exercise"),
        ("gym", "no-exercise"),
        ("workouts", "no-exercise"),
        ("make-up", "no-make-up"),
        ("MAKEUP", "no-make-up"),
        ("make", "no-make-up"),
        ("mascara", "no-make-up"),
        ("beers", "no-alcohol"),
        ("glass of wine", "no-alcohol"),
        ("botox", "no-other-treatment"),
        ("laser", "no-other-treatment"),
        ("vitamin c", "no-harsh-products"),
        ("razors", "no-shaving"),
        ("sun cream", "sunscreen"),
        ("sunbed", "no-tanning-bed"),
        ("bath", "no-hot-shower"),
    ],
)
def test_everyday_words_find_their_rule_first(query, first):
    assert ids(query)[0] == first


def test_a_word_of_several_rules_finds_them_all():
    assert set(ids("hot tub")) >= {"no-hot-shower", "no-sauna", "no-swimming"}
    assert set(ids("peel")) >= {"no-other-treatment", "no-picking"}


def test_a_rule_named_so_comes_before_one_that_only_begins_so():
    assert ids("sun") == ["no-direct-sun", "no-tanning-bed", "sunscreen"]


@pytest.mark.parametrize("query", ["", "   ", "?!", "-", "xylophone", "zz"])
def test_nothing_is_found_for_nothing_and_for_what_no_rule_knows(query):
    assert ids(query) == []


def test_only_words_that_name_nothing_are_looked_for_as_they_stand():
    assert ids("can I") == []


@pytest.mark.parametrize("query", ["haare farben", "HAARE FÄRBEN", "Tonung", "Friseur", "blond"])
def test_a_habit_that_a_clinic_adds_is_found_by_its_own_words(query):
    assert ids(query, CLINIC) == ["kein-haarefaerben"]


def test_a_rule_that_is_off_and_a_rule_that_is_watched_for_are_not_found():
    assert ids("shaving", CLINIC) == []
    assert ids("fever") == []


@given(st.sampled_from(TERMS), st.data())
def test_every_word_of_a_rule_finds_it_whatever_case_or_accents(named, data):
    rule_id, term = named
    typed = "".join(data.draw(st.sampled_from([letter, letter.upper(), letter + "\u0301"])) for letter in term)

    assert rule_id in ids(unicodedata.normalize("NFC", typed))


@given(st.sampled_from(TERMS), st.data())
def test_the_first_letters_of_a_word_find_its_rule(named, data):
    rule_id, term = named
    length = data.draw(st.integers(3, len(term))) if len(term) > 3 else len(term)

    assert rule_id in ids(term[:length]) or not term[:length].strip()


@given(st.text(max_size=20))
def test_whatever_is_typed_each_rule_is_found_once_at_most_and_alike_each_time(query):
    found = ids(query)

    assert len(found) == len(set(found))
    assert found == ids(query) == ids(f"  {query} ")
    assert {rule.id for rule in ASKED} >= set(found)
    without = replace(default_plan(), rules=tuple(rule for rule in default_plan().rules if rule.id != "no-sauna"))
    assert ids(query, without) == [rule_id for rule_id in found if rule_id != "no-sauna"]
