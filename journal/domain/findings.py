"""What the rules found on a day: met, not met or unknown, with the values that say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.plan import Rule, Tier

Value = bool | int | float


class State(StrEnum):
    """Three-valued. Missing data make a rule unknown, never not met."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"

    @staticmethod
    def both(*parts: "State") -> "State":
        """*and*: not met if any part is, else unknown if any part is, else met."""
        if State.NOT_MET in parts:
            return State.NOT_MET
        return State.UNKNOWN if State.UNKNOWN in parts else State.MET

    @staticmethod
    def either(*parts: "State") -> "State":
        """*or*: met if any part is, else unknown if any part is, else not met."""
        if State.MET in parts:
            return State.MET
        return State.UNKNOWN if State.UNKNOWN in parts else State.NOT_MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule on one day.

    ``values`` are keyed ``what@ISO-day`` (``redness@2026-11-22``, ``redness-high@2026-11-22``, ``exercise@...``,
    ``pus@...``) plus ``redness-baseline``; ``missing`` names in the same form what would have been needed.
    ``tier`` is the rule's own, raised where the plan says so.
    """

    rule: Rule
    day: date
    state: State
    in_force: bool
    tier: Tier
    values: Mapping[str, Value]
    missing: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether the rule's condition holds on the day."""
        return self.state is State.MET

    @property
    def is_flag(self) -> bool:
        """Met, or in force."""
        return self.is_met or self.in_force

    @property
    def flag_tier(self) -> Tier:
        """The tier it is shown with: its own when met, info when only in force."""
        return self.tier if self.is_met else Tier.INFO

    @property
    def advice(self) -> str:
        """The rule's advice; none when its tier was raised: what it says then is not enough."""
        return self.rule.advice if self.tier <= self.rule.tier else ""

    @property
    def is_marked(self) -> bool:
        """Whether calendar and curve mark it: met at caution or above."""
        return self.is_met and self.tier >= Tier.CAUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """A rule in force now and when it ends: ``ends`` (aware instant) for windows, ``last_day`` for day counts."""

    rule: Rule
    ends: datetime | None = None
    last_day: date | None = None
