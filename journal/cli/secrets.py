"""Passphrases and recovery keys for commands: from a file or asked at the terminal, never an argument, never waited for
where there is no terminal.
"""

import sys
import unicodedata
from pathlib import Path

import click

from journal import passphrase
from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import key_of_damaged
from journal.passphrase import Key

_HEADLESS = (Trouble.PASSPHRASE, Trouble.RECOVERY_KEY, Trouble.DAMAGED, Trouble.NOT_A_JOURNAL)
"""What is said of a file whose head is damaged."""
LONGEST_LINE = 4096
LONGEST_SHEET = 65_536


def opening_key(path: Path, passphrase_file: str, recovery_file: str) -> Key | None:
    """The key that a journal needs: None for one in the open, a new one for a journal that is not there yet.

    A passphrase that a journal does not need is not used. Raises ``JournalError``, ``ClickException``.
    """
    if passphrase_file and recovery_file:
        raise click.UsageError("Give --passphrase-file or --recovery-key-file, not both.")
    if passphrase.is_encrypted(path):
        if recovery_file:
            return passphrase.key_by_recovery(path, _text(recovery_file))
        return passphrase.key_by_passphrase(path, _line(passphrase_file) if passphrase_file else _asked(path))
    if passphrase_file and (not path.exists() or path.stat().st_size == 0):
        return passphrase.new_key(_line(passphrase_file))
    return None


def damaged_key(path: Path, passphrase_file: str, recovery_file: str) -> Key | None:
    """The key of a file that is damaged or empty, also where its head is gone and only its backups have the salt.

    None for one in the open. Raises as ``opening_key`` does.
    """
    refused = JournalUnavailable(Trouble.RECOVERY_KEY if recovery_file else Trouble.PASSPHRASE)
    if path.exists() and path.stat().st_size > 0:  # else only the backups can tell
        try:
            return opening_key(path, passphrase_file, recovery_file)
        except JournalUnavailable as error:
            if error.trouble not in _HEADLESS:
                raise
            refused = error
    if recovery_file:
        found = key_of_damaged(path, _text(recovery_file), by_sheet=True)
    else:
        found = key_of_damaged(path, _line(passphrase_file), by_sheet=False) if passphrase_file else None
    if found is None and refused.trouble is not Trouble.NOT_A_JOURNAL:
        raise refused
    return found


def new_passphrase(name: str | None) -> str:
    """The new passphrase: the first line of the file, else asked twice at the terminal."""
    if name:
        return _line(name)
    if not has_terminal():
        raise click.ClickException("There is no terminal to ask for the new passphrase: give --new-passphrase-file.")
    given: str = click.prompt("New passphrase", hide_input=True, confirmation_prompt="Once more", err=True)
    return unicodedata.normalize("NFC", given)


def passphrase_in(name: str) -> str:
    """The passphrase in the first line of a file. Raises ``ClickException``."""
    return _line(name)


def sheet_in(name: str) -> str:
    """What a file holds as groups of a recovery sheet. Raises ``ClickException``."""
    return _text(name)


def _asked(path: Path) -> str:
    if not has_terminal():
        raise JournalUnavailable(Trouble.NO_PASSPHRASE)
    return str(click.prompt(f"Passphrase of {path.name}", hide_input=True, err=True))


def has_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _line(name: str) -> str:
    """The first line of a file without its line end, as UTF-8 NFC."""
    line = _read(name, LONGEST_LINE).split("\n", 1)[0].removesuffix("\r")
    if not line:
        raise click.ClickException(f"{name} holds no passphrase in its first line.")
    return unicodedata.normalize("NFC", line)


def _text(name: str) -> str:
    return _read(name, LONGEST_SHEET)


def _read(name: str, longest: int) -> str:
    try:
        with Path(name).open("rb") as file:
            data = file.read(longest) if longest == LONGEST_SHEET else file.readline(longest + 1)
    except OSError as error:
        raise click.ClickException(f"{name} cannot be read: {error.strerror or type(error).__name__}.") from error
    if len(data) > longest:
        raise click.ClickException(f"{name} holds no passphrase: its first line is too long.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{name} is not a text file (UTF-8).") from error
