"""The page for when something is wrong answers at once, by tier, and keeps the answer with the day."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from journal.domain.entry import WARNING_SIGNS, Answers
from journal.domain.plan import Tier
from journal.ui.why.day import DayRulesDialog
from tests.builders import default_plan, treatment
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
    next(group.ticks[sign] for group in page.groups if sign in group.ticks).click()


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ("breathing", "Call your local emergency number now."),
        ("vision", "Call your local emergency number now."),
        ("pus", "Call the clinic today. If it is closed, call the out-of-hours line."),
        ("severe-pain", "Call the clinic today. If it is closed, call the out-of-hours line."),
        ("bumps", "Call the clinic this week."),
        ("warmer", "Look again tomorrow and log it. If it gets worse, tick it here again."),
    ],
)
def test_each_tier_has_its_answer(shell, sign, says):
    page = shell.window.shown_page
    tick(page, sign)

    assert says in page.answer.text.splitlines()
    assert shell.session.record.entry(TODAY).symptoms == {sign}
    assert shell.session.record.entry(TODAY).symptoms_asked


def test_every_warning_sign_can_be_ticked_once(shell):
    signs = [sign for group in shell.window.shown_page.groups for sign in group.ticks]

    assert sorted(signs) == sorted(WARNING_SIGNS)


def test_signs_stand_under_the_tier_of_the_plan(shell):
    tiers = {sign: group.tier for group in shell.window.shown_page.groups for sign in group.ticks}

    assert (tiers["breathing"], tiers["pus"], tiers["bumps"]) == (Tier.EMERGENCY, Tier.TODAY, Tier.CALL)
    assert {rule.tier for rule in default_plan().rules if "warmer" in rule.signs} == {tiers["warmer"]}


def test_two_signs_together_can_be_graver_than_each(shell):
    page = shell.window.shown_page
    tick(page, "pus")
    tick(page, "fever")

    assert page.answer.text.startswith("Call your local emergency number now.")


def test_taking_a_tick_back_takes_the_answer_back(shell):
    page = shell.window.shown_page
    tick(page, "pus")
    tick(page, "pus")

    assert page.answer.text.splitlines() == [
        "None of the signs is ticked. Not every rule of your plan can be judged yet.",
        "Cannot be judged: redness and sensitivity were not rated on Tuesday.",
    ]
    assert shell.session.record.entry(TODAY).symptoms_asked


def test_none_of_these_answers_the_whole_list_and_keeps_the_expected_symptoms(shell):
    shell.session.log(TODAY, Answers(symptoms=frozenset({"peeling", "pus"})))
    shell.window.shown_page.none.click()

    assert shell.session.record.entry(TODAY).symptoms == {"peeling"}


def test_the_numbers_are_shown_and_asked_for_when_unknown(shell):
    page = shell.window.shown_page
    tick(page, "pus")
    assert "The number is on your leaflet." in page.answer.text

    profile = replace(shell.session.record.profile, clinic_phone="030 1234", out_of_hours_phone="116 117")
    shell.session.set_profile(profile)
    assert "Clinic: 030 1234" in page.answer.text
    assert "Nights and weekends: 116 117" in page.answer.text


def test_the_answer_comes_even_when_it_cannot_be_saved(shell):
    page = shell.window.shown_page
    shell.lose_journal()
    tick(page, "pus")

    assert page.answer.text.startswith("Call the clinic today.")
    assert shell.window.banner.isVisible()


def test_signs_are_ticked_by_keyboard(shell, qtbot):
    page = shell.window.shown_page
    first = next(iter(page.groups[0].ticks.values()))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)

    assert first.isChecked()
    assert page.answer.text


def test_an_answer_explains_itself(shell, qtbot):
    page = shell.window.shown_page
    tick(page, "pus")
    finding = next(each for each in shell.session.record.flags(TODAY) if each.rule.id == "infection")
    page.answer.ask_why(finding)

    dialog = shell.window.findChild(QDialog)
    texts = "\n".join(
        label.text() for label in dialog.findChildren(type(page.answer._answer(None, is_asked=True, is_clear=True)))
    )
    assert finding.rule.source in texts
    assert "Answered yes on Tuesday: pus or yellow crusts." in texts
    dialog.all_rules.click()
    rules = shell.window.findChild(DayRulesDialog)
    assert rules.isVisible()
    rules.close()
