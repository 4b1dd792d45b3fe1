"""What the lane under the curves holds: rules in force, flags, things done too early. Pure data; no Qt, no words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal.domain.curve import HOURS_PER_DAY
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Tier
from journal.domain.record import Record, days_between
from journal.domain.treatment import Treatment
from journal.drawing.chart_data import TreatmentMark


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneWindow:
    """Habits to avoid, or to do, over the same stretch. ``start`` and ``end`` are day indices, with fractions."""

    habits: tuple[str, ...]
    kind: Kind
    start: float
    end: float
    treatment: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFlag:
    """The flags of one day that are marked, without those of habits; ``tier`` is the highest."""

    index: int
    day: date
    tier: Tier
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneSlip:
    """Something done earlier than advised (kind avoid), or not done that was advised (kind do)."""

    index: int
    day: date
    kind: Kind
    habits: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneData:
    """The lane of one period, on the same indices as the chart above it."""

    treatment: int
    windows: tuple[LaneWindow, ...]
    flags: tuple[LaneFlag, ...]
    slips: tuple[LaneSlip, ...]
    treatments: tuple[TreatmentMark, ...]
    habit_names: Mapping[str, str] = field(default_factory=dict)


def course_lane(record: Record, treatment: Treatment, *, first_day: date, last_day: date) -> LaneData:
    """The lane from ``first_day`` to ``last_day``, placed by days since ``treatment``."""
    zero = treatment.day
    days = tuple(days_between(first_day, max(first_day, last_day)))
    return LaneData(
        treatment=treatment.number,
        habit_names=record.habit_names,
        windows=tuple(_windows(record, treatment, first_day, days[-1])),
        flags=tuple(flag for day in days if (flag := _flag(record, zero, day)) is not None),
        slips=tuple(slip for day in days for slip in _slips(record, zero, day)),
        treatments=tuple(
            TreatmentMark(index=(other.day - zero).days, treatment=other.number)
            for other in record.treatments
            if first_day <= other.day <= days[-1]
        ),
    )


def _flag(record: Record, zero: date, day: date) -> LaneFlag | None:
    findings = tuple(finding for finding in record.marks(day) if finding.rule.kind not in (Kind.AVOID, Kind.DO))
    if not findings:
        return None
    tier = max(finding.tier for finding in findings)
    return LaneFlag(index=(day - zero).days, day=day, tier=tier, findings=findings)


def _slips(record: Record, zero: date, day: date) -> Iterator[LaneSlip]:
    for kind in (Kind.AVOID, Kind.DO):
        findings = tuple(finding for finding in record.marks(day) if finding.rule.kind is kind)
        if findings:
            habits = tuple(finding.rule.habit or finding.rule.id for finding in findings)
            yield LaneSlip(index=(day - zero).days, day=day, kind=kind, habits=habits, findings=findings)


def _windows(record: Record, treatment: Treatment, first_day: date, last_day: date) -> Iterator[LaneWindow]:
    """Rules of the same stretch share one window; longer ones come later."""
    first, last = (first_day - treatment.day).days, (last_day - treatment.day).days
    found: dict[tuple[int, Kind, float, float], list[str]] = {}
    for other in record.treatments:
        for kind, habit, start, end in _stretches(record, treatment, other):
            if start < last + 1 and end > first:
                found.setdefault((other.number, kind, start, end), []).append(habit)
    for (number, kind, start, end), habits in sorted(
        found.items(), key=lambda item: (item[0][0], item[0][1], item[0][3])
    ):
        yield LaneWindow(habits=tuple(habits), kind=kind, start=start, end=end, treatment=number)


def _stretches(record: Record, treatment: Treatment, other: Treatment) -> Iterator[tuple[Kind, str, float, float]]:
    """The avoid and do rules of one treatment: kind, habit, first and last index.

    Avoid windows run in hours from the instant, which lies at the treatment's day like the curve's hour 0. Do rules
    count days and give way to the next treatment's.
    """
    offset = float((other.day - treatment.day).days)
    eve = record.course_end(other)
    for rule in record.plan_of(other).rules:
        if rule.habit is None or not rule.applies_to(other):
            continue
        if rule.kind is Kind.AVOID:
            yield rule.kind, rule.habit, offset, offset + rule.window_hours(other) / HOURS_PER_DAY
        elif rule.kind is Kind.DO and rule.from_day is not None and rule.to_day is not None:
            last_day = other.day + timedelta(days=rule.to_day)
            end = min(last_day, eve) if eve is not None else last_day
            if end >= other.day + timedelta(days=rule.from_day):
                yield rule.kind, rule.habit, offset + rule.from_day, float((end - treatment.day).days)
