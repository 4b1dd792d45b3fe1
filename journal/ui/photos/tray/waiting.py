"""What waits in the tray: each photo with the day it tells, or the doubt about it, and the view it would get. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from journal.domain.photo import DaySource, Photo, View
from journal.domain.photo_days import Dating, dating, guessed_views, last_set, taken_twice
from journal.domain.photo_marks import PhotoMark, last_of_view, photo_marks
from journal.domain.record import Record
from journal.ui.photos.batch import Candidate, Placed

IN_ORDER = "in order"
Choice = View | str | None
"""One view for all, ``IN_ORDER`` (the views of the last set, day by day), or not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One photo that is not in the journal yet. ``day`` is None while it waits for one."""

    candidate: Candidate
    told: Dating
    day: date | None
    source: DaySource
    view: View | None = None
    """Given to this one alone; None: as the batch."""

    def on(self, day: date) -> "Waiting":
        """The same, its day given by the person."""
        return replace(self, day=day, source=DaySource.GIVEN)


def waiting_for(candidates: Iterable[Candidate], record: Record, today: date, dropped_on: date | None) -> list[Waiting]:
    """The photos of a batch, sorted. One that tells no day belongs to the day it was dropped on, if there is one."""
    first = record.treatments[0].day if record.treatments else None
    found = []
    for candidate in candidates:
        told = dating(candidate.captured_at, candidate.source.name, first, today)
        day, source = told.day, told.source
        if day is None and told.told is None and dropped_on is not None:
            day, source = dropped_on, DaySource.GIVEN
        found.append(Waiting(candidate=candidate, told=told, day=day, source=source))
    return in_days(found)


def in_days(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Those without a day first, then day by day, within a day as they were taken."""
    return sorted(waiting, key=_place)


def groups(waiting: Sequence[Waiting]) -> list[tuple[date | None, list[Waiting]]]:
    """Day by day, as sorted."""
    return [(day, list(same)) for day, same in groupby(waiting, key=_day)]


def order_of_views(waiting: Sequence[Waiting], record: Record, today: date) -> tuple[View, ...]:
    """The views that "in this order" stands for; empty where it makes no sense: one photo a day, or more than views."""
    sizes = [len(same) for _, same in groups(waiting)]
    if not sizes or max(sizes) < 2 or max(sizes) > len(View):
        return ()
    guessed = guessed_views(last_set(record.photos, _latest(waiting, today)), max(sizes))
    return tuple(view for view in guessed if view is not None)


def guessed_choice(waiting: Sequence[Waiting], record: Record, today: date) -> Choice:
    """What to propose as the view: as in the last set; None when there is none or it does not fit."""
    latest = last_set(record.photos, _latest(waiting, today))
    if not latest:
        return None
    if order_of_views(waiting, record, today):
        return IN_ORDER
    return guessed_views(latest, 1)[0] if all(len(same) == 1 for _, same in groups(waiting)) else None


def views(waiting: Sequence[Waiting], choice: Choice, record: Record, today: date) -> list[View | None]:
    """The view of each photo under that choice."""
    found: list[View | None] = []
    for day, same in groups(waiting):
        if choice == IN_ORDER:
            batch: Sequence[View | None] = guessed_views(last_set(record.photos, day or today), len(same))
        else:
            batch = [choice if isinstance(choice, View) else None] * len(same)
        found += [one.view or view for one, view in zip(same, batch, strict=True)]
    return found


def as_photo(one: Waiting, view: View, today: date, now: datetime) -> Photo:
    """What it would be in the journal: to be held against those that are there."""
    candidate = one.candidate
    return Photo(
        day=one.day or today,
        view=view,
        width=candidate.size[0],
        height=candidate.size[1],
        captured_at=candidate.captured_at,
        sha256=candidate.sha256,
        bytes=0,
        media_type="",
        added_at=now,
        name=candidate.source.name,
        camera=candidate.camera,
        quality=candidate.quality,
    )


def marks_of(photo: Photo, record: Record) -> tuple[PhotoMark, ...]:
    """Its quality marks beside the last photo of its view."""
    return photo_marks(photo, last_of_view(record.photos, photo))


def twin_of(photo: Photo, record: Record, earlier: Iterable[Photo]) -> Photo | None:
    """A photo that is nearly surely the same: in the journal, or earlier in the batch."""
    return taken_twice((*record.photos, *earlier), photo.captured_at, photo.view)


def placed(waiting: Sequence[Waiting], given: Sequence[View | None]) -> list[Placed]:
    """Those that have a day and a view."""
    return [
        Placed(one.candidate, one.day, view, one.source)
        for one, view in zip(waiting, given, strict=True)
        if one.day is not None and view is not None
    ]


def _latest(waiting: Sequence[Waiting], today: date) -> date:
    return max((one.day for one in waiting if one.day is not None), default=today)


def _day(one: Waiting) -> date | None:
    return one.day


def _place(one: Waiting) -> tuple[bool, date, bool, str, str]:
    taken = one.candidate.captured_at
    clock = "" if taken is None else taken.replace(tzinfo=None).isoformat()
    return one.day is not None, one.day or date.min, taken is None, clock, one.candidate.source.name
