"""The guide to good photos: there until it is put away, there again on request, drawn in every look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import View
from journal.drawing.guide import HEIGHT, WIDTH, Step, draw_step
from journal.drawing.palette import DARK, LIGHT, Palette
from journal.ui.photos.guide import StepDrawing
from journal.ui.settings import Settings
from journal.ui.today.photo_drop import PhotoDrop
from tests.ui.photo_room import Room, open_room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def test_it_is_shown_until_it_is_put_away_and_opens_again(room: Room, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini", room.page)
    room.page.use_settings(settings)
    room.have(("2026-11-22", View.FRONT))
    assert room.page.shown == "guide"

    room.page.guide.done_button.click()
    assert room.page.shown == "gallery"
    assert settings.guide_dismissed
    assert room.page.gallery.hasFocus() or not room.page.isActiveWindow()

    room.page.header.guide.click()
    assert room.page.shown == "guide"
    assert room.page.guide.done_button.hasFocus() or not room.page.isActiveWindow()


def test_it_says_on_which_days_photos_are_asked_for(room: Room) -> None:
    room.page.show_guide()
    said = " ".join(words.text() for words in room.page.guide.findChildren(type(room.page.compare.panel.title)))

    assert "on days 0, 1, 3, 7, 14 and 28. They may be added at any time." in said
    assert [one.accessibleName() for one in room.page.guide.findChildren(StepDrawing)] == [
        "Drawing: 1. Light",
        "Drawing: 2. Distance",
        "Drawing: 3. Pose",
    ]


def test_new_photos_are_asked_about_over_the_guide(room: Room) -> None:
    room.page.show_guide()
    room.take_in(room.files("a.jpg"))

    assert room.page.shown == "question"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("step", list(Step))
def test_each_step_is_drawn_in_the_colours_of_the_look(step: Step, palette: Palette, qapp: QApplication) -> None:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_step(painter, step, QRectF(image.rect()), palette)
    painter.end()

    seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert {palette.sunken, palette.accent} <= seen
    assert len(seen) > 10


def test_a_drop_on_today_that_is_no_file_says_what_to_do(room: Room) -> None:
    field = PhotoDrop(room.page._theme, room.page)
    mime = QMimeData()
    mime.setUrls([QUrl("mtp://phone/DCIM/1.jpg")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with room.qtbot.assertNotEmitted(field.photos_given):
        field.dropEvent(event)

    assert field.text() == "That is no file on this computer. Copy it to a folder first, then drop it here."
