"""Makes a page when it is first shown, and imports its module only then: the first window is quick."""

from importlib import import_module
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.theme import Theme


class Page(Protocol):
    """What every page can do."""

    def show_record(self, record: Record) -> None:
        """Draw a record; focus and half-typed text stay."""


_PAGES = {
    "today": ("journal.ui.today.page", "TodayPage"),
    "calendar": ("journal.ui.calendar.page", "CalendarPage"),
    "curve": ("journal.ui.curve.page", "CurvePage"),
    "photos": ("journal.ui.photos.page", "PhotosPage"),
    "treatments": ("journal.ui.treatments.page", "TreatmentsPage"),
    "visit": ("journal.ui.visit.page", "VisitPage"),
    "wrong": ("journal.ui.wrong.page", "WrongPage"),
}


def make_page(key: str, session: JournalSession, theme: Theme, parent: QWidget) -> QWidget:
    """The page of that key, new; made inside its parent, so that the finished page is not styled anew."""
    module, name = _PAGES[key]
    page: QWidget = getattr(import_module(module), name)(session, theme, parent)
    return page


def draw(page: QWidget, record: Record) -> None:
    """Have a page draw a record."""
    cast("Page", page).show_record(record)


def turn_to(page: QWidget, record: Record, *, is_again: bool) -> None:
    """Have a page draw a record for being shown; one asked for while it is shown goes back to its beginning."""
    go_home = getattr(page, "go_home", None)
    if is_again and callable(go_home):
        go_home()
    draw(page, record)
