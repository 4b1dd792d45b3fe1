"""Files of backups: made beside their place, whole, and put into it in one step. What is in them is not known here."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.database import FILE_MODE, may_write
from journal.store.key import SALT_BYTES
from journal.store.traces import LOGS, PART, Kind, named
from journal.whole_file import sync_folder

_BLOCK = 1 << 20
SMALLEST = 100
"""Bytes of a database's header: less is none."""


@contextmanager
def part_file(target: Path, *, ending: str = PART) -> Iterator[Path]:
    """An empty file beside the target, for its owner alone; gone at the end unless it was put somewhere.

    Its name is always the same, so that what a killed run left is written over. Two runs at once are for the caller to
    keep apart (``journal.holding``). Raises ``OSError``.
    """
    part = target.with_name(f".{target.name}.{ending}")
    remove_with_logs(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE_MODE))
    try:
        yield part
    finally:
        with suppress(OSError):
            remove_with_logs(part)


def remove_with_logs(path: Path) -> None:
    """Remove a file and what was left beside it, by the engine or by bringing it up to date. Raises ``OSError``."""
    for name in ("", *LOGS):
        path.with_name(path.name + name).unlink(missing_ok=True)
    for each in named(path):
        if each.kind is Kind.UPDATE:
            each.path.unlink(missing_ok=True)


def erase(path: Path) -> None:
    """Overwrite a file and remove it. Raises ``OSError``.

    Its first bytes, the format's name or the salt, stay until it is removed: they are no secret, and a later run knows
    by them what it is. A file that has another name still is only taken its name: the other may be somebody's own.
    """
    if not may_write(path.parent):
        raise PermissionError(path.parent)
    if path.stat().st_nlink == 1 and not path.is_symlink() and may_write(path):
        handle = os.open(path, os.O_RDWR)
        try:
            size = os.fstat(handle).st_size
            for start in range(SALT_BYTES, size, _BLOCK):
                os.lseek(handle, start, os.SEEK_SET)
                os.write(handle, bytes(min(_BLOCK, size - start)))
                os.fsync(handle)
        finally:
            os.close(handle)
    path.unlink()


def erase_with_logs(path: Path) -> None:
    """The same, with what the engine left beside it. What is not there is gone already. Raises ``OSError``."""
    for each in (path, *(path.with_name(path.name + end) for end in LOGS)):
        if each.exists():
            erase(each)
    remove_with_logs(path)


def put_new(part: Path, target: Path) -> None:
    """Give the file its name, never over another one. Raises ``OSError``, ``JournalUnavailable`` (``NOT_EMPTY``)."""
    sync(part)
    try:
        if not linked(part, target):
            if os.path.lexists(target):
                raise JournalUnavailable(Trouble.NOT_EMPTY)
            part.rename(target)
    except FileExistsError as error:
        raise JournalUnavailable(Trouble.NOT_EMPTY) from error
    sync_folder(target.parent)


def linked(path: Path, other: Path) -> bool:
    """Give a file a second name; False where the file system knows no second names. Raises ``OSError``."""
    try:
        os.link(path, other)
    except OSError as error:
        if error.errno in (errno.EEXIST, errno.ENOSPC, errno.EROFS, errno.ENOENT):
            raise
        return False
    return True


def sync(path: Path) -> None:
    """Have a file's bytes on the disk. Never of a file that this process has open as a database: see ``database``."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
