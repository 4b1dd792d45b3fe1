"""One open journal file: load all of it but the picture bytes, write one change, hand out pictures. No rules.

Reading and the writing of a change go straight to the connection: sqlite-utils makes and changes the tables, checks and
carries them, and is imported only then, because its import costs a start more than loading ten years.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from journal.domain.curve import Curve
from journal.domain.entry import Entry
from journal.domain.errors import JournalUnavailable, Refusal, Trouble, ValueRefused
from journal.domain.facts import Facts, Profile
from journal.domain.late import LateMapping, PhotoBook
from journal.domain.photo import Copy, Photo, PreparedPhoto
from journal.domain.plan import Plan
from journal.domain.plan_file import read_plan
from journal.domain.ratings import Baseline
from journal.domain.treatment import Treatment
from journal.store import database, rows
from journal.store.merging import merged
from journal.store.rows import Row, Stamp, Table
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

Fact = TypeVar("Fact")


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
    def baseline(self) -> tuple[Baseline, Baseline] | None:
        """The baseline that applies, None when it is not touched."""
        ...

    @property
    def profile(self) -> tuple[Profile, Profile] | None:
        """The profile, None when it is not touched."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a change came to in the file: entries as they stood and stand, treatments with their ids."""

    entries: tuple[tuple[Entry | None, Entry | None], ...]
    treatments: tuple[tuple[Treatment | None, Treatment | None], ...]


