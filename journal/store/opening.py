"""A journal's file opened to be written: made where there is none, brought up to date where it is older."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import database
from journal.store.foreign import refuse_foreign_schema
from journal.store.places import is_far
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

_WAL_MAX_BYTES = 8_000_000


def open_existing(path: Path, key: "Key | None" = None) -> "Connection":
    """Open a journal that ``standing`` (and ``check_key``) has accepted, bringing an older one up to date."""
    with told(path):
        there = database.identity(path)
        connection = database.connect(path, key)
    try:
        with told(path):
            is_new = not _has_tables(connection)
            _refuse_another(path, there)
            return _made_ready(connection, path, key, is_new=is_new)
    except JournalUnavailable:
        connection.close()
        raise


def _refuse_another(path: Path, there: tuple[int, int]) -> None:
    """Another file took the place of the one that was opened: its log would be laid beside the other."""
    if database.identity(path) != there:
        raise JournalUnavailable(Trouble.LOCKED)


def _made_ready(connection: "Connection", path: Path, key: "Key | None", *, is_new: bool) -> "Connection":
    if is_new:
        if database.number(connection, "application_id") == database.APPLICATION_ID:
            raise JournalUnavailable(Trouble.DAMAGED)  # it had tables: they are not to be seen any more
        _build(connection, path, key)
    else:
        version = database.number(connection, "user_version")
        database.refuse_foreign(database.number(connection, "application_id"), version)
        refuse_foreign_schema(connection)
        if version < database.SCHEMA_VERSION:
            _build(connection, path, key)
    _keep_private(path)
    database.remove_part(path)
    _choose_log(connection, path)
    connection.execute(f"PRAGMA journal_size_limit={_WAL_MAX_BYTES}")
    return connection


def _choose_log(connection: "Connection", path: Path) -> None:
    """The log at home; where it cannot be counted on, the rollback journal. What moved changes when it is opened."""
    wanted = "delete" if is_far(path) else "wal"
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == wanted:
        return
    try:
        connection.execute(f"PRAGMA journal_mode={wanted}")
    except dbapi2.OperationalError:
        if wanted == "wal":
            raise  # else somebody is in it, or it can only be read: it stays as it was


def refuse_missing(path: Path, *, create: bool, makes_folder: bool) -> None:
    """Raises ``JournalUnavailable`` when no journal is wanted or can be made where none is."""
    folder = path.parent
    if not folder.is_dir() and not makes_folder:
        raise JournalUnavailable(Trouble.FOLDER_GONE)
    if not create:
        raise JournalUnavailable(Trouble.MISSING)
    if folder.is_dir() and not os.access(
        folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids
    ):
        raise JournalUnavailable(Trouble.NO_PERMISSION)


def create(path: Path, key: "Key | None" = None, *, makes_folder: bool = False) -> "Connection":
    """Make a new journal at a path where nothing is, or a file of no bytes. Whole or nothing; with a key, encrypted."""
    with told(path, writing=True):
        if makes_folder:
            path.parent.mkdir(mode=database.FOLDER_MODE, parents=True, exist_ok=True)
        is_made_here = _touch(path)
    try:
        return open_existing(path, key)
    except JournalUnavailable:
        with suppress(OSError):
            if is_made_here and path.stat().st_size == 0:
                path.unlink()
        raise


def _touch(path: Path) -> bool:
    try:
        path.touch(mode=database.FILE_MODE, exist_ok=False)
    except FileExistsError:
        return False
    return True


def _build(connection: "Connection", path: Path, key: "Key | None") -> None:
    # Late: making tables needs sqlite-utils, whose import costs a start more than everything else in here.
    from journal.store.migrations import MIGRATIONS
    from journal.store.upgrade import upgrade

    with told(path, writing=True):
        upgrade(connection, path, MIGRATIONS, database.APPLICATION_ID, database.SCHEMA_VERSION, key)


def _has_tables(connection: "Connection") -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is not None


def _keep_private(path: Path) -> None:
    """Owner only. The engine gives the log beside the file the same mode."""
    with suppress(OSError):  # another owner's file: reading it is all that is asked
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(database.FILE_MODE)
