"""A watched folder: new pictures wait to be wanted; what is half written, gone or no picture is said once, plainly."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.domain.photo import View
from journal.ui.photos.arrivals import MANY
from journal.ui.photos.settings_field import PhotosField
from journal.ui.photos.watching import FolderWatch
from journal.ui.settings import Settings
from tests.photos.pictures import encoded, quarters
from tests.ui.photo_room import Room, open_room

SETTLE_MS = 15


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "phone"
    place.mkdir()
    return place


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[FolderWatch]:
    watch = FolderWatch(settle_ms=SETTLE_MS)
    yield watch
    watch.close()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    room = open_room(qtbot, qapp, tmp_path)
    room.page.arrivals.watch.set_settling(SETTLE_MS)
    yield room
    room.page.close_intake()
    room.session.close()


def started(room: Room, folder: Path, tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini", room.page)
    settings.guide_dismissed = True
    settings.watch(folder, time.time() - 1)
    with room.qtbot.waitSignal(room.page.arrivals.watch.looked, timeout=10_000):
        room.page.use_settings(settings)
    return settings


def told(room: Room, part: str) -> str:
    room.qtbot.waitUntil(lambda: part in room.page.notice.text, timeout=10_000)
    return room.page.notice.text


def test_what_lay_there_before_is_no_news_and_what_comes_is(watch: FolderWatch, folder: Path, qtbot: QtBot) -> None:
    old = folder / "old.jpg"
    old.write_bytes(encoded())
    with qtbot.assertNotEmitted(watch.found):
        with qtbot.waitSignal(watch.looked, timeout=10_000):
            watch.watch(folder, old.stat().st_ctime)
        with qtbot.waitSignal(watch.looked, timeout=10_000):
            watch.look_soon()

    with qtbot.waitSignal(watch.found, timeout=10_000) as found:
        (folder / "new.jpg").write_bytes(encoded())
        (folder / "letter.txt").write_text("no picture")
        (folder / ".hidden.jpg").write_bytes(b"x")

    assert [path.name for path in found.args[0]] == ["new.jpg"]


def test_a_file_that_is_still_written_is_waited_for(watch: FolderWatch, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.looked):
        watch.watch(folder, 0.0)
    path = folder / "a.jpg"
    data = encoded(quarters((600, 800)))
    path.write_bytes(data[:10])
    looks: list[int] = []

    def write_more() -> None:
        looks.append(path.stat().st_size)
        if len(looks) < 3:
            with path.open("ab") as file:
                file.write(data[10 * len(looks) : 10 * len(looks) + 10])

    watch.looked.connect(write_more)
    with qtbot.waitSignal(watch.found, timeout=10_000) as found:
        pass

    assert found.args[0] == [path]
    assert len(looks) >= 2
    assert path.stat().st_size > 10


def test_a_picture_from_the_future_does_not_hide_those_that_follow(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.looked):
        watch.watch(folder, 0.0)
    ahead = time.time() + 10 * 365 * 86_400
    with qtbot.waitSignal(watch.found, timeout=10_000) as found:
        (folder / "ahead.jpg").write_bytes(encoded())
        os.utime(folder / "ahead.jpg", (ahead, ahead))
    paths, came = found.args
    assert [path.name for path in paths] == ["ahead.jpg"]

    watch.watch(folder, came)
    with qtbot.waitSignal(watch.found, timeout=10_000) as found:
        (folder / "next.jpg").write_bytes(encoded())
    assert [path.name for path in found.args[0]] == ["next.jpg"]


def test_a_folder_that_goes_is_told_once_and_found_again(watch: FolderWatch, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.looked):
        watch.watch(folder, 0.0)
    with qtbot.waitSignal(watch.missed, timeout=10_000) as missed:
        folder.rmdir()
    assert missed.args[0] == folder
    with qtbot.assertNotEmitted(watch.missed), qtbot.waitSignal(watch.looked, timeout=10_000):
        watch.look_soon()

    folder.mkdir()
    with qtbot.waitSignal(watch.found, timeout=10_000):
        (folder / "a.jpg").write_bytes(encoded())
        watch.look_soon()


def test_new_pictures_wait_until_they_are_wanted(room: Room, folder: Path, tmp_path: Path) -> None:
    settings = started(room, folder, tmp_path)
    (folder / "IMG-20261122-WA0001.jpg").write_bytes(encoded())

    assert told(room, "new picture") == "1 new picture in the folder phone."
    assert room.page.shown == "empty"
    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        room.page.notice.acted.emit()
    room.answer(View.FRONT)

    assert [photo.day.isoformat() for photo in room.photos] == ["2026-11-22"]
    assert (folder / "IMG-20261122-WA0001.jpg").exists()
    assert settings.watched_since > time.time() - 60


def test_a_file_that_is_gone_before_it_is_read_is_said_and_the_rest_goes_on(
    room: Room, folder: Path, tmp_path: Path
) -> None:
    started(room, folder, tmp_path)
    (folder / "a.jpg").write_bytes(encoded())
    (folder / "b.jpg").write_bytes(encoded(quarters((100, 90))))
    told(room, "2 new picture")
    (folder / "a.jpg").unlink()
    with room.qtbot.waitSignal(room.page.question_asked, timeout=10_000):
        room.page.notice.acted.emit()
    room.answer(View.FRONT)

    assert [photo.name for photo in room.photos] == ["b.jpg"]
    assert sum("a.jpg" in line for line in room.page.notice.text.splitlines()) == 1


def test_thousands_of_files_that_are_no_photos_are_said_once(room: Room, folder: Path, tmp_path: Path) -> None:
    started(room, folder, tmp_path)
    for number in range(5_000):
        (folder / f"{number}.png").write_bytes(b"no picture")

    text = told(room, "5000 new pictures")
    assert text.endswith("Choose a folder for those alone, or look at the newest.")
    with room.qtbot.waitSignal(room.page.intake_ended, timeout=30_000):
        room.page.notice.acted.emit()

    lines = room.page.notice.text.splitlines()
    assert lines[0] == f"{MANY} files not added:"
    assert len(lines) == 7


def test_a_folder_that_is_gone_is_said_on_the_page(room: Room, folder: Path, tmp_path: Path) -> None:
    started(room, folder, tmp_path)
    folder.rmdir()

    assert told(room, "not there") == ("The folder phone is not there any more. Choose another one in the settings.")


def test_the_choice_of_a_folder_is_kept_and_given_up(room: Room, folder: Path, tmp_path: Path) -> None:
    settings = started(room, folder, tmp_path)
    field = PhotosField(settings)
    room.qtbot.addWidget(field)
    assert str(folder) in field.folder.text()

    field.stop_button.click()
    assert settings.watched_folder is None
    assert room.page.arrivals.watch.folder is None
    field.watch(str(tmp_path))
    settings.save()
    assert Settings(tmp_path / "settings.ini", room.page).watched_folder == tmp_path
