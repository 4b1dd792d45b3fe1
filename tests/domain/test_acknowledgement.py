"""A call folds its own flag until something gets worse; nothing mutes another rule, and no finding is changed."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.findings import Finding
from journal.domain.folding import folding_call, is_put_aside, ticked_warning_signs
from journal.domain.plan import Tier
from journal.domain.record import Record, build_record
from tests.builders import entry, facts, moment, treatment

DAY = date(2026, 11, 28)
NEXT = date(2026, 11, 29)
DEEP_IN = ("2026-11-28", "2026-11-29")


def record(*acknowledgements: Acknowledgement, **second: object) -> Record:
    first = entry(DEEP_IN[0], 4, 2, symptoms={"pus", "peeling"})
    values = {"redness": 4, "sensitivity": 2, "symptoms": {"pus"}, **second}
    made = facts(first, entry(DEEP_IN[1], **values), treatments=(replace(treatment(), id=7),))
    return build_record(replace(made, acknowledgements=acknowledgements))


def call(**more: object) -> Acknowledgement:
    values = {
        "kind": AcknowledgementKind.CALLED,
        "day": DAY,
        "at": moment("2026-11-28T21:00"),
        "id": 1,
        "rule": "infection",
        "treatment_id": 7,
        "tier": Tier.TODAY,
        "signs": frozenset({"pus"}),
        "redness": 4,
        "sensitivity": 2,
    }
    return Acknowledgement(**{**values, **more})


def finding(made: Record, day: date = NEXT, rule: str = "infection") -> Finding:
    return next(one for one in made.flags(day) if one.rule.id == rule)


def test_a_call_folds_its_flag_on_its_day_and_after() -> None:
    made = record(call())

    assert folding_call(made, finding(made, DAY)) == call()
    assert folding_call(made, finding(made, NEXT)) == call()


@pytest.mark.parametrize(
    "later",
    [
        {"redness": 5},
        {"sensitivity": 3},
        {"symptoms": {"pus", "spreading"}},
        {"symptoms": {"pus", "blisters"}},
        {"symptoms": {"pus", "fever"}},
    ],
    ids=["redder", "sorer", "another sign of it", "a sign of another rule", "the tier rises"],
)
def test_it_unfolds_when_something_gets_worse(later: dict) -> None:
    made = record(call(), **later)

    assert folding_call(made, finding(made)) is None
    assert folding_call(made, finding(made, DAY)) is not None


@pytest.mark.parametrize("later", [{"redness": 3}, {"redness": None}, {"symptoms": {"pus", "itching"}}])
def test_what_is_no_worse_leaves_it_folded(later: dict) -> None:
    made = record(call(), **later)

    assert folding_call(made, finding(made)) is not None


@pytest.mark.parametrize(
    "other", [{"rule": "fever"}, {"treatment_id": 6}, {"day": date(2026, 11, 30)}, {"tier": Tier.CALL}]
)
def test_only_a_call_of_this_rule_course_time_and_tier_folds(other: dict) -> None:
    made = record(call(**other))

    assert folding_call(made, finding(made)) is None


def test_a_second_call_folds_what_has_become_worse() -> None:
    second = call(id=2, day=NEXT, at=moment("2026-11-29T21:00"), redness=6)
    made = record(call(), second, redness=6)

    assert folding_call(made, finding(made)) == second


def test_a_rating_that_was_not_given_at_the_call_counts_when_it_lies_above_the_range() -> None:
    not_given = call(redness=None, sensitivity=None)

    assert folding_call(record(not_given, redness=5), finding(record(not_given, redness=5))) is None
    calm = record(not_given, redness=1, sensitivity=0)
    assert folding_call(calm, finding(calm)) is not None


def test_put_aside_holds_for_one_rule_and_treatment_and_never_from_call_on() -> None:
    aside = call(kind=AcknowledgementKind.ASIDE, rule="no-direct-sun", tier=Tier.CAUTION)
    over = call(kind=AcknowledgementKind.ASIDE, id=2)
    made = record(aside, over, habits={"direct-sun": True})

    assert is_put_aside(made, finding(made, rule="no-direct-sun"))
    assert not is_put_aside(made, finding(made, rule="no-tanning-bed"))
    assert not is_put_aside(made, finding(made))
    assert finding(made, rule="no-direct-sun").is_marked


def test_only_warning_signs_count_as_signs() -> None:
    assert ticked_warning_signs(record(), DAY) == {"pus"}
    assert ticked_warning_signs(record(), date(2026, 11, 21)) == frozenset()
