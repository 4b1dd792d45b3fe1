"""What the file says of its tables: every change keeps it, and a page that hides rows is told by it."""

import itertools
import tracemalloc
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from journal import changes
from journal.domain.backup import FaultKind
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.emptying import Emptying
from journal.error_words import fault_text
from journal.keeping import salvage_journal
from journal.store import checking, database, rows, tally
from journal.store.backups import daily
from journal.store.backups.restoring import restore
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from journal.store.key import Key
from journal.store.rekeying import rekey
from journal.store.transfer import export_journal, import_journal
from tests.builders import default_curve, default_plan
from tests.store.journals import FIRST, NOW, content, opened
from tests.store.newer import filled_with_all
from tests.store.test_key import KEY
from tests.torture.damage import EMPTY as EMPTY_LEAF
from tests.torture.damage import PAGE

EMPTY_INDEX = bytes([0x0A, 0, 0, 0, 0, 0x10, 0, 0]).ljust(PAGE, b"\0")
TABLES = [table.name for table in rows.SMALL_TABLES]
UNINDEXED = [rows.TREATMENT.name, rows.BASELINE.name, rows.PROFILE.name, rows.PLAN.name, rows.ACKNOWLEDGEMENT.name]
"""The engine has nothing beside these tables to hold them against."""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    filled_with_all(tmp_path / "my.journal")
    return tmp_path / "my.journal"


def page_of(journal: Path, name: str, key: Key | None = None) -> slice:
    with opened(journal, key) as (store, _):
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = store.connection.execute(sql, (name,)).fetchone()
    return slice((root - 1) * PAGE, root * PAGE)


def put(journal: Path, page: slice, new: bytes) -> None:
    data = bytearray(journal.read_bytes())
    assert data[page] != new
    data[page] = new
    journal.write_bytes(data)


def refusal(journal: Path, key: Key | None = None) -> JournalUnavailable:
    """Of whatever reads all of a journal."""
    with pytest.raises(JournalUnavailable) as caught:
        all_rows(journal, key)
    return caught.value


def found_faults(journal: Path, key: Key | None = None) -> set[tuple[str, FaultKind]]:
    found = faults_of_file(journal, key)
    assert all(fault_text(fault) for fault in found)
    return {(fault.where, fault.kind) for fault in found}


def all_rows(journal: Path, key: Key | None = None) -> dict[str, list[rows.Row]]:
    with closing(JournalStore.open(journal, create=False, key=key)) as store:
        return {table.name: store.stored(table) for table in rows.SMALL_TABLES}


def all_rows_but(journal: Path, gone: str) -> dict[str, list[rows.Row]]:
    with closing(JournalStore.open(journal, create=False)) as store:
        return {table.name: store.stored(table) for table in rows.SMALL_TABLES if table.name != gone}


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_page_in_the_place_of_a_tables_page_is_refused(journal: Path, table: str) -> None:
    put(journal, page_of(journal, table), EMPTY_LEAF)

    assert refusal(journal).trouble is Trouble.DAMAGED
    assert (table, FaultKind.ROWS) in found_faults(journal)


@pytest.mark.parametrize("table", UNINDEXED)
def test_a_salvage_names_a_table_whose_rows_are_gone(journal: Path, table: str) -> None:
    before = all_rows(journal)
    put(journal, page_of(journal, table), EMPTY_LEAF)

    lost = salvage_journal(journal, journal.with_name("new.journal"), NOW).lost

    assert [fault.where for fault in lost] == [table]
    assert all_rows(journal.with_name("new.journal")) == {**before, table: []}
    assert found_faults(journal.with_name("new.journal")) == set()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize("name", ["entry", "entry_version", "tally"])
def test_a_page_as_it_was_before_the_last_change_is_refused(tmp_path: Path, name: str, key: Key | None) -> None:
    path = tmp_path / "my.journal"
    filled_with_all(path, key)
    page, before = page_of(path, name, key), path.read_bytes()
    with opened(path, key) as (store, record):
        changes.perform(store, record, changes.log(record, FIRST, Answers(note="another"), NOW), NOW)
    put(path, page, before[page])

    assert refusal(path, key).trouble is Trouble.DAMAGED
    assert found_faults(path, key)


def test_a_tally_that_is_gone_is_told_and_costs_nothing(journal: Path) -> None:
    before = all_rows(journal)
    put(journal, page_of(journal, rows.TALLY.name), EMPTY_LEAF)

    told = refusal(journal)
    assert (told.trouble, told.detail) == (Trouble.DAMAGED, rows.TALLY.name)
    assert found_faults(journal) == {(rows.TALLY.name, FaultKind.DIFFERS)}
    assert salvage_journal(journal, journal.with_name("new.journal"), NOW).lost == ()
    assert all_rows(journal.with_name("new.journal")) == before


