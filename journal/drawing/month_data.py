"""What a calendar day holds: logged, filled in later, edited, missing, flagged, photos, treatment. Pure data; no Qt."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from journal.domain.entry import Recorded
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Tier
from journal.domain.record import DAY, Record
from journal.drawing.chart_data import is_missing

WEEK = 7


class Logged(Enum):
    """How a day stands in the log."""

    NOTHING = auto()
    """Nothing, and nothing is missed: outside a course, today, or still to come."""
    MISSING = auto()
    """Over, in a course, and without a rating."""
    PARTLY = auto()
    """Something was logged, but no rating, on a day that needed none."""
    ON_TIME = auto()
    LATER = auto()
    """Its ratings were first saved after noon of the next day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day of a month as it is marked. ``tier`` is the highest of the marked flags that are not of habits."""

    day: date
    number: int | None
    logged: Logged
    recorded: Recorded | None
    edited: bool
    redness: int | None
    sensitivity: int | None
    treatment: int | None
    """The number of the treatment of this very day."""
    latest_treatment: int | None
    """The one that ``number`` counts from."""
    photos: int
    tier: Tier | None
    early: bool
    missed: bool
    findings: tuple[Finding, ...]
    in_course: bool
    is_today: bool
    is_future: bool


def calendar_day(record: Record, day: date, today: date) -> CalendarDay:
    """How ``day`` is marked."""
    entry = record.entry(day)
    findings = tuple(sorted(record.marks(day), key=lambda finding: -finding.tier))
    tiers = [finding.tier for finding in findings if finding.rule.kind not in (Kind.AVOID, Kind.DO)]
    kinds = {finding.rule.kind for finding in findings}
    treatment, number = record.treatment_on(day), record.day_number(day)
    return CalendarDay(
        day=day,
        number=number,
        logged=_logged(record, day, today),
        recorded=None if entry is None else entry.recorded,
        edited=record.is_edited(day),
        redness=None if entry is None else entry.redness,
        sensitivity=None if entry is None else entry.sensitivity,
        treatment=treatment.number if treatment is not None and treatment.day == day else None,
        latest_treatment=None if treatment is None else treatment.number,
        photos=len(record.photos_on(day)),
        tier=max(tiers, default=None),
        early=Kind.AVOID in kinds,
        missed=Kind.DO in kinds,
        findings=findings,
        in_course=number is not None and number <= record.plan_on(day).last_day,
        is_today=day == today,
        is_future=day > today,
    )


def _logged(record: Record, day: date, today: date) -> Logged:
    entry = record.entry(day)
    if entry is not None and entry.has_rating:
        return Logged.ON_TIME if entry.recorded is Recorded.ON_TIME else Logged.LATER
    if is_missing(record, day, today, logged=False):
        return Logged.MISSING
    return Logged.NOTHING if entry is None else Logged.PARTLY


def month_start(day: date) -> date:
    """The first of the day's month."""
    return day.replace(day=1)


def months_later(day: date, months: int) -> date:
    """The same day some months later or earlier, or that month's last one. Held inside the calendar's years."""
    place = min(max(day.year * 12 + day.month - 1 + months, 12), 9998 * 12 + 11)
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_weeks(first: date, first_weekday: int) -> tuple[tuple[date | None, ...], ...]:
    """The weeks of a month, days of other months None. ``first_weekday`` is 0 for Monday to 6 for Sunday."""
    days: list[date | None] = [None] * ((first.weekday() - first_weekday) % WEEK)
    days += _days_of(first)
    days += [None] * (-len(days) % WEEK)
    return tuple(tuple(days[start : start + WEEK]) for start in range(0, len(days), WEEK))


def _days_of(first: date) -> Iterator[date]:
    return (first + DAY * offset for offset in range(monthrange(first.year, first.month)[1]))


def moved(day: date, days: int) -> date:
    """The day some days on; held inside the calendar's years."""
    return min(max(day + timedelta(days=days), date(1900, 1, 1)), date(9998, 12, 31))
