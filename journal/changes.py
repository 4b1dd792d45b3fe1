"""Every change to a journal as one function. No Qt.

A change is made of images: what a part of the journal was before and what it is after. Turned round, it is its own
undo. ``perform`` writes it in one transaction and gives the new record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.clock import in_local_zone
from journal.domain.curve_file import read_curve
from journal.domain.entry import Answers, Entry, Part, checked_answers, revised, without
from journal.domain.errors import JournalError, PhotoRefusal, PhotoRefused, Refusal, ValueRefused
from journal.domain.facts import QUESTIONS_MAX, Profile
from journal.domain.photo import Photo, PreparedPhoto, View
from journal.domain.plan_file import read_plan
from journal.domain.ratings import Baseline, checked_rating
from journal.domain.record import Record, build_record, with_entry, with_photos, with_profile
from journal.domain.treatment import SLOT_HOURS, Treatment, checked_depth
from journal.resources import resource
from journal.store.journal_store import JournalStore
from journal.store.rows import Stamp

if TYPE_CHECKING:
    from journal.store.key import Key

Fact = TypeVar("Fact", Treatment, Photo)

DEFAULT_NAME = "recovery.journal"


class What(StrEnum):
    """What a change is about; chooses the words of the undo menu."""

    ENTRY = "entry"
    TREATMENT_ADDED = "treatment added"
    TREATMENT_CHANGED = "treatment changed"
    TREATMENT_REMOVED = "treatment removed"
    BASELINE = "baseline"
    PROFILE = "profile"
    PHOTO_ADDED = "photo added"
    PHOTO_CHANGED = "photo changed"
    PHOTO_REMOVED = "photo removed"


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

    @property
    def is_nothing(self) -> bool:
        """Whether before and after are the same: nothing to write."""
        pairs = (*self.entries, *self.photos, *filter(None, (self.baseline, self.profile)))
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
            baseline=self.baseline and (self.baseline[1], self.baseline[0]),
            profile=self.profile and (self.profile[1], self.profile[0]),
        )


def default_journal() -> Path:
    """The journal that opens when none is named, in the user's data folder."""
    # Late: a named journal does without.
    from platformdirs import user_data_path

    return user_data_path("recovery-journal", appauthor=False) / DEFAULT_NAME


def open_journal(
    path: Path, *, create: bool, makes_folder: bool = False, late_photos: bool = False, key: "Key | None" = None
) -> tuple[JournalStore, Record]:
    """Open a journal and read all of it but the pictures, with the plan and curve that ship with the program.

    With ``create`` a missing file is an empty journal; the file is made by the first change. ``makes_folder`` makes the
    folder too; for ``default_journal`` it is always made. ``late_photos`` leaves the photos' facts for later. ``key``
    opens an encrypted journal and encrypts a new one. Raises ``JournalUnavailable``, ``PlanFaulty``.
    """
    plan = read_plan(resource("plans", "default.toml").read_text(encoding="utf-8"), "default.toml")
    curve = read_curve(resource("curves", "default.toml").read_text(encoding="utf-8"), "default.toml")
    is_own = makes_folder or (not path.parent.exists() and path == default_journal())
    store = JournalStore.open(path, create=create, makes_folder=is_own, key=key)
    try:
        return store, build_record(store.load(plan, curve, late_photos=late_photos))
    except JournalError:
        store.close()
        raise


def log(record: Record, day: date, answers: Answers, now: datetime) -> Change:
    """Give answers for a day. Raises ``ValueRefused`` for a wrong value or a day after now."""
    _refuse_day_after(day, now)
    if answers == Answers() or answers == Answers(habits={}):
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    if answers.note is not None:
        answers = replace(answers, note=_clean(answers.note))
    before = record.facts.entries.get(day)
    after: Entry | None = revised(before, day, checked_answers(answers, record.habits), now)
    if after is not None and after.is_empty and not after.edited:
        after = None
    return Change(what=What.ENTRY, day=day, entries=((before, after),))


