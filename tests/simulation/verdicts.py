"""What is said of a course, and when: by the engine with the shipped plan and curve, and by naive ones.

Every logged day is entered on its own evening with the signs answered "none of these"; habits are not answered.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from journal.domain.plan import Tier
from journal.domain.record import build_record
from tests.builders import entry, facts, treatment
from tests.simulation.courses import DAYS, LAST_DAY, SimulatedCourse

LOOK_AGAIN, RISING, STILL_RED = "look-again", "rising", "still-red"
CALLED = "call or today"
NAIVE_RISE, NAIVE_SORER, NAIVE_HIGH, NAIVE_ANY = "naive rise", "naive rise of soreness", "naive high day", "naive any"
SHARE_LOGGED = 0.85
EVERY_DAY = frozenset(DAYS)
REMINDED = frozenset([*range(8), *range(9, 15, 2), 14, 21, 28])
"""Daily to day 7, every second day to 14, then weekly."""

Found = dict[str, set[int]]
"""The day numbers on which each rule is met; rules that never are, are left out."""
Logging = Callable[[SimulatedCourse, Random], Collection[int]]


def every_day(_course: SimulatedCourse, _random: Random) -> Collection[int]:
    """All of them."""
    return EVERY_DAY


def most_days(_course: SimulatedCourse, random: Random) -> Collection[int]:
    """Each day with a chance of 85 in 100."""
    return {number for number in DAYS if random.random() < SHARE_LOGGED}


def as_reminded(_course: SimulatedCourse, _random: Random) -> Collection[int]:
    """On the days of the reminders only."""
    return REMINDED


def as_reminded_and_asked(course: SimulatedCourse, _random: Random) -> Collection[int]:
    """On the days of the reminders, and on the day after each ``look-again``, which asks for it."""
    logged: set[int] = set(REMINDED)
    while True:
        asked = {day + 1 for day, rules in _met(course, logged) if LOOK_AGAIN in rules and day < LAST_DAY}
        if asked <= logged:
            return logged
        logged |= asked


def judged(course: SimulatedCourse, logged: Collection[int]) -> Found:
    """When the engine says each of its rating rules, and anything at ``call`` or above."""
    found: Found = {}
    for day, names in _met(course, logged):
        for name in names:
            found.setdefault(name, set()).add(day)
    return found


def judged_naively(course: SimulatedCourse) -> Found:
    """When the rules that one would first think of would speak, on a course logged every day."""
    found = {
        NAIVE_RISE: _rises(course.redness),
        NAIVE_SORER: _rises(course.sensitivity),
        NAIVE_HIGH: _high_days(course),
    }
    spoken = {name: days for name, days in found.items() if days}
    return {**spoken, NAIVE_ANY: set().union(*spoken.values())} if spoken else spoken


def _met(course: SimulatedCourse, logged: Collection[int]) -> Iterable[tuple[int, set[str]]]:
    """By day, the ids of the rules that are met, and ``CALLED`` if one of them is at ``call`` or above."""
    start, days = _calendar()
    made = (entry(days[n], course.redness[n], course.sensitivity[n], symptoms=frozenset()) for n in sorted(logged))
    done = treatment(depth_mm=course.depth_mm)
    record = build_record(facts(*made, treatments=(done,), baseline=course.baseline))
    for day, flags in sorted(record.flags_by_day.items()):
        met = [finding for finding in flags if finding.is_met]
        names = {finding.rule.id for finding in met}
        yield (day - start).days, names | ({CALLED} if any(f.tier >= Tier.CALL for f in met) else set())


@cache
def _calendar() -> tuple[date, tuple[date, ...]]:
    start = treatment().day
    return start, tuple(start + timedelta(days=number) for number in DAYS)


def _rises(ratings: Sequence[int]) -> set[int]:
    """Those of the days 3 to 14 with a rating 2 or more above the lowest since day 1."""
    return {number for number in range(3, 15) if ratings[number] - min(ratings[1:number]) >= 2}


def _high_days(course: SimulatedCourse) -> set[int]:
    """The days from 7 on with redness 2 above the baseline, 3 above it before day 14."""
    above = [value - course.baseline.redness for value in course.redness]
    return {number for number in range(7, LAST_DAY + 1) if above[number] >= (3 if number < 14 else 2)}
