"""A journal that is empty or gone beside what is left of it is no new one; one begun anew mixes with nothing old."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.backups import daily, place
from journal.store.backups.anew import begin_anew
from journal.store.backups.restoring import restore
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, filled, opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    filled(tmp_path / "here" / "my.journal")
    return tmp_path / "here" / "my.journal"


def back_up(path: Path, days: int = 0) -> None:
    with opened(path) as (store, _):
        assert daily.back_up(store.connection, path, NOW + timedelta(days=days)) is not None


def trouble(path: Path, *, create: bool = True) -> Trouble:
    with pytest.raises(JournalUnavailable) as refused:
        JournalStore.open(path, create=create)
    return refused.value.trouble


def emptied(path: Path, how: str) -> None:
    path.unlink()
    if how == "empty":
        path.touch()


@pytest.mark.parametrize("how", ["empty", "gone"])
@pytest.mark.parametrize("create", [True, False])
def test_beside_its_backups_it_is_no_new_journal(path: Path, how: str, create: bool) -> None:
    back_up(path)
    emptied(path, how)
    assert trouble(path, create=create) is Trouble.EMPTIED


@pytest.mark.parametrize(
    "name", ["my.journal-wal", "my.journal.before-2", "my.journal.before-restore-2026-11-20-120000"]
)
def test_a_log_or_an_older_copy_tells_of_it_too(path: Path, name: str) -> None:
    emptied(path, "empty")
    path.with_name(name).write_bytes(b"something")
    assert trouble(path) is Trouble.EMPTIED


def test_so_does_the_note_of_a_check_and_a_folder_elsewhere(path: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    place.choose(path, tmp_path / "disk")
    emptied(path, "empty")
    JournalStore.open(path, create=True).close()  # a chosen folder alone says nothing of a journal
    path.unlink()
    filled(path)
    back_up(path)
    emptied(path, "gone")
    assert trouble(path) is Trouble.EMPTIED


@pytest.mark.parametrize("name", ["other.journal.before-2", "my.journal.txt", "my.journal.new", "my.journal-journal"])
def test_what_is_not_of_it_makes_a_file_of_no_bytes_no_old_journal(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"something")
    with opened(tmp_path / "my.journal") as (store, record):
        assert store.is_new
        assert record.is_empty


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_new_journal_leaves_the_old_backups_alone(path: Path, tmp_path: Path, elsewhere: bool) -> None:
    if elsewhere:
        (tmp_path / "disk").mkdir()
        place.choose(path, tmp_path / "disk")
    back_up(path)
    old = place.backup_folder(path)
    (before,) = daily.backups_of(path)
    emptied(path, "empty")
    path.with_name("my.journal-wal").write_bytes(b"the log")
    aside = begin_anew(path, NOW)
    assert aside is not None
    assert (aside == old) is elsewhere
    assert [each.read_bytes() for each in path.parent.glob("my.journal.emptied-*-wal")] == [b"the log"]
    path.unlink()
    filled(path)
    for days in range(40):
        back_up(path, days)
    assert place.backup_folder(path) not in (aside, old if elsewhere else None)
    assert (place.chosen_folder(path) is not None) is elsewhere
    earlier = [each for each in daily.backups_of(path) if each.is_earlier]
    assert [each.path for each in earlier] == [aside / before.path.name]
    restored = restore(path, earlier[0].path, NOW)
    assert restored.contents == before.contents


def test_nothing_is_begun_where_a_journal_is(path: Path) -> None:
    with pytest.raises(JournalUnavailable) as refused:
        begin_anew(path, NOW)
    assert refused.value.trouble is Trouble.NOT_EMPTY
