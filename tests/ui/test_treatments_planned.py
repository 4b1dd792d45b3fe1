"""How many treatments are planned and when the next one is, on the Treatments page."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from journal.ui.treatments.page import TreatmentsPage
from tests.ui import today_world as world


@pytest.fixture
def page(qtbot, tmp_path, theme):
    session = world.opened_session(tmp_path)
    page = TreatmentsPage(session, theme)
    session.record_changed.connect(page.show_record)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def test_what_is_planned_is_kept_and_told(qtbot, page):
    card, session = page.planned, page._session
    assert "not said how many" in card.words.text()
    qtbot.mouseClick(card.change_button, Qt.MouseButton.LeftButton)
    card.count.setValue(4)
    card.date.setDate(QDate(2026, 12, 18))
    qtbot.mouseClick(card.save_button, Qt.MouseButton.LeftButton)

    profile = session.record.profile
    assert (profile.planned_treatments, profile.next_appointment) == (4, date(2026, 12, 18))
    assert "1 of 4 treatments done. The next one is on 18 December 2026" in card.words.text()
    assert card.change_button.isVisible()


def test_a_date_can_be_taken_away_and_a_change_left(qtbot, page):
    card, session = page.planned, page._session
    qtbot.mouseClick(card.change_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.save_button, Qt.MouseButton.LeftButton)
    assert session.record.profile.next_appointment == date(2026, 12, 22)
    qtbot.mouseClick(card.change_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.cancel_button, Qt.MouseButton.LeftButton)
    assert session.record.profile.next_appointment == date(2026, 12, 22)
    qtbot.mouseClick(card.change_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.clear_button, Qt.MouseButton.LeftButton)

    assert session.record.profile.next_appointment is None
    assert "There is no date for the next one yet." in card.words.text()


def test_the_ordinary_evening_is_confirmed_before_the_next_treatment(qtbot, page):
    card, session = page.ordinary, page._session
    assert not card.confirm_button.isVisible()
    world.stand_at(session, "2026-11-19T20:00")
    assert session.set_baseline(2, 1)
    world.stand_at(session, "2026-12-10T20:00")
    assert card.confirm_button.isVisible()
    qtbot.mouseClick(card.confirm_button, Qt.MouseButton.LeftButton)

    baseline = session.record.baseline
    assert (baseline.redness, baseline.sensitivity, baseline.given_at) == (2, 1, session.now())
    assert not card.confirm_button.isVisible()
