"""The care plan: what to avoid or do and for how long, and what to watch for. Data from a TOML file, never code."""

from collections.abc import Mapping
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


TIERS = {tier.word: tier for tier in Tier}
SENTENCES = ("text", "advice", "habit_name")
"""The keys of a rule whose value may be given in several languages: ``text.en``, ``text.de``."""


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
class Condition:
    """Which treatments a rule is for: with or without RF, deeper than or up to a depth in mm. None: all the same."""

    rf: bool | None = None
    deeper_than: float | None = None
    depth_to: float | None = None

    def fits(self, *, rf: bool, depth_mm: float | None) -> bool:
        """Whether such a treatment is meant. A depth that is not known counts as deeper, never as shallower."""
        return (
            (self.rf is None or rf is self.rf)
            and (self.deeper_than is None or depth_mm is None or depth_mm > self.deeper_than)
            and (self.depth_to is None or (depth_mm is not None and depth_mm <= self.depth_to))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of the plan.

    avoid: ``habit``, ``hours`` (``hours_if_deep`` after RF, deeper than 2 mm or depth not known).
    do: ``habit``, ``from_day``, ``to_day``, both included.
    strong, up, rising, persisting: ``from_day``, ``to_day``, both included, and thresholds (below).
    symptom: ``signs`` (any of them), ``from_day``; with any of ``worse_with`` the tier is ``worse_tier``.
    note: ``hours``, in force only.

    Thresholds, with the product's values: strong ``rating`` or more, or more than ``above_line`` above the high line on
    day 1 or 2; up ``rise``; rising ``rise`` at two check-ins, ``clear_rise`` at one of them; persisting ``above`` the
    baseline, ``clear_above`` at one check-in, and ``least`` before day 14. ``asks``: the signs that strong and up ask.

    Conditions (see ``applies_to``): ``rf``, ``deeper_than`` and ``depth_to`` in mm; None: no condition.
    ``habit_name`` are the plan's own words for the habit, ``synonyms`` everyday words for it.
    """

    id: str
    kind: Kind
    tier: Tier
    text: str
    advice: str
    source: str
    habit: str | None = None
    habit_name: str = ""
    synonyms: tuple[str, ...] = ()
    hours: int | None = None
    hours_if_deep: int | None = None
    from_day: int | None = None
    to_day: int | None = None
    signs: tuple[str, ...] = ()
    worse_with: tuple[str, ...] = ()
    worse_tier: Tier | None = None
    asks: tuple[str, ...] = ()
    rating: int = 8
    above_line: float = 2
    rise: int = 2
    clear_rise: int = 3
    above: int = 2
    clear_above: int = 3
    least: int = 3
    rf: bool | None = None
    deeper_than: float | None = None
    depth_to: float | None = None

    @property
    def condition(self) -> Condition:
        """Which treatments the rule is for."""
        return Condition(rf=self.rf, deeper_than=self.deeper_than, depth_to=self.depth_to)

    def applies_to(self, treatment: Treatment | None) -> bool:
        """Whether the rule is for this treatment; without one (None) only a rule without conditions applies."""
        if self.rf is None and self.deeper_than is None and self.depth_to is None:
            return True
        return treatment is not None and self.condition.fits(rf=treatment.rf, depth_mm=treatment.depth_mm)

    def window_hours(self, treatment: Treatment) -> int:
        """The length of an avoid or note rule's window after this treatment."""
        if self.hours_if_deep is not None and treatment.is_deep_or_unknown:
            return self.hours_if_deep
        return self.hours or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A care plan. ``rules`` are judged; ``off_rules`` are only kept, the file has them switched off.

    ``toml`` is the file as stored, ``language`` the one that its sentences were taken in, two letters.
    """

    name: str
    version: str
    author: str
    date: str
    phone: str
    out_of_hours: str
    last_day: int
    rules: tuple[Rule, ...]
    toml: str
    language: str = "en"
    off_rules: tuple[Rule, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the file in hex (the page shows 8 figures)."""
        from hashlib import sha256  # late: the first page shows none, and its library takes long to load

        return sha256(self.toml.encode("utf-8")).hexdigest()

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id that is judged. Raises KeyError."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    @property
    def habit_names(self) -> Mapping[str, str]:
        """The plan's own words for habits; those of rules that are off too, for what was logged before."""
        rules = (*self.off_rules, *self.rules)
        return {rule.habit: rule.habit_name for rule in rules if rule.habit and rule.habit_name}
