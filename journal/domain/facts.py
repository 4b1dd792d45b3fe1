"""What was stored: the input of everything that is derived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from journal.domain.curve import Curve
from journal.domain.entry import Entry
from journal.domain.photo import Photo
from journal.domain.plan import Plan
from journal.domain.ratings import Baseline, IrritationLook
from journal.domain.treatment import Treatment

QUESTIONS_MAX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the journal knows of the person beside the log: how irritation looks, whom to call, the name if wanted on
    paper, up to three questions for the visit.
    """

    irritation_look: IrritationLook = IrritationLook.PINK_RED
    clinic_phone: str = ""
    out_of_hours_phone: str = ""
    name: str = ""
    questions: tuple[str, ...] = ()
    welcomed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was stored: the input of everything that is derived."""

    plan: Plan
    curve: Curve
    baseline: Baseline = field(default_factory=Baseline)
    profile: Profile = field(default_factory=Profile)
    treatments: tuple[Treatment, ...] = ()
    entries: Mapping[date, Entry] = field(default_factory=dict)
    photos: Sequence[Photo] = ()
