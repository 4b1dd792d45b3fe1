"""Damage done to a journal file, and the judgement: opened rightly, or refused and salvaged; never silently wrong."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum, auto
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import BackupRefused, JournalError
from journal.domain.photo import View
from journal.keeping import salvage_journal
from journal.photos.intake import prepare
from journal.store import rows
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from journal.store.key import Key
from tests.store.journals import NOW, TODAY, filled, opened

PAGE = 4096
EMPTY = bytes([0x0D, 0, 0, 0, 0, PAGE >> 8, 0, 0]).ljust(PAGE, b"\0")
"""The page of a table without rows."""
SMALL_PAGES = 30
"""The small tables of ``small_journal`` lie within so many pages; photos lie behind them."""

Rows = dict[str, dict[object, tuple[object, ...]]]


class Outcome(StrEnum):
    """What became of a damaged file."""

    SOUND = auto()
    SALVAGED = auto()
    LOST_SOMETHING = auto()
    """Salvaged, with losses that are all named."""
    REFUSED = auto()
    """Nothing of a journal was left."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A sound journal: its bytes and every row of its small tables."""

    data: bytes
    rows: Rows
    key: Key | None


def small_journal(folder: Path, key: Key | None = None, *, days: int = 80, photos: int = 4) -> Whole:
    """Some of everything, with enough days that its tables have upper pages."""
    path = folder / "whole.journal"
    filled(path, key=key)
    with opened(path, key) as (store, before):
        record = before
        for back in range(days):
            answers = Answers(redness=back % 11, note="words " * 12)
            change = changes.log(record, TODAY - timedelta(days=back), answers, NOW)
            record, _ = changes.perform(store, record, change, NOW)
        for number in range(photos):
            day = TODAY - timedelta(days=number)
            changes.keep_photo(store, prepare(picture(number), "a.jpg"), day, View.FRONT, NOW)
    return Whole(path.read_bytes(), all_rows(path, key), key)


@cache
def picture(number: int) -> bytes:
    """A small JPEG, another for each number."""
    stream = BytesIO()
    Image.effect_noise((160, 120 + number), 60).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()


def all_rows(path: Path, key: Key | None = None) -> Rows:
    store = JournalStore.open(path, create=False, key=key)
    try:
        return {table.name: {row[0]: row for row in store.stored(table)} for table in rows.SMALL_TABLES}
    finally:
        store.close()


def flipped_bits(whole: Whole, chance: random.Random, count: int) -> Iterator[bytes]:
    """One bit changed: half of them among the small tables, half anywhere."""
    for number in range(count):
        data = bytearray(whole.data)
        place = chance.randrange(min(len(data), SMALL_PAGES * PAGE) if number % 2 else len(data))
        data[place] ^= 1 << chance.randrange(8)
        yield bytes(data)


def spoiled_pages(whole: Whole, chance: random.Random, count: int) -> Iterator[bytes]:
    """One page overwritten by noise, nothing or an empty one, the first pages oftener; or the file cut off there."""
    pages = len(whole.data) // PAGE
    for number in range(count):
        place = PAGE * chance.randrange(min(pages, SMALL_PAGES) if number % 2 else pages)
        kind = number % 7
        if kind == 4:
            place = max(place, PAGE)  # a file of no bytes is a new journal
        filler = (bytes(PAGE), chance.randbytes(PAGE), bytes(PAGE), chance.randbytes(PAGE), b"", EMPTY, EMPTY)[kind]
        rest = b"" if kind == 4 else whole.data[place + PAGE :]
        yield whole.data[:place] + filler + rest


def judged(folder: Path, whole: Whole, damaged: bytes) -> Outcome:
    """What becomes of a damaged file. Raises ``AssertionError`` for anything silently wrong; nothing else may come."""
    path, new = folder / "damaged.journal", folder / "new.journal"
    for old in folder.glob("*damaged.journal*"):
        old.unlink()
    new.unlink(missing_ok=True)
    path.write_bytes(damaged)
    try:
        is_sound = not faults_of_file(path, whole.key)
    except JournalError:
        is_sound = False
    assert path.read_bytes() == damaged, "a damaged file was written to"
    if is_sound:
        assert all_rows(path, whole.key) == whole.rows
        return Outcome.SOUND
    _assert_nothing_opens_wrong(path, whole)
    path.write_bytes(damaged)
    try:
        found = salvage_journal(path, new, NOW, whole.key)
    except BackupRefused:
        return Outcome.REFUSED
    assert faults_of_file(new, whole.key) == ()
    _assert_losses_are_named(whole, all_rows(new, whole.key), {fault.where for fault in found.lost})
    return Outcome.LOST_SOMETHING if found.lost else Outcome.SALVAGED


def _assert_nothing_opens_wrong(path: Path, whole: Whole) -> None:
    """Opened it is right, or refused."""
    try:
        store, _ = changes.open_journal(path, create=False, key=whole.key)
    except JournalError:
        return
    try:
        read = {table.name: {row[0]: row for row in store.stored(table)} for table in rows.SMALL_TABLES}
    except JournalError:
        return
    finally:
        store.close()
    assert read == whole.rows, "opened with other rows"


def _assert_losses_are_named(whole: Whole, found: Rows, named: set[str]) -> None:
    for table, stored in whole.rows.items():
        for key, row in stored.items():
            there = found[table].get(key)
            if there != row and not (table == rows.PHOTO.name and f"photo {key}" in named):
                assert there is None, f"{table} {key} is not what was written"
                assert f"{table} {key}" in named or table in named, f"{table} {key} was lost without a word"
        if table != rows.PHOTO.name:
            assert found[table].keys() <= stored.keys(), "rows appeared"


def outcomes(folder: Path, whole: Whole, damaged: Iterator[bytes]) -> Counter[Outcome]:
    """How often each outcome came."""
    return Counter(judged(folder, whole, each) for each in damaged)
