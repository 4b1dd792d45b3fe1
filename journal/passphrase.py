"""The passphrase of a journal: what opens it, and how it is set, changed and removed. No windows, no terminal.

For the window and the command line alike, which never touch the store's key themselves.
"""

from collections.abc import Iterable
from glob import escape
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.recovery_code import key_from_recovery, recovery_groups
from journal.store import database
from journal.store.database import Standing
from journal.store.key import Key, key_from_passphrase, new_salt, salt_of
from journal.store.trouble import told

__all__ = [
    "Key",
    "change_passphrase",
    "copies_in_the_open",
    "fits",
    "is_encrypted",
    "key_by_passphrase",
    "key_by_recovery",
    "new_key",
    "recovery_groups",
    "remove_copies",
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


def fits(key: Key, passphrase: str) -> bool:
    """Whether the passphrase makes this very key, without a look at the file. Takes 0.1 s."""
    return key_from_passphrase(passphrase, key.salt) == key


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
        _rekey(path, None, key)
    return key


def change_passphrase(path: Path, key: Key | None, passphrase: str) -> Key:
    """Put an encrypted journal under another passphrase; the new key. The old recovery sheet is void then."""
    _refuse_open(path)
    fresh = new_key(passphrase)
    _rekey(path, key, fresh)
    return fresh


def remove_passphrase(path: Path, key: Key | None) -> None:
    """Put an encrypted journal into the open."""
    _refuse_open(path)
    _rekey(path, key, None)


def copies_in_the_open(path: Path) -> tuple[Path, ...]:
    """Older copies of the journal that open without a passphrase: those that were kept aside, and backups."""
    from journal.store.backups.daily import in_the_open  # late: most commands never ask
    from journal.store.backups.files import BESIDE

    beside = (each for each in path.parent.glob(f"{escape(path.name)}.before-*") if not each.name.endswith(BESIDE))
    aside = sorted(each for each in beside if each.is_file() and database.is_in_the_open(each))
    return (*aside, *in_the_open(path))


def remove_copies(copies: Iterable[Path]) -> tuple[Path, ...]:
    """Remove these files, with the engine's own beside them; those that could not be removed."""
    from journal.store.backups.files import remove_with_logs  # late: most commands never ask

    left = []
    for each in copies:
        try:
            remove_with_logs(each)
        except OSError:
            left.append(each)
    return tuple(left)


def _rekey(path: Path, key: Key | None, new: Key | None) -> None:
    from journal.store.rekeying import rekey  # late: rarely done

    rekey(path, key, new)


def _refuse_open(path: Path) -> None:
    standing = database.standing(path)
    if standing is Standing.MISSING:
        raise JournalUnavailable(Trouble.MISSING)
    if standing is not Standing.ENCRYPTED:
        raise JournalUnavailable(Trouble.IN_THE_OPEN)
