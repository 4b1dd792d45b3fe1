"""The two 0-10 scales, their word bands, and the baseline they are read against."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from journal.domain.errors import Refusal, ValueRefused

LOWEST = 0
HIGHEST = 10


class Scale(StrEnum):
    """What is rated: how red, and how sore or sensitive, the treated skin is."""

    REDNESS = "redness"
    SENSITIVITY = "sensitivity"


class Band(StrEnum):
    """The words on a scale: 0, 1-2, 3-4, 5-7, 8-10."""

    NONE = "none"
    VERY_SLIGHT = "very slight"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class IrritationLook(StrEnum):
    """How irritation shows on this person's skin; chooses the words, never the thresholds."""

    PINK_RED = "pink-red"
    DARKER = "darker"
    HARD_TO_SEE = "hard to see"


def checked_rating(value: object) -> int:
    """The rating itself. Raises ``ValueRefused`` for anything but a whole number 0 to 10."""
    if isinstance(value, bool) or not isinstance(value, int) or not LOWEST <= value <= HIGHEST:
        raise ValueRefused(Refusal.RATING, value)
    return value


def band_of(rating: int) -> Band:
    """The word band of a rating."""
    if rating <= 0:
        return Band.NONE
    if rating <= 2:
        return Band.VERY_SLIGHT
    if rating <= 4:
        return Band.MILD
    if rating <= 7:
        return Band.MODERATE
    return Band.SEVERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The two ratings on an ordinary evening before the first treatment.

    The latest one given applies to the whole journal. ``given_at`` is None when none was ever given: both count as 0
    and everything that uses them says so.
    """

    redness: int = 0
    sensitivity: int = 0
    given_at: datetime | None = None

    def of(self, scale: Scale) -> int:
        """The baseline of one scale."""
        return self.redness if scale is Scale.REDNESS else self.sensitivity
