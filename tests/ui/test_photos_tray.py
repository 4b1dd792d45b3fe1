"""The tray: sorted into days, those that do not say wait, views guessed, what is twice or poor pointed out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import ImageEnhance
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import DaySource, View
from tests.photos.pictures import encoded, exif, quarters
from tests.ui.photo_room import Room, open_room

TAKEN_22 = exif(DateTimeOriginal="2026:11:22 19:00:00")
TAKEN_2014 = exif(DateTimeOriginal="2014:01:01 10:00:00")
NOT_SAID = exif()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def kept(room: Room) -> dict[str, tuple[date, DaySource]]:
    return {photo.name: (photo.day, photo.day_source) for photo in room.photos}


def day_lines(room: Room) -> list[str]:
    model = room.page.panel.model
    return [model.day_line(row) for row in range(model.rowCount())]


def details(room: Room, row: int = 0) -> str:
    return "\n".join(room.page.panel.model.details(row))


def test_a_batch_is_sorted_into_days_and_the_rest_waits(room: Room) -> None:
    names = ("IMG-20261121-WA0003.jpg", "a.jpg", "old.jpg", "nothing.jpg", "IMG-20270101-WA0001.jpg")
    room.take_in(room.files(*names, exif=(NOT_SAID, TAKEN_22, TAKEN_2014, NOT_SAID, NOT_SAID)))
    panel = room.page.panel

    assert day_lines(room) == ["Which day?"] * 3 + ["21 Nov · day 1", "22 Nov · day 2"]
    assert panel.model.second_line(3) == "view? · day by name"
    assert panel.summary.text() == "21 Nov: 1 · 22 Nov: 1 · 3 without a day"
    told = "\n".join(details(room, row) for row in range(3))
    assert "old.jpg: it says 1 January 2014, more than a year before the first treatment." in told
    assert "IMG-20270101-WA0001.jpg: it says 1 January 2027, which is in the future." in told
    assert "nothing.jpg: it does not say when it was taken." in told
    assert panel.view.rows() == [0, 1, 2]


def test_the_rest_stays_in_the_tray_until_it_is_given_a_day(room: Room) -> None:
    names = ("IMG-20261121-WA0003.jpg", "old.jpg", "nothing.jpg")
    room.take_in(room.files(*names, exif=(NOT_SAID, TAKEN_2014, NOT_SAID)))
    room.page.panel.view_field.choose(View.LEFT)
    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        room.page.panel.add_button.click()

    panel = room.page.panel
    assert kept(room) == {"IMG-20261121-WA0003.jpg": (date(2026, 11, 21), DaySource.NAME)}
    assert room.page.shown == "question"
    assert day_lines(room) == ["Which day?"] * 2
    assert panel.view_field.view() is View.LEFT
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.given.give_day.click()
    assert day_lines(room) == ["Which day?", "23 Nov · day 3"]
    panel.given.give_day.click()
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        panel.add_button.click()

    assert {source for _, source in kept(room).values()} == {DaySource.NAME, DaySource.GIVEN}
    assert room.page.shown == "gallery"


def test_views_are_proposed_as_in_the_last_set(room: Room) -> None:
    room.have(("2026-11-21", View.RIGHT), ("2026-11-21", View.LEFT))
    room.take_in(room.files("a.jpg", "b.jpg", exif=(TAKEN_22, TAKEN_22)))
    panel = room.page.panel

    assert panel.view_field.is_in_order
    assert panel.model.views == [View.RIGHT, View.LEFT]
    assert panel.guess_note.isVisible()
    assert panel.add_button.isEnabled()


def test_without_a_last_set_nothing_is_proposed(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg"))

    assert not room.page.panel.view_field.is_answered
    assert not room.page.panel.add_button.isEnabled()


def test_one_photo_is_given_another_view_and_one_is_left_out(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg", "c.jpg"))
    panel = room.page.panel
    panel.view_field.choose(View.FRONT)
    panel.view.clearSelection()
    panel.view.setCurrentIndex(panel.model.index(1))
    panel.given.view_given.emit(View.CLOSE_UP)
    panel.view.setCurrentIndex(panel.model.index(2))
    panel.given.leave_out.click()
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        panel.add_button.click()

    assert sorted((photo.name, photo.view) for photo in room.photos) == [
        ("a.jpg", View.FRONT),
        ("b.jpg", View.CLOSE_UP),
    ]
    assert (room.folder / "c.jpg").exists()


def test_the_same_second_and_view_is_pointed_out(room: Room) -> None:
    room.take_in(room.files("a.jpg", exif=(TAKEN_22,)))
    room.answer(View.FRONT)
    smaller = room.folder / "again.jpg"
    smaller.write_bytes(encoded(quarters((90, 90)), exif=TAKEN_22))

    room.take_in([smaller])
    room.page.panel.view_field.choose(View.FRONT)
    assert room.page.panel.model.mark_line(0) == "taken twice?"
    assert "taken in the same second, on 22 November 2026" in details(room)
    room.page.panel.view_field.choose(View.LEFT)
    assert room.page.panel.model.mark_line(0) == ""


def test_a_dark_photo_is_marked_with_what_was_measured_and_what_to_do(room: Room) -> None:
    dark = room.folder / "dark.jpg"
    dark.write_bytes(encoded(ImageEnhance.Brightness(quarters((300, 400))).enhance(0.1), exif=TAKEN_22))

    room.take_in([dark])
    room.page.panel.view_field.choose(View.FRONT)

    assert room.page.panel.model.mark_line(0).startswith("too dark")
    assert "Too dark: brightness" in details(room)
    assert "Face a window, lamp off behind you." in details(room)


class Opened(QObject):
    """Takes the place of the desktop's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.folders.append(url.toLocalFile())


def test_where_the_originals_still_lie_is_said_and_opened_on_request_only(room: Room) -> None:
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    try:
        paths = room.files("a.jpg")
        room.take_in(paths)
        room.answer(View.FRONT)
        notice = room.page.notice
        assert notice.text.splitlines() == [
            "1 photo added.",
            "The original files still lie in the folder pictures. Others may see them there.",
        ]
        assert opened.folders == []
        notice.acted.emit()
    finally:
        QDesktopServices.unsetUrlHandler("file")

    assert [Path(folder) for folder in opened.folders] == [room.folder]
    assert paths[0].exists()


def test_it_all_goes_by_keyboard(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg"))
    panel = room.page.panel
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0))
    room.qtbot.keyClick(panel.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert panel.view.rows() == [0, 1]
    assert panel.model.data(panel.model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Which day?, view?, a.jpg"


def test_thousands_of_photos_are_judged_only_where_they_are_looked_at(room: Room) -> None:
    room.take_in(room.files("a.jpg"))
    panel = room.page.panel
    (one,) = panel.model.waiting

    panel.model.show([one] * 5_000, room.session.record, room.session.now())
    panel.model.choose_view(View.FRONT, room.session.now())

    assert panel.model.rowCount() == 5_000
    assert len(panel.model.pointed_rows) < 100


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.5)])
def test_it_is_drawn_in_every_look(look: str, scale: float, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    room = open_room(qtbot, qapp, tmp_path, look=look, text_scale=scale)
    before = room.page.grab().toImage()
    room.take_in(room.files("a.jpg", "b.jpg", exif=(TAKEN_22, NOT_SAID)))
    shown = room.page.grab().toImage()
    room.session.close()

    assert before != shown
