"""The key of an encrypted journal: made from a passphrase as SQLCipher 4 makes it, or taken from the recovery sheet.

The key is never in a ``repr``, a log or a message. Nothing here is cryptography of our own: the passphrase goes through
the standard library's PBKDF2 with SQLCipher's own figures, so that SQLCipher opens the file with the passphrase too.
Source of the figures: https://www.zetetic.net/sqlcipher/design/ (version 4).
"""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

KEY_BYTES = 32
SALT_BYTES = 16
ROUNDS = 256_000
PAGE_BYTES = 4096
MAC_BYTES = 64
PAGES_TRIED = 64

_MAC_ROUNDS = 2
_MAC_SALT_MASK = 0x3A
_KNOWN_STARTS = (
    b"SQLite format 3\x00",
    b"PK\x03\x04",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"%PDF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
)
_LOG_HEAD, _FRAME_HEAD = 32, 24
"""Bytes before the first page of the log, and before each: https://www.sqlite.org/fileformat2.html#walformat"""
_EVEN_AT_MOST = 480.0
"""Chi-square of the first page's bytes, 255 degrees of freedom: cipher text stays below, 10 deviations above 255."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What opens an encrypted journal: the raw 256-bit key and the 16-byte salt at the head of its file.

    The salt is no secret. It is kept with the key so that a copy of the file gets the same one, and with it the same
    passphrase and the same recovery sheet.
    """

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Raises ``ValueError`` for a key or a salt of the wrong length."""
        if len(self.raw) != KEY_BYTES or len(self.salt) != SALT_BYTES:
            raise ValueError

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it, ``x'...'``; opens in half a millisecond, where a passphrase takes 0.1 s."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


def key_from_passphrase(passphrase: str, salt: bytes) -> Key:
    """SQLCipher 4's own derivation (PBKDF2-HMAC-SHA512, 256,000 rounds) of the passphrase as UTF-8 NFC; 0.1 s."""
    import hashlib  # late: a journal without a passphrase does without

    text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(raw=hashlib.pbkdf2_hmac("sha512", text, salt, ROUNDS, KEY_BYTES), salt=salt)


def new_salt() -> bytes:
    """A salt for a new file or a new passphrase."""
    return os.urandom(SALT_BYTES)


def salt_of(path: Path) -> bytes:
    """The salt at the head of an encrypted file. Raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def looks_encrypted(path: Path) -> bool:
    """Whether the first page has the even spread of bytes that cipher text has. Raises ``OSError``.

    It cannot tell whose cipher text it is: only a key can.
    """
    with path.open("rb") as file:
        page = file.read(PAGE_BYTES)
    return len(page) == PAGE_BYTES and not page.startswith(_KNOWN_STARTS) and _is_even(page)


def log_is_in_the_open(log: Path) -> bool:
    """Whether the engine's log, which takes whole pages, has any that is no cipher text. Raises ``OSError``."""
    with log.open("rb") as file:
        file.seek(_LOG_HEAD)
        while len(page := file.read(_FRAME_HEAD + PAGE_BYTES)[_FRAME_HEAD:]) == PAGE_BYTES:
            if not _is_even(page):
                return True
    return False


def has_open_pages(path: Path) -> bool:
    """Whether a file whose first page tells nothing has pages that are no cipher text. Raises ``OSError``."""
    whole = (page for _, page in _some_pages(path) if len(page) == PAGE_BYTES and any(page))
    return any(not _is_even(page) for page in whole)


def _is_even(page: bytes) -> bool:
    expected = PAGE_BYTES / 256
    return sum((page.count(value) - expected) ** 2 for value in range(256)) / expected <= _EVEN_AT_MOST


def fits_some_page(path: Path, key: Key) -> bool:
    """Whether the key has signed any of the file's pages, the first one aside. Raises ``OSError``.

    Asked when the first page does not open: tells a damaged file from a wrong passphrase.
    """
    import hashlib
    import hmac

    mask = bytes(byte ^ _MAC_SALT_MASK for byte in key.salt)
    mac_key = hashlib.pbkdf2_hmac("sha512", key.raw, mask, _MAC_ROUNDS, KEY_BYTES)
    return any(
        hmac.digest(mac_key, page[:-MAC_BYTES] + number.to_bytes(4, "little"), "sha512") == page[-MAC_BYTES:]
        for number, page in _some_pages(path)
    )


def _some_pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """Pages from the second on, spread over the file, with their numbers (from 1)."""
    count = path.stat().st_size // PAGE_BYTES
    with path.open("rb") as file:
        for number in range(2, count + 1, max(1, count // PAGES_TRIED)):
            file.seek((number - 1) * PAGE_BYTES)
            yield number, file.read(PAGE_BYTES)
