"""The example journal: comparable photos of two treatments, each laid on the first of its view."""

import pytest

from journal import changes
from journal.demo import demo_journal
from journal.domain.photo import View
from journal.domain.photo_frames import by_id, place_of
from journal.domain.photo_pairs import same_days
from journal.domain.similarity import UNCHANGED, Similarity
from journal.drawing.demo_face import draw_face
from tests.builders import moment

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def record(qapp, tmp_path_factory):
    store, found = changes.open_journal(
        demo_journal(tmp_path_factory.mktemp("example"), moment("2026-11-22T20:00")), create=False
    )
    store.close()
    return found


def test_all_photos_of_a_view_lie_in_one_frame(record):
    photos = by_id(record.photos)

    roots = {view: {place_of(photos, one).root for one in record.photos if one.view is view} for view in View}
    assert [len(found) for found in roots.values()] == [1, 1, 1, 0]


def test_no_two_photos_were_held_alike(record):
    fronts = [one for one in record.photos if one.view is View.FRONT]
    turns = {round(place_of(by_id(record.photos), one).similarity.turn, 3) for one in fronts}

    assert len(turns) > len(fronts) / 2
    assert max(abs(turn) for turn in turns) <= 15


def test_two_treatments_have_photos_of_the_same_days(record):
    latest = record.treatments[-1]
    pairs = same_days(record, [one for one in record.photos if one.day >= latest.day])

    assert {pair.later.view for pair in pairs} == {View.FRONT, View.LEFT, View.RIGHT}


def test_a_face_is_drawn_as_the_camera_was_held():
    size = (300, 375)
    straight = draw_face(2, 4, View.FRONT, size)

    assert draw_face(2, 4, View.FRONT, size, UNCHANGED) == straight
    assert draw_face(2, 4, View.FRONT, size, Similarity.of(1, 3, 0, 0)) != straight