def unlog(record: Record, day: date, parts: Iterable[str], now: datetime) -> Change:
    """Take parts of an entry away (no parts: the whole): each a ``Part`` or one habit.

    Raises ``ValueRefused`` for a part that does not exist, and when there is nothing of it to take away.
    """
    wanted = tuple(parts)
    entry = record.facts.entries.get(day)
    for part in wanted:
        if part not in (*Part, *record.habits, *(entry.habits if entry else ())):
            raise ValueRefused(Refusal.PART, part, tuple(Part))
    if entry is None or entry.is_empty:
        raise ValueRefused(Refusal.NO_ENTRY, day)
    for part in wanted:
        if not _has(entry, part):
            raise ValueRefused(Refusal.NO_ENTRY, part)
    return Change(what=What.ENTRY, day=day, entries=((entry, without(entry, wanted or tuple(Part), now)),))


def add_treatment(record: Record, treatment: Treatment, now: datetime) -> Change:
    """Raises ``ValueRefused`` for a depth outside 0.1 to 6, a time after now (a slot: not yet begun), a time taken."""
    new = _checked_treatment(record, replace(treatment, id=0, number=0))
    _refuse_treatment_after(new, now)
    return Change(what=What.TREATMENT_ADDED, day=new.day, treatments=((None, new),))


def change_treatment(record: Record, number: int, treatment: Treatment, now: datetime) -> Change:
    """Replace treatment ``number`` by another; its id stays. Its time is held against now only when it changes."""
    before = _treatment(record, number)
    after = _checked_treatment(record, replace(treatment, id=before.id, number=before.number))
    if (after.at, after.slot) != (before.at, before.slot):
        _refuse_treatment_after(after, now)
    return Change(what=What.TREATMENT_CHANGED, day=after.day, treatments=((before, after),))


def remove_treatment(record: Record, number: int) -> Change:
    """Take a treatment away. Raises ``ValueRefused`` when there is none of that number."""
    before = _treatment(record, number)
    return Change(what=What.TREATMENT_REMOVED, day=before.day, treatments=((before, None),))


def set_baseline(record: Record, redness: int, sensitivity: int, now: datetime) -> Change:
    """Give the baseline. The same ratings given again are a confirmation, with its own time."""
    after = Baseline(redness=checked_rating(redness), sensitivity=checked_rating(sensitivity), given_at=now)
    return Change(what=What.BASELINE, baseline=(record.baseline, after))


def set_profile(record: Record, profile: Profile) -> Change:
    """Set phones, name, questions, look. Raises ``ValueRefused`` for more than three questions."""
    questions = tuple(text for text in map(_clean, profile.questions) if text.strip())
    if len(questions) > QUESTIONS_MAX:
        raise ValueRefused(Refusal.QUESTION_COUNT, len(questions))
    after = replace(
        profile,
        clinic_phone=_clean(profile.clinic_phone),
        out_of_hours_phone=_clean(profile.out_of_hours_phone),
        name=_clean(profile.name),
        questions=questions,
    )
    return Change(what=What.PROFILE, profile=(record.profile, after))


def change_photo(record: Record, photo_id: int, day: date, view: View, now: datetime) -> Change:
    """Move a photo to another day or view."""
    before = _photo(record, photo_id)
    if day != before.day:
        _refuse_day_after(day, now)
    return Change(what=What.PHOTO_CHANGED, day=day, photos=((before, replace(before, day=day, view=view)),))


def remove_photo(record: Record, photo_id: int) -> Change:
    """Put a photo into the bin. Raises ``ValueRefused`` when there is none of that id."""
    before = _photo(record, photo_id)
    return Change(what=What.PHOTO_REMOVED, day=before.day, photos=((before, None),))


def keep_photo(
    store: JournalStore, prepared: PreparedPhoto, day: date, view: View, now: datetime, *, clock_given: bool = False
) -> Photo:
    """Write a prepared photo in one transaction (any thread, with that thread's own store).

    Raises ``PhotoRefused(ALREADY_THERE)`` when a photo of the same SHA-256 is there and not in the bin.
    """
    _refuse_day_after(day, now)
    photo = Photo(
        day=day,
        view=view,
        width=prepared.width,
        height=prepared.height,
        captured_at=prepared.captured_at,
        sha256=prepared.sha256,
        bytes=len(prepared.original),
        media_type=prepared.media_type,
        added_at=now,
        name=_clean(prepared.name),
    )
    kept = store.add_photo(photo, prepared, Stamp(at=now, is_given=clock_given))
    if kept is None:
        raise PhotoRefused(PhotoRefusal.ALREADY_THERE, prepared.name)
    return kept


