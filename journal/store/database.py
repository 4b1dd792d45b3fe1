"""A journal file as it lies: what it is, how its connection is set, who may read it. No rows, no tables.

A file is looked at before the database engine sees it, so that what is not ours, or newer than this program, is left
as it is, byte for byte.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.traces import NEW, REKEY
from journal.store.trouble import told

if TYPE_CHECKING:
    # The driver has the interface of the standard module and no types of its own.
    from sqlite3 import Connection

    from journal.store.key import Key

APPLICATION_ID = 0x5265634A
"""``RecJ``, at offset 68 of the file."""
DAY_ID = 0x5265634C
"""``RecL``: a day's backup, a journal without its pictures. Nobody takes it for a journal."""
SCHEMA_VERSION = 3
ROWS_VERSION = 2
"""The first schema whose rows have the columns, and so the checksums, that they have today."""
BUSY_SECONDS = 2.0
FILE_MODE = 0o600
FOLDER_MODE = 0o700

MAGIC = b"SQLite format 3\x00"
SOUND = "ok"
"""What the engine's checks say when they find nothing."""
_HEADER_BYTES = 100


class Standing(Enum):
    """What lies at a path before it is opened."""

    MISSING = auto()
    NEW = auto()
    """A file of no bytes."""
    JOURNAL = auto()
    ENCRYPTED = auto()
    """Cipher text: whether it is a journal, its key says."""

    @property
    def is_there(self) -> bool:
        """Whether something was written there."""
        return self in (Standing.JOURNAL, Standing.ENCRYPTED)


def is_in_the_open(path: Path) -> bool:
    """Whether a file that is there is a database that anyone can read. Raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def may_be_ours(path: Path) -> bool:
    """Whether a database is marked as this program's, or is ``NEW``, whose mark is written last. Raises ``OSError``."""
    with path.open("rb") as file:
        found = int.from_bytes(file.read(_HEADER_BYTES)[68:72], "big")
    return found in (APPLICATION_ID, DAY_ID) or (found == 0 and path.name.endswith(NEW))


def standing(path: Path) -> Standing:
    """Look at the file without the database engine. Raises ``JournalUnavailable`` for what must not be opened."""
    try:
        with told(path):
            return _standing(path)
    except JournalUnavailable as error:
        if error.trouble in (Trouble.MISSING, Trouble.FOLDER_GONE):
            return Standing.MISSING
        raise


