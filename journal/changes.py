"""Every change to a journal as one function. No Qt.

A change is made of images: what a part of the journal was before and what it is after. Turned round, it is its own
undo. ``perform`` writes it in one transaction and gives the new record.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from journal.domain.entry import Answers, Entry
from journal.domain.facts import Profile
from journal.domain.photo import Photo, PreparedPhoto, View
from journal.domain.ratings import Baseline
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.store.journal_store import JournalStore


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
        raise NotImplementedError

    def reversed(self) -> "Change":
        """The change that takes this one back."""
        raise NotImplementedError


def log(record: Record, day: date, answers: Answers, now: datetime) -> Change:
    """Give answers for a day. Raises ``ValueRefused`` for a wrong value or a day after now."""
    raise NotImplementedError


def unlog(record: Record, day: date, parts: Iterable[str], now: datetime) -> Change:
    """Take parts of an entry away (no parts: the whole). Raises ``ValueRefused`` when there is no entry."""
    raise NotImplementedError


def add_treatment(record: Record, treatment: Treatment, now: datetime) -> Change:
    """Raises ``ValueRefused`` for a depth outside 0.1 to 6 or a time after now (a slot: not yet begun)."""
    raise NotImplementedError


def change_treatment(record: Record, number: int, treatment: Treatment, now: datetime) -> Change:
    """Replace treatment ``number`` by another; its id stays."""
    raise NotImplementedError


def remove_treatment(record: Record, number: int) -> Change:
    """Take a treatment away. Raises ``ValueRefused`` when there is none of that number."""
    raise NotImplementedError


def set_baseline(record: Record, redness: int, sensitivity: int, now: datetime) -> Change:
    """Give the baseline."""
    raise NotImplementedError


def set_profile(record: Record, profile: Profile) -> Change:
    """Set phones, name, questions, look."""
    raise NotImplementedError


def change_photo(record: Record, photo_id: int, day: date, view: View, now: datetime) -> Change:
    """Move a photo to another day or view."""
    raise NotImplementedError


def remove_photo(record: Record, photo_id: int) -> Change:
    """Put a photo into the bin. Raises ``ValueRefused`` when there is none of that id."""
    raise NotImplementedError


def keep_photo(store: JournalStore, prepared: PreparedPhoto, day: date, view: View, now: datetime) -> Photo:
    """Write a prepared photo in one transaction (any thread, with that thread's own store).

    Raises ``PhotoRefused(ALREADY_THERE)`` when a photo of the same SHA-256 is there and not in the bin.
    """
    raise NotImplementedError


def photo_added(photo: Photo) -> Change:
    """The change that ``keep_photo`` was, for the undo stack."""
    raise NotImplementedError


def perform(
    store: JournalStore, record: Record, change: Change, now: datetime, *, clock_given: bool = False
) -> tuple[Record, Change]:
    """Write the change in one transaction; the new record and the change as written (with new ids). Raises ``JournalUnavailable``; then nothing changed."""
    raise NotImplementedError


def adopted(record: Record, change: Change) -> Record:
    """The record with a change in it that is already in the file (a photo taken in by a worker)."""
    raise NotImplementedError
