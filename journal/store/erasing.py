"""Removing for good: the rows, the pages they lay on, and what the log beside the file still holds of them.

Works on any schema that was ever released, so that older copies can be cleaned without being brought up to date. What
the engine deletes it overwrites (``secure_delete``, see ``database``); tables that earlier versions of this program
wrote without that are written anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.bin import Marks
from journal.store import database, photo_rows, rows, tally
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

_WRITTEN_ANEW = (rows.ENTRY.name, rows.ENTRY_VERSION.name, rows.TREATMENT.name, rows.ACKNOWLEDGEMENT.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """The rows of one file that are to go: days of entries, ids of all others."""

    entries: frozenset[str] = frozenset()
    versions: frozenset[int] = frozenset()
    photos: frozenset[int] = frozenset()
    treatments: frozenset[int] = frozenset()
    answers: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.entries or self.versions or self.photos or self.treatments or self.answers)


def doomed_by(connection: "Connection", marks: Marks) -> Doomed:
    """The rows of a copy that bear these marks, in the bin there or not."""
    entry, version, photo, treatment = (
        connection.execute(f"SELECT {columns} FROM {table.name}").fetchall()
        for columns, table in (
            ("day, saved_at", rows.ENTRY),
            ("id, day, saved_at", rows.ENTRY_VERSION),
            ("id, sha256", rows.PHOTO),
            ("id, at, note", rows.TREATMENT),
        )
    )
    return Doomed(
        entries=frozenset(str(day) for day, saved_at in entry if (day, saved_at) in marks.entries),
        versions=frozenset(row_id for row_id, day, saved_at in version if (day, saved_at) in marks.entries),
        photos=frozenset(row_id for row_id, name in photo if name in marks.photos),
        treatments=frozenset(row_id for row_id, at, note in treatment if _is_marked(row_id, at, note, marks)),
    )


def _is_marked(row_id: int, at: str, note: str, marks: Marks) -> bool:
    """The same treatment, also when its time or its note was changed since; another one of that id has neither."""
    return any(row_id == marked and (at == then or (note and note == said)) for marked, then, said in marks.treatments)


def erase(connection: "Connection", path: Path, doomed: Doomed) -> None:
    """Delete the rows, each photo in a transaction of its own. Raises ``JournalUnavailable``.

    What was deleted until then stays deleted; the rest is as it was.
    """
    with database.transaction(connection, path):
        for table, gone in _rows_of(doomed):
            if gone:
                tally.delete(connection, table, gone)
        for name in _WRITTEN_ANEW:
            if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone() is not None:
                _write_anew(connection, name)
    for photo_id in sorted(doomed.photos):
        with database.transaction(connection, path):
            _let_go(connection, photo_id)
            connection.execute(f"DELETE FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,))
            tally.delete(connection, rows.PHOTO, [photo_id])


def settle(connection: "Connection", path: Path) -> bool:
    """Give free pages back and fold the log into the file, so that neither holds what was deleted.

    False while another program reads an older state: then the log is folded in when that ends.
    """
    with told(path, writing=True):
        connection.execute("PRAGMA incremental_vacuum").fetchall()
        is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not is_busy


def _rows_of(doomed: Doomed) -> Iterator[tuple[rows.Table, Iterable[str | int]]]:
    yield rows.ENTRY, doomed.entries
    yield rows.ENTRY_VERSION, doomed.versions
    yield rows.TREATMENT, doomed.treatments
    yield rows.ACKNOWLEDGEMENT, doomed.answers


def _write_anew(connection: "Connection", table: str) -> None:
    kept = connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
    connection.execute(f"DELETE FROM {table}")
    if kept:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(kept[0]))})", kept)


def _let_go(connection: "Connection", photo_id: int) -> None:
    """No other photo lies on it any more: its number may be given again."""
    if database.number(connection, "user_version") < database.ROWS_VERSION:
        return
    for stored in connection.execute(f"{rows.PHOTO.select} WHERE alignment IS NOT NULL").fetchall():
        row = stored[:-1]
        alignment = photo_rows.photo_of(row).alignment if rows.checksum(row) == stored[-1] else None
        if alignment is not None and alignment.to == photo_id:
            freed = rows.PHOTO.changed(row, alignment=None)
            tally.put(connection, rows.PHOTO, freed)
