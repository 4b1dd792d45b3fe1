"""Which day the page is about, and what it says of it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from journal.domain.facts import Profile
from journal.domain.ratings import IrritationLook, Scale
from journal.domain.record import build_record
from journal.ui.calls.phones import PhoneLines
from journal.ui.today import phrases
from journal.ui.today.countdown_board import board_cells
from journal.ui.today.missed_days import DayLink
from journal.ui.today.questions import habit_groups, missed_days
from tests.builders import entry, facts, moment, record, treatment
from tests.ui import today_world as world


def texts(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget, text: str, qtbot=None) -> QPushButton:
    """A visible button by its words; one that was just built is shown when control returns to Qt."""

    def found() -> list[QPushButton]:
        return [one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(widget)]

    if qtbot is not None:
        qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_after_midnight_the_form_is_for_the_day_that_has_just_ended(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-22T00:30")
    page = world.shown_page(qtbot, session)
    assert page.day == date(2026, 11, 21)
    assert "Saturday 21 November" in texts(page.heading)
    qtbot.mouseClick(button(page.heading, "log Sunday instead"), Qt.MouseButton.LeftButton)
    assert page.day == date(2026, 11, 22)
    button(page.heading, "back to Saturday 21 November").click()
    assert page.day == date(2026, 11, 21)


@pytest.mark.parametrize(("now", "day"), [("2026-11-22T03:59", 21), ("2026-11-22T04:00", 22), ("2026-11-22T20:00", 22)])
def test_the_night_ends_at_four(qtbot, tmp_path, now, day):
    page = world.shown_page(qtbot, world.opened_session(tmp_path, now))
    assert page.day == date(2026, 11, day)


def test_the_day_does_not_turn_under_the_hand(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-22T03:59")
    page = world.shown_page(qtbot, session)
    world.stand_at(session, "2026-11-22T04:01")
    qtbot.keyClicks(page.check_in.redness.strip, "4")
    assert session.record.entry(date(2026, 11, 21)).redness == 4
    assert button(page.heading, "Back to today").isVisible()
    page.hide()
    page.show()
    assert page.day == date(2026, 11, 22)


def test_an_earlier_day_says_beforehand_how_it_will_be_marked(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-28T20:00")
    page = world.shown_page(qtbot, session)
    page.show_day(date(2026, 11, 23))
    assert "filled in later" in page.heading.note_text
    assert not page.board.isVisible()
    button(page.heading, "Back to today").click()
    assert page.day == date(2026, 11, 28)
    assert page.heading.note_text == ""


def test_a_day_that_has_not_come_is_not_offered(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path))
    page.show_day(date(2026, 12, 24))
    assert page.day == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "rating", "said"),
    [
        ("2026-11-24", 3, "3, mild. In the usual range for day 4 (up to 3.3)."),
        ("2026-11-24", 0, "0, none. In the usual range for day 4 (up to 3.3)."),
        ("2026-11-26", 6, "6, moderate. Above the usual range for day 6 (up to 2.4)."),
        ("2026-12-18", 2, "2, very slight. In the usual range for day 28 (up to 2)."),
        ("2026-11-19", 6, "6, moderate."),
    ],
)
def test_the_answer_in_words(qtbot, tmp_path, day, rating, said):
    session = world.opened_session(tmp_path)
    session.set_baseline(1, 0)
    assert phrases.answer(session.record, date.fromisoformat(day), Scale.REDNESS, rating) == said


def test_the_answer_stands_under_its_strip_at_once(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    session.set_baseline(1, 0)
    page = world.shown_page(qtbot, session)
    qtbot.keyClicks(page.check_in.redness.strip, "3")
    assert page.check_in.redness.answer_text == "3, mild. In the usual range for day 4 (up to 3.3)."


@pytest.mark.parametrize("look", list(IrritationLook))
@pytest.mark.parametrize("scale", list(Scale))
def test_every_look_has_its_question_and_words(scale, look):
    assert phrases.question(scale, look)
    assert phrases.hint(scale, look)
    assert len(phrases.band_words(scale, look)) == 5


def test_never_all_clear_while_the_signs_were_not_asked(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    page = world.shown_page(qtbot, session)
    assert "Warning signs not asked yet today." in page.know.sentences
    assert "Nothing in your plan says to call today." not in page.know.sentences
    assert "Nobody else receives this journal." in page.know.sentences


def test_nothing_says_to_call_once_all_is_known(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-21T20:10")
    page = world.shown_page(qtbot, session)
    qtbot.keyClicks(page.check_in.redness.strip, "4")
    qtbot.keyClicks(page.check_in.sensitivity.strip, "2")
    page.check_in.signs.answer_none()
    assert "Nothing in your plan says to call today." in page.know.sentences
    assert "Nobody else receives this journal." in page.know.sentences


def test_a_sign_to_call_about_names_the_clinics_phone_and_stands_first(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    session.set_profile(Profile(clinic_phone="030 1234567", out_of_hours_phone="116117", welcomed=True))
    page = world.shown_page(qtbot, session)
    page.check_in.signs.list_chip.click()
    page.check_in.signs.tick_list.boxes["pus"].click()
    assert page.know.findChild(PhoneLines).text == "Clinic: 030 1234567\nOut-of-hours line: 116117"
    assert page._right_column.indexOf(page.know) < page._right_column.indexOf(page.curve)
    with qtbot.waitSignal(page.why_requested) as told:
        button(page.know, "Why?", qtbot).click()
    assert told.args[0].rule.id == "infection"


def test_missed_days_are_one_line_and_can_be_left_empty(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    world.given(session, "2026-11-21", redness=5)
    page = world.shown_page(qtbot, session)
    assert "Sun and Mon have no entry." in texts(page.missed)
    links = page.missed.findChildren(DayLink)
    links[0].click()
    assert page.day == date(2026, 11, 22)
    page.show_day(date(2026, 11, 24))
    button(page.missed, "Leave it empty").click()
    assert not page.missed.isVisible()
    page.show_record(session.record)
    assert not page.missed.isVisible()


def test_missed_days_reach_back_three_days_and_stay_in_the_course():
    made = record(entry("2026-11-21", redness=4))
    assert missed_days(made, date(2026, 11, 21)) == (date(2026, 11, 20),)
    assert missed_days(made, date(2026, 11, 25)) == (date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24))
    assert missed_days(made, date(2026, 12, 20)) == (date(2026, 12, 17), date(2026, 12, 18))
    assert missed_days(made, date(2027, 1, 20)) == ()


def test_after_the_plan_a_calm_word_and_logging_stays_possible(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-12-28T20:10")
    page = world.shown_page(qtbot, session)
    assert "You can make the summary for your visit and stop the daily log." in texts(page.occasions.after)
    qtbot.keyClicks(page.check_in.redness.strip, "1")
    assert session.record.entry(date(2026, 12, 28)).redness == 1


def test_an_empty_journal_says_what_will_be_here_and_offers_one_step(qtbot, tmp_path):
    session = world.opened_session(tmp_path, treatments=())
    page = world.shown_page(qtbot, session)
    assert not page.check_in.isVisible()
    with qtbot.waitSignal(page.page_requested) as told:
        page.first_step.add.click()
    assert told.args == ["treatments"]
    page.first_step.log.click()
    qtbot.keyClicks(page.check_in.redness.strip, "2")
    assert session.record.entry(date(2026, 11, 24)).redness == 2
    assert page.check_in.redness.answer_text == "2, very slight."


def test_a_treatment_added_elsewhere_brings_the_form(qtbot, tmp_path):
    session = world.opened_session(tmp_path, treatments=())
    page = world.shown_page(qtbot, session)
    session.add_treatment(treatment())
    assert page.check_in.isVisible()
    assert not page.first_step.isVisible()


def test_the_board_puts_equal_ends_together_soonest_first(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-20T20:10")
    page = world.shown_page(qtbot, session)
    assert [(cell.what, cell.when) for cell in page.board.cells][:3] == [
        ("Make-up, alcohol", "from tomorrow, 14:00"),
        ("Sport, hot shower, sauna, shaving", "from Sun, 14:00"),
        ("Swimming", "from Mon, 14:00"),
    ]
    assert ("Moisturiser", "daily to 26 Nov") in [(cell.what, cell.when) for cell in page.board.cells]


def test_after_the_plan_there_is_no_board(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path, "2026-12-28T20:10"))
    assert page.board.cells == ()
    assert not page.board.isVisible()
    assert board_cells((), moment("2026-12-28T20:10")) == ()


def test_a_longer_window_of_an_earlier_treatment_is_still_asked_for():
    two = (treatment("2026-11-10T10:00"), treatment("2026-11-20T14:00"))
    groups = habit_groups(build_record(facts(treatments=two)), date(2026, 11, 20))
    by_habit = {habit: group.moment.name for group in groups for habit in group.habits}
    assert by_habit["direct-sun"] == "WHOLE_DAY"
    assert by_habit["exercise"] == "SINCE_TREATMENT"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_both_strips_and_their_answers_are_seen_without_scrolling(qtbot, tmp_path, scale):
    session = world.opened_session(tmp_path)
    session.set_baseline(1, 0)
    world.given(session, "2026-11-23", redness=4, sensitivity=3)
    page = world.shown_page(qtbot, session, width=1366 - 250, height=768 - 40, scale=scale)
    qtbot.keyClicks(page.check_in.redness.strip, "6")
    qtbot.keyClicks(page.check_in.sensitivity.strip, "6")
    bottom = page.check_in.sensitivity.mapTo(page, page.check_in.sensitivity.rect().bottomLeft()).y()
    assert bottom <= page.height()


@pytest.mark.parametrize("width", [420, 600, 736, 900, 1158, 1712])
def test_nothing_is_wider_than_the_page(qtbot, tmp_path, width):
    session = world.opened_session(tmp_path)
    page = world.shown_page(qtbot, session, width=width)
    assert page._scroll.horizontalScrollBar().maximum() == 0
    assert page._content.width() <= 1100


def test_the_small_curve_opens_the_curve_page(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path))
    with qtbot.waitSignal(page.page_requested) as told:
        page.curve.curve.click()
    assert told.args == ["curve"]


def test_when_something_says_to_call_the_way_to_help_is_one_step(qtbot, tmp_path):
    session = world.opened_session(tmp_path)
    page = world.shown_page(qtbot, session)
    page.check_in.signs.list_chip.click()
    page.check_in.signs.tick_list.boxes["fever"].click()
    assert page.know.findChild(PhoneLines).text == "The number is on your leaflet: add it here."
    assert page.know.findChild(PhoneLines).clinic_field.edit.isEnabled()
    with qtbot.waitSignal(page.wrong_requested):
        button(page.know, "What to do now", qtbot).click()


def test_every_rule_of_the_day_can_be_seen(qtbot, tmp_path):
    page = world.shown_page(qtbot, world.opened_session(tmp_path))
    with qtbot.waitSignal(page.day_explained) as told:
        button(page.know, "Every rule", qtbot).click()
    assert told.args == [date(2026, 11, 24)]
