"""Killed while backing up and restoring: the journal is the old or the new one, and no file is half there."""

import random
from pathlib import Path

import pytest

from journal.store.backups import daily
from journal.store.backups.restoring import compare, kept_files, restore
from journal.store.checking import faults_of_file
from tests.store.journals import NOW, opened
from tests.torture.backup_kills import BACKUP, RESTORE, kill_within, remove
from tests.torture.damage import all_rows, small_journal

KILLS = 10


@pytest.fixture
def path(tmp_path: Path) -> Path:
    small_journal(tmp_path, days=10, photos=2)
    return tmp_path / "whole.journal"


def test_killed_while_backing_up_no_half_backup_is_there(path: Path, tmp_path: Path) -> None:
    chance, target = random.Random(5), tmp_path / "backup.journal"
    truth = all_rows(path)
    for _ in range(KILLS):
        remove([target])
        kill_within(BACKUP, [str(path), str(target), NOW.isoformat()], chance)

        assert faults_of_file(path) == ()
        if target.exists():
            assert faults_of_file(target) == ()
            assert all_rows(target) == truth
    for backup in daily.backups_of(path):
        assert backup.contents == compare(path, backup.path).coming
        restore(tmp_path / "again.journal", backup.path, NOW)
        assert all_rows(tmp_path / "again.journal") == truth
    with opened(path) as (store, _):
        assert daily.back_up(store.connection, path, NOW) is not None


def test_killed_while_restoring_the_journal_is_the_old_or_the_new_one(path: Path, tmp_path: Path) -> None:
    chance = random.Random(6)
    sources = [tmp_path / "one.journal", tmp_path / "two.journal"]
    for number, source in enumerate(sources):
        (tmp_path / source.stem).mkdir()
        small_journal(tmp_path / source.stem, days=3 + number, photos=1)
        (tmp_path / source.stem / "whole.journal").rename(source)
    known = [all_rows(each) for each in (path, *sources)]
    for _ in range(KILLS):
        kill_within(RESTORE, [str(path), *map(str, sources), NOW.isoformat()], chance)

        assert faults_of_file(path) == ()
        assert all_rows(path) in known
        assert all(all_rows(each) in known for each in kept_files(path))
