"""The same day of an earlier treatment: exactly in the first days, a day off later, the latest such treatment first."""

import pytest

from journal.domain.photo import View
from journal.domain.photo_pairs import SameDay, same_day_earlier, same_days
from tests import builders
from tests.builders import photo

TREATMENTS = tuple(builders.treatment(f"2026-{month:02}-01T14:00") for month in (9, 10, 11))


def record(*photos):
    return builders.record(treatments=TREATMENTS, photos=photos)


@pytest.mark.parametrize(
    ("earlier", "later", "is_like"),
    [
        ("2026-10-01", "2026-11-01", True),
        ("2026-10-04", "2026-11-04", True),
        ("2026-10-03", "2026-11-04", False),
        ("2026-10-05", "2026-11-04", False),
        ("2026-10-07", "2026-11-08", True),
        ("2026-10-09", "2026-11-08", True),
        ("2026-10-10", "2026-11-08", False),
        ("2026-08-31", "2026-11-08", False),
    ],
)
def test_how_near_counts_as_the_same_day(earlier, later, is_like):
    one, other = photo(earlier, id=1), photo(later, id=2)

    assert same_day_earlier(record(one, other), other) == (one if is_like else None)


def test_the_nearest_day_then_the_latest_treatment_comes_first():
    latest = photo("2026-11-08", id=9)
    exact = photo("2026-09-08", id=1)
    near = photo("2026-10-07", id=2)
    newer = photo("2026-10-08", id=3)

    assert same_day_earlier(record(exact, near, latest), latest) == exact
    assert same_day_earlier(record(exact, newer, latest), latest) == newer


def test_another_view_the_same_treatment_and_the_time_before_are_no_likes():
    latest = photo("2026-11-08", id=9)
    before = photo("2026-08-20", id=4)
    others = (photo("2026-10-08", View.LEFT, id=1), photo("2026-11-07", id=2), photo("2026-11-09", id=3))

    assert same_day_earlier(record(before, latest, *others), latest) is None
    assert same_day_earlier(record(before, latest), before) is None


def test_only_photos_with_a_like_make_pairs():
    one, other, alone = photo("2026-10-08", id=1), photo("2026-11-08", id=2), photo("2026-11-20", id=3)

    assert same_days(record(one, other, alone), (alone, other)) == (SameDay(earlier=one, later=other),)
