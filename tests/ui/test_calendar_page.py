"""The Calendar page: days by shape and word, the keyboard, the chosen day in sentences."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from journal.domain.ratings import IrritationLook
from journal.ui.calendar.page import CalendarPage
from journal.ui.calendar.telling import day_sentence
from journal.ui.theme import ThemeChoice
from tests import builders
from tests.drawing.courses import day, flagged_course


@pytest.fixture
def page(qtbot, session, theme):
    page = CalendarPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1158, 768)
    page.show_record(flagged_course())
    page.show()
    return page


def press(qtbot, page, *keys):
    for key in keys:
        qtbot.keyClick(page._month, key)


def test_it_opens_on_todays_month(page):
    assert page.chosen_day == day(12)
    assert page._title.text() == "December 2026"


def test_arrow_keys_move_by_day_and_week_across_months(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.chosen_day == date(2026, 11, 30)
    assert page._title.text() == "November 2026"
    press(qtbot, page, Qt.Key.Key_Up)
    assert page.chosen_day == date(2026, 11, 23)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert page.chosen_day == date(2026, 12, 1)


def test_page_keys_turn_the_months(qtbot, page):
    press(qtbot, page, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert page._title.text() == "October 2026"
    press(qtbot, page, Qt.Key.Key_PageDown)
    assert page._title.text() == "November 2026"


def test_home_and_end_go_to_the_months_ends(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home)
    assert page.chosen_day == date(2026, 12, 1)
    press(qtbot, page, Qt.Key.Key_End)
    assert page.chosen_day == date(2026, 12, 31)


def test_enter_opens_the_chosen_day(qtbot, page):
    page.choose(day(6))
    with qtbot.waitSignal(page.day_requested) as asked:
        press(qtbot, page, Qt.Key.Key_Return)
    assert asked.args == [day(6)]


def test_a_day_to_come_is_not_opened(qtbot, page):
    page.choose(day(20))
    with qtbot.assertNotEmitted(page.day_requested):
        press(qtbot, page, Qt.Key.Key_Return)
    assert not page._panel._open.isEnabled()


def test_a_click_chooses_and_a_double_click_opens(qtbot, page):
    page.choose(day(5))
    spot = page._month.month_geometry().cells[day(3)].center()
    where = QPoint(round(spot.x()), round(spot.y()))
    qtbot.mouseClick(page._month, Qt.MouseButton.LeftButton, pos=where)
    assert page.chosen_day == day(3)
    with qtbot.waitSignal(page.day_requested) as asked:
        qtbot.mouseDClick(page._month, Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [day(3)]


def test_the_panel_tells_ratings_flags_and_opens(qtbot, page):
    page.choose(day(6))
    told = page._panel.accessibleDescription()
    assert told.startswith("Thursday 26 November. Day 6 after treatment 2. Logged on time. Redness 6, Sensitivity 4.")
    assert "Flagged: Rising: call the clinic today" in told
    with qtbot.waitSignal(page.day_requested) as asked:
        page._panel._open.click()
    assert asked.args == [day(6)]


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "Treatment 2"), (3, "No entry: missing"), (7, "edited afterwards"), (9, "Filled in later"), (12, "today")],
)
def test_every_state_is_said_in_words(page, number, words):
    assert words in day_sentence(page.day_state(day(number)), IrritationLook.PINK_RED)


def test_each_days_tip_says_what_its_cell_shows(page):
    page.choose(day(1))
    tip = page._month.tip_of(day(1))
    assert "Friday" not in tip
    assert "Saturday 21 November" in tip
    assert "Redness 5, Sensitivity 3" in tip
    assert page._month.accessibleDescription() == tip


def test_today_comes_back(page):
    page.choose(date(2026, 3, 5))
    page._today.click()
    assert page.chosen_day == day(12)


def test_the_buttons_turn_the_months_and_have_names(page):
    page._before.click()
    assert page._title.text() == "November 2026"
    page._after.click()
    assert page._title.text() == "December 2026"
    for control in page.findChildren(QPushButton):
        assert control.text() or control.accessibleName()


def test_an_empty_journal_says_what_will_be_there_and_the_next_step(qtbot, page):
    page.show_record(builders.record(treatments=()))
    (step,) = [found for found in page.findChildren(QPushButton) if found.text() == "Add a treatment"]
    assert step.isVisibleTo(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        step.click()
    assert asked.args == ["treatments"]


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [(1158, 740), (1712, 1000), (520, 600)])
def test_it_paints_in_every_look_without_a_warning(qtbot, qtlog, session, theme, choice, size):
    theme.choose(choice, 1.5)
    page = CalendarPage(session, theme)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_record(flagged_course())
    page.show()
    assert not page.grab().isNull()
    assert not [record.message for record in qtlog.records if "propagateSizeHints" not in record.message]
