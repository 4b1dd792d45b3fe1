"""What to know today: calls that fold a flag and open again, flags put aside, a check-in that is asked for."""

from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel

from journal.changes import Call
from journal.domain.acknowledgement import AcknowledgementKind
from journal.ui.calls.folded import FoldedCall
from journal.ui.today.know_lines import AsideLine, AskedLine
from tests.ui import today_world as world
from tests.ui.test_today_page import button

TODAY = date(2026, 11, 24)


@pytest.fixture
def session(tmp_path):
    return world.opened_session(tmp_path)


def texts(page) -> list[str]:
    return [label.text() for label in page.know.findChildren(QLabel)]


def rules(page) -> list[str]:
    return [one.finding.rule.id for one in page.know.callouts if one.finding.is_met]


def folded(page) -> list[str]:
    return [one.line.text() for one in page.know.findChildren(FoldedCall) if one.parent() is not None]


def callout(page, rule):
    return next(one for one in page.know.callouts if one.finding.rule.id == rule)


def test_a_call_is_kept_in_place_and_folds_the_banner_to_one_line(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus"}))
    page = world.shown_page(qtbot, session)
    button(callout(page, "infection"), "I called …").click()
    form = callout(page, "infection").form
    qtbot.keyClicks(form.said, "cool it")
    form.time.setText("19:30")
    form.save_button.click()

    assert rules(page) == []
    assert folded(page) == ["Called Tue 19:30: cool it. Nothing worse logged since."]
    assert not page.know.says_call
    assert "Nothing in your plan says to call today." not in page.know.sentences
    assert [one.is_marked for one in session.record.marks(TODAY)] == [True]


@pytest.mark.parametrize(("day", "time", "said"), [(24, "21:00", "still to come"), (24, "later", "hours and minutes")])
def test_a_time_that_cannot_be_taken_is_said_and_what_was_typed_stays(qtbot, session, day, time, said):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus"}))
    page = world.shown_page(qtbot, session)
    button(callout(page, "infection"), "I called …").click()
    form = callout(page, "infection").form
    qtbot.keyClicks(form.said, "wait")
    form.date.setDate(QDate(2026, 11, day))
    form.time.setText(time)
    form.save_button.click()

    assert said in form.fault.text()
    assert form.said.toPlainText() == "wait"
    assert session.record.facts.acknowledgements == ()


def test_a_form_that_is_open_survives_a_tap_and_a_failed_save(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus"}))
    page = world.shown_page(qtbot, session)
    button(callout(page, "infection"), "I called …").click()
    qtbot.keyClicks(callout(page, "infection").form.said, "cool it")
    qtbot.keyClicks(page.check_in.redness.strip, "4")
    form = callout(page, "infection").form
    assert form.said.toPlainText() == "cool it"
    with world.nothing_can_be_saved(session):
        form.save_button.click()

    assert callout(page, "infection").form.said.toPlainText() == "cool it"
    form.cancel_button.click()
    assert callout(page, "infection").form is None
    assert button(callout(page, "infection"), "I called …", qtbot).hasFocus()


def test_one_call_may_be_about_several_flags(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus", "blisters"}))
    page = world.shown_page(qtbot, session)
    button(callout(page, "infection"), "I called …").click()
    form = callout(page, "infection").form
    assert {rule: tick.isChecked() for rule, tick in form.ticks.items()} == {"infection": True, "blisters": False}
    form.ticks["blisters"].click()
    form.save_button.click()

    assert folded(page) == ["Called Tue 20:10. Nothing worse logged since."]
    assert session.undo()
    assert rules(page) == ["infection", "blisters"]


def test_it_unfolds_when_something_is_worse_and_says_what(qtbot, session):
    world.given(session, "2026-11-24", redness=4, symptoms=frozenset({"pus"}))
    assert session.called(Call(rule="infection", day=TODAY, at=session.now(), said="wait"))
    page = world.shown_page(qtbot, session)
    assert rules(page) == []
    qtbot.keyClicks(page.check_in.redness.strip, "6")

    assert "infection" in rules(page)
    assert "Redness 6, was 4 when you called." in texts(page)
    assert "Called Tue 20:10: wait." in texts(page)


def test_a_folded_call_opens_and_is_taken_back(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus"}))
    assert session.called(Call(rule="infection", day=TODAY, at=session.now()))
    page = world.shown_page(qtbot, session)
    (line,) = page.know.findChildren(FoldedCall)
    assert not line.is_open
    line.opener.click()
    assert line.is_open
    line.rules[0].back.click()

    assert rules(page) == ["infection"]
    assert session.record.facts.acknowledgements == ()


def test_a_call_of_one_flag_leaves_the_others_open(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"pus", "blisters"}))
    assert session.called(Call(rule="infection", day=TODAY, at=session.now()))
    page = world.shown_page(qtbot, session)

    assert rules(page) == ["blisters"]
    assert page.know.says_call


def test_what_yesterday_asked_to_call_about_is_still_here_until_a_day_says_no(qtbot, session):
    world.given(session, "2026-11-23", symptoms=frozenset({"pus"}))
    page = world.shown_page(qtbot, session)
    assert rules(page) == ["infection"]
    assert "Call the clinic today (flagged on Mon)" in texts(page)
    page.check_in.signs.answer_none()

    assert rules(page) == []


def test_a_day_gone_by_shows_its_own_flags_alone(qtbot, session):
    world.given(session, "2026-11-22", symptoms=frozenset())
    world.given(session, "2026-11-23", symptoms=frozenset({"pus"}))
    page = world.shown_page(qtbot, session)
    page.show_day(date(2026, 11, 22))

    assert rules(page) == []


def test_a_habit_is_told_shortly_and_put_aside_for_this_treatment(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset(), habits={"harsh-product": True})
    page = world.shown_page(qtbot, session)
    assert "Harsh product, earlier than advised" in texts(page)
    assert "Your plan says from Friday, 14:00. Marked on your curve." in texts(page)
    button(callout(page, "no-harsh-products"), "Put aside").click()
    assert rules(page) == []
    assert [one.rule.id for one in session.record.marks(TODAY)] == ["no-harsh-products"]
    button(page.know, "1 put aside", qtbot).click()
    (line,) = page.know.findChildren(AsideLine)
    line.back_requested.emit(callout_finding(session))

    assert rules(page) == ["no-harsh-products"]
    assert all(one.kind is not AcknowledgementKind.ASIDE for one in session.record.facts.acknowledgements)


def callout_finding(session):
    return session.record.marks(TODAY)[0]


def test_care_left_out_is_told_without_blame(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset(), habits={"sunscreen": False})
    page = world.shown_page(qtbot, session)

    assert "Your plan advises it daily to 4 Dec." in texts(page)


def test_a_flag_whose_signs_are_not_answered_cannot_be_put_aside(qtbot, session):
    world.given(session, "2026-11-24", redness=9)
    page = world.shown_page(qtbot, session)
    links = [one.text() for one in callout(page, "strong").findChildren(type(page.first_step.log))]
    assert "Answer now" in links
    assert "Put aside" not in links
    with qtbot.waitSignal(page.signs_requested) as told:
        button(callout(page, "strong"), "Answer now", qtbot).click()
    assert told.args[0].rule.id == "strong"


def test_of_a_day_gone_by_the_signs_are_answered_in_its_check_in(qtbot, session):
    world.given(session, "2026-11-23", redness=9)
    page = world.shown_page(qtbot, session)
    page.show_day(date(2026, 11, 23))
    button(callout(page, "strong"), "Answer now", qtbot).click()

    assert set(list(page.check_in.signs.tick_list.boxes)[:3]) == {"blisters", "burn", "severe-pain"}


def test_yesterdays_flag_asks_for_a_check_in_until_today_is_rated(qtbot, session):
    world.given(session, "2026-11-23", redness=9, symptoms=frozenset())
    page = world.shown_page(qtbot, session)
    assert "Yesterday's flag asks for a check-in today." in texts(page)
    with qtbot.waitSignal(page.why_requested) as told:
        button(page.know.findChild(AskedLine), "Why?").click()
    assert (told.args[0].rule.id, told.args[0].day) == ("strong", date(2026, 11, 23))
    qtbot.keyClicks(page.check_in.redness.strip, "3")

    assert "Yesterday's flag asks for a check-in today." not in texts(page)


def test_an_emergency_says_first_what_to_do(qtbot, session):
    world.given(session, "2026-11-24", symptoms=frozenset({"breathing"}))
    page = world.shown_page(qtbot, session)

    assert texts(page)[1:5] == [
        "",
        "Emergency: call your local emergency number now",
        "Swollen lips, tongue or face, or trouble breathing.",
        "Do not wait for the clinic to answer.",
    ]
