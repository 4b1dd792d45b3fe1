"""Two photos compared on a real journal: chosen, zoomed in step, wiped, blinked; all of it by keyboard too."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.alignment import Alignment
from journal.domain.photo import View
from journal.domain.similarity import Similarity
from journal.ui.photos.compare.canvas import CompareCanvas, Way
from journal.ui.photos.compare.panel import ComparePanel
from tests.photos.pictures import nearest
from tests.ui.photo_room import Room, open_room

FRONT = View.FRONT


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    room.have(("2026-11-19", FRONT), ("2026-11-21", FRONT), ("2026-11-23", FRONT), ("2026-11-22", View.LEFT))
    yield room
    room.page.close_intake()
    room.session.close()


@pytest.fixture
def panel(room: Room) -> ComparePanel:
    room.page.open_compare(newest(room))
    return room.page.compare.panel


def newest(room: Room) -> int:
    return next(photo.id for photo in room.photos if photo.day.day == 23)


def days(panel: ComparePanel) -> list[int]:
    assert panel.photos is not None
    return [photo.day.day for photo in panel.photos]


def turn_wheel(canvas: CompareCanvas, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_a_photo_is_laid_beside_the_one_from_before(room: Room, panel: ComparePanel) -> None:
    room.page.compare.panel.show_record(room.session.record)

    assert room.page.shown == "compare"
    assert days(panel) == [19, 23]
    assert panel.title.text() == "Before treatment and day 3 after treatment 1, 4 days apart · front"
    assert panel.left_picker.texts()[:2] == [
        "Before this treatment: Before treatment · 19 Nov 2026",
        "The one before: Day 1 · 21 Nov 2026",
    ]


def test_it_opens_from_the_gallery_and_from_the_viewer_and_goes_back_there(room: Room) -> None:
    gallery = room.page.gallery
    gallery.setFocus()
    gallery.setCurrentIndex(room.page.model.index(0))
    room.qtbot.keyClick(gallery, Qt.Key.Key_C)
    assert room.page.shown == "compare"
    room.qtbot.keyClick(room.page.compare.panel.canvas, Qt.Key.Key_Escape)
    assert room.page.shown == "gallery"

    room.page.open_photo(newest(room))
    room.qtbot.keyClick(room.page.viewer.canvas, Qt.Key.Key_C)
    assert room.page.shown == "compare"
    room.qtbot.keyClick(room.page.compare.panel.canvas, Qt.Key.Key_Escape)
    assert room.page.shown == "viewer"


def test_any_two_photos_are_compared_also_of_two_views(room: Room) -> None:
    left = next(photo for photo in room.photos if photo.view is View.LEFT)
    room.page.mark_to_compare(left.id)
    assert room.page.notice.text == "Choose the photo to compare with."

    room.page.open_photo(newest(room))

    assert room.page.shown == "compare"
    assert days(room.page.compare.panel) == [22, 23]
    assert room.page.compare.panel.canvas.labels == ("Day 2, left", "Day 3, front")
    assert not room.page.notice.isVisible()


def test_in_a_narrow_window_the_two_days_stand_below_each_other(room: Room, panel: ComparePanel) -> None:
    room.page.setFixedSize(440, 700)
    room.qtbot.waitUntil(lambda: panel.left_picker.y() < panel.right_picker.y())
    assert panel.left_picker.box.seen_text.endswith("19 Nov 2026")
    assert panel.right_picker.box.seen_text.endswith("23 Nov 2026")


def test_a_single_photo_says_that_a_second_one_is_needed(room: Room) -> None:
    left = next(photo for photo in room.photos if photo.view is View.LEFT)

    room.page.open_compare(left.id)

    assert room.page.shown == "gallery"
    assert room.page.notice.text.startswith("There is no other photo of this view yet.")


def test_both_photos_are_zoomed_and_moved_in_step(room: Room, panel: ComparePanel) -> None:
    canvas = panel.canvas
    left, right = canvas.panes()
    corner = QPointF(left.width() * 0.25, left.height() * 0.25)
    before = canvas.lens.to_plane(*canvas.from_middle(corner))
    assert before == pytest.approx(canvas.lens.to_plane(*canvas.from_middle(corner + right.topLeft())))

    turn_wheel(canvas, corner, 4)

    assert not canvas.is_fitted
    assert canvas.lens.to_plane(*canvas.from_middle(corner))[1] == pytest.approx(before[1])
    room.qtbot.keyClicks(canvas, "0")
    assert canvas.is_fitted
    room.qtbot.keyClicks(canvas, "++")
    middle = canvas.lens.y
    room.qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.lens.y > middle
    room.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    room.qtbot.mouseMove(canvas, QPoint(200, 260))
    room.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 260))
    assert canvas.lens.y == pytest.approx(middle, abs=0.01)


def test_two_fingers_zoom(panel: ComparePanel) -> None:
    before = panel.canvas.lens.scale
    at = QPointF(100, 100)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )

    QGuiApplication.sendEvent(panel.canvas, pinch)

    assert panel.canvas.lens.scale == pytest.approx(before * 1.5)


def test_zoom_and_place_stay_when_another_day_is_chosen(room: Room, panel: ComparePanel) -> None:
    room.qtbot.keyClicks(panel.canvas, "+++")
    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = panel.canvas.lens

    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)

    assert days(panel) == [21, 23]
    assert panel.canvas.lens.scale == pytest.approx(before.scale)
    assert panel.canvas.lens.y == pytest.approx(before.y, abs=0.01)


def test_the_line_follows_mouse_keys_and_slider(room: Room, panel: ComparePanel) -> None:
    canvas = panel.canvas
    room.qtbot.keyClick(canvas, Qt.Key.Key_W)
    assert canvas.way is Way.WIPE

    room.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, 200))
    room.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 4, 200))
    assert canvas.share == pytest.approx(0.25, abs=0.01)
    room.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.share == pytest.approx(0.27, abs=0.01)
    assert panel.slider.value() == 27
    panel.slider.setValue(80)
    assert canvas.share == pytest.approx(0.8)
    assert "80%" in canvas.accessibleName()


def test_the_wipe_shows_each_photo_on_its_side_of_the_line(room: Room, panel: ComparePanel) -> None:
    panel.choose_way(Way.WIPE)
    shown = panel.canvas.grab().toImage()
    panel.canvas.set_share(0.0)
    right_alone = panel.canvas.grab().toImage()

    place = QPoint(shown.width() // 2 + 60, shown.height() // 3)
    assert nearest(shown.pixelColor(place).getRgb()[:3]) == nearest(right_alone.pixelColor(place).getRgb()[:3])
    assert shown != right_alone


def test_the_line_is_laid_level_and_moved_up_and_down(room: Room, panel: ComparePanel) -> None:
    canvas = panel.canvas
    panel.choose_way(Way.WIPE)
    room.qtbot.keyClick(canvas, Qt.Key.Key_T)
    assert canvas.is_line_level

    room.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, canvas.height() // 4))
    room.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, canvas.height() // 4))
    assert canvas.share == pytest.approx(0.25, abs=0.01)
    room.qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.share == pytest.approx(0.27, abs=0.01)
    assert "of the height" in canvas.accessibleName()
    panel.turn.click()
    assert not canvas.is_line_level


def test_the_same_place_of_the_face_stays_when_the_newer_photo_changes(room: Room, panel: ComparePanel) -> None:
    photos = {photo.day.day: photo for photo in room.photos if photo.view is FRONT}
    room.session.align_photo(photos[21].id, Alignment(to=photos[23].id, scale=0.8, turn=10, dx=0.03, dy=0.02))
    room.qtbot.keyClicks(panel.canvas, "++++++")
    before = panel.canvas.lens
    lies = Similarity.of(0.8, 10, 0.03, 0.02)

    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_PageUp)

    assert days(panel) == [19, 21]
    after = panel.canvas.lens
    assert after.scale == pytest.approx(before.scale * 0.8, rel=0.01)
    assert abs(lies(complex(after.x, after.y)) - complex(before.x, before.y)) < 0.01


def test_a_photo_is_looked_at_across_the_whole_page(room: Room, panel: ComparePanel) -> None:
    room.page.resize(1700, 900)
    assert panel.canvas.width() > 1600
    panel.back.click()
    assert room.page.gallery.width() <= 1100


def test_nothing_blinks_until_it_is_asked_and_it_stops(room: Room, panel: ComparePanel) -> None:
    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_B)
    assert not panel.is_blinking
    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_Space)
    assert panel.canvas.is_second_shown
    assert panel.canvas.accessibleName() == "Day 3 is shown. Space shows the other."

    panel.play.click()
    assert panel.is_blinking
    with room.qtbot.waitSignal(panel.canvas.share_changed, timeout=5_000):
        pass
    assert not panel.canvas.is_second_shown
    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_Escape)
    assert not panel.is_blinking
    assert room.page.shown == "compare"

    panel.play.click()
    room.page.open_photo(newest(room))
    assert not panel.is_blinking


def test_a_photo_that_is_taken_away_closes_the_comparison(room: Room, panel: ComparePanel) -> None:
    room.session.remove_photo(newest(room))

    assert room.page.shown == "gallery"


def test_every_control_is_reached_and_named(panel: ComparePanel) -> None:
    controls = [panel.back, panel.left_picker.box, panel.right_picker.box, panel.swap, panel.fit, panel.slider]
    assert all(one.accessibleName() or one.text() for one in controls)
    assert panel.canvas.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5)])
def test_each_way_is_drawn_in_each_look(
    look: str, scale: float, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room = open_room(qtbot, qapp, tmp_path, look=look, text_scale=scale)
    room.have(("2026-11-19", FRONT), ("2026-11-23", FRONT))
    room.page.open_compare(newest(room))
    pictures = []
    for way in Way:
        room.page.compare.panel.choose_way(way)
        pictures.append(room.page.compare.panel.grab().toImage())
    room.session.close()

    assert all(one != other for one, other in pairwise(pictures))
