"""A whole backup and the way back: the same, or refused with nothing changed; the file that was there is kept."""

import errno
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from journal import changes
from journal.domain.backup import Restored
from journal.domain.entry import Answers
from journal.domain.errors import BackupRefused, JournalUnavailable, Trouble
from journal.store import database
from journal.store.backups import files
from journal.store.backups.restoring import compare, kept_files, restore, undo
from journal.store.backups.whole import write_backup
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, TODAY, filled, opened, reread
from tests.store.test_key import KEY
from tests.store.test_transfer import everything


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    filled(tmp_path / "here" / "my.journal")
    return tmp_path / "here" / "my.journal"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    backup = tmp_path / "backup.journal"
    with opened(path) as (store, _):
        write_backup(store, backup)
    return backup


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def log(path: Path, redness: int) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=redness), NOW), NOW)


@contextmanager
def unchanged(path: Path) -> Iterator[None]:
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    yield
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before


def kept(restored: Restored | None) -> Path:
    assert restored is not None
    assert restored.kept is not None
    return restored.kept


def test_a_backup_is_the_whole_journal_for_its_owner_alone(path: Path, backup: Path) -> None:
    assert everything(backup) == everything(path)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert {each.name for each in backup.parent.iterdir()} == {"here", "backup.journal"}


def test_a_backup_counts_what_is_in_it(path: Path, tmp_path: Path) -> None:
    with opened(path) as (store, _):
        found = write_backup(store, tmp_path / "other.journal")

    assert (found.days, found.photos, found.last_day) == (2, 1, TODAY)


def test_a_backup_never_goes_over_anything(path: Path, backup: Path) -> None:
    with unchanged(backup.with_name("here") / "x"), opened(path) as (store, _):
        for target in (backup, path, path.parent):
            before = target.stat()
            with pytest.raises(JournalUnavailable) as caught:
                write_backup(store, target)
            assert caught.value.trouble is Trouble.NOT_EMPTY
            assert target.stat().st_ino == before.st_ino


def test_a_backup_appears_where_second_names_are_not_known(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    target = tmp_path / "stick.journal"
    with opened(path) as (store, _):
        write_backup(store, target)
        with pytest.raises(JournalUnavailable):
            write_backup(store, target)

    assert everything(target) == everything(path)


def no_links(*names: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_a_damaged_journal_gives_no_backup(path: Path, tmp_path: Path) -> None:
    with opened(path) as (store, _):
        store.connection.execute("UPDATE picture SET data = x'00' WHERE copy = 'thumbnail'")
        with pytest.raises(JournalUnavailable) as caught:
            write_backup(store, tmp_path / "other.journal")

    assert caught.value.trouble is Trouble.DAMAGED
    assert [each.name for each in tmp_path.iterdir()] == ["here"]


def test_a_comparison_counts_both_and_touches_neither(path: Path, backup: Path, tmp_path: Path) -> None:
    with unchanged(backup), unchanged(path):
        found = compare(path, backup)
        nothing = compare(tmp_path / "none.journal", backup)

    assert found.present == found.coming == nothing.coming
    assert nothing.present is None
    assert not nothing.is_unreadable


@pytest.mark.parametrize("links", [True, False])
def test_a_restore_brings_the_backup_and_keeps_what_was_there(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    log(path, 9)
    before, saved = everything(path), everything(backup)
    done = restore(path, backup, NOW)

    assert everything(path) == saved
    assert everything(kept(done)) == before
    assert names(path) == ["my.journal", "my.journal.before-restore-2026-11-23-201530"]
    again = undo(path, NOW)
    assert everything(path) == before
    assert everything(kept(again)) == saved
    assert len(names(path)) == 2
    undo(path, NOW)
    assert everything(path) == saved


def test_what_a_killed_window_left_in_the_log_is_kept_too(path: Path, backup: Path) -> None:
    left = path.with_name("left.journal")
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=9), NOW), NOW)
        for name in ("", "-wal"):
            left.with_name(left.name + name).write_bytes(path.with_name(path.name + name).read_bytes())
    done = restore(left, backup, NOW)

    assert everything(left) == everything(backup)
    assert reread(kept(done)).facts.entries[TODAY].redness == 9


def test_a_damaged_journal_is_kept_with_its_log_byte_for_byte(path: Path, backup: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000] + b"\x00" * 3000)
    log_file = path.with_name("my.journal-wal")
    log_file.write_bytes(b"a log of another file")
    before = path.read_bytes()

    assert compare(path, backup).is_unreadable
    done = restore(path, backup, NOW)
    assert everything(path) == everything(backup)
    assert kept(done).read_bytes() == before
    assert kept(done).with_name(kept(done).name + "-wal").read_bytes() == b"a log of another file"
    undo(path, NOW)
    assert path.read_bytes() == before
    assert log_file.read_bytes() == b"a log of another file"


