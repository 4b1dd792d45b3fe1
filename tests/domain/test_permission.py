"""Can I ...? The answers follow the rules in force at the moment, and nothing is allowed while a call is open."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain import rules
from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.permission import asks_clinic_first, permissions
from journal.domain.plan import Kind, Tier
from journal.domain.record import build_record
from tests.builders import default_plan, entry, facts, moment, record, treatment

EVENING = moment("2026-11-21T20:00")


def told(query: str, now: str = "2026-11-21T20:00", **more: object) -> list[tuple[str, bool]]:
    return [(one.rule.id, one.is_in_force) for one in permissions(record(**more), query, moment(now))]


@pytest.mark.parametrize(
    ("query", "rule"),
    [("sauna", "no-sauna"), ("Retinol", "no-harsh-products"), ("swim", "no-swimming"), ("gym", "no-exercise")],
)
def test_everyday_words_find_their_rule(query: str, rule: str) -> None:
    assert told(query)[0] == (rule, True)


def test_the_end_is_that_of_the_countdown() -> None:
    made = record()
    ends = {one.rule.id: one.ends for one in rules.countdowns(made.facts, EVENING)}

    for query in ("sauna", "swim", "retinol", "alcohol"):
        for one in permissions(made, query, EVENING):
            assert one.ends == ends.get(one.rule.id)


def test_what_is_over_says_when_it_ended() -> None:
    (found,) = permissions(record(), "sauna", moment("2026-11-25T20:00"))

    assert (found.ends, found.ended) == (None, moment("2026-11-22T14:00"))


def test_what_is_asked_daily_says_until_when() -> None:
    found = permissions(record(), "sunscreen", moment("2026-11-23T20:00"))

    assert found[0].rule.kind is Kind.DO
    assert found[0].last_day == date(2026, 12, 4)


def test_without_a_treatment_nothing_is_in_force() -> None:
    assert told("sauna", treatments=()) == [("no-sauna", False)]


def test_unknown_words_mean_nothing() -> None:
    assert told("violin") == []
    assert told("") == []


def with_call(**call: object):
    made = facts(entry("2026-11-24", 2, 1, symptoms={"pus"}), treatments=(replace(treatment(), id=4),))
    known = Acknowledgement(
        kind=AcknowledgementKind.CALLED,
        day=date(2026, 11, 24),
        at=moment("2026-11-24T21:00"),
        id=1,
        rule="infection",
        treatment_id=4,
        tier=Tier.TODAY,
        signs=frozenset({"pus"}),
        redness=2,
        sensitivity=1,
    )
    return build_record(replace(made, acknowledgements=(replace(known, **call),) if call else ()))


def test_an_open_call_comes_before_every_answer_until_the_clinic_was_called() -> None:
    day = date(2026, 11, 24)

    assert asks_clinic_first(with_call(), day)
    assert not asks_clinic_first(with_call(said="wait"), day)
    assert not asks_clinic_first(record(entry("2026-11-24", 2, 1, symptoms=set())), day)


@given(st.text(max_size=12), st.integers(-2, 40))
def test_whatever_is_typed_only_rules_of_the_plan_answer(query: str, days: int) -> None:
    now = moment("2026-11-20T20:00").replace(month=12, day=1) if days > 30 else EVENING
    for one in permissions(record(), query, now):
        assert one.rule in default_plan().rules
        assert one.rule.kind in (Kind.AVOID, Kind.DO)
