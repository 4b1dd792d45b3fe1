"""What is open stays open until a day says otherwise, folded or not; a call is held against every day since."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.asked import check_in_asked, signs_asked
from journal.domain.entry import Entry
from journal.domain.folding import folding_call
from journal.domain.open_calls import Worse, open_calls, since_call
from journal.domain.plan import Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record, build_record
from tests.builders import entry, facts, moment, treatment

DAY = date(2026, 11, 28)
CALL = Acknowledgement(
    kind=AcknowledgementKind.CALLED,
    day=DAY,
    at=moment("2026-11-28T21:00"),
    id=1,
    rule="infection",
    treatment_id=7,
    tier=Tier.TODAY,
    signs=frozenset({"pus"}),
    redness=4,
)
PUS = entry("2026-11-28", 4, symptoms={"pus"})


def record(*entries: Entry, calls: tuple[Acknowledgement, ...] = (), **more: object) -> Record:
    made = facts(*entries, treatments=(replace(treatment(), id=7),), **more)
    return build_record(replace(made, acknowledgements=calls))


def rules_open(made: Record, day: str) -> list[str]:
    return [one.finding.rule.id for one in open_calls(made, date.fromisoformat(day))]


@pytest.mark.parametrize("day", ["2026-11-28", "2026-11-29", "2026-11-30", "2026-12-20"])
def test_a_call_stays_open_while_nothing_is_logged(day: str) -> None:
    assert rules_open(record(PUS), day) == ["infection"]


def test_it_is_not_open_before_and_closes_with_the_answer_no() -> None:
    made = record(entry("2026-11-27", 2, symptoms=set()), PUS, entry("2026-11-29", 2, symptoms=set()))

    assert rules_open(made, "2026-11-27") == []
    assert rules_open(made, "2026-11-28") == ["infection"]
    assert rules_open(made, "2026-11-29") == []


def test_a_day_that_does_not_ask_closes_nothing() -> None:
    assert rules_open(record(PUS, entry("2026-11-29", 2)), "2026-11-29") == ["infection"]


def test_further_back_than_three_days_only_the_last_logged_day_counts() -> None:
    rated = [entry(f"2026-12-0{day}", 2) for day in range(1, 3)]

    assert rules_open(record(PUS, *rated[:1]), "2026-11-30") == ["infection"]
    assert rules_open(record(PUS, *rated), "2026-12-02") == []


def test_the_gravest_stands_first_and_an_empty_journal_has_none() -> None:
    both = entry("2026-11-28", 4, symptoms={"bumps", "breathing"})

    assert rules_open(record(both), "2026-11-28") == ["allergy", "bumps"]
    assert open_calls(build_record(facts(treatments=())), DAY) == ()


def test_before_the_first_treatment_signs_are_open_as_well() -> None:
    made = build_record(facts(entry("2026-11-10", symptoms={"pus"}), treatments=()))

    assert rules_open(made, "2026-11-11") == ["infection"]


def test_it_says_whether_the_clinic_was_called() -> None:
    assert not open_calls(record(PUS), DAY)[0].is_folded
    assert open_calls(record(PUS, calls=(CALL,)), DAY)[0].call == CALL


def test_a_later_day_that_is_worse_opens_it_again_though_the_flag_is_of_the_day_before() -> None:
    made = record(PUS, entry("2026-11-29", 6), calls=(CALL,))
    still_open = next(one for one in open_calls(made, date(2026, 11, 29)) if one.finding.rule.id == "infection")

    assert still_open.finding.day == DAY
    assert not still_open.is_folded
    assert folding_call(made, still_open.finding) == CALL


def test_what_is_worse_since_the_call_is_told() -> None:
    made = record(PUS, entry("2026-11-29", 6, 5, symptoms={"pus", "fever"}), calls=(CALL,))
    finding = next(one for one in made.flags(date(2026, 11, 29)) if one.rule.id == "infection")
    since = since_call(made, finding)

    assert since is not None
    assert since.call == CALL
    assert since.has_risen
    assert since.signs == {"fever"}
    assert since.worse == (
        Worse(scale=Scale.REDNESS, then=4, now=6),
        Worse(scale=Scale.SENSITIVITY, then=None, now=5),
    )


def test_without_a_call_nothing_is_told_and_after_one_nothing_worse() -> None:
    made = record(PUS, calls=(CALL,))
    finding = made.flags(DAY)[0]
    since = since_call(made, finding)

    assert since_call(record(PUS), finding) is None
    assert since is not None
    assert (since.has_risen, since.worse, since.signs) == (False, (), frozenset())


def test_a_strong_reaction_asks_its_signs_and_a_check_in_the_next_day() -> None:
    made = record(entry("2026-11-28", 9))

    assert [one.rule.id for one in signs_asked(made, DAY)] == ["strong"]
    assert [one.rule.id for one in check_in_asked(made, date(2026, 11, 29))] == ["strong"]
    assert check_in_asked(made, date(2026, 11, 30)) == ()


def test_look_again_asks_for_tomorrow_until_it_is_rated() -> None:
    up = (entry("2026-11-25", 2), entry("2026-11-26", 6, symptoms=set()))
    made = record(*up)

    assert signs_asked(made, date(2026, 11, 26)) == ()
    assert [one.rule.id for one in check_in_asked(made, date(2026, 11, 27))] == ["look-again"]
    assert check_in_asked(record(*up, entry("2026-11-27", symptoms=set())), date(2026, 11, 27)) != ()
    assert check_in_asked(record(*up, entry("2026-11-27", 4)), date(2026, 11, 27)) == ()


def test_a_new_treatment_ends_what_the_flag_before_asks_for() -> None:
    two = (treatment(), treatment("2026-11-29T10:00"))
    made = build_record(facts(entry("2026-11-28", 9), treatments=two))

    assert check_in_asked(made, date(2026, 11, 29)) == ()
