"""One plain sentence on a course: a closed set of shapes, each a whole sentence to translate. Nothing is painted here.

The sentence speaks of logged days alone. "Above" is above the end of the usual range, "rose again" a rating above it
that is at least 2 more than an earlier one, "settled" every rating since then in or below the range.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from journal.domain.curve import range_end
from journal.domain.ratings import Scale
from journal.domain.record import Record, days_between
from journal.domain.treatment import Treatment
from journal.report.days import days_text, number_of

RISE = 2

translate = QCoreApplication.translate


class Shape(Enum):
    """What a course of ratings looks like."""

    NOTHING = auto()
    ONE_IN = auto()
    ONE_ABOVE = auto()
    IN_RANGE = auto()
    SETTLED = auto()
    ABOVE = auto()
    ROSE_SETTLED = auto()
    ROSE_ABOVE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One rating of the course and whether it lies above the usual range."""

    number: int
    value: int
    is_above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The shape with what its sentence needs: the days it names and since when it is settled."""

    shape: Shape
    days: tuple[int, ...] = ()
    since: int | None = None
    latest: Rated | None = None


def rated_days(record: Record, treatment: Treatment, scale: Scale, first: date, last: date) -> tuple[Rated, ...]:
    """The ratings of this treatment's own days in the period, in order."""
    end = min(last, record.course_end(treatment) or last)
    found = []
    for day in days_between(max(first, treatment.day), end):
        entry, expected = record.entry(day), record.expected(day, scale)
        value = None if entry is None else entry.rating(scale)
        if value is not None and expected is not None:
            above = value > range_end(expected, record.baseline.of(scale))
            found.append(Rated(number=number_of(treatment, day), value=value, is_above=above))
    return tuple(found)


def course_of(rated: Sequence[Rated]) -> Course:
    """Which shape the ratings have."""
    if not rated:
        return Course(shape=Shape.NOTHING)
    latest = rated[-1]
    above = tuple(one.number for one in rated if one.is_above)
    if len(rated) == 1:
        return Course(shape=Shape.ONE_ABOVE if above else Shape.ONE_IN, latest=latest)
    if not above:
        return Course(shape=Shape.IN_RANGE, latest=latest)
    risen = _risen(rated)
    days = risen or above
    if latest.is_above:
        return Course(shape=Shape.ROSE_ABOVE if risen else Shape.ABOVE, days=days, latest=latest)
    since = next(one.number for one in rated if one.number > above[-1])
    return Course(shape=Shape.ROSE_SETTLED if risen else Shape.SETTLED, days=days, since=since, latest=latest)


def sentence(course: Course, today_number: int) -> str:
    """The course in words; a latest rating that is not of today names its day."""
    templates = _today_sentences() if course.latest and course.latest.number == today_number else _dated_sentences()
    latest = course.latest
    return templates[course.shape].format(
        days=days_text(course.days) if course.days else "",
        since=course.since,
        value=latest.value if latest else "",
        day=latest.number if latest else "",
    )


def _risen(rated: Sequence[Rated]) -> tuple[int, ...]:
    risen = []
    for place, one in enumerate(rated):
        earlier = [other.value for other in rated[:place] if other.number >= 1]
        if one.is_above and earlier and min(earlier) <= one.value - RISE:
            risen.append(one.number)
    return tuple(risen)


def _today_sentences() -> dict[Shape, str]:
    return {
        Shape.NOTHING: translate("report", "Nothing was rated in this period."),
        Shape.ONE_IN: translate("report", "One rating only: {value} of 10 now, in or below the usual range."),
        Shape.ONE_ABOVE: translate("report", "One rating only: {value} of 10 now, above the usual range."),
        Shape.IN_RANGE: translate("report", "In or below the usual range on every logged day; {value} of 10 now."),
        Shape.SETTLED: translate(
            "report", "Above the usual range on {days}, settled since day {since}; {value} of 10 now."
        ),
        Shape.ABOVE: translate("report", "Above the usual range on {days}, not settled; {value} of 10 now."),
        Shape.ROSE_SETTLED: translate("report", "Rose again on {days}, settled since day {since}; {value} of 10 now."),
        Shape.ROSE_ABOVE: translate("report", "Rose again on {days}, not settled; {value} of 10 now."),
    }


def _dated_sentences() -> dict[Shape, str]:
    return {
        Shape.NOTHING: translate("report", "Nothing was rated in this period."),
        Shape.ONE_IN: translate("report", "One rating only: {value} of 10 on day {day}, in or below the usual range."),
        Shape.ONE_ABOVE: translate("report", "One rating only: {value} of 10 on day {day}, above the usual range."),
        Shape.IN_RANGE: translate(
            "report", "In or below the usual range on every logged day; last rated day {day}, {value} of 10."
        ),
        Shape.SETTLED: translate(
            "report",
            "Above the usual range on {days}, settled since day {since}; last rated day {day}, {value} of 10.",
        ),
        Shape.ABOVE: translate(
            "report", "Above the usual range on {days}, not settled; last rated day {day}, {value} of 10."
        ),
        Shape.ROSE_SETTLED: translate(
            "report", "Rose again on {days}, settled since day {since}; last rated day {day}, {value} of 10."
        ),
        Shape.ROSE_ABOVE: translate(
            "report", "Rose again on {days}, not settled; last rated day {day}, {value} of 10."
        ),
    }
