"""A microneedling session: when, how deep, with what."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.errors import Refusal, ValueRefused

DEPTH_MIN_MM = 0.1
DEPTH_MAX_MM = 6.0
SHALLOW_TO_MM = 1.0
MEDIUM_TO_MM = 2.0


class Slot(StrEnum):
    """A rough time of day; it stands for its end (12:00, 14:00, 18:00)."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"


SLOT_HOURS: dict[Slot, tuple[int, int]] = {Slot.MORNING: (0, 12), Slot.MIDDAY: (12, 14), Slot.AFTERNOON: (14, 18)}
"""First and last hour of each slot; the treatment's instant is the last."""


class DepthClass(StrEnum):
    """Which of the three expected curves holds."""

    SHALLOW = "shallow"
    MEDIUM = "medium"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """One session. ``at`` is aware, with the UTC offset of the place; ``slot`` is set when only a slot was known.

    ``number`` counts by time from 1 and is given by the record; ``id`` is the row's and never changes.
    """

    at: datetime
    slot: Slot | None = None
    depth_mm: float | None = None
    rf: bool = False
    areas: tuple[str, ...] = ()
    add_ons: tuple[str, ...] = ()
    provider: str = ""
    note: str = ""
    id: int = 0
    number: int = 0

    @property
    def day(self) -> date:
        """The civil date of the treatment, where it was done: day 0."""
        return self.at.date()

    @property
    def depth_class(self) -> DepthClass:
        """Shallow to 1.0 mm, medium to 2.0 mm or not known, deep above or with RF (product, "expected curve")."""
        if self.rf or (self.depth_mm is not None and self.depth_mm > MEDIUM_TO_MM):
            return DepthClass.DEEP
        if self.depth_mm is not None and self.depth_mm <= SHALLOW_TO_MM:
            return DepthClass.SHALLOW
        return DepthClass.MEDIUM

    @property
    def is_deep_or_unknown(self) -> bool:
        """RF, deeper than 2 mm, or depth not known: the longer windows of the plan apply."""
        return self.rf or self.depth_mm is None or self.depth_mm > MEDIUM_TO_MM


def checked_depth(value: float) -> float:
    """The depth in mm. Raises ``ValueRefused`` outside 0.1 to 6."""
    if not DEPTH_MIN_MM <= value <= DEPTH_MAX_MM:
        raise ValueRefused(Refusal.DEPTH, value)
    return value
