"""What is pointed out of photos in gallery, viewer and compare; photos shown flipped; photos kept covered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageEnhance
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import Photo, View
from journal.photos.intake import prepare
from journal.ui.photos.header import STRIP
from journal.ui.photos.marks import PhotoMarks
from journal.ui.photos.settings_field import COVERED, PhotosField
from journal.ui.settings import Settings
from tests import builders
from tests.photos.pictures import CORNERS, GREEN, RED, encoded, nearest, quarters
from tests.ui.photo_room import TODAY, Room, open_room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


@pytest.fixture
def settings(room: Room, tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini", room.page)
    settings.guide_dismissed = True
    room.page.use_settings(settings)
    return settings


def keep_dark(room: Room) -> Photo:
    picture = ImageEnhance.Brightness(quarters((300, 400))).enhance(0.1)
    photo = room.session.keep_photo(prepare(encoded(picture), "dark.jpg"), TODAY, View.FRONT)
    room.session.adopt_photo(photo)
    return photo


def colour(room: Room, place: QPoint) -> tuple[int, int, int]:
    """The colour of the gallery's viewport there."""
    return room.page.gallery.viewport().grab().toImage().pixelColor(place).getRgb()[:3]


def test_a_dark_photo_is_marked_in_gallery_viewer_and_compare(room: Room) -> None:
    room.have(("2026-11-21", View.FRONT))
    dark = keep_dark(room)

    row = room.page.model.row_of(dark.id)
    said = room.page.model.data(room.page.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "front, Day 3 · Monday 23 November, too dark"
    room.page.open_photo(dark.id)
    assert room.page.viewer.marks.text().startswith("Too dark: brightness")
    assert "Face a window" in room.page.viewer.marks.text()
    room.page.open_compare(dark.id)
    assert room.page.compare.panel.marks.text() == "Right: too dark"
    assert "Face a window" in room.page.compare.panel.marks.toolTip()


def test_a_good_photo_has_no_mark(room: Room) -> None:
    (photo,) = room.have(("2026-11-21", View.FRONT))
    room.page.open_photo(photo.id)

    assert not room.page.viewer.marks.isVisible()


def test_a_photo_is_held_against_the_last_of_its_view_from_an_earlier_day() -> None:
    small = {"width": 300, "height": 400}
    photos = (
        builders.photo("2026-11-20", id=1),
        builders.photo("2026-11-22", id=2, **small),
        builders.photo("2026-11-22", id=3),
        builders.photo("2026-11-23", View.LEFT, id=4, **small),
    )
    marks = PhotoMarks()
    marks.show(photos)

    assert [[mark.kind for mark in marks.of(photo)] for photo in photos] == [[], ["smaller"], [], []]
    assert marks.of(photos[1])[0].last == photos[0]


def test_a_flipped_photo_is_seen_so_in_gallery_and_viewer(room: Room) -> None:
    (photo,) = room.have(("2026-11-22", View.FRONT))
    room.qtbot.waitUntil(lambda: room.page.thumbnails.count == 1)
    cell = room.page.gallery.visualRect(room.page.model.index(0))
    place = cell.topLeft() + QPoint(30, 30)
    assert nearest(colour(room, place)) == RED

    room.page.viewer.flip_requested.emit(photo.id)

    assert nearest(colour(room, place)) == GREEN
    room.page.open_photo(photo.id)
    canvas = room.page.viewer.canvas
    shown = canvas.grab().toImage().pixelColor(canvas.rect().center() - QPoint(60, 60))
    assert nearest(shown.getRgb()[:3]) == GREEN


def test_photos_are_covered_until_each_is_clicked(room: Room, settings: Settings) -> None:
    (photo,) = room.have(("2026-11-22", View.FRONT))
    room.qtbot.waitUntil(lambda: room.page.thumbnails.count == 1)
    place = room.page.gallery.visualRect(room.page.model.index(0)).topLeft() + QPoint(30, 30)
    settings.covers_photos = True
    assert colour(room, place) not in CORNERS

    room.qtbot.mouseClick(room.page.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.page.shown == "gallery"
    assert nearest(colour(room, place)) == RED
    room.qtbot.mouseClick(room.page.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.page.shown == "viewer"

    room.page.hide()
    assert room.page.cover.covers(photo.id)


def test_covered_photos_are_shown_by_keyboard_in_viewer_compare_and_strip(room: Room, settings: Settings) -> None:
    settings.covers_photos = True
    older, newer = room.have(("2026-11-21", View.FRONT), ("2026-11-22", View.FRONT))
    room.page.open_photo(newer.id)
    covered = room.page.viewer.canvas.grab().toImage()
    room.qtbot.keyClick(room.page.viewer.canvas, Qt.Key.Key_Return)
    assert not room.page.cover.covers(newer.id)
    assert room.page.viewer.canvas.grab().toImage() != covered

    room.page.open_compare(newer.id)
    panel = room.page.compare.panel
    assert panel.canvas.covered == (True, False)
    assert not panel.align.isEnabled()
    room.qtbot.keyClick(panel.canvas, Qt.Key.Key_Return)
    assert panel.canvas.covered == (False, False)

    room.page.cover.cover_all()
    room.page.compare.panel.back.click()
    room.page.header.choose_layout(STRIP)
    strip = room.page.strip.strip
    strip.setCurrentIndex(strip.strip.index(0))
    room.qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert room.page.shown == "strip"
    assert not room.page.cover.covers(older.id)
    assert room.page.cover.covers(newer.id)


def test_the_choice_is_kept(room: Room, settings: Settings, tmp_path: Path) -> None:
    field = PhotosField(settings)
    room.qtbot.addWidget(field)
    field.cover.buttons()[1].click()
    settings.save()

    assert room.page.cover.is_on
    assert Settings(tmp_path / "settings.ini", room.page).covers_photos
    assert PhotosField(settings).cover.value == COVERED
