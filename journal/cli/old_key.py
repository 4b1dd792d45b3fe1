"""What opened the journal before, for copies that still lie under it: the options that name it, and the key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from journal.cli import values
from journal.domain.errors import BackupRefused, JournalUnavailable
from journal.passphrase import Key
from journal.store.database import is_in_the_open
from journal.store.trouble import told

Command = Callable[..., Any]
ONE_OF = "Give --old-passphrase-file or --old-recovery-key-file, not both."

_OPTIONS = (
    click.option(
        "--old-passphrase-file",
        "old_passphrase",
        type=values.file,
        help="A file whose first line is the passphrase that the journal had before, for copies under it.",
    ),
    click.option(
        "--old-recovery-key-file",
        "old_sheet",
        type=values.file,
        help="A file with the groups of the recovery sheet from before, in its place.",
    ),
)


def old_key_options(command: Command) -> Command:
    """Both options; the command gets ``old_passphrase`` and ``old_sheet``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def refuse_both(old_passphrase: str | None, old_sheet: str | None) -> None:
    """Raises ``UsageError`` when the two are given."""
    if old_passphrase and old_sheet:
        raise click.UsageError(ONE_OF)


def old_key(source: Path, old_passphrase: str | None, old_sheet: str | None) -> Key | None:
    """What opens a copy; None when nothing was given, or the copy lies in the open. Raises as ``opening_key`` does."""
    if not (old_passphrase or old_sheet) or not source.is_file():
        return None
    with told(source):
        if is_in_the_open(source):  # a day's backup is no journal, and would be refused as none
            return None
    from journal.cli.secrets import opening_key  # late: most journals have no passphrase

    try:
        return opening_key(source, old_passphrase or "", old_sheet or "")
    except JournalUnavailable as error:
        raise BackupRefused(error.trouble, str(source), error.detail) from error
