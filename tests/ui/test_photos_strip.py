"""One view along the days: gaps and treatments between, opened by click, two chosen and compared, fetched when seen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import View
from journal.ui.photos.header import GALLERY, STRIP
from journal.ui.photos.strip.model import steps
from journal.ui.photos.strip.view import Strip, fitting_date
from tests import builders
from tests.ui.photo_room import Room, open_room


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def shown(room: Room) -> Strip:
    room.page.header.choose_layout(STRIP)
    return room.page.strip.strip


def test_gaps_and_treatments_stand_between_the_photos() -> None:
    treatments = (builders.treatment("2026-10-01T14:00", id=1), builders.treatment("2026-11-20T14:00", id=2))
    days = ("2026-09-30", "2026-10-01", "2026-10-04", "2026-11-20", "2026-11-20")
    photos = tuple(builders.photo(day, id=number) for number, day in enumerate(days, start=1))
    other = builders.photo("2026-10-02", View.LEFT, id=9)
    record = builders.record(treatments=treatments, photos=(*photos, other))

    found = [(step.gap, [one.number for one in step.treatments]) for step in steps(record, View.FRONT)]

    assert found == [(0, []), (1, [1]), (3, []), (47, [2]), (0, [])]


def test_the_strip_is_of_one_view_and_opens_at_its_newest_end(room: Room) -> None:
    room.have(*[(f"2026-11-{day:02}", View.FRONT) for day in range(1, 20)], ("2026-11-22", View.LEFT))

    strip = shown(room)

    assert room.page.shown == "strip"
    assert room.page.header.view() is View.FRONT
    assert len(strip.strip.steps) == 19
    assert strip.currentIndex().row() == 18
    assert strip.horizontalScrollBar().value() == strip.horizontalScrollBar().maximum() > 0
    room.page.header.choose(View.LEFT)
    assert [step.photo.view for step in strip.strip.steps] == [View.LEFT]
    room.page.header.choose_layout(GALLERY)
    assert room.page.shown == "gallery"


def test_thumbnails_come_for_what_is_seen_only(room: Room) -> None:
    room.have(*[(f"2026-11-{day:02}", View.FRONT) for day in range(1, 24)])
    strip = shown(room)
    newest = strip.strip.steps[-1].photo.id
    room.qtbot.waitUntil(lambda: room.page.thumbnails.get(newest) is not None)

    assert room.page.thumbnails.count < 23


def test_the_wheel_scrolls_along(room: Room) -> None:
    room.have(*[(f"2026-11-{day:02}", View.FRONT) for day in range(1, 20)])
    strip = shown(room)
    before = strip.horizontalScrollBar().value()
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, strip.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(strip.viewport(), event)

    assert strip.horizontalScrollBar().value() < before


def test_a_click_opens_and_going_back_stays_in_the_strip(room: Room) -> None:
    room.have(("2026-11-19", View.FRONT), ("2026-11-22", View.FRONT))
    strip = shown(room)

    place = strip.visualRect(strip.strip.index(0)).center()
    room.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.page.shown == "viewer"
    room.qtbot.keyClick(room.page.viewer.canvas, Qt.Key.Key_Escape)

    assert room.page.shown == "strip"
    assert strip.currentIndex().row() == 0


def test_two_are_chosen_and_compared_by_keyboard(room: Room) -> None:
    room.have(("2026-11-19", View.FRONT), ("2026-11-22", View.FRONT), ("2026-11-23", View.FRONT))
    strip = shown(room)
    strip.setFocus()

    room.qtbot.keyClick(strip, Qt.Key.Key_Space)
    room.qtbot.keyClick(strip, Qt.Key.Key_Home)
    room.qtbot.keyClick(strip, Qt.Key.Key_Space)

    assert room.page.shown == "compare"
    assert room.page.compare.panel.photos is not None
    assert [photo.day.day for photo in room.page.compare.panel.photos] == [19, 23]
    assert strip.chosen == []


def test_two_are_chosen_by_plain_clicks_after_the_button(room: Room) -> None:
    room.have(("2026-11-19", View.FRONT), ("2026-11-22", View.FRONT))
    strip = shown(room)
    room.page.strip.two.click()
    assert room.page.strip.hint.text() == "Choose the first photo."

    for row in (0, 1):
        place = strip.visualRect(strip.strip.index(row)).center()
        room.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert room.page.shown == "compare"


def test_a_view_without_photos_says_so(room: Room) -> None:
    room.have(("2026-11-19", View.FRONT))
    shown(room)
    room.page.header.choose(View.RIGHT)

    assert room.page.strip.nothing.isVisible()
    assert not room.page.strip.two.isVisible()


def test_a_date_is_told_as_fully_as_it_fits(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    day = date(2026, 11, 18)
    texts = ("18 November 2026", "18 Nov 2026", "18 Nov")
    assert [fitting_date(day, metrics, metrics.horizontalAdvance(text)) for text in texts] == list(texts)