def _standing(path: Path) -> Standing:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
    if status.st_size == 0:
        return Standing.NEW
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header.startswith(MAGIC):
        return _standing_of_cipher_text(path)
    if len(header) < _HEADER_BYTES:
        raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
    refuse_foreign(int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big"))
    if _has_log(path):
        _look_inside(path)
    return Standing.JOURNAL


def _standing_of_cipher_text(path: Path) -> Standing:
    from journal.store.key import looks_encrypted  # late: most journals have no passphrase

    if not looks_encrypted(path):
        raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
    return Standing.ENCRYPTED


def _has_log(path: Path) -> bool:
    return _holds_something(path.with_name(path.name + "-wal"))


def _holds_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def refuse_foreign(application_id: int, version: int, *wanted: int) -> None:
    """Raises ``JournalUnavailable`` for another program's file and for a newer version of ours."""
    if application_id not in (wanted or (APPLICATION_ID,)):
        raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
    if version > SCHEMA_VERSION:
        raise JournalUnavailable(Trouble.NEWER, str(version))


def _look_inside(path: Path, key: "Key | None" = None) -> None:
    """A newer program that was killed may have left its version in the log beside the file, and an encrypted file shows
    nothing without its key; reading alone merges nothing, so the file stays as it is.
    """
    uri = f"{path.absolute().as_uri()}?{_access_to_read(path)}"
    connection = cast("Connection", dbapi2.connect(uri, uri=True))
    with closing(connection):
        connection.execute("PRAGMA cipher_log_level=NONE")
        give_key(connection, key)
        if number(connection, "page_count"):  # else its making was killed, and has just been taken back
            version = number(connection, "user_version")
            refuse_foreign(number(connection, "application_id"), version, APPLICATION_ID, DAY_ID)


def check_key(path: Path, key: "Key | None") -> None:
    """Raises ``JournalUnavailable`` when the key does not open the encrypted file, or what is in it is not ours."""
    from journal.store.key import fits_some_page

    if key is None:
        raise JournalUnavailable(Trouble.NO_PASSPHRASE)
    try:
        with told(path):
            _look_inside(path, key)
    except JournalUnavailable as error:
        if error.trouble is not Trouble.DAMAGED:
            raise
        with told(path):
            is_ours = fits_some_page(path, key)
        raise JournalUnavailable(Trouble.DAMAGED if is_ours else Trouble.PASSPHRASE) from None


def key_for(path: Path, key: "Key | None") -> "Key | None":
    """What opens the file: the key when it is encrypted, nothing when it lies in the open.

    Raises ``JournalUnavailable`` when it is no journal, or the key does not fit.
    """
    match standing(path):
        case Standing.JOURNAL:
            return None
        case Standing.ENCRYPTED:
            check_key(path, key)
            return key
        case Standing.NEW:
            raise JournalUnavailable(Trouble.NOT_A_JOURNAL)
        case Standing.MISSING:
            raise JournalUnavailable(Trouble.MISSING)


def give_key(connection: "Connection", key: "Key | None") -> None:
    """The first thing that a connection to an encrypted file is told."""
    if key is not None:
        connection.execute("PRAGMA cipher_memory_security=ON")
        connection.execute(f'PRAGMA key="{key.literal}"')


def connect(path: Path, key: "Key | None" = None, *, reads_only: bool = False) -> "Connection":
    """A connection to an existing file, as every part of the program wants it. Never creates a file.

    ``reads_only``: the file is left as it is, and nothing is laid beside it.
    """
    access = _access(path) if not reads_only else _access_to_read(path)
    connection = cast(
        "Connection",
        dbapi2.connect(f"{path.absolute().as_uri()}?{access}", uri=True, timeout=BUSY_SECONDS, isolation_level=None),
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        give_key(connection, key)
        for pragma in (
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "mmap_size=0",
            "foreign_keys=ON",
            "temp_store=MEMORY",
            "synchronous=FULL",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _access(path: Path) -> str:
    """What may not be written, or not beside, is read as it lies: the engine's log and index would be left behind there
    or could not be made at all. Not while a log holds something: that belongs to what is read.
    """
    if (may_write(path) and may_write(path.parent)) or _has_log(path):
        return "mode=rw"
    return "mode=ro&immutable=1"


def _access_to_read(path: Path) -> str:
    if _holds_something(path.with_name(path.name + "-journal")):
        return "mode=rw"  # of a writer that was killed: half its change lies in the file and has to be taken back first
    return "mode=ro" if _has_log(path) else "mode=ro&immutable=1"


def may_write(path: Path) -> bool:
    """Whether this user may write the file, or into the folder."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def part_of(path: Path) -> Path:
    """Where a copy under another key is made before it takes the journal's place.

    A hidden name that nobody gives a file of their own: what a killed run left there goes unasked at the next start.
    """
    return path.with_name(f".{path.name}.{REKEY}")


def remove_part(path: Path) -> None:
    """Remove what a killed process left of such a copy: it may be in the open. Not while one is made, which locks."""
    part = part_of(path)
    if part.exists():
        for name in (part.name + "-journal", part.name):
            with suppress(OSError):
                part.with_name(name).unlink(missing_ok=True)


def identity(path: Path) -> tuple[int, int]:
    """Which file lies at a path, whatever its name. Raises ``JournalUnavailable`` when none does."""
    with told(path):
        status = path.stat()
    return status.st_dev, status.st_ino


def number(connection: "Connection", pragma: str) -> int:
    """The value of a pragma that is a number."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def is_sound(connection: "Connection", table: str = "", *, quick: bool = False) -> bool:
    """Whether the engine finds nothing wrong in the file, or in one table. Raises its errors where it breaks off.

    ``quick``: without holding indexes against their tables. The first fault ends it.
    """
    check = "quick_check" if quick else "integrity_check"
    with closing(connection.execute(f"PRAGMA {check}({table or 1})")) as said:
        return bool(said.fetchone()[0] == SOUND)


@contextmanager
def transaction(connection: "Connection", path: Path) -> Iterator[None]:
    """Everything inside is written, durably, or nothing. Raises ``JournalUnavailable``."""
    with told(path, writing=True):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def snapshot(connection: "Connection", path: Path) -> Iterator[None]:
    """Everything read inside belongs to one moment."""
    with told(path):
        connection.execute("BEGIN")
        try:
            yield
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
