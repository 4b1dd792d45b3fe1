"""Changes beside the log: plans taken up, calls, flags put aside, entries moved, photos laid on each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from journal import changes
from journal.changes import Call, Change
from journal.domain.acknowledgement import AcknowledgementKind
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.folding import folding_call
from journal.domain.photo import DaySource, View
from journal.domain.plan_file import read_plan
from journal.domain.record import Record
from tests.builders import moment, treatment
from tests.store.journals import content, opened, prepared, reread
from tests.store.newer import CLINIC_PLAN

NOW = moment("2026-11-24T20:00")
TODAY = NOW.date()
PUS = frozenset({"pus"})


class Journal:
    def __init__(self, path: Path, store, record: Record) -> None:
        self.path, self.store, self.record = path, store, record

    def make(self, change: Change) -> Change:
        self.record, made = changes.perform(self.store, self.record, change, NOW)
        assert content(reread(self.path)) == content(self.record)
        return made

    def assert_undone_exactly(self, change: Change) -> None:
        """Make it, take it back, make it again."""
        before = content(self.record)
        made = self.make(change)
        after = content(self.record)
        assert after != before
        undone = self.make(made.reversed())
        assert content(self.record) == before
        self.make(undone.reversed())
        assert content(self.record) == after


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with opened(tmp_path / "my.journal") as (store, record):
        made = Journal(tmp_path / "my.journal", store, record)
        made.make(changes.add_treatment(made.record, treatment("2026-11-01T14:00"), NOW))
        made.make(changes.add_treatment(made.record, treatment("2026-11-20T14:00"), NOW))
        made.make(changes.log(made.record, TODAY, Answers(redness=2, symptoms=PUS), NOW))
        yield made


def refused(change, *arguments: object) -> Refusal:
    with pytest.raises(ValueRefused) as caught:
        change(*arguments)
    return caught.value.refusal


def test_a_plan_taken_up_holds_for_the_latest_treatment_and_can_be_undone(journal: Journal) -> None:
    journal.assert_undone_exactly(changes.use_plan(journal.record, read_plan(CLINIC_PLAN, "plan"), NOW))

    assert [journal.record.plan_of(one).name for one in journal.record.treatments] == ["default", "Clinic"]
    assert [use.plan.name for use in journal.record.facts.plan_uses] == ["default", "Clinic"]


def test_the_plan_that_applies_already_changes_nothing(journal: Journal) -> None:
    journal.make(changes.use_plan(journal.record, read_plan(CLINIC_PLAN, "plan"), NOW))

    assert changes.use_plan(journal.record, read_plan(CLINIC_PLAN, "plan"), NOW).is_nothing


def test_a_call_is_kept_with_what_stood_then(journal: Journal) -> None:
    call = Call(rule="infection", day=TODAY, at=NOW - timedelta(hours=2), said="  come\x00 by ")
    journal.assert_undone_exactly(changes.called(journal.record, call, NOW))

    (kept,) = journal.record.facts.acknowledgements
    assert (kept.said, kept.signs, kept.redness, kept.sensitivity) == ("come by", PUS, 2, None)
    finding = next(one for one in journal.record.flags(TODAY) if one.rule.id == "infection")
    assert folding_call(journal.record, finding) == kept
    assert finding.is_marked


@pytest.mark.parametrize(
    ("rule", "day", "at", "why"),
    [
        ("fever", TODAY, NOW, Refusal.NO_FLAG),
        ("no-direct-sun", TODAY, NOW, Refusal.NO_FLAG),
        ("nothing", TODAY, NOW, Refusal.NO_FLAG),
        ("infection", TODAY - timedelta(days=1), NOW, Refusal.NO_FLAG),
        ("infection", TODAY + timedelta(days=1), NOW, Refusal.DAY_AFTER_NOW),
        ("infection", TODAY, NOW + timedelta(minutes=1), Refusal.TIME),
    ],
)
def test_a_call_about_nothing_is_refused(journal: Journal, rule: str, day: date, at, why: Refusal) -> None:
    assert refused(changes.called, journal.record, Call(rule=rule, day=day, at=at), NOW) is why


def test_a_flag_of_caution_is_put_aside_once_and_taken_up_again(journal: Journal) -> None:
    journal.make(changes.log(journal.record, TODAY, Answers(habits={"direct-sun": True}), NOW))
    journal.assert_undone_exactly(changes.put_aside(journal.record, "no-direct-sun", TODAY, NOW))

    assert changes.put_aside(journal.record, "no-direct-sun", TODAY, NOW).is_nothing
    journal.make(changes.take_up(journal.record, "no-direct-sun", TODAY))
    assert refused(changes.take_up, journal.record, "no-direct-sun", TODAY) is Refusal.NO_FLAG


def test_a_flag_that_says_to_call_cannot_be_put_aside(journal: Journal) -> None:
    assert refused(changes.put_aside, journal.record, "infection", TODAY, NOW) is Refusal.NO_FLAG


def test_questions_are_answered_and_answered_anew(journal: Journal) -> None:
    month = AcknowledgementKind.MONTH
    journal.assert_undone_exactly(changes.answered(journal.record, month, TODAY, frozenset({"lines"}), NOW))
    journal.assert_undone_exactly(changes.answered(journal.record, month, TODAY, frozenset(), NOW))

    assert len(journal.record.facts.acknowledgements) == 1
    assert changes.answered(journal.record, month, TODAY, frozenset(), NOW).is_nothing
    assert refused(changes.answered, journal.record, month, TODAY, frozenset({"tan"}), NOW) is Refusal.SYMPTOM


def test_a_course_is_ended_once(journal: Journal) -> None:
    latest = journal.record.treatments[-1]
    journal.assert_undone_exactly(changes.ended(journal.record, latest, NOW))

    assert changes.ended(journal.record, latest, NOW).is_nothing
    number = journal.record.facts.acknowledgements[0].id
    journal.make(changes.take_back(journal.record, number))
    assert refused(changes.take_back, journal.record, number) is Refusal.ANSWER


def test_an_entry_moves_whole_and_counts_as_edited(journal: Journal) -> None:
    day = TODAY - timedelta(days=1)
    journal.assert_undone_exactly(changes.move_entry(journal.record, TODAY, day, NOW))

    moved = journal.record.entry(day)
    assert moved is not None
    assert (moved.edited, moved.redness, moved.symptoms) == (True, 2, PUS)
    assert moved.redness_at == NOW
    assert journal.record.entry(TODAY) is None


def test_an_entry_is_not_moved_onto_another_or_into_tomorrow(journal: Journal) -> None:
    day = TODAY - timedelta(days=1)
    assert refused(changes.move_entry, journal.record, day, TODAY, NOW) is Refusal.NO_ENTRY
    journal.make(changes.log(journal.record, day, Answers(redness=1), NOW))

    assert refused(changes.move_entry, journal.record, TODAY, day, NOW) is Refusal.DAY_TAKEN
    assert refused(changes.move_entry, journal.record, TODAY, TODAY, NOW) is Refusal.DAY_TAKEN
    assert refused(changes.move_entry, journal.record, TODAY, TODAY + timedelta(days=1), NOW) is Refusal.DAY_AFTER_NOW


def photos(journal: Journal, count: int) -> list[int]:
    ids = []
    for number in range(count):
        made = prepared(f"picture {number}".encode())
        kept = changes.keep_photo(journal.store, made, TODAY, View.FRONT, NOW, day_source=DaySource.NAME)
        journal.record = changes.adopted(journal.record, changes.photo_added(kept))
        ids.append(kept.id)
    return ids


def links(journal: Journal) -> dict[int, int | None]:
    return {photo.id: photo.alignment and photo.alignment.to for photo in journal.record.photos}


def test_a_photo_is_laid_on_another_and_let_go(journal: Journal) -> None:
    first, second = photos(journal, 2)
    journal.assert_undone_exactly(changes.align_photo(journal.record, second, Alignment(to=first, turn=3.5)))
    journal.assert_undone_exactly(changes.align_photo(journal.record, second, None))

    assert links(journal) == {first: None, second: None}


def test_photos_never_hang_on_themselves(journal: Journal) -> None:
    first, second, third = photos(journal, 3)
    journal.make(changes.align_photo(journal.record, second, Alignment(to=first)))
    journal.make(changes.align_photo(journal.record, third, Alignment(to=second)))
    journal.assert_undone_exactly(changes.align_photo(journal.record, first, Alignment(to=third)))

    assert links(journal) == {first: third, second: first, third: None}


@pytest.mark.parametrize("alignment", [Alignment(to=1), Alignment(to=2, scale=0.01), Alignment(to=2, dx=float("nan"))])
def test_an_alignment_that_cannot_be_is_refused(journal: Journal, alignment: Alignment) -> None:
    photos(journal, 2)

    assert refused(changes.align_photo, journal.record, 1, alignment) is Refusal.ALIGNMENT
    assert refused(changes.align_photo, journal.record, 1, Alignment(to=99)) is Refusal.NO_PHOTO


def test_a_flipped_photo_loses_what_it_was_laid_by(journal: Journal) -> None:
    first, second = photos(journal, 2)
    journal.make(changes.align_photo(journal.record, second, Alignment(to=first)))
    journal.assert_undone_exactly(changes.flip_photo(journal.record, first))

    assert links(journal) == {first: None, second: None}
    assert [photo.mirrored for photo in journal.record.photos] == [True, False]
