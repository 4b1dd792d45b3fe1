"""Lined up by points that are each a little off, two synthetic photos lie on each other in compare and strip."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import Photo, View
from journal.domain.photo_frames import alignment_from_points
from journal.domain.similarity import Similarity
from journal.photos.intake import prepare
from journal.ui.photos.compare.canvas import Way
from journal.ui.photos.header import STRIP
from tests.photos.pictures import encoded
from tests.ui.photo_room import Room, open_room

SIZE = (1536, 2048)
LONG = 2048
MARKS = (-0.16 - 0.08j, 0.16 - 0.08j, 0.02 + 0.18j)
"""The outer corners of the eyes and the chin."""

FACE = (-0.2 - 0.2j, 0.2 - 0.2j, -0.2 + 0.22j, 0.2 + 0.22j, 0j)
"""Corners and middle of the face; what is measured."""

OFF = 2.0
ALLOWED = 4.0
DOT = 14


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def dotted(places: list[complex], colour: tuple[int, int, int]) -> bytes:
    image = Image.new("RGB", SIZE, (128, 128, 128))
    pencil = ImageDraw.Draw(image)
    for place in places:
        x, y = SIZE[0] / 2 + place.real * LONG, SIZE[1] / 2 + place.imag * LONG
        pencil.ellipse((x - DOT, y - DOT, x + DOT, y + DOT), fill=colour)
    return encoded(image, quality=95)


def keep(room: Room, data: bytes, day: int) -> Photo:
    photo = room.session.keep_photo(prepare(data, f"{day}.jpg"), room.session.today().replace(day=day), View.FRONT)
    room.session.adopt_photo(photo)
    return photo


def middle_of(image: QImage, near: QPointF, reach: int, colour: str) -> complex:
    """The middle of the coloured pixels around a place."""
    found = []
    for x in range(int(near.x()) - reach, int(near.x()) + reach):
        for y in range(int(near.y()) - reach, int(near.y()) + reach):
            pixel = image.pixelColor(x, y)
            strong = pixel.red() - pixel.blue() if colour == "red" else pixel.blue() - pixel.red()
            if strong > 60:
                found.append(complex(x, y))
    assert found
    return sum(found) / len(found)


def lined_up(room: Room, turn: float, scale: float) -> tuple[Photo, Photo]:
    """A pair: the older is the newer one turned, scaled, shifted; marked by hand, each mark off by up to 2 pixels."""
    to_newer = Similarity.of(1 / scale, -turn, 0.02, -0.015)
    back = to_newer.inverse
    newer = keep(room, dotted(list(FACE), (230, 30, 30)), 23)
    older = keep(room, dotted([back(place) for place in FACE], (30, 30, 230)), 21)
    chance = random.Random(round(turn * 100 + scale))

    def by_hand(place: complex) -> complex:
        return place + complex(chance.uniform(-1, 1), chance.uniform(-1, 1)) * OFF / 2**0.5 / LONG

    alignment = alignment_from_points(
        [by_hand(back(place)) for place in MARKS], [by_hand(place) for place in MARKS], newer.id
    )
    room.session.align_photo(older.id, alignment)
    return older, newer


@pytest.mark.parametrize(("turn", "scale"), [(15.0, 0.7), (-15.0, 1.4), (4.0, 1.0)])
def test_the_whole_face_lies_within_four_pixels_in_compare(room: Room, turn: float, scale: float) -> None:
    older, newer = lined_up(room, turn, scale)
    room.page.open_compare(newer.id)
    panel = room.page.compare.panel
    panel.choose_way(Way.WIPE)
    panel.canvas.zoom_by(1.7)
    canvas = panel.canvas
    assert panel.photos is not None
    assert panel.photos[0].id == older.id

    canvas.set_share(1.0)
    left = canvas.grab().toImage()
    canvas.set_share(0.0)
    right = canvas.grab().toImage()

    pixel = LONG / canvas.lens.scale
    for place in FACE[:4]:
        x, y = canvas.lens.to_pane(place.real, place.imag)
        seen = QPointF(canvas.width() / 2 + x, canvas.height() / 2 + y)
        assert canvas.rect().adjusted(20, 20, -20, -20).contains(seen.toPoint())
        apart = abs(middle_of(left, seen, 14, "blue") - middle_of(right, seen, 14, "red"))
        assert apart * pixel < ALLOWED + pixel  # one pixel of the screen is what can be measured here


def test_the_strip_shows_both_at_one_scale_and_place(room: Room) -> None:
    lined_up(room, 15.0, 0.7)
    room.page.header.choose_layout(STRIP)
    room.qtbot.waitUntil(lambda: room.page.thumbnails.count == 2)
    strip = room.page.strip.strip
    shown = strip.viewport().grab().toImage()

    middles = []
    for row, colour in ((0, "blue"), (1, "red")):
        rect = strip.visualRect(strip.strip.index(row))
        height = strip.picture_height
        unit = height  # a photo of 3 by 4 fills the cell by its height
        lead = strip.lead_of(strip.strip.steps[row])
        cell = QPointF(rect.left() + lead + round(height * 0.82) / 2, 0)
        top = next(
            y for y in range(rect.top(), rect.bottom()) if shown.pixelColor(int(cell.x()), y).name() == "#808080"
        )
        centre = complex(cell.x(), top + height / 2)
        found = []
        for place in FACE[:4]:
            near = centre + place * unit
            found.append(middle_of(shown, QPointF(near.real, near.imag), 12, colour) - centre)
        middles.append(found)

    assert max(abs(one - other) for one, other in zip(*middles, strict=True)) < 2.5
