"""What would clear a flag: a rating low enough at the next check-in, a sign answered no, or the end of a window.

The numbers are found by asking the judges of a next check-in as it might be, so that they hold whatever the thresholds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from enum import Enum, auto
from types import MappingProxyType

from journal.domain import rules
from journal.domain.entry import SYMPTOMS, Entry
from journal.domain.facts import Facts
from journal.domain.findings import Finding, State
from journal.domain.plan import Kind, Rule
from journal.domain.ratings import HIGHEST, LOWEST, Scale
from journal.domain.windows import ONE_DAY, WINDOW_KINDS, in_each_course, window_days, window_end

EVENING = time(20)


class Way(Enum):
    """How a flag goes away."""

    OVER = auto()
    """It has: a later day is not met (``day``)."""
    RATINGS = auto()
    """Ratings of at most ``at_most`` at the check-in of ``day``."""
    SIGNS = auto()
    """None of ``signs`` any more at the check-in of ``day``."""
    WINDOW = auto()
    """By itself, when the time is over: ``ends``."""
    DAILY = auto()
    """By itself with the day; advised until ``day``, that included."""
    LAST_DAY = auto()
    """By itself: the rule does not look at days after ``day``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearing:
    """What would clear a flag, in numbers; which of them are set depends on ``way``."""

    way: Way
    day: date | None = None
    at_most: Mapping[Scale, int] = field(default_factory=lambda: MappingProxyType({}))
    signs: tuple[str, ...] = ()
    ends: datetime | None = None


def clearing_of(facts: Facts, finding: Finding, today: date) -> Clearing | None:
    """What would clear this flag, seen from ``today``; None when nothing known would."""
    rule = finding.rule
    if rule.kind in WINDOW_KINDS:
        return Clearing(way=Way.WINDOW, ends=_end_of_window(facts, rule, finding.day))
    if rule.kind is Kind.DO:
        return Clearing(way=Way.DAILY, day=_last_day(facts, rule, finding.day))
    last_met, over = _course_of(facts, finding, today)
    if over is not None:
        return Clearing(way=Way.OVER, day=over)
    day = _next_check_in(facts, rule, last_met, today)
    last_day = _last_day(facts, rule, finding.day)
    if last_day is not None and day > last_day:
        return Clearing(way=Way.LAST_DAY, day=last_day)
    if rule.kind is Kind.SYMPTOM:
        ticked = tuple(sign for sign in rule.signs if finding.values.get(f"{sign}@{finding.day.isoformat()}") is True)
        return Clearing(way=Way.SIGNS, day=day, signs=ticked)
    at_most = _at_most(facts, rule, day)
    return None if at_most is None else Clearing(way=Way.RATINGS, day=day, at_most=at_most)


def _end_of_window(facts: Facts, rule: Rule, day: date) -> datetime | None:
    """The latest end of the windows that touch the day."""
    ends = []
    for treatment, own in in_each_course(facts, rule):
        first, last = window_days(own, treatment)
        if first <= day <= last:
            ends.append(window_end(own, treatment))
    return max(ends, default=None)


def _last_day(facts: Facts, rule: Rule, day: date) -> date | None:
    """The last day on which the rule looks at the course of ``day``; None: without end."""
    start = _start_of_course(facts, day)
    if start is None:
        return None
    days = [] if rule.to_day is None else [start + ONE_DAY * rule.to_day]
    if days or rule.from_day is not None:
        days += [treatment.day - ONE_DAY for treatment in facts.treatments if treatment.day > day][:1]
    return min(days, default=None)


def _start_of_course(facts: Facts, day: date) -> date | None:
    return max((treatment.day for treatment in facts.treatments if treatment.day <= day), default=None)


def _course_of(facts: Facts, finding: Finding, today: date) -> tuple[date, date | None]:
    """The last day on which the rule is still met, and the day after it on which it is not; None when there is none."""
    last_met = finding.day
    last_day = _last_day(facts, finding.rule, finding.day)
    end = today if last_day is None else min(today, last_day)
    for later in rules.judged(facts, finding.rule, _days_after(finding.day, end)):
        if later.state is State.NOT_MET:
            return last_met, later.day
        if later.is_met:
            last_met = later.day
    return last_met, None


def _days_after(day: date, last: date) -> Iterator[date]:
    while day < last:
        day += ONE_DAY
        yield day


def _next_check_in(facts: Facts, rule: Rule, last_met: date, today: date) -> date:
    """Today while what the rule looks at is not given yet; else tomorrow."""
    if last_met >= today:
        return last_met + ONE_DAY
    entry = facts.entries.get(today)
    is_given = entry is not None and (entry.symptoms_asked if rule.kind is Kind.SYMPTOM else entry.has_rating)
    return today + ONE_DAY if is_given else today


def _at_most(facts: Facts, rule: Rule, day: date) -> Mapping[Scale, int] | None:
    """The highest ratings of that day with which the rule is not met, whatever the signs; None when there are none.

    A scale on which every rating would do is left out.
    """
    start = _start_of_course(facts, day) or day
    before = _days_after(start - ONE_DAY, day - ONE_DAY)
    bare = replace(facts, entries={gone: entry for gone in before if (entry := facts.entries.get(gone)) is not None})
    found = {scale: _highest(bare, rule, day, scale) for scale in Scale}
    if None in found.values():
        return None
    return MappingProxyType({scale: most for scale, most in found.items() if most is not None and most < HIGHEST})


def _highest(facts: Facts, rule: Rule, day: date, scale: Scale) -> int | None:
    most = None
    for rating in range(LOWEST, HIGHEST + 1):
        given = replace(facts, entries={**facts.entries, day: _check_in(day, scale, rating)})
        if next(rules.judged(given, rule, [day])).state is not State.NOT_MET:
            break
        most = rating
    return most


def _check_in(day: date, scale: Scale, rating: int) -> Entry:
    """A check-in as it might be: one scale rated, the other at its lowest, every sign there."""
    at = datetime.combine(day, EVENING, UTC)
    ratings = {Scale.REDNESS: LOWEST, Scale.SENSITIVITY: LOWEST, scale: rating}
    return Entry(
        day=day,
        entered_at=at,
        redness=ratings[Scale.REDNESS],
        sensitivity=ratings[Scale.SENSITIVITY],
        symptoms=frozenset(SYMPTOMS),
        symptoms_asked=True,
        redness_at=at,
        sensitivity_at=at,
    )
