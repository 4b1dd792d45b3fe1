"""The welcome by keyboard alone, and what it says when something is missing."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from journal.domain.ratings import IrritationLook
from journal.domain.treatment import Slot
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot, tmp_path):
    return Shell(qtbot, tmp_path)


@pytest.fixture
def welcome(shell):
    assert shell.window.page_key == "welcome"
    return shell.window.shown_page


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_journal_starts_by_keyboard_alone(shell, welcome, qtbot):
    tab, space = Qt.Key.Key_Tab, Qt.Key.Key_Space
    assert welcome.when.date.hasFocus()
    press(qtbot, Qt.Key.Key_Down)  # yesterday, in the section that has the cursor
    while QApplication.focusWidget() not in welcome.when.slot.buttons():
        press(qtbot, tab)
    press(qtbot, space)  # morning
    while not welcome.needle.millimetres.hasFocus():
        press(qtbot, tab)
    qtbot.keyClicks(welcome.needle.millimetres, "1,5")
    while QApplication.focusWidget() not in welcome.look.buttons():
        press(qtbot, tab)
    press(qtbot, space)
    while QApplication.focusWidget() not in welcome.baseline.redness.cells.buttons():
        press(qtbot, tab)
    press(qtbot, Qt.Key.Key_1)
    while QApplication.focusWidget() not in welcome.baseline.sensitivity.cells.buttons():
        press(qtbot, tab)
    press(qtbot, Qt.Key.Key_0)
    while not welcome.phones.clinic.hasFocus():
        press(qtbot, tab)
    qtbot.keyClicks(welcome.phones.clinic, "030 1234")
    while not welcome.start.hasFocus():
        press(qtbot, tab)
    press(qtbot, space)

    record = shell.session.record
    assert shell.window.page_key == "today"
    assert shell.window.navigation.isVisible()
    assert [(each.slot, each.depth_mm, each.rf) for each in record.treatments] == [(Slot.MORNING, 1.5, False)]
    assert (record.baseline.redness, record.baseline.sensitivity) == (1, 0)
    assert record.profile.irritation_look is IrritationLook.PINK_RED
    assert record.profile.clinic_phone == "030 1234"


def test_a_second_start_shows_today(shell, welcome):
    welcome.later.click()
    shell.open_again()

    assert shell.window.page_key == "today"


def test_what_is_missing_is_said_where_it_is(shell, welcome):
    welcome.start.click()

    assert shell.window.page_key == "welcome"
    assert shell.session.record.is_empty
    for fault in (welcome.when.fault, welcome.needle.fault, welcome.look_fault, welcome.baseline.fault):
        assert fault.isVisible()
        assert fault.text()


@pytest.mark.parametrize("depth", ["0", "7", "-1", "deep", "0.05"])
def test_a_depth_that_cannot_be_is_refused_in_words(welcome, depth):
    welcome.needle.millimetres.setText(depth)

    assert not welcome.needle.is_valid()
    assert welcome.needle.fault.text() == "A needle depth is between 0.1 and 6 mm."


def test_a_slot_that_has_not_begun_is_refused_where_it_was_chosen(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path, now="2026-11-24T09:00+00:00")
    welcome = shell.window.shown_page
    welcome.when.date.setDate(QDate(2026, 11, 24))
    welcome.when.slot.choose("afternoon")
    welcome.needle.unknown.setChecked(True)
    welcome.look.choose("pink-red")
    welcome.baseline.redness.show_value(0)
    welcome.baseline.sensitivity.show_value(0)
    welcome.start.click()

    assert not shell.session.record.treatments
    assert welcome.when.fault.isVisible()


def test_help_is_reached_from_the_welcome_and_the_welcome_from_there(shell, welcome, qtbot):
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)
    assert shell.window.page_key == "wrong"

    shell.window.navigation.button("today").click()
    assert shell.window.shown_page is welcome
