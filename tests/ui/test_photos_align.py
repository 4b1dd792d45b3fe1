"""Lining two photos up by points, by hand, by keys: kept, undone, taken away; flipped. The original never changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.alignment import Alignment
from journal.domain.photo import Copy, Photo, View
from journal.domain.similarity import Similarity
from journal.ui.photos.compare.align_panel import GHOST, AlignPanel
from journal.ui.photos.compare.canvas import Way
from tests.photos.pictures import BLUE, GREEN, RED, nearest
from tests.ui.photo_room import Room, open_room

TRUE = Similarity.of(0.8, 9.0, 0.05, -0.03)
PLACES = (-0.2 - 0.1j, 0.22 - 0.12j, 0.02 + 0.25j)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    room.have(("2026-11-19", View.FRONT), ("2026-11-23", View.FRONT))
    yield room
    room.page.close_intake()
    room.session.close()


@pytest.fixture
def align(room: Room) -> AlignPanel:
    room.page.open_compare(newer(room).id)
    room.page.compare.panel.align.click()
    return room.page.compare.align


def older(room: Room) -> Photo:
    return min(room.photos, key=lambda photo: photo.day)


def newer(room: Room) -> Photo:
    return max(room.photos, key=lambda photo: photo.day)


def kept(room: Room) -> Similarity:
    alignment = older(room).alignment
    assert alignment is not None
    assert alignment.to == newer(room).id
    return Similarity.of(alignment.scale, alignment.turn, alignment.dx, alignment.dy)


def mark(room: Room, align: AlignPanel, count: int) -> None:
    """Click the same places on both photos, as they are seen."""
    for place in PLACES[:count]:
        for pane, point in ((align.moving, place), (align.fixed, TRUE(place))):
            at = pane.on_screen(point).toPoint()
            room.qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=at)


def test_three_points_clicked_on_both_are_kept_and_undone(room: Room, align: AlignPanel) -> None:
    before = room.session.photo_bytes(older(room).id, Copy.ORIGINAL)
    mark(room, align, 3)
    scale = align.fixed.lens.scale
    align.apply.click()

    miss = max(abs(kept(room)(place) - TRUE(place)) for place in PLACES)
    assert miss * scale < 2  # a click is a whole pixel of the pane, on both photos
    assert not room.page.compare.is_aligning
    assert room.session.photo_bytes(older(room).id, Copy.ORIGINAL) == before
    room.session.undo()
    assert older(room).alignment is None


def test_two_points_are_enough_and_one_is_not(room: Room, align: AlignPanel) -> None:
    assert not align.apply.isEnabled()
    mark(room, align, 1)
    assert not align.apply.isEnabled()
    assert align.hint.text() == "Mark a second place, as far from the first as you can."
    mark(room, align, 2)
    assert align.hint.text().startswith("Now mark") or align.apply.isEnabled()


def test_points_are_marked_moved_and_removed_by_keyboard(room: Room, align: AlignPanel) -> None:
    pane = align.moving
    pane.setFocus()
    room.qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.points == [pytest.approx(0)]
    room.qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    room.qtbot.keyClick(pane, Qt.Key.Key_Up)
    assert pane.points[0] * pane.lens.scale == pytest.approx(10 - 1j)
    room.qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.chosen == 1
    room.qtbot.keyClick(pane, Qt.Key.Key_N)
    assert pane.chosen == 0
    room.qtbot.keyClick(pane, Qt.Key.Key_Delete)
    assert len(pane.points) == 1


def test_a_handle_is_dragged(room: Room, align: AlignPanel) -> None:
    pane = align.moving
    pane.add_point(0j)
    start = pane.on_screen(0j).toPoint()

    room.qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=start)
    room.qtbot.mouseMove(pane, start + QPoint(30, 20))
    room.qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 20))

    assert len(pane.points) == 1
    assert pane.points[0] * pane.lens.scale == pytest.approx(30 + 20j, abs=1.5)


def test_the_ghost_is_dragged_turned_and_scaled(room: Room, align: AlignPanel) -> None:
    align.choose_way(GHOST)
    ghost = align.ghost
    middle = QPoint(ghost.width() // 2, ghost.height() // 2)

    room.qtbot.mousePress(ghost, Qt.MouseButton.LeftButton, pos=middle)
    room.qtbot.mouseMove(ghost, middle + QPoint(25, -10))
    room.qtbot.mouseRelease(ghost, Qt.MouseButton.LeftButton, pos=middle + QPoint(25, -10))
    assert ghost.lies.shift * ghost.lens.scale == pytest.approx(25 - 10j, abs=1.5)

    corner = ghost.grips()[2].toPoint()
    room.qtbot.mousePress(ghost, Qt.MouseButton.LeftButton, pos=corner)
    room.qtbot.mouseMove(ghost, middle + (corner - middle) * 0.8)
    room.qtbot.mouseRelease(ghost, Qt.MouseButton.LeftButton, pos=corner)
    assert ghost.lies.scale < 0.95
    assert ghost.lies.turn == pytest.approx(0)

    turn = ghost.turn_grip().toPoint()
    room.qtbot.mousePress(ghost, Qt.MouseButton.LeftButton, pos=turn)
    room.qtbot.mouseMove(ghost, turn + QPoint(40, 0))
    room.qtbot.mouseRelease(ghost, Qt.MouseButton.LeftButton, pos=turn)
    assert ghost.lies.turn > 2


def test_the_ghost_is_moved_by_keyboard_and_what_is_known_goes_along(room: Room, align: AlignPanel) -> None:
    mark(room, align, 3)
    align.choose_way(GHOST)
    before = align.ghost.lies
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

    room.qtbot.keyClick(align.ghost, Qt.Key.Key_Right, shift)
    room.qtbot.keyClick(align.ghost, Qt.Key.Key_Right, control)
    room.qtbot.keyClick(align.ghost, Qt.Key.Key_Up, control)

    after = align.ghost.lies
    assert before.turn == pytest.approx(TRUE.turn, abs=1)
    assert (after.shift - before.shift) * align.ghost.lens.scale == pytest.approx(10)
    assert after.turn - before.turn == pytest.approx(0.25)
    assert after.scale / before.scale == pytest.approx(1.005)


def test_it_is_taken_away_again(room: Room, align: AlignPanel) -> None:
    mark(room, align, 3)
    align.apply.click()
    room.page.compare.panel.align.click()
    assert align.ghost.lies.turn == pytest.approx(TRUE.turn, abs=1)

    align.remove.click()

    assert older(room).alignment is None


def test_escape_keeps_nothing(room: Room, align: AlignPanel) -> None:
    mark(room, align, 3)
    room.qtbot.keyClick(align.moving, Qt.Key.Key_Escape)

    assert older(room).alignment is None
    assert not room.page.compare.is_aligning
    assert room.page.shown == "compare"


def test_a_mirrored_selfie_is_flipped_and_seen_so(room: Room, align: AlignPanel) -> None:
    align.flip_moving.click()
    assert older(room).mirrored
    room.qtbot.keyClick(align.moving, Qt.Key.Key_Escape)

    canvas = room.page.compare.panel.canvas
    shown = canvas.grab().toImage()
    left, right = canvas.panes()
    corners = [
        nearest(shown.pixelColor(pane.center().toPoint() - QPoint(80, 80)).getRgb()[:3]) for pane in (left, right)
    ]
    assert corners == [GREEN, RED]
    room.session.undo()
    assert not older(room).mirrored


def test_compare_shows_the_older_photo_as_it_was_lined_up(room: Room) -> None:
    turned = Alignment(to=newer(room).id, scale=1.0, turn=90.0)
    room.session.align_photo(older(room).id, turned)
    room.page.open_compare(newer(room).id)
    panel = room.page.compare.panel
    panel.choose_way(Way.WIPE)
    panel.canvas.set_share(1.0)

    shown = panel.canvas.grab().toImage()

    middle = panel.canvas.rect().center()
    assert nearest(shown.pixelColor(middle - QPoint(60, 60)).getRgb()[:3]) == BLUE


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.5)])
def test_both_ways_are_drawn(look: str, scale: float, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    room = open_room(qtbot, qapp, tmp_path, look=look, text_scale=scale)
    room.have(("2026-11-19", View.FRONT), ("2026-11-23", View.FRONT))
    room.page.open_compare(newer(room).id)
    room.page.compare.start_aligning()
    align = room.page.compare.align
    align.moving.add_point(0.1j)
    points = align.grab().toImage()
    align.choose_way(GHOST)
    ghost = align.grab().toImage()
    room.session.close()

    assert points != ghost
