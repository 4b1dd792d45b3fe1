"""The window by keyboard: pages, undo and redo through the real file, what is told and when."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import View
from journal.photos.intake import prepare
from journal.ui.navigation import PAGES
from journal.ui.notices import DemoStrip
from journal.ui.settings import Settings
from tests.builders import treatment
from tests.photos.pictures import encoded, quarters
from tests.ui.shell import Shell

TODAY = date(2026, 11, 24)


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment())
    shell.open_again()
    return shell


@pytest.mark.parametrize(("number", "key"), list(enumerate(PAGES, start=1)))
def test_every_page_opens_by_its_key(shell, qtbot, number, key):
    shell.window.show_page("wrong")
    qtbot.keyClick(shell.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)

    assert shell.window.page_key == key
    assert shell.window.navigation.button(key).isChecked()


def test_photos_asked_for_again_shows_all_of_them(shell, qtbot):
    prepared = prepare(encoded(quarters((300, 400))), "a.jpg")
    shell.session.adopt_photo(shell.session.keep_photo(prepared, TODAY, View.FRONT))
    page = shell.window.page("photos")
    page.use_settings(Settings(shell.settings_file))
    page.guide.done_button.click()
    qtbot.keyClick(shell.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page.open_photo(shell.session.record.photos[0].id)
    shell.window.show_page("curve")
    shell.window.show_page("photos")
    assert page.shown == "viewer"  # what is open stays open when another page was looked at

    shell.window.navigation.button("photos").click()

    assert page.shown == "gallery"


def test_f1_opens_the_page_for_when_something_is_wrong(shell, qtbot):
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)

    assert shell.window.page_key == "wrong"


def test_the_title_gives_nothing_away(shell):
    for key in (*PAGES, "wrong"):
        shell.window.show_page(key)
        assert shell.window.windowTitle() == "Recovery Journal"


def test_undo_and_redo_by_key_reach_the_file(shell, qtbot):
    shell.session.log(TODAY, Answers(redness=4))
    shell.window.show_page("curve")
    qtbot.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shell.session.record.entry(TODAY) is None

    qtbot.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    shell.open_again()
    assert shell.session.record.entry(TODAY).redness == 4


def test_undo_says_what_it_would_take_back(shell):
    shell.session.log(TODAY, Answers(redness=4))

    assert shell.session.undo_text == "Undo: Tuesday's check-in"


def test_every_change_can_be_undone_one_after_the_other(shell):
    before = shell.session.record
    shell.session.log(TODAY, Answers(redness=4))
    shell.session.log(TODAY, Answers(sensitivity=2, note="tight"))
    shell.session.set_baseline(1, 0)
    shell.session.change_treatment(1, treatment(depth_mm=2.5))
    shell.session.add_treatment(treatment("2026-11-01T10:00+00:00"))
    shell.session.remove_treatment(1)
    while shell.session.undo_text:
        assert shell.session.undo()

    after = shell.session.record
    assert (after.treatments, after.baseline, after.entry(TODAY)) == (before.treatments, before.baseline, None)


def test_a_removed_treatment_comes_back_by_the_line_at_the_foot(shell, qtbot):
    shell.window.show_page("treatments")
    shell.session.remove_treatment(1)
    assert shell.window.toast.isVisible()
    assert shell.window.toast.text == "Treatment removed."

    qtbot.mouseClick(shell.window.toast.button, Qt.MouseButton.LeftButton)
    assert len(shell.session.record.treatments) == 1


def test_a_removed_check_in_is_told_by_its_day(shell):
    shell.session.log(TODAY, Answers(redness=4))
    shell.session.unlog(TODAY)

    assert shell.window.toast.text == "Tuesday's check-in removed."


def test_what_could_not_be_saved_is_told_and_goes_away_once_it_is_saved(shell):
    shell.session.failed.emit(JournalUnavailable(Trouble.DISK_FULL))
    assert shell.window.banner.isVisible()
    assert shell.window.banner.text.startswith("Not saved: ")
    assert shell.window.banner.text.endswith("What you typed is still here.")

    shell.session.log(TODAY, Answers(redness=4))
    assert not shell.window.banner.isVisible()


def test_a_change_that_failed_can_be_tried_again(shell, qtbot):
    kept = shell.lose_journal()
    assert not shell.session.log(TODAY, Answers(redness=4))
    assert shell.session.has_unsaved
    assert shell.window.banner.isVisible()

    shell.bring_back(kept)
    shell.window.show_page("treatments")
    shell.window.banner.again_requested.emit()
    assert not shell.window.banner.isVisible()
    assert shell.session.record.entry(TODAY).redness == 4


def test_answers_that_could_not_be_saved_stay_and_are_saved_by_one_press(shell):
    shell.window.show_page("today")
    today = shell.window.shown_page
    kept = shell.lose_journal()
    today.check_in.answers_given.emit(Answers(redness=4))
    assert today.shown_entry.redness == 4
    assert shell.window.banner.isVisible()

    shell.bring_back(kept)
    shell.window.banner.again_requested.emit()
    assert shell.session.record.entry(TODAY).redness == 4
    assert not shell.session.has_unsaved


def test_a_window_with_something_unsaved_is_not_closed_by_the_first_press(shell):
    shell.lose_journal()
    shell.session.log(TODAY, Answers(redness=4))

    assert not shell.window.close()
    assert shell.window.shown_page.isVisible()
    assert shell.window.close()


def test_another_window_of_the_same_file_is_read_when_this_one_is_looked_at(shell, qtbot, tmp_path):
    store, record = changes.open_journal(shell.journal, create=False)
    now = shell.clock.now()
    changes.perform(store, record, changes.log(record, TODAY, Answers(redness=7), now), now)
    store.close()
    shell.session.read_again_if_changed()

    assert shell.session.record.entry(TODAY).redness == 7


def test_what_a_command_wrote_while_the_window_stayed_in_front_is_taken_in_with_the_next_tap(shell):
    store, record = changes.open_journal(shell.journal, create=False)
    now = shell.clock.now()
    record, _ = changes.perform(store, record, changes.set_baseline(record, 2, 2, now), now)
    changes.perform(store, record, changes.log(record, TODAY, Answers(sensitivity=7, note="by command"), now), now)
    store.close()
    assert shell.session.log(TODAY, Answers(redness=4))

    entry = shell.session.record.entry(TODAY)
    assert (entry.redness, entry.sensitivity, entry.note) == (4, 7, "by command")
    assert shell.session.record.baseline.redness == 2


def test_a_narrow_window_shows_icons_alone(shell):
    wide = shell.window.navigation.width()
    shell.window.resize(700, 700)

    assert shell.window.navigation.width() < wide / 2
    assert shell.window.navigation.button("curve").accessibleName() == "Curve"
    assert shell.window.navigation.button("curve").text() == ""


def test_geometry_and_look_are_kept(shell):
    shell.window.open_settings()
    dialog = shell.window.findChild(QDialog)
    dialog.look_choice.chosen.emit("dark")
    dialog.close()
    shell.window.resize(1010, 690)
    shell.open_again()

    assert shell.theme.palette.is_dark
    assert "dark" in shell.settings_file.read_text(encoding="utf-8")


def test_the_settings_save_phones_and_name(shell):
    shell.window.open_settings()
    dialog = shell.window.findChild(QDialog)
    dialog.phones.clinic.setText("030 1234")
    dialog.name.setText("A. Example")
    dialog.done_button.click()

    assert (shell.session.record.profile.clinic_phone, shell.session.record.profile.name) == ("030 1234", "A. Example")


def test_an_example_says_that_it_is_one(shell):
    shell.window.mark_as_demo()

    assert shell.window.findChild(DemoStrip).isVisibleTo(shell.window)
