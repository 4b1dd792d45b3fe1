"""A look and an empty session for the tests of one page at a time."""

import pytest

from journal.changes import open_journal
from journal.clock import GivenClock
from journal.session import JournalSession
from journal.ui.theme import Theme, ThemeChoice
from tests import builders


@pytest.fixture(autouse=True)
def theme(qapp):
    """The light look at its plain size, whatever another test put on before."""
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def session(tmp_path):
    store, record = open_journal(tmp_path / "journal.sqlite", create=True)
    yield JournalSession(store, record, GivenClock(builders.moment("2026-12-02T20:00")))
    store.close()
