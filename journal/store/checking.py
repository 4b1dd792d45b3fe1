"""The check of a journal file: the engine's own, every row against its checksum, every photo against its SHA-256.

``faults`` reads everything; ``quick_faults`` everything but the pictures. Neither writes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Fault, FaultKind
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import Copy
from journal.store import database, opening, rows, tally
from journal.store.foreign import refuse_foreign_schema
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

    Step = Callable[["Connection", Path], Iterable[Fault]]

FILE = "file"
TRIES = 3
"""How often a file is checked that other programs change meanwhile."""


def faults(
    connection: "Connection", path: Path, progress: "Callable[[float], None] | None" = None
) -> tuple[Fault, ...]:
    """Every fault; none when the file is sound. Reads every photo. Raises ``JournalUnavailable`` when it is locked.

    ``progress`` is told how much of the photos was read, 0 to 1.
    """
    photos = partial(_photos, progress=progress)
    return _gathered(connection, path, (_engine, _references, _tables, _rows, _tallies, photos))


def faults_of_file(path: Path, key: "Key | None" = None) -> tuple[Fault, ...]:
    """Every fault of a file that is not open here, which is left as it is; an older one is brought up to date first.

    Raises ``JournalUnavailable`` for what is no journal, cannot be opened at all or is locked.

    A file that nobody seems to have open is read without a lock, so that nothing is laid beside it. What is found while
    another program writes after all may be half of its change: it counts only when the file stayed as it was.
    """
    fitting = database.key_for(path, key)
    for _ in range(TRIES):
        before = _state(path)
        try:
            found = _of_file(path, fitting)
        except JournalUnavailable as error:
            if error.trouble is not Trouble.DAMAGED or _state(path) == before:
                raise
            continue
        if not found or _state(path) == before:
            return found
    raise JournalUnavailable(Trouble.LOCKED)


def _state(path: Path) -> tuple[int, int, int]:
    with told(path):
        status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _of_file(path: Path, fitting: "Key | None") -> tuple[Fault, ...]:
    with told(path), closing(database.connect(path, fitting, reads_only=True)) as connection:
        refuse_foreign_schema(connection)
        if database.number(connection, "user_version") == database.SCHEMA_VERSION:
            return faults(connection, path)
    with closing(opening.open_existing(path, fitting)) as connection:
        return faults(connection, path)


def quick_faults(connection: "Connection", path: Path) -> tuple[Fault, ...]:
    """The faults of the small tables: their pages, their indexes, every row against its checksum, all against
    the tally.
    """
    return _gathered(connection, path, (_tables, _small_tables, _rows, _tallies))


def _gathered(connection: "Connection", path: Path, steps: "Iterable[Step]") -> tuple[Fault, ...]:
    found: dict[Fault, None] = {}
    try:
        with database.snapshot(connection, path):
            for step in steps:
                # Each fault once, in the order found.
                found |= dict.fromkeys(_told(path, FILE, step(connection, path)))
    except JournalUnavailable as error:
        if error.trouble is not Trouble.DAMAGED:
            raise
        found[Fault(where=FILE, kind=FaultKind.UNREADABLE)] = None
    return tuple(found)


def _told(path: Path, where: str, found: Iterable[Fault]) -> Iterator[Fault]:
    """What is found; where the engine breaks off, that the rest of this place cannot be read."""
    try:
        with told(path):
            yield from found
    except JournalUnavailable as error:
        if error.trouble is not Trouble.DAMAGED:
            raise
        yield Fault(where=where, kind=FaultKind.UNREADABLE)


def _engine(connection: "Connection", _path: Path, table: str = "") -> Iterator[Fault]:
    for (text,) in connection.execute(f"PRAGMA integrity_check{table and f'({table})'}"):
        for line in text.splitlines():  # the engine puts a heading and up to a hundred faults into one text
            if line != database.SOUND and not line.startswith("***"):
                yield Fault(where=table or FILE, kind=FaultKind.STRUCTURE, detail=line)


def _small_tables(connection: "Connection", path: Path) -> Iterator[Fault]:
    there = _names(connection)
    for table in (*rows.SMALL_TABLES, rows.TALLY):
        if table.name in there:
            yield from _told(path, table.name, _engine(connection, path, table.name))


def _references(connection: "Connection", _path: Path) -> Iterator[Fault]:
    for table, row_id, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Fault(where=f"{table} {row_id}: its {parent}", kind=FaultKind.MISSING)


def _tables(connection: "Connection", _path: Path) -> Iterator[Fault]:
    there = _names(connection)
    wanted = [*(table.name for table in rows.SMALL_TABLES), rows.PICTURE]
    for name in (*wanted, rows.TALLY.name) if tally.is_kept(connection) else wanted:
        if name not in there:
            yield Fault(where=f"table {name}", kind=FaultKind.MISSING)


def _names(connection: "Connection") -> set[str]:
    return {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def row_faults(connection: "Connection") -> Iterator[Fault]:
    """What is not as it was written in the small tables; nothing of a file whose rows are of an older form.

    Raises the engine's errors.
    """
    if database.number(connection, "user_version") < database.ROWS_VERSION:
        return
    for table in rows.SMALL_TABLES:
        yield from _rows_of(connection, table)
    if tally.is_kept(connection):
        yield from _tally(connection)
        for table in rows.SMALL_TABLES:
            yield from _tallied(connection, table)


def _rows(connection: "Connection", path: Path) -> Iterator[Fault]:
    there = _names(connection)
    for table in rows.SMALL_TABLES:
        if table.name in there:
            yield from _told(path, table.name, _rows_of(connection, table))


def _rows_of(connection: "Connection", table: rows.Table) -> Iterator[Fault]:
    for row in connection.execute(table.select):
        try:
            rows.checked(row)
        except rows.ChecksumDiffersError:
            yield Fault(where=f"{table.name} {row[0]}", kind=FaultKind.DIFFERS)


def _tallies(connection: "Connection", path: Path) -> Iterator[Fault]:
    there = _names(connection)
    if rows.TALLY.name not in there:
        return
    found = [*_told(path, rows.TALLY.name, _tally(connection))]
    yield from found
    for table in () if found else rows.SMALL_TABLES:
        if table.name in there:
            yield from _told(path, table.name, _tallied(connection, table))


def _tally(connection: "Connection") -> Iterator[Fault]:
    try:
        tally.noted(connection)
    except JournalUnavailable:
        yield Fault(where=rows.TALLY.name, kind=FaultKind.DIFFERS)


def _tallied(connection: "Connection", table: rows.Table) -> Iterator[Fault]:
    if tally.noted(connection)[table.name] != tally.reckoned(connection, table):
        yield Fault(where=table.name, kind=FaultKind.ROWS)


def _photos(connection: "Connection", path: Path, progress: "Callable[[float], None] | None" = None) -> Iterator[Fault]:
    there = connection.execute(f"SELECT id, sha256 FROM {rows.PHOTO.name} ORDER BY id").fetchall()
    for number, (photo_id, expected) in enumerate(there):
        if progress is not None:
            progress(number / len(there))
        yield from _told(path, f"photo {photo_id}", _photo(connection, photo_id, expected))


def _photo(connection: "Connection", photo_id: int, expected: str) -> Iterator[Fault]:
    there: dict[str, bytes] = {}
    for copy, data, checksum in _pictures(connection, photo_id):
        there[copy] = data
        if copy != Copy.ORIGINAL and rows.picture_checksum(data) != checksum:
            yield Fault(where=f"photo {photo_id}: its {copy} picture", kind=FaultKind.DIFFERS)
    for copy in Copy:
        if copy not in there:
            yield Fault(where=f"photo {photo_id}: its {copy} picture", kind=FaultKind.MISSING)
    if Copy.ORIGINAL in there and sha256(there[Copy.ORIGINAL]).hexdigest() != expected:
        yield Fault(where=f"photo {photo_id}", kind=FaultKind.NOT_AS_TAKEN_IN)


def _pictures(connection: "Connection", photo_id: int) -> Iterator[tuple[str, bytes, int]]:
    for name, data, checksum in connection.execute(
        f"SELECT copy, data, checksum FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,)
    ).fetchall():
        yield str(name), data if isinstance(data, bytes) else b"", checksum
