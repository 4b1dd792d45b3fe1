"""Pages that give rows which are right and too few: refused when the journal is opened, before anything is shown."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import rows
from journal.store.journal_store import JournalStore
from tests.store.journals import content, opened, reread
from tests.store.newer import filled_with_all

PAGE = 4096
CELL_COUNT = 4
"""The second byte of the count of cells in a page's head."""
TABLES = [table.name for table in rows.SMALL_TABLES if table is not rows.ENTRY_VERSION]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    filled_with_all(tmp_path / "my.journal")
    return tmp_path / "my.journal"


def roots(journal: Path) -> dict[str, int]:
    with opened(journal) as (store, _):
        return dict(store.connection.execute("SELECT name, rootpage FROM sqlite_schema"))


def changed(journal: Path, change: Callable[[bytearray], None]) -> None:
    data = bytearray(journal.read_bytes())
    change(data)
    journal.write_bytes(data)


def refused(journal: Path) -> JournalUnavailable:
    with pytest.raises(JournalUnavailable) as caught:
        reread(journal)
    return caught.value


@pytest.mark.parametrize("table", TABLES)
def test_a_page_that_counts_one_row_less_is_refused(journal: Path, table: str) -> None:
    place = (roots(journal)[table] - 1) * PAGE + CELL_COUNT

    def one_less(data: bytearray) -> None:
        data[place] -= 1

    changed(journal, one_less)

    assert (refused(journal).trouble, refused(journal).detail) == (Trouble.DAMAGED, table)


@pytest.mark.parametrize("table", [name for name in TABLES if name != rows.ENTRY.name])
def test_the_page_of_another_table_in_its_place_is_refused(journal: Path, table: str) -> None:
    there = roots(journal)
    source, target = ((there[name] - 1) * PAGE for name in (rows.ENTRY_VERSION.name, table))

    def misplaced(data: bytearray) -> None:
        data[target : target + PAGE] = data[source : source + PAGE]

    changed(journal, misplaced)

    assert refused(journal).trouble is Trouble.DAMAGED


def test_versions_are_refused_when_they_are_read(journal: Path) -> None:
    place = (roots(journal)[rows.ENTRY_VERSION.name] - 1) * PAGE + CELL_COUNT

    def one_less(data: bytearray) -> None:
        data[place] -= 1

    changed(journal, one_less)

    with closing(JournalStore.open(journal, create=False)) as store, pytest.raises(JournalUnavailable) as caught:
        store.stored(rows.ENTRY_VERSION)
    assert caught.value.trouble is Trouble.DAMAGED


def test_a_sound_journal_opens(journal: Path) -> None:
    assert content(reread(journal))
