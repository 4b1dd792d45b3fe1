"""The passphrase of a journal: what opens it, and how it is set, changed and removed. No windows, no terminal.

For the window and the command line alike, which never touch the store's key themselves.
"""

from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.recovery_code import key_from_recovery, recovery_groups
from journal.store import database
from journal.store.database import Standing
from journal.store.key import Key, key_from_passphrase, new_salt, salt_of
from journal.store.rekeying import rekey
from journal.store.trouble import told

__all__ = [
    "Key",
    "change_passphrase",
    "is_encrypted",
    "key_by_passphrase",
    "key_by_recovery",
    "new_key",
    "recovery_groups",
    "remove_passphrase",
    "set_passphrase",
]


def is_encrypted(path: Path) -> bool:
    """Whether the file opens with a key only. Raises ``JournalUnavailable`` for what is no journal at all."""
    return database.standing(path) is Standing.ENCRYPTED


def key_by_passphrase(path: Path, passphrase: str) -> Key:
    """The key of an encrypted journal, tried. Takes 0.1 s. Raises ``JournalUnavailable`` (``PASSPHRASE``)."""
    with told(path):
        key = key_from_passphrase(passphrase, salt_of(path))
    database.check_key(path, key)
    return key


def key_by_recovery(path: Path, text: str) -> Key:
    """The key as typed from the recovery sheet, tried.

    Raises ``RecoveryCodeRefused`` for what was mistyped, ``JournalUnavailable`` (``RECOVERY_KEY``) for a void sheet.
    """
    raw = key_from_recovery(text)
    with told(path):
        key = Key(raw=raw, salt=salt_of(path))
    try:
        database.check_key(path, key)
    except JournalUnavailable as error:
        if error.trouble is not Trouble.PASSPHRASE:
            raise
        raise JournalUnavailable(Trouble.RECOVERY_KEY) from None
    return key


def new_key(passphrase: str) -> Key:
    """The key of a new journal, or of a new passphrase: each has a salt of its own, and with it a sheet of its own."""
    return key_from_passphrase(passphrase, new_salt())


def set_passphrase(path: Path, passphrase: str) -> Key:
    """Encrypt a journal that lies in the open; the new key. Raises ``JournalUnavailable``; then nothing changed."""
    standing = database.standing(path)
    if standing is Standing.ENCRYPTED:
        raise JournalUnavailable(Trouble.HAS_PASSPHRASE)
    key = new_key(passphrase)
    if standing is Standing.NEW:
        database.create(path, key).close()
    else:
        rekey(path, None, key)
    return key


def change_passphrase(path: Path, key: Key | None, passphrase: str) -> Key:
    """Put an encrypted journal under another passphrase; the new key. The old recovery sheet is void then."""
    _refuse_open(path)
    fresh = new_key(passphrase)
    rekey(path, key, fresh)
    return fresh


def remove_passphrase(path: Path, key: Key | None) -> None:
    """Put an encrypted journal into the open."""
    _refuse_open(path)
    rekey(path, key, None)


def _refuse_open(path: Path) -> None:
    standing = database.standing(path)
    if standing is Standing.MISSING:
        raise JournalUnavailable(Trouble.MISSING)
    if standing is not Standing.ENCRYPTED:
        raise JournalUnavailable(Trouble.IN_THE_OPEN)
