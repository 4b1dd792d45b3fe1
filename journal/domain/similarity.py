"""How one picture is laid over another: turned, scaled and shifted, never sheared or mirrored. Plain complex numbers.

A point is ``complex(x, y)`` with y down. Multiplying by a number of angle t then turns clockwise on the screen, so a
similarity is ``q = factor * p + shift``.
"""

import cmath
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.domain.alignment import SCALE_MAX, SCALE_MIN, SHIFT_MAX

Point = complex

APART_MIN = 0.01
"""Marked points nearer to each other than this, in long sides, say nothing of turn and scale."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """The map ``q = factor * p + shift``; ``factor`` holds scale and turn in one number."""

    factor: complex
    shift: complex

    @classmethod
    def of(cls, scale: float, turn: float, dx: float, dy: float) -> "Similarity":
        """By scale, turn in degrees clockwise on the screen, and shift."""
        return cls(cmath.rect(scale, math.radians(turn)), complex(dx, dy))

    @property
    def scale(self) -> float:
        """How much larger distances become."""
        return abs(self.factor)

    @property
    def turn(self) -> float:
        """Degrees clockwise on the screen, above -180 and up to 180."""
        return math.degrees(cmath.phase(self.factor))

    def __call__(self, point: Point) -> Point:
        """Where a point comes to lie."""
        return self.factor * point + self.shift

    def then(self, later: "Similarity") -> "Similarity":
        """This one first, then ``later``."""
        return Similarity(later.factor * self.factor, later(self.shift))

    @property
    def inverse(self) -> "Similarity":
        """The way back. Raises ``ZeroDivisionError`` for scale 0."""
        return Similarity(1 / self.factor, -self.shift / self.factor)

    @property
    def is_sound(self) -> bool:
        """Whether scale and shift are within what two photos of one face can need."""
        parts = (self.factor.real, self.factor.imag, self.shift.real, self.shift.imag)
        if not all(math.isfinite(part) for part in parts):
            return False
        return SCALE_MIN <= self.scale <= SCALE_MAX and max(abs(self.shift.real), abs(self.shift.imag)) <= SHIFT_MAX


UNCHANGED = Similarity(1, 0)


def similarity_from_points(moving: Sequence[Point], fixed: Sequence[Point]) -> Similarity:
    """The similarity that brings the moving points nearest to the fixed ones: least squares over all pairs.

    Two pairs are met exactly. Raises ``ValueError``: fewer than two pairs, unequal counts, points in one place.
    """
    if len(moving) != len(fixed) or len(moving) < 2:
        raise ValueError("two or more pairs of points are needed")
    if max(_spread(moving), _spread(fixed)) < APART_MIN:
        raise ValueError("the points lie in one place")
    middle, target = _mean(moving), _mean(fixed)
    away = [point - middle for point in moving]
    power = sum(abs(arm) ** 2 for arm in away)
    if not power:
        raise ValueError("the points lie in one place")
    factor = sum(arm.conjugate() * (point - target) for arm, point in zip(away, fixed, strict=True)) / power
    return Similarity(factor, target - factor * middle)


def are_apart(points: Sequence[Point]) -> bool:
    """Whether marked points lie far enough apart for turn and scale to be read from them."""
    return _spread(points) >= APART_MIN


def largest_miss(similarity: Similarity, moving: Iterable[Point], fixed: Iterable[Point]) -> float:
    """How far the worst of the pairs stays apart, in the unit of the fixed points."""
    return max(abs(similarity(point) - there) for point, there in zip(moving, fixed, strict=True))


def _mean(points: Sequence[Point]) -> Point:
    return sum(points) / len(points)


def _spread(points: Sequence[Point]) -> float:
    """The largest distance of a point from their middle."""
    middle = _mean(points)
    return max(abs(point - middle) for point in points)
