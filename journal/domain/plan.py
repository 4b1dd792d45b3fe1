"""The care plan: what to avoid or do and for how long, and what to watch for. Data from a TOML file, never code."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from journal.domain.treatment import Treatment


class Tier(IntEnum):
    """How much a flag matters; ordered."""

    INFO = 0
    CAUTION = 1
    CALL = 2
    TODAY = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """The word of product and command line: ``info``, ``caution``, ``call``, ``today``, ``emergency``."""
        return self.name.lower()


class Kind(StrEnum):
    """The closed set of rule kinds."""

    AVOID = "avoid"
    DO = "do"
    STRONG = "strong"
    UP = "up"
    RISING = "rising"
    PERSISTING = "persisting"
    SYMPTOM = "symptom"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of the plan.

    avoid: ``habit``, ``hours`` (``hours_if_deep`` after RF, deeper than 2 mm or depth not known).
    do: ``habit``, ``from_day``, ``to_day``, both included.
    strong, up, rising, persisting: ``from_day``, ``to_day``, both included; ``asks`` names the signs to ask at once.
    symptom: ``signs`` (any of them), ``from_day``; with any of ``worse_with`` the tier is ``worse_tier``.
    note: ``hours``, in force only.
    """

    id: str
    kind: Kind
    tier: Tier
    text: str
    advice: str
    source: str
    habit: str | None = None
    hours: int | None = None
    hours_if_deep: int | None = None
    from_day: int | None = None
    to_day: int | None = None
    signs: tuple[str, ...] = ()
    worse_with: tuple[str, ...] = ()
    worse_tier: Tier | None = None
    asks: tuple[str, ...] = ()

    def window_hours(self, treatment: Treatment) -> int:
        """The length of an avoid or note rule's window after this treatment."""
        if self.hours_if_deep is not None and treatment.is_deep_or_unknown:
            return self.hours_if_deep
        return self.hours or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A care plan. ``toml`` is the file as stored, ``sha256`` its hash in hex (the page shows the first 8 figures)."""

    name: str
    version: str
    author: str
    date: str
    phone: str
    out_of_hours: str
    last_day: int
    rules: tuple[Rule, ...]
    toml: str
    sha256: str

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id. Raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)