def test_a_restore_where_nothing_is_makes_the_journal(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "my.journal"
    done = restore(path, backup, NOW)

    assert done.kept is None
    assert everything(path) == everything(backup)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert undo(path, NOW) is None


def test_an_older_backup_is_brought_up_to_date(path: Path) -> None:
    older = path.parent.with_name("older.journal")
    with closing(dbapi2.connect(str(older))) as connection:
        connection.executescript((Path(__file__).parent / "schemas" / "1.sql").read_text(encoding="utf-8"))
    before = older.read_bytes()
    restore(path, older, NOW)

    assert reread(path).facts.entries
    assert older.read_bytes() == before
    assert len(names(path)) == 2


def spoiled(backup: Path, how: str) -> None:
    with closing(dbapi2.connect(str(backup))) as connection:
        if how == "newer":
            connection.execute(f"PRAGMA user_version={database.SCHEMA_VERSION + 1}")
        elif how == "code":
            connection.execute("CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END")
        elif how == "row":
            connection.execute("UPDATE entry SET redness = 1")
        else:
            connection.execute("UPDATE picture SET data = x'00' WHERE copy = 'original'")
        connection.commit()


@pytest.mark.parametrize(
    ("how", "trouble"),
    [
        ("newer", Trouble.NEWER),
        ("code", Trouble.NOT_A_JOURNAL),
        ("row", Trouble.DAMAGED),
        ("photo", Trouble.DAMAGED),
    ],
)
def test_what_cannot_be_believed_is_refused_and_nothing_changed(
    path: Path, backup: Path, how: str, trouble: Trouble
) -> None:
    spoiled(backup, how)
    with unchanged(path), pytest.raises(BackupRefused) as caught:
        restore(path, backup, NOW)

    assert (caught.value.trouble, caught.value.name) == (trouble, str(backup))


@pytest.mark.parametrize("data", [b"", b"a shopping list", b"SQLite format 3\x00" + b"\x00" * 4000])
def test_what_is_no_backup_is_refused(path: Path, tmp_path: Path, data: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(data)
    with unchanged(path), pytest.raises(BackupRefused):
        restore(path, other, NOW)
    with unchanged(path), pytest.raises(BackupRefused):
        compare(path, tmp_path / "gone")


def test_a_journal_is_never_restored_from_itself(path: Path) -> None:
    with unchanged(path), pytest.raises(BackupRefused) as caught:
        restore(path, path, NOW)
    assert caught.value.trouble is Trouble.NOT_EMPTY


def test_a_journal_that_is_open_elsewhere_is_not_replaced(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.store.database.BUSY_SECONDS", 0.05)
    with opened(path) as (store, _):
        with pytest.raises(JournalUnavailable) as caught:
            restore(path, backup, NOW)
        assert store.check() == ()

    assert caught.value.trouble is Trouble.LOCKED
    assert names(path) == ["my.journal"]


def test_a_second_name_left_by_a_killed_restore_is_not_taken_for_a_kept_file(path: Path, backup: Path) -> None:
    path.with_name("my.journal.before-restore-2026-01-01-000000").hardlink_to(path)

    assert kept_files(path) == []
    restore(path, backup, NOW)
    assert names(path) == ["my.journal", "my.journal.before-restore-2026-11-23-201530"]


def test_an_encrypted_journal_goes_out_and_in_under_its_key(tmp_path: Path) -> None:
    path, backup = tmp_path / "my.journal", tmp_path / "backup.journal"
    filled(path, key=KEY)
    store = JournalStore.open(path, create=False, key=KEY)
    try:
        write_backup(store, backup)
    finally:
        store.close()

    assert backup.read_bytes()[:6] != b"SQLite"
    done = restore(path, backup, NOW, KEY)
    assert done.contents == compare(path, backup, KEY).present
    with pytest.raises(BackupRefused) as caught:
        restore(path, backup, NOW)
    assert caught.value.trouble is Trouble.NO_PASSPHRASE
    assert not [each for each in tmp_path.iterdir() if each.read_bytes()[:6] == b"SQLite"]


def test_what_a_killed_run_left_is_written_over(path: Path, backup: Path, tmp_path: Path) -> None:
    left = path.with_name(".my.journal.restore")
    left.write_bytes(b"half")
    left.with_name(left.name + "-wal").write_bytes(b"half")
    restore(path, backup, NOW)

    assert everything(path) == everything(backup)
    assert len(names(path)) == 2


def test_a_full_disk_leaves_nothing_half(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "sync", full)
    with opened(path) as (store, _), pytest.raises(JournalUnavailable) as caught:
        write_backup(store, tmp_path / "other.journal")

    assert caught.value.trouble is Trouble.DISK_FULL
    assert [each.name for each in tmp_path.iterdir()] == ["here"]
