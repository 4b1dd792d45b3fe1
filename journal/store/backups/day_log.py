"""One day's log: every row of the small tables in a file of its own, held against the journal row by row.

It is a journal without its pictures and says so in its header, so that nobody opens it as one. Any schema that was ever
released is copied as it is.
"""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Contents
from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import checking, database, rows, tally
from journal.store.backups.photo_store import PhotoFiles, are_whole
from journal.store.backups.whole import contents
from journal.store.foreign import refuse_foreign_schema
from journal.store.key import looks_encrypted
from journal.store.traces import Kind, kind_of_backup

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

SCHEMA = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY rowid"
ABOUT = "about_backup"
"""One row: what the journal's rows came to."""
ABOUT_STATEMENT = f"CREATE TABLE {ABOUT} (digest TEXT NOT NULL) STRICT"


def is_day_backup(path: Path) -> bool:
    """Whether a file's name is that of a day's backup; its photos lie beside it."""
    return kind_of_backup(path.name) is Kind.DAY


def digest(connection: "Connection") -> str:
    """What tells whether the small tables changed: SHA-256 over all rows' keys and checksums."""
    found = hashlib.sha256()
    for name in _tables(connection):
        if not _has_checksum(connection, name):
            continue
        key = next(str(row[1]) for row in connection.execute(f"PRAGMA table_info({_quoted(name)})") if row[5])
        found.update(name.encode())
        for row in connection.execute(f"SELECT {_quoted(key)}, checksum FROM {_quoted(name)} ORDER BY 1"):
            found.update(repr(row).encode())
    return found.hexdigest()


def write_log(source: "Connection", part: Path, key: "Key | None") -> Contents:
    """Copy the small tables into an empty file, within a snapshot of ``source``; what is in the file, checked.

    Raises ``JournalUnavailable`` (``DAMAGED``) when a row is not what was written, or the copy differs.
    """
    with closing(database.connect(part, key)) as copy:
        copy.execute("BEGIN IMMEDIATE")
        for (statement,) in source.execute(SCHEMA):
            copy.execute(statement)
        for name in _tables(source):
            copy.executemany(*_insert(source, name))
        copy.execute(ABOUT_STATEMENT)
        copy.execute(f"INSERT INTO {ABOUT} VALUES (?)", (digest(source),))
        copy.execute(f"PRAGMA user_version={database.number(source, 'user_version')}")
        copy.execute(f"PRAGMA application_id={database.DAY_ID}")
        copy.execute("COMMIT")
    with closing(database.connect(part, key, reads_only=True)) as copy:
        _refuse_difference(source, copy)
        return contents(copy)


def _tables(connection: "Connection") -> list[str]:
    """All but the pictures: also what the migrations note about themselves."""
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (?, ?) AND name NOT LIKE 'sqlite!_%'"
        " ESCAPE '!' ORDER BY name",
        (rows.PICTURE, ABOUT),
    )
    return [str(name) for (name,) in found]


def _has_checksum(connection: "Connection", name: str) -> bool:
    return any(row[1] == "checksum" for row in connection.execute(f"PRAGMA table_info({_quoted(name)})"))


def _insert(source: "Connection", name: str) -> tuple[str, Iterator[tuple[object, ...]]]:
    found = source.execute(f"SELECT * FROM {_quoted(name)}")
    marks = ", ".join("?" * len(found.description))
    return f"INSERT INTO {_quoted(name)} VALUES ({marks})", found


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _refuse_difference(source: "Connection", copy: "Connection") -> None:
    if not database.is_sound(copy):
        raise JournalUnavailable(Trouble.DAMAGED)
    for fault in checking.row_faults(copy):
        raise JournalUnavailable(Trouble.DAMAGED, fault.where)
    for name in _tables(source):
        select = f"SELECT * FROM {_quoted(name)} ORDER BY 1"
        ours, theirs = source.execute(select), copy.execute(select)
        if any(row != theirs.fetchone() for row in ours) or theirs.fetchone() is not None:
            raise JournalUnavailable(Trouble.DAMAGED, name)


def digest_of(path: Path, key: "Key | None") -> str:
    """What the journal's rows came to when this log was made. Raises ``JournalUnavailable``, the engine's errors."""
    with closing(opened_log(path, key)) as connection:
        return str(connection.execute(f"SELECT digest FROM {ABOUT}").fetchone()[0])


def note_digest(connection: "Connection") -> None:
    """A log that was changed says what its rows come to now."""
    connection.execute(f"UPDATE {ABOUT} SET digest = ?", (digest(connection),))


def opened_log(path: Path, key: "Key | None") -> "Connection":
    """A log, to be read. Raises ``JournalUnavailable`` when it is none, the engine's errors when it does not open."""
    is_open = database.is_in_the_open(path)
    if key is None and not is_open and looks_encrypted(path):
        raise JournalUnavailable(Trouble.NO_PASSPHRASE)
    if key is not None and not is_open:
        database.check_key(path, key)  # tells another passphrase from damage
    connection = database.connect(path, None if is_open else key, reads_only=True)
    try:
        version = database.number(connection, "user_version")
        database.refuse_foreign(database.number(connection, "application_id"), version, database.DAY_ID)
        refuse_foreign_schema(connection, besides=ABOUT_STATEMENT)
    except BaseException:
        connection.close()
        raise
    return connection


def make_journal(part: Path, key: "Key | None", photos: PhotoFiles | None) -> None:
    """A copy of a log becomes the journal that it was of: with its pictures, without those that were forgotten.

    Raises ``JournalUnavailable`` (``DAMAGED``) when a photo is missing or not what it was.
    """
    forgotten = photos.forgotten() if photos else set()
    with closing(database.connect(part, key)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"DROP TABLE {ABOUT}")
        for photo_id, name in connection.execute(f"SELECT id, sha256 FROM {rows.PHOTO.name} ORDER BY id").fetchall():
            pictures = photos.pictures(name) if photos else {}
            if not pictures and name in forgotten:
                tally.delete(connection, rows.PHOTO, [photo_id])
                continue
            if not are_whole(name, pictures):
                raise JournalUnavailable(Trouble.DAMAGED, f"photo {photo_id}")
            connection.executemany(
                f"INSERT INTO {rows.PICTURE} (photo_id, copy, data, checksum) VALUES (?, ?, ?, ?)",
                [(photo_id, copy, data, checksum) for copy, (checksum, data) in pictures.items()],
            )
        connection.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
        connection.execute("COMMIT")
