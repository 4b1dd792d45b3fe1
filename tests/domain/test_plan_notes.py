"""What a sound plan is told all the same: a first day on which its rule cannot be met yet."""

import pytest

from journal.domain.plan import Kind
from journal.domain.plan_file import read_plan
from journal.domain.plan_notes import FIRST_MET, plan_notes
from journal.domain.rules import judged
from tests.builders import default_plan, entry, facts
from tests.domain.plan_texts import HEAD

RULE = """
[[rule]]
id = "early"
kind = "{kind}"
tier = "call"
text = "Early."
advice = "Call."
source = "the clinic"
from_day = {first}
to_day = 28
"""


def plan(kind: str, first: int):
    return read_plan(HEAD + RULE.format(kind=kind, first=first), "clinic.toml")


@pytest.mark.parametrize(("kind", "first"), [("persisting", 5), ("persisting", 6), ("rising", 1), ("up", 0)])
def test_a_first_day_that_comes_too_early_is_told_in_one_line(kind: str, first: int) -> None:
    (note,) = plan_notes(plan(kind, first))

    assert note == (
        f"rule 'early', key 'from_day': is {first}, but a rule of kind {kind}"
        f" can first be met on day {FIRST_MET[Kind(kind)]}"
    )


@pytest.mark.parametrize(("kind", "first"), [("persisting", 7), ("rising", 2), ("up", 2), ("strong", 0)])
def test_a_day_on_which_it_can_be_met_needs_no_word(kind: str, first: int) -> None:
    assert plan_notes(plan(kind, first)) == ()
    assert plan_notes(default_plan()) == ()


@pytest.mark.parametrize(
    ("kind", "values"), [("persisting", [9] * 11), ("rising", [0, 1, *[9] * 9]), ("up", [0, 1, *[9] * 9])]
)
def test_the_day_that_is_named_is_the_first_on_which_the_worst_course_meets_it(kind: str, values: list[int]) -> None:
    entries = [entry(f"2026-11-{20 + number}", value, value) for number, value in enumerate(values)]
    days = [one.day for one in entries]
    findings = judged(facts(*entries), plan(kind, 0).rules[0], days)

    assert next(finding.day for finding in findings if finding.is_met) == days[FIRST_MET[Kind(kind)]]
