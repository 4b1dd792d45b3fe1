"""Copies of a journal put under another key: those that lie in the open are encrypted, those under an old key follow.

A copy is any file that the backups or the program itself left: a day's log, the photos beside the logs, a whole journal
that was kept aside. Each gets a new file under the key, held row by row and picture by picture against the old one,
which takes its place in one step. Only then is the old one overwritten, under a second name that a later run finds.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import database, leavings
from journal.store.backups import day_log, files, photo_store
from journal.store.backups.erasing import kept_from_backups, left_alone
from journal.store.foreign import refuse_foreign_schema
from journal.store.rekeying import KEPT_NUMBERS, are_same, export
from journal.store.traces import LOGS, OLD, RECRYPT, Kind
from journal.store.trouble import told
from journal.whole_file import sync_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key


Told = Callable[[int, int], None]
"""Told how many of how many copies are done."""


def recrypt_all(
    journal: Path, copies: Iterable[Path], key: "Key | None", new_key: "Key", progress: Told | None = None
) -> tuple[Path, ...]:
    """Put copies from ``key`` (None: in the open) under ``new_key``; those that could not be, and stay as they were.

    What a killed run left unfinished is no copy yet, and is overwritten and removed.
    No backup is made meanwhile. Raises ``JournalUnavailable`` (``LOCKED``) while one is being made.
    """
    wanted, left = list(dict.fromkeys(copies)), []
    with kept_from_backups(journal):
        unfinished = {each for each in leavings.everywhere(journal, {Kind.REMAINS}) if copy_of(each) == each}
        for number, path in enumerate(wanted):
            if progress is not None:
                progress(number, len(wanted))
            try:
                with left_alone(journal, path), told(path, writing=True):
                    if path in unfinished:
                        files.erase_with_logs(path)
                    else:
                        recrypt(path, key, new_key)
            except JournalUnavailable:
                left.append(path)
    return tuple(left)


def recrypt(path: Path, key: "Key | None", new_key: "Key") -> None:
    """Put one copy under ``new_key``; what a killed run left of it is finished.

    Raises ``JournalUnavailable`` when it is damaged, not ours, or lies where it cannot be replaced; then it stays. A
    link stays too: the file that it leads to would lie there as before.
    """
    path = copy_of(path)
    with told(path, writing=True):
        if path.is_symlink() or not (database.may_write(path) and database.may_write(path.parent)):
            raise JournalUnavailable(Trouble.NO_PERMISSION)
        if path.stat().st_size == 0:  # opening it would take away the log that lies beside
            raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
        _finish(path, new_key)
        if _is_under(path, new_key):
            return
        _fold_in(path, key)
        with files.part_file(path, ending=RECRYPT) as part:
            _copy(path, part, key, new_key)
            files.sync(part)
            _put_in_place(part, path)


def copy_of(path: Path) -> Path:
    """The copy that a file is of: itself, but for the second name that an old file has while it is overwritten."""
    is_old = path.name.startswith(".") and path.name.endswith(f".{OLD}")
    return path.with_name(path.name[1 : -len(OLD) - 1]) if is_old else path


def _old_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.{OLD}")


def _is_under(path: Path, key: "Key") -> bool:
    """Whether the copy opens with the key: a copy keeps its key's salt at its head."""
    with path.open("rb") as file:
        return file.read(len(key.salt)) == key.salt


def _finish(path: Path, new_key: "Key") -> None:
    """A run that was killed: before the new file took its place, or after it and before the old one was gone."""
    old = _old_of(path)
    if old.exists():
        if old.samefile(path):
            old.unlink()
        elif _is_under(path, new_key):
            files.erase(old)


def _fold_in(path: Path, key: "Key | None") -> None:
    """A log that lies beside a sound copy becomes part of it: beside the new file it would be taken for that one's."""
    if not any(_holds_something(path.with_name(path.name + end)) for end in ("-wal", "-journal")):
        return
    with closing(database.connect(path, key, reads_only=True)) as connection:
        _refuse_damage(connection, path)
    with closing(database.connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    if _holds_something(path.with_name(path.name + "-wal")):
        raise JournalUnavailable(Trouble.LOCKED)


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _copy(path: Path, part: Path, key: "Key | None", new_key: "Key") -> None:
    with closing(database.connect(path, key, reads_only=True)) as source:
        _refuse_foreign(source)
        export(source, part, new_key)
        with closing(database.connect(part, new_key, reads_only=True)) as copy:
            _refuse_damage(copy, path)
            _refuse_difference(source, copy, path)


def _refuse_foreign(connection: "Connection") -> None:
    """Only what this program wrote is read into a new file: its schema runs there."""
    application, version = (database.number(connection, name) for name in KEPT_NUMBERS)
    if application == photo_store.STORE_ID:
        database.refuse_foreign(application, version, photo_store.STORE_ID)
        photo_store.refuse_foreign_schema(connection)
        return
    database.refuse_foreign(application, version, database.APPLICATION_ID, database.DAY_ID)
    refuse_foreign_schema(connection, besides=day_log.ABOUT_STATEMENT)


def _refuse_damage(connection: "Connection", path: Path) -> None:
    if not database.is_sound(connection):
        raise JournalUnavailable(Trouble.DAMAGED, path.name)


def _refuse_difference(source: "Connection", copy: "Connection", path: Path) -> None:
    """The same numbers, tables and rows, every picture byte for byte."""
    if any(database.number(source, name) != database.number(copy, name) for name in KEPT_NUMBERS):
        raise JournalUnavailable(Trouble.DAMAGED, path.name)
    if not are_same(source, copy, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"):
        raise JournalUnavailable(Trouble.DAMAGED, path.name)
    for (name,) in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if not are_same(source, copy, f'SELECT * FROM "{name}" ORDER BY rowid'):
            raise JournalUnavailable(Trouble.DAMAGED, str(name))


def _put_in_place(part: Path, path: Path) -> None:
    for end in LOGS:  # empty: see ``_fold_in``
        path.with_name(path.name + end).unlink(missing_ok=True)
    old = _old_of(path)
    has_second_name = files.linked(path, old)
    part.replace(path)
    sync_folder(path.parent)
    if has_second_name:
        files.erase(old)
        sync_folder(path.parent)
