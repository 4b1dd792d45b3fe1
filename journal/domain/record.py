"""The whole journal but the picture bytes, as one immutable value. Every screen, page and command draws from it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.domain import rules
from journal.domain.acknowledgement import Acknowledgement
from journal.domain.curve import Curve, Expected
from journal.domain.entry import HABITS, Entry
from journal.domain.facts import Facts, Profile
from journal.domain.findings import Finding
from journal.domain.flag_book import FlagBook
from journal.domain.late import PhotoBook, changed, photo_book
from journal.domain.photo import Photo
from journal.domain.plan import Plan, Tier
from journal.domain.ratings import Baseline, Scale
from journal.domain.treatment import Treatment

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The facts with all that follows from them. Make one with ``build_record``; never change one."""

    facts: Facts
    flag_book: FlagBook
    photo_book: PhotoBook
    treatment_days: tuple[date, ...]

    @property
    def plan(self) -> Plan:
        """The care plan that applies now: that of the latest treatment."""
        return self.facts.plan_of(self.treatments[-1] if self.treatments else None)

    def plan_of(self, treatment: Treatment | None) -> Plan:
        """The plan of a treatment's course; None: of the days before the first treatment."""
        return self.facts.plan_of(treatment)

    def plan_on(self, day: date) -> Plan:
        """The plan of the course that a day belongs to."""
        return self.facts.plan_of(self.treatment_on(day))

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Every plan that holds for some treatment or did, the shipped one first."""
        return (self.facts.plan, *(use.plan for use in self.facts.plan_uses))

    @property
    def curve(self) -> Curve:
        """The expected curve."""
        return self.facts.curve

    @property
    def baseline(self) -> Baseline:
        """The latest baseline given."""
        return self.facts.baseline

    @property
    def profile(self) -> Profile:
        """Phones, name, questions."""
        return self.facts.profile

    @property
    def clinic_phone(self) -> str:
        """The clinic's phone, the person's own entry before the plan's; empty when none is known."""
        return self.profile.clinic_phone or self.plan.phone

    @property
    def out_of_hours_phone(self) -> str:
        """The phone when the clinic is closed, likewise."""
        return self.profile.out_of_hours_phone or self.plan.out_of_hours

    @property
    def treatments(self) -> tuple[Treatment, ...]:
        """All treatments by time, numbered from 1."""
        return self.facts.treatments

    @property
    def photos(self) -> tuple[Photo, ...]:
        """All photos by day, view, id."""
        return self.photo_book.all

    @property
    def habits(self) -> tuple[str, ...]:
        """The habits that may be logged: the known ones and those that any plan of the journal adds."""
        added = (rule.habit for plan in self.plans for rule in plan.rules if rule.habit and rule.habit not in HABITS)
        return HABITS + tuple(dict.fromkeys(added))

    @property
    def habit_names(self) -> Mapping[str, str]:
        """The words that the journal's plans have for habits, by habit; a later plan's come first."""
        return {habit: name for plan in self.plans for habit, name in plan.habit_names.items()}

    @property
    def is_empty(self) -> bool:
        """No treatment, entry or photo yet."""
        return not (self.facts.treatments or self.facts.entries or self.photos)

    def entry(self, day: date) -> Entry | None:
        """The entry of a day; None for a missing day."""
        entry = self.facts.entries.get(day)
        return None if entry is None or entry.is_empty else entry

    def is_edited(self, day: date) -> bool:
        """Whether a value of the day was changed or taken away after noon of the next day."""
        entry = self.facts.entries.get(day)
        return entry is not None and entry.edited

    def treatment_on(self, day: date) -> Treatment | None:
        """The latest treatment on or before a day."""
        index = bisect_right(self.treatment_days, day)
        return self.facts.treatments[index - 1] if index else None

    def day_number(self, day: date) -> int | None:
        """Days since that treatment's date, which is day 0; None before the first treatment."""
        treatment = self.treatment_on(day)
        return None if treatment is None else (day - treatment.day).days

    def expected(self, day: date, scale: Scale) -> Expected | None:
        """The expected range of a day, baseline in; None before the first treatment."""
        treatment = self.treatment_on(day)
        if treatment is None:
            return None
        number = (day - treatment.day).days
        return self.curve.on_day(scale, treatment.depth_class, number, self.baseline.of(scale))

    def flags(self, day: date) -> tuple[Finding, ...]:
        """The day's flags: rules met or in force, highest tier first, then in the plan's order."""
        return self.flag_book.on(day)

    @property
    def flags_by_day(self) -> Mapping[date, tuple[Finding, ...]]:
        """The flags of every day that has one."""
        return self.flag_book.all

    def marks(self, day: date) -> tuple[Finding, ...]:
        """The flags that calendar and curve mark: met at caution or above."""
        return tuple(finding for finding in self.flags(day) if finding.is_marked)

    def highest_tier(self, day: date) -> Tier | None:
        """The highest tier met on the day, None when nothing is met."""
        return max((finding.tier for finding in self.flags(day) if finding.is_met), default=None)

    def photos_on(self, day: date) -> tuple[Photo, ...]:
        """The photos of a day, by view and id."""
        return self.photo_book.on(day)

    def explain(self, day: date) -> tuple[Finding, ...]:
        """Every rule of the plan on that day, in the plan's order: met, not met or unknown."""
        return rules.explain(self.facts, day)

    def first_day(self) -> date | None:
        """The earliest day of a treatment, entry or photo; None for an empty journal."""
        days = [treatment.day for treatment in self.treatments[:1]]
        days += [min(self.facts.entries)] if self.facts.entries else []
        days += [self.photos[0].day] if self.photos else []
        return min(days, default=None)

    def course_end(self, treatment: Treatment) -> date | None:
        """The eve of the next treatment's date; None for the latest."""
        later = [other.day for other in self.treatments if other.number > treatment.number]
        return later[0] - DAY if later else None


