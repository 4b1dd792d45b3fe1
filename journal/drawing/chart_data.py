"""What a chart of one course holds: points, gaps, the usual range. Pure data from a ``Record``; no Qt, no words.

Nothing here is interpolated or smoothed but the expected curve, which is straight between its published points. A day
is placed by its *index*: days since the date of the chart's treatment, negative before it. The day number that people
read is ``CourseChart.number_of(index)``; it starts again at every later treatment.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal.domain.curve import HOURS_PER_DAY, Curve, Expected, hours_of_day, range_end
from journal.domain.entry import Recorded
from journal.domain.ratings import IrritationLook, Scale
from journal.domain.record import Record, days_between
from journal.domain.treatment import Treatment

DEFAULT_LAST_NUMBER = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One rating. ``index`` is the day's place, ``value`` 0 to 10."""

    index: int
    day: date
    value: int
    recorded: Recorded | None
    edited: bool

    @property
    def is_hollow(self) -> bool:
        """Late or recalled: first saved after noon of the next day."""
        return self.recorded in (Recorded.LATE, Recorded.RECALLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartDay:
    """One civil day of the chart. ``number`` is None before the first treatment; so are the expected values."""

    index: int
    day: date
    number: int | None
    point: ChartPoint | None
    is_gap: bool
    is_edited: bool
    expected: Expected | None
    range_end: float | None

    @property
    def is_above(self) -> bool | None:
        """Whether the rating lies above the usual range; None without a rating or a range."""
        if self.point is None or self.range_end is None:
            return None
        return self.point.value > self.range_end


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePoint:
    """One corner of the usual range and of the typical line. ``index`` is in days, with a fraction within a day."""

    index: float
    low: float
    typical: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Another treatment's ratings, laid by day over this one's."""

    treatment: int
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentMark:
    """Where a treatment lies on the axis; those before the first day are kept, for the day numbers."""

    index: int
    treatment: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseChart:
    """Everything that is drawn, told and tabled of one scale over one period."""

    treatment: int
    scale: Scale
    look: IrritationLook
    baseline: int
    days: tuple[ChartDay, ...]
    ranges: tuple[tuple[RangePoint, ...], ...]
    comparisons: tuple[Comparison, ...]
    treatments: tuple[TreatmentMark, ...]
    today_index: int

    @property
    def first_index(self) -> int:
        """The index of the first day."""
        return self.days[0].index

    @property
    def last_index(self) -> int:
        """The index of the last day."""
        return self.days[-1].index

    @property
    def points(self) -> tuple[ChartPoint, ...]:
        """The ratings given, by day."""
        return tuple(day.point for day in self.days if day.point is not None)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The indices of the days that are over and have no rating."""
        return tuple(day.index for day in self.days if day.is_gap)

    @property
    def emptied(self) -> tuple[int, ...]:
        """The indices of the edited days that have no rating (any more)."""
        return tuple(day.index for day in self.days if day.is_edited and day.point is None)

    def day_at(self, index: int) -> ChartDay | None:
        """The day of that index, None outside the period."""
        place = index - self.first_index
        return self.days[place] if 0 <= place < len(self.days) else None

    def number_of(self, index: int) -> int:
        """The day number at an index, from the latest treatment on or before it; the index itself before any."""
        starts = [mark.index for mark in self.treatments if mark.index <= index]
        return index - starts[-1] if starts else index

    def segments(self) -> Iterator[tuple[ChartPoint, ChartPoint]]:
        """The pieces of the patient's line: two days in a row, never across a gap or a new treatment."""
        starts = {mark.index for mark in self.treatments}
        return joined(self.points, starts)


def joined(
    points: tuple[ChartPoint, ...], starts: set[int] | frozenset[int] = frozenset()
) -> Iterator[tuple[ChartPoint, ChartPoint]]:
    """Neighbouring points of consecutive days; none that ends on one of ``starts``."""
    for left, right in pairwise(points):
        if right.index == left.index + 1 and right.index not in starts:
            yield left, right


def course_chart(
    record: Record,
    treatment: Treatment,
    scale: Scale,
    *,
    first_day: date,
    last_day: date,
    compare: tuple[Treatment, ...] = (),
    today: date,
) -> CourseChart:
    """The chart of ``scale`` from ``first_day`` to ``last_day``, both included, placed by days since ``treatment``."""
    last_day = max(first_day, last_day)
    zero = treatment.day
    last_index = (last_day - zero).days
    shown = tuple(other for other in record.treatments if other.day <= last_day)
    return CourseChart(
        treatment=treatment.number,
        scale=scale,
        look=record.profile.irritation_look,
        baseline=record.baseline.of(scale),
        days=tuple(_chart_day(record, scale, zero, day, today) for day in days_between(first_day, last_day)),
        ranges=tuple(_ranges(record, scale, zero, first_day, last_day)),
        comparisons=tuple(
            comparison
            for other in compare
            if other.number != treatment.number and (comparison := _comparison(record, other, scale, last_index)).points
        ),
        treatments=tuple(TreatmentMark(index=(other.day - zero).days, treatment=other.number) for other in shown),
        today_index=(today - zero).days,
    )


def default_last_day(record: Record, treatment: Treatment, number: int = DEFAULT_LAST_NUMBER) -> date:
    """Day ``number`` of a treatment, or the eve of the next one if that is earlier."""
    last = treatment.day + timedelta(days=number)
    end = record.course_end(treatment)
    return last if end is None else max(treatment.day, min(last, end))


def point_of(record: Record, scale: Scale, zero: date, day: date) -> ChartPoint | None:
    """The rating of a day as a point, None when none was given."""
    entry = record.entry(day)
    value = None if entry is None else entry.rating(scale)
    if entry is None or value is None:
        return None
    return ChartPoint(
        index=(day - zero).days, day=day, value=value, recorded=entry.recorded, edited=record.is_edited(day)
    )


def is_missing(record: Record, day: date, today: date, *, logged: bool) -> bool:
    """Whether a day counts as missing: over, in a course up to the plan's last day, and not logged."""
    number = record.day_number(day)
    return not logged and number is not None and number <= record.plan_on(day).last_day and day < today


def _chart_day(record: Record, scale: Scale, zero: date, day: date, today: date) -> ChartDay:
    point = point_of(record, scale, zero, day)
    expected = record.expected(day, scale)
    return ChartDay(
        index=(day - zero).days,
        day=day,
        number=record.day_number(day),
        point=point,
        is_gap=is_missing(record, day, today, logged=point is not None),
        is_edited=record.is_edited(day),
        expected=expected,
        range_end=None if expected is None else range_end(expected, record.baseline.of(scale)),
    )


def _comparison(record: Record, other: Treatment, scale: Scale, last_index: int) -> Comparison:
    last = default_last_day(record, other, max(0, last_index))
    points = (point_of(record, scale, other.day, day) for day in days_between(other.day, last))
    return Comparison(treatment=other.number, points=tuple(point for point in points if point is not None))


def _ranges(
    record: Record, scale: Scale, zero: date, first_day: date, last_day: date
) -> Iterator[tuple[RangePoint, ...]]:
    baseline = record.baseline.of(scale)
    for treatment in record.treatments:
        start = max(first_day, treatment.day)
        end = min(last_day, record.course_end(treatment) or last_day)
        if start > end:
            continue
        offset = (treatment.day - zero).days
        numbers = (float((start - treatment.day).days), float((end - treatment.day).days))
        yield tuple(
            RangePoint(index=offset + number, low=value.low, typical=value.typical, high=range_end(value, baseline))
            for number, value in _corners(record.curve, scale, treatment, baseline, numbers)
        )


def _corners(
    curve: Curve, scale: Scale, treatment: Treatment, baseline: int, numbers: tuple[float, float]
) -> Iterator[tuple[float, Expected]]:
    """The curve's own points between two day numbers, both ends, and where the high line meets the range's least end.

    Day 0 is read at 6 hours, so from 0 to 6 hours the value of 6 hours is held: picture and words then agree.
    """
    first, last = numbers
    of_curve = (point.hours / HOURS_PER_DAY for point in curve.lines[scale, treatment.depth_class])
    inner = {first, last, *(number for number in of_curve if first < number < last)}

    def value(number: float) -> Expected:
        return curve.at_hours(scale, treatment.depth_class, max(hours_of_day(0), number * HOURS_PER_DAY), baseline)

    least = baseline + 1.0
    ordered = sorted(inner)
    for left, right in pairwise(ordered):
        above, below = value(left).high - least, value(right).high - least
        if above * below < 0:
            inner.add(left + (right - left) * above / (above - below))
    return ((number, value(number)) for number in sorted(inner))
