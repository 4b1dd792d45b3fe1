"""What a change is: images of each part before and after. Turned round, it is its own undo. Nothing is written here."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journal.domain.acknowledgement import Acknowledgement
from journal.domain.entry import Entry
from journal.domain.facts import Profile
from journal.domain.photo import Photo
from journal.domain.plan_book import PlanUse
from journal.domain.ratings import Baseline
from journal.domain.treatment import Treatment


class What(StrEnum):
    """What a change is about; chooses the words of the undo menu."""

    ENTRY = "entry"
    ENTRY_MOVED = "entry moved"
    TREATMENT_ADDED = "treatment added"
    TREATMENT_CHANGED = "treatment changed"
    TREATMENT_REMOVED = "treatment removed"
    BASELINE = "baseline"
    PROFILE = "profile"
    PHOTO_ADDED = "photo added"
    PHOTO_CHANGED = "photo changed"
    PHOTO_ALIGNED = "photo aligned"
    PHOTO_FLIPPED = "photo flipped"
    PHOTO_REMOVED = "photo removed"
    PLAN = "plan"
    CALLED = "called"
    ASIDE = "put aside"
    ANSWERED = "answered"
    ENDED = "ended"
    BROUGHT_BACK = "brought back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Before and after of each part touched, as pairs; None stands for "not there"."""

    what: What
    day: date | None = None
    entries: tuple[tuple[Entry | None, Entry | None], ...] = ()
    treatments: tuple[tuple[Treatment | None, Treatment | None], ...] = ()
    photos: tuple[tuple[Photo | None, Photo | None], ...] = ()
    baseline: tuple[Baseline, Baseline] | None = None
    profile: tuple[Profile, Profile] | None = None
    plan_uses: tuple[tuple[PlanUse | None, PlanUse | None], ...] = ()
    acknowledgements: tuple[tuple[Acknowledgement | None, Acknowledgement | None], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether before and after are the same: nothing to write."""
        pairs = (
            *self.entries,
            *self.photos,
            *self.plan_uses,
            *self.acknowledgements,
            *filter(None, (self.baseline, self.profile)),
        )
        return all(before == after for before, after in pairs) and all(
            _unnumbered(before) == _unnumbered(after) for before, after in self.treatments
        )

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        return replace(
            self,
            entries=tuple((after, before) for before, after in reversed(self.entries)),
            treatments=tuple((after, before) for before, after in reversed(self.treatments)),
            photos=tuple((after, before) for before, after in reversed(self.photos)),
            plan_uses=tuple((after, before) for before, after in reversed(self.plan_uses)),
            acknowledgements=tuple((after, before) for before, after in reversed(self.acknowledgements)),
            baseline=self.baseline and (self.baseline[1], self.baseline[0]),
            profile=self.profile and (self.profile[1], self.profile[0]),
        )


def _unnumbered(treatment: Treatment | None) -> Treatment | None:
    return treatment and replace(treatment, number=0)
