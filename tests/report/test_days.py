"""Periods and days in words."""

import pytest

from journal.report.days import days_text, default_period, runs
from tests import builders
from tests.report.paper import DAY_ZERO, day


def _with_next(at: str):
    return builders.record(treatments=(builders.treatment(), builders.treatment(at)))


@pytest.mark.parametrize(("today", "last"), [(0, 0), (12, 12), (27, 27), (28, 28), (29, 28), (300, 28)])
def test_the_default_period_runs_from_day_0_to_today_or_day_28(today, last):
    record = builders.record()
    assert default_period(record, record.treatments[0], day(today)) == (DAY_ZERO, day(last))


def test_the_default_period_ends_on_the_eve_of_the_next_treatment():
    record = _with_next("2026-12-05T14:00")
    assert default_period(record, record.treatments[0], day(60)) == (DAY_ZERO, day(14))


def test_a_next_treatment_after_day_28_changes_nothing():
    record = _with_next("2026-12-30T14:00")
    assert default_period(record, record.treatments[0], day(60)) == (DAY_ZERO, day(28))


def test_two_treatments_on_one_day_leave_the_first_its_own_day():
    record = _with_next("2026-11-20T18:00")
    assert default_period(record, record.treatments[0], day(3)) == (DAY_ZERO, DAY_ZERO)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((5,), "day 5"),
        ((-1,), "day −1"),
        ((5, 6), "days 5 and 6"),
        ((2, 9), "days 2 and 9"),
        ((3, 4, 5, 6), "days 3 to 6"),
        ((1, 3, 5, 6, 7), "days 1, 3, 5 to 7"),
    ],
)
def test_days_are_told_in_runs(qapp, numbers, text):
    assert days_text(numbers) == text


def test_many_runs_are_counted(qapp):
    assert days_text((2, 4, 6, 8)) == "4 days from 2 to 8"


def test_runs_join_neighbours():
    assert runs([5, 1, 2, 2, 3]) == [(1, 3), (5, 5)]
    assert runs([]) == []
