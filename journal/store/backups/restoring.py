"""A backup takes the journal's place, and the way back. The file that was there is kept aside, never changed.

The new file is made and checked beside the journal first; then the old one gets a second name and the new one, in one
step, its place. Killed anywhere, the journal is the old one or the new one.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Comparison, Contents, Restored
from journal.domain.errors import BackupRefused, JournalUnavailable, Trouble
from journal.store import checking, database, opening, traces
from journal.store.backups import day_log, files, photo_store
from journal.store.backups.whole import Progress, contents, copy_pages, verified
from journal.store.foreign import refuse_foreign_schema
from journal.store.key import looks_encrypted, salt_of
from journal.store.rekeying import rekey
from journal.store.traces import LOGS, MOMENT, RESTORE, RESTORED, Kind
from journal.store.trouble import READING_ERRORS, told
from journal.whole_file import real_path, sync_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key


def compare(path: Path, source: Path, key: "Key | None" = None, source_key: "Key | None" = None) -> Comparison:
    """What ``source`` would bring beside what is at ``path``; both are only read. Raises ``BackupRefused``."""
    found = coming(path, source, source_key or key)
    try:
        return Comparison(coming=found, present=_present(real_path(path), key))
    except JournalUnavailable:
        return Comparison(coming=found, present=None, is_unreadable=True)


def coming(path: Path, source: Path, key: "Key | None" = None) -> Contents:
    """What ``source`` holds; it is only read. Raises ``BackupRefused``."""
    with _refusing(source):
        _refuse_itself(real_path(path), source)
        return counted(source, key)


def _present(path: Path, key: "Key | None") -> Contents | None:
    return counted(path, key) if database.standing(path).is_there else None


def counted(path: Path, key: "Key | None") -> Contents:
    """What a backup or a journal holds; it is only read. Raises ``JournalUnavailable``."""
    if day_log.is_day_backup(path):
        with told(path), closing(day_log.opened_log(path, key)) as connection:
            return contents(connection)
    fitting = database.key_for(path, key)
    with told(path), closing(database.connect(path, fitting, reads_only=True)) as connection:
        refuse_foreign_schema(connection)
        return contents(connection)


def restore(
    path: Path, source: Path, now: datetime, key: "Key | None" = None, source_key: "Key | None" = None
) -> Restored:
    """Put a verified copy of ``source`` in the place of the journal at ``path``; the caller holds the journal.

    ``source_key`` as for ``brought``. Raises ``BackupRefused`` for the source, ``JournalUnavailable`` for the journal's
    place; then nothing changed.
    """
    with brought(path, source, key, source_key=source_key) as (part, found):
        return Restored(contents=found, kept=take_place(path, part, now, key))


@contextmanager
def brought(
    path: Path,
    source: Path,
    key: "Key | None" = None,
    progress: Progress | None = None,
    source_key: "Key | None" = None,
) -> Iterator[tuple[Path, Contents]]:
    """A copy of ``source`` beside the journal, brought up to date, checked whole and counted; gone at the end.

    ``source_key`` opens a backup that lies under a passphrase from before: the copy is put under the journal's own key,
    or into the open as the journal is. Raises as ``restore`` does.
    """
    path = real_path(path)
    with told(path, writing=True):
        path.parent.mkdir(mode=database.FOLDER_MODE, parents=True, exist_ok=True)
        with files.part_file(path, ending=RESTORE) as part:
            with _refusing(source):
                _refuse_itself(path, source)
                fitting = _copy(source, part, source_key or key, progress)
                wanted = _wanted_key(path, key, fitting)
                if wanted != fitting:
                    rekey(part, fitting, wanted)
                    fitting = wanted
                found = verified(part, fitting)
            files.sync(part)
            yield part, found


def _wanted_key(path: Path, key: "Key | None", fitting: "Key | None") -> "Key | None":
    """What the journal lies under, so that a restore changes no passphrase; the backup's own when there is none there
    that can be told.
    """
    if key is not None:
        return key if _is_encrypted(path) else fitting
    is_in_the_open = path.is_file() and database.is_in_the_open(path)
    return None if is_in_the_open else fitting


def _is_encrypted(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0 and not database.is_in_the_open(path)


def _copy(source: Path, part: Path, key: "Key | None", progress: Progress | None) -> "Key | None":
    """Make ``part`` the journal that the backup holds; what opens it."""
    if day_log.is_day_backup(source):
        fitting = None if database.is_in_the_open(source) else key
        _put_together(source, part, fitting, key)
    else:
        fitting = database.key_for(source, key)
        with closing(database.connect(source, fitting, reads_only=True)) as connection:
            copy_pages(connection, part, fitting, progress)
    opening.open_existing(part, fitting).close()  # an older one is brought up to date, hidden code is refused
    with closing(database.connect(part, fitting)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    return fitting


def _put_together(source: Path, part: Path, key: "Key | None", photos_key: "Key | None") -> None:
    """A day's backup: its log, and its photos from the files beside it, which may lie under a key that came later."""
    with closing(day_log.opened_log(source, key)) as connection:
        copy_pages(connection, part, key)
    with photo_store.all_opened(source.parent, photos_key) as photos:
        day_log.make_journal(part, key, photos)


