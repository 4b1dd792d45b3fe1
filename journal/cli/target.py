"""Files that commands write beside the journal: whole or not at all, and never over the journal itself."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from journal.cli.calls import Call
from journal.domain.errors import JournalUnavailable, Trouble
from journal.whole_file import write_whole

TARGET_TROUBLES = {
    Trouble.NOT_EMPTY: "is there already.",
    Trouble.FOLDER_GONE: "cannot be made: there is no such folder.",
    Trouble.NO_PERMISSION: "cannot be written.",
    Trouble.READ_ONLY: "cannot be written.",
    Trouble.NOT_A_JOURNAL: "cannot be written.",
    Trouble.DISK_FULL: "does not fit: the disk is full.",
}


@contextlib.contextmanager
def target_told(name: str) -> Iterator[None]:
    """Puts what is wrong with what is written to into words of its own. Raises ``ClickException``."""
    try:
        yield
    except JournalUnavailable as error:
        if error.trouble not in TARGET_TROUBLES:
            raise
        raise click.ClickException(f"{name} {TARGET_TROUBLES[error.trouble]} Nothing was written.") from error


def checked_target(call: Call, name: str) -> Path:
    """The path to write to. Raises ``ClickException`` for the journal itself, no plain file, and without a folder."""
    path = Path(name)
    with contextlib.suppress(OSError):
        if not call.demo and path.samefile(call.file):
            raise click.ClickException(f"{name} is the journal itself; nothing was written.")
    if path.is_dir():
        raise click.ClickException(f"{name} is a folder; name a file.")
    if path.exists() and not path.is_file():  # a device or a pipe would be replaced by the file
        raise click.ClickException(f"{name} is no plain file; nothing was written.")
    if not path.parent.is_dir():
        raise click.ClickException(f"{name} cannot be written: there is no such folder.")
    return path


def write_target(path: Path, name: str, data: bytes) -> None:
    """Write the file whole. Raises ``ClickException`` when that cannot be done."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise not_written(name, error) from error


def not_written(name: str, error: OSError) -> click.ClickException:
    """One line for a file that could not be written."""
    return click.ClickException(f"{name} cannot be written: {error.strerror or type(error).__name__}.")
