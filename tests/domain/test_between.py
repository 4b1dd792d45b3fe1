"""The eve of a treatment, the end of the plan and the months after it: what is asked when, and that it ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.between import AfterPlan, Occasion, after_plan, is_after_plan, is_baseline_confirmed, next_treatment
from journal.domain.facts import Profile
from journal.domain.ratings import Baseline
from journal.domain.record import Record, build_record
from tests.builders import facts, moment, photo, record, treatment

DAY_ZERO = date(2026, 11, 20)


def day(number: int) -> date:
    return DAY_ZERO + timedelta(days=number)


def answered(number: int, kind: AcknowledgementKind = AcknowledgementKind.MONTH, **more: object) -> Acknowledgement:
    return Acknowledgement(kind=kind, day=day(number), at=moment(f"{day(number)}T20:00"), **more)


def stand(number: int, *acknowledgements: Acknowledgement, **more: object) -> AfterPlan | None:
    made = facts(treatments=(replace(treatment(), id=3),), **more)
    return after_plan(build_record(replace(made, acknowledgements=acknowledgements)), day(number))


def test_nothing_of_it_is_asked_up_to_the_plans_last_day() -> None:
    assert stand(28) is None
    assert stand(-1) is None
    assert stand(29) is not None
    assert [is_after_plan(record(), day(number)) for number in (-1, 28, 29)] == [False, False, True]


@pytest.mark.parametrize(
    ("number", "due", "following"),
    [(29, None, 56), (55, None, 56), (56, 56, 84), (83, 56, 84), (84, 84, None), (111, 84, None), (112, None, None)],
)
def test_one_question_a_month_and_then_no_more(number: int, due: int | None, following: int | None) -> None:
    found = stand(number)

    assert found is not None
    assert found.month_due == (None if due is None else day(due))
    assert found.next_question == (None if following is None else day(following))


def test_an_answer_holds_until_the_next_question() -> None:
    first = answered(60, signs=frozenset({"lines"}))

    assert [(found.month_due, found.answer) for number in (61, 83) if (found := stand(number, first))] == [
        (None, first),
        (None, first),
    ]
    later = stand(84, first)
    assert later is not None
    assert (later.month_due, later.answer) == (day(84), None)
    before = stand(56, answered(55))
    assert before is not None
    assert before.month_due == day(56)


def test_it_ends() -> None:
    assert [found.is_over for number in (29, 83, 84, 90) if (found := stand(number))] == [False] * 4
    done = stand(99, answered(90), photos=(photo(day(85)),))
    assert done is not None
    assert done.is_over
    unanswered = stand(112)
    assert unanswered is not None
    assert unanswered.is_over


@pytest.mark.parametrize(("number", "week"), [(29, 4), (41, 4), (42, None), (83, None), (84, 12), (97, 12), (98, None)])
def test_photos_are_asked_at_4_and_12_weeks(number: int, week: int | None) -> None:
    found = stand(number)

    assert found is not None
    assert found.photo_week == week


@pytest.mark.parametrize(("taken", "week"), [(81, 12), (82, None), (84, None), (86, None)])
def test_a_photo_near_that_day_is_that_weeks(taken: int, week: int | None) -> None:
    found = stand(86, photos=(photo(day(taken)),))

    assert found is not None
    assert found.photo_week == week


def test_an_ended_log_says_so() -> None:
    ended = stand(29, answered(29, AcknowledgementKind.ENDED, treatment_id=3))
    other = stand(29, answered(29, AcknowledgementKind.ENDED, treatment_id=2))

    assert ended is not None
    assert ended.is_ended
    assert other is not None
    assert not other.is_ended


def planned(on: str, *more: str) -> Record:
    made = tuple(treatment(at) for at in ("2026-11-20T14:00", *more))
    return record(treatments=made, profile=Profile(next_appointment=date.fromisoformat(on)))


@pytest.mark.parametrize(
    ("today", "occasion"),
    [
        ("2026-12-16", None),
        ("2026-12-17", Occasion.EVE),
        ("2026-12-18", Occasion.DAY),
        ("2026-12-19", Occasion.PAST),
        ("2026-12-25", Occasion.PAST),
        ("2026-12-26", None),
    ],
)
def test_the_next_treatment_is_near_from_its_eve(today: str, occasion: Occasion | None) -> None:
    found = next_treatment(planned("2026-12-18"), date.fromisoformat(today))

    assert found == (None if occasion is None else (date(2026, 12, 18), occasion))


def test_a_treatment_on_or_after_the_date_has_settled_it() -> None:
    assert next_treatment(planned("2026-12-18", "2026-12-18T10:00"), date(2026, 12, 18)) is None
    assert next_treatment(planned("2026-12-18", "2026-12-20T10:00"), date(2026, 12, 20)) is None
    assert next_treatment(record(), DAY_ZERO) is None


def test_the_baseline_is_confirmed_anew_before_each_treatment() -> None:
    before = Baseline(redness=1, sensitivity=0, given_at=moment("2026-11-01T20:00"))
    after = replace(before, given_at=moment("2026-12-10T20:00"))

    assert not is_baseline_confirmed(record())
    assert not is_baseline_confirmed(record(baseline=before))
    assert is_baseline_confirmed(record(baseline=after))
    assert is_baseline_confirmed(record(baseline=before, treatments=()))
