"""Can I ...? Asked from the board or by key, answered from the plan while it is typed; an open call comes first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui import today_world as world
from tests.ui.test_today_page import texts


def asked(qtbot, page, words: str):
    qtbot.mouseClick(page.board.ask_cell, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.aftercare.panel.field, words)
    return page.aftercare.panel


def assert_says(qtbot, panel, text: str) -> None:
    """Answers that were just made are shown when control returns to Qt."""
    qtbot.waitUntil(lambda: text in texts(panel))


def test_a_word_is_answered_with_time_rule_and_source(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-20T20:10")
    panel = asked(qtbot, world.shown_page(qtbot, session), "steam")
    rule = session.record.plan.rule("no-sauna")

    assert_says(qtbot, panel, "Sauna: not yet, from Sun, 14:00")
    assert_says(qtbot, panel, rule.text)
    assert_says(qtbot, panel, rule.source)


def test_what_is_over_and_what_is_daily_and_what_nobody_knows(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path, "2026-11-25T20:10"))
    panel = asked(qtbot, page, "sauna")
    assert_says(qtbot, panel, "Sauna: your plan no longer asks you to wait")
    panel.field.setText("sunscreen")
    assert_says(qtbot, panel, "Sunscreen: yes, daily to 4 Dec")
    panel.field.setText("violin")
    assert_says(qtbot, panel, "Your plan says nothing about “violin”. Ask the clinic.")
    panel.field.clear()
    assert not [label for label in panel._answers.findChildren(QLabel) if label.isVisible()]


def test_while_something_says_to_call_nothing_is_allowed_and_care_goes_on(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    page = world.shown_page(qtbot, session)
    world.given(session, "2026-11-24", symptoms=frozenset({"pus"}))

    told = {cell.what: cell.when for cell in page.board.cells}
    assert told.pop("Sunscreen") == "daily to 4 Dec"
    assert told.pop("Moisturiser") == "daily to 26 Nov"
    assert set(told.values()) == {"ask the clinic first"}
    assert_says(qtbot, asked(qtbot, page, "retinol"), "Harsh product: ask the clinic first")
    page.aftercare.panel.field.setText("sunscreen")
    assert_says(qtbot, page.aftercare.panel, "Sunscreen: go on daily to 4 Dec, and ask about it when you call")


def test_it_opens_by_key_and_closes_with_escape(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path))
    qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = page.aftercare.panel
    assert panel.isVisible()
    assert panel.field.hasFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)

    assert not panel.isVisible()
    assert page.board.ask_cell.hasFocus()


def test_a_quiet_day_within_the_plan_can_still_be_asked_about(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path, "2026-12-10T20:10"))
    assert page.board.cells == ()

    assert_says(qtbot, asked(qtbot, page, "sun"), "no longer asks you to wait")
