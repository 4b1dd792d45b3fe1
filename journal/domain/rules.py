"""What the plan's rules say of each day: one judge a kind of rule, used for flags and for "why" alike.

Flags of many days are found by asking only the rules that could be met or in force; ``explain`` asks them all.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journal.domain.course import Course, Reading, SilentReading
from journal.domain.entry import Entry
from journal.domain.facts import Facts
from journal.domain.findings import Countdown, Finding, State
from journal.domain.plan import Kind, Rule, Tier
from journal.domain.ratings import Scale
from journal.domain.treatment import Treatment

ONE_DAY = timedelta(days=1)
STRONG_FROM = 8
STRONG_ABOVE_LINE = 2
LEAST_RISE = 2
RATING_KINDS = (Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING)
WARMER = "warmer"


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything a judge needs of one day."""

    facts: Facts
    day: date
    treatment: Treatment | None
    course: Course | None
    entry: Entry | None

    @property
    def number(self) -> int | None:
        """The day number, None before the first treatment."""
        return None if self.treatment is None else (self.day - self.treatment.day).days


def window_end(rule: Rule, treatment: Treatment) -> datetime:
    """When the rule's window after this treatment ends, in its UTC offset."""
    return treatment.at + timedelta(hours=rule.window_hours(treatment))


def window_days(rule: Rule, treatment: Treatment) -> tuple[date, date]:
    """First and last civil day that the window touches; it is half open."""
    end = window_end(rule, treatment)
    last = end.date() - ONE_DAY if end.time() == time() else end.date()
    return treatment.day, last


def all_flags(facts: Facts) -> Mapping[date, tuple[Finding, ...]]:
    """Flags of every day that has one."""
    return _flags_of(facts, None, None)


def updated_flags(
    facts: Facts, before: Mapping[date, tuple[Finding, ...]], day: date
) -> Mapping[date, tuple[Finding, ...]]:
    """The flags after the entry of ``day`` changed: only its course is worked out anew."""
    starts = [treatment.day for treatment in facts.treatments]
    first = max((start for start in starts if start <= day), default=None)
    last = min((start for start in starts if start > day), default=None)
    first = day if first is None else first
    last = day if first == day and first not in starts else (None if last is None else last - ONE_DAY)
    renewed = _flags_of(facts, first, last)
    kept = {other: flags for other, flags in before.items() if other < first or (last is not None and other > last)}
    return {**kept, **renewed}


def explain(facts: Facts, day: date) -> tuple[Finding, ...]:
    """Every rule of the plan on a day, in the plan's order."""
    treatment = _latest(facts, day)
    course = None if treatment is None else Course(facts, treatment)
    asked = Asked(facts, day, treatment, course, facts.entries.get(day))
    return tuple(_judge(rule, asked, in_force=_in_force(rule, asked)) for rule in facts.plan.rules)


def countdowns(facts: Facts, now: datetime) -> tuple[Countdown, ...]:
    """Avoid and do rules in force at ``now``, soonest end first."""
    found: list[Countdown] = []
    latest = _latest(facts, now.date())
    for rule in facts.plan.rules:
        if rule.kind is Kind.AVOID:
            ends = [window_end(rule, treatment) for treatment in facts.treatments if treatment.at <= now]
            if ends and max(ends) > now:
                found.append(Countdown(rule=rule, ends=max(ends)))
        elif rule.kind is Kind.DO and latest is not None:
            number = (now.date() - latest.day).days
            if _within(rule, number):
                found.append(Countdown(rule=rule, last_day=latest.day + ONE_DAY * (rule.to_day or 0)))
    return tuple(sorted(found, key=lambda countdown: _end_of(countdown, now)))


def _end_of(countdown: Countdown, now: datetime) -> datetime:
    if countdown.ends is not None:
        return countdown.ends
    return datetime.combine((countdown.last_day or now.date()) + ONE_DAY, time(), now.tzinfo)