def photo_added(photo: Photo) -> Change:
    """The change that ``keep_photo`` was, for the undo stack."""
    return Change(what=What.PHOTO_ADDED, day=photo.day, photos=((None, photo),))


def perform(
    store: JournalStore, record: Record, change: Change, now: datetime, *, clock_given: bool = False
) -> tuple[Record, Change]:
    """Write the change in one transaction; the new record and the change as written (with new ids).

    A change of nothing writes nothing. Raises ``JournalUnavailable``; then nothing changed.
    """
    if change.is_nothing:
        return record, change
    written = store.write(change, Stamp(at=now, is_given=clock_given))
    made = replace(change, entries=written.entries, treatments=written.treatments)
    return adopted(record, made), made


def adopted(record: Record, change: Change) -> Record:
    """The record with a change in it that is already in the file (a photo taken in by a worker)."""
    for before, after in change.entries:
        if (known := after or before) is not None:
            record = with_entry(record, known.day, after)
    if change.photos:
        record = with_photos(record, _swapped({photo.id: photo for photo in record.photos}, change.photos).values())
    if change.profile is not None:
        record = with_profile(record, change.profile[1])
    if change.treatments or change.baseline is not None:
        treatments = _swapped({treatment.id: treatment for treatment in record.treatments}, change.treatments)
        baseline = record.baseline if change.baseline is None else change.baseline[1]
        record = build_record(replace(record.facts, treatments=tuple(treatments.values()), baseline=baseline))
    return record


def _swapped(facts: Mapping[int, Fact], pairs: Iterable[tuple[Fact | None, Fact | None]]) -> dict[int, Fact]:
    swapped = dict(facts)
    for before, after in pairs:
        if before is not None:
            swapped.pop(before.id, None)
        if after is not None:
            swapped[after.id] = after
    return swapped


def _unnumbered(treatment: Treatment | None) -> Treatment | None:
    return treatment and replace(treatment, number=0)


def _has(entry: Entry, part: str) -> bool:
    match part:
        case Part.REDNESS:
            return entry.redness is not None
        case Part.SENSITIVITY:
            return entry.sensitivity is not None
        case Part.HABITS:
            return bool(entry.habits)
        case Part.SYMPTOMS:
            return entry.symptoms_asked
        case Part.NOTE:
            return bool(entry.note)
        case habit:
            return habit in entry.habits


def _treatment(record: Record, number: int) -> Treatment:
    for treatment in record.treatments:
        if treatment.number == number:
            return treatment
    raise ValueRefused(Refusal.NO_TREATMENT, number)


def _photo(record: Record, photo_id: int) -> Photo:
    for photo in record.photos:
        if photo.id == photo_id:
            return photo
    raise ValueRefused(Refusal.NO_PHOTO, photo_id)


def _checked_treatment(record: Record, treatment: Treatment) -> Treatment:
    at = in_local_zone(treatment.at)
    if treatment.slot is not None:
        at = at.replace(hour=SLOT_HOURS[treatment.slot][1], minute=0, second=0, microsecond=0)
    for other in record.treatments:
        if other.at == at and other.id != treatment.id:
            raise ValueRefused(Refusal.SAME_INSTANT, at)
    return replace(
        treatment,
        at=at,
        depth_mm=None if treatment.depth_mm is None else float(checked_depth(treatment.depth_mm)),
        areas=tuple(map(_clean, treatment.areas)),
        add_ons=tuple(map(_clean, treatment.add_ons)),
        provider=_clean(treatment.provider),
        note=_clean(treatment.note),
    )


def _refuse_treatment_after(treatment: Treatment, now: datetime) -> None:
    begins = treatment.at
    if treatment.slot is not None:
        begins = begins.replace(hour=SLOT_HOURS[treatment.slot][0])
    if begins > now:
        raise ValueRefused(Refusal.TREATMENT_AFTER_NOW, treatment.at)


def _refuse_day_after(day: date, now: datetime) -> None:
    if day > now.date():
        raise ValueRefused(Refusal.DAY_AFTER_NOW, day)


def _clean(text: str) -> str:
    """Text that every file and page can hold: no half characters (a file name may bring them) and no NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
