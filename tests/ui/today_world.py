"""A Today page on a real journal file, for the tests of the page and its parts."""

from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal.changes import open_journal
from journal.clock import GivenClock
from journal.domain.entry import Answers
from journal.domain.treatment import Treatment
from journal.session import JournalSession
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.today.page import TodayPage
from tests.builders import moment, treatment

EVENING = "2026-11-24T20:10"
"""The evening of day 4 after the builders' treatment."""


def opened_session(folder: Path, now: str = EVENING, treatments: tuple[Treatment, ...] | None = None) -> JournalSession:
    """A session on a new file that has the treatments."""
    store, record = open_journal(folder / "journal.sqlite", create=True)
    session = JournalSession(store, record, GivenClock(moment(now)))
    for one in (treatment(),) if treatments is None else treatments:
        assert session.add_treatment(one)
    return session


def shown_page(
    qtbot, session: JournalSession, *, width: int = 1158, height: int = 768, scale: float = 1.0
) -> TodayPage:
    """The page, wired as the window wires it, shown and active."""
    theme = Theme(ThemeChoice.LIGHT, scale)
    theme.apply(QApplication.instance())
    page = TodayPage(session, theme)
    session.record_changed.connect(page.show_record)
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    session.kept_alive = page
    return page


def stand_at(session: JournalSession, now: str) -> None:
    """Put the session's clock at another moment."""
    session._clock = GivenClock(moment(now))


def given(session: JournalSession, day: str, **parts) -> None:
    """Answers saved on the evening of their own day."""
    before = session._clock
    stand_at(session, f"{day}T20:00")
    assert session.log(datetime.fromisoformat(day).date(), Answers(**parts))
    session._clock = before


@contextmanager
def nothing_can_be_saved(session: JournalSession):
    """The file refuses to be written meanwhile."""
    connection = session._store.connection
    connection.execute("PRAGMA query_only = ON")
    yield
    connection.execute("PRAGMA query_only = OFF")
