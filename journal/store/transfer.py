"""A journal carried out into a folder and in again, exactly: JSON and picture files for programs, CSV for people.

What leaves is the owner's own full copy, photos byte for byte with their camera data, and is not encrypted.
"""

import csv
import json
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from journal.domain.backup import Contents
from journal.domain.errors import JournalUnavailable, TransferFault, TransferRefused, Trouble
from journal.domain.photo import Copy
from journal.domain.record import numbered
from journal.store import database, rows, tally
from journal.store.journal_store import JournalStore
from journal.store.photo_rows import photo_of
from journal.store.rows import Row, Table
from journal.store.transfer_form import (
    FORMAT,
    JSON_FILE,
    PHOTOS_FOLDER,
    READ_VERSIONS,
    VERSION,
    picture_name,
    row_out,
    rows_in,
)
from journal.store.trouble import told

JSON_BYTES_MAX = 500_000_000
PICTURE_BYTES_MAX = 200_000_000
FILE_MODE = 0o600
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Source: OWASP, "CSV Injection"; the last four are the full-width forms."""


def export_journal(store: JournalStore, folder: Path) -> None:
    """Write the whole journal, bin and earlier versions too, into a folder that is not there yet or empty.

    The folder appears whole or not at all. Raises ``JournalUnavailable`` (``NOT_EMPTY`` when something lies in it).
    """
    with told(folder):
        if folder.is_dir() and any(folder.iterdir()):
            raise JournalUnavailable(Trouble.NOT_EMPTY)
        if not folder.parent.is_dir():
            raise JournalUnavailable(Trouble.FOLDER_GONE)
        part = Path(tempfile.mkdtemp(prefix=".export-", dir=folder.parent))
        try:
            _export(store, part)
            if folder.is_dir():
                folder.rmdir()
            part.rename(folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


def _export(store: JournalStore, folder: Path) -> None:
    (folder / PHOTOS_FOLDER).mkdir(mode=database.FOLDER_MODE)
    if store.is_new:
        _write_files(folder, {table.name: [] for table in rows.SMALL_TABLES}, {})
        return
    with database.snapshot(store.connection, store.path):
        tables = {table.name: store.stored(table) for table in rows.SMALL_TABLES}
        hashes: dict[str, str] = {}
        for row in tables[rows.PHOTO.name]:
            for name, data in _pictures(store, row):
                _write(folder / PHOTOS_FOLDER / name, data)
                hashes[name] = sha256(data).hexdigest()
    _write_files(folder, tables, hashes)


def _pictures(store: JournalStore, row: Row) -> Iterator[tuple[str, bytes]]:
    photo = photo_of(row)
    for copy in Copy:
        yield picture_name(photo.id, copy, photo.media_type), store.photo_bytes(photo.id, copy)


def _write_files(folder: Path, tables: dict[str, list[Row]], hashes: dict[str, str]) -> None:
    data = {
        "format": FORMAT,
        "version": VERSION,
        "tables": {table.name: [row_out(table, row) for row in tables[table.name]] for table in rows.SMALL_TABLES},
        "pictures": hashes,
    }
    _write(folder / JSON_FILE, json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8"))
    _write_csv(folder / "entries.csv", _entry_lines(tables[rows.ENTRY.name]))
    _write_csv(folder / "treatments.csv", _treatment_lines(tables[rows.TREATMENT.name]))


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        path.chmod(FILE_MODE)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _write_csv(path: Path, lines: Iterable[Iterable[object]]) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        path.chmod(FILE_MODE)
        csv.writer(file).writerows([_plain(value) for value in line] for line in lines)


def _plain(value: object) -> object:
    """What a spreadsheet would take for a formula begins with an apostrophe; the JSON has it as it was written."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _entry_lines(stored: list[Row]) -> Iterator[Iterable[object]]:
    yield (
        "date",
        "redness",
        "sensitivity",
        "done",
        "not_done",
        "symptoms",
        "symptoms_asked",
        "note",
        "recorded",
        "edited",
        "entered_at",
    )
    for entry in map(rows.entry_of, stored):
        yield (
            entry.day.isoformat(),
            entry.redness,
            entry.sensitivity,
            " ".join(habit for habit, answer in entry.habits.items() if answer),
            " ".join(habit for habit, answer in entry.habits.items() if not answer),
            " ".join(sorted(entry.symptoms)),
            _yes(entry.symptoms_asked),
            entry.note,
            entry.recorded,
            _yes(entry.edited),
            entry.entered_at.isoformat(),
        )


def _treatment_lines(stored: list[Row]) -> Iterator[Iterable[object]]:
    yield ("number", "at", "slot", "depth_mm", "rf", "areas", "with", "provider", "note")
    for treatment in numbered(rows.treatment_of(row) for row in stored if row[-1] is None):
        yield (
            treatment.number,
            treatment.at.isoformat(),
            treatment.slot,
            treatment.depth_mm,
            _yes(treatment.rf),
            ", ".join(treatment.areas),
            ", ".join(treatment.add_ons),
            treatment.provider,
            treatment.note,
        )


