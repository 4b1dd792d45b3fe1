"""A damaged file, read row by row: by the engine as far as it goes, around what it cannot read, and past the engine."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from journal.store import database
from journal.store.salvage.pages import Record, records
from journal.store.trouble import READING_ERRORS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

PROBES_MAX = 200_000
FAILURES_MAX = 300
"""In a row: more than fit on a page, so the whole of the table is out of reach."""
PROBES_BLIND = 2_000
"""How far beyond the last readable row the engine looks where nothing says where the table ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A table as it lies in the file: its columns in their order there."""

    name: str
    columns: tuple[str, ...]
    real_columns: frozenset[int] = frozenset()
    has_row_key: bool = True
    """Whether the first column is the rowid itself, which a record leaves out."""
    summed: tuple[int, ...] = ()
    """The places of the columns that the checksum is over, in its order."""
    index: str = ""
    """One that leads from the key to the rowid; empty when there is none."""


@dataclass(slots=True)
class Found:
    """What was read of a table: rows by rowid, whether that is all, and the rowids and keys that an index names.

    ``loose`` are rows that lie in some page; they may be older than what was written last.
    """

    rows: dict[int, Record] = field(default_factory=dict)
    loose: list[Record] = field(default_factory=list)
    is_whole: bool = False
    named: dict[int, object] = field(default_factory=dict)


class DamagedFile:
    """A file that is only read. ``key`` opens it when it is encrypted; then only the engine can read it."""

    def __init__(self, path: Path, key: "Key | None") -> None:
        self._path = path
        self._key = key
        self._open: Connection | None = None
        self._loose: dict[int, list[tuple[int, Record]]] | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def table(self, shape: Shape, count: int = 0) -> Found:
        """Every row of a small table that can be read; ``count``: how many there were at least."""
        found = Found(named=self._named(shape))
        select = f"SELECT rowid, {', '.join(shape.columns)} FROM {shape.name} NOT INDEXED"
        try:
            for rowid, *row in self._connection().execute(f"{select} ORDER BY rowid"):
                found.rows[rowid] = tuple(row)
            found.is_whole = found.named.keys() <= found.rows.keys() and len(found.rows) >= count
        except READING_ERRORS:
            self._recover()
        if not found.is_whole:
            self._probe(shape, found, f"{select} WHERE rowid = ?")
            found.loose = list(self.past_the_engine(shape))
        return found

    def value(self, sql: str, given: tuple[object, ...] = ()) -> Record | None:
        """One row by a statement; None when there is none or it cannot be read."""
        try:
            row = self._connection().execute(sql, given).fetchone()
        except READING_ERRORS:
            self._recover()
            return None
        return None if row is None else tuple(row)

    def streamed(self) -> Iterator[Record]:
        """Every record of every table, one at a time, past the engine."""
        if self._key is None:
            with suppress(OSError):
                for _, record in records(self._path):
                    yield record

    def past_the_engine(self, shape: Shape) -> Iterator[Record]:
        """Records of the table's form that lie in some page; nothing of an encrypted file."""
        for rowid, record in self._loose_records(len(shape.columns)):
            if shape.has_row_key and record[0] is not None:
                continue
            values = (rowid, *record[1:]) if shape.has_row_key else record
            yield tuple(
                float(value) if place in shape.real_columns and isinstance(value, int) else value
                for place, value in enumerate(values)
            )

    def _loose_records(self, columns: int) -> list[tuple[int, Record]]:
        if self._loose is None:
            self._loose = defaultdict(list)
            if self._key is None:
                with suppress(OSError):
                    for rowid, record in records(self._path):
                        if not any(isinstance(value, bytes) for value in record):  # pictures are streamed
                            self._loose[len(record)].append((rowid, record))
        return self._loose[columns]

    def _named(self, shape: Shape) -> dict[int, object]:
        if not shape.index:
            return {}
        key = shape.columns[0] if not shape.has_row_key else "rowid"
        try:
            found = self._connection().execute(f"SELECT rowid, {key} FROM {shape.name} INDEXED BY {shape.index}")
            return dict(found.fetchall())
        except READING_ERRORS:
            self._recover()
            return {}

    def _probe(self, shape: Shape, found: Found, select: str) -> None:
        """Each row by itself, around those that the engine cannot read."""
        failed = 0
        for rowid in self._wanted(shape, found):
            try:
                row = self._connection().execute(select, (rowid,)).fetchone()
            except READING_ERRORS:
                self._recover()
                failed += 1
                if failed == FAILURES_MAX:
                    return
                continue
            failed = 0
            if row is not None:
                found.rows[rowid] = tuple(row[1:])

    def _wanted(self, shape: Shape, found: Found) -> list[int]:
        last = max(found.rows, default=0)
        top = max(found.named, default=0)
        if not found.named:
            try:
                (most,) = self._connection().execute(f"SELECT max(rowid) FROM {shape.name} NOT INDEXED").fetchone()
                top = int(most or 0)
            except READING_ERRORS:
                self._recover()
                top = last + PROBES_BLIND if self._key is not None else last
        wanted = set(found.named) | set(range(last + 1, min(top, last + PROBES_MAX) + 1))
        return sorted(wanted - found.rows.keys())

    def _recover(self) -> None:
        """An encrypted file's connection reads nothing more after an error."""
        if self._key is not None:
            self.close()

    def _connection(self) -> "Connection":
        if self._open is None:
            self._open = database.connect(self._path, self._key, reads_only=True)
            self._open.execute("PRAGMA cell_size_check=OFF")
            self._open.execute("PRAGMA writable_schema=ON")  # one faulty line of the schema does not hide the others
        return self._open
