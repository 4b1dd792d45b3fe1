"""The full check of a journal file: the engine's own, every row against its checksum, every photo against its hash."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from journal.domain.errors import JournalUnavailable
from journal.domain.photo import Copy
from journal.store import database, rows

if TYPE_CHECKING:
    from sqlite3 import Connection

SOUND = "ok"


def faults(connection: "Connection", path: Path) -> tuple[str, ...]:
    """Every fault, one line each; none when the file is sound. Lines name tables and ids, never what is in them."""
    try:
        with database.snapshot(connection, path):
            return (
                *_engine(connection),
                *_references(connection),
                *_tables(connection),
                *_rows(connection),
                *_photos(connection),
            )
    except JournalUnavailable as error:
        return (error.detail or str(error.trouble),)


def _engine(connection: "Connection") -> Iterator[str]:
    for (text,) in connection.execute("PRAGMA integrity_check"):
        for line in text.splitlines():  # the engine puts a heading and up to a hundred faults into one text
            if line != SOUND and not line.startswith("***"):
                yield f"file: {line}"


def _references(connection: "Connection") -> Iterator[str]:
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row_id}: its {parent} is missing"


def _tables(connection: "Connection") -> Iterator[str]:
    there = set(Database(connection, execute_plugins=False, recursive_triggers=False).table_names())
    for name in (*(table.name for table in rows.SMALL_TABLES), rows.PICTURE):
        if name not in there:
            yield f"table {name} is missing"


def _rows(connection: "Connection") -> Iterator[str]:
    for table in rows.SMALL_TABLES:
        for row in connection.execute(table.select):
            try:
                rows.checked(row)
            except rows.ChecksumDiffersError:
                yield f"{table.name} {row[0]}: differs from what was written"


def _photos(connection: "Connection") -> Iterator[str]:
    for photo_id, expected in connection.execute(f"SELECT id, sha256 FROM {rows.PHOTO.name} ORDER BY id").fetchall():
        there = {}
        for copy, data, checksum in _pictures(connection, photo_id):
            there[copy] = data
            if copy is not Copy.ORIGINAL and rows.picture_checksum(data) != checksum:
                yield f"photo {photo_id}: its {copy} picture differs from what was written"
        for copy in Copy:
            if copy not in there:
                yield f"photo {photo_id}: its {copy} picture is missing"
        if Copy.ORIGINAL in there and sha256(there[Copy.ORIGINAL]).hexdigest() != expected:
            yield f"photo {photo_id}: differs from what was taken in"


def _pictures(connection: "Connection", photo_id: int) -> Iterator[tuple[Copy, bytes, int]]:
    for name, data, checksum in connection.execute(
        f"SELECT copy, data, checksum FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,)
    ).fetchall():
        yield Copy(name), bytes(data), checksum
