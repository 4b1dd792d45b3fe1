"""What the calendar says of each day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.plan import Tier
from journal.drawing.month import corner_texts, day_marks
from journal.drawing.month_data import Logged, calendar_day, month_start, month_weeks, months_later
from journal.drawing.shapes import Mark, mark_letter, mark_word
from tests import builders
from tests.drawing.courses import course, day, flagged_course

dates = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def state(record, number, *, today=12):
    return calendar_day(record, day(number), day(today))


@pytest.mark.parametrize(("number", "logged"), [(0, Logged.ON_TIME), (3, Logged.MISSING), (9, Logged.LATER)])
def test_a_day_says_how_it_was_logged(number, logged):
    assert state(flagged_course(), number).logged is logged


def test_only_days_of_a_course_that_are_over_are_missing():
    record = builders.record()
    assert state(record, -1).logged is Logged.NOTHING
    assert state(record, 5).logged is Logged.MISSING
    assert state(record, 12).logged is Logged.NOTHING
    assert state(record, 20).logged is Logged.NOTHING
    assert state(record, 29, today=60).logged is Logged.NOTHING


def test_an_entry_without_a_rating_in_the_course_is_missing_its_rating():
    record = builders.record(builders.entry(day(2), habits={"sunscreen": True}))
    assert state(record, 2).logged is Logged.MISSING


def test_an_entry_without_a_rating_outside_a_course_is_partly():
    record = builders.record(builders.entry(day(-3), habits={"sunscreen": True}))
    assert state(record, -3).logged is Logged.PARTLY


def test_edited_photos_and_treatment_are_told():
    record = builders.record(builders.entry(day(1), 4, 2, edited=True), photos=(builders.photo(day(1)),))
    told = state(record, 1)
    assert (told.edited, told.photos) == (True, 1)
    assert state(record, 0).treatment == 1
    assert corner_texts(state(record, 0)) == ("T1",)
    assert corner_texts(told) == ("day 1", "d1")
    assert corner_texts(state(record, -1)) == ()


def test_flags_are_shapes_with_their_own_letters():
    record = flagged_course()
    assert Mark.EARLY in day_marks(state(record, 1))
    assert state(record, 6).tier is Tier.TODAY
    assert day_marks(state(record, 6))[0] is Mark.TODAY
    assert len({mark_letter(mark) for mark in (Mark.LOOK, Mark.CALL, Mark.TODAY, Mark.EMERGENCY, Mark.EARLY)}) == 5
    assert len({mark_word(mark) for mark in Mark}) == len(Mark)


@given(dates, st.integers(0, 6))
def test_a_months_weeks_hold_each_day_once_under_its_weekday(any_day, first_weekday):
    weeks = month_weeks(month_start(any_day), first_weekday)
    shown = [found for week in weeks for found in week if found is not None]
    assert shown == sorted(set(shown))
    assert shown[0].day == 1
    assert months_later(shown[0], 1) == date.fromordinal(shown[-1].toordinal() + 1)
    for week in weeks:
        assert len(week) == 7
        for column, found in enumerate(week):
            assert found is None or (found.weekday() - first_weekday) % 7 == column


@given(dates, st.integers(-200, 200))
def test_turning_months_there_and_back_keeps_the_month(any_day, months):
    assert month_start(months_later(months_later(any_day, months), -months)) == month_start(any_day)


def test_a_late_entry_is_filled_in_later():
    assert state(course((3, 3), late={1: 2}), 1).logged is Logged.LATER
