"""Marks of a photo: only what was measured beyond its limit, with the value and what it is held against."""

import pytest

from journal.domain.photo import Quality, View
from journal.domain.photo_marks import (
    BLURRED,
    DARKER_THAN_LAST,
    MarkKind,
    Measure,
    PhotoMark,
    last_of_view,
    last_ones,
    photo_marks,
)
from tests import builders

GOOD = {"brightness": 0.5, "clipped": 0.01, "dark": 0.02, "sharpness": 400.0}


def photo(day="2026-11-22", number=2, *, camera="", size=(3000, 4000), view=View.FRONT, **quality):
    measured = Quality(**{**GOOD, **quality})
    width, height = size
    return builders.photo(day, view, id=number, camera=camera, quality=measured, width=width, height=height)


LAST = photo("2026-11-20", 1, camera="Maker One")


def kinds(one, last=None):
    return [mark.kind for mark in photo_marks(one, last)]


def test_a_good_photo_has_no_mark():
    assert photo_marks(photo(), None) == ()
    assert photo_marks(photo(camera="Maker One"), LAST) == ()


@pytest.mark.parametrize(
    ("measured", "mark"),
    [
        ({"brightness": 0.149}, PhotoMark(kind=MarkKind.TOO_DARK, measure=Measure.BRIGHTNESS, value=0.149, limit=0.15)),
        ({"dark": 0.51}, PhotoMark(kind=MarkKind.TOO_DARK, measure=Measure.DARK, value=0.51, limit=0.5)),
        ({"clipped": 0.16}, PhotoMark(kind=MarkKind.TOO_BRIGHT, measure=Measure.CLIPPED, value=0.16, limit=0.15)),
        ({"sharpness": 29.0}, PhotoMark(kind=MarkKind.BLURRED, measure=Measure.SHARPNESS, value=29.0, limit=30.0)),
    ],
)
def test_what_holds_for_all_photos(measured, mark):
    assert photo_marks(photo(**measured), None) == (mark,)


@pytest.mark.parametrize("measured", [{"brightness": 0.15}, {"dark": 0.5}, {"clipped": 0.15}, {"sharpness": BLURRED}])
def test_the_limit_itself_is_no_mark(measured):
    assert photo_marks(photo(**measured), None) == ()


def test_a_darker_one_than_the_last_is_marked_beside_it():
    (mark,) = photo_marks(photo(brightness=0.29), LAST)

    assert (mark.kind, mark.value, mark.last) == (MarkKind.TOO_DARK, 0.29, LAST)
    assert mark.limit == pytest.approx(DARKER_THAN_LAST * 0.5)
    assert kinds(photo(brightness=0.31), LAST) == []


def test_dark_skin_in_good_light_is_not_called_dark():
    last = photo("2026-11-20", 1, brightness=0.2)

    assert kinds(photo(brightness=0.18), last) == []


def test_a_softer_one_than_the_last_is_marked_beside_it():
    (mark,) = photo_marks(photo(sharpness=99.0), LAST)

    assert (mark.kind, mark.value, mark.limit, mark.last) == (MarkKind.BLURRED, 99.0, 100.0, LAST)
    assert kinds(photo(sharpness=101.0), LAST) == []


def test_a_blurred_last_one_does_not_lower_the_limit():
    (mark,) = photo_marks(photo(sharpness=29.0), photo("2026-11-20", 1, sharpness=50.0))

    assert (mark.limit, mark.last) == (BLURRED, None)


def test_a_much_smaller_one_and_another_camera_are_marked():
    smaller, camera = photo_marks(photo(size=(1600, 1200), camera="Maker Two"), LAST)

    assert smaller == PhotoMark(
        kind=MarkKind.SMALLER, measure=Measure.LONG_SIDE, value=1600, limit=pytest.approx(2400), last=LAST
    )
    assert (camera.kind, camera.last) == (MarkKind.OTHER_CAMERA, LAST)
    assert kinds(photo(size=(2400, 1800), camera=""), LAST) == []


def test_what_was_never_measured_is_not_judged():
    unmeasured = builders.photo("2026-11-22", id=2, width=3000, height=4000)

    assert photo_marks(unmeasured, LAST) == ()
    assert kinds(photo(brightness=0.2), builders.photo("2026-11-20", width=3000, height=4000)) == []


def test_the_last_one_is_of_the_same_view_and_an_earlier_day():
    photos = [
        photo("2026-11-20", 1),
        photo("2026-11-21", 4),
        photo("2026-11-21", 3),
        photo("2026-11-21", 5, view=View.LEFT),
        photo("2026-11-22", 6),
        photo("2026-11-23", 7),
    ]

    assert last_of_view(photos, photo("2026-11-22", 8)) == photos[1]
    assert last_of_view(photos, photos[0]) is None
    assert last_ones(photos) == {one.id: last_of_view(photos, one) for one in photos}
    assert last_of_view(photos, photo("2026-11-22", 8, view=View.CLOSE_UP)) is None
