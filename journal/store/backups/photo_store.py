"""The second file of the automatic backups: every photo once, by its SHA-256. It only grows, but for forgotten photos.

A photo is written with its three pictures in one transaction and read back before it counts.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import Copy
from journal.store import database, rows
from journal.store.traces import PHOTOS, Kind, named_in
from journal.store.trouble import READING_ERRORS, told

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

NAME = PHOTOS
STORE_ID = 0x52656350
"""``RecP``: nobody takes it for a journal."""
VERSION = 1

_TABLES = (
    """CREATE TABLE picture (sha256 TEXT NOT NULL, copy TEXT NOT NULL, checksum INTEGER NOT NULL, data BLOB NOT NULL,
                      PRIMARY KEY (sha256, copy)) STRICT""",
    "CREATE TABLE forgotten (sha256 TEXT NOT NULL PRIMARY KEY) STRICT",
)

Pictures = dict[str, tuple[int, bytes]]
"""By copy: checksum and bytes."""


class PhotoStore:
    """The file, open. Belongs to the thread that opened it."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def hashes(self) -> set[str]:
        """Of the photos that are there whole."""
        found = self._connection.execute("SELECT sha256 FROM picture GROUP BY sha256 HAVING count(*) = ?", (len(Copy),))
        return {str(name) for (name,) in found}

    def forgotten(self) -> set[str]:
        """Of the photos that were taken out for good."""
        return {str(name) for (name,) in self._connection.execute("SELECT sha256 FROM forgotten")}

    def add(self, name: str, pictures: Pictures) -> bool:
        """Keep a photo; False when what was read back is not what it must be, and then nothing was kept."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("DELETE FROM picture WHERE sha256 = ?", (name,))
            self._connection.execute("DELETE FROM forgotten WHERE sha256 = ?", (name,))
            self._connection.executemany(
                "INSERT INTO picture (sha256, copy, checksum, data) VALUES (?, ?, ?, ?)",
                [(name, copy, checksum, data) for copy, (checksum, data) in pictures.items()],
            )
            is_whole = are_whole(name, self.pictures(name))
            self._connection.execute("COMMIT" if is_whole else "ROLLBACK")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        return is_whole

    def pictures(self, name: str) -> Pictures:
        """The pictures of a photo; none when it is not there."""
        found = self._connection.execute("SELECT copy, checksum, data FROM picture WHERE sha256 = ?", (name,))
        return {str(copy): (int(checksum), bytes(data)) for copy, checksum, data in found.fetchall()}

    def forget(self, names: Iterable[str]) -> None:
        """Take photos out for good: their bytes are overwritten, and restores no longer miss them."""
        self._connection.execute("PRAGMA secure_delete=ON")
        self._connection.execute("BEGIN IMMEDIATE")
        for name in names:
            self._connection.execute("DELETE FROM picture WHERE sha256 = ?", (name,))
            self._connection.execute("INSERT OR IGNORE INTO forgotten (sha256) VALUES (?)", (name,))
        self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def drop_damaged(self, wanted: Callable[[], bool]) -> int:
        """Take out what is not what it must be, so that the next backup takes it over anew; how many photos."""
        dropped = 0
        for (name,) in self._connection.execute("SELECT DISTINCT sha256 FROM picture").fetchall():
            if not wanted():
                break
            if not are_whole(str(name), self.pictures(str(name))):
                self._connection.execute("DELETE FROM picture WHERE sha256 = ?", (name,))
                dropped += 1
        return dropped


def are_whole(name: str, pictures: Pictures) -> bool:
    """Whether the three pictures are there and are what they were: the original by its SHA-256."""
    return (
        set(pictures) == set(Copy)
        and sha256(pictures[Copy.ORIGINAL][1]).hexdigest() == name
        and all(rows.picture_checksum(data) == checksum for checksum, data in pictures.values())
    )


@contextmanager
def opened(folder: Path, key: "Key | None", *, reads_only: bool = False, name: str = NAME) -> Iterator[PhotoStore]:
    """The photo file of a folder, made when it is missing. Raises ``JournalUnavailable``.

    ``name``: one that was set aside (``all_names``).
    """
    path = folder / name
    with told(path, writing=not reads_only):
        if not reads_only and (not path.exists() or path.stat().st_size == 0):
            _make(path, key)
        with closing(database.connect(path, key, reads_only=reads_only)) as connection:
            database.refuse_foreign(database.number(connection, "application_id"), VERSION, STORE_ID)
            refuse_foreign_schema(connection)
            yield PhotoStore(connection)


def all_names(folder: Path) -> list[str]:
    """The photo file of a folder, then those that were set aside because the key did not fit, or as damaged."""
    return [each.path.name for each in named_in(folder) if each.kind is Kind.PHOTOS]


@contextmanager
def all_opened(folder: Path, key: "Key | None") -> Iterator["PhotoFiles"]:
    """Every photo file of a folder that can be read: those in the open, and those that the key opens."""
    with ExitStack() as stack:
        stores = []
        for name in all_names(folder):
            with suppress(JournalUnavailable, *READING_ERRORS):
                fitting = None if database.is_in_the_open(folder / name) else key
                stores.append(stack.enter_context(opened(folder, fitting, reads_only=True, name=name)))
        yield PhotoFiles(stores)


class PhotoFiles:
    """The photos of several files at once, to be read."""

    def __init__(self, stores: list[PhotoStore]) -> None:
        self._stores = stores

    def forgotten(self) -> set[str]:
        """Of the photos that were taken out of any of them for good."""
        return {name for store in self._stores for name in store.forgotten()}

    def pictures(self, name: str) -> Pictures:
        """The pictures of a photo from the first file that has it whole; none when no file has."""
        found: Pictures = {}
        for store in self._stores:
            found = store.pictures(name) or found
            if are_whole(name, found):
                break
        return found


def refuse_foreign_schema(connection: "Connection") -> None:
    """To the letter what is made here: anything else may be code that runs when it is read.

    Raises ``JournalUnavailable`` (``NOT_A_JOURNAL``).
    """
    for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"):
        if sql not in _TABLES:
            raise JournalUnavailable(Trouble.NOT_A_JOURNAL, NAME)


def _make(path: Path, key: "Key | None") -> None:
    path.touch(mode=database.FILE_MODE)
    with closing(database.connect(path, key)) as connection:
        connection.execute("BEGIN")
        connection.execute("PRAGMA auto_vacuum=INCREMENTAL")  # it writes at once: outside, a file of nobody's
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={STORE_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
