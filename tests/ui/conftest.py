"""A look and an empty session for the tests of one page at a time."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFontDatabase

from journal.changes import open_journal
from journal.clock import GivenClock
from journal.language import install_language
from journal.session import JournalSession
from journal.ui.theme import Theme, ThemeChoice
from tests import builders


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Windows go with their test. Left to Python's collector they may go while another one is painted, and crash it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(qapp):
    # The sheet stays: Qt 6.11 falls over when a sheet is taken off an application and another one put on.
    before = qapp.font(), qapp.palette()
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setPalette(before[1])
    qapp.setFont(before[0])


@pytest.fixture
def session(tmp_path):
    store, record = open_journal(tmp_path / "journal.sqlite", create=True)
    yield JournalSession(store, record, GivenClock(builders.moment("2026-12-02T20:00")))
    store.close()


@pytest.fixture
def english(qapp):
    """Counted texts in their English forms, as the window shows them."""
    translator = install_language(qapp, QLocale("en_GB"))
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def plain_font(qapp):
    """The desktop's own font before and after: a theme takes its size from the font that another may have left."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    qapp.setFont(font)
    yield
    qapp.setFont(font)
