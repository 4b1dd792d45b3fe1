"""When avoid, do and note rules are in force: windows of hours from a treatment's instant, spans of day numbers.

No data are looked at here; what a day's answers mean for a rule is the judges' matter.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from journal.domain.facts import Facts
from journal.domain.findings import Countdown
from journal.domain.plan import Kind, Plan, Rule
from journal.domain.treatment import Treatment

ONE_DAY = timedelta(days=1)
HOURS_PER_DAY = 24
WINDOW_KINDS = frozenset({Kind.AVOID, Kind.NOTE})


def window_end(rule: Rule, treatment: Treatment) -> datetime:
    """When the rule's window after this treatment ends, in its UTC offset."""
    return treatment.at + timedelta(hours=rule.window_hours(treatment))


def window_days(rule: Rule, treatment: Treatment) -> tuple[date, date]:
    """First and last civil day that the window touches; it is half open."""
    end = window_end(rule, treatment)
    last = end.date() - ONE_DAY if end.time() == time() else end.date()
    return treatment.day, last


def within_days(rule: Rule, number: int | None) -> bool:
    """Whether a day number lies between the rule's days, both included; never without a treatment."""
    if number is None:
        return False
    return (rule.from_day or 0) <= number and (rule.to_day is None or number <= rule.to_day)


def is_in_force(facts: Facts, rule: Rule, day: date, latest: Treatment | None) -> bool:
    """Whether an avoid, do or note rule is in force on a day; an earlier treatment's longer window still counts.

    ``latest`` is the treatment that the day counts from.
    """
    if rule.kind is Kind.DO:
        return _is_daily(rule, day, latest)
    if rule.kind not in WINDOW_KINDS:
        return False
    windows = (window_days(own, treatment) for treatment, own in in_each_course(facts, rule))
    return any(first <= day <= last for first, last in windows)


def in_each_course(facts: Facts, rule: Rule) -> Iterator[tuple[Treatment, Rule]]:
    """Every treatment that the rule is for, with the rule as its own plan has it: the windows of an earlier plan stay
    as they were.
    """
    for treatment in facts.treatments:
        own = own_rule(facts, rule, treatment)
        if own is not None:
            yield treatment, own


def own_rule(facts: Facts, rule: Rule, treatment: Treatment) -> Rule | None:
    """What a treatment's own plan says of the rule's matter: the rule of that name, else one of the same habit; only a
    rule that is for this treatment.
    """
    if not facts.plan_uses:
        return rule if rule.applies_to(treatment) else None
    of_plan = facts.plan_of(treatment).rules
    same_kind = [own for own in of_plan if own.kind is rule.kind and own.applies_to(treatment)]
    by_name = next((own for own in same_kind if own.id == rule.id), None)
    if by_name is not None or rule.habit is None or not rule.applies_to(treatment):
        return by_name
    return next((own for own in same_kind if own.habit == rule.habit), None)


def rules_in_force(facts: Facts, plan: Plan, first: date | None, last: date | None) -> Mapping[date, set[int]]:
    """The places in ``plan`` of the rules in force, for every day of one course, from first to last (None: no end)."""
    found: dict[date, set[int]] = {}
    timed = [(place, rule) for place, rule in enumerate(plan.rules) if rule.kind in {*WINDOW_KINDS, Kind.DO}]
    plans = (facts.plan, *(use.plan for use in facts.plan_uses))
    reach = ONE_DAY * max((_reach_in_days(rule) for known in plans for rule in known.rules), default=0)
    earliest = None if first is None else first - reach
    for treatment, eve in zip(facts.treatments, _eves(facts.treatments), strict=True):
        if not is_between(treatment.day, earliest, last):
            continue
        for place, rule in timed:
            own = own_rule(facts, rule, treatment)
            if own is None:
                continue
            begin, end = _days_in_force(own, treatment, eve)
            day = begin if first is None else max(begin, first)
            end = end if last is None else min(end, last)
            while day <= end:
                found.setdefault(day, set()).add(place)
                day += ONE_DAY
    return found


def countdowns_at(facts: Facts, latest: Treatment | None, now: datetime) -> tuple[Countdown, ...]:
    """Avoid and do rules in force at ``now``, soonest end first; ``latest`` is the treatment that days count from."""
    found: list[Countdown] = []
    for rule in facts.plan_of(latest).rules:
        if rule.kind is Kind.AVOID:
            ends = [window_end(own, treatment) for treatment, own in in_each_course(facts, rule) if treatment.at <= now]
            if ends and max(ends) > now:
                found.append(Countdown(rule=rule, ends=max(ends)))
        elif rule.kind is Kind.DO and latest is not None and _is_daily(rule, now.date(), latest):
            found.append(Countdown(rule=rule, last_day=latest.day + ONE_DAY * (rule.to_day or 0)))
    return tuple(sorted(found, key=lambda countdown: _end_of(countdown, now)))


def is_between(day: date, first: date | None, last: date | None) -> bool:
    """Whether a day lies from first to last, both included; None: without end."""
    return (first is None or day >= first) and (last is None or day <= last)


def _is_daily(rule: Rule, day: date, latest: Treatment | None) -> bool:
    """Whether a do rule asks for its habit on a day."""
    return latest is not None and rule.applies_to(latest) and within_days(rule, (day - latest.day).days)


def _reach_in_days(rule: Rule) -> int:
    """How many days after a treatment the rule can at most still be in force."""
    hours = max(rule.hours or 0, rule.hours_if_deep or 0)
    return max(hours // HOURS_PER_DAY + 1, rule.to_day or 0)


def _days_in_force(rule: Rule, treatment: Treatment, eve: date | None) -> tuple[date, date]:
    if rule.kind in WINDOW_KINDS:
        return window_days(rule, treatment)
    end = treatment.day + ONE_DAY * (rule.to_day or 0)
    return treatment.day + ONE_DAY * (rule.from_day or 0), end if eve is None else min(end, eve)


def _eves(treatments: tuple[Treatment, ...]) -> list[date | None]:
    """The last day each treatment is the latest one; None for the last treatment."""
    return [*(after.day - ONE_DAY for after in treatments[1:]), *([None] if treatments else [])]


def _end_of(countdown: Countdown, now: datetime) -> datetime:
    if countdown.ends is not None:
        return countdown.ends
    return datetime.combine((countdown.last_day or now.date()) + ONE_DAY, time(), now.tzinfo)
