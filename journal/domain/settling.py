"""When redness was back to little after a treatment, against the same person's earlier treatment. No rule reads this.

Two courses allow no interval and no forecast: a day is named only where it and every day before it was rated.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain.entry import Recorded
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.domain.treatment import Treatment

LITTLE = 2
"""Up to "very slight"; with a higher baseline the baseline itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReference:
    """The first day with ``level`` or less after a treatment and after the latest earlier one that tells."""

    level: int
    day: int
    earlier_day: int
    earlier_treatment: int


def level_of(record: Record, scale: Scale) -> int:
    """What counts as back: 2, or the baseline when that is higher."""
    return max(LITTLE, record.baseline.of(scale))


def settled_day(record: Record, treatment: Treatment, scale: Scale, today: date) -> int | None:
    """The first day number from 1 on with a rating of that level or less, all days before it rated.

    None when a day is missing before that, or it is not reached in the treatment's own course up to ``today``. A
    rating filled in later counts as not given.
    """
    last = min(today, record.course_end(treatment) or today)
    for number in range(1, (last - treatment.day).days + 1):
        rating = _rating(record, treatment.day + timedelta(days=number), scale)
        if rating is None:
            return None
        if rating <= level_of(record, scale):
            return number
    return None


def own_reference(record: Record, treatment: Treatment, scale: Scale, today: date) -> OwnReference | None:
    """This treatment's day against the latest earlier treatment's that has one; None when either is not known."""
    day = settled_day(record, treatment, scale, today)
    if day is None:
        return None
    earlier = (other for other in reversed(record.treatments) if other.number < treatment.number)
    found = ((other, settled_day(record, other, scale, today)) for other in earlier)
    known = next(((other, number) for other, number in found if number is not None), None)
    if known is None:
        return None
    return OwnReference(level=level_of(record, scale), day=day, earlier_day=known[1], earlier_treatment=known[0].number)


def earlier_treatment(record: Record, treatment: Treatment) -> Treatment | None:
    """The latest earlier treatment with any rating in its course: the one to lay under this one's curve."""
    for other in reversed(record.treatments):
        if other.number < treatment.number and _has_rating(record, other):
            return other
    return None


def _has_rating(record: Record, treatment: Treatment) -> bool:
    end = record.course_end(treatment)
    days = range((end - treatment.day).days + 1 if end is not None else 1)
    entries = (record.entry(treatment.day + timedelta(days=number)) for number in days)
    return any(entry is not None and entry.has_rating for entry in entries)


def _rating(record: Record, day: date, scale: Scale) -> int | None:
    entry = record.entry(day)
    if entry is None or entry.recorded is Recorded.RECALLED:
        return None
    return entry.rating(scale)
