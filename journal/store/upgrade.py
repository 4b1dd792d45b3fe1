"""Running migrations on a journal file: all of them in one transaction, after the file was copied. No tables."""

from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import held_here
from journal.store import database
from journal.store.traces import OLDER
from journal.whole_file import real_path

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

COPY_MODE = 0o600


def upgrade(
    connection: "Connection",
    path: Path,
    migrations: Migrations,
    application_id: int,
    version: int,
    key: "Key | None" = None,
) -> None:
    """Bring a file to ``version``. An existing journal is copied first, to ``NAME.before-VERSION`` beside it.

    Raises ``JournalUnavailable`` (``HELD``) while the window of another process has it: an older program's would go on
    writing into it as that version did.
    """
    _begin(connection)
    try:
        old = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if old < version:
            with held_here(path) if old > 0 else nullcontext():
                if old > 0:
                    _copy(path, _copy_of(path, version), key)
                migrations.apply(Database(connection, execute_plugins=False, recursive_triggers=False))
                connection.execute(f"PRAGMA application_id={application_id}")
                connection.execute(f"PRAGMA user_version={version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    if old > 0:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the new version shows in the file's own header


def _copy_of(path: Path, version: int) -> Path:
    """Beside the file itself, where a link to it leads: that is where copies are looked for."""
    real = real_path(path)
    return real.with_name(f"{real.name}{OLDER}{version}")


def _begin(connection: "Connection") -> None:
    """A new file is written in one transaction from its first byte on: killed, it is no file of nobody's."""
    if database.number(connection, "page_count"):
        connection.execute("BEGIN IMMEDIATE")
        return
    connection.execute("BEGIN")
    connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # takes hold only before the first table, and writes at once


def _copy(path: Path, target: Path, key: "Key | None") -> None:
    """What is committed, by the engine's own backup, whole or not at all; under the same key.

    Opened again, checked by the engine and counted before it gets its name. Raises ``JournalUnavailable``.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=COPY_MODE)
    with (
        closing(cast("Connection", dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True))) as source,
        closing(cast("Connection", dbapi2.connect(str(part)))) as copy,
    ):
        database.give_key(source, key)
        database.give_key(copy, key)
        source.backup(copy)
        expected = _counts(source)
    with closing(database.connect(part, key, reads_only=True)) as copy:
        if not database.is_sound(copy) or _counts(copy) != expected:
            part.unlink()
            raise JournalUnavailable(Trouble.DAMAGED)
    part.replace(target)


def _counts(connection: "Connection") -> list[tuple[str, int]]:
    """Each table and how many rows it has."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    quoted = ((name, name.replace('"', '""')) for (name,) in names)
    return [(name, connection.execute(f'SELECT count(*) FROM "{as_sql}"').fetchone()[0]) for name, as_sql in quoted]
