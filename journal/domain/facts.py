"""What was stored: the input of everything that is derived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from journal.domain.acknowledgement import Acknowledgement
from journal.domain.curve import Curve
from journal.domain.entry import Entry
from journal.domain.photo import Photo
from journal.domain.plan import Plan
from journal.domain.plan_book import PlanUse, plan_for
from journal.domain.ratings import Baseline, IrritationLook
from journal.domain.treatment import Treatment

QUESTIONS_MAX = 3
TREATMENTS_PLANNED_MAX = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the journal knows of the person beside the log: how irritation looks, whom to call, the name if wanted on
    paper, up to three questions for the visit, how many treatments are planned and when the next one is.
    """

    irritation_look: IrritationLook = IrritationLook.PINK_RED
    clinic_phone: str = ""
    out_of_hours_phone: str = ""
    name: str = ""
    questions: tuple[str, ...] = ()
    welcomed: bool = False
    planned_treatments: int | None = None
    next_appointment: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was stored: the input of everything that is derived.

    ``plan`` is the one that ships with the program; ``plan_uses`` are those taken up since, oldest first.
    """

    plan: Plan
    curve: Curve
    baseline: Baseline = field(default_factory=Baseline)
    profile: Profile = field(default_factory=Profile)
    treatments: tuple[Treatment, ...] = ()
    entries: Mapping[date, Entry] = field(default_factory=dict)
    photos: Sequence[Photo] = ()
    plan_uses: tuple[PlanUse, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()

    def plan_of(self, treatment: Treatment | None) -> Plan:
        """The plan of a treatment's course; None: of the days before the first treatment."""
        return plan_for(self.plan, self.plan_uses, self.treatments, treatment)
