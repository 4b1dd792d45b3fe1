"""Why a flag is there, and every rule of a day: what the two dialogs say, and the ways on from them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from journal.domain.entry import Answers
from journal.domain.plan import Kind
from journal.ui.calendar.page import CalendarPage
from journal.ui.why.day import DayLink, DayRulesDialog, answerable_days
from journal.ui.why.flag import WhyDialog
from tests.builders import entry, moment, record
from tests.ui.shell import Shell
from tests.ui.test_names import controls, name_of

EVENING = "2026-11-25T20:00"
COURSE = record(
    entry("2026-11-21", redness=5, sensitivity=0, habits={"exercise": True}, symptoms=set()),
    entry("2026-11-22", redness=4, sensitivity=0),
    entry("2026-11-23", redness=3, sensitivity=0),
    entry("2026-11-24", redness=6, sensitivity=0),
    entry("2026-11-25", redness=7, sensitivity=0),
)


def finding(rule_id, day):
    return next(found for found in COURSE.explain(date.fromisoformat(day)) if found.rule.id == rule_id)


@pytest.fixture
def why(qtbot, theme):
    def open_why(rule_id="rising", day="2026-11-25"):
        dialog = WhyDialog(finding(rule_id, day), COURSE, moment(EVENING), theme)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_why


@pytest.fixture
def rules(qtbot, theme):
    def open_rules(day="2026-11-25", now=EVENING):
        dialog = DayRulesDialog(date.fromisoformat(day), COURSE, moment(now), theme)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_rules


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def button(widget, text):
    return next(found for found in widget.findChildren(QPushButton) if found.text() == text)


def test_a_flag_tells_values_since_when_what_would_clear_it_and_its_source(why):
    said = texts(why())

    assert said[:2] == ["Why?", "Wednesday 25 November"]
    for text in (
        "Call the clinic today",
        "Redness 6 on Tuesday, 7 on Wednesday; usual range up to 2; lowest before: 3 on Monday.",
        "Tue 24 Nov",
        "2.5",
        "Since Wednesday 25 November.",
        "It clears when redness is 4 or less and sensitivity is 2 or less at the next check-in, Thursday 26 November.",
        "Do not wait for that: do what is said above.",
        "Cautious convention: worsening after improvement may be an infection",
    ):
        assert text in said


def test_what_was_done_early_asks_for_nothing_more(why):
    said = texts(why("no-exercise", "2026-11-21"))

    assert "Take care" in said
    assert "Sport on Saturday; your plan says to wait until Sunday 22 November, 14:00." in said
    assert "Do not wait for that: do what is said above." not in said


def test_the_whole_is_copied_as_text(why):
    dialog = why()
    dialog.copy_button.click()

    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.text
    assert copied.startswith("Wednesday 25 November\nCall the clinic today. It is rising again")
    assert "Source: cautious convention" in copied
    assert dialog.copy_button.text() == "Copied"


def test_every_rule_is_in_one_of_three_parts(rules):
    dialog = rules()
    shown = "\n".join(texts(dialog))

    assert dialog.summary.text().startswith("2 flagged, ")
    assert "Unknown does not mean fine: an answer is missing." in dialog.summary.text()
    assert "Cannot be judged: the signs were not asked on Wednesday." in shown
    assert shown.count("Cannot be judged: the signs were not asked on Wednesday.") == 1
    assert "Not in force on that day." not in shown
    dialog.opener.click()
    opened = "\n".join(texts(dialog))
    assert "Not in force on that day." in opened
    assert all(rule.text in opened for rule in COURSE.plan.rules)
    assert all(rule.text in dialog.text for rule in COURSE.plan.rules)


def test_what_warns_comes_before_what_is_only_advised_among_the_unknown(rules):
    said = texts(rules())

    assert said.index("Blisters on the treated skin.") < said.index("No direct sun on the treated skin for 2 weeks.")


def test_the_highest_tier_of_what_is_met_comes_first(rules):
    said = texts(rules())

    assert said.index("Call the clinic today") < said.index("Take care")


@pytest.mark.parametrize(
    ("now", "days"),
    [(EVENING, ["Wednesday 25 November"]), ("2026-12-25T20:00", ["Wednesday 25 November"])],
)
def test_what_is_missing_can_be_answered_from_there(qtbot, rules, now, days):
    dialog = rules(now=now)
    links = dialog.findChildren(DayLink)

    assert [link.text().removeprefix("Answer it: ") for link in links] == days
    with qtbot.waitSignal(dialog.day_requested) as asked:
        links[0].click()
    assert asked.args == [date(2026, 11, 25)]
    assert not dialog.isVisible()


def test_a_rating_that_would_come_too_late_is_not_asked_for():
    unrated = [found for found in COURSE.explain(date(2026, 11, 26)) if found.rule.kind is Kind.STRONG]

    assert answerable_days(unrated, moment("2026-11-28T20:00")) == (date(2026, 11, 26),)
    assert answerable_days(unrated, moment("2026-11-30T20:00")) == ()
    assert answerable_days(unrated, moment("2026-11-25T20:00")) == ()


def test_a_day_with_nothing_unknown_has_nothing_to_answer(qtbot, theme):
    dialog = DayRulesDialog(date(2026, 11, 1), record(entry("2026-11-01", symptoms=set())), moment(EVENING), theme)
    qtbot.addWidget(dialog)

    assert "Unknown does not mean fine" not in dialog.summary.text()
    assert dialog.findChildren(DayLink) == []


@pytest.mark.parametrize("kind", ["flag", "day"])
def test_both_are_read_and_left_by_keyboard(qtbot, why, rules, kind):
    dialog = why() if kind == "flag" else rules()
    area = dialog.findChild(QScrollArea)
    dialog.resize(dialog.width(), 400)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_PageDown)

    assert area.verticalScrollBar().value() > 0
    assert area.accessibleDescription() == dialog.text
    for control in controls(dialog):
        assert name_of(control).strip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_from_a_flag_to_every_rule_to_the_check_in(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path, now="2026-11-25T20:00+00:00")
    shell.session.add_treatment(COURSE.treatments[0])
    for made in COURSE.facts.entries.values():
        shell.session.log(made.day, answers_of(made))
    shell.open_again()
    flag = next(flag for flag in shell.session.record.flags(date(2026, 11, 25)) if flag.rule.id == "look-again")

    shell.window.explain(flag)
    shell.window.findChild(WhyDialog).all_rules.click()
    day_rules = shell.window.findChild(DayRulesDialog)
    assert day_rules.isVisible()
    day_rules.findChildren(DayLink)[0].click()

    assert shell.window.shown_page is shell.window.page("today")


def answers_of(made):
    return Answers(redness=made.redness, sensitivity=made.sensitivity)


def test_the_calendars_day_opens_why_and_every_rule(qtbot, session, theme):
    page = CalendarPage(session, theme)
    qtbot.addWidget(page)
    page.show_record(COURSE)
    page.choose(date(2026, 11, 25))

    with qtbot.waitSignal(page.why_requested) as why_asked:
        button(page, "Why?").click()
    with qtbot.waitSignal(page.day_explained) as rules_asked:
        button(page, "Every rule on that day").click()

    assert why_asked.args[0].rule.id == "rising"
    assert rules_asked.args == [date(2026, 11, 25)]


def test_a_day_to_come_has_no_rules_to_see(qtbot, session, theme):
    page = CalendarPage(session, theme)
    qtbot.addWidget(page)
    page.show_record(COURSE)
    page.choose(date(2026, 12, 24))

    assert not button(page, "Every rule on that day").isVisibleTo(page)
