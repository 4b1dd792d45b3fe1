"""Treatments are added, changed and removed in their page, and what is wrong is said where it was typed."""

import pytest
from PySide6.QtCore import QDate

from journal.domain.treatment import Slot
from tests.builders import default_plan, treatment
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment(areas=("cheeks",)))
    shell.open_again()
    shell.window.show_page("treatments")
    return shell


def test_a_treatment_is_added_with_everything_about_it(shell):
    page = shell.window.shown_page
    page.add_button.click()
    form = page.form
    form.when.date.setDate(QDate(2026, 10, 2))
    form.when.slot.choose("midday")
    form.needle.millimetres.setText("2.5")
    form.needle.rf.setChecked(True)
    form.areas.setText("cheeks,  temples")
    form.add_ons.setText("PRP")
    form.provider.setText("Clinic")
    form.note.setPlainText("second")
    form.save_button.click()

    added = shell.session.record.treatments[0]
    assert (added.slot, added.at.hour, added.depth_mm, added.rf) == (Slot.MIDDAY, 14, 2.5, True)
    assert (added.areas, added.add_ons, added.provider, added.note) == (
        ("cheeks", "temples"),
        ("PRP",),
        "Clinic",
        "second",
    )
    assert not form.isVisible()


def test_a_treatment_is_changed_and_the_rest_of_it_stays(shell):
    page = shell.window.shown_page
    before = shell.session.record.treatments[0]
    page.listing.change_requested.emit(1)
    page.form.needle.unknown.setChecked(True)
    page.form.save_button.click()

    after = shell.session.record.treatments[0]
    assert (after.at, after.areas, after.id) == (before.at, before.areas, before.id)
    assert after.depth_mm is None


def test_removing_does_not_ask_and_can_be_undone(shell):
    shell.window.shown_page.listing.removal_requested.emit(1)
    assert not shell.session.record.treatments
    shell.session.undo()

    assert shell.session.record.treatments[0].areas == ("cheeks",)


def test_the_time_of_another_treatment_is_refused_at_the_time(shell):
    page = shell.window.shown_page
    page.listing.change_requested.emit(1)
    form = page.form
    form._before = None
    form.save_button.click()

    assert form.isVisible()
    assert form.when.fault.isVisible()
    assert len(shell.session.record.treatments) == 1


def test_half_typed_words_stay_when_the_record_changes(shell):
    page = shell.window.shown_page
    page.add_button.click()
    page.form.provider.setText("half ty")
    shell.session.set_baseline(1, 1)

    assert page.form.isVisible()
    assert page.form.provider.text() == "half ty"


def test_the_ordinary_evening_is_changed_by_digits(shell, qtbot):
    card = shell.window.shown_page.ordinary
    card.change_button.click()
    qtbot.keyClicks(card.field.redness, "10")
    qtbot.keyClicks(card.field.sensitivity, "2")
    card.save_button.click()

    assert (shell.session.record.baseline.redness, shell.session.record.baseline.sensitivity) == (10, 2)
    assert "Redness 10, sensitivity 2" in card.words.text()


def test_every_rule_of_the_plan_can_be_read(shell):
    card = shell.window.shown_page.plan
    card.toggle.click()
    texts = {label.text() for label in card.findChildren(type(card._name))}

    assert {rule.text for rule in default_plan().rules} <= texts
    card.toggle.click()
    assert card.toggle.text() == "Read all its rules"


@pytest.mark.parametrize(
    ("typed", "hour", "minute"), [("14:30", 14, 30), ("9", 9, 0), ("9.05", 9, 5), (" 0:00 ", 0, 0)]
)
def test_a_time_is_read_as_people_write_it(shell, typed, hour, minute):
    form = shell.window.shown_page.form
    form.ask()
    form.when.date.setDate(QDate(2026, 10, 2))
    form.when.slot.choose("time")
    form.when.time.setText(typed)
    at, slot = form.when.chosen()

    assert (at.hour, at.minute, slot) == (hour, minute, None)


@pytest.mark.parametrize("typed", ["", "25:00", "noon", "14:75"])
def test_a_time_that_is_none_is_refused_in_words(shell, typed):
    form = shell.window.shown_page.form
    form.ask()
    form.when.slot.choose("time")
    form.when.time.setText(typed)

    assert form.when.chosen() is None
    assert form.when.fault.text() == "Give the time as hours and minutes, for example 14:30."