def _flags_of(facts: Facts, first: date | None, last: date | None) -> dict[date, tuple[Finding, ...]]:
    """The flags of all days from first to last (None: without end), in order of days."""
    order = {rule.id: index for index, rule in enumerate(facts.plan.rules)}
    forces = _forces(facts, first, last)
    days = {day for day in facts.entries if _between(day, first, last)} | forces.keys()
    flags: dict[date, tuple[Finding, ...]] = {}
    courses: dict[int, Course] = {}
    symptom_rules = [rule for rule in facts.plan.rules if rule.kind is Kind.SYMPTOM]
    rating_rules = [rule for rule in facts.plan.rules if rule.kind in RATING_KINDS]
    for day in sorted(days):
        entry, in_force = facts.entries.get(day), forces.get(day, {})
        asked = _ask(facts, day, entry, courses)
        rules: list[Rule] = list(in_force.values())
        if entry is not None:
            rules += symptom_rules if entry.symptoms else []
            rules += (rule for rule in rating_rules if entry.has_rating and _could_be_met(rule, asked))
        found = [_judge(rule, asked, in_force=rule.id in in_force) for rule in rules]
        shown = [finding for finding in found if finding.is_flag]
        if shown:
            flags[day] = tuple(sorted(shown, key=lambda finding: (-_rank(finding), order[finding.rule.id])))
    return flags


def _could_be_met(rule: Rule, asked: Asked) -> bool:
    """The same judgement without its values, after two cheap questions that end most of them.

    All but ``strong`` need a rating that is at least the smallest rise above the baseline.
    """
    if not _within(rule, asked.number):
        return False
    if rule.kind is not Kind.STRONG and not _is_raised(asked):
        return False
    return _rating_state(rule, asked, SilentReading()) is State.MET


def _is_raised(asked: Asked) -> bool:
    entry, baseline = asked.entry, asked.facts.baseline
    if entry is None:
        return False
    redness, sensitivity = entry.redness or 0, entry.sensitivity or 0
    return redness >= baseline.redness + LEAST_RISE or sensitivity >= baseline.sensitivity + LEAST_RISE


def _rank(finding: Finding) -> int:
    return finding.tier + 1 if finding.is_met else 0


def _ask(facts: Facts, day: date, entry: Entry | None, courses: dict[int, Course]) -> Asked:
    treatment = _latest(facts, day)
    if treatment is None:
        return Asked(facts, day, None, None, entry)
    if treatment.number not in courses:
        courses[treatment.number] = Course(facts, treatment)
    return Asked(facts, day, treatment, courses[treatment.number], entry)


def _forces(facts: Facts, first: date | None, last: date | None) -> dict[date, dict[str, Rule]]:
    """Which avoid, do and note rules are in force on which day."""
    forces: dict[date, dict[str, Rule]] = {}
    longest = ONE_DAY * max((_length_in_days(rule) for rule in facts.plan.rules), default=0)
    for treatment, eve in zip(facts.treatments, _eves(facts.treatments), strict=True):
        if not _between(treatment.day, None if first is None else first - longest, last):
            continue
        for rule in facts.plan.rules:
            for day in _days_in_force(rule, treatment, eve):
                if _between(day, first, last):
                    forces.setdefault(day, {})[rule.id] = rule
    return forces


