"""Ten thousand photos: gallery and strip fetch what is seen, keep little of it, and never take long in one piece."""

import time
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import Photo, View
from journal.domain.record import Record
from journal.ui.photos.cover import Cover
from journal.ui.photos.gallery import Gallery
from journal.ui.photos.model import THUMBNAILS_MAX, PhotoModel, Thumbnails
from journal.ui.photos.strip.view import Strip
from journal.ui.theme import Theme
from tests import builders

COUNT = 10_000
VIEWS = tuple(View)


def thumbnail() -> bytes:
    image = QImage(240, 320, QImage.Format.Format_RGB32)
    image.fill(0x884422)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(buffer.data().data())


@pytest.fixture(scope="module")
def record() -> Record:
    first = date(2018, 1, 1)
    photos = tuple(
        builders.photo(first + timedelta(days=number // 4), VIEWS[number % 4], id=number + 1) for number in range(COUNT)
    )
    return builders.record(photos=photos)


class Fetched:
    """Counts what was asked for."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self._data = thumbnail()

    def __call__(self, photo_id: int) -> bytes:
        self.ids.append(photo_id)
        return self._data


def test_the_gallery_fetches_what_is_seen_and_keeps_little(
    record: Record, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    fetched = Fetched()
    model, thumbnails = PhotoModel(), Thumbnails(fetched)
    started = time.perf_counter()
    model.show_record(record, None)
    gallery = Gallery(model, thumbnails, Cover(), theme)
    qtbot.addWidget(gallery)
    thumbnails.arrived.connect(gallery.thumbnails_arrived)
    gallery.resize(1100, 700)
    gallery.show()
    gallery.grab()
    assert time.perf_counter() - started < 1.5

    bar = gallery.verticalScrollBar()
    for part in range(0, 101, 5):
        bar.setValue(bar.maximum() * part // 100)
        gallery.grab()
        qtbot.waitUntil(lambda: not thumbnails.is_waiting)

    assert bar.maximum() > 100_000
    assert thumbnails.count <= THUMBNAILS_MAX
    assert len(fetched.ids) < 1_000


def test_one_paint_of_the_gallery_takes_no_time(record: Record, theme: Theme, qtbot: QtBot) -> None:
    model, thumbnails = PhotoModel(), Thumbnails(Fetched())
    model.show_record(record, None)
    gallery = Gallery(model, thumbnails, Cover(), theme)
    qtbot.addWidget(gallery)
    gallery.resize(1100, 700)
    gallery.show()
    gallery.grab()
    qtbot.waitUntil(lambda: not thumbnails.is_waiting)

    times = []
    for step in range(20):
        gallery.verticalScrollBar().setValue(step * 400)
        started = time.perf_counter()
        gallery.viewport().repaint()
        times.append(time.perf_counter() - started)

    assert sorted(times)[10] < 0.05


def test_the_strip_of_a_view_fetches_what_is_seen(record: Record, theme: Theme, qtbot: QtBot) -> None:
    fetched = Fetched()
    thumbnails = Thumbnails(fetched)
    strip = Strip(thumbnails, Cover(), theme)
    qtbot.addWidget(strip)
    thumbnails.arrived.connect(strip.viewport().update)
    strip.resize(1100, 500)
    started = time.perf_counter()
    strip.strip.show_record(record, View.LEFT)
    strip.show()
    strip.grab()
    assert time.perf_counter() - started < 1.5
    strip.show_newest()
    strip.grab()
    qtbot.waitUntil(lambda: not thumbnails.is_waiting)

    assert len(strip.strip.steps) == COUNT // 4
    assert strip.currentIndex().row() == COUNT // 4 - 1
    assert 0 < len(fetched.ids) < 60
    newest: Photo = strip.strip.steps[-1].photo
    assert newest.id in fetched.ids
