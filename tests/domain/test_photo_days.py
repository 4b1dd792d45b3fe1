"""The day of a new photo, the views of a new set, the picture that was taken twice."""

from datetime import date, datetime

import pytest

from journal.domain.photo import DaySource, View
from journal.domain.photo_days import DayDoubt, dating, guessed_views, last_set, taken_twice
from tests import builders
from tests.builders import moment, photo

FIRST, TODAY = date(2026, 11, 20), date(2026, 11, 23)
NAMED = "IMG-20261122-WA0003.jpg"
FRONT, LEFT, RIGHT, CLOSE_UP = View.FRONT, View.LEFT, View.RIGHT, View.CLOSE_UP


def told(captured_at, name="IMG_5195.HEIC", first=FIRST):
    found = dating(None if captured_at is None else datetime.fromisoformat(captured_at), name, first, TODAY)
    return found.day, found.source, found.doubt


def test_the_capture_time_comes_first_in_the_cameras_own_zone():
    assert told("2026-11-21T23:30:00+13:00", NAMED) == (date(2026, 11, 21), DaySource.CAPTURE, None)
    assert told("2026-11-21T00:10:00-11:00") == (date(2026, 11, 21), DaySource.CAPTURE, None)
    assert told("2026-11-21T09:30:00") == (date(2026, 11, 21), DaySource.CAPTURE, None)


def test_a_photo_after_midnight_belongs_to_its_civil_day():
    assert told("2026-11-22T00:30:00") == (date(2026, 11, 22), DaySource.CAPTURE, None)


def test_without_a_capture_time_the_name_tells():
    assert told(None, NAMED) == (date(2026, 11, 22), DaySource.NAME, None)


def test_what_tells_no_day_waits():
    assert told(None) == (None, DaySource.GIVEN, DayDoubt.NONE_TOLD)
    assert told(None, "99999999.jpg") == (None, DaySource.GIVEN, DayDoubt.NONE_TOLD)


@pytest.mark.parametrize(
    ("day", "doubt"),
    [
        ("2025-11-20", None),
        ("2025-11-19", DayDoubt.TOO_EARLY),
        ("2026-11-23", None),
        ("2026-11-24", DayDoubt.IN_FUTURE),
    ],
)
def test_a_day_is_plausible_from_a_year_before_the_first_treatment_to_today(day, doubt):
    expected = date.fromisoformat(day) if doubt is None else None

    assert told(f"{day}T12:00:00") == (expected, DaySource.CAPTURE, doubt)
    assert told(None, f"{day}.png") == (expected, DaySource.NAME, doubt)
    assert dating(None, f"{day}.png", FIRST, TODAY).told == date.fromisoformat(day)


def test_a_name_does_not_overrule_a_camera_with_a_wrong_clock():
    assert told("2008-10-22T16:28:39", NAMED) == (None, DaySource.CAPTURE, DayDoubt.TOO_EARLY)


def test_before_the_first_treatment_the_year_ends_today():
    assert told("2025-11-23T12:00:00", first=None)[2] is None
    assert told("2025-11-22T12:00:00", first=None)[2] is DayDoubt.TOO_EARLY


def taken(number, view, clock=None, day="2026-11-21"):
    return photo(day, view, id=number, captured_at=None if clock is None else datetime.fromisoformat(f"{day}T{clock}"))


def test_the_last_set_is_in_the_order_it_was_taken():
    photos = [
        taken(1, LEFT, "20:01:00"),
        taken(2, RIGHT, "20:00:00"),
        taken(3, FRONT),
        taken(4, CLOSE_UP, "20:00:30+01:00"),
        taken(5, FRONT, "09:00:00", day="2026-11-20"),
        taken(6, FRONT, "09:00:00", day="2026-11-23"),
    ]

    assert [one.id for one in last_set(photos, date(2026, 11, 23))] == [2, 4, 1, 3]
    assert [one.id for one in last_set(photos, date(2026, 11, 21))] == [5]
    assert last_set(photos, date(2026, 11, 20)) == ()


@pytest.mark.parametrize(
    ("last", "count", "views"),
    [
        ((), 3, (FRONT, LEFT, RIGHT)),
        ((), 1, (FRONT,)),
        ((LEFT, FRONT, RIGHT), 3, (LEFT, FRONT, RIGHT)),
        ((LEFT, LEFT, FRONT), 3, (LEFT, FRONT, RIGHT)),
        ((RIGHT,), 1, (RIGHT,)),
        ((CLOSE_UP,), 2, (CLOSE_UP, FRONT)),
        ((FRONT,), 6, (FRONT, LEFT, RIGHT, CLOSE_UP, None, None)),
        ((), 0, ()),
    ],
)
def test_the_views_are_guessed_as_in_the_last_set(last, count, views):
    latest = [taken(number, view) for number, view in enumerate(last, start=1)]

    assert guessed_views(latest, count) == views


def test_the_same_second_and_view_is_the_same_picture():
    there = photo("2026-11-21", FRONT, captured_at=moment("2026-11-21T20:15:30+01:00"))
    utc = moment("2026-11-21T19:15:30.250")
    naive = datetime(2026, 11, 21, 20, 15, 30)

    assert taken_twice([there], utc, FRONT) == there
    assert taken_twice([there], naive, FRONT) == there
    assert taken_twice([there], utc, LEFT) is None
    assert taken_twice([there], moment("2026-11-21T20:15:30"), FRONT) is None
    assert taken_twice([there], None, FRONT) is None
    assert taken_twice([builders.photo("2026-11-21")], utc, FRONT) is None
