"""Automatic backups of a journal: the log of each day whole, each photo once; opened, checked and counted; thinned out.

A log gets its name only after it was verified, so every one that is there was.
"""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from journal.domain.backup import DayBackup, Keep, surviving
from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import held
from journal.store import database, leavings, rows
from journal.store.backups import day_log, files, kept, photo_store, place
from journal.store.backups.photo_store import PhotoStore, Pictures, are_whole
from journal.store.backups.whole import contents
from journal.store.key import salt_of
from journal.store.traces import DAY, IS_BEFORE, MOMENT, Kind, named_in, size_of
from journal.store.trouble import READING_ERRORS, told
from journal.whole_file import sync_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

KEEP = Keep()


def _always() -> bool:
    return True


def back_up(
    connection: "Connection",
    journal: Path,
    now: datetime,
    key: "Key | None" = None,
    *,
    is_before: bool = False,
    wanted: Callable[[], bool] = _always,
) -> DayBackup | None:
    """Write the log as it is now and the photos that are not there yet.

    None when the journal is empty, or the backup was no longer wanted.

    Photos already taken over stay. Raises ``JournalUnavailable``: ``FOLDER_GONE`` when the chosen drive is missing,
    ``DAMAGED`` when a row of the journal is not what was written; older backups are then left as they are.
    """
    folder = place.backup_folder(journal)
    with told(folder / DAY, writing=True):
        if not _has_rows(connection):
            return None
        folder = place.make(journal)
        with held(folder / "backup"), database.snapshot(connection, journal):
            lost = _copy_photos(connection, folder, key, wanted)
            if lost is None:
                return None
            target = folder / f"{now:{MOMENT}}{IS_BEFORE if is_before else ''}{DAY}"
            with files.part_file(target) as part:
                found = day_log.write_log(connection, part, key)
                files.sync(part)
                part.replace(target)
            sync_folder(folder)
        _thin_out(folder)
        if not lost:
            kept.thin_out(journal, target, key)
        size = target.stat().st_size
    return DayBackup(
        path=target,
        at=now.replace(tzinfo=None, microsecond=0),
        size=size,
        contents=found,
        is_before=is_before,
        lost_photos=lost,
    )


def has_changed(connection: "Connection", journal: Path, key: "Key | None" = None) -> bool:
    """Whether the journal holds rows that the newest backup does not. Without anything in it, never."""
    with database.snapshot(connection, journal):
        if not _has_rows(connection):
            return False
        newest = max(_named(place.backup_folder(journal)), key=lambda each: each.at, default=None)
        if newest is None:
            return True
        try:
            return day_log.digest(connection) != day_log.digest_of(newest.path, key)
        except (JournalUnavailable, *READING_ERRORS):
            return True


def _has_rows(connection: "Connection") -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone() is not None
        for table in (rows.ENTRY, rows.TREATMENT, rows.BASELINE, rows.PROFILE, rows.PLAN, rows.PHOTO)
    )


def backups_of(journal: Path, key: "Key | None" = None) -> tuple[DayBackup, ...]:
    """The verified backups that are there, newest first, with what is in each; of journals before this one too."""
    here = [each for folder in place.this_ones_folders(journal) for each in _named(folder)]
    earlier = [replace(each, is_earlier=True) for folder in place.earlier_folders(journal) for each in _named(folder)]
    newest_first = (*_sorted(here), *_sorted(earlier))
    return tuple(_with_contents(each, key) for each in newest_first)


def _sorted(backups: list[DayBackup]) -> list[DayBackup]:
    return sorted(backups, key=lambda each: each.at, reverse=True)


def space_of(journal: Path) -> tuple[int, int | None]:
    """Bytes that the backups take, also those of a journal that was here before, and bytes that are free where the next
    one will lie (None when that cannot be told).
    """
    used = sum(size_of(each) for each in leavings.in_backups(journal, set(Kind)))
    try:
        return used, shutil.disk_usage(place.backup_folder(journal)).free
    except OSError:
        return used, None


def look_through_photos(journal: Path, key: "Key | None" = None, wanted: Callable[[], bool] = _always) -> int:
    """Hold every photo of the backups against its SHA-256; how many were taken out, to be taken over anew.

    Raises ``JournalUnavailable`` (``DAMAGED`` when the file cannot be read: the next backup begins another one).
    """
    folder = place.backup_folder(journal)
    if not (folder / photo_store.NAME).exists():
        return 0
    with held(folder / "backup"), photo_store.opened(folder, key) as photos:
        return photos.drop_damaged(wanted)


