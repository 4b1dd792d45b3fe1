"""The difference of two plans in words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from journal.domain.plan_diff import difference
from journal.domain.plan_file import read_plan
from journal.plan_diff_words import difference_lines, duration
from tests.builders import default_plan
from tests.plan_edits import edited_plans
from tests.plan_tables import ROOT

PLANS = ROOT / "tests" / "plans"


def lines_after(rule_id, **changes):
    plan = default_plan()
    rules = tuple(replace(rule, **changes) if rule.id == rule_id else rule for rule in plan.rules)
    return difference_lines(difference(plan, replace(plan, rules=rules)))


@settings(max_examples=150, deadline=None)
@given(edited_plans(), edited_plans())
def test_there_are_lines_exactly_when_the_plans_are_not_alike(old, new):
    lines = difference_lines(difference(old, new))

    assert bool(lines) == (old != new)
    assert all(line and "{" not in line and "None" not in line and "\n" not in line for line in lines)


@pytest.mark.parametrize(
    ("rule_id", "changes", "lines"),
    [
        ("no-make-up", {"hours": 48}, ["Make-up: 24 h becomes 48 h"]),
        ("no-alcohol", {"hours": 168}, ["Alcohol: 24 h becomes 7 days"]),
        (
            "no-make-up",
            {"hours_if_deep": 72},
            ["Make-up, after RF, deeper than 2 mm or when the depth is not known: 48 h becomes 72 h"],
        ),
        ("no-make-up", {"hours": 48, "hours_if_deep": None}, ["Make-up: 24 h becomes 48 h"]),
        ("still-red", {"from_day": 5}, ["Still red: looked at from day 5 instead of day 7"]),
        ("sunscreen", {"to_day": 28}, ["Sunscreen: every day until day 28 instead of day 14"]),
        ("bumps", {"from_day": 2}, ["Bumps or plaques: looked at from day 2 instead of the first day"]),
        ("still-red", {"above": 3}, ["Still red: redness of 3 above your baseline counts instead of 2"]),
        (
            "strong",
            {"above_line": 1.25},
            ["Very strong reaction: on days 1 and 2 from more than 1.25 above the range, not 2"],
        ),
        ("no-sauna", {"rf": True}, ["Sauna: only after treatments with RF"]),
        ("no-sauna", {"deeper_than": 1.25}, ["Sauna: only deeper than 1.25 mm, or when the depth is not known"]),
        ("fever", {"signs": ("fever", "eye")}, [
            "Fever or ill: also for redness, swelling or blisters near an eye",
            "Fever or ill: no longer for feeling ill, shivering or dizzy",
        ]),
        ("infection", {"worse_with": (), "worse_tier": None}, ["Signs of infection: no sign makes it graver any more"]),
        ("no-sauna", {"text": "No heat."}, ["Sauna: it says now: No heat."]),
        ("no-sauna", {"source": "us"}, ["Another source: sauna"]),
    ],
)  # fmt: skip
def test_one_change_is_one_plain_line(rule_id, changes, lines):
    assert list(lines_after(rule_id, **changes)) == lines


@pytest.mark.parametrize(
    ("hours", "said"), [(1, "1 h"), (24, "24 h"), (72, "72 h"), (73, "73 h"), (96, "4 days"), (168, "7 days")]
)
def test_hours_are_said_in_days_from_four_days_on_where_they_are_whole(hours, said):
    assert duration(hours) == said


def test_the_shipped_plan_says_nothing_new_of_itself():
    assert difference_lines(difference(default_plan(), default_plan())) == ()


def test_version_1_of_the_shipped_plan_differs_in_everyday_words_alone():
    old = read_plan((PLANS / "default_version_1.toml").read_text(encoding="utf-8"), "old")

    first, second = difference_lines(difference(old, default_plan()))
    assert first == "Version 2 instead of 1"
    assert second.startswith("Found by other everyday words: make-up, sport, ")


def test_a_german_clinics_plan_is_told_line_by_line():
    new = read_plan((PLANS / "hautpraxis.toml").read_text(encoding="utf-8"), "hautpraxis.toml", "de")

    lines = difference_lines(difference(default_plan(), new))

    assert lines[:3] == (
        "Make-up: 24 h becomes 48 h",
        "Sport: 48 h becomes 72 h",
        "Sport: only after treatments without RF",
    )
    assert {
        "Swimming: 72 h becomes 5 days",
        "New: no Sport, 7 days",
        "New: no Haare färben, 7 days",
        "Taken out: no shaving",
        "Darker patches: no rule answers this sign any more",
        "The plan is called Nachsorge Microneedling instead of default",
        "The plan ends on day 42 instead of day 28",
        "The out-of-hours line: 116117",
        "Make-up: it says now: Kein Make-up für 48 Stunden.",
    } <= set(lines)
