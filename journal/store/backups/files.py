"""Files of backups: made beside their place, whole, and put into it in one step. What is in them is not known here."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.database import FILE_MODE

SMALLEST = 100
"""Bytes of a database's header: less is none."""
BESIDE = ("-wal", "-shm", "-journal")
"""What the engine may lay beside a file."""


@contextmanager
def part_file(target: Path, *, ending: str = "part") -> Iterator[Path]:
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
    for name in ("", *BESIDE):
        path.with_name(path.name + name).unlink(missing_ok=True)
    for older in path.parent.glob(f"{escape(path.name)}.before-[0-9]*"):
        older.unlink(missing_ok=True)


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


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on the disk, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
