"""A new journal of everything that a damaged one still gives: each row by its checksum, each photo by its SHA-256."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from journal.domain.backup import Fault, FaultKind, Salvaged
from journal.domain.errors import BackupRefused, JournalUnavailable, Trouble
from journal.holding import held
from journal.store import database, opening, rows, tally
from journal.store.backups import files
from journal.store.backups.whole import verified
from journal.store.key import fits_some_page, looks_encrypted
from journal.store.migrations import MIGRATIONS
from journal.store.salvage import first_page
from journal.store.salvage.pages import Record
from journal.store.salvage.photos import Remake, orphans_taken, photos_taken
from journal.store.salvage.source import DamagedFile, Found, Shape
from journal.store.tally import Count
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key
    from journal.store.rows import Stamp

CHECKSUM = "checksum"
TALLY = Shape(name=rows.TALLY.name, columns=(*rows.TALLY.columns, CHECKSUM))
KEY_INDEX = {rows.ENTRY.name: "sqlite_autoindex_entry_1", rows.PHOTO.name: "idx_photo_day"}
"""They name what a table must hold, where the table itself cannot be read."""


def salvage(source: Path, target: Path, stamp: "Stamp", remake: Remake, key: "Key | None" = None) -> Salvaged:
    """Make a journal at ``target``, where nothing is, of what ``source`` still gives; with the list of what is lost.

    ``remake`` makes a photo of a picture's bytes, None when they are no picture. Raises ``BackupRefused`` for the
    source (``NOTHING_LEFT`` when nothing of a journal is in it), ``JournalUnavailable`` for the target.
    """
    fitting = _fitting(source, key)
    with told(target, writing=True), ExitStack() as stack:
        if target.exists() or target.is_symlink():
            raise JournalUnavailable(Trouble.NOT_EMPTY)
        stack.enter_context(held(target))
        readable = source
        if fitting is not None and not first_page.opens(source, fitting):
            readable = stack.enter_context(first_page.replaced(source, target, fitting))
        damaged = stack.enter_context(closing(DamagedFile(readable, fitting)))
        with files.part_file(target) as part:
            lost = _filled(part, fitting, damaged, source, remake)
            opening.open_existing(part, fitting).close()  # an older one is brought up to date
            lost += orphans_taken(part, fitting, damaged, stamp, remake)
            with closing(database.connect(part, fitting)) as connection:
                connection.execute("PRAGMA journal_mode=DELETE")
            found = verified(part, fitting)
            files.put_new(part, target)
    return Salvaged(contents=found, lost=tuple(dict.fromkeys(lost)))


def _fitting(source: Path, key: "Key | None") -> "Key | None":
    try:
        with told(source):
            is_plain = database.is_in_the_open(source) or not (looks_encrypted(source) or _is_signed(source, key))
            is_too_small = source.stat().st_size < files.SMALLEST
    except JournalUnavailable as error:
        raise BackupRefused(error.trouble, str(source)) from error
    if is_too_small:
        raise BackupRefused(Trouble.NOTHING_LEFT, str(source))
    if not is_plain and key is None:
        raise BackupRefused(Trouble.NO_PASSPHRASE, str(source))
    return None if is_plain else key


def _is_signed(source: Path, key: "Key | None") -> bool:
    """Whether pages are the key's although the first one, overwritten, shows no cipher text."""
    return key is not None and fits_some_page(source, key)


def _filled(part: Path, key: "Key | None", damaged: DamagedFile, source: Path, remake: Remake) -> list[Fault]:
    with closing(database.connect(part, key)) as connection:
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
        connection.execute("BEGIN IMMEDIATE")
        _make_tables(connection, _version(damaged, source))
        lost: list[Fault] = []
        if key is not None and damaged.value("SELECT count(*) FROM sqlite_schema") is None:
            raise BackupRefused(Trouble.NOTHING_LEFT, str(source))  # only the engine can read it, and it cannot begin
        shapes = {shape.name: shape for shape in _shapes(connection)}
        has_tally = tally.is_kept(connection)
        counts = _counts(damaged) if has_tally else {}
        for shape in shapes.values():
            lost += _table_taken(connection, shape, damaged, counts.get(shape.name))
        lost += photos_taken(connection, shapes[rows.PHOTO.name], damaged, remake)
        if has_tally:
            tally.note(connection)
        if not any(_has_rows(connection, table.name) for table in rows.SMALL_TABLES):
            raise BackupRefused(Trouble.NOTHING_LEFT, str(source))
        connection.execute("COMMIT")
    return lost


def _version(damaged: DamagedFile, source: Path) -> int:
    """The schema that the file was written with: as the engine says, else as its header does, else the present one."""
    row = damaged.value("PRAGMA user_version")
    version = row[0] if row is not None else 0
    if not version:
        with suppress(OSError), source.open("rb") as file:
            version = int.from_bytes(file.read(files.SMALLEST)[60:64], "big")
    if not isinstance(version, int) or not 1 <= version <= database.SCHEMA_VERSION:
        return database.SCHEMA_VERSION
    return version