@pytest.mark.parametrize(
    "text", ["[" * 1_000 + "]" * 1_000, "[" * 100_000, " " * 10_000_000 + "{}", '{"entry":[1e999,0]}']
)
def test_a_tally_from_elsewhere_is_refused_whatever_it_says(journal: Path, text: str) -> None:
    with closing(database.connect(journal)) as connection:
        row = (tally.ID, text)
        connection.execute("UPDATE tally SET counts = ?, checksum = ?", (text, rows.checksum(row)))

    told = refusal(journal)
    assert (told.trouble, told.detail) == (Trouble.DAMAGED, rows.TALLY.name)
    assert found_faults(journal) == {(rows.TALLY.name, FaultKind.DIFFERS)}
    assert salvage_journal(journal, journal.with_name("new.journal"), NOW).lost == ()


def test_a_tally_of_ten_years_is_far_from_too_long(journal: Path) -> None:
    most = tally.Count(10**9, 10**9 * 2**32)
    text = rows.json_text(dict.fromkeys(TABLES, most))

    assert 3 * len(text) < tally.TEXT_MAX
    assert tally.noted_in((tally.ID, text, rows.checksum((tally.ID, text)))) == dict.fromkeys(TABLES, most)


def test_a_salvage_without_the_first_page_takes_no_tally_from_elsewhere(journal: Path) -> None:
    with closing(database.connect(journal)) as connection:
        row = (tally.ID, "[" + "[]," * 3_000_000 + "[]]")
        connection.execute("UPDATE tally SET counts = ?, checksum = ?", (row[1], rows.checksum(row)))
    put(journal, slice(0, PAGE), bytes(PAGE))

    tracemalloc.start()
    lost = salvage_journal(journal, journal.with_name("new.journal"), NOW).lost
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert {fault.where for fault in lost} >= set(TABLES)
    assert most < 100_000_000


def test_a_salvage_names_a_table_whose_rows_are_old_beside_those_that_are_gone(journal: Path) -> None:
    page, before = page_of(journal, rows.ENTRY.name), journal.read_bytes()
    with opened(journal) as (store, record):
        for day in (FIRST, FIRST.replace(day=1)):
            changes.perform(store, record, changes.log(record, day, Answers(note="another"), NOW), NOW)
    put(journal, page, before[page])

    lost = salvage_journal(journal, journal.with_name("new.journal"), NOW).lost

    assert [(fault.where, fault.kind) for fault in lost] == [
        ("entry 2026-11-01", FaultKind.UNREADABLE),
        ("entry", FaultKind.ROWS),
    ]


def test_a_salvage_names_a_table_in_whose_place_as_many_other_rows_lie(journal: Path) -> None:
    a_bin_emptied(journal)  # leaves the treatments 1 and 3, and the plans are 1 and 2
    data = journal.read_bytes()
    put(journal, page_of(journal, rows.TREATMENT.name), data[page_of(journal, rows.PLAN.name)])
    before = all_rows_but(journal, rows.TREATMENT.name)

    lost = salvage_journal(journal, journal.with_name("new.journal"), NOW).lost

    assert (rows.TREATMENT.name, FaultKind.ROWS) in {(fault.where, fault.kind) for fault in lost}
    assert all_rows(journal.with_name("new.journal")) == {**before, rows.TREATMENT.name: []}


def test_a_salvage_without_the_first_page_says_that_nothing_is_lost(journal: Path) -> None:
    before = all_rows(journal)
    put(journal, slice(0, PAGE), bytes(PAGE))

    lost = salvage_journal(journal, journal.with_name("new.journal"), NOW).lost

    assert [fault for fault in lost if not fault.where.startswith("photo ")] == []
    assert all_rows(journal.with_name("new.journal")) == before


def test_nothing_is_written_over_a_tally_that_is_gone(journal: Path) -> None:
    with opened(journal) as (store, record):
        store.connection.execute("DELETE FROM tally")
        with pytest.raises(JournalUnavailable) as caught:
            changes.perform(store, record, changes.log(record, FIRST, Answers(redness=1), NOW), NOW)

    assert caught.value.trouble is Trouble.DAMAGED


def test_photos_of_a_day_are_refused_where_the_index_of_days_names_fewer(journal: Path) -> None:
    put(journal, page_of(journal, "idx_photo_day"), EMPTY_INDEX)

    with closing(JournalStore.open(journal, create=False)) as store:
        facts = store.load(default_plan(), default_curve(), late_photos=True)
        with pytest.raises(JournalUnavailable) as caught:
            facts.photos.on(FIRST)
    assert caught.value.trouble is Trouble.DAMAGED


