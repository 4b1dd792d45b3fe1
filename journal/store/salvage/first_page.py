"""An encrypted file whose first page is gone: its other pages under a first page made anew, in a copy.

The first page names where each table begins. Journals are laid out in few ways, by how their file came to be; each way
is tried, and rows tell by their checksums which one was right. The damaged file is only read.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journal.store import database, opening, rows, traces
from journal.store.backups import day_log, files
from journal.store.backups.day_log import make_journal
from journal.store.backups.photo_store import PhotoFiles
from journal.store.key import PAGE_BYTES, salt_of
from journal.store.traces import FRESH, LAYOUT, PAGES
from journal.store.trouble import READING_ERRORS

if TYPE_CHECKING:
    from sqlite3 import Connection

    from journal.store.key import Key

    Layout = Callable[[Path, "Key"], None]

BLOB_BYTES = 500_000_000
_FILLING = f"INSERT INTO {rows.PICTURE} (photo_id, copy, data, checksum) VALUES (-1 - ?, 'original', zeroblob(?), 0)"
"""Of no photo. A table of its own would make the list of tables another one, and that does not lie on one page."""


def opens(path: Path, key: "Key") -> bool:
    """Whether the engine can begin to read the file."""
    try:
        with closing(database.connect(path, key, reads_only=True)) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    except READING_ERRORS:
        return False


@contextmanager
def replaced(source: Path, beside: Path, key: "Key") -> Iterator[Path]:
    """A copy of ``source`` beside ``beside`` under the first page that most rows fit; gone at the end.

    Raises ``OSError``, the engine's errors when there is no room.
    """
    with ExitStack() as stack:
        work = stack.enter_context(files.part_file(beside, ending=PAGES))
        shutil.copyfile(source, work)
        best, most = b"", 0
        for layout in _layouts(source):
            page = _made(layout, beside, key, source.stat().st_size // PAGE_BYTES)
            found = 0 if not page else _sound_rows(work, key, page)
            if found > most:
                best, most = page, found
        _put(work, best)
        yield work


def _layouts(source: Path) -> "Iterator[Layout]":
    """The ways in which a journal's file is laid out, those of its own older copies first."""
    for older in traces.beside(source, traces.WHOLE):
        yield _Older(older)
    yield from (_fresh, _exported, _put_together)


class _Older:
    """As an older copy under the same key lies."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, part: Path, key: "Key") -> None:
        if salt_of(self._path) == key.salt and opens(self._path, key):
            shutil.copyfile(self._path, part)


def _fresh(part: Path, key: "Key") -> None:
    """As a new journal is made."""
    opening.open_existing(part, key).close()


def _exported(part: Path, key: "Key") -> None:
    """As one lies whose passphrase was set, changed or removed: see ``rekeying``."""
    with files.part_file(part, ending=FRESH) as fresh:
        _fresh(fresh, key)
        with closing(database.connect(fresh, key)) as connection:
            connection.execute("ATTACH ? AS made KEY ?", (str(part), key.literal))
            connection.execute("PRAGMA made.auto_vacuum=INCREMENTAL")
            connection.execute("SELECT sqlcipher_export('made')")
            connection.execute("DETACH made")


def _put_together(part: Path, key: "Key") -> None:
    """As one lies that was restored from a day's backup."""
    with files.part_file(part, ending=FRESH) as fresh:
        _fresh(fresh, key)
        with closing(database.connect(fresh, key)) as connection:
            day_log.write_log(connection, part, key)
        make_journal(part, key, PhotoFiles([]))


def _made(layout: "Layout", beside: Path, key: "Key", pages: int) -> bytes:
    """The first page of a file laid out like this and with at least so many pages, and how many; empty when there is
    none like this.

    A first page that names fewer pages than there are would keep the engine from the rest.
    """
    with files.part_file(beside, ending=LAYOUT) as part:
        layout(part, key)
        if part.stat().st_size == 0:
            return b""
        with closing(database.connect(part, key)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute("PRAGMA ignore_check_constraints=ON")
            while (missing := pages - database.number(connection, "page_count")) >= 0:
                connection.execute(_FILLING, (missing, min(BLOB_BYTES, (missing + 2) * PAGE_BYTES)))
            count = database.number(connection, "page_count")
        with part.open("rb") as file:
            return file.read(PAGE_BYTES) + count.to_bytes(8, "big")


def _put(work: Path, page: bytes) -> None:
    """The page, and room behind the file for as many pages as it names: nothing leads there, so they are never read."""
    with work.open("r+b") as file:
        file.write(page[:PAGE_BYTES])
        file.seek(0, os.SEEK_END)
        file.truncate(max(file.tell(), int.from_bytes(page[PAGE_BYTES:], "big") * PAGE_BYTES))


def _sound_rows(work: Path, key: "Key", page: bytes) -> int:
    """How many rows of the small tables are what was written, under this first page."""
    _put(work, page)
    try:
        with closing(database.connect(work, key, reads_only=True)) as connection:
            connection.execute("PRAGMA cell_size_check=OFF")
            connection.execute("PRAGMA writable_schema=ON")
            return sum(_sound_of(connection, table) for table in rows.SMALL_TABLES)
    except READING_ERRORS:
        return 0  # laid out in another way


def _sound_of(connection: "Connection", table: rows.Table) -> int:
    found = 0
    columns = ", ".join(table.columns)
    try:
        for *values, checksum in connection.execute(f"SELECT {columns}, checksum FROM {table.name} NOT INDEXED"):
            found += rows.checksum(values) == checksum
    except READING_ERRORS:
        return found
    return found
