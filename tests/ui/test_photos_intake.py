"""New photos on the page: dropped, pasted, many at once; asked once; refused plainly; cancelled whole."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.domain.photo import Copy, DaySource, View
from journal.ui.photos.sources import Offered, offered, sources_of
from tests.photos.pictures import encoded, exif
from tests.ui.photo_room import TODAY, Room, open_room

TAKEN_21 = exif(DateTimeOriginal="2026:11:21 19:00:00")
TAKEN_22 = exif(DateTimeOriginal="2026:11:22 19:00:00")
NOT_SAID = exif()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    yield room
    room.page.close_intake()
    room.session.close()


def drop(room: Room, mime: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(room.page, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(room.page, event)


def test_three_photos_are_asked_about_once_and_kept_front_left_right(room: Room) -> None:
    paths = room.files("a.jpg", "b.jpg", "c.jpg", exif=(TAKEN_22, TAKEN_22, TAKEN_22))

    room.take_in(paths)
    assert room.page.shown == "question"
    assert not room.page.panel.add_button.isEnabled()
    room.answer(None)

    assert [(photo.name, photo.view) for photo in sorted(room.photos, key=lambda one: one.name)] == [
        ("a.jpg", View.FRONT),
        ("b.jpg", View.LEFT),
        ("c.jpg", View.RIGHT),
    ]
    assert {photo.day for photo in room.photos} == {date(2026, 11, 22)}
    assert room.page.shown == "gallery"
    originals = [room.session.photo_bytes(photo.id, Copy.ORIGINAL) for photo in room.photos]
    assert sorted(originals) == sorted(path.read_bytes() for path in paths)


def test_each_photo_keeps_its_own_day_and_one_that_says_nothing_goes_where_it_was_dropped(room: Room) -> None:
    paths = room.files("a.jpg", "b.jpg", "c.jpg", exif=(TAKEN_21, TAKEN_22, NOT_SAID))

    room.take_in(paths, date(2026, 11, 20))
    room.answer(View.FRONT)

    days = {photo.name: (photo.day.day, photo.day_source) for photo in room.photos}
    assert days == {"a.jpg": (21, DaySource.CAPTURE), "b.jpg": (22, DaySource.CAPTURE), "c.jpg": (20, DaySource.GIVEN)}


def test_one_day_for_all_wins_over_what_the_photos_say(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg", exif=(TAKEN_21, TAKEN_22)), date(2026, 11, 20))
    room.page.panel.view.selectAll()
    room.page.panel.given.give_day.click()
    room.answer(View.LEFT)

    assert {(photo.day.day, photo.view) for photo in room.photos} == {(20, View.LEFT)}


def test_without_any_time_today_is_proposed(room: Room) -> None:
    room.take_in(room.files("a.jpg"))
    room.answer(View.FRONT)

    assert [photo.day for photo in room.photos] == [TODAY]


@pytest.mark.parametrize(("count", "is_offered"), [(1, False), (2, True), (3, True), (5, False)])
def test_one_view_after_the_other_is_offered_for_as_many_photos_as_there_are_views(
    count: int, is_offered: bool, room: Room
) -> None:
    room.take_in(room.files(*(f"{number}.jpg" for number in range(count))))

    assert room.page.panel.view_field.offers_order == is_offered


def test_the_question_is_answered_with_the_keyboard_alone(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg", "c.jpg"))
    focus = room.page.focusWidget()

    room.qtbot.keyClick(focus, Qt.Key.Key_Space)
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.qtbot.keyClick(focus, Qt.Key.Key_Return)

    assert [photo.view for photo in room.photos] == [View.FRONT, View.LEFT, View.RIGHT]


def test_escape_drops_the_batch_and_nothing_is_kept(room: Room) -> None:
    room.take_in(room.files("a.jpg"))

    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.qtbot.keyClick(room.page.panel, Qt.Key.Key_Escape)

    assert room.photos == ()
    assert room.page.shown == "empty"


def test_what_cannot_be_added_is_named_with_one_line_each(room: Room) -> None:
    good = room.files("a.jpg")
    text, cut, empty = (room.folder / name for name in ("letter.txt", "cut.jpg", "empty.jpg"))
    text.write_text("Dear diary")
    cut.write_bytes(encoded()[:-40])
    empty.touch()

    room.take_in([text, *good, cut, empty, room.folder / "gone.jpg", good[0]])
    room.answer(View.FRONT)

    lines = room.page.notice.text.splitlines()
    assert len(room.photos) == 1
    assert len(lines) == 8
    for name in ("letter.txt", "cut.jpg", "empty.jpg", "gone.jpg", "a.jpg"):
        assert sum(line.startswith(name) for line in lines) == 1


def test_when_nothing_can_be_added_nothing_is_asked(room: Room) -> None:
    (room.folder / "letter.txt").write_text("Dear diary")

    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.page.take_in([room.folder / "letter.txt"], None)

    assert room.page.shown == "empty"
    assert "letter.txt" in room.page.notice.text


def test_a_photo_that_is_there_is_refused_kindly(room: Room) -> None:
    paths = room.files("a.jpg")
    room.take_in(paths)
    room.answer(View.FRONT)

    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.page.take_in(paths, None)

    assert len(room.photos) == 1
    assert "a.jpg" in room.page.notice.text


def test_an_intake_is_undone_photo_by_photo(room: Room) -> None:
    room.take_in(room.files("a.jpg", "b.jpg"))
    room.answer(View.FRONT)

    room.session.undo()
    assert len(room.photos) == 1
    room.session.undo()
    assert room.photos == ()
    room.session.redo()
    assert len(room.photos) == 1


def test_cancelled_while_keeping_leaves_whole_photos_only(room: Room) -> None:
    room.take_in(room.files(*[f"{number}.jpg" for number in range(12)]))
    room.page.panel.view_field.choose(View.FRONT)
    room.session.record_changed.connect(room.page.notice.acted)

    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.page.panel.add_button.click()

    assert 1 <= len(room.photos) <= 12
    for photo in room.photos:
        for copy in Copy:
            assert QImage.fromData(room.session.photo_bytes(photo.id, copy)).width() > 0


def test_files_are_dropped(room: Room) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in room.files("a.jpg", "b.jpg")])

    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        drop(room, mime)
    room.answer(View.RIGHT)

    assert [photo.view for photo in room.photos] == [View.RIGHT, View.RIGHT]


@pytest.mark.parametrize("place", ["mtp:host/DCIM/1.jpg", "https://example.org/1.jpg"])
def test_a_drop_that_is_no_local_file_says_to_copy_it_first(room: Room, place: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(place)])

    drop(room, mime)

    assert "Copy it to a folder first" in room.page.notice.text


def test_a_picture_is_pasted(room: Room) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x884422)
    QGuiApplication.clipboard().setImage(image)

    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        room.page.arrivals.paste()
    room.answer(View.CLOSE_UP)

    assert [(photo.width, photo.height, photo.media_type) for photo in room.photos] == [(300, 200, "image/png")]


def test_pasting_what_is_no_picture_says_so(room: Room) -> None:
    QGuiApplication.clipboard().setText("hello")

    room.page.arrivals.paste()

    assert "no picture" in room.page.notice.text


def test_a_second_batch_waits_for_the_first(room: Room) -> None:
    first, second = room.files("a.jpg", "b.jpg")
    room.take_in([first])
    room.page.take_in([second], None)
    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        room.answer(View.FRONT)
    room.answer(View.LEFT)

    assert sorted((photo.name, photo.view) for photo in room.photos) == [("a.jpg", View.FRONT), ("b.jpg", View.LEFT)]


def test_a_file_name_is_told_as_it_is_and_never_as_markup(room: Room) -> None:
    path = room.folder / "<b>bold<img src=x>.jpg"
    path.write_text("no picture")
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.page.take_in([path], None)
    line = next(label for label in room.page.notice.findChildren(QLabel) if path.name in label.text())
    assert line.textFormat() is Qt.TextFormat.PlainText


def test_the_same_picture_twice_in_one_drop_is_not_said_to_be_in_the_journal(room: Room) -> None:
    (path,) = room.files("a.jpg")
    again = room.folder / "b.jpg"
    again.write_bytes(path.read_bytes())
    room.take_in([path, again])
    assert room.page.panel.model.rowCount() == 1
    assert "b.jpg: the same picture as another one of these." in room.page.panel.refused.text()


def test_a_name_breaks_no_line_and_turns_no_words_round(room: Room) -> None:
    for name in ("a\nb.txt", "photo\u202egpj.txt"):
        (room.folder / name).write_text("no picture")
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=10_000):
        room.page.take_in(sorted(room.folder.glob("*.txt")), None)
    assert len(room.page.notice.text.splitlines()) == 3
    assert "a b.txt" in room.page.notice.text
    assert "\u202e" not in room.page.notice.text


def test_a_clipboard_that_is_not_there_and_a_path_without_a_name() -> None:
    assert offered(None) == Offered(())
    assert [source.name for source in sources_of([Path("/")])] == ["/"]
