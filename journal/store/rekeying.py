"""A journal under another key, or under none: a verified new copy, which then takes the old file's place in one step.

Until that step the old file is whole where it was, after it the new one is; nothing is ever changed in place.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.passphrase import KeyStage
from journal.store import database, opening, stages
from journal.store.key import Key
from journal.store.stages import Progress
from journal.store.traces import LOGS
from journal.store.trouble import told
from journal.whole_file import real_path, sync_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

KEPT_NUMBERS = ("application_id", "user_version")
"""What ``sqlcipher_export`` leaves behind."""


def rekey(path: Path, key: Key | None, new_key: Key | None, progress: Progress | None = None) -> None:
    """Put the journal under ``new_key`` (None: in the open). Raises ``JournalUnavailable``; then nothing changed.

    No other connection may be open: that is refused as ``LOCKED``, and while the copy is made nobody else gets in.
    """
    path = real_path(path)  # a link stays a link
    if not (database.may_write(path) and database.may_write(path.parent)):
        raise JournalUnavailable(Trouble.MISSING if not path.exists() else Trouble.NO_PERMISSION)
    key = database.key_for(path, key)
    opening.open_existing(path, key).close()  # an older file is brought up to date first
    progress = stages.forward(progress)
    with told(path, writing=True), _part(path) as part:
        with _alone(path, key) as connection:
            with stages.copying(connection, path, part, progress):
                _copy(connection, part, new_key)
            _verify(connection, part, new_key, progress)
            if os.name == "posix":
                _put_in_place(part, path)
        if part.exists():
            _put_in_place(part, path)  # elsewhere a file that is open cannot be replaced


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """The file the copy is made in, owner only; gone afterwards unless it has taken its place."""
    part = database.part_of(path)
    database.remove_part(path)
    try:
        yield part
    finally:
        database.remove_part(path)


@contextmanager
def _alone(path: Path, key: Key | None) -> Iterator["Connection"]:
    """The old file with nobody else in it, and everything of it in the one file: no log is left beside it that the
    engine could take for the new file's.
    """
    with closing(database.connect(path, key)) as connection:
        connection.execute("PRAGMA main.locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA main.journal_mode=DELETE")
        connection.execute("PRAGMA main.journal_mode=MEMORY")  # nothing of it is written, so no journal need lie there
        yield connection


def _copy(connection: "Connection", part: Path, new_key: Key | None) -> None:
    part.touch(mode=database.FILE_MODE, exist_ok=False)
    export(connection, part, new_key)


def export(connection: "Connection", part: Path, new_key: Key | None) -> None:
    """Everything of a database into an empty file under the key (None: in the open). Raises the engine's errors."""
    connection.execute("ATTACH ? AS fresh KEY ?", (str(part), "" if new_key is None else new_key.literal))
    connection.execute("PRAGMA fresh.auto_vacuum=INCREMENTAL")  # takes hold only before the first table
    connection.execute("PRAGMA fresh.synchronous=FULL")
    connection.execute("PRAGMA fresh.journal_mode=OFF")  # what fails is thrown away; nothing is left beside it
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("SELECT sqlcipher_export('fresh')")
    for pragma in KEPT_NUMBERS:
        connection.execute(f"PRAGMA fresh.{pragma}={database.number(connection, f'main.{pragma}')}")
    connection.execute("COMMIT")
    connection.execute("DETACH fresh")


def _verify(connection: "Connection", part: Path, new_key: Key | None, progress: Progress | None = None) -> None:
    """The copy is opened as any journal is, checked whole, and held against the old file. Raises for any difference."""
    from journal.store.checking import faults

    with closing(database.connect(part, new_key)) as copy:
        for pragma in KEPT_NUMBERS:
            if database.number(copy, pragma) != database.number(connection, pragma):
                raise JournalUnavailable(Trouble.DAMAGED, pragma)
        with stages.checking_pages(copy, database.number(copy, "page_count"), progress):
            found = faults(copy, part, None if progress is None else partial(progress, KeyStage.PHOTOS))
        if found:
            raise JournalUnavailable(Trouble.DAMAGED, found[0].where)
        if not are_same(connection, copy, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"):
            raise JournalUnavailable(Trouble.DAMAGED, "schema")
        for name, columns in _tables(connection):
            if not are_same(connection, copy, f"SELECT {columns} FROM {name} ORDER BY 1, 2"):
                raise JournalUnavailable(Trouble.DAMAGED, name)


def _tables(connection: "Connection") -> Iterator[tuple[str, str]]:
    """Every table with its columns. Pictures are told by their length: the full check holds each against its hash."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", (name,)).fetchall()
        yield name, ", ".join(f'length("{column}")' if kind == "BLOB" else f'"{column}"' for column, kind in columns)


def are_same(old: "Connection", new: "Connection", select: str) -> bool:
    """Whether both give the same rows in the same order."""
    ours, theirs = old.execute(select), new.execute(select)
    while (row := ours.fetchone()) is not None:
        if row != theirs.fetchone():
            return False
    return theirs.fetchone() is None


def _put_in_place(part: Path, path: Path) -> None:
    for end in LOGS:  # empty: the old file is whole in itself, see ``_alone``
        path.with_name(path.name + end).unlink(missing_ok=True)
    part.replace(path)
    sync_folder(path.parent)
