"""Automatic backups: verified before they are named, photos once, thinned out, and the same journal again."""

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from journal import changes, passphrase
from journal.domain.backup import DayBackup, Keep, surviving
from journal.domain.entry import Answers
from journal.domain.errors import BackupRefused, JournalUnavailable, Trouble
from journal.domain.photo import View
from journal.keeping import Keeping
from journal.store.backups import daily, place
from journal.store.backups.restoring import compare, restore
from journal.store.key import Key
from tests.store.journals import NOW, TODAY, filled, opened, prepared
from tests.store.test_key import KEY
from tests.store.test_transfer import everything

LATER = NOW + timedelta(days=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "here").mkdir()
    filled(tmp_path / "here" / "my.journal")
    return tmp_path / "here" / "my.journal"


def back_up(path: Path, now: datetime = NOW, key: Key | None = None, *, is_before: bool = False) -> DayBackup:
    with opened(path, key) as (store, _):
        made = daily.back_up(store.connection, path, now, key, is_before=is_before)
    assert made is not None
    return made


def has_changed(path: Path) -> bool:
    with opened(path) as (store, _):
        return daily.has_changed(store.connection, path)


def add_photo(path: Path, content: bytes, now: datetime = NOW) -> None:
    with opened(path) as (store, _):
        changes.keep_photo(store, prepared(content), TODAY, View.FRONT, now)


def log(path: Path, redness: int) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=redness), NOW), NOW)


def names(path: Path) -> set[str]:
    return {each.name for each in place.backup_folder(path).iterdir()}


def test_a_days_backup_is_the_journal_again(path: Path) -> None:
    before = everything(path)
    made = back_up(path)

    assert made.contents is not None
    assert (made.contents.days, made.contents.photos, made.lost_photos) == (2, 1, ())
    assert {each.stat().st_mode & 0o777 for each in place.backup_folder(path).iterdir()} == {0o600}
    log(path, 9)
    assert compare(path, made.path).coming == made.contents
    restore(path, made.path, NOW)
    assert everything(path) == before


def test_a_later_backup_copies_only_what_is_new(path: Path) -> None:
    add_photo(path, b"large" * 200_000)
    back_up(path)
    photos = place.backup_folder(path) / "photos"
    size = photos.stat().st_size
    log(path, 9)
    made = back_up(path, LATER)

    assert photos.stat().st_size == size
    assert made.size < 200_000
    add_photo(path, b"new")
    back_up(path, LATER + timedelta(days=1))
    assert size <= photos.stat().st_size < size + 100_000


def test_only_a_journal_that_changed_is_due(path: Path, tmp_path: Path) -> None:
    assert has_changed(path)
    back_up(path)
    assert not has_changed(path)
    log(path, 9)
    assert has_changed(path)
    back_up(path, LATER)
    assert not has_changed(path)
    with opened(tmp_path / "new.journal") as (store, record):
        assert not daily.has_changed(store.connection, tmp_path / "new.journal")
        assert daily.back_up(store.connection, tmp_path / "new.journal", NOW) is None
        changes.perform(store, record, changes.set_baseline(record, 1, 1, NOW), NOW)
        assert daily.has_changed(store.connection, tmp_path / "new.journal")


def test_a_damaged_journal_pushes_no_backup_out(path: Path) -> None:
    back_up(path)
    with opened(path) as (store, _):
        store.connection.execute("UPDATE entry SET redness = 9 WHERE day = '2026-11-20'")
        with pytest.raises(JournalUnavailable) as caught:
            daily.back_up(store.connection, path, LATER)

    assert caught.value.trouble is Trouble.DAMAGED
    assert names(path) == {"2026-11-23-201530.day", "photos", "of"}


def test_a_photo_that_cannot_be_read_any_more_stays_as_it_was_in_the_backup(path: Path) -> None:
    made = back_up(path)
    before = everything(path)
    add_photo(path, b"new")
    with opened(path) as (store, _):
        store.connection.execute("UPDATE picture SET data = x'00' WHERE copy = 'original' AND photo_id IN (1, 3)")
        later = daily.back_up(store.connection, path, LATER)

    assert later is not None
    assert later.lost_photos == (3,)
    restore(path, made.path, NOW)
    assert everything(path) == before


def test_a_photo_file_that_is_damaged_is_set_aside_and_filled_anew(path: Path) -> None:
    back_up(path)
    photos = place.backup_folder(path) / "photos"
    photos.write_bytes(photos.read_bytes()[:2000] + b"\x00" * 3000)
    made = back_up(path, LATER)
    before = everything(path)

    assert "photos.damaged-1" in names(path)
    restore(path, made.path, NOW)
    assert everything(path) == before


def test_a_photo_missing_from_the_backup_is_told_and_nothing_changed(path: Path) -> None:
    made = back_up(path)
    with closing(dbapi2.connect(str(place.backup_folder(path) / "photos"))) as connection:
        connection.execute("DELETE FROM picture")
        connection.commit()
    before = everything(path)
    with pytest.raises(BackupRefused) as caught:
        restore(path, made.path, NOW)

    assert caught.value.trouble is Trouble.DAMAGED
    assert everything(path) == before