@contextmanager
def _refusing(source: Path) -> Iterator[None]:
    """What is wrong with the source, by its name. A full disk is the journal's."""
    try:
        with told(source):
            yield
    except JournalUnavailable as error:
        if error.trouble is Trouble.DISK_FULL:
            raise
        raise BackupRefused(error.trouble, str(source), error.detail) from error


def _refuse_itself(path: Path, source: Path) -> None:
    with suppress(OSError):
        if source.samefile(path):
            raise JournalUnavailable(Trouble.NOT_EMPTY)


def kept_files(path: Path) -> list[Path]:
    """The files that a restore kept aside, oldest first. What a killed one named twice is not among them."""
    return traces.beside(path, {Kind.RESTORE})


def may_open(path: Path, key: "Key | None") -> bool:
    """Whether a file does not lie under another key than this, as its head says."""
    if not _is_encrypted(path) or not looks_encrypted(path):
        return True
    return key is not None and salt_of(path) == key.salt


def undo(path: Path, now: datetime, key: "Key | None" = None) -> Restored | None:
    """Bring back the file that was kept aside last, as it was; the present one is kept aside in turn.

    None when there is none. Raises ``JournalUnavailable``. What it brings may be damaged: then it is not counted.
    """
    path = real_path(path)
    kept = kept_files(path)
    if not kept:
        return None
    if key is not None and _is_encrypted(path) and database.is_in_the_open(kept[-1]):
        from journal.store.backups.recrypting import recrypt  # late: seldom, and it knows this room

        recrypt(kept[-1], None, key)  # of before the passphrase: the journal does not lie in the open again
    present = take_place(path, kept[-1], now, key)
    found = Contents(days=0, photos=0, last_day=None)
    with suppress(JournalUnavailable):
        found = counted(path, key)
    return Restored(contents=found, kept=present)


def take_place(path: Path, part: Path, now: datetime, key: "Key | None" = None) -> Path | None:
    """``part`` becomes the journal at ``path``; the new name of the file that was there, None when there was none.

    Raises ``JournalUnavailable`` (``LOCKED`` while another process has the journal open); then nothing changed.
    """
    path = real_path(path)
    with told(path, writing=True), _closed_off(path, key) as connection:
        _drop_second_names(path)
        kept = _kept_aside(path, now, connection, key)
        if sys.platform == "win32" and connection is not None:
            connection.close()  # an open file cannot be replaced there
        for name in LOGS:
            path.with_name(path.name + name).unlink(missing_ok=True)  # a log is the old file's; it has it still
        part.replace(path)
        wal = part.with_name(part.name + "-wal")
        if wal.is_file():  # of a damaged file that comes back
            wal.replace(path.with_name(path.name + "-wal"))
        sync_folder(path.parent)
    return kept


def _kept_aside(path: Path, now: datetime, connection: "Connection | None", key: "Key | None") -> Path | None:
    if not path.exists():
        return None
    kept = _new_name(path, now)
    wal = path.with_name(path.name + "-wal")
    if wal.is_file() and connection is None:
        _second_name(wal, kept.with_name(kept.name + "-wal"))
    if not files.linked(path, kept):
        with files.part_file(kept) as part:
            if connection is None:
                part.write_bytes(path.read_bytes())
            else:
                copy_pages(connection, part, key)
            files.put_new(part, kept)
    return kept


def _second_name(path: Path, other: Path) -> None:
    if not files.linked(path, other):
        other.write_bytes(path.read_bytes())


def _new_name(path: Path, now: datetime) -> Path:
    name = f"{path.name}{RESTORED}{now:{MOMENT}}"
    for number in range(1, 1000):
        kept = path.with_name(name if number == 1 else f"{name}-{number}")
        if not os.path.lexists(kept):
            return kept
    raise JournalUnavailable(Trouble.NOT_EMPTY)


def _drop_second_names(path: Path) -> None:
    """A restore that was killed may have left a second name of the file that is still in place."""
    for each in traces.named(path):
        if each.kind is Kind.RESTORE and path.exists() and each.path.samefile(path):
            each.path.unlink()


@contextmanager
def _closed_off(path: Path, key: "Key | None") -> "Iterator[Connection | None]":
    """The journal with its log folded in and no other process in it; None when it is missing or not sound.

    What is not sound is not written to: it keeps its log.
    """
    connection = _opened_alone(path, key) if _is_sound(path, key) else None
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()


def _is_sound(path: Path, key: "Key | None") -> bool:
    try:
        fitting = database.key_for(path, key)
        with closing(database.connect(path, fitting, reads_only=True)) as connection:
            return not checking.quick_faults(connection, path)
    except (JournalUnavailable, *READING_ERRORS):
        return False


def _opened_alone(path: Path, key: "Key | None") -> "Connection":
    connection = database.connect(path, database.key_for(path, key))
    try:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays, by the locking mode; within a transaction nothing can be copied
    except BaseException:
        connection.close()
        raise
    return connection
