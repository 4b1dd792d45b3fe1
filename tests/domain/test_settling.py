"""The person's own earlier course as the reference: only what was rated, never across a gap, never a forecast."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.ratings import Baseline, Scale
from journal.domain.record import Record
from journal.domain.settling import earlier_treatment, own_reference, settled_day
from tests.builders import entry, record, treatment

FIRST, SECOND = date(2026, 10, 1), date(2026, 11, 1)
TODAY = date(2026, 11, 20)


def course(start: date, *redness: int | None, **more: object) -> list:
    """Entries of day 1, 2, ... after a start."""
    days = enumerate(redness, start=1)
    return [entry(start + timedelta(days=number), value, **more) for number, value in days if value is not None]


def journal(*entries: object, **more: object) -> Record:
    made = (treatment(f"{FIRST}T14:00"), treatment(f"{SECOND}T14:00"))
    return record(*entries, treatments=made, **more)


def day_of(*redness: int | None, **more: object) -> int | None:
    made = journal(*course(SECOND, *redness, **more))
    return settled_day(made, made.treatments[1], Scale.REDNESS, TODAY)


@pytest.mark.parametrize(
    ("redness", "day"),
    [
        ((5, 4, 3, 2), 4),
        ((2,), 1),
        ((5, 4, 3), None),
        ((5, None, 2), None),
        ((None, 2), None),
        ((5, 2, None, 4), 2),
        ((5, 1, 4, 4), 2),
        ((), None),
    ],
)
def test_the_first_day_of_little_redness_where_every_day_before_was_rated(redness: tuple, day: int | None) -> None:
    assert day_of(*redness) == day


def test_a_rating_filled_in_later_counts_as_not_given() -> None:
    assert day_of(5, 2, days_late=5) is None


def test_what_counts_as_little_follows_a_higher_baseline() -> None:
    made = journal(*course(SECOND, 5, 4, 3), *course(FIRST, 4), baseline=Baseline(redness=4))
    found = own_reference(made, made.treatments[1], Scale.REDNESS, TODAY)

    assert found is not None
    assert (found.level, found.day, found.earlier_day, found.earlier_treatment) == (4, 2, 1, 1)


def test_there_is_no_reference_unless_both_are_known() -> None:
    first, second = course(FIRST, 5, 4, 3, 3, 2), course(SECOND, 5, 2)
    gap = course(FIRST, 5, None, 2)
    for entries in (first, second, gap + second, first + course(SECOND, 5)):
        made = journal(*entries)
        assert own_reference(made, made.treatments[1], Scale.REDNESS, TODAY) is None
    made = journal(*first, *second)
    assert own_reference(made, made.treatments[0], Scale.REDNESS, TODAY) is None


def test_the_line_laid_under_is_the_latest_earlier_treatment_that_was_rated() -> None:
    made = journal(*course(SECOND, 5))

    assert earlier_treatment(made, made.treatments[1]) is None
    made = journal(*course(FIRST, 5), *course(SECOND, 5))
    assert earlier_treatment(made, made.treatments[1]) == made.treatments[0]


@given(st.lists(st.none() | st.integers(0, 10), max_size=12), st.integers(0, 11))
def test_a_rating_taken_away_never_moves_the_day_earlier(redness: list[int | None], at: int) -> None:
    before = day_of(*redness)
    after = day_of(*[None if place == at else value for place, value in enumerate(redness)])

    assert after is None or after == before
