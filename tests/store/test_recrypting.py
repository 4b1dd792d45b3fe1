"""Copies put under another key: the same rows and pictures, the plain file gone, old or new whenever it is killed."""

import os
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from journal import changes, passphrase
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import View
from journal.store import database
from journal.store.backups import daily, files, photo_store, place, recrypting
from journal.store.backups.recrypting import recrypt
from journal.store.backups.restoring import restore
from journal.store.key import Key, salt_of
from journal.store.rekeying import rekey
from tests.store.journals import NOW, TODAY, content, filled, opened, prepared, reread
from tests.store.test_key import KEY

OTHER = Key(raw=bytes(range(32)), salt=bytes(range(50, 66)))
LATER = NOW + timedelta(days=1)
MARKERS = (b"a picture", b"SQLite format", b"CREATE TABLE", b"Clinic")


def back_up(path: Path, key: Key | None, moment=NOW) -> Path:
    with opened(path, key) as (store, _):
        made = daily.back_up(store.connection, path, moment, key)
    assert made is not None
    return made.path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal that was just encrypted, with a backup and a file kept aside from before."""
    path = tmp_path / "my.journal"
    filled(path)
    back_up(path, None)
    path.with_name("my.journal.before-restore-2026-11-20-101010").write_bytes(path.read_bytes())
    rekey(path, None, KEY)
    return path


def everything(path: Path, key: Key | None) -> tuple[object, ...]:
    with opened(path, key) as (store, record):
        assert store.check() == ()
        return content(record)


def restored(source: Path, target: Path, key: Key | None) -> tuple[object, ...]:
    restore(target, source, NOW, key)
    fitting = None if database.is_in_the_open(target) else key
    return everything(target, fitting)


def test_every_copy_in_the_open_is_encrypted_and_can_still_be_restored(path, tmp_path):
    copies = passphrase.copies_in_the_open(path)
    assert {each.name.split("-", 1)[0] for each in copies} == {"my.journal.before", "2026", "photos"}
    steps = []

    left = passphrase.encrypt_copies(path, copies, KEY, progress=lambda *step: steps.append(step))

    assert left == ()
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert passphrase.copies_in_the_open(path) == ()
    for each in path.parent.rglob("*"):
        if each.is_file() and not each.name.endswith("-held"):
            assert not any(marker in each.read_bytes() for marker in MARKERS), each
    for number, each in enumerate(each for each in copies if each.name != photo_store.NAME):
        assert salt_of(each) == KEY.salt
        assert each.stat().st_mode & 0o777 == 0o600
        assert restored(each, tmp_path / f"{number}.journal", KEY) == everything(path, KEY)


def test_the_backups_of_a_journal_that_was_here_before_are_encrypted_too(path, tmp_path):
    place.set_aside(path, NOW)
    (log,) = daily.backups_of(path)
    copies = passphrase.copies_in_the_open(path)
    assert log.path in copies

    assert passphrase.encrypt_copies(path, copies, KEY) == ()

    assert passphrase.copies_in_the_open(path) == ()
    assert restored(log.path, tmp_path / "again.journal", KEY) == everything(path, KEY)


def test_the_next_backup_goes_on_with_the_photo_file_that_was_encrypted(path):
    passphrase.encrypt_copies(path, passphrase.copies_in_the_open(path), KEY)
    folder = place.backup_folder(path)
    before = (folder / photo_store.NAME).stat().st_ino

    back_up(path, KEY, LATER)

    assert (folder / photo_store.NAME).stat().st_ino == before
    assert photo_store.all_names(folder) == [photo_store.NAME]


@pytest.mark.parametrize("is_encrypted_later", [False, True])
def test_a_log_in_the_open_is_restored_also_when_the_photos_were_set_aside(path, tmp_path, is_encrypted_later):
    log = daily.backups_of(path)[0].path
    back_up(path, KEY, LATER)
    assert "photos.other-key-1" in photo_store.all_names(place.backup_folder(path))
    if is_encrypted_later:
        assert passphrase.encrypt_copies(path, passphrase.copies_in_the_open(path), KEY) == ()

    assert restored(log, tmp_path / "again.journal", KEY) == everything(path, KEY)


def test_copies_under_an_old_key_are_known_stay_restorable_and_follow(path, tmp_path):
    passphrase.encrypt_copies(path, passphrase.copies_in_the_open(path), KEY)
    log = daily.backups_of(path, KEY)[0].path
    rekey(path, KEY, OTHER)
    with opened(path, OTHER) as (store, _):
        changes.keep_photo(store, prepared(b"after the change"), TODAY, View.FRONT, NOW)
    back_up(path, OTHER, LATER)
    old = passphrase.copies_under(path, KEY)
    assert {each.name for each in old} >= {log.name, "photos.other-key-1"}
    before = restored(log, tmp_path / "old.journal", KEY)

    assert passphrase.encrypt_copies(path, old, OTHER, KEY) == ()

    assert passphrase.copies_under(path, KEY) == ()
    assert restored(log, tmp_path / "new.journal", OTHER) == before


def test_what_is_damaged_stays_and_is_told(path):
    aside = path.with_name("my.journal.before-restore-2026-11-20-101010")
    data = bytearray(aside.read_bytes())
    data[4096 * 3 : 4096 * 9] = bytes(4096 * 6)
    aside.write_bytes(data)

    assert passphrase.encrypt_copies(path, [aside], KEY) == (aside,)

    assert aside.read_bytes() == data
    assert passphrase.copies_in_the_open(path)[0] == aside


def test_another_programs_file_is_not_read_into_a_new_one(path):
    other = place.backup_folder(path) / "other.db"
    with closing(database.dbapi2.connect(str(other))) as connection:
        connection.execute("CREATE TABLE mine (secret TEXT)")
        connection.commit()
    with pytest.raises(JournalUnavailable) as error:
        recrypt(other, None, KEY)
    assert error.value.trouble is Trouble.NOT_A_JOURNAL
    assert other.exists()


def test_a_copy_that_differs_never_takes_the_place(path, monkeypatch):
    aside = passphrase.copies_in_the_open(path)[0]
    export = recrypting.export

    def spoiled(connection, part, new_key):
        export(connection, part, new_key)
        with closing(database.connect(part, new_key)) as made:
            made.execute("DELETE FROM entry_version")

    before = aside.read_bytes()
    monkeypatch.setattr(recrypting, "export", spoiled)
    assert passphrase.encrypt_copies(path, [aside], KEY) == (aside,)
    assert aside.read_bytes() == before


def test_what_a_log_beside_the_copy_holds_goes_along(path):
    aside = path.with_name("my.journal.before-9")
    with opened(filled_elsewhere := path.with_name("else.journal")) as (store, record):
        changes.perform(store, record, changes.set_baseline(record, 3, 3, NOW), NOW)
        for end in ("", "-wal"):
            aside.with_name(aside.name + end).write_bytes(
                filled_elsewhere.with_name(filled_elsewhere.name + end).read_bytes()
            )
    assert passphrase.encrypt_copies(path, [aside], KEY) == ()
    assert not aside.with_name(aside.name + "-wal").exists()
    assert everything(aside, KEY) == content(reread(filled_elsewhere))


def interrupted(*_given, **_more):
    raise InterruptedError


@pytest.mark.parametrize("moment", ["before", "after", "half", "not removed"])
def test_a_killed_run_is_finished_by_the_next(path, moment, monkeypatch):
    aside = passphrase.copies_in_the_open(path)[0]
    second = aside.with_name(f".{aside.name}.old")
    os.link(aside, second)
    if moment != "before":  # the new file is in place, the old one not gone, or half overwritten
        plain = aside.read_bytes()
        second.unlink()
        recrypt(aside, None, KEY)
        second.write_bytes(plain if moment == "after" else plain[:4096] + bytes(len(plain) - 4096))
    if moment == "not removed":
        with monkeypatch.context() as patch, suppress(InterruptedError):
            patch.setattr(Path, "unlink", interrupted)
            files.erase(second)
        assert not any(second.read_bytes()[16:])
    named = [each for each in passphrase.copies_in_the_open(path) if aside.name in each.name]
    assert named

    assert passphrase.encrypt_copies(path, named, KEY) == ()

    assert not second.exists()
    assert everything(aside, KEY) == everything(path, KEY)


def test_a_file_that_has_another_name_is_not_overwritten(path, tmp_path):
    aside = passphrase.copies_in_the_open(path)[0]
    before = aside.read_bytes()
    os.link(aside, tmp_path / "mine")
    assert passphrase.remove_copies(path, [aside]) == ()
    assert (tmp_path / "mine").read_bytes() == before
    assert not aside.exists()


def test_what_a_killed_backup_left_is_overwritten(path):
    part = place.backup_folder(path) / ".2026-11-20-101010.day.part"
    part.write_bytes(path.with_name("my.journal.before-restore-2026-11-20-101010").read_bytes())
    assert part in passphrase.copies_in_the_open(path)
    assert passphrase.encrypt_copies(path, [part], KEY) == ()
    assert not part.exists()


def test_no_copy_is_touched_while_a_backup_is_made(path):
    copies = passphrase.copies_in_the_open(path)
    with recrypting.kept_from_backups(path), pytest.raises(JournalUnavailable) as error:
        passphrase.encrypt_copies(path, copies, KEY)
    assert error.value.trouble is Trouble.LOCKED
    assert passphrase.copies_in_the_open(path) == copies
