"""Courses for the tests of drawing: whole rows of ratings in few words."""

from datetime import date, timedelta

from journal.domain.record import Record
from tests import builders

DAY_ZERO = date(2026, 11, 20)
REDNESS = (6, 5, 4, None, 3, 5, 6, 4, 3, 2, 2, 1, 1)
SENSITIVITY = (4, 3, 2, None, 2, 3, 4, 2, 2, 1, 1, 1, 1)


def day(number: int) -> date:
    return DAY_ZERO + timedelta(days=number)


def course(
    redness: tuple[int | None, ...] = REDNESS,
    sensitivity: tuple[int | None, ...] | None = None,
    *,
    late: dict[int, int] | None = None,
    edited: tuple[int, ...] = (),
    **more: object,
) -> Record:
    """One treatment on 20 November 2026; ``late`` gives the days by which a day's entry came later."""
    sore = sensitivity or redness
    entries = [
        builders.entry(day(n), red, sore[n], days_late=(late or {}).get(n, 0), edited=n in edited)
        for n, red in enumerate(redness)
        if red is not None or sore[n] is not None
    ]
    return builders.record(*entries, **more)


def flagged_course(**more: object) -> Record:
    """The course of the sketches with its second treatment before it: rises again on days 5 and 6; sport on day 1."""
    earlier = builders.treatment("2026-10-10T14:00+00:00", id=1)
    latest = builders.treatment(id=2)
    before = [builders.entry(date(2026, 10, 10) + timedelta(days=n), 7 - n, 5 - n // 2) for n in range(7)]
    own = [
        builders.entry(
            day(n),
            red,
            SENSITIVITY[n],
            days_late=4 if n == 9 else 0,
            edited=n == 7,
            habits={"exercise": True} if n == 1 else {},
        )
        for n, red in enumerate(REDNESS)
        if red is not None
    ]
    return builders.record(*before, *own, treatments=(earlier, latest), **more)