@pytest.mark.parametrize("other", [rows.ENTRY_VERSION.name, rows.ENTRY.name, rows.TREATMENT.name])
def test_photos_of_a_day_are_refused_where_other_rows_lie(journal: Path, other: str) -> None:
    data = journal.read_bytes()
    put(journal, page_of(journal, rows.PHOTO.name), data[page_of(journal, other)])

    with closing(JournalStore.open(journal, create=False)) as store:
        facts = store.load(default_plan(), default_curve(), late_photos=True)
        with pytest.raises(JournalUnavailable) as caught:
            facts.photos.on(FIRST)
    assert caught.value.trouble is Trouble.DAMAGED


class Meanwhile:
    """Another program's changes, one after each time that the check asks for the tally, for which there is a note."""

    def __init__(self, journal: Path, notes: Iterable[str | None], patch: pytest.MonkeyPatch) -> None:
        self._journal = journal
        self._notes = iter(notes)
        self._noted = tally.noted
        self._patch = patch
        patch.setattr(tally, "noted", self)

    def __call__(self, connection: Any) -> Any:
        said = self._noted(connection)
        note = next(self._notes, None)
        if note is not None:
            self._patch.setattr(tally, "noted", self._noted)
            with opened(self._journal) as (store, record):
                changes.perform(store, record, changes.log(record, FIRST, Answers(note=note), NOW), NOW)
            self._patch.setattr(tally, "noted", self)
            connection.execute("PRAGMA shrink_memory")  # what a large journal pushes out of it by itself
        return said


def test_a_change_of_another_program_during_a_check_is_no_damage(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Meanwhile(journal, [None, "changed meanwhile"], monkeypatch)

    assert faults_of_file(journal) == ()
    with opened(journal) as (_, record):
        assert record.facts.entries[FIRST].note == "changed meanwhile"


def test_a_check_says_so_when_another_program_never_stops_writing(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Meanwhile(journal, map(str, itertools.count()), monkeypatch)

    with pytest.raises(JournalUnavailable) as caught:
        faults_of_file(journal)
    assert caught.value.trouble is Trouble.LOCKED


def a_bin_emptied(path: Path) -> Path:
    emptying = Emptying(path, None)
    emptied = emptying.empty({item.name for item in emptying.items()}, backups=False)
    assert emptied.items
    return path


def an_import(path: Path) -> Path:
    with opened(path) as (store, _):
        export_journal(store, path.with_name("out"))
    other = path.with_name("other.journal")
    with opened(other) as (store, record):
        changes.perform(store, record, changes.log(record, FIRST, Answers(redness=1), NOW), NOW)
        import_journal(store, path.with_name("out"), replace=True)
    return other


def a_restore(path: Path) -> Path:
    with opened(path) as (store, _):
        made = daily.back_up(store.connection, path, NOW, None)
    assert made is not None
    restore(path, made.path, NOW)
    return path


def a_passphrase(path: Path) -> Path:
    rekey(path, None, KEY)
    rekey(path, KEY, None)
    return path


def a_salvage(path: Path) -> Path:
    salvage_journal(path, path.with_name("new.journal"), NOW)
    return path.with_name("new.journal")


def an_update(path: Path) -> Path:
    old = path.with_name("old.journal")
    with closing(dbapi2.connect(str(old))) as connection:
        connection.executescript((Path(__file__).parent / "schemas" / "2.sql").read_text(encoding="utf-8"))
    return old


@pytest.mark.parametrize("done", [Path, a_bin_emptied, an_import, a_restore, a_passphrase, a_salvage, an_update])
def test_the_tally_is_right_after(journal: Path, done: Callable[[Path], Path]) -> None:
    path = done(journal)

    with opened(path) as (store, record):
        assert any(content(record))
        said = tally.noted(store.connection)
        assert said == {table.name: tally.reckoned(store.connection, table) for table in rows.SMALL_TABLES}
        assert said["entry"].rows > 0


def test_an_older_file_is_sound_without_one_and_not_replaced_while_it_is_written(journal: Path) -> None:
    path = an_update(journal)

    with closing(database.connect(path)) as connection:
        assert checking.quick_faults(connection, path) == ()
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalUnavailable) as caught:
            restore(path, journal, NOW)
    assert caught.value.trouble is Trouble.LOCKED


def test_an_older_file_has_none_and_is_left_so(journal: Path) -> None:
    path = an_update(journal)
    with closing(database.connect(path)) as connection:
        tally.delete(connection, rows.TREATMENT, [1])

        assert not tally.is_kept(connection)
        assert tally.reckoned(connection, rows.TREATMENT).rows == 2
