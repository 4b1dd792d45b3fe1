"""The passphrase of a journal: what opens it, and how it is set, changed and removed. No windows, no terminal.

For the window and the command line alike, which never touch the store's key themselves.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.recovery_code import key_from_recovery, recovery_groups
from journal.store import database, opening
from journal.store.database import Standing
from journal.store.key import (
    Key,
    fits_some_page,
    has_open_pages,
    key_from_passphrase,
    log_is_in_the_open,
    looks_encrypted,
    new_salt,
    salt_of,
)
from journal.store.trouble import told

if TYPE_CHECKING:
    from journal.store.backups.recrypting import Told
    from journal.store.stages import Progress

__all__ = [
    "Key",
    "change_passphrase",
    "copies_by_passphrase",
    "copies_by_recovery",
    "copies_in_the_open",
    "copies_under",
    "encrypt_copies",
    "fits",
    "fits_file",
    "is_encrypted",
    "key_by_passphrase",
    "key_by_recovery",
    "new_key",
    "recovery_groups",
    "refuse_emptied",
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


def refuse_emptied(path: Path) -> None:
    """Raises ``JournalUnavailable`` (``EMPTIED``) where no journal is to be seen any more beside what one left."""
    from journal.store import leavings  # late: nearly every journal is there

    leavings.refuse_emptied(path)


def fits(key: Key, passphrase: str) -> bool:
    """Whether the passphrase makes this very key, without a look at the file. Takes 0.1 s."""
    return key_from_passphrase(passphrase, key.salt) == key


def fits_file(path: Path, key: Key) -> bool:
    """Whether the key opens the file. One that is missing, or lies in the open, it does not."""
    try:
        database.check_key(path, key)
    except JournalUnavailable:
        return False
    return not database.is_in_the_open(path)


def new_key(passphrase: str) -> Key:
    """The key of a new journal, or of a new passphrase: each has a salt of its own, and with it a sheet of its own."""
    return key_from_passphrase(passphrase, new_salt())


def set_passphrase(path: Path, passphrase: str, progress: "Progress | None" = None) -> Key:
    """Encrypt a journal that lies in the open; the new key. Raises ``JournalUnavailable``; then nothing changed."""
    standing = database.standing(path)
    if standing is Standing.ENCRYPTED:
        raise JournalUnavailable(Trouble.HAS_PASSPHRASE)
    refuse_emptied(path)
    key = new_key(passphrase)
    if standing is Standing.NEW:
        opening.create(path, key).close()
    else:
        _rekey(path, None, key, progress)
    return key


def change_passphrase(path: Path, key: Key | None, passphrase: str, progress: "Progress | None" = None) -> Key:
    """Put an encrypted journal under another passphrase; the new key. The old recovery sheet is void then."""
    _refuse_open(path)
    fresh = new_key(passphrase)
    _rekey(path, key, fresh, progress)
    return fresh


def remove_passphrase(path: Path, key: Key | None, progress: "Progress | None" = None) -> None:
    """Put an encrypted journal into the open."""
    _refuse_open(path)
    _rekey(path, key, None, progress)


def copies_in_the_open(path: Path) -> tuple[Path, ...]:
    """Older copies of the journal that open without a passphrase: those that were kept aside, and backups."""
    return tuple(each for each in _copies(path) if _is_in_the_open(each))


def copies_under(path: Path, key: Key) -> tuple[Path, ...]:
    """Older copies of the journal that open with this key: with one that the journal had before, usually."""
    return tuple(each for each in _copies(path) if salt_of(each) == key.salt)


def copies_by_passphrase(path: Path, passphrase: str, *, but: Key) -> dict[Key, tuple[Path, ...]]:
    """Older copies that open with a passphrase from before, by the key that it makes with their salt; 0.1 s a salt."""
    return _copies_by(path, partial(key_from_passphrase, passphrase), but)


def copies_by_recovery(path: Path, text: str, *, but: Key) -> dict[Key, tuple[Path, ...]]:
    """Older copies that open with a recovery sheet from before. Raises ``RecoveryCodeRefused``."""
    return _copies_by(path, partial(_key_from_raw, key_from_recovery(text)), but)


def _key_from_raw(raw: bytes, salt: bytes) -> Key:
    return Key(raw=raw, salt=salt)


def _copies_by(path: Path, key_of: Callable[[bytes], Key], but: Key) -> dict[Key, tuple[Path, ...]]:
    by_salt: dict[bytes, list[Path]] = {}
    for each in _copies(path):
        if looks_encrypted(each) and salt_of(each) != but.salt:
            by_salt.setdefault(salt_of(each), []).append(each)
    found = {}
    for salt, copies in by_salt.items():
        key = key_of(salt)
        if fits_some_page(copies[0], key):
            found[key] = tuple(copies)
    return found


def encrypt_copies(
    path: Path, copies: Iterable[Path], key: Key, old: Key | None = None, progress: "Told | None" = None
) -> tuple[Path, ...]:
    """Put copies that lie in the open, or under the old key, under the journal's; those that could not be.

    Each by a checked new file, which then takes the old one's place; only then is the old one overwritten. Raises
    ``JournalUnavailable`` (``LOCKED``) while a backup is made.
    """
    from journal.store.backups.recrypting import recrypt_all  # late: rarely done

    return recrypt_all(path, copies, old, key, progress)


def remove_copies(path: Path, copies: Iterable[Path]) -> tuple[Path, ...]:
    """Remove those of these copies that lie in the open, with the engine's own beside them; what could not be removed.

    A name may by now be that of another file, which is encrypted: that stays. Raises ``JournalUnavailable``
    (``LOCKED``) while a backup is made.
    """
    from journal.store.backups.erasing import kept_from_backups, left_alone  # late: most commands never ask
    from journal.store.backups.files import erase_with_logs

    left = []
    with kept_from_backups(path):
        for each in copies:
            try:
                if each.is_symlink():  # what it leads to would stay as it is
                    raise PermissionError(each)
                with left_alone(path, each):
                    if not each.exists() or _is_in_the_open(each):
                        erase_with_logs(each)
            except (OSError, JournalUnavailable):
                left.append(each)
    return tuple(left)


def _copies(path: Path) -> Iterator[Path]:
    """What was kept aside beside the journal, the files of its backups, and what killed runs left of them."""
    from journal.store import leavings  # late: most commands never ask

    yield from leavings.everywhere(path)


def _is_in_the_open(copy: Path) -> bool:
    """Of an emptied file it is the log beside it that can be read; of one whose beginning is damaged, the rest."""
    from journal.store.traces import is_named_here  # late: most commands never ask

    if copy.stat().st_size == 0:
        return log_is_in_the_open(copy.with_name(copy.name + "-wal"))
    if database.is_in_the_open(copy):
        return is_named_here(copy) or database.may_be_ours(copy)
    return is_named_here(copy) and not looks_encrypted(copy) and has_open_pages(copy)


def _rekey(path: Path, key: Key | None, new: Key | None, progress: "Progress | None") -> None:
    from journal.store.rekeying import rekey  # late: rarely done

    rekey(path, key, new, progress)


def _refuse_open(path: Path) -> None:
    standing = database.standing(path)
    if standing is Standing.MISSING:
        raise JournalUnavailable(Trouble.MISSING)
    if standing is not Standing.ENCRYPTED:
        raise JournalUnavailable(Trouble.IN_THE_OPEN)