def days_between(first: date, last: date) -> Iterator[date]:
    """Every civil day from first to last, both included."""
    return (first + DAY * offset for offset in range((last - first).days + 1))


def numbered(treatments: Iterable[Treatment]) -> tuple[Treatment, ...]:
    """The treatments by time, numbered from 1."""
    ordered = sorted(treatments, key=lambda treatment: (treatment.at, treatment.id))
    return tuple(replace(treatment, number=index) for index, treatment in enumerate(ordered, start=1))


def build_record(facts: Facts) -> Record:
    """All that follows from the facts, from nothing."""
    facts = replace(facts, treatments=numbered(facts.treatments))
    return Record(
        facts=facts,
        flag_book=FlagBook(facts),
        photo_book=photo_book(facts.photos),
        treatment_days=tuple(treatment.day for treatment in facts.treatments),
    )


def with_entry(record: Record, day: date, entry: Entry | None) -> Record:
    """The record after one entry was saved or (None) taken away: only the flags of its course are worked out anew."""
    facts = replace(record.facts, entries=changed(record.facts.entries, day, entry))
    return replace(record, facts=facts, flag_book=record.flag_book.after_entry(facts, day))


def with_photos(record: Record, photos: Iterable[Photo]) -> Record:
    """The record with another set of photos; no rule reads them."""
    book = photo_book(photos)
    return replace(record, facts=replace(record.facts, photos=book), photo_book=book)


def with_acknowledgements(record: Record, acknowledgements: Iterable[Acknowledgement]) -> Record:
    """The record with another set of answers; no rule reads them."""
    ordered = tuple(sorted(acknowledgements, key=lambda one: one.id))
    return replace(record, facts=replace(record.facts, acknowledgements=ordered))


def with_profile(record: Record, profile: Profile) -> Record:
    """The record with another profile; no rule reads it."""
    return replace(record, facts=replace(record.facts, profile=profile))
