"""Whole files kept aside: listed and counted, verified before an update, gone by the stated rule or when removed."""

import os
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.backup import Kept
from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import keeping_of
from journal.store import database, upgrade
from journal.store.backups import daily, kept, place
from journal.store.backups.restoring import restore
from tests.store.journals import NOW, content, filled, opened, reread
from tests.store.test_migrations import NEXT, later


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with a copy from before an update and one that a restore kept."""
    path = tmp_path / "my.journal"
    filled(path)
    updated(path.with_name("other.journal"))
    path.with_name(f"other.journal.before-{NEXT}").rename(path.with_name(f"my.journal.before-{NEXT}"))
    keeping_of(path).back_up(NOW)
    (made,) = daily.backups_of(path)
    restore(path, made.path, NOW)
    return path


def updated(path: Path) -> None:
    filled(path)
    with closing(database.connect(path)) as connection:
        upgrade.upgrade(connection, path, later(), database.APPLICATION_ID, NEXT)


def aged(path: Path, days: int) -> None:
    then = path.stat().st_mtime - timedelta(days=days).total_seconds()
    os.utime(path, (then, then))


def test_each_is_listed_with_why_and_what_it_holds(path: Path) -> None:
    found = kept.kept_beside(path)
    assert {each.why for each in found} == {Kept.UPDATE, Kept.RESTORE}
    assert {each.contents for each in found} == {daily.backups_of(path)[0].contents}
    restored = next(each for each in found if each.why is Kept.RESTORE)
    assert restored.at == NOW.replace(tzinfo=None, microsecond=0)
    used, _ = keeping_of(path).space()
    assert used == daily.space_of(path)[0] + sum(each.path.stat().st_size for each in found)


def test_the_room_counts_the_backups_of_a_journal_that_was_here_before(path: Path) -> None:
    keeping = keeping_of(path)
    before, _ = keeping.space()
    place.set_aside(path, NOW)
    assert keeping.space() == (before, None)
    keeping.back_up(NOW)
    used, free = keeping.space()
    assert used > before
    assert free is not None


def test_what_is_damaged_is_listed_without_contents(path: Path) -> None:
    path.with_name("my.journal.before-restore-2026-11-01-101112").write_bytes(b"nothing")
    assert [each.contents is None for each in kept.kept_beside(path)].count(True) == 1


def test_each_can_be_restored(path: Path) -> None:
    before = content(reread(path))
    for each in kept.kept_beside(path):
        restore(path, each.path, NOW)
        assert content(reread(path)) == before


def test_only_what_was_kept_is_removed(path: Path) -> None:
    keeping = keeping_of(path)
    keeping.remove_kept(path)
    assert path.exists()
    for each in keeping.kept_aside():
        keeping.remove_kept(each.path)
    assert keeping.kept_aside() == ()
    assert path.exists()
    assert len(keeping.backups()) == 1


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
def test_a_copy_from_before_an_update_goes_with_a_verified_backup_a_month_later(
    path: Path, days: int, stays: bool
) -> None:
    for each in kept.kept_beside(path):
        aged(each.path, days)
    keeping_of(path).back_up(NOW + timedelta(1))
    left = {each.why for each in kept.kept_beside(path)}
    assert left == ({Kept.UPDATE, Kept.RESTORE} if stays else {Kept.RESTORE})


def test_it_stays_while_a_photo_is_missing_from_the_backups(path: Path) -> None:
    for each in kept.kept_beside(path):
        aged(each.path, 60)
    with opened(path) as (store, _):
        store.connection.execute("UPDATE picture SET data = x'00' WHERE photo_id = 1")
        store.connection.commit()
    (path.with_name("my.journal.backups") / "photos").unlink()
    made = keeping_of(path).back_up(NOW + timedelta(1))
    assert made is not None
    assert made.lost_photos
    assert Kept.UPDATE in {each.why for each in kept.kept_beside(path)}


def test_a_copy_that_does_not_prove_itself_ends_the_update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "my.journal"
    filled(path)
    before = path.read_bytes()
    counts = iter([[("entry", 1)], [("entry", 2)]])
    monkeypatch.setattr(upgrade, "_counts", lambda _connection: next(counts))
    with closing(database.connect(path)) as connection, pytest.raises(JournalUnavailable) as refused:
        upgrade.upgrade(connection, path, later(), database.APPLICATION_ID, NEXT)
    assert refused.value.trouble is Trouble.DAMAGED
    assert path.read_bytes()[60:64] == before[60:64]
    assert [each.name for each in tmp_path.iterdir() if "before" in each.name] == []
