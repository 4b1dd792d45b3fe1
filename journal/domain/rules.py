"""Stub: replaced by the domain slice."""

from collections.abc import Mapping
from datetime import date, datetime

from journal.domain.facts import Facts
from journal.domain.findings import Countdown, Finding


def all_flags(facts: Facts) -> Mapping[date, tuple[Finding, ...]]:
    """Flags of every day that has one."""
    return {}


def updated_flags(
    facts: Facts, before: Mapping[date, tuple[Finding, ...]], day: date
) -> Mapping[date, tuple[Finding, ...]]:
    """The flags after the entry of ``day`` changed."""
    return before


def explain(facts: Facts, day: date) -> tuple[Finding, ...]:
    """Every rule of the plan on a day."""
    return ()


def countdowns(facts: Facts, now: datetime) -> tuple[Countdown, ...]:
    """Avoid and do rules in force at ``now``, soonest end first."""
    return ()
