"""An entry given for the wrong day goes to its own, whole, marked as edited, and can be brought back."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from journal.ui.today.move_dialog import MoveDialog
from tests.ui import today_world as world
from tests.ui.test_today_page import texts

TUESDAY = date(2026, 11, 24)


def dialog_of(qtbot, page) -> MoveDialog:
    qtbot.mouseClick(page.heading.move_link, Qt.MouseButton.LeftButton)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MoveDialog) and one.isVisible()]
    return dialog


def test_an_entry_given_in_the_night_is_moved_to_the_evening_before(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-24T01:30")
    assert session.log(TUESDAY, world.Answers(redness=3, note="late"))
    world.stand_at(session, "2026-11-24T20:00")
    page = world.shown_page(qtbot, session)
    dialog = dialog_of(qtbot, page)
    assert "Tuesday 24 November then has no entry." in texts(dialog)
    qtbot.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)

    entry = session.record.entry(date(2026, 11, 23))
    assert (entry.redness, entry.note, entry.edited) == (3, "late", True)
    assert page.day == date(2026, 11, 23)
    session.undo()
    assert session.record.entry(TUESDAY).redness == 3
    assert session.record.entry(date(2026, 11, 23)) is None


def test_it_never_lands_on_another_entry(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-24T20:00")
    world.given(session, "2026-11-22", redness=4)
    world.given(session, "2026-11-23", redness=3)
    page = world.shown_page(qtbot, session)
    page.show_day(date(2026, 11, 23))
    dialog = dialog_of(qtbot, page)
    qtbot.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)
    assert "22 November 2026 has an entry already." in dialog.fault.text()

    dialog.date.setDate(QDate(2026, 11, 21))
    qtbot.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)
    assert session.record.entry(date(2026, 11, 21)).redness == 3


def test_an_ordinary_evening_offers_no_move(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-24T20:00")
    page = world.shown_page(qtbot, session)
    assert not page.heading.move_link.isVisible()
    qtbot.keyClicks(page.check_in.redness.strip, "3")

    assert not page.heading.move_link.isVisible()
