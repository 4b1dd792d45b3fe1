"""Files that are written beside the journal: whole or not at all; and where a path leads."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def real_path(path: Path) -> Path:
    """Where a path leads, its links followed; links that lead in a ring are left as they are, for opening to refuse."""
    return Path(os.path.realpath(path))


def named_from(path: Path, journal: Path) -> str:
    """A file's name from the folder that a journal lies in; the whole path of one that lies elsewhere."""
    folder = real_path(journal).parent
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file for its owner alone: beside its place first, then in one step into it. Raises ``OSError``."""
    handle, made = tempfile.mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(made).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on the disk, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
