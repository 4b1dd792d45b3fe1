"""The cards around the next treatment and after the plan: asked when due, saved at a press, calm at the end."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from journal.domain.acknowledgement import AcknowledgementKind
from journal.domain.facts import Profile
from tests.ui import today_world as world
from tests.ui.test_today_page import texts

EVE = "2026-12-17T20:10"


def near(qtbot, tmp_path, now: str = EVE):
    session = world.opened_session(tmp_path, now)
    assert session.set_profile(Profile(next_appointment=date(2026, 12, 18), clinic_phone="0123"))
    return session, world.shown_page(qtbot, session)


def press(qtbot, widget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def answers(session) -> list[tuple[str, frozenset[str]]]:
    return [(one.kind, one.signs) for one in session.record.facts.acknowledgements]


def test_the_eve_asks_how_the_skin_is_and_says_whom_to_call(qtbot, tmp_path):
    session, page = near(qtbot, tmp_path)
    card = page.occasions.eve
    assert "Your next treatment is tomorrow" in texts(card)
    assert "Call the clinic" not in texts(card)
    press(qtbot, card.skin.chips["tan"])

    assert answers(session) == [(AcknowledgementKind.BEFORE, frozenset({"tan"}))]
    assert "Call the clinic before you go (0123)" in texts(card)
    press(qtbot, card.skin.chips["tan"])
    assert answers(session) == [(AcknowledgementKind.BEFORE, frozenset())]
    assert card.skin.none.answer is True
    assert "Call the clinic" not in texts(card)


def test_the_ordinary_evening_is_confirmed_in_one_tap(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-11-20T20:00")
    assert session.set_baseline(2, 1)
    world.stand_at(session, EVE)
    assert session.add_treatment(world.treatment("2026-12-01T14:00"))
    assert session.set_profile(Profile(next_appointment=date(2026, 12, 18)))
    page = world.shown_page(qtbot, session)
    card = page.occasions.eve
    assert "redness 2, sensitivity 1. Is it still so?" in texts(card)
    press(qtbot, card.confirm)

    assert session.record.baseline.given_at == session.now()
    assert "Confirmed" in texts(card)
    assert not card.confirm.isVisible()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-12-18T08:00", "Your treatment is today"),
        ("2026-12-20T20:00", "A treatment was planned for 18 December 2026. Was it done?"),
    ],
)
def test_on_the_day_and_after_it_the_treatment_is_asked_for(qtbot, tmp_path, now, said):
    _, page = near(qtbot, tmp_path, now)
    assert said in texts(page.occasions.eve)
    with qtbot.waitSignal(page.page_requested) as told:
        press(qtbot, page.occasions.eve.add)

    assert told.args == ["treatments"]


def test_an_ordinary_day_has_no_such_card(qtbot, tmp_path):
    _, page = near(qtbot, tmp_path, "2026-12-10T20:00")

    assert page.occasions.eve is None
    assert not page.occasions.isVisible()


def test_the_daily_log_ends_when_the_person_says_so_and_can_be_taken_up(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-12-28T20:10")
    page = world.shown_page(qtbot, session)
    with qtbot.waitSignal(page.page_requested) as told:
        press(qtbot, page.occasions.after.summary)
    assert told.args == ["visit"]
    press(qtbot, page.occasions.after.stop)

    assert not page.check_in.isVisible()
    assert "Nothing is asked in the evenings any more" in texts(page.occasions.after)
    press(qtbot, page.occasions.after.log)
    assert page.check_in.isVisible()
    session.undo()
    assert "stop the daily log" in texts(page.occasions.after)


def test_no_end_is_proposed_while_something_says_to_call(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-12-28T20:10")
    page = world.shown_page(qtbot, session)
    world.given(session, "2026-12-28", symptoms=frozenset({"bumps"}))

    assert not page.occasions.after.stop.isVisible()
    assert "something still says to call" in texts(page.occasions.after)


def test_no_end_is_proposed_while_a_call_of_an_earlier_day_is_open(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2026-12-28T20:10")
    world.given(session, "2026-12-27", symptoms=frozenset({"bumps"}))
    page = world.shown_page(qtbot, session)

    assert not page.occasions.after.stop.isVisible()
    assert "something still says to call" in texts(page.occasions.after)


def test_the_months_question_is_answered_and_then_waits(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2027-01-20T20:10")
    page = world.shown_page(qtbot, session)
    card = page.occasions.after
    press(qtbot, card.question.chips["lines"])
    assert "Call the clinic this week and tell them" in texts(card)
    press(qtbot, card.question.chips["lines"])

    assert answers(session) == [(AcknowledgementKind.MONTH, frozenset())]
    assert "Call the clinic" not in texts(card)
    assert "The next question comes on 12 February 2027." in texts(card)


def test_in_the_end_nothing_more_is_asked(qtbot, tmp_path):
    session = world.opened_session(tmp_path, "2027-04-20T20:10")
    page = world.shown_page(qtbot, session)

    assert "Nothing more is asked until your next treatment." in texts(page.occasions.after)
    assert not page.occasions.after.question.isVisible()
