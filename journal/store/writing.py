"""Laying a change into the file: what stood there, what stands there now, and the versions kept. Inside a transaction.

The window and the command line may write at once: entries and photos are merged part by part, the rest is
written row by row.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.domain.acknowledgement import Acknowledgement
from journal.domain.entry import Entry
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.facts import Profile
from journal.domain.photo import Photo
from journal.domain.plan_book import PlanUse
from journal.domain.ratings import Baseline
from journal.domain.treatment import Treatment
from journal.store import answer_rows, photo_rows, rows, tally
from journal.store.merging import merged, merged_photo
from journal.store.rows import Row, Stamp, Table

if TYPE_CHECKING:
    from journal.store.journal_store import JournalStore

Numbered = TypeVar("Numbered", Treatment, PlanUse, Acknowledgement)


class Images(Protocol):
    """Before and after of each part that a change touches; None stands for "not there"."""

    @property
    def entries(self) -> tuple[tuple[Entry | None, Entry | None], ...]:
        """Entries."""
        ...

    @property
    def treatments(self) -> tuple[tuple[Treatment | None, Treatment | None], ...]:
        """Treatments."""
        ...

    @property
    def photos(self) -> tuple[tuple[Photo | None, Photo | None], ...]:
        """Photo facts."""
        ...

    @property
    def plan_uses(self) -> tuple[tuple[PlanUse | None, PlanUse | None], ...]:
        """Plans taken up."""
        ...

    @property
    def acknowledgements(self) -> tuple[tuple[Acknowledgement | None, Acknowledgement | None], ...]:
        """What was acknowledged."""
        ...

    @property
    def baseline(self) -> tuple[Baseline, Baseline] | None:
        """The baseline that applies, None when it is not touched."""
        ...

    @property
    def profile(self) -> tuple[Profile, Profile] | None:
        """The profile, None when it is not touched."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a change came to in the file: entries and photos as they stood and stand, the others with their ids."""

    entries: tuple[tuple[Entry | None, Entry | None], ...]
    photos: tuple[tuple[Photo | None, Photo | None], ...]
    treatments: tuple[tuple[Treatment | None, Treatment | None], ...]
    plan_uses: tuple[tuple[PlanUse | None, PlanUse | None], ...]
    acknowledgements: tuple[tuple[Acknowledgement | None, Acknowledgement | None], ...]


class Writing:
    """One change being written, all of it with one stamp."""

    def __init__(self, store: "JournalStore", stamp: Stamp) -> None:
        self._store = store
        self._stamp = stamp

    def write(self, images: Images) -> Written:
        """Write every part of the change."""
        entries = tuple(self._write_entry(before, after) for before, after in images.entries)
        photos = tuple(self._write_photo(before, after) for before, after in images.photos)
        if images.baseline is not None:
            self._write_baseline(images.baseline[1])
        if images.profile is not None:
            self._store.put(rows.PROFILE, rows.profile_row(images.profile[1], self._stamp))
        return Written(
            entries=entries,
            photos=photos,
            treatments=self._write_all(images.treatments, rows.TREATMENT, rows.treatment_row, Refusal.NO_TREATMENT),
            plan_uses=self._write_all(images.plan_uses, rows.PLAN, answer_rows.plan_row, Refusal.ANSWER),
            acknowledgements=self._write_all(
                images.acknowledgements, rows.ACKNOWLEDGEMENT, answer_rows.acknowledgement_row, Refusal.ANSWER
            ),
        )

    def _write_all(
        self,
        pairs: tuple[tuple[Numbered | None, Numbered | None], ...],
        table: Table,
        row_of: Callable[[Numbered, int, Stamp], Row],
        refusal: Refusal,
    ) -> tuple[tuple[Numbered | None, Numbered | None], ...]:
        """Rows that are numbered and go to the bin: each pair with the ids it has now."""
        written = []
        for before, after in pairs:
            kept: Numbered | None = None
            if after is not None:
                row_id = after.id or (before.id if before else 0) or self._store.next_id(table)
                self._store.put(table, row_of(after, row_id, self._stamp))
                kept = replace(after, id=row_id)
            elif before is not None:
                self._remove(table, before.id, refusal)
            written.append((before, kept))
        return tuple(written)

    def _write_entry(self, before: Entry | None, after: Entry | None) -> tuple[Entry | None, Entry | None]:
        """What stood in the file and what stands there now."""
        known = after or before
        if known is None:
            return None, None
        row = self._store.row(rows.ENTRY, known.day.isoformat())
        current = None if row is None else rows.entry_of(row)
        entry = merged(current, before, after)
        if entry == current:
            return current, entry
        if row is not None:
            version = (self._store.next_id(rows.ENTRY_VERSION), *row, self._stamp.at.isoformat(), self._stamp.clock)
            self._store.put(rows.ENTRY_VERSION, version)
        if entry is None:
            tally.delete(self._store.connection, rows.ENTRY, [known.day.isoformat()])
        else:
            self._store.put(rows.ENTRY, rows.entry_row(entry, self._stamp))
        return current, entry

    def _write_photo(self, before: Photo | None, after: Photo | None) -> tuple[Photo | None, Photo | None]:
        """What stood in the file and what stands there now. A photo in the bin is only ever brought back whole."""
        if after is None:
            if before is not None:
                self._remove(rows.PHOTO, before.id, Refusal.NO_PHOTO)
            return before, None
        row = self._store.row(rows.PHOTO, after.id)
        if row is None or (before is not None and row[-1] is not None):
            raise ValueRefused(Refusal.NO_PHOTO, after.id)
        current = None if row[-1] is not None else photo_rows.photo_of(row)
        if current is not None:
            after = merged_photo(current, before or current, after)
        self._store.put(rows.PHOTO, photo_rows.photo_row(after, self._stamp))
        return current, after

    def _remove(self, table: Table, row_id: int, refusal: Refusal) -> None:
        row = self._store.row(table, row_id)
        if row is None:
            raise ValueRefused(refusal, row_id)
        self._store.put(table, table.changed(row, removed_at=self._stamp.at.isoformat(), clock=self._stamp.clock))

    def _write_baseline(self, wanted: Baseline) -> None:
        """Make ``wanted`` the latest one given. Taken back, the later ones go to the bin; given again, it comes out."""
        stored = self._store.stored(rows.BASELINE)
        same = [row for row in stored if rows.baseline_of(row) == wanted]
        if wanted.given_at is not None and not same:
            self._store.put(rows.BASELINE, rows.baseline_row(wanted, self._store.next_id(rows.BASELINE), self._stamp))
            return
        applies = same[-1] if same else None
        if applies is not None:
            self._store.put(rows.BASELINE, rows.BASELINE.changed(applies, removed_at=None))
        for row in stored:
            if row[-1] is None and (applies is None or int(row[0] or 0) > int(applies[0] or 0)):
                self._store.put(rows.BASELINE, rows.BASELINE.changed(row, removed_at=self._stamp.at.isoformat()))
