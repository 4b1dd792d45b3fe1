"""One open journal file: load all of it but the picture bytes, write one change, hand out pictures. No rules.

Reading and the writing of a change go straight to the connection: sqlite-utils makes and changes the tables, checks and
carries them, and is imported only then, because its import costs a start more than loading ten years.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from journal.domain.curve import Curve
from journal.domain.errors import JournalUnavailable, Refusal, Trouble, ValueRefused
from journal.domain.facts import Facts, Profile
from journal.domain.late import LateMapping, PhotoBook
from journal.domain.photo import Copy, Photo, PreparedPhoto
from journal.domain.place import Place
from journal.domain.plan import Plan
from journal.domain.ratings import Baseline
from journal.store import answer_rows, database, opening, photo_rows, rows, tally
from journal.store.places import place_of
from journal.store.rows import Row, Stamp, Table
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.domain.backup import Fault
    from journal.store.erasing import Doomed
    from journal.store.key import Key
    from journal.store.writing import Images, Written

Fact = TypeVar("Fact")


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
        self._is_away = False
        self._seen = 0
        self._file = (0, 0)
        self._used: dict[str, int] = {}
        if connection is not None:
            self._take(connection)

    @classmethod
    def open(cls, path: Path, *, create: bool, makes_folder: bool = False, key: "Key | None" = None) -> Self:
        """Open a journal, bringing an older file up to date.

        ``makes_folder``: the folder is the program's own and is made with the file. Raises ``JournalUnavailable``;
        the file is then untouched. A file of no bytes is a new journal; a missing one is too, with ``create``. Neither
        is (``EMPTIED``) where a journal was, by what lies beside.
        ``key`` opens an encrypted one and encrypts a new one; one that needs none is opened without.
        """
        standing = database.standing(path)
        if standing is database.Standing.ENCRYPTED:
            database.check_key(path, key)
            return cls(path, opening.open_existing(path, key), key=key)
        if standing is database.Standing.JOURNAL:
            return cls(path, opening.open_existing(path))
        from journal.store import leavings  # late: nearly every start has its journal

        leavings.refuse_emptied(path)
        if standing is database.Standing.MISSING:
            opening.refuse_missing(path, create=create, makes_folder=makes_folder)
        return cls(path, None, makes_folder=makes_folder, key=key)

    def open_again(self) -> "JournalStore":
        """Another connection to the same file, for the calling thread.

        The open file is not looked at by its bytes: on POSIX, closing it would give up the engine's locks on it, in
        this whole process.
        """
        if self._is_away:
            raise JournalUnavailable(Trouble.LOCKED)
        if self._connection is not None:
            again = JournalStore(self.path, opening.open_existing(self.path, self.key), key=self.key)
        else:
            again = JournalStore.open(self.path, create=True, makes_folder=self._makes_folder, key=self.key)
        again._used = self._used  # noqa: SLF001 - numbers are given once, whichever connection gives them
        return again

    @property
    def connection(self) -> "Connection":
        """The connection; makes the file if it is not there yet."""
        if self._is_away:
            raise JournalUnavailable(Trouble.LOCKED)
        if self._connection is None:
            standing = database.standing(self.path)
            if standing is database.Standing.ENCRYPTED:
                database.check_key(self.path, self.key)
            if standing.is_there:
                is_plain = standing is database.Standing.JOURNAL
                return self._take(opening.open_existing(self.path, None if is_plain else self.key))
            return self._take(opening.create(self.path, self.key, makes_folder=self._makes_folder))
        return self._connection

    def _take(self, connection: "Connection") -> "Connection":
        with told(self.path):
            self._seen = database.number(connection, "data_version")
        self._connection = connection
        self._file = database.identity(self.path)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written, durably, or nothing. Raises ``JournalUnavailable``.

        A file that was moved or deleted while it was open would take the writing and lose it: that is refused.
        """
        connection = self.connection
        self._refuse_moved()
        with database.transaction(connection, self.path):
            self._refuse_moved()  # again: the wait may have been for a file that takes this one's place
            yield

    def _refuse_moved(self) -> None:
        if database.identity(self.path) != self._file:
            raise JournalUnavailable(Trouble.MISSING)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever written: there is no file yet, or one of no bytes."""
        return self._connection is None and not database.standing(self.path).is_there

    def place(self) -> Place:
        """Where the file lies, and what looks like another version of it there."""
        return place_of(self.path)

    def put_away(self) -> None:
        """Close the file and forget its key. Until ``take_out`` nothing can be read or written, by no thread."""
        self._is_away = True
        self.close()
        self.key = None

    def take_out(self, key: "Key | None") -> None:
        """Open the file again, with the key that it needs now. Raises ``JournalUnavailable``; then it stays away."""
        self._is_away, self.key = False, key
        try:
            if not self.is_new:
                self.key = key if database.standing(self.path) is database.Standing.ENCRYPTED else None
                self.connection  # noqa: B018  opened here and now
        except JournalUnavailable:
            self.put_away()
            raise

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def load(self, plan: Plan, curve: Curve, *, late_photos: bool = False) -> Facts:
        """Everything but picture bytes; ``plan`` is the one that ships, and names the language of the others.

        Raises ``JournalUnavailable``, ``PlanFaulty``.

        Entries are read and checked whole, but each is made only when asked for. With ``late_photos`` the photos' facts
        are read when they are first asked for, while the store is open: the first screen does without them.
        """
        if self.is_new:
            return Facts(plan=plan, curve=curve)
        with database.snapshot(self.connection, self.path):
            entries = {date.fromisoformat(str(row[0])): row for row in self.stored(rows.ENTRY)}
            baselines = self.live(rows.BASELINE, rows.baseline_of)
            profiles = _decoded(rows.profile_of, rows.PROFILE, self.stored(rows.PROFILE))
            return Facts(
                plan=plan,
                curve=curve,
                baseline=baselines[-1] if baselines else Baseline(),
                profile=profiles[0] if profiles else Profile(),
                treatments=tuple(self.live(rows.TREATMENT, rows.treatment_of)),
                entries=LateMapping(entries, rows.entry_of),
                photos=self._photo_book() if late_photos else tuple(self._photos()),
                plan_uses=tuple(self.live(rows.PLAN, lambda row: answer_rows.plan_use_of(row, plan.language))),
                acknowledgements=tuple(self.live(rows.ACKNOWLEDGEMENT, answer_rows.acknowledgement_of)),
            )

    def _photo_book(self) -> PhotoBook:
        return PhotoBook(self._photos, self._photos_of)

    def _photos(self) -> list[Photo]:
        return self.live(rows.PHOTO, photo_rows.photo_of)

    def _photos_of(self, day: date) -> list[Photo]:
        return _decoded(photo_rows.photo_of, rows.PHOTO, self._photo_rows_of(day))

    def _photo_rows_of(self, day: date) -> list[Row]:
        sql = f"{rows.PHOTO.select} WHERE day = ? ORDER BY id"
        with self._reading(rows.PHOTO) as connection:
            tally.refuse_fewer(connection, rows.PHOTO, "idx_photo_day")
            found = rows.checked_all(connection.execute(sql, (day.isoformat(),)))
            if any(row[1] != day.isoformat() for row in found):
                raise JournalUnavailable(Trouble.DAMAGED, rows.PHOTO.name)  # as its index says, not as it says itself
            return [row for row in found if row[-1] is None]  # asked of each only once its checksum was

    def live(self, table: Table, decode: Callable[[Row], Fact]) -> list[Fact]:
        """What is in a table and not in the bin, in the order of keys."""
        return _decoded(decode, table, [row for row in self.stored(table) if row[-1] is None])

    def stored(self, table: Table) -> list[Row]:
        """Every row of a table, those in the bin too, in the order of keys. Raises ``JournalUnavailable``.

        A page that counts fewer rows than it has, or lies in another's place, gives rows that are right and too few:
        the engine tells a table that does not fit together, the tally one that has not the rows that were written.
        """
        with self._reading(table) as connection:
            if not database.is_sound(connection, table.name):
                raise JournalUnavailable(Trouble.DAMAGED, table.name)
            found = connection.execute(f"{table.select} ORDER BY {table.key}").fetchall()
            checked = rows.checked_all(found)
            tally.refuse_other(connection, table, tally.counted(map(itemgetter(-1), found)))
            return checked

    @contextmanager
    def _reading(self, table: Table) -> "Iterator[Connection]":
        """Everything read inside belongs to one moment. Raises ``JournalUnavailable``, also for a faulty row."""
        connection = self.connection
        is_one_moment = connection.in_transaction
        try:
            with told(self.path) if is_one_moment else database.snapshot(connection, self.path):
                yield connection
        except rows.ChecksumDiffersError as error:
            raise JournalUnavailable(Trouble.DAMAGED, table.name) from error

    def write(self, images: "Images", stamp: Stamp) -> "Written":
        """Write a change in one transaction. Raises ``JournalUnavailable``; then nothing changed."""
        from journal.store.writing import Writing  # late: the first screen is drawn before anything is written

        with self.transaction():
            return Writing(self, stamp).write(images)

    def add_photo(self, photo: Photo, prepared: PreparedPhoto, stamp: Stamp) -> Photo | None:
        """Write a photo with its three pictures in one transaction; None when it is there already.

        One that lies in the bin comes out of it, under its old id.
        """
        with self.transaction():
            row = self._one("SELECT id, removed_at FROM photo WHERE sha256 = ?", prepared.sha256)
            if row is not None and row[1] is None:
                return None
            kept = replace(photo, id=self.next_id(rows.PHOTO) if row is None else int(row[0] or 0))
            self.put(rows.PHOTO, photo_rows.photo_row(kept, stamp))
            for copy, data in (
                (Copy.ORIGINAL, prepared.original),
                (Copy.DISPLAY, prepared.display),
                (Copy.THUMBNAIL, prepared.thumbnail),
            ):
                self.put_picture(kept.id, copy, data)
        return kept

    def photo_bytes(self, photo_id: int, copy: Copy) -> bytes:
        """One stored picture, as it was written. Raises ``ValueRefused`` when there is no such photo,
        ``JournalUnavailable``, also when it is not what was written.
        """
        if self.is_new:
            raise ValueRefused(Refusal.NO_PHOTO, photo_id)
        with told(self.path), closing(self.connection.cursor()) as cursor:
            sql = f"SELECT data, checksum FROM {rows.PICTURE} WHERE photo_id = ? AND copy = ?"
            row = cursor.execute(sql, (photo_id, str(copy))).fetchone()
        if row is None:
            raise ValueRefused(Refusal.NO_PHOTO, photo_id)
        data, checksum = row
        if not isinstance(data, bytes) or rows.picture_checksum(data) != checksum:
            raise JournalUnavailable(Trouble.DAMAGED, rows.PICTURE)
        return data

    def has_changed_outside(self) -> bool:
        """Whether another connection has written since this was last asked."""
        if self._connection is None:
            return not self.is_new and self.connection is not None
        with told(self.path):
            version = database.number(self._connection, "data_version")
        changed = version != self._seen
        self._seen = version
        return changed

    def check(self) -> "tuple[Fault, ...]":
        """Every fault found in the file; empty when it is sound. Reads every photo."""
        # Late: only a full check needs it.
        from journal.store.checking import faults

        return () if self.is_new else faults(self.connection, self.path)

    def put(self, table: Table, row: Row) -> None:
        """Insert a row or write it over the one of the same key, inside a transaction."""
        tally.put(self.connection, table, row)

    def put_picture(self, photo_id: int, copy: Copy, data: bytes) -> None:
        """Insert a picture or write it over the one that is there, inside a transaction."""
        sql = f"INSERT OR REPLACE INTO {rows.PICTURE} (photo_id, copy, data, checksum) VALUES (?, ?, ?, ?)"
        self.connection.execute(sql, (photo_id, str(copy), data, rows.picture_checksum(data)))

    def row(self, table: Table, key: str | int) -> Row | None:
        """The row of a key, in the bin or not; None when there is none. Raises ``JournalUnavailable``."""
        row = self._one(table.select_one, key)
        try:
            return None if row is None else rows.checked(row)
        except rows.ChecksumDiffersError as error:
            raise JournalUnavailable(Trouble.DAMAGED, table.name) from error

    def _one(self, sql: str, key: str | int) -> Row | None:
        row: Row | None = self.connection.execute(sql, (key,)).fetchone()
        return row

    def next_id(self, table: Table) -> int:
        """The next number of a table, inside a transaction. One that was removed for good is not given again while
        this process runs, nor that of a treatment while a plan or an answer speaks of it.
        """
        told = [f"SELECT max(id) FROM {table.name}"]
        if table is rows.TREATMENT:
            told += [f"SELECT max(treatment_id) FROM {other.name}" for other in (rows.PLAN, rows.ACKNOWLEDGEMENT)]
        highest = max(int(self.connection.execute(sql).fetchone()[0] or 0) for sql in told)
        return max(highest, self._used.get(table.name, 0)) + 1

    def erase(self, doomed: "Doomed") -> bool:
        """Remove rows for good. False when another program still reads the pages they lay on.

        Raises ``JournalUnavailable``.
        """
        from journal.store import erasing  # late: once a day

        for table, gone in ((rows.PHOTO, doomed.photos), (rows.TREATMENT, doomed.treatments)):
            self._used[table.name] = max(self._used.get(table.name, 0), *gone, 0)
        self._refuse_moved()
        erasing.erase(self.connection, self.path, doomed)
        return erasing.settle(self.connection, self.path)


def _decoded(decode: Callable[[Row], Fact], table: Table, stored: Iterable[Row]) -> list[Fact]:
    try:
        return [decode(row) for row in stored]
    except (ValueError, KeyError, TypeError, AttributeError, ValueRefused) as error:
        raise JournalUnavailable(Trouble.DAMAGED, table.name) from error
