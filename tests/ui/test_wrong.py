"""The page for when something is wrong answers at once, by tier, and keeps the answer with the day."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from journal.clock import GivenClock
from journal.domain.entry import WARNING_SIGNS, Answers
from journal.domain.plan import Tier
from tests.builders import default_plan, moment, treatment
from tests.ui.shell import Shell

TODAY = date(2026, 11, 24)


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment())
    shell.open_again()
    shell.window.show_page("wrong")
    return shell


def tick(page, sign):
    next(group.ticks[sign] for group in page.signs.groups if sign in group.ticks).click()


def signs_in_order(page):
    return [sign for group in page.signs.groups for sign in group.ticks]


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ("breathing", "Call your local emergency number now."),
        ("vision", "Call your local emergency number now."),
        ("pus", "Call the clinic today."),
        ("severe-pain", "Call the clinic today."),
        ("bumps", "Call the clinic this week."),
        ("warmer", "Look again tomorrow and log it."),
    ],
)
def test_each_tier_has_its_answer_on_a_day_without_ratings(shell, sign, says):
    page = shell.window.shown_page
    tick(page, sign)

    assert page.answer.text.splitlines()[0] == says
    assert shell.session.record.entry(TODAY).symptoms == {sign}
    assert shell.session.record.entry(TODAY).symptoms_asked
    assert not shell.session.record.entry(TODAY).has_rating


def test_every_warning_sign_can_be_ticked_once(shell):
    assert sorted(signs_in_order(shell.window.shown_page)) == sorted(WARNING_SIGNS)


def test_signs_stand_under_the_tier_of_the_plan(shell):
    tiers = {sign: group.tier for group in shell.window.shown_page.signs.groups for sign in group.ticks}

    assert (tiers["breathing"], tiers["pus"], tiers["bumps"]) == (Tier.EMERGENCY, Tier.TODAY, Tier.CALL)
    assert {rule.tier for rule in default_plan().rules if "warmer" in rule.signs} == {tiers["warmer"]}


def test_two_signs_together_can_be_graver_than_each(shell):
    page = shell.window.shown_page
    tick(page, "pus")
    tick(page, "fever")

    assert page.answer.text.startswith("Call your local emergency number now.")


def test_it_says_that_nobody_receives_it(shell):
    page = shell.window.shown_page
    tick(page, "pus")

    assert any("Nobody receives what you tick" in label.text() for label in page.answer.findChildren(QLabel))


def test_taking_a_tick_back_leaves_what_is_not_known_and_never_all_clear(shell):
    page = shell.window.shown_page
    tick(page, "pus")
    tick(page, "pus")

    assert page.answer.text.splitlines() == [
        "None of the signs is ticked.",
        "Not every rule of your plan can be judged yet.",
        "Cannot be judged: redness and sensitivity were not rated on Tuesday.",
    ]
    assert shell.session.record.entry(TODAY).symptoms_asked


def test_only_when_every_warning_rule_is_known_nothing_says_to_call(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path, now="2026-11-21T20:00+00:00")
    shell.session.add_treatment(treatment())
    shell.session.log(date(2026, 11, 21), Answers(redness=3, sensitivity=2))
    shell.open_again()
    shell.window.show_page("wrong")
    page = shell.window.shown_page
    page.signs.none.click()

    assert page.answer.text == "Nothing in your plan says to call today."


def test_none_of_these_answers_the_whole_list_and_keeps_the_expected_symptoms(shell):
    shell.session.log(TODAY, Answers(symptoms=frozenset({"peeling", "pus"})))
    shell.window.shown_page.signs.none.click()

    assert shell.session.record.entry(TODAY).symptoms == {"peeling"}


def test_the_numbers_are_shown_by_tier(shell):
    profile = replace(shell.session.record.profile, clinic_phone="030 1234", out_of_hours_phone="116 117")
    shell.session.set_profile(profile)
    page = shell.window.shown_page
    tick(page, "bumps")
    assert page.answer.phones.text == "Clinic: 030 1234"
    tick(page, "pus")
    assert page.answer.phones.text == "Clinic: 030 1234\nOut-of-hours line: 116 117"


def test_a_missing_number_is_taken_there_and_then(shell, qtbot):
    page = shell.window.shown_page
    tick(page, "pus")
    phones = page.answer.phones
    assert "The number is on your leaflet: add it here." in page.answer.text
    phones.clinic_field.save_button.click()
    assert shell.session.record.profile.clinic_phone == ""

    qtbot.keyClicks(phones.clinic_field.edit, " 030 1234 ")
    tick(page, "blisters")
    assert phones.clinic_field.edit.text() == " 030 1234 "
    qtbot.keyClick(phones.clinic_field.edit, Qt.Key.Key_Return)
    phones.add_link.click()
    qtbot.keyClicks(phones.out_of_hours_field.edit, "111")
    phones.out_of_hours_field.save_button.click()

    assert shell.session.record.profile.clinic_phone == "030 1234"
    assert phones.text == "Clinic: 030 1234\nOut-of-hours line: 111"
    assert shell.window.page_key == "wrong"


def test_an_emergency_asks_for_no_number(shell):
    page = shell.window.shown_page
    tick(page, "breathing")

    assert page.answer.phones.isHidden()
    assert page.answer.text.splitlines()[:2] == [
        "Call your local emergency number now.",
        "Do not wait for the clinic to answer.",
    ]


def test_the_answer_comes_even_when_it_cannot_be_saved(shell):
    page = shell.window.shown_page
    shell.lose_journal()
    tick(page, "pus")

    assert page.answer.text.startswith("Call the clinic today.")
    assert shell.window.banner.isVisible()


def test_signs_are_ticked_by_keyboard(shell, qtbot):
    page = shell.window.shown_page
    first = next(iter(page.signs.groups[0].ticks.values()))
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)

    assert first.isChecked()
    assert page.answer.text.startswith("Call your local emergency number now.")


def test_an_answer_explains_itself(shell, qtbot):
    page = shell.window.shown_page
    tick(page, "pus")
    finding = next(each for each in shell.session.record.flags(TODAY) if each.rule.id == "infection")
    page.why_requested.emit(finding)

    dialog = shell.window.findChild(QDialog)
    assert finding.rule.source in "\n".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.all_rules.click()


def test_at_night_it_is_about_now_and_says_the_day(shell):
    shell.session._clock = GivenClock(moment("2026-11-25T00:30"))
    shell.window.show_page("today")
    assert shell.window.shown_page.day == TODAY
    shell.window.show_page("wrong")
    page = shell.window.shown_page
    assert page.day_line.text() == "Wednesday 25 November"
    tick(page, "pus")

    assert shell.session.record.entry(date(2026, 11, 25)).symptoms == {"pus"}
    assert shell.session.record.entry(TODAY) is None
    shell.window.show_page("today")
    assert [one.finding.rule.id for one in shell.window.shown_page.know.callouts if one.finding.is_met] == ["infection"]


def test_the_day_does_not_turn_under_the_hand_but_when_the_page_is_opened_again(shell):
    page = shell.window.shown_page
    shell.session._clock = GivenClock(moment("2026-11-25T00:01"))
    tick(page, "bumps")
    assert shell.session.record.entry(TODAY).symptoms == {"bumps"}
    shell.window.show_page("calendar")
    shell.window.show_page("wrong")

    assert page.day_line.text() == "Wednesday 25 November"
    assert not any(group.chosen for group in page.signs.groups)
    assert page.answer.headline.text() == "Call the clinic this week."


def test_what_a_rating_asks_is_asked_here_with_the_reason(shell):
    shell.session.log(TODAY, Answers(redness=9))
    shell.window.show_page("today")
    callout = next(one for one in shell.window.shown_page.know.callouts if one.finding.rule.id == "strong")
    callout.signs_requested.emit(callout.finding)
    page = shell.window.shown_page

    assert shell.window.page_key == "wrong"
    assert signs_in_order(page)[:3] == ["blisters", "burn", "severe-pain"]
    assert sorted(signs_in_order(page)) == sorted(WARNING_SIGNS)
    said = [label.text() for label in page.signs.findChildren(QLabel)]
    assert callout.finding.rule.text in said
    assert page.answer.headline.text() == "Answer the signs first."
    tick(page, "burn")
    assert page.answer.headline.text() == "Call the clinic today."
    assert signs_in_order(page)[:3] == ["blisters", "burn", "severe-pain"]
    page.back.click()
    assert shell.window.page_key == "today"


def test_at_night_the_signs_that_the_evening_asks_are_of_that_evening(shell):
    shell.session.log(TODAY, Answers(redness=9))
    shell.session._clock = GivenClock(moment("2026-11-25T00:30"))
    finding = next(one for one in shell.session.record.flags(TODAY) if one.rule.id == "strong")
    shell.window._on_signs_requested(finding)
    page = shell.window.shown_page
    page.signs.none.click()

    assert page.day_line.text() == "Tuesday 24 November"
    assert shell.session.record.entry(TODAY).symptoms_asked
    assert page.answer.headline.text() == "Look again tomorrow and log it."


def test_a_rule_that_asks_every_sign_leaves_their_order(shell):
    asked = signs_in_order(shell.window.shown_page)
    shell.session.log(date(2026, 11, 23), Answers(redness=2))
    shell.session.log(TODAY, Answers(redness=7))
    shell.window.show_page("calendar")
    shell.window.show_page("wrong")

    assert signs_in_order(shell.window.shown_page) == asked
    assert shell.window.shown_page.answer.headline.text() == "Answer the signs first."


def test_a_call_is_kept_from_here_and_folds_every_flag_that_it_was_about(shell, qtbot):
    page = shell.window.shown_page
    tick(page, "pus")
    tick(page, "blisters")
    page.answer.call_button.click()
    form = page.answer.form
    assert form.said.hasFocus()
    qtbot.keyClicks(form.said, "cool it")
    form.save_button.click()

    calls = shell.session.record.facts.acknowledgements
    assert {(one.rule, one.said) for one in calls} == {("infection", "cool it"), ("blisters", "cool it")}
    assert page.answer.headline.text() == "You have called. Do what they said."
    assert "Called Tue 20:00: cool it. Nothing worse logged since." in page.answer.text
    tick(page, "fever")
    assert page.answer.headline.text() == "Call your local emergency number now."
    assert "New since you called: fever, 38 °C or more." in page.answer.text


def test_a_half_typed_call_survives_another_tick(shell, qtbot):
    page = shell.window.shown_page
    tick(page, "pus")
    page.answer.call_button.click()
    qtbot.keyClicks(page.answer.form.said, "wait")
    tick(page, "fever")

    assert page.answer.form.said.toPlainText() == "wait"
    tick(page, "fever")
    tick(page, "pus")
    assert page.answer.form is None


def test_what_to_say_on_the_phone_holds_what_is_known(shell):
    page = shell.window.shown_page
    tick(page, "warmer")
    assert "What to say on the phone" not in page.answer.text
    tick(page, "pus")
    shell.session.log(TODAY, Answers(redness=3))

    assert (
        "Microneedling, 1.5 mm on 20 November 2026; today is day 4. Redness 3 of 10. "
        "I see or feel: pus or yellow crusts; clearly hotter or more swollen than yesterday."
    ) in page.answer.text