def _make_tables(connection: "Connection", version: int) -> None:
    made = Database(connection, execute_plugins=False, recursive_triggers=False)
    names = [each.name for each in MIGRATIONS.pending(made)]
    MIGRATIONS.apply(made, stop_before=names[version:])
    connection.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={version}")


def _shapes(connection: "Connection") -> Iterator[Shape]:
    """The small tables as a file of this version has them."""
    for table in rows.SMALL_TABLES:
        columns = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
        names = tuple(str(column[1]) for column in columns)
        if columns:
            yield Shape(
                name=table.name,
                columns=names,
                summed=_summed(table, names),
                real_columns=frozenset(place for place, column in enumerate(columns) if column[2] == "REAL"),
                has_row_key=columns[0][2] == "INTEGER",
                index=KEY_INDEX.get(table.name, ""),
            )


def _summed(table: rows.Table, names: tuple[str, ...]) -> tuple[int, ...]:
    """As this program's rows are, or, in a file of an older one, as the columns lie there."""
    present = {*table.columns, CHECKSUM} == set(names)
    return tuple(names.index(name) for name in (table.columns if present else names) if name != CHECKSUM)


def _counts(damaged: DamagedFile) -> Mapping[str, Count]:
    """What the file says that its tables come to; nothing when that cannot be read."""
    stored = damaged.value(tally.SELECT, (tally.ID,))
    is_hidden = stored is None and damaged.value("SELECT 1 FROM sqlite_schema WHERE name = ?", (TALLY.name,)) is None
    for each in damaged.past_the_engine(TALLY) if is_hidden else (stored,):
        with suppress(JournalUnavailable):
            return tally.noted_in(each)
    return {}


def _table_taken(connection: "Connection", shape: Shape, damaged: DamagedFile, count: Count | None) -> list[Fault]:
    found = damaged.table(shape, 0 if count is None else count.rows)
    wanted: dict[object, Record | None] = {row[0]: None for row in found.rows.values()}
    wanted.update((key, None) for key in found.named.values() if key not in wanted)
    for row in found.rows.values():
        if _is_sound(shape, row):
            wanted[row[0]] = row
    for row in sorted(found.loose, key=lambda row: _saved_at(shape, row)):
        if _is_sound(shape, row) and _may_be(found, wanted, row):
            wanted[row[0]] = row
    marks = ", ".join("?" * len(shape.columns))
    taken = [row for row in wanted.values() if row is not None]
    connection.executemany(f"INSERT INTO {shape.name} ({', '.join(shape.columns)}) VALUES ({marks})", taken)
    return [] if _count(shape, taken) == count else _lost(shape, found, wanted, count)


def _count(shape: Shape, taken: Iterable[Record]) -> Count:
    place = shape.columns.index(CHECKSUM)
    return tally.counted(value if isinstance(value := row[place], int) else 0 for row in taken)


def _may_be(found: Found, wanted: dict[object, Record | None], row: Record) -> bool:
    """Whether a loose row fills a gap. Of a key that was read soundly, and of one that its index does not name, the
    engine knows better.
    """
    if found.named and row[0] not in wanted:
        return False
    known = wanted.get(row[0])
    return known is None or known not in found.rows.values()


def _lost(shape: Shape, found: Found, wanted: dict[object, Record | None], count: Count | None) -> list[Fault]:
    """Each row that something names; the table itself where rows may be missing, or old, that nothing names.

    What was taken is all else only where it makes up the tally with the rows that differ: as many rows do not yet.
    """
    read = {row[0] for row in found.rows.values()}
    lost = [
        Fault(where=f"{shape.name} {key}", kind=FaultKind.DIFFERS if key in read else FaultKind.UNREADABLE)
        for key, row in wanted.items()
        if row is None
    ]
    if not found.is_whole and not found.named:
        lost.append(Fault(where=shape.name, kind=FaultKind.UNREADABLE))
    elif count is not None and _count(shape, _last_known(found, wanted)) != count:
        lost.append(Fault(where=shape.name, kind=FaultKind.ROWS))
    return lost


def _last_known(found: Found, wanted: dict[object, Record | None]) -> Iterator[Record]:
    """The rows that were taken and those that differ from what was written, each with the checksum it had."""
    yield from (row for row in wanted.values() if row is not None)
    yield from (row for row in found.rows.values() if wanted[row[0]] is None)


def _is_sound(shape: Shape, row: Record) -> bool:
    return rows.checksum([row[place] for place in shape.summed]) == row[shape.columns.index(CHECKSUM)]


def _saved_at(shape: Shape, row: Record) -> str:
    return str(row[shape.columns.index("saved_at")]) if "saved_at" in shape.columns else ""


def _has_rows(connection: "Connection", name: str) -> bool:
    there = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    return there is not None and connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() is not None
