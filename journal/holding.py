"""A claim on a journal file as a whole: a window holds it while it is open, a command while it changes places of files.

The claim is a lock of the operating system on a file beside the journal, ``NAME-held``: whoever dies loses it at once,
however they die, and it holds between users of one folder whatever their folders for temporary files are. Nothing here
knows what is in a journal.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ENDING = "-held"
FILE_MODE = 0o600
LOCKED_BYTE = 1 << 20
"""Windows locks bytes, and against reading too: one far behind what is written."""


_TAKEN: set[Path] = set()
"""The files of the claims that this process has."""


class Holder(StrEnum):
    """Who holds a journal."""

    WINDOW = "window"
    COMMAND = "command"


class Hold:
    """This process's claim on one journal."""

    def __init__(self, journal: Path, holder: Holder) -> None:
        real = Path(os.path.realpath(journal))  # links that lead in a ring are left for opening to refuse
        self._file = real.with_name(real.name + ENDING)
        self._holder = holder
        self._handle: int | None = None

    @property
    def is_taken(self) -> bool:
        """Whether this process has it."""
        return self._handle is not None

    def take(self) -> bool:
        """Take the claim; False when another process has it.

        Where no file can be made beside the journal there is no claim to be had, and nothing that needs one.
        """
        if self._handle is not None:
            return True
        while True:
            try:
                handle = os.open(self._file, os.O_RDWR | os.O_CREAT, FILE_MODE)
            except OSError:
                return True
            if not _locked(handle):
                os.close(handle)
                return False
            if _is_file_at(handle, self._file):
                break
            os.close(handle)  # released by its last holder between opening and locking: once more
        os.ftruncate(handle, 0)
        os.write(handle, self._holder.encode())
        self._handle = handle
        _TAKEN.add(self._file)
        return True

    @property
    def is_this_process(self) -> bool:
        """Whether this process has it, by whichever claim."""
        return self._file in _TAKEN

    def other(self) -> Holder | None:
        """Who has it, as the file says; None when that cannot be told."""
        with suppress(OSError, ValueError):
            return Holder(self._file.read_text(encoding="utf-8"))
        return None

    def release(self) -> None:
        """Give it up."""
        if self._handle is None:
            return
        if sys.platform != "win32":
            with suppress(OSError):
                self._file.unlink()
        os.close(self._handle)
        self._handle = None
        _TAKEN.discard(self._file)
        if sys.platform == "win32":  # an open file cannot be removed there
            with suppress(OSError):
                self._file.unlink()


@contextmanager
def held(journal: Path) -> Iterator[None]:
    """Nothing else has the journal as a whole while this runs. Raises ``JournalUnavailable`` (``HELD``, ``LOCKED``)."""
    hold = Hold(journal, Holder.COMMAND)
    if not hold.take():
        raise JournalUnavailable(Trouble.LOCKED if hold.other() is Holder.COMMAND else Trouble.HELD)
    try:
        yield
    finally:
        hold.release()


@contextmanager
def held_here(journal: Path) -> Iterator[None]:
    """The same, also where this process has it already. Raises as ``held`` does."""
    if Hold(journal, Holder.COMMAND).is_this_process:
        yield
        return
    with held(journal):
        yield


def _locked(handle: int) -> bool:
    """Whether the lock was to be had. A file system that knows no locks gives it to everyone."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _is_file_at(handle: int, path: Path) -> bool:
    try:
        there = path.stat()
    except OSError:
        return False
    mine = os.fstat(handle)
    return (mine.st_dev, mine.st_ino) == (there.st_dev, there.st_ino)
