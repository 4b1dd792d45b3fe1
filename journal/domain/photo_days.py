"""Intake that sorts itself: the day of a new photo, the views of a set, pictures that were taken twice. Facts only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.name_date import name_date
from journal.domain.photo import YEAR, DaySource, Photo, View


class DayDoubt(StrEnum):
    """Why a photo waits and is asked for its day."""

    NONE_TOLD = "none told"
    TOO_EARLY = "too early"
    IN_FUTURE = "in the future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What a new photo tells of its day.

    ``day`` is the day it belongs to, None when it has to be asked: then ``doubt`` says why, and ``told`` is the
    implausible day that was told, if one was. ``source`` is where the day, or the implausible one, comes from.
    """

    day: date | None
    source: DaySource
    told: date | None = None
    doubt: DayDoubt | None = None


def dating(captured_at: datetime | None, name: str, first_treatment: date | None, today: date) -> Dating:
    """The day by the capture time, in the camera's own zone; where there is none, by the file's name.

    Plausible from a year before the first treatment (of today, without one) to today. An implausible capture time is
    not overruled by a name: a camera with a wrong clock, or an old picture under a new name, is for the person to say.
    """
    if captured_at is not None:
        told, source = captured_at.date(), DaySource.CAPTURE
    else:
        by_name = name_date(name)
        if by_name is None:
            return Dating(day=None, source=DaySource.GIVEN, doubt=DayDoubt.NONE_TOLD)
        told, source = by_name, DaySource.NAME
    doubt = _doubt(told, first_treatment, today)
    return Dating(day=told if doubt is None else None, source=source, told=told, doubt=doubt)


def _doubt(told: date, first_treatment: date | None, today: date) -> DayDoubt | None:
    if told > today:
        return DayDoubt.IN_FUTURE
    return DayDoubt.TOO_EARLY if told < (first_treatment or today) - YEAR else None


def last_set(photos: Iterable[Photo], before: date) -> tuple[Photo, ...]:
    """The photos of the latest day before ``before`` that has any, in the order they were taken."""
    earlier = [photo for photo in photos if photo.day < before]
    latest = max((photo.day for photo in earlier), default=None)
    return tuple(sorted((photo for photo in earlier if photo.day == latest), key=_when_taken))


def guessed_views(latest: Sequence[Photo], count: int) -> tuple[View | None, ...]:
    """A first guess of the views of ``count`` new photos of one day, given in the order they were taken.

    As in the last set (``last_set``), each view once, then the usual order; None for more photos than views.
    """
    order = dict.fromkeys([*(photo.view for photo in latest), *View])
    guesses: list[View | None] = list(order)
    return tuple((guesses + [None] * count)[:count])


def taken_twice(photos: Iterable[Photo], captured_at: datetime | None, view: View) -> Photo | None:
    """A photo of the same view that was captured in the same second: nearly surely the same picture in another file."""
    if captured_at is None:
        return None
    second = captured_at.replace(microsecond=0)
    return next((photo for photo in photos if photo.view is view and _is_second(photo.captured_at, second)), None)


def _is_second(captured_at: datetime | None, second: datetime) -> bool:
    """The same second; where one of both knows no offset, the same reading of the clock."""
    if captured_at is None:
        return False
    if (captured_at.tzinfo is None) != (second.tzinfo is None):
        captured_at, second = captured_at.replace(tzinfo=None), second.replace(tzinfo=None)
    return captured_at.replace(microsecond=0) == second


def _when_taken(photo: Photo) -> tuple[bool, str, int]:
    """By the reading of the camera's clock; those without one after them, as they came in."""
    told = photo.captured_at
    return (told is None, "" if told is None else told.replace(tzinfo=None).isoformat(), photo.id)
