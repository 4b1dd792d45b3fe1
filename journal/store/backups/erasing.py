"""What was removed for good, in the copies that lie with the journal: which still hold it, and taking it out there.

Looked into is every copy that ``traces`` knows: the automatic backups, also those of a journal that was here before,
and what the program kept aside. Where the person carried copies, the program does not know.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from journal.domain.bin import Marks
from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import held
from journal.store import checking, database, erasing, leavings, traces
from journal.store.backups import day_log, files, photo_store, place
from journal.store.traces import Kind
from journal.store.trouble import told
from journal.whole_file import real_path, sync_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key


def holding(journal: Path, marks: Marks, key: "Key | None" = None) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The copies that hold something of it, and those that cannot be looked into: damaged, or under another key.

    What a killed run left unfinished counts as holding it.
    """
    hold, unread = _unfinished(journal) if marks else [], []
    for path in leavings.everywhere(journal, traces.COPIES - {Kind.REMAINS}):
        try:
            with told(path):
                if _holds(path, marks, key):
                    hold.append(path)
        except JournalUnavailable:
            unread.append(path)
    return tuple(hold), tuple(unread)


def take_out(journal: Path, marks: Marks, key: "Key | None" = None) -> None:
    """Remove it from every copy that can be read and written; ``holding`` tells what is left.

    The caller keeps backups from being made meanwhile (``kept_from_backups``).
    """
    unfinished = _unfinished(journal)
    for path in holding(journal, marks, key)[0]:
        with suppress(JournalUnavailable), told(path, writing=True):
            if path in unfinished:
                with left_alone(journal, path):
                    files.erase_with_logs(path)
            elif _is_photos(path):
                fitting = None if database.is_in_the_open(path) else key
                with photo_store.opened(path.parent, fitting, name=path.name) as photos:
                    photos.forget(photos.hashes() & marks.photos)
            elif day_log.is_day_backup(path):
                _out_of_log(path, marks, key)
            else:
                _out_of_journal(path, marks, key)


@contextmanager
def kept_from_backups(journal: Path) -> Iterator[None]:
    """No backup is made while this runs. Raises ``JournalUnavailable`` (``LOCKED``) while one is."""
    with ExitStack() as stack:
        # In both: one that is made just now may have begun where they lay before.
        for folder in place.this_ones_folders(journal):
            if folder.is_dir():
                stack.enter_context(held(folder / "backup"))
        yield


@contextmanager
def left_alone(journal: Path, copy: Path) -> Iterator[None]:
    """No other program has this copy open as a journal of its own, or still makes the file that looks like remains.

    The caller holds the journal, and keeps backups from being made. Raises ``JournalUnavailable`` (``HELD``,
    ``LOCKED``).
    """
    made_for = traces.made_for(copy)
    if made_for == real_path(journal) or traces.kind_of_backup(made_for.name):
        yield
        return
    with held(made_for):
        yield


def _unfinished(journal: Path) -> list[Path]:
    """What killed runs left. It is no copy yet, and may hold anything: it goes whole."""
    return leavings.everywhere(journal, {Kind.REMAINS})


def _is_photos(path: Path) -> bool:
    """The photos of the backups, and such a file that could not be used and was set aside."""
    return traces.kind_of_backup(path.name) is Kind.PHOTOS


def _holds(path: Path, marks: Marks, key: "Key | None") -> bool:
    if day_log.is_day_backup(path):
        with closing(day_log.opened_log(path, key)) as connection:
            return bool(erasing.doomed_by(connection, marks))
    if not _is_photos(path):
        fitting = database.key_for(path, key)
        with closing(database.connect(path, fitting, reads_only=True)) as connection:
            return bool(erasing.doomed_by(connection, marks))
    if not marks.photos:
        return False
    fitting = None if database.is_in_the_open(path) else key
    with photo_store.opened(path.parent, fitting, reads_only=True, name=path.name) as photos:
        return bool(photos.hashes() & marks.photos)


def _out_of_log(path: Path, marks: Marks, key: "Key | None") -> None:
    """A new log without it, which then takes the old one's place."""
    with files.part_file(path) as part:
        with closing(day_log.opened_log(path, key)) as log:
            fitting = None if database.is_in_the_open(path) else key
            with closing(database.connect(part, fitting)) as copy:
                log.backup(copy)
                erasing.erase(copy, part, erasing.doomed_by(copy, marks))
                day_log.note_digest(copy)
                copy.execute("VACUUM")
        with closing(day_log.opened_log(part, fitting)) as copy:
            _refuse_faults(copy, part)
        files.sync(part)
        part.replace(path)
    sync_folder(path.parent)


def _out_of_journal(path: Path, marks: Marks, key: "Key | None") -> None:
    """A journal that was kept aside, of whatever schema, is cleaned where it lies. A damaged one is left as it is."""
    fitting = database.key_for(path, key)
    with closing(database.connect(path, fitting)) as connection:
        _refuse_faults(connection, path)
        erasing.erase(connection, path, erasing.doomed_by(connection, marks))
        erasing.settle(connection, path)


def _refuse_faults(connection: "Connection", path: Path) -> None:
    try:
        if not database.is_sound(connection, quick=True) or any(checking.row_faults(connection)):
            raise JournalUnavailable(Trouble.DAMAGED, path.name)
    except dbapi2.DatabaseError as error:
        raise JournalUnavailable(Trouble.DAMAGED, path.name) from error
