"""Something is wrong is one key away from every dialog and from the welcome, and takes nothing half typed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from journal.domain.entry import Answers
from journal.ui.settings_dialog import SettingsDialog
from journal.ui.why.flag import WhyDialog
from journal.ui.wrong.dialog import WrongDialog
from tests.builders import treatment
from tests.ui.shell import Shell

TODAY = date(2026, 11, 24)


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment())
    shell.session.log(TODAY, Answers(symptoms=frozenset({"pus"})))
    shell.open_again()
    return shell


def opened(shell, qtbot, kind):
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    return QApplication.activeWindow()


def help_from(dialog, qtbot):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().window() is dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(WrongDialog)))
    return dialog.findChild(WrongDialog)


def test_f1_in_a_dialog_opens_the_page_on_top_and_the_dialog_stays(shell, qtbot):
    shell.window.open_settings()
    settings = opened(shell, qtbot, SettingsDialog)
    help_page = help_from(settings, qtbot)
    next(group.ticks["breathing"] for group in help_page.page.signs.groups if "breathing" in group.ticks).click()

    assert help_page.page.answer.headline.text() == "Call your local emergency number now."
    assert shell.session.record.entry(TODAY).symptoms == {"pus", "breathing"}
    help_page.close_button.click()
    assert settings.isVisible()
    settings.close()


def test_a_why_opened_there_stands_on_top_of_it(shell, qtbot):
    shell.window.open_settings()
    settings = opened(shell, qtbot, SettingsDialog)
    help_page = help_from(settings, qtbot)
    opened(shell, qtbot, WrongDialog)
    help_page.why_requested.emit(shell.session.record.flags(TODAY)[0])
    why = help_page.findChild(WhyDialog)

    assert why.isVisible()
    why.close()
    help_page.close()
    settings.close()


def test_the_welcome_shows_the_way_and_keeps_the_numbers_that_were_added_there(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    welcome = shell.window.shown_page
    welcome.wrong.click()
    page = shell.window.shown_page
    assert shell.window.page_key == "wrong"
    next(group.ticks["bumps"] for group in page.signs.groups if "bumps" in group.ticks).click()
    qtbot.keyClicks(page.answer.phones.clinic_field.edit, "030 1234")
    page.answer.phones.clinic_field.save_button.click()
    shell.window.navigation.button("today").click()
    assert shell.window.shown_page is welcome
    welcome._save_profile()

    assert shell.session.record.profile.clinic_phone == "030 1234"


def test_a_why_offers_to_keep_a_call_and_then_says_that_it_was_made(shell, qtbot):
    finding = shell.session.record.flags(TODAY)[0]
    shell.window.explain(finding)
    dialog = shell.window.findChild(WhyDialog)
    dialog.call_button.click()
    dialog.form.cancel_button.click()
    assert dialog.form is None
    dialog.call_button.click()
    qtbot.keyClicks(dialog.form.said, "cool it")
    dialog.form.save_button.click()
    assert [one.said for one in shell.session.record.facts.acknowledgements] == ["cool it"]
    assert not dialog.isVisible()

    shell.window.explain(finding)
    again = next(one for one in shell.window.findChildren(WhyDialog) if one.isVisible())
    assert "Called Tue 20:00: cool it." in [label.text() for label in again.findChildren(QLabel)]
    assert again.call_button.isHidden()
    again.close()


def test_a_flag_that_asks_for_no_call_offers_none(shell):
    shell.session.log(TODAY, Answers(habits={"harsh-product": True}))
    finding = next(one for one in shell.session.record.flags(TODAY) if one.rule.id == "no-harsh-products")
    shell.window.explain(finding)
    dialog = shell.window.findChild(QDialog)

    assert dialog.call_button.isHidden()
    dialog.close()
