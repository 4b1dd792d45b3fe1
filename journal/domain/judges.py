"""One judge for each kind of rule: met, not met or unknown on one day, with the values that say so.

Used for flags and for "why" alike, so that both say the same.
"""

from dataclasses import dataclass
from datetime import date

from journal.domain.course import Course
from journal.domain.entry import Entry
from journal.domain.findings import Finding, State
from journal.domain.plan import Kind, Rule, Tier
from journal.domain.ratings import Scale
from journal.domain.reading import Reading, value_name
from journal.domain.treatment import Treatment
from journal.domain.windows import within_days

WARMER = "warmer"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a judge needs of one day. ``course`` and ``number`` are None before the first treatment."""

    day: date
    entry: Entry | None
    course: Course | None
    number: int | None

    @property
    def treatment(self) -> Treatment | None:
        """The latest treatment on or before the day."""
        return None if self.course is None else self.course.treatment


def judge(rule: Rule, asked: Asked, *, in_force: bool) -> Finding:
    """What one rule says of one day."""
    if rule.kind is Kind.AVOID or rule.kind is Kind.DO:
        return _habit_finding(rule, asked, in_force=in_force)
    reading = Reading()
    tier = rule.tier
    if rule.kind is Kind.NOTE or not rule.applies_to(asked.treatment):
        state = State.NOT_MET
    elif rule.kind is Kind.SYMPTOM:
        state, tier = _sign_state(rule, asked, reading)
    else:
        state = _rating_state(rule, asked, reading)
    return Finding(
        rule=rule,
        day=asked.day,
        state=state,
        in_force=in_force,
        tier=tier,
        values=reading.values(),
        missing=reading.missing() if state is State.UNKNOWN else (),
    )


def _habit_finding(rule: Rule, asked: Asked, *, in_force: bool) -> Finding:
    """By far the most findings are of habits, each with one answer: they do without a reading."""
    habit = rule.habit or ""
    answer = asked.entry.habits.get(habit) if in_force and asked.entry is not None else None
    if not in_force:
        state = State.NOT_MET
    elif answer is None:
        state = State.UNKNOWN
    else:
        state = State.MET if answer is (rule.kind is Kind.AVOID) else State.NOT_MET
    name = value_name(habit, asked.day)
    return Finding(
        rule=rule,
        day=asked.day,
        state=state,
        in_force=in_force,
        tier=rule.tier,
        values={} if answer is None else {name: answer},
        missing=(name,) if state is State.UNKNOWN else (),
    )


def _sign_state(rule: Rule, asked: Asked, reading: Reading) -> tuple[State, Tier]:
    if rule.from_day is not None and not within_days(rule, asked.number):
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
    if course is None or number is None or not within_days(rule, number):
        return State.NOT_MET
    match rule.kind:
        case Kind.STRONG:
            return State.either(*(course.strong(rule, scale, number, reading) for scale in Scale))
        case Kind.UP:
            return State.either(*(course.up(scale, number, rule.rise, reading) for scale in Scale))
        case Kind.RISING:
            return _rising(rule, course, asked, reading)
        case _:
            return course.persisting(rule, number, reading)


def _rising(rule: Rule, course: Course, asked: Asked, reading: Reading) -> State:
    number = asked.number or 0
    ups = [course.up(scale, number, rule.rise, reading) for scale in Scale]
    return State.either(
        *(course.pair(rule, scale, number, reading) for scale in Scale),
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