def _length_in_days(rule: Rule) -> int:
    hours = max(rule.hours or 0, rule.hours_if_deep or 0)
    return max(hours // 24 + 1, rule.to_day or 0)


def _days_in_force(rule: Rule, treatment: Treatment, eve: date | None) -> Iterable[date]:
    if rule.kind in (Kind.AVOID, Kind.NOTE):
        begin, end = window_days(rule, treatment)
    elif rule.kind is Kind.DO:
        begin = treatment.day + ONE_DAY * (rule.from_day or 0)
        end = treatment.day + ONE_DAY * (rule.to_day or 0)
        end = end if eve is None else min(end, eve)
    else:
        return ()
    return (begin + ONE_DAY * offset for offset in range((end - begin).days + 1))


def _eves(treatments: tuple[Treatment, ...]) -> list[date | None]:
    """The last day each treatment is the latest one; None for the last treatment."""
    return [*(after.day - ONE_DAY for after in treatments[1:]), *([None] if treatments else [])]


def _between(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _latest(facts: Facts, day: date) -> Treatment | None:
    index = bisect_right(facts.treatments, day, key=lambda treatment: treatment.day)
    return facts.treatments[index - 1] if index else None


def _within(rule: Rule, number: int | None) -> bool:
    """Whether a day number lies between the rule's days, both included."""
    if number is None:
        return False
    return (rule.from_day or 0) <= number and (rule.to_day is None or number <= rule.to_day)


def _in_force(rule: Rule, asked: Asked) -> bool:
    if rule.kind is Kind.DO:
        return _within(rule, asked.number)
    if rule.kind not in (Kind.AVOID, Kind.NOTE):
        return False
    windows = (window_days(rule, treatment) for treatment in asked.facts.treatments)
    return any(first <= asked.day <= last for first, last in windows)


def _judge(rule: Rule, asked: Asked, *, in_force: bool) -> Finding:
    reading = Reading()
    tier = rule.tier
    match rule.kind:
        case Kind.AVOID | Kind.DO:
            state = _habit_state(rule, asked, reading) if in_force else State.NOT_MET
        case Kind.SYMPTOM:
            state, tier = _sign_state(rule, asked, reading)
        case Kind.NOTE:
            state = State.NOT_MET
        case _:
            state = _rating_state(rule, asked, reading)
    return Finding(
        rule=rule,
        day=asked.day,
        state=state,
        in_force=in_force,
        tier=tier,
        values=reading.values,
        missing=tuple(reading.missing) if state is State.UNKNOWN else (),
    )


def _habit_state(rule: Rule, asked: Asked, reading: Reading) -> State:
    habit = rule.habit or ""
    answer = None if asked.entry is None else asked.entry.habits.get(habit)
    if answer is None:
        reading.miss(habit, asked.day)
        return State.UNKNOWN
    reading.note(habit, asked.day, answer)
    return State.MET if answer is (rule.kind is Kind.AVOID) else State.NOT_MET


def _sign_state(rule: Rule, asked: Asked, reading: Reading) -> tuple[State, Tier]:
    if rule.from_day and not _within(rule, asked.number):
        return State.NOT_MET, rule.tier
    entry = asked.entry
    if entry is None or not entry.symptoms_asked:
        reading.miss("symptoms", asked.day)
        return State.UNKNOWN, rule.tier
    worse = [sign for sign in rule.worse_with if sign in entry.symptoms]
    for sign in (*rule.signs, *worse):
        reading.note(sign, asked.day, sign in entry.symptoms)
    is_met = any(sign in entry.symptoms for sign in rule.signs)
    tier = rule.worse_tier if is_met and worse and rule.worse_tier is not None else rule.tier
    return (State.MET if is_met else State.NOT_MET), tier


def _rating_state(rule: Rule, asked: Asked, reading: Reading) -> State:
    course, number = asked.course, asked.number
    if course is None or number is None or not _within(rule, number):
        return State.NOT_MET
    match rule.kind:
        case Kind.STRONG:
            return State.either(
                *(course.strong(scale, number, STRONG_FROM, STRONG_ABOVE_LINE, reading) for scale in Scale)
            )
        case Kind.UP:
            return State.either(*(course.up(scale, number, LEAST_RISE, reading) for scale in Scale))
        case Kind.RISING:
            return _rising(course, number, asked, reading)
        case _:
            return course.persisting(number, reading)


def _rising(course: Course, number: int, asked: Asked, reading: Reading) -> State:
    ups = [course.up(scale, number, LEAST_RISE, reading) for scale in Scale]
    return State.either(
        *(course.pair(scale, number, reading) for scale in Scale),
        State.both(*ups),
        State.both(State.either(*ups), _warmer(asked, reading)),
    )


def _warmer(asked: Asked, reading: Reading) -> State:
    entry = asked.entry
    if entry is None or not entry.symptoms_asked:
        reading.miss("symptoms", asked.day)
        return State.UNKNOWN
    reading.note(WARMER, asked.day, WARMER in entry.symptoms)
    return State.MET if WARMER in entry.symptoms else State.NOT_MET
