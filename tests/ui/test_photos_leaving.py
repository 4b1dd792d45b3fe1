"""A copy that leaves: what is shown is what is saved, covered or cut as placed, with nothing else of the photo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import View
from journal.photos.intake import prepare
from journal.ui.photos.leaving.dialog import EYES, PART, WHOLE, LeavingDialog
from tests.photos.pictures import GREEN, RED, corners, encoded, exif, nearest, opened, quarters
from tests.ui.photo_room import TODAY, Room, open_room

SECRETS = (b"Exif", b"SECRETCAMERA", b"http://ns.adobe.com", b"ICC_PROFILE", b"JFXX", b"2026:11:22")


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


@pytest.fixture
def dialog(room: Room) -> Iterator[LeavingDialog]:
    block = exif(location=True, DateTimeOriginal="2026:11:22 18:30:05")
    prepared = prepare(encoded(quarters((600, 800)), exif=block), "a.jpg")
    photo = room.session.keep_photo(prepared, TODAY, View.FRONT)
    room.session.adopt_photo(photo)
    room.page.open_photo(photo.id)
    room.page.viewer.copy_requested.emit(photo.id)
    dialog = room.page.acts.leaving_dialog
    assert isinstance(dialog, LeavingDialog)
    made(room, dialog)
    yield dialog
    if room.page.acts.leaving_dialog is not None:
        room.page.acts.leaving_dialog.reject()


def made(room: Room, dialog: LeavingDialog) -> bytes:
    room.qtbot.waitUntil(lambda: bool(dialog.data))
    return dialog.data


def test_what_is_saved_is_what_is_shown_and_says_nothing_else(
    room: Room, dialog: LeavingDialog, tmp_path: Path
) -> None:
    path = tmp_path / "photo.jpg"
    dialog.save_to(path)

    data = path.read_bytes()
    assert data == dialog.data
    assert [secret for secret in SECRETS if secret in data] == []
    assert opened(data).size == (600, 800)
    assert data.count(b"\xff\xd8\xff") == 1
    assert dialog.told.text() == "Saved as photo.jpg."


def test_the_eyes_are_painted_over_where_the_band_was_put(room: Room, dialog: LeavingDialog) -> None:
    before = made(room, dialog)
    dialog.choose(EYES)
    assert dialog.data == b""
    assert not dialog.save_button.isEnabled()
    pane = dialog.pane
    middle = sum(pane.corners(), QPointF()) / 4
    start = middle.toPoint()
    room.qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=start)
    room.qtbot.mouseMove(pane, start + QPoint(0, 60))
    room.qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))

    image = opened(made(room, dialog))
    band = dialog.areas[EYES]
    assert band.y > 0.45
    x, y = int((band.x + band.width / 2) * 600), int((band.y + band.height / 2) * 800)
    assert max(image.getpixel((x, y))) < 12
    assert max(image.getpixel((x, int(band.y * 800) - 20))) > 100
    assert dialog.data != before


def test_the_band_is_moved_sized_and_turned_by_keyboard(room: Room, dialog: LeavingDialog) -> None:
    dialog.choose(EYES)
    before = dialog.areas[EYES]
    pane = dialog.pane
    pane.setFocus()

    room.qtbot.keyClick(pane, Qt.Key.Key_Right)
    room.qtbot.keyClick(pane, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.keyClick(pane, Qt.Key.Key_Period)

    after = dialog.areas[EYES]
    assert after.x == pytest.approx(before.x + 0.005)
    assert after.height == pytest.approx(before.height + 0.005)
    assert after.turn == pytest.approx(1)


def test_the_band_is_turned_and_sized_by_its_handles(room: Room, dialog: LeavingDialog) -> None:
    dialog.choose(EYES)
    pane = dialog.pane
    turn = pane.turn_grip().toPoint()
    room.qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=turn)
    room.qtbot.mouseMove(pane, turn + QPoint(0, 30))
    room.qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=turn)
    assert dialog.areas[EYES].turn > 5

    before = dialog.areas[EYES].width
    corner = pane.corners()[2].toPoint()
    room.qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=corner)
    room.qtbot.mouseMove(pane, corner - QPoint(30, 0))
    room.qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=corner)
    assert dialog.areas[EYES].width < before


def test_only_the_part_chosen_leaves(room: Room, dialog: LeavingDialog) -> None:
    dialog.choose(PART)
    for _ in range(40):
        room.qtbot.keyClick(dialog.pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    image = opened(made(room, dialog))
    part = dialog.areas[PART]
    assert part.x == 0
    assert image.size == (360, 320)
    assert nearest(image.getpixel((20, 20))) == RED


def test_a_flipped_photo_leaves_flipped(room: Room, dialog: LeavingDialog) -> None:
    dialog.reject()
    assert room.page.acts.leaving_dialog is None
    (photo,) = room.photos
    room.session.flip_photo(photo.id)
    room.page.acts.save_copy(photo.id)
    other = room.page.acts.leaving_dialog
    assert isinstance(other, LeavingDialog)

    assert corners(opened(made(room, other)))[:2] == (GREEN, RED)


def test_the_copy_on_the_clipboard_is_the_same(room: Room, dialog: LeavingDialog) -> None:
    dialog.choose(EYES)
    data = made(room, dialog)
    dialog.copy_button.click()

    assert QGuiApplication.clipboard().image() == QImage.fromData(data)


def test_a_folder_that_cannot_be_written_is_said(room: Room, dialog: LeavingDialog, tmp_path: Path) -> None:
    dialog.save_to(tmp_path / "gone" / "photo.jpg")

    assert dialog.fault.text() == "The file could not be written there. Choose another folder."
    assert dialog.told.text() == ""


def test_every_control_is_named(dialog: LeavingDialog) -> None:
    assert dialog.way == WHOLE
    assert dialog.pane.accessibleName()
    assert dialog.preview.accessibleName() == "Exactly what leaves"
