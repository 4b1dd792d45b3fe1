"""After an emptying no byte of what was removed is left: in the journal, its log, its backups, what was kept aside."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal import changes
from journal.domain.entry import Answers
from journal.domain.photo import View
from journal.domain.treatment import Treatment
from journal.emptying import Emptying
from journal.keeping import keeping_of
from journal.passphrase import new_key
from journal.store.backups import place, restoring, whole
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, opened, prepared, reread

DAY = date(2026, 11, 20)
NOTES = tuple(f"MARKER-{number}-MARKER" for number in range(6))
KEPT_NOTE = "this one stays"
PICTURE = random.Random(1).randbytes(90_000)
KEPT_PICTURE = random.Random(2).randbytes(90_000)


def traces(folder: Path) -> set[str]:
    """The files that hold any of the markers."""
    found = set()
    samples = [PICTURE[at : at + 24] for at in range(0, len(PICTURE), 1024)]
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        if any(note.encode() in data for note in NOTES) or any(sample in data for sample in samples):
            found.add(str(path.relative_to(folder)))
    return found


def fill(path: Path, key=None) -> None:
    """An entry that was changed often, a treatment and a photo, each removed; beside others that stay."""
    with opened(path, key) as (store, empty):
        record = empty

        def make(change):
            nonlocal record
            record, _ = changes.perform(store, record, change, NOW)

        make(changes.log(record, NOW.date(), Answers(redness=2, note=KEPT_NOTE), NOW))
        for number, note in enumerate(NOTES[:5]):
            make(changes.log(record, DAY, Answers(note=note * (number + 1)), NOW + timedelta(hours=number)))
        make(changes.add_treatment(record, Treatment(at=NOW.replace(day=1), note=NOTES[5]), NOW))
        for data in (PICTURE, KEPT_PICTURE):
            display, thumbnail = data[:40_000], data[:3_000]
            photo = changes.keep_photo(
                store, prepared(data, display=display, thumbnail=thumbnail), DAY, View.FRONT, NOW
            )
            record = changes.adopted(record, changes.photo_added(photo))


def remove(path: Path, key=None) -> None:
    with opened(path, key) as (store, record):
        for change in (
            changes.unlog(record, DAY, (), NOW),
            changes.remove_treatment(record, 1),
            changes.remove_photo(record, 1),
        ):
            changes.perform(store, record, change, NOW + timedelta(days=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    fill(tmp_path / "my.journal")
    return tmp_path / "my.journal"


def written_as_before(path: Path) -> None:
    """As earlier versions of this program wrote: what is deleted or changed is not overwritten."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA secure_delete=OFF")
        notes = connection.execute("SELECT id, note FROM entry_version").fetchall()
        for row_id, note in notes:
            connection.execute("UPDATE entry_version SET note = note || ? WHERE id = ?", ("x" * 900, row_id))
            connection.execute("UPDATE entry_version SET note = ? WHERE id = ?", (note, row_id))
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize("is_old", [False, True])
def test_nothing_is_left_in_the_journal_and_its_log(path: Path, tmp_path: Path, *, is_old: bool) -> None:
    if is_old:
        written_as_before(path)
    remove(path)
    assert traces(tmp_path) == {"my.journal"}
    with closing(JournalStore.open(path, create=False)) as store:
        emptying = Emptying(path, None, store.open_again)
        done = emptying.empty_older(NOW + timedelta(days=31))

        assert traces(tmp_path) == set()
        assert len(done.items) == 3
        assert (done.is_in_log, done.backups, done.unread) == (False, (), ())
        assert emptying.items() == ()
        assert store.check() == ()
    record = reread(path)
    assert record.entry(NOW.date()) is not None
    assert [photo.id for photo in record.photos] == [2]


def test_before_thirty_days_nothing_goes_by_itself(path: Path) -> None:
    remove(path)
    before = path.read_bytes()
    done = Emptying(path, None).empty_older(NOW + timedelta(days=30, hours=23))

    assert done.items == ()
    assert len(Emptying(path, None).items()) == 3
    assert path.read_bytes() == before


def copied(path: Path) -> None:
    """Backups, those of a journal that was here before, a copy from before an update and one that a restore kept."""
    keeping = keeping_of(path)
    keeping.back_up(NOW)
    place.set_aside(path, NOW)
    keeping.back_up(NOW)
    with opened(path) as (store, _):
        whole.write_backup(store, path.with_name("mine"))
    restoring.restore(path, path.with_name("mine"), NOW)
    path.with_name("mine").rename(path.with_name("my.journal.before-2"))
    remove(path)
    keeping.back_up(NOW + timedelta(days=1))
    path.with_name(".my.journal.restore").write_bytes(path.read_bytes())  # a restore that was killed


def test_the_backups_that_hold_it_are_named(path: Path, tmp_path: Path) -> None:
    copied(path)
    emptying = Emptying(path, None)
    names = [one.name for one in emptying.items()]
    holding, unread = emptying.holding(names)

    assert {str(one.relative_to(tmp_path)) for one in holding} == traces(tmp_path) - {"my.journal"}
    assert len(holding) == 8
    assert unread == ()
    assert set(emptying.empty(names, backups=False).backups) == set(holding)


def test_from_backups_too_means_that_no_byte_is_left_there(path: Path, tmp_path: Path) -> None:
    copied(path)
    done = Emptying(path, None).empty_older(NOW + timedelta(days=31), backups=True)

    assert traces(tmp_path) == set()
    assert done.backups == ()
    backups = keeping_of(path).backups()
    assert [backup.is_earlier for backup in backups] == [False, False, True]
    for backup in backups:
        assert backup.contents is not None
        restoring.restore(path, backup.path, NOW)
        kept = reread(path).entry(NOW.date())
        assert kept is not None
        assert kept.note == KEPT_NOTE
        assert [photo.id for photo in reread(path).photos] == [2]


def test_another_treatment_of_the_same_number_stays_in_older_backups(path: Path) -> None:
    keeping = keeping_of(path)
    keeping.back_up(NOW)
    with opened(path) as (store, record):
        treatment = replace(record.treatments[0], at=NOW.replace(day=2), note="another")
        changed, _ = changes.perform(store, record, changes.change_treatment(record, 1, treatment, NOW), NOW)
        changes.perform(store, changed, changes.remove_treatment(changed, 1), NOW)
    Emptying(path, None).empty(["treatment-1"], backups=True)
    restoring.restore(path, keeping.backups()[0].path, NOW)

    assert [one.note for one in reread(path).treatments] == [NOTES[5]]


def test_a_backup_that_cannot_be_read_is_named(path: Path) -> None:
    keeping = keeping_of(path)
    backup = keeping.back_up(NOW)
    assert backup is not None
    backup.path.write_bytes(b"SQLite format 3\x00" + b"spoiled" * 400)
    remove(path)

    done = Emptying(path, None).empty_older(NOW + timedelta(days=40), backups=True)
    assert done.unread == (backup.path,)


def test_an_encrypted_journal_and_its_backups_are_emptied_alike(tmp_path: Path) -> None:
    path, key = tmp_path / "my.journal", new_key("a passphrase")
    fill(path, key)
    keeping_of(path, key).back_up(NOW)
    remove(path, key)
    emptying = Emptying(path, key)
    names = [one.name for one in emptying.items()]
    assert len(emptying.holding(names)[0]) == 2

    done = emptying.empty(names, backups=True)
    assert (len(done.items), done.backups, done.unread) == (3, (), ())
    with opened(path, key) as (store, _):
        assert store.check() == ()
        rows = store.connection.execute("SELECT count(*) FROM entry_version").fetchone()
    assert rows == (0,)
