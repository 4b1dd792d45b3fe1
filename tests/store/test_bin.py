"""What counts as removed in a journal's file, and how it comes back."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journal import changes
from journal.changes import Change
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import View
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.emptying import Emptying, items_of
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, opened, prepared

DAY = date(2026, 11, 20)
OTHER = date(2026, 11, 19)


class Life:
    """One journal whose clock goes on by an hour with every change."""

    def __init__(self, store: JournalStore, record: Record) -> None:
        self.store = store
        self.record = record
        self.now: datetime = NOW.replace(day=20)

    def make(self, change: Change) -> Change:
        self.now += timedelta(hours=1)
        self.record, made = changes.perform(self.store, self.record, change, self.now)
        return made

    def log(self, day: date = DAY, **answers: object) -> Change:
        return self.make(changes.log(self.record, day, Answers(**answers), self.now))  # type: ignore[arg-type]

    def unlog(self, day: date = DAY) -> Change:
        return self.make(changes.unlog(self.record, day, (), self.now))

    def back(self, *names: str) -> Change:
        return self.make(changes.bring_back(self.record, items_of(self.store), names))

    @property
    def bin(self) -> list[str]:
        return [one.name for one in items_of(self.store)]


@pytest.fixture
def life(tmp_path: Path):
    with opened(tmp_path / "my.journal") as (store, record):
        yield Life(store, record)


def test_a_removed_entry_comes_back_as_it_was(life: Life) -> None:
    life.log(redness=4)
    life.log(note="sore", habits={"sauna": True})
    before = life.record.entry(DAY)
    life.unlog()
    assert life.bin == ["entry-2"]
    life.back("entry-2")

    assert life.record.entry(DAY) == before
    assert life.bin == []


def test_an_entry_removed_long_after_comes_back_too(life: Life) -> None:
    life.log(redness=4)
    before = life.record.entry(DAY)
    life.now += timedelta(days=3)
    life.unlog()
    assert life.bin == ["entry-1"]
    assert life.record.facts.entries[DAY].is_empty
    life.back("entry-1")

    assert life.record.entry(DAY) == before
    assert life.bin == []


@pytest.mark.parametrize("late", [timedelta(), timedelta(days=3)])
def test_what_was_undone_is_not_in_the_bin(life: Life, late: timedelta) -> None:
    life.log(redness=4)
    life.now += late
    removed = life.unlog()
    life.make(removed.reversed())

    assert life.bin == []


@pytest.mark.parametrize("late", [timedelta(), timedelta(days=3)])
def test_a_day_logged_anew_hides_what_was_there(life: Life, late: timedelta) -> None:
    life.log(redness=4)
    life.now += late
    life.unlog()
    life.log(redness=5)
    assert life.bin == []
    life.now += timedelta(days=3)
    life.unlog()

    assert len(life.bin) == 2


def test_a_changed_entry_is_not_removed(life: Life) -> None:
    life.log(redness=4, note="one")
    life.log(note="two")
    life.make(changes.unlog(life.record, DAY, ("note",), life.now))

    assert life.bin == []


def test_a_moved_entry_is_not_removed_until_it_is(life: Life) -> None:
    life.log(redness=4, note="sore")
    life.make(changes.move_entry(life.record, DAY, OTHER, life.now))
    assert life.bin == []
    life.unlog(OTHER)

    assert [one.day for one in items_of(life.store)] == [OTHER]
    life.now += timedelta(hours=1)
    done = Emptying(life.store.path, None, life.store.open_again).empty(life.bin, backups=False)
    assert len(done.items) == 1
    rest = life.store.connection.execute("SELECT day FROM entry_version").fetchall()
    assert rest == []


def test_an_entry_moved_and_moved_back_by_undo_is_whole(life: Life) -> None:
    life.log(redness=4)
    moved = life.make(changes.move_entry(life.record, DAY, OTHER, life.now))
    life.make(moved.reversed())
    assert life.bin == []
    life.unlog()

    assert [one.day for one in items_of(life.store)] == [DAY]


def test_nothing_comes_back_onto_a_day_that_has_an_entry(life: Life) -> None:
    life.log(redness=4)
    life.unlog()
    there = items_of(life.store)
    life.log(redness=5)

    with pytest.raises(ValueRefused) as caught:
        changes.bring_back(life.record, there, [there[0].name])
    assert caught.value.refusal is Refusal.DAY_TAKEN


def test_photos_and_treatments_come_back_together(life: Life) -> None:
    life.make(changes.add_treatment(life.record, Treatment(at=NOW.replace(day=20, hour=14)), NOW))
    photo = changes.keep_photo(life.store, prepared(), DAY, View.LEFT, NOW)
    life.record = changes.adopted(life.record, changes.photo_added(photo))
    before = life.record
    life.make(changes.remove_treatment(life.record, 1))
    life.make(changes.remove_photo(life.record, photo.id))
    assert life.bin == ["photo-1", "treatment-1"]
    back = life.back("treatment-1", "photo-1")

    assert life.record.treatments == before.treatments
    assert tuple(life.record.photos) == tuple(before.photos)
    life.make(back.reversed())
    assert sorted(life.bin) == ["photo-1", "treatment-1"]


def test_a_treatment_never_comes_back_to_a_time_that_is_taken(life: Life) -> None:
    at = NOW.replace(day=20, hour=14)
    life.make(changes.add_treatment(life.record, Treatment(at=at), NOW))
    life.make(changes.remove_treatment(life.record, 1))
    there = items_of(life.store)
    life.make(changes.add_treatment(life.record, Treatment(at=at), NOW))

    with pytest.raises(ValueRefused) as caught:
        changes.bring_back(life.record, there, ["treatment-1"])
    assert caught.value.refusal is Refusal.SAME_INSTANT


def test_a_number_that_was_removed_for_good_is_not_given_again(life: Life) -> None:
    for name in (b"one", b"two"):
        photo = changes.keep_photo(life.store, prepared(name), DAY, View.LEFT, NOW)
        life.record = changes.adopted(life.record, changes.photo_added(photo))
    life.make(changes.align_photo(life.record, 1, Alignment(to=2, scale=1.0, turn=0.0, dx=0.0, dy=0.0)))
    life.make(changes.remove_photo(life.record, 2))
    Emptying(life.store.path, None, life.store.open_again).empty(["photo-2"], backups=False)
    again = life.store.open_again()
    kept = changes.keep_photo(again, prepared(b"three"), DAY, View.LEFT, NOW)
    again.close()

    assert kept.id == 3
    alignments = life.store.connection.execute("SELECT alignment FROM photo").fetchall()
    assert alignments == [(None,), (None,)]
    assert life.store.check() == ()
