"""How an entry is given, revised and taken away, and how that is remembered."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from journal.domain.entry import HABITS, Answers, Recorded, checked_answers, recorded_at, revised, without
from journal.domain.errors import Refusal, ValueRefused

DAY = date(2026, 11, 22)
EVENING = datetime(2026, 11, 22, 20, tzinfo=UTC)
NOON_AFTER = datetime(2026, 11, 23, 12, tzinfo=UTC)
MUCH_LATER = EVENING + timedelta(days=5)


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ("2026-11-22T23:59", Recorded.ON_TIME),
        ("2026-11-23T12:00", Recorded.ON_TIME),
        ("2026-11-23T12:01", Recorded.LATE),
        ("2026-11-25T00:00", Recorded.LATE),
        ("2026-11-25T00:01", Recorded.RECALLED),
    ],
)
def test_when_a_rating_counts_as_what(at, word):
    assert recorded_at(DAY, datetime.fromisoformat(at).replace(tzinfo=UTC)) is word


def test_it_is_the_wall_time_of_the_place_that_counts():
    in_tokyo = datetime(2026, 11, 23, 11, tzinfo=timezone(timedelta(hours=9)))
    in_honolulu = datetime(2026, 11, 23, 13, tzinfo=timezone(timedelta(hours=-10)))

    assert recorded_at(DAY, in_tokyo) is Recorded.ON_TIME
    assert recorded_at(DAY, in_honolulu) is Recorded.LATE


def test_the_later_rating_decides():
    first = revised(None, DAY, Answers(redness=4), EVENING)
    both = revised(first, DAY, Answers(sensitivity=2), MUCH_LATER)

    assert first.recorded is Recorded.ON_TIME
    assert both.recorded is Recorded.RECALLED
    assert not both.edited


def test_an_entry_without_a_rating_is_not_recorded_at_all():
    entry = revised(None, DAY, Answers(note="calm"), EVENING)

    assert entry.recorded is None
    assert not entry.has_rating


def test_given_parts_replace_and_others_stay():
    entry = revised(None, DAY, Answers(redness=4, habits={"sauna": False, "sunscreen": True}, note="a"), EVENING)
    entry = revised(entry, DAY, Answers(habits={"sauna": True}, symptoms=frozenset({"pus"})), EVENING)
    entry = revised(entry, DAY, Answers(symptoms=frozenset()), EVENING)

    assert dict(entry.habits) == {"sauna": True, "sunscreen": True}
    assert (entry.redness, entry.note, entry.symptoms, entry.symptoms_asked) == (4, "a", frozenset(), True)


def test_changing_a_value_by_noon_is_no_edit_and_after_noon_is():
    entry = revised(None, DAY, Answers(redness=4), EVENING)

    assert not revised(entry, DAY, Answers(redness=5), NOON_AFTER).edited
    assert revised(entry, DAY, Answers(redness=5), NOON_AFTER + timedelta(minutes=1)).edited
    assert not revised(entry, DAY, Answers(redness=4), MUCH_LATER).edited
    assert not revised(entry, DAY, Answers(sensitivity=1), MUCH_LATER).edited


def test_a_changed_rating_keeps_the_time_of_its_first_saving():
    entry = revised(revised(None, DAY, Answers(redness=4), EVENING), DAY, Answers(redness=5), MUCH_LATER)

    assert entry.redness_at == EVENING
    assert entry.recorded is Recorded.ON_TIME


def test_taken_back_in_time_and_given_again_late_counts_as_late():
    entry = revised(None, DAY, Answers(redness=4, note="x"), EVENING)
    entry = without(entry, ["redness"], EVENING)
    assert entry is not None
    entry = revised(entry, DAY, Answers(redness=4), MUCH_LATER)

    assert entry.recorded is Recorded.RECALLED


def test_taken_away_after_noon_marks_the_entry_and_leaves_the_mark():
    entry = revised(None, DAY, Answers(redness=4), EVENING)
    gone = without(entry, ["redness"], MUCH_LATER)

    assert gone is not None
    assert gone.is_empty
    assert gone.edited
    assert revised(gone, DAY, Answers(redness=2), MUCH_LATER).edited


def test_taken_away_in_time_nothing_is_left():
    entry = revised(None, DAY, Answers(redness=4), EVENING)

    assert without(entry, ["redness"], EVENING) is None


def test_one_habit_can_be_taken_away():
    entry = revised(None, DAY, Answers(redness=4, habits={"sauna": True, "sunscreen": True}), EVENING)
    entry = without(entry, ["sauna"], EVENING)

    assert entry is not None
    assert dict(entry.habits) == {"sunscreen": True}


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        (Answers(redness=11), Refusal.RATING),
        (Answers(sensitivity=-1), Refusal.RATING),
        (Answers(redness=True), Refusal.RATING),
        (Answers(habits={"flying": True}), Refusal.HABIT),
        (Answers(symptoms=frozenset({"boredom"})), Refusal.SYMPTOM),
    ],
)
def test_wrong_values_are_refused(answers, refusal):
    with pytest.raises(ValueRefused) as refused:
        checked_answers(answers, HABITS)

    assert refused.value.refusal is refusal
