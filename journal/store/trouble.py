"""What the file and the database report, put as one of the troubles a person can act on. No opening, no SQL.

The driver tells its errors apart by their text only, so the text is looked at here and nowhere else.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from journal.domain.errors import JournalUnavailable, Trouble

BUGS = (dbapi2.IntegrityError, dbapi2.ProgrammingError, dbapi2.InterfaceError, dbapi2.NotSupportedError)
"""Ours, not the person's: they pass on unchanged and reach the crash window."""

LEAST_ROOM = 100_000
"""Bytes that the engine needs beside a journal to open it: the index of its log, and some."""

READING_ERRORS = (dbapi2.Error, UnicodeDecodeError)
"""What reading a damaged file may raise: the driver falls over quoting what is no text any more."""

_BY_TEXT = (
    ("locked", Trouble.LOCKED),
    ("busy", Trouble.LOCKED),
    ("full", Trouble.DISK_FULL),
    ("readonly", Trouble.READ_ONLY),
    ("read-only", Trouble.READ_ONLY),
    ("malformed", Trouble.DAMAGED),
    ("not a database", Trouble.DAMAGED),
    ("no such table", Trouble.DAMAGED),
    ("no such column", Trouble.DAMAGED),
)

_BY_ERRNO = {
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.FOLDER_GONE,
    errno.EISDIR: Trouble.NOT_A_JOURNAL,
    errno.ENOSPC: Trouble.DISK_FULL,
    errno.EDQUOT: Trouble.DISK_FULL,
    errno.EFBIG: Trouble.DISK_FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.DAMAGED,
}


@contextmanager
def told(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Lets no raw error of the database or the file system out: raises ``JournalUnavailable`` in its place."""
    try:
        yield
    except BUGS:
        raise
    except dbapi2.Error as error:
        raise JournalUnavailable(_of_database(str(error), path, writing=writing), str(error)) from error
    except UnicodeDecodeError as error:  # a name in the schema that is no text, in the driver's own message
        raise JournalUnavailable(Trouble.DAMAGED, error.reason) from error
    except OSError as error:
        raise JournalUnavailable(of_file(error, path), error.strerror or "") from error


def of_file(error: OSError, path: Path) -> Trouble:
    """The trouble behind a file error at ``path``."""
    trouble = _BY_ERRNO.get(error.errno or 0, Trouble.NO_PERMISSION)
    return Trouble.FOLDER_GONE if trouble is Trouble.MISSING and not _is_folder(path.parent) else trouble


def _of_database(text: str, path: Path, *, writing: bool) -> Trouble:
    for part, trouble in _BY_TEXT:
        if part in text:
            return trouble
    if not _is_folder(path.parent):
        return Trouble.FOLDER_GONE
    if not path.exists():
        return Trouble.MISSING
    if "unable to open" in text:
        return Trouble.NO_PERMISSION
    if "I/O" in text and (writing or _has_no_room(path.parent)):  # opening makes room for the log's index
        return Trouble.DISK_FULL
    return Trouble.DAMAGED


def _has_no_room(folder: Path) -> bool:
    from shutil import disk_usage  # late: it brings in every kind of archive

    try:
        return disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
