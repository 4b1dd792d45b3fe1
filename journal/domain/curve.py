"""The expected curve: low, typical and high by hours since treatment and depth class.

The points are data (``resources/curves/*.toml``), each with its source and status: a guide, never a percentile.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from journal.domain.ratings import HIGHEST, Scale
from journal.domain.treatment import DepthClass

HOURS_PER_DAY = 24
DAY_ZERO_HOURS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The expected range at one moment, on the 0-10 scale."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """One point of the curve file: hours since treatment, three values, where they come from, how sure that is."""

    hours: float
    low: float
    typical: float
    high: float
    status: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """All lines of one curve file, per scale and depth class, points in order of hours."""

    name: str
    version: str
    lines: Mapping[tuple[Scale, DepthClass], tuple[CurvePoint, ...]]

    def at_hours(self, scale: Scale, depth_class: DepthClass, hours: float, baseline: int) -> Expected:
        """Straight between the points, last value held; a value c becomes b + c (10 - b) / 10."""
        points = self.lines[scale, depth_class]
        after = bisect_right(points, hours, key=lambda point: point.hours)
        right = points[min(after, len(points) - 1)]
        left = points[max(after - 1, 0)]
        span = right.hours - left.hours
        share = (hours - left.hours) / span if span > 0 else 0.0

        def value(start: float, end: float) -> float:
            return with_baseline(start + (end - start) * share, baseline)

        return Expected(
            low=value(left.low, right.low),
            typical=value(left.typical, right.typical),
            high=value(left.high, right.high),
        )

    def on_day(self, scale: Scale, depth_class: DepthClass, number: int, baseline: int) -> Expected:
        """Day n is read at 24 n hours, day 0 at 6 hours."""
        return self.at_hours(scale, depth_class, hours_of_day(number), baseline)


def hours_of_day(number: int) -> float:
    """The hours since treatment at which day ``number`` is read."""
    return number * HOURS_PER_DAY if number > 0 else DAY_ZERO_HOURS


def with_baseline(value: float, baseline: int) -> float:
    """A curve value scaled into what the baseline leaves of the scale."""
    return baseline + value * (HIGHEST - baseline) / HIGHEST


def range_end(expected: Expected, baseline: int) -> float:
    """Where the usual range ends on screen and paper: the high line, or one above the baseline if that is more."""
    return max(expected.high, baseline + 1.0)