def _yes(value: bool) -> str:  # noqa: FBT001 a value to be written, not a switch
    return "yes" if value else "no"


def coming(folder: Path) -> Contents:
    """What a folder would bring, counted; its pictures are not looked at yet. Raises ``TransferRefused``."""
    tables, _ = _read(folder)
    days = [entry.day for entry in map(rows.entry_of, tables[rows.ENTRY.name]) if not entry.is_empty]
    photos = [row for row in tables[rows.PHOTO.name] if row[-1] is None]
    return Contents(days=len(days), photos=len(photos), last_day=max(days, default=None))


def has_anything(store: JournalStore) -> bool:
    """Whether an import would have to take something's place."""
    return not store.is_new and any(_has_rows(store, table) for table in rows.SMALL_TABLES)


def import_journal(store: JournalStore, folder: Path, *, replace: bool) -> None:
    """Take an exported folder in, whole or not at all.

    Into a journal that has anything in it only with ``replace``, which takes the place of all of it. Raises
    ``JournalUnavailable`` (``NOT_EMPTY``), ``TransferRefused``.
    """
    tables, hashes = _read(folder)
    for row in tables[rows.PHOTO.name]:
        for _ in _checked_pictures(folder, row, hashes):
            pass  # seen whole before anything is touched: a refused folder makes no file
    with store.transaction():
        if not replace and any(_has_rows(store, table) for table in rows.SMALL_TABLES):
            raise JournalUnavailable(Trouble.NOT_EMPTY)
        for name in (rows.PICTURE, *(table.name for table in reversed(rows.SMALL_TABLES))):
            store.connection.execute(f"DELETE FROM {name}")
        for table in rows.SMALL_TABLES:
            put = [(*row, rows.checksum(row)) for row in tables[table.name]]
            store.connection.executemany(table.put, put)
        tally.note(store.connection)
        for row in tables[rows.PHOTO.name]:
            for copy, data in _checked_pictures(folder, row, hashes):
                store.put_picture(int(row[0] or 0), copy, data)


def _has_rows(store: JournalStore, table: Table) -> bool:
    return store.connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone() is not None


def _checked_pictures(folder: Path, row: Row, hashes: dict[str, str]) -> Iterator[tuple[Copy, bytes]]:
    photo = photo_of(row)
    for copy in Copy:
        name = picture_name(photo.id, copy, photo.media_type)
        data = _bytes_of(folder / PHOTOS_FOLDER / name, PICTURE_BYTES_MAX)
        is_original = copy is Copy.ORIGINAL
        expected = photo.sha256 if is_original else hashes.get(name)
        if data is None or sha256(data).hexdigest() != expected or (is_original and len(data) != photo.bytes):
            raise TransferRefused(TransferFault.PICTURE, name)
        yield copy, data


def _read(folder: Path) -> tuple[dict[str, list[Row]], dict[str, str]]:
    data = _json_of(folder)
    if data.get("format") != FORMAT:
        raise TransferRefused(TransferFault.NOT_AN_EXPORT, JSON_FILE)
    version = data.get("version")
    if version not in READ_VERSIONS:
        raise TransferRefused(TransferFault.NEWER, JSON_FILE)
    found, hashes = data.get("tables"), data.get("pictures")
    if not isinstance(found, dict) or not isinstance(hashes, dict):
        raise TransferRefused(TransferFault.FAULTY, JSON_FILE)
    tables = {table.name: rows_in(table, found.get(table.name), version) for table in rows.SMALL_TABLES}
    _refuse_contradictions(tables)
    return tables, {str(name): str(value) for name, value in hashes.items()}


def _refuse_contradictions(tables: dict[str, list[Row]]) -> None:
    photos = [photo_of(row).sha256 for row in tables[rows.PHOTO.name]]
    if len(set(photos)) != len(photos):
        raise TransferRefused(TransferFault.FAULTY, f"{rows.PHOTO.name}: sha256 twice")
    if any(row[0] != rows.PROFILE_ID for row in tables[rows.PROFILE.name]):
        raise TransferRefused(TransferFault.FAULTY, rows.PROFILE.name)


def _json_of(folder: Path) -> dict[str, Any]:
    text = _bytes_of(folder / JSON_FILE, JSON_BYTES_MAX)
    if text is None:
        raise TransferRefused(TransferFault.NOT_AN_EXPORT, JSON_FILE)
    try:
        data = json.loads(text.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise TransferRefused(TransferFault.NOT_AN_EXPORT, JSON_FILE) from error
    if not isinstance(data, dict):
        raise TransferRefused(TransferFault.NOT_AN_EXPORT, JSON_FILE)
    return data


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _bytes_of(path: Path, most: int) -> bytes | None:
    """The bytes of a plain file; None for what is missing, no plain file, a link, too large or unreadable."""
    try:
        status = path.lstat()
        leads_out = path.parent.name == PHOTOS_FOLDER and path.parent.is_symlink()
        if leads_out or not stat.S_ISREG(status.st_mode) or status.st_size > most:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None
