"""A real journal in a file, with its session and its photos page, for the tests of that page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import changes
from journal.clock import GivenClock
from journal.domain.photo import Photo, View
from journal.photos.intake import prepare
from journal.session import JournalSession
from journal.ui.photos.page import PhotosPage
from journal.ui.theme import Theme, ThemeChoice
from tests import builders
from tests.photos.pictures import encoded, quarters

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
TODAY = NOW.date()


@dataclass
class Room:
    """One page on one journal."""

    session: JournalSession
    page: PhotosPage
    qtbot: QtBot
    folder: Path

    @property
    def photos(self) -> tuple[Photo, ...]:
        return self.session.record.photos

    def have(self, *photos: tuple[str, View]) -> tuple[Photo, ...]:
        """Photos that are there already, each with bytes of its own."""
        kept = []
        for day, view in photos:
            number = len(self.photos)
            prepared = prepare(encoded(quarters((300 + number, 400))), f"{number}.jpg")
            photo = self.session.keep_photo(prepared, date.fromisoformat(day), view)
            self.session.adopt_photo(photo)
            kept.append(photo)
        return tuple(kept)

    def files(self, *names: str, exif: Sequence[bytes] = ()) -> list[Path]:
        """Sound pictures in a folder, no two the same."""
        paths = []
        for number, name in enumerate(names):
            path = self.folder / name
            options = {"exif": exif[number]} if exif else {}
            path.write_bytes(encoded(quarters((200 + number, 160)), **options))
            paths.append(path)
        return paths

    def take_in(self, paths: list[Path], day: date | None = None) -> None:
        """Take in, up to the question."""
        with self.qtbot.waitSignal(self.page.question_asked, timeout=10_000):
            self.page.take_in(paths, day)

    def answer(self, view: View | None) -> None:
        """Answer the question, to the end."""
        self.page.panel.view_field.choose(view)
        with self.qtbot.waitSignal(self.page.intake_ended, timeout=10_000):
            self.page.panel.add_button.click()


def open_room(qtbot: QtBot, qapp: QApplication, folder: Path, *, look: str = "light", text_scale: float = 1.0) -> Room:
    store, record = changes.open_journal(folder / "my.journal", create=True)
    session = JournalSession(store, record, GivenClock(NOW))
    session.add_treatment(builders.treatment("2026-11-20T14:00"))
    theme = Theme(ThemeChoice(look), text_scale)
    theme.apply(qapp)
    page = PhotosPage(session, theme)
    theme.setParent(page)
    session.setParent(page)
    session.record_changed.connect(page.show_record)
    qtbot.addWidget(page)
    page.resize(1160, 760)
    page.show_record(session.record)
    page.show()
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    return Room(session, page, qtbot, pictures)
