"""What a person answered beside the log: a call made, a flag put aside, the questions between treatments.

An acknowledgement folds or hides on the screen only. No finding is changed by one, and none reaches beyond its rule.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.plan import Tier
from journal.domain.ratings import Scale

SKIN_SIGNS = ("open-skin", "cold-sore", "tan")
"""Asked on the eve of a treatment: open or inflamed skin, a cold sore, a tan."""
MONTH_SIGNS = ("dark-patches", "lines", "bumps")
"""Asked once a month when the plan has ended."""


class AcknowledgementKind(StrEnum):
    """What was answered."""

    CALLED = "called"
    """A flag of tier call or above: "I called on ..., they said ..."."""
    ASIDE = "aside"
    """A flag of tier caution or info, put aside for one treatment."""
    BEFORE = "before"
    """The skin on the eve of a treatment."""
    MONTH = "month"
    """The question of the months after the plan."""
    ENDED = "ended"
    """The person has ended this treatment's daily log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """One answer. ``day`` is the day it is about, ``at`` (aware) when the call was made or the answer given.

    CALLED and ASIDE name ``rule``, ``tier`` and the treatment; CALLED also the day's ratings and warning signs at that
    time, and what the clinic ``said``. BEFORE and MONTH hold the ``signs`` answered yes; all others asked are no.
    """

    kind: AcknowledgementKind
    day: date
    at: datetime
    id: int = 0
    rule: str = ""
    treatment_id: int | None = None
    tier: Tier | None = None
    signs: frozenset[str] = frozenset()
    redness: int | None = None
    sensitivity: int | None = None
    said: str = ""

    def rating(self, scale: Scale) -> int | None:
        """The rating of one scale at that time, None when not given."""
        return self.redness if scale is Scale.REDNESS else self.sensitivity
