"""The key of an encrypted file whose beginning is damaged: the salt that a passphrase needs lies in its backups too."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.store import database, leavings, traces
from journal.store.key import SALT_BYTES, fits_some_page, looks_encrypted, salt_of
from journal.store.traces import WHOLE, Kind

if TYPE_CHECKING:
    from journal.store.key import Key

KeyOfSalt = Callable[[bytes], "Key"]


def key_of_damaged(path: Path, key_of: KeyOfSalt) -> "Key | None":
    """The key that has signed pages of this file, or opens an encrypted backup of it where the file itself is empty.

    ``key_of`` makes a key of a salt: 0.1 s each for a passphrase. None when none fits.
    """
    for salt in dict.fromkeys(_salts(path)):
        key = key_of(salt)
        with suppress(OSError):
            if fits_some_page(path, key):
                return key
    return None


def key_of_backups(path: Path, key_of: KeyOfSalt) -> "Key | None":
    """The key that opens an encrypted backup or older copy beside, the newest first; None when none does."""
    from journal.domain.errors import JournalUnavailable

    for each in _encrypted_copies(path):
        with suppress(OSError, JournalUnavailable):
            key = key_of(salt_of(each))
            database.check_key(each, key)
            return key
    return None


def has_encrypted_copies(path: Path) -> bool:
    """Whether some backup or older copy beside opens with a passphrase only."""
    return next(_encrypted_copies(path), None) is not None


def _salts(path: Path) -> Iterator[bytes]:
    with suppress(OSError):
        if len(salt := salt_of(path)) == SALT_BYTES:
            yield salt
    for each in _encrypted_copies(path):
        with suppress(OSError):
            yield salt_of(each)


def _encrypted_copies(path: Path) -> Iterator[Path]:
    logs = sorted(leavings.in_backups(path, {Kind.DAY}), key=lambda each: each.name, reverse=True)
    for each in (*logs, *traces.beside(path, WHOLE)):
        with suppress(OSError):
            if looks_encrypted(each):
                yield each
