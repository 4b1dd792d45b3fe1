"""What is offered to compare with, and what lies between two photos in words."""

import pytest

from journal.domain.photo import View
from journal.domain.record import Record
from journal.ui.photos.between import beside_name, between_text, dated_name
from journal.ui.photos.compare.offers import Why, offers, partner
from tests import builders

TREATMENTS = (builders.treatment("2026-10-01T14:00", id=1), builders.treatment("2026-11-20T14:00", id=2))


def record(*days: str, view: View = View.FRONT) -> Record:
    photos = tuple(builders.photo(day, view, id=number) for number, day in enumerate(days, start=1))
    return builders.record(treatments=TREATMENTS, photos=photos)


def test_the_same_day_of_the_earlier_treatment_comes_first_then_before() -> None:
    journal = record("2026-09-28", "2026-10-04", "2026-11-19", "2026-11-22", "2026-11-23")

    found = offers(journal, journal.photos[-1])

    assert [(offer.why, offer.photo.day.isoformat()) for offer in found] == [
        (Why.SAME_DAY_EARLIER, "2026-10-04"),
        (Why.BEFORE, "2026-11-19"),
        (Why.FIRST_BEFORE, "2026-09-28"),
        (Why.PREVIOUS, "2026-11-22"),
    ]


def test_a_photo_is_offered_once_and_only_of_the_same_view() -> None:
    journal = record("2026-11-19", "2026-11-22")
    other = builders.record(
        treatments=TREATMENTS, photos=(builders.photo("2026-11-19", View.LEFT), builders.photo("2026-11-22", id=2))
    )

    assert [offer.photo.id for offer in offers(journal, journal.photos[1])] == [1]
    assert offers(other, other.photos[1]) == ()
    assert partner(other, other.photos[1]) is None


def test_the_oldest_photo_is_compared_with_the_next() -> None:
    journal = record("2026-11-19", "2026-11-22")

    assert partner(journal, journal.photos[0]) == journal.photos[1]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2026-11-22", "2026-11-29", "Day 2 and day 9, 7 days apart"),
        ("2026-10-04", "2026-11-23", "Day 3 after treatment 1 and day 3 after treatment 2, 50 days apart"),
        ("2026-11-19", "2026-11-23", "Before treatment 2 and day 3 after it, 4 days apart"),
        ("2026-09-30", "2026-10-01", "Before treatment and day 0 after treatment 1, 1 day apart"),
        ("2026-09-20", "2026-09-30", "Both before treatment, 10 days apart"),
        ("2026-11-22", "2026-11-22", "Day 2: both photos are of the same day"),
    ],
)
def test_what_lies_between_is_said(first: str, second: str, said: str) -> None:
    journal = record(first, second)

    assert between_text(journal, *journal.photos) == said


def test_only_the_last_photo_before_a_treatment_is_named_before_it() -> None:
    journal = record("2026-11-18", "2026-11-19", "2026-11-23")
    early, eve, later = journal.photos

    assert between_text(journal, early, later) == "Day 48 after treatment 1 and day 3 after treatment 2, 5 days apart"
    assert between_text(journal, early, eve) == "Day 48 and day 49, 1 day apart"
    assert beside_name(journal, eve, later) == "Before treatment 2"
    assert beside_name(journal, later, eve) == "Day 3 after treatment 2"
    assert beside_name(journal, eve, early) == "Day 49 after treatment 1"


def test_a_day_is_named_with_its_treatment_where_there_are_several() -> None:
    assert dated_name(record("2026-11-22"), builders.photo("2026-11-22").day) == (
        "Day 2 after treatment 2 · 22 Nov 2026"
    )
