"""One whole file with everything in it: written, opened again, checked and counted before it gets its name."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Contents
from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import held
from journal.store import checking, database, rows
from journal.store.backups import files
from journal.store.trouble import told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.journal_store import JournalStore
    from journal.store.key import Key

Progress = Callable[[int, int], None]
"""Told how many of how many steps are left; may raise to stop."""
PAGES_A_STEP = 4096
SAYS_SOMETHING = "coalesce(redness, sensitivity) IS NOT NULL OR habits != '{}' OR symptoms_asked OR note != ''"
"""Of an entry: what was taken away whole leaves a row that says that it was edited."""


def write_backup(store: "JournalStore", target: Path, progress: Progress | None = None) -> Contents:
    """Write the whole journal into a file that is not there yet; what is in it, counted in the file itself.

    The file is a journal like any other. It appears verified or not at all. Raises ``JournalUnavailable``: ``MISSING``
    when there is no journal, ``NOT_EMPTY`` when something is at the target, ``DAMAGED`` when the journal is.
    """
    if store.is_new:
        raise JournalUnavailable(Trouble.MISSING)
    source = store.connection
    with told(target, writing=True):
        if target.exists() or target.is_symlink():
            raise JournalUnavailable(Trouble.NOT_EMPTY)
        with held(target), files.part_file(target) as part:
            with database.snapshot(source, store.path):
                expected = contents(source)
                copy_pages(source, part, store.key, progress)
            found = verified(part, store.key)
            if found != expected:
                raise JournalUnavailable(Trouble.DAMAGED)
            files.put_new(part, target)
    return found


def copy_pages(source: "Connection", part: Path, key: "Key | None", progress: Progress | None = None) -> None:
    """Everything committed in ``source`` into an empty file, page by page under the same key; no log is left beside."""
    report = None if progress is None else _reported(progress)
    with closing(database.connect(part, key)) as copy:
        source.backup(copy, pages=PAGES_A_STEP, progress=report)
        copy.execute("PRAGMA journal_mode=DELETE")


def _reported(progress: Progress) -> Callable[[int, int, int], None]:
    def report(_status: int, remaining: int, total: int) -> None:
        progress(remaining, total)

    return report


def verified(path: Path, key: "Key | None") -> Contents:
    """What is in a file after a full check, which reads every photo. Raises ``JournalUnavailable`` (``DAMAGED``)."""
    with closing(database.connect(path, key, reads_only=True)) as connection:
        found = checking.faults(connection, path)
        if found:
            raise JournalUnavailable(Trouble.DAMAGED, found[0].where)
        return contents(connection)


def contents(connection: "Connection") -> Contents:
    """What a file holds, counted; any schema that was ever released."""
    days, last = connection.execute(
        f"SELECT count(*), max(day) FROM {rows.ENTRY.name} WHERE {SAYS_SOMETHING}"
    ).fetchone()
    (photos,) = connection.execute(f"SELECT count(*) FROM {rows.PHOTO.name} WHERE removed_at IS NULL").fetchone()
    return Contents(days=days, photos=photos, last_day=None if last is None else date.fromisoformat(last))
