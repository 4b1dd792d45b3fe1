"""What the plan's rules say: the flags of all days, of one course after a change, and every rule on one day.

Flags of many days are found by asking only the rules that could be met or are in force; ``explain`` asks them all.
The same judges answer both.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from journal.domain.course import Course, HighLines, LeastAsked
from journal.domain.facts import Facts
from journal.domain.findings import Countdown, Finding, State
from journal.domain.judges import Asked, judge
from journal.domain.plan import Kind, Plan, Rule
from journal.domain.treatment import Treatment
from journal.domain.windows import ONE_DAY, countdowns_at, is_between, is_in_force, rules_in_force, within_days

Flags = Mapping[date, tuple[Finding, ...]]
RATING_KINDS = frozenset({Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING})
NO_RULES: frozenset[int] = frozenset()


def all_flags(facts: Facts) -> Flags:
    """Flags of every day that has one, in order of days; of a day highest tier first, then in the plan's order."""
    return flags_between(facts, None, None)


def explain(facts: Facts, day: date) -> tuple[Finding, ...]:
    """Every rule of the plan on a day, in the plan's order."""
    days = _Days(facts)
    asked = days.asked(day)
    rules = facts.plan_of(days.latest(day)).rules
    return tuple(judge(rule, asked, in_force=is_in_force(facts, rule, day, asked.treatment)) for rule in rules)


def judged(facts: Facts, rule: Rule, days: Iterable[date]) -> Iterator[Finding]:
    """One rule on several days, in the order in which they come; each is judged when it is asked for."""
    asking = _Days(facts)
    for day in days:
        asked = asking.asked(day)
        yield judge(rule, asked, in_force=is_in_force(facts, rule, day, asked.treatment))


def countdowns(facts: Facts, now: datetime) -> tuple[Countdown, ...]:
    """Avoid and do rules in force at ``now``, soonest end first."""
    return countdowns_at(facts, _Days(facts).latest(now.date()), now)


def flags_between(facts: Facts, first: date | None, last: date | None) -> dict[date, tuple[Finding, ...]]:
    """Flags of the days from first to last, both included; None: without end."""
    days = _Days(facts)
    flags: dict[date, tuple[Finding, ...]] = {}
    for treatment, begin, end in _courses(facts, first, last):
        flags |= _course_flags(facts, facts.plan_of(treatment), days, begin, end)
    return flags


def _courses(
    facts: Facts, first: date | None, last: date | None
) -> Iterator[tuple[Treatment | None, date | None, date | None]]:
    """The courses between two days, each with its days there; the first is that before any treatment."""
    starts = [treatment.day for treatment in facts.treatments]
    for index in range(len(starts) + 1):
        begin = starts[index - 1] if index else None
        end = starts[index] - ONE_DAY if index < len(starts) else None
        begin = begin if first is None or (begin is not None and begin > first) else first
        end = end if last is None or (end is not None and end < last) else last
        if begin is None or end is None or begin <= end:
            yield facts.treatments[index - 1] if index else None, begin, end


def _course_flags(
    facts: Facts, plan: Plan, days: "_Days", first: date | None, last: date | None
) -> dict[date, tuple[Finding, ...]]:
    """The flags of one course, by its own plan."""
    sieve = _Sieve(plan)
    forces = rules_in_force(facts, plan, first, last)
    logged = _logged_between(facts, first, last)
    flags: dict[date, tuple[Finding, ...]] = {}
    for day in sorted(logged | forces.keys()):
        in_force = forces.get(day, NO_RULES)
        asked = days.asked(day)
        places = in_force.union(sieve.could_be_met(asked))
        if not places:
            continue
        found = [judge(plan.rules[place], asked, in_force=place in in_force) for place in sorted(places)]
        met = [finding for finding in found if finding.state is State.MET]
        if met or in_force:
            rest = [finding for finding in found if finding.in_force and finding.state is not State.MET]
            flags[day] = (*sorted(met, key=_by_tier), *rest)
    return flags


def _logged_between(facts: Facts, first: date | None, last: date | None) -> set[date]:
    """The days with an entry; a short course is walked day by day rather than through all the years."""
    if first is None or last is None or (last - first).days > len(facts.entries):
        return {day for day in facts.entries if is_between(day, first, last)}
    course = (first + ONE_DAY * offset for offset in range((last - first).days + 1))
    return {day for day in course if day in facts.entries}


def _by_tier(finding: Finding) -> int:
    """The highest tier first."""
    return -finding.tier


class _Days:
    """Each day with its entry and its course; a course is set up once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._starts = [treatment.day for treatment in facts.treatments]
        self._lines = HighLines(facts.curve, facts.baseline)
        self._courses: dict[int, Course] = {}

    def latest(self, day: date) -> Treatment | None:
        """The latest treatment on or before a day."""
        index = bisect_right(self._starts, day)
        return self._facts.treatments[index - 1] if index else None

    def asked(self, day: date) -> Asked:
        """What the judges need of a day."""
        entry = self._facts.entries.get(day)
        index = bisect_right(self._starts, day) - 1
        if index < 0:
            return Asked(day, entry, None, None)
        if index not in self._courses:
            self._courses[index] = Course(self._facts, self._facts.treatments[index], self._lines)
        return Asked(day, entry, self._courses[index], (day - self._starts[index]).days)


class _Sieve:
    """Lets through the rules that could be met on a day by its symptoms and ratings. It may let through too many."""

    def __init__(self, plan: Plan) -> None:
        self._by_sign: dict[str, list[int]] = {}
        self._rating_rules: list[tuple[int, Rule]] = []
        for place, rule in enumerate(plan.rules):
            if rule.kind is Kind.SYMPTOM:
                for sign in rule.signs:
                    self._by_sign.setdefault(sign, []).append(place)
            elif rule.kind in RATING_KINDS:
                self._rating_rules.append((place, rule))
        self._least = LeastAsked.of(rule for _, rule in self._rating_rules)

    def could_be_met(self, asked: Asked) -> Iterator[int]:
        """The places in the plan of such rules."""
        entry = asked.entry
        if entry is None:
            return
        for sign in entry.symptoms:
            yield from self._by_sign.get(sign, ())
        number, course = asked.number, asked.course
        if number is None or course is None:
            return
        asking = [place for place, rule in self._rating_rules if within_days(rule, number)]
        if asking and course.stands_out(entry, number, self._least):
            yield from asking