def test_a_photo_that_spoiled_in_the_backups_is_taken_over_anew(path: Path) -> None:
    made = back_up(path)
    before = everything(path)
    with closing(dbapi2.connect(str(place.backup_folder(path) / "photos"))) as connection:
        connection.execute("UPDATE picture SET data = x'00' WHERE copy = 'display'")
        connection.commit()

    assert Keeping(path, None).full_faults(TODAY) == ()
    assert not Keeping(path, None).is_check_due(TODAY + timedelta(days=29))
    assert Keeping(path, None).is_check_due(TODAY + timedelta(days=30))
    back_up(path, LATER)
    restore(path, made.path, NOW)
    assert everything(path) == before


def test_a_forgotten_photo_is_gone_from_the_backups_and_not_missed(path: Path) -> None:
    add_photo(path, b"secret" * 1000)
    made = back_up(path)
    name = prepared(b"secret" * 1000).sha256
    photos = place.backup_folder(path) / "photos"

    assert daily.photos_held(path, {name, "0" * 64}) == {name}
    daily.forget_photos(path, {name})
    assert b"secretsecret" not in photos.read_bytes()
    assert daily.photos_held(path, {name}) == set()
    restored = restore(path, made.path, NOW)
    assert made.contents is not None
    assert restored.contents.photos == made.contents.photos - 1


def test_what_is_stopped_keeps_the_photos_it_has(path: Path) -> None:
    add_photo(path, b"new")
    left = [True, True]
    with opened(path) as (store, _):
        made = daily.back_up(store.connection, path, NOW, wanted=lambda: bool(left) and left.pop())

    assert made is None
    assert names(path) == {"photos", "of"}
    back_up(path)
    assert not has_changed(path)


def test_a_missing_drive_is_told(path: Path, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    beside = back_up(path, NOW - timedelta(days=1))
    place.choose(path, drive)
    made = back_up(path)
    assert made.path.parent == drive / "my.journal.backups"
    drive.rename(tmp_path / "gone")
    with opened(path) as (store, _), pytest.raises(JournalUnavailable) as caught:
        daily.back_up(store.connection, path, LATER)

    assert caught.value.trouble is Trouble.FOLDER_GONE
    assert [each.path for each in daily.backups_of(path)] == [beside.path]
    (tmp_path / "gone").rename(drive)
    assert [each.path for each in daily.backups_of(path)] == [made.path, beside.path]
    place.choose(path, None)
    assert back_up(path).path.parent == path.with_name("my.journal.backups")


def test_two_journals_of_one_name_never_share_a_folder(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "my.journal"
    other.parent.mkdir()
    filled(other)
    for journal in (path, other):
        place.choose(journal, tmp_path)

    assert back_up(path).path.parent != back_up(other).path.parent
    assert len(daily.backups_of(path)) == len(daily.backups_of(other)) == 1


def test_an_encrypted_journals_backups_are_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    filled(path, key=KEY)
    made = back_up(path, key=KEY)

    assert passphrase.copies_in_the_open(path) == ()
    assert daily.backups_of(path, KEY)[0].contents == made.contents
    assert daily.backups_of(path)[0].contents is None
    assert restore(path, made.path, NOW, KEY).contents == made.contents


def test_backups_made_in_the_open_are_named_and_open_no_encrypted_journal(path: Path) -> None:
    made = back_up(path)
    filled(path.with_name("encrypted.journal"), key=KEY)
    path.with_name("encrypted.journal").replace(path)
    back_up(path, LATER, KEY)

    assert {each.name for each in passphrase.copies_in_the_open(path)} == {made.path.name, "photos.other-key-1"}


def test_a_backup_in_the_open_comes_into_an_encrypted_journal_encrypted(path: Path, tmp_path: Path) -> None:
    made = back_up(path)
    encrypted = tmp_path / "encrypted.journal"
    filled(encrypted, key=KEY)
    restore(encrypted, made.path, NOW, KEY)

    assert encrypted.read_bytes()[:6] != b"SQLite"
    with opened(encrypted, KEY) as (store, _):
        assert store.check() == ()


def test_backups_before_something_outlive_those_of_the_day(path: Path) -> None:
    back_up(path, is_before=True)
    for minutes in range(1, 4):
        log(path, minutes)
        back_up(path, NOW + timedelta(minutes=minutes))

    assert {"2026-11-23-201530-before.day", "2026-11-23-201830.day"} == names(path) - {"photos", "of"}


MOMENTS = st.lists(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1)), max_size=60)


@given(MOMENTS)
def test_what_stays_are_the_newest_of_days_weeks_and_months(moments: list[datetime]) -> None:
    backups = {DayBackup(path=Path(f"{at:%Y-%m-%d-%H%M%S%f}"), at=at, size=1) for at in moments}
    stay = surviving(backups, Keep())
    at = sorted((each.at for each in stay), reverse=True)

    assert len(stay) <= 7 + 4 + 12
    assert at[:1] == sorted((each.at for each in backups), reverse=True)[:1]
    assert len({each.date() for each in at}) == len(at)
    days = sorted({each.at.date() for each in backups}, reverse=True)
    assert [each.date() for each in at][: len(days[:7])] == days[:7]
    months = sorted({(each.at.year, each.at.month) for each in backups}, reverse=True)[:12]
    assert set(months) <= {(each.year, each.month) for each in at}
    assert surviving(stay, Keep()) == stay