class JournalStore:
    """A journal file, open. Belongs to the thread that opened it.

    A journal that is not there yet is made by the first writing, so that looking at nothing creates nothing.
    """

    def __init__(
        self, path: Path, connection: "Connection | None", *, makes_folder: bool = False, key: "Key | None" = None
    ) -> None:
        self.path = path
        self.key = key
        self._connection = connection
        self._makes_folder = makes_folder
        self._seen = 0
        self._file = (0, 0)
        if connection is not None:
            self._take(connection)

    @classmethod
    def open(cls, path: Path, *, create: bool, makes_folder: bool = False, key: "Key | None" = None) -> Self:
        """Open a journal, bringing an older file up to date.

        ``makes_folder``: the folder is the program's own and is made with the file. Raises ``JournalUnavailable``;
        the file is then untouched. A file of no bytes is a new journal; a missing one is too, with ``create``.
        ``key`` opens an encrypted one and encrypts a new one; one that needs none is opened without.
        """
        standing = database.standing(path)
        if standing is database.Standing.ENCRYPTED:
            database.check_key(path, key)
            return cls(path, database.open_existing(path, key), key=key)
        if standing is database.Standing.JOURNAL:
            return cls(path, database.open_existing(path))
        if standing is database.Standing.MISSING:
            database.refuse_missing(path, create=create, makes_folder=makes_folder)
        return cls(path, None, makes_folder=makes_folder, key=key)

    def open_again(self) -> "JournalStore":
        """Another connection to the same file, for the calling thread."""
        return JournalStore.open(self.path, create=True, makes_folder=self._makes_folder, key=self.key)

    @property
    def connection(self) -> "Connection":
        """The connection; makes the file if it is not there yet."""
        if self._connection is None:
            standing = database.standing(self.path)
            if standing is database.Standing.ENCRYPTED:
                database.check_key(self.path, self.key)
            if standing.is_there:
                is_plain = standing is database.Standing.JOURNAL
                return self._take(database.open_existing(self.path, None if is_plain else self.key))
            return self._take(database.create(self.path, self.key, makes_folder=self._makes_folder))
        return self._connection

    def _take(self, connection: "Connection") -> "Connection":
        self._connection = connection
        self._file = database.identity(self.path)
        self._seen = database.number(connection, "data_version")
        return connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written, durably, or nothing. Raises ``JournalUnavailable``.

        A file that was moved or deleted while it was open would take the writing and lose it: that is refused.
        """
        connection = self.connection
        if database.identity(self.path) != self._file:
            raise JournalUnavailable(Trouble.MISSING)
        with database.transaction(connection, self.path):
            yield

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever written: there is no file yet, or one of no bytes."""
        return self._connection is None and not database.standing(self.path).is_there

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def load(self, plan: Plan, curve: Curve, *, late_photos: bool = False) -> Facts:
        """Everything but picture bytes. A plan in the file goes before ``plan``. Raises ``JournalUnavailable``.

        Entries are read and checked whole, but each is made only when asked for. With ``late_photos`` the photos' facts
        are read when they are first asked for, while the store is open: the first screen does without them.
        """
        if self.is_new:
            return Facts(plan=plan, curve=curve)
        with database.snapshot(self.connection, self.path):
            plans = self.live(rows.PLAN, lambda row: str(row[1]))
            entries = {date.fromisoformat(str(row[0])): row for row in self.stored(rows.ENTRY)}
            baselines = self.live(rows.BASELINE, rows.baseline_of)
            profiles = self._read(rows.PROFILE, rows.profile_of)
            return Facts(
                plan=read_plan(plans[-1], "plan") if plans else plan,
                curve=curve,
                baseline=baselines[-1] if baselines else Baseline(),
                profile=profiles[0] if profiles else Profile(),
                treatments=tuple(self.live(rows.TREATMENT, rows.treatment_of)),
                entries=LateMapping(entries, rows.entry_of),
                photos=self._photo_book() if late_photos else tuple(self._photos()),
            )

    def _photo_book(self) -> PhotoBook:
        return PhotoBook(self._photos, self._photos_of)

    def _photos(self) -> list[Photo]:
        return self.live(rows.PHOTO, rows.photo_of)

    def _photos_of(self, day: date) -> list[Photo]:
        return self._read(rows.PHOTO, rows.photo_of, "WHERE removed_at IS NULL AND day = ?", day.isoformat())

    def live(self, table: Table, decode: Callable[[Row], Fact]) -> list[Fact]:
        """What is in a table and not in the bin, in the order of keys."""
        return self._read(table, decode, "WHERE removed_at IS NULL")

    def stored(self, table: Table) -> list[Row]:
        """Every row of a table, those in the bin too, in the order of keys."""
        return self._read(table, tuple)

    def _read(self, table: Table, decode: Callable[[Row], Fact], where: str = "", *given: str) -> list[Fact]:
        try:
            with told(self.path):
                found: Iterable[Row] = self.connection.execute(f"{table.select} {where} ORDER BY {table.key}", given)
                return [decode(rows.checked(row)) for row in found]
        except (ValueError, KeyError, TypeError, AttributeError, ValueRefused) as error:
            raise JournalUnavailable(Trouble.DAMAGED, table.name) from error

    def write(self, images: Images, stamp: Stamp) -> Written:
        """Write a change in one transaction. Raises ``JournalUnavailable``; then nothing changed."""
        with self.transaction():
            entries = tuple(self._write_entry(before, after, stamp) for before, after in images.entries)
            treatments = tuple(
                (before, self._write_treatment(before, after, stamp)) for before, after in images.treatments
            )
            for before, after in images.photos:
                self._write_photo(before, after, stamp)
            if images.baseline is not None:
                self._write_baseline(images.baseline[1], stamp)
            if images.profile is not None:
                self.put(rows.PROFILE, rows.profile_row(images.profile[1], stamp))
        return Written(entries=entries, treatments=treatments)

    def _write_entry(
        self, before: Entry | None, after: Entry | None, stamp: Stamp
    ) -> tuple[Entry | None, Entry | None]:
        """What stood in the file and what stands there now."""
        known = after or before
        if known is None:
            return None, None
        row = self._row(rows.ENTRY, known.day.isoformat())
        current = None if row is None else rows.entry_of(row)
        entry = merged(current, before, after)
        if entry == current:
            return current, entry
        if row is not None:
            version = (self._next_id(rows.ENTRY_VERSION), *row, stamp.at.isoformat(), stamp.clock)
            self.put(rows.ENTRY_VERSION, version)
        if entry is None:
            self.connection.execute(f"DELETE FROM {rows.ENTRY.name} WHERE day = ?", (known.day.isoformat(),))
        else:
            self.put(rows.ENTRY, rows.entry_row(entry, stamp))
        return current, entry

    def _write_treatment(self, before: Treatment | None, after: Treatment | None, stamp: Stamp) -> Treatment | None:
        if after is not None:
            row_id = after.id or (before.id if before else 0) or self._next_id(rows.TREATMENT)
            self.put(rows.TREATMENT, rows.treatment_row(after, row_id, stamp))
            return replace(after, id=row_id)
        if before is not None:
            self._remove(rows.TREATMENT, before.id, stamp, Refusal.NO_TREATMENT)
        return None

    def _write_photo(self, before: Photo | None, after: Photo | None, stamp: Stamp) -> None:
        if after is not None:
            if self._row(rows.PHOTO, after.id) is None:
                raise ValueRefused(Refusal.NO_PHOTO, after.id)
            self.put(rows.PHOTO, rows.photo_row(after, stamp))
        elif before is not None:
            self._remove(rows.PHOTO, before.id, stamp, Refusal.NO_PHOTO)

    def _remove(self, table: Table, row_id: int, stamp: Stamp, refusal: Refusal) -> None:
        row = self._row(table, row_id)
        if row is None:
            raise ValueRefused(refusal, row_id)
        self.put(table, table.changed(row, removed_at=stamp.at.isoformat(), clock=stamp.clock))

    def _write_baseline(self, wanted: Baseline, stamp: Stamp) -> None:
        """Make ``wanted`` the latest one given. Taken back, the later ones go to the bin; given again, it comes out."""
        stored = self.stored(rows.BASELINE)
        same = [row for row in stored if rows.baseline_of(row) == wanted]
        if wanted.given_at is not None and not same:
            self.put(rows.BASELINE, rows.baseline_row(wanted, self._next_id(rows.BASELINE), stamp))
            return
        applies = same[-1] if same else None
        if applies is not None:
            self.put(rows.BASELINE, rows.BASELINE.changed(applies, removed_at=None))
        for row in stored:
            if row[-1] is None and (applies is None or int(row[0] or 0) > int(applies[0] or 0)):
                self.put(rows.BASELINE, rows.BASELINE.changed(row, removed_at=stamp.at.isoformat()))

    def add_photo(self, photo: Photo, prepared: PreparedPhoto, stamp: Stamp) -> Photo | None:
        """Write a photo with its three pictures in one transaction; None when it is there already.

        One that lies in the bin comes out of it, under its old id.
        """
        with self.transaction():
            row = self._one("SELECT id, removed_at FROM photo WHERE sha256 = ?", prepared.sha256)
            if row is not None and row[1] is None:
                return None
            kept = replace(photo, id=self._next_id(rows.PHOTO) if row is None else int(row[0] or 0))
            self.put(rows.PHOTO, rows.photo_row(kept, stamp))
            for copy, data in (
                (Copy.ORIGINAL, prepared.original),
                (Copy.DISPLAY, prepared.display),
                (Copy.THUMBNAIL, prepared.thumbnail),
            ):
                self.put_picture(kept.id, copy, data)
        return kept

    def photo_bytes(self, photo_id: int, copy: Copy) -> bytes:
        """One stored picture. Raises ``ValueRefused`` when there is no such photo, ``JournalUnavailable``."""
        if self.is_new:
            raise ValueRefused(Refusal.NO_PHOTO, photo_id)
        with told(self.path), closing(self.connection.cursor()) as cursor:
            sql = f"SELECT data FROM {rows.PICTURE} WHERE photo_id = ? AND copy = ?"
            row = cursor.execute(sql, (photo_id, str(copy))).fetchone()
        if row is None:
            raise ValueRefused(Refusal.NO_PHOTO, photo_id)
        return bytes(row[0])

    def has_changed_outside(self) -> bool:
        """Whether another connection has written since this was last asked."""
        if self._connection is None:
            return not self.is_new and self.connection is not None
        with told(self.path):
            version = database.number(self._connection, "data_version")
        changed = version != self._seen
        self._seen = version
        return changed

    def check(self) -> tuple[str, ...]:
        """Every fault found in the file, each one line; empty when it is sound. Reads every photo."""
        # Late: only a full check needs it.
        from journal.store.checking import faults

        return () if self.is_new else faults(self.connection, self.path)

    def put(self, table: Table, row: Row) -> None:
        """Insert a row or write it over the one of the same key, inside a transaction."""
        self.connection.execute(table.put, (*row, rows.checksum(row)))

    def put_picture(self, photo_id: int, copy: Copy, data: bytes) -> None:
        """Insert a picture or write it over the one that is there, inside a transaction."""
        sql = f"INSERT OR REPLACE INTO {rows.PICTURE} (photo_id, copy, data, checksum) VALUES (?, ?, ?, ?)"
        self.connection.execute(sql, (photo_id, str(copy), data, rows.picture_checksum(data)))

    def _row(self, table: Table, key: str | int) -> Row | None:
        row = self._one(table.select_one, key)
        try:
            return None if row is None else rows.checked(row)
        except rows.ChecksumDiffersError as error:
            raise JournalUnavailable(Trouble.DAMAGED, table.name) from error

    def _one(self, sql: str, key: str | int) -> Row | None:
        row: Row | None = self.connection.execute(sql, (key,)).fetchone()
        return row

    def _next_id(self, table: Table) -> int:
        row = self.connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table.name}").fetchone()
        return int(row[0])