def forget_photos(journal: Path, names: set[str], key: "Key | None" = None) -> None:
    """Take photos, by SHA-256, out of the backups for good. Raises ``JournalUnavailable``."""
    folder = place.backup_folder(journal)
    if (folder / photo_store.NAME).exists():
        with held(folder / "backup"), photo_store.opened(folder, key) as photos:
            photos.forget(names)


def photos_held(journal: Path, names: set[str], key: "Key | None" = None) -> set[str]:
    """Which of these photos, by SHA-256, the backups still hold. Raises ``JournalUnavailable``."""
    folder = place.backup_folder(journal)
    if not (folder / photo_store.NAME).exists():
        return set()
    with photo_store.opened(folder, key, reads_only=True) as photos:
        return photos.hashes() & names


def _copy_photos(
    connection: "Connection", folder: Path, key: "Key | None", wanted: Callable[[], bool]
) -> tuple[int, ...] | None:
    """Take over the photos that are not there yet; the ids of those that the journal cannot give; None when stopped."""
    found = connection.execute(f"SELECT id, sha256 FROM {rows.PHOTO.name} ORDER BY id").fetchall()
    path = folder / photo_store.NAME
    if path.exists() and path.stat().st_size > 0 and not _may_open(path, key):
        _set_aside(path, "other-key")
    try:
        with photo_store.opened(folder, key) as photos:
            return _copy_new(connection, found, photos, wanted)
    except JournalUnavailable as error:
        if error.trouble not in (Trouble.DAMAGED, Trouble.NOT_A_JOURNAL):
            raise
    _set_aside(path, "damaged")
    with photo_store.opened(folder, key) as photos:
        return _copy_new(connection, found, photos, wanted)


def _may_open(path: Path, key: "Key | None") -> bool:
    """Whether a file lies under this key, as its head says: it has the salt of its key."""
    if key is None or database.is_in_the_open(path):
        return key is None and database.is_in_the_open(path)
    return salt_of(path) == key.salt


def _set_aside(path: Path, why: str) -> None:
    """A photo file that cannot be used is kept under another name; the journal fills a new one."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.{why}-{number}")
        if not aside.exists():
            path.rename(aside)
            return


def _copy_new(
    connection: "Connection", found: list[tuple[int, str]], photos: PhotoStore, wanted: Callable[[], bool]
) -> tuple[int, ...] | None:
    there = photos.hashes()
    lost = []
    for photo_id, name in found:
        if name in there:
            continue
        if not wanted():
            return None
        pictures = _pictures(connection, photo_id)
        if not (are_whole(name, pictures) and photos.add(name, pictures)):
            lost.append(int(photo_id))
    return tuple(lost)


def _pictures(connection: "Connection", photo_id: int) -> Pictures:
    try:
        found = connection.execute(f"SELECT copy, checksum, data FROM {rows.PICTURE} WHERE photo_id = ?", (photo_id,))
        return {str(copy): (int(checksum), bytes(data)) for copy, checksum, data in found.fetchall()}
    except dbapi2.DatabaseError as error:
        if "malformed" not in str(error):
            raise
        return {}


def _named(folder: Path) -> list[DayBackup]:
    """What another process thins out meanwhile is not there; what names no moment is not one that was made here."""
    found = []
    for each in named_in(folder):
        with suppress(OSError, ValueError):
            if each.kind is Kind.DAY:
                found.append(_of_name(each.path))
    return found


def _of_name(path: Path) -> DayBackup:
    moment, before = path.name.removesuffix(DAY), False
    if moment.endswith(IS_BEFORE):
        moment, before = moment.removesuffix(IS_BEFORE), True
    at = datetime.strptime(moment, MOMENT)  # noqa: DTZ007 a name says no zone
    return DayBackup(path=path, at=at, size=path.stat().st_size, is_before=before)


def _with_contents(backup: DayBackup, key: "Key | None") -> DayBackup:
    try:
        with told(backup.path), closing(day_log.opened_log(backup.path, key)) as connection:
            return replace(backup, contents=contents(connection))
    except JournalUnavailable:
        return backup


def _thin_out(folder: Path) -> None:
    there = _named(folder)
    for each in set(there) - surviving(there, KEEP):
        each.path.unlink(missing_ok=True)
