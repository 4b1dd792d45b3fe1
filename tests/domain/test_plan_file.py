"""What is read from a plan file: rules on and off, languages, conditions, thresholds. And its keys are documented."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.entry import HABITS, WARNING_SIGNS
from journal.domain.errors import PlanFaulty
from journal.domain.plan import Kind, Tier
from journal.domain.plan_file import read_plan
from journal.domain.plan_keys import HEAD_KEYS, RULE_KEYS
from journal.resources import resource
from tests import plan_tables
from tests.builders import treatment
from tests.domain.plan_texts import ANOTHER_SAUNA, SOUND, SUNSCREEN_FORBIDDEN

TEXT = resource("plans", "default.toml").read_text(encoding="utf-8")
VERSION_1 = (plan_tables.ROOT / "tests" / "plans" / "default_version_1.toml").read_text(encoding="utf-8")


def test_the_default_plan_is_read_as_it_stands():
    plan = read_plan(TEXT, "default.toml")

    assert plan.toml == TEXT
    assert plan.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert plan.rule("no-make-up").hours_if_deep == 48
    assert plan.rule("infection").worse_tier is Tier.EMERGENCY


def test_a_stored_plan_of_version_1_is_still_read_and_judges_alike():
    old, new = read_plan(VERSION_1, "plan"), read_plan(TEXT, "plan")

    def asked(rule):
        return {name: getattr(rule, name) for name in rule.__slots__ if name != "synonyms"}

    assert [asked(rule) for rule in old.rules] == [asked(rule) for rule in new.rules]


def test_what_may_be_an_infection_asks_for_every_warning_sign_and_a_strong_reaction_for_three():
    plan = read_plan(TEXT, "default.toml")

    assert plan.rule("look-again").asks == WARNING_SIGNS
    assert plan.rule("strong").asks == ("burn", "blisters", "severe-pain")


def test_the_default_plan_watches_every_warning_sign_and_has_words_for_every_habit():
    plan = read_plan(TEXT, "default.toml")

    assert {sign for rule in plan.rules for sign in rule.signs} >= set(WARNING_SIGNS)
    assert {rule.habit for rule in plan.rules if rule.synonyms} == set(HABITS)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Sonnenschutz."), ("de_AT", "Sonnenschutz."), ("en", "Sunscreen."), ("fr", "Sunscreen.")],
)
def test_a_sentence_is_taken_in_the_language_asked_for_else_in_english(language, said):
    assert read_plan(SOUND, "mine.toml", language).rule("sunscreen").text == said


def test_without_english_the_first_language_given_is_taken():
    text = SOUND.replace("text.en =", "text.fr =")

    assert read_plan(text, "mine.toml", "pl").rule("sunscreen").text == "Sunscreen."


def test_the_language_changes_words_alone():
    assert read_plan(SOUND, "mine.toml", "de").sha256 == read_plan(SOUND, "mine.toml").sha256
    assert read_plan(SOUND, "mine.toml", "de").rule("no-sauna").text == "No sauna."


def test_a_rule_that_is_off_is_kept_and_not_judged():
    plan = read_plan(SOUND.replace("hours = 48", "hours = 48\noff = true"), "mine.toml")

    assert [rule.id for rule in plan.off_rules] == ["no-sauna"]
    assert plan.off_rules[0].hours == 48
    with pytest.raises(KeyError):
        plan.rule("no-sauna")


def test_a_habit_that_the_plan_adds_comes_with_its_words():
    added = ANOTHER_SAUNA.replace('"sauna"', '"trampoline"')
    named = 'habit_name.en = "Trampoline"\nhabit_name.de = "Trampolin"\nsynonyms = ["jumping"]\n'
    plan = read_plan(SOUND + added + named, "mine.toml", "de")

    assert plan.habit_names == {"trampoline": "Trampolin"}
    assert plan.rule("no-steam").synonyms == ("jumping",)
    assert read_plan(SOUND + added, "mine.toml").habit_names == {}


THRESHOLDS = {
    "rating": 7,
    "above_line": 1.5,
    "rise": 3,
    "clear_rise": 4,
    "above": 3,
    "clear_above": 4,
    "least": 2,
}


def test_thresholds_not_given_are_the_products():
    rule = read_plan(SOUND, "mine.toml").rule("rising")

    assert [getattr(rule, name) for name in THRESHOLDS] == [8, 2, 2, 3, 2, 3, 3]


@pytest.mark.parametrize("name", THRESHOLDS)
def test_each_threshold_is_read(name):
    kind = next(kind for kind in Kind if any(key.name == name and kind in key.optional for key in RULE_KEYS))
    given = {name: THRESHOLDS[name]}
    keys = "".join(f"{key} = {value}\n" for key, value in given.items())
    text = SOUND.replace('kind = "rising"', f'kind = "{kind}"\n{keys}'.rstrip())

    assert getattr(read_plan(text, "mine.toml").rule("rising"), name) == THRESHOLDS[name]


@pytest.mark.parametrize(
    ("condition", "fits"),
    [
        ("rf = true", [False, False, False, False, True]),
        ("rf = false", [True, True, True, True, False]),
        ("deeper_than = 1.0", [False, True, True, True, True]),
        ("depth_to = 1.0", [True, False, False, False, False]),
        ("deeper_than = 1.0\ndepth_to = 2.0", [False, True, False, False, False]),
        ("rf = false\ndeeper_than = 2.0", [False, False, True, True, False]),
    ],
)
def test_a_rule_with_conditions_is_for_some_treatments_and_a_depth_not_known_counts_as_deeper(condition, fits):
    rule = read_plan(SOUND.replace("hours = 48", f"hours = 48\n{condition}"), "mine.toml").rule("no-sauna")
    done = [treatment(depth_mm=depth) for depth in (1.0, 2.0, 2.5, None)] + [treatment(depth_mm=None, rf=True)]

    assert [rule.applies_to(one) for one in done] == fits
    assert not rule.applies_to(None)


def test_a_rule_without_conditions_is_for_every_day():
    assert read_plan(SOUND, "mine.toml").rule("infection").applies_to(None)


def test_the_plans_own_head_and_contributing_say_what_the_table_of_keys_says():
    contributing = plan_tables.CONTRIBUTING.read_text(encoding="utf-8")

    assert plan_tables.between(TEXT, plan_tables.HEAD_FROM, plan_tables.HEAD_TO) == plan_tables.plan_head()
    assert plan_tables.contributing_table() in contributing
    assert {key.name for key in (*HEAD_KEYS, *RULE_KEYS)} <= {word.strip("`*") for word in contributing.split()}


SNIPPETS = st.sampled_from(
    ["[[rule]]", "hours = 48", "habit", "=", '"', "[", "]", ".de", "rf = true", "off = true", "\n", "'", "#", "{", "}"]
)


@given(st.sampled_from([SOUND, SOUND + ANOTHER_SAUNA, SOUND + SUNSCREEN_FORBIDDEN]), st.data())
def test_whatever_is_done_to_a_plan_it_is_read_whole_or_refused_in_lines(text, data):
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:place] + data.draw(SNIPPETS | st.text(max_size=3)) + text[place + cut :]
    try:
        plan, faults = read_plan(text, "mine.toml"), ()
    except PlanFaulty as refused:
        plan, faults = None, refused.faults

    assert (plan is None) is bool(faults)
    assert all(fault.startswith("mine.toml: ") and len(fault.splitlines()) == 1 for fault in faults)
    assert plan is None or (plan.toml == text and plan.rules)
