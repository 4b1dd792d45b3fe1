"""Every change: what it refuses, what it writes, and that it can be taken back exactly."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal import changes
from journal.changes import Change
from journal.domain.entry import Answers
from journal.domain.errors import JournalError, PhotoRefusal, PhotoRefused, Refusal, ValueRefused
from journal.domain.facts import Profile
from journal.domain.photo import DaySource, View
from journal.domain.record import Record
from journal.domain.treatment import Slot, Treatment
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, TODAY, content, opened, prepared, reread

TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)


class Journal:
    """An open journal and its record, changed as the window and the command line do it."""

    def __init__(self, store: JournalStore, record: Record) -> None:
        self.store = store
        self.record = record

    def make(self, change: Change, now: datetime = NOW) -> Change:
        self.record, made = changes.perform(self.store, self.record, change, now)
        return made

    def log(self, day: date = TODAY, now: datetime = NOW, **answers: object) -> Change:
        return self.make(changes.log(self.record, day, Answers(**answers), now), now)

    def add(self, at: datetime, now: datetime = NOW, **more: object) -> Change:
        return self.make(changes.add_treatment(self.record, Treatment(at=at, **more), now))

    def keep(self, picture: bytes = b"a picture", day: date = TODAY, view: View = View.FRONT) -> Change:
        photo = changes.keep_photo(self.store, prepared(picture), day, view, NOW)
        change = changes.photo_added(photo)
        self.record = changes.adopted(self.record, change)
        return change

    @property
    def in_file(self) -> tuple[object, ...]:
        return content(reread(self.store.path))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with opened(tmp_path / "my.journal") as (store, record):
        yield Journal(store, record)


def refusal_of(action: object, *arguments: object) -> Refusal:
    with pytest.raises(ValueRefused) as caught:
        action(*arguments)
    return caught.value.refusal


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        (Answers(redness=11), Refusal.RATING),
        (Answers(sensitivity=-1), Refusal.RATING),
        (Answers(redness=True), Refusal.RATING),
        (Answers(habits={"flying": True}), Refusal.HABIT),
        (Answers(symptoms=frozenset({"joy"})), Refusal.SYMPTOM),
        (Answers(), Refusal.NOTHING_GIVEN),
        (Answers(habits={}), Refusal.NOTHING_GIVEN),
    ],
)
def test_wrong_answers_are_refused(journal: Journal, answers: Answers, refusal: Refusal) -> None:
    assert refusal_of(changes.log, journal.record, TODAY, answers, NOW) is refusal


def test_a_day_after_today_is_refused(journal: Journal) -> None:
    assert refusal_of(changes.log, journal.record, TOMORROW, Answers(redness=1), NOW) is Refusal.DAY_AFTER_NOW


def test_given_parts_replace_and_others_stay(journal: Journal) -> None:
    journal.log(redness=6, habits={"exercise": True}, symptoms=frozenset({"pus"}), note="one")
    journal.log(redness=4, habits={"sauna": False}, note="two")
    entry = journal.record.entry(TODAY)

    assert (entry.redness, dict(entry.habits)) == (4, {"exercise": True, "sauna": False})
    assert (entry.symptoms, entry.note) == ({"pus"}, "two")
    assert content(journal.record) == journal.in_file


def test_every_earlier_version_is_kept_with_its_time_and_clock(journal: Journal) -> None:
    journal.log(redness=6)
    later = NOW + timedelta(hours=1)
    change = changes.log(journal.record, TODAY, Answers(redness=4), later)
    record, _ = changes.perform(journal.store, journal.record, change, later, clock_given=True)
    changes.perform(journal.store, record, changes.unlog(record, TODAY, (), later), later)
    versions = journal.store.connection.execute(
        "SELECT redness, saved_at, clock, replaced_at, replaced_clock FROM entry_version ORDER BY id"
    ).fetchall()

    assert versions == [
        (6, NOW.isoformat(), "own", later.isoformat(), "given"),
        (4, later.isoformat(), "given", later.isoformat(), "own"),
    ]


def test_an_empty_note_alone_writes_nothing(journal: Journal) -> None:
    change = journal.log(note="")

    assert change.is_nothing
    assert not journal.store.path.exists()


def test_a_name_with_half_characters_can_be_kept(journal: Journal) -> None:
    journal.log(note="a\udcffb\x00c")

    assert journal.record.entry(TODAY).note == "a?bc"


@pytest.mark.parametrize("part", ["redness", "habits", "sauna", "symptoms", "note"])
def test_a_part_that_is_not_there_cannot_be_taken_away(journal: Journal, part: str) -> None:
    journal.log(sensitivity=3)

    assert refusal_of(changes.unlog, journal.record, TODAY, [part], NOW) is Refusal.NO_ENTRY


def test_an_entry_that_is_not_there_cannot_be_taken_away(journal: Journal) -> None:
    assert refusal_of(changes.unlog, journal.record, TODAY, [], NOW) is Refusal.NO_ENTRY


def test_a_part_that_does_not_exist_is_refused(journal: Journal) -> None:
    journal.log(sensitivity=3)

    assert refusal_of(changes.unlog, journal.record, TODAY, ["mood"], NOW) is Refusal.PART


def test_parts_are_taken_away_and_come_back_as_they_were(journal: Journal) -> None:
    journal.log(redness=6, habits={"exercise": True, "sauna": False}, note="one")
    before = journal.in_file
    made = journal.make(changes.unlog(journal.record, TODAY, ["redness", "sauna"], NOW + timedelta(days=3)))
    entry = journal.record.facts.entries[TODAY]

    assert (entry.redness, dict(entry.habits), entry.edited) == (None, {"exercise": True}, True)
    journal.make(made.reversed(), NOW + timedelta(days=4))
    assert journal.in_file == before


@pytest.mark.parametrize("depth", [0.0, 0.09, 6.01, -1.0, float("nan"), float("inf")])
def test_a_depth_that_no_needle_has_is_refused(journal: Journal, depth: float) -> None:
    wanted = Treatment(at=NOW, depth_mm=depth)

    assert refusal_of(changes.add_treatment, journal.record, wanted, NOW) is Refusal.DEPTH


def test_a_treatment_after_now_is_refused(journal: Journal) -> None:
    wanted = Treatment(at=NOW + timedelta(minutes=1))

    assert refusal_of(changes.add_treatment, journal.record, wanted, NOW) is Refusal.TREATMENT_AFTER_NOW


@pytest.mark.parametrize(
    ("slot", "hour", "is_taken"),
    [
        (Slot.MORNING, 0, True),
        (Slot.MIDDAY, 11, False),
        (Slot.MIDDAY, 12, True),
        (Slot.AFTERNOON, 13, False),
        (Slot.AFTERNOON, 14, True),
    ],
)
def test_a_slot_is_taken_once_it_has_begun(journal: Journal, slot: Slot, hour: int, *, is_taken: bool) -> None:
    now = NOW.replace(hour=hour, minute=0, second=0, microsecond=0)
    wanted = Treatment(at=now, slot=slot)
    if is_taken:
        journal.make(changes.add_treatment(journal.record, wanted, now))
        assert journal.record.treatments[0].at.hour == {"morning": 12, "midday": 14, "afternoon": 18}[slot]
    else:
        assert refusal_of(changes.add_treatment, journal.record, wanted, now) is Refusal.TREATMENT_AFTER_NOW


def test_two_treatments_at_one_instant_are_refused(journal: Journal) -> None:
    journal.add(NOW)
    elsewhere = Treatment(at=NOW.astimezone(timezone(timedelta(hours=5))))

    assert refusal_of(changes.add_treatment, journal.record, elsewhere, NOW) is Refusal.SAME_INSTANT


def test_treatments_are_numbered_by_time_and_keep_their_ids(journal: Journal) -> None:
    for days in (2, 40, 20):
        journal.add(NOW - timedelta(days=days))

    assert [(one.number, one.id) for one in journal.record.treatments] == [(1, 2), (2, 3), (3, 1)]
    assert content(journal.record) == journal.in_file


def test_only_a_time_that_is_given_is_held_against_now(journal: Journal) -> None:
    journal.add(NOW)
    earlier = NOW - timedelta(days=5)
    kept = journal.record.treatments[0]
    journal.make(changes.change_treatment(journal.record, 1, Treatment(at=kept.at, note="a"), earlier))

    assert journal.record.treatments[0].note == "a"
    later = Treatment(at=NOW - timedelta(days=1))
    assert refusal_of(changes.change_treatment, journal.record, 1, later, earlier) is Refusal.TREATMENT_AFTER_NOW


def test_a_removed_treatment_comes_back_with_its_id(journal: Journal) -> None:
    journal.add(NOW, areas=("cheeks",), depth_mm=1.5)
    before = journal.in_file
    made = journal.make(changes.remove_treatment(journal.record, 1))

    assert journal.record.treatments == ()
    journal.make(made.reversed())
    assert journal.in_file == before == content(journal.record)


def test_a_treatment_that_is_not_there_is_refused(journal: Journal) -> None:
    assert refusal_of(changes.remove_treatment, journal.record, 1) is Refusal.NO_TREATMENT


def test_the_latest_baseline_applies_and_the_earlier_one_comes_back(journal: Journal) -> None:
    first = journal.make(changes.set_baseline(journal.record, 1, 0, NOW))
    second = journal.make(changes.set_baseline(journal.record, 3, 2, NOW + timedelta(days=1)))

    assert journal.record.baseline.redness == 3
    journal.make(second.reversed())
    assert (journal.record.baseline.redness, journal.record.baseline.given_at) == (1, NOW)
    journal.make(first.reversed())
    assert journal.record.baseline.given_at is None
    assert content(journal.record) == journal.in_file
    journal.make(first)
    journal.make(second)
    assert journal.record.baseline.redness == 3
    assert content(journal.record) == journal.in_file


def test_more_than_three_questions_are_refused(journal: Journal) -> None:
    wanted = Profile(questions=("1", "2", "3", "4"))

    assert refusal_of(changes.set_profile, journal.record, wanted) is Refusal.QUESTION_COUNT


def test_empty_questions_do_not_count(journal: Journal) -> None:
    journal.make(changes.set_profile(journal.record, Profile(questions=("1", "", " ", "4", "5"))))

    assert journal.record.profile.questions == ("1", "4", "5")


def test_the_same_picture_twice_is_refused(journal: Journal) -> None:
    journal.keep()
    with pytest.raises(PhotoRefused) as caught:
        changes.keep_photo(journal.store, prepared(), YESTERDAY, View.LEFT, NOW)

    assert caught.value.refusal is PhotoRefusal.ALREADY_THERE
    assert content(journal.record) == journal.in_file


def test_a_picture_from_the_bin_is_taken_in_again(journal: Journal) -> None:
    added = journal.keep()
    removed = journal.make(changes.remove_photo(journal.record, 1))
    again = journal.keep(day=YESTERDAY, view=View.LEFT)
    photo = journal.record.photos[0]

    assert (len(journal.record.photos), photo.id, photo.day, photo.view) == (1, 1, YESTERDAY, View.LEFT)
    for change in (again, removed, added):
        journal.make(change.reversed())
    for change in (added, removed, again):
        journal.make(change)
    assert journal.record.photos[0] == photo
    assert content(journal.record) == journal.in_file


def test_a_photo_is_moved_and_never_after_today(journal: Journal) -> None:
    journal.keep()
    journal.make(changes.change_photo(journal.record, 1, YESTERDAY, View.RIGHT, NOW))

    assert (journal.record.photos[0].day, journal.record.photos[0].view) == (YESTERDAY, View.RIGHT)
    wrong = (journal.record, 1, TOMORROW, View.RIGHT, NOW)
    assert refusal_of(changes.change_photo, *wrong) is Refusal.DAY_AFTER_NOW
    assert refusal_of(changes.change_photo, journal.record, 9, TODAY, View.LEFT, NOW) is Refusal.NO_PHOTO


def test_a_photo_that_is_given_another_day_no_longer_has_it_from_its_name(journal: Journal) -> None:
    kept = changes.keep_photo(journal.store, prepared(), TODAY, View.FRONT, NOW, day_source=DaySource.NAME)
    journal.record = changes.adopted(journal.record, changes.photo_added(kept))
    journal.make(changes.change_photo(journal.record, kept.id, TODAY, View.LEFT, NOW))
    assert journal.record.photos[0].day_source is DaySource.NAME
    journal.make(changes.change_photo(journal.record, kept.id, YESTERDAY, View.LEFT, NOW))
    assert journal.record.photos[0].day_source is DaySource.GIVEN


def test_two_windows_change_only_what_they_touched(journal: Journal) -> None:
    journal.log(redness=6, habits={"sauna": False})
    with opened(journal.store.path) as (store, record):
        answers = Answers(sensitivity=2, habits={"exercise": True})
        changes.perform(store, record, changes.log(record, TODAY, answers, NOW), NOW)
    made = journal.log(redness=4)
    entry = reread(journal.store.path).entry(TODAY)

    assert (entry.redness, entry.sensitivity, dict(entry.habits)) == (4, 2, {"sauna": False, "exercise": True})
    assert journal.record.entry(TODAY) == entry
    journal.make(made.reversed())
    entry = reread(journal.store.path).entry(TODAY)
    assert (entry.redness, entry.sensitivity) == (6, 2)


DAYS = st.integers(0, 4).map(lambda days: TODAY - timedelta(days=days))
MOMENTS = st.integers(0, 96).map(lambda hours: NOW + timedelta(hours=hours))
ANSWERS = st.builds(
    Answers,
    redness=st.none() | st.integers(0, 10),
    sensitivity=st.none() | st.integers(0, 10),
    habits=st.none() | st.dictionaries(st.sampled_from(["exercise", "sauna", "sunscreen"]), st.booleans()),
    symptoms=st.none() | st.frozensets(st.sampled_from(["pus", "peeling"])),
    note=st.none() | st.sampled_from(["", "a", "b"]),
)
TREATMENTS = st.builds(
    Treatment,
    at=st.integers(0, 20).map(lambda hours: datetime(2026, 11, 20, tzinfo=UTC) + timedelta(hours=hours)),
    slot=st.none() | st.sampled_from(Slot),
    depth_mm=st.sampled_from([None, 0.5, 1.5, 3.0]),
)
PARTS = st.lists(st.sampled_from(["redness", "sensitivity", "habits", "sauna", "symptoms", "note"]), max_size=2)
STEPS = st.one_of(
    st.tuples(st.just("log"), DAYS, ANSWERS),
    st.tuples(st.just("unlog"), DAYS, PARTS),
    st.tuples(st.just("add"), TREATMENTS, st.none()),
    st.tuples(st.just("change"), st.integers(1, 3), TREATMENTS),
    st.tuples(st.just("remove"), st.integers(1, 3), st.none()),
    st.tuples(st.just("baseline"), st.integers(0, 10), st.integers(0, 10)),
    st.tuples(st.just("profile"), st.sampled_from(["", "A"]), st.none()),
    st.tuples(st.just("keep"), st.sampled_from([b"1", b"2", b"3"]), DAYS),
    st.tuples(st.just("move"), st.integers(1, 3), DAYS),
    st.tuples(st.just("bin"), st.integers(1, 3), st.none()),
)


def step(journal: Journal, kind: str, first: object, second: object, now: datetime) -> Change:
    record = journal.record
    match kind:
        case "keep":
            return journal.keep(first, second)
        case "log":
            change = changes.log(record, first, second, now)
        case "unlog":
            change = changes.unlog(record, first, second, now)
        case "add":
            change = changes.add_treatment(record, first, now)
        case "change":
            change = changes.change_treatment(record, first, second, now)
        case "remove":
            change = changes.remove_treatment(record, first)
        case "baseline":
            change = changes.set_baseline(record, first, second, now)
        case "profile":
            change = changes.set_profile(record, Profile(name=first))
        case "move":
            change = changes.change_photo(record, first, second, View.LEFT, now)
        case _:
            change = changes.remove_photo(record, first)
    return journal.make(change, now)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(STEPS, MOMENTS), max_size=12))
def test_all_undone_is_the_start_and_all_redone_the_end(steps: list[tuple[tuple, datetime]]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "my.journal") as (store, record):
        journal = Journal(store, record)
        start = content(record)
        done = []
        for (kind, first, second), now in steps:
            try:
                done.append(step(journal, kind, first, second, now))
            except JournalError:
                continue
        end = content(journal.record)
        assert journal.in_file == end

        undone = [journal.make(change.reversed()) for change in reversed(done)]
        assert journal.in_file == start == content(journal.record)

        for change in reversed(undone):
            journal.make(change.reversed())
        assert journal.in_file == end == content(journal.record)
        assert store.check() == ()
