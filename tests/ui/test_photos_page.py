"""The photos page on a real journal: gallery, viewer, one photo changed, removed, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.domain.photo import View
from tests.ui.photo_room import Room, open_room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def test_an_empty_page_says_what_will_be_there_and_offers_one_step(room: Room) -> None:
    assert room.page.shown == "empty"
    steps = [button for button in room.page.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in steps] == ["How to take them", "Add photos"]


def test_photos_stand_under_their_days_newest_first_and_by_view(room: Room) -> None:
    room.have(
        ("2026-11-19", View.FRONT), ("2026-11-22", View.CLOSE_UP), ("2026-11-22", View.FRONT), ("2026-11-22", View.LEFT)
    )

    model = room.page.model
    assert room.page.shown == "gallery"
    assert model.counts == (3, 1)
    assert [photo.view for photo in model.photos] == [View.FRONT, View.LEFT, View.CLOSE_UP, View.FRONT]
    assert model.heading(0) == "Day 2 · Sunday 22 November"
    assert model.heading(3) == "Before treatment · 19 November 2026"
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "left, Day 2 · Sunday 22 November"


def test_the_filter_shows_one_view(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT), ("2026-11-22", View.LEFT))

    room.page.header.choose(View.FRONT)
    assert [photo.view for photo in room.page.model.photos] == [View.FRONT, View.FRONT]

    room.page.header.choose(View.RIGHT)
    assert room.page.model.photos == ()

    room.page.header.choose(None)
    assert len(room.page.model.photos) == 3


def test_thumbnails_arrive_for_what_is_seen_only(room: Room) -> None:
    room.have(*[(f"2026-11-{day:02}", View.FRONT) for day in range(1, 24)])

    room.qtbot.waitUntil(lambda: room.page.thumbnails.count > 0)

    assert room.page.thumbnails.count < 23


def test_keys_move_through_the_gallery_and_open_a_photo(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT), ("2026-11-22", View.LEFT))
    gallery = room.page.gallery
    gallery.setFocus()
    gallery.setCurrentIndex(room.page.model.index(0))

    room.qtbot.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.currentIndex().row() == 1
    room.qtbot.keyClick(gallery, Qt.Key.Key_Down)
    assert gallery.currentIndex().row() == 2
    room.qtbot.keyClick(gallery, Qt.Key.Key_Up)
    assert gallery.currentIndex().row() == 0
    room.qtbot.keyClick(gallery, Qt.Key.Key_End)
    assert gallery.currentIndex().row() == 2

    room.qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert room.page.shown == "viewer"
    assert room.page.viewer.photo == room.page.model.photos[2]


def test_a_click_opens_a_photo(room: Room) -> None:
    room.have(("2026-11-22", View.FRONT))
    gallery = room.page.gallery

    place = gallery.visualRect(room.page.model.index(0)).center()
    room.qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert room.page.shown == "viewer"


def test_the_viewer_goes_through_the_photos_zooms_and_closes(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT))
    first, second = room.page.model.photos
    room.page.open_photo(first.id)
    viewer, canvas = room.page.viewer, room.page.viewer.canvas

    room.qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert viewer.photo == first
    room.qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert viewer.photo == second
    fitted = canvas.percent
    room.qtbot.keyClicks(canvas, "++")
    assert canvas.percent > fitted
    assert not canvas.is_fitted
    room.qtbot.keyClicks(canvas, "1")
    assert canvas.percent == 100
    room.qtbot.keyClicks(canvas, "0")
    assert canvas.is_fitted
    room.qtbot.keyClick(canvas, Qt.Key.Key_Escape)

    assert room.page.shown == "gallery"
    assert room.page.gallery.currentIndex().row() == 1


def test_a_photo_is_removed_and_taken_back(room: Room) -> None:
    kept = room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT))
    room.page.gallery.setFocus()
    room.page.gallery.setCurrentIndex(room.page.model.index(0))

    room.qtbot.keyClick(room.page.gallery, Qt.Key.Key_Delete)
    assert room.photos == kept[:1]
    assert room.page.notice.text == "The photo is in the bin."

    room.page.notice.acted.emit()
    assert room.photos == kept
    assert not room.page.notice.isVisible()


def test_removing_the_photo_that_is_large_shows_the_next(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT))
    first, second = room.page.model.photos
    room.page.open_photo(first.id)

    room.qtbot.keyClick(room.page.viewer.canvas, Qt.Key.Key_Delete)

    assert room.page.shown == "viewer"
    assert room.page.viewer.photo == second

    room.qtbot.keyClick(room.page.viewer.canvas, Qt.Key.Key_Delete)
    assert room.page.shown == "empty"


def test_undo_is_no_longer_offered_when_something_else_happened(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT))
    room.page.gallery.removal_requested.emit(room.page.model.photos[0].id)

    room.session.set_baseline(1, 1)

    assert not room.page.notice.isVisible()


def test_day_and_view_of_a_photo_are_changed(room: Room) -> None:
    (photo,) = room.have(("2026-11-22", View.FRONT))

    room.page.acts.ask_change(photo.id)
    dialog = room.page.acts.change_dialog
    assert dialog is not None
    assert dialog.day() == photo.day
    assert dialog.view() is View.FRONT
    dialog.view_field.choose(View.LEFT)
    dialog.accept()

    assert [(one.day, one.view) for one in room.photos] == [(photo.day, View.LEFT)]


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.5)])
def test_every_state_is_drawn_in_every_look(
    look: str, scale: float, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room = open_room(qtbot, qapp, tmp_path, look=look, text_scale=scale)
    empty = room.page.grab().toImage()
    (photo,) = room.have(("2026-11-22", View.FRONT))
    qtbot.waitUntil(lambda: room.page.thumbnails.count == 1)
    gallery = room.page.grab().toImage()
    room.page.open_photo(photo.id)
    viewer = room.page.grab().toImage()
    room.session.close()

    assert empty != gallery
    assert gallery != viewer


def test_every_control_has_a_name(room: Room) -> None:
    (photo,) = room.have(("2026-11-22", View.FRONT))
    assert nameless(room) == []
    room.page.open_photo(photo.id)
    assert nameless(room) == []


def nameless(room: Room) -> list[QPushButton]:
    buttons = [button for button in room.page.findChildren(QPushButton) if button.isVisible()]
    return [button for button in buttons if not (button.accessibleName() or button.text())]
