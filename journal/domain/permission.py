"""Can I ...? What the plan says of a thing asked for in a few letters, now. Values only; it permits nothing itself."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.domain import rules
from journal.domain.ask import answers
from journal.domain.open_calls import open_calls
from journal.domain.plan import Kind, Rule
from journal.domain.record import Record
from journal.domain.windows import in_each_course, window_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """One avoid or do rule that the words mean.

    avoid: ``ends`` while it is in force, ``ended`` when its time is over; neither before the first treatment.
    do: ``last_day`` while it is asked daily.
    """

    rule: Rule
    ends: datetime | None = None
    ended: datetime | None = None
    last_day: date | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether the plan asks for something now."""
        return self.ends is not None or self.last_day is not None


def permissions(record: Record, query: str, now: datetime) -> tuple[Permission, ...]:
    """What the present plan says of what was typed, best match first; what is in force comes before what is over."""
    latest = record.treatment_on(now.date())
    found = [_permission(record, rule, now) for rule in answers(record.plan_of(latest), query)]
    meant = [one for one in found if one.is_in_force or latest is None or one.rule.applies_to(latest)]
    return tuple(sorted(meant, key=lambda one: not one.is_in_force))


def asks_clinic_first(record: Record, day: date) -> bool:
    """Whether a call or higher is open that nobody has answered: then nothing is said to be allowed."""
    return any(not one.is_folded for one in open_calls(record, day))


def _permission(record: Record, rule: Rule, now: datetime) -> Permission:
    running = next((one for one in rules.countdowns(record.facts, now) if one.rule.id == rule.id), None)
    if running is not None:
        return Permission(rule=rule, ends=running.ends, last_day=running.last_day)
    if rule.kind is not Kind.AVOID:
        return Permission(rule=rule)
    ends = [window_end(own, one) for one, own in in_each_course(record.facts, rule) if one.at <= now]
    return Permission(rule=rule, ended=max(ends, default=None))
