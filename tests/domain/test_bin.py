"""What lies in the bin, and until when."""

from datetime import timedelta

import pytest

from journal.domain.bin import BinItem, BinKind, chosen, expired
from journal.domain.errors import Refusal, ValueRefused
from tests.builders import entry, moment, photo, treatment

REMOVED = moment("2026-11-22T20:00")
ITEMS = (
    BinItem(row_id=3, what=entry("2026-11-21", 4), removed_at=REMOVED),
    BinItem(row_id=3, what=photo("2026-11-20", id=3), removed_at=REMOVED - timedelta(days=30)),
    BinItem(row_id=1, what=treatment(id=1), removed_at=REMOVED - timedelta(days=29, hours=23)),
)


def test_each_kind_has_its_name_and_day():
    assert [(one.kind, one.name, one.day.day) for one in ITEMS] == [
        (BinKind.ENTRY, "entry-3", 21),
        (BinKind.PHOTO, "photo-3", 20),
        (BinKind.TREATMENT, "treatment-1", 20),
    ]


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ({}, 30),
        ({"hours": 1}, 30),
        ({"days": 1}, 29),
        ({"days": 29, "hours": 1}, 1),
        ({"days": 30}, 0),
        ({"days": 99}, 0),
    ],
    ids=str,
)
def test_days_that_are_left_count_once_begun(after, left):
    assert ITEMS[0].days_left(REMOVED + timedelta(**after)) == left


def test_a_clock_that_was_set_back_adds_no_days():
    assert ITEMS[0].days_left(REMOVED - timedelta(days=400)) == 30


def test_what_was_removed_thirty_days_ago_is_over():
    assert [one.name for one in expired(ITEMS, REMOVED)] == ["photo-3"]
    assert [one.name for one in expired(ITEMS, REMOVED, timedelta(0))] == ["entry-3", "photo-3", "treatment-1"]


def test_what_is_not_in_the_bin_cannot_be_chosen():
    assert [one.name for one in chosen(ITEMS, ["treatment-1", "entry-3", "entry-3"])] == ["treatment-1", "entry-3"]
    with pytest.raises(ValueRefused) as caught:
        chosen(ITEMS, ["entry-3", "entry-4"])

    assert (caught.value.refusal, caught.value.value) == (Refusal.NOT_IN_BIN, "entry-4")
