"""Every error has one plain line."""

from datetime import date

import pytest

from journal.domain.errors import (
    JournalUnavailable,
    PhotoRefusal,
    PhotoRefused,
    PlanFaulty,
    Refusal,
    TransferFault,
    TransferRefused,
    Trouble,
    ValueRefused,
)
from journal.error_words import error_text
from journal.resources import ResourceMissing

ERRORS = [
    *(ValueRefused(refusal) for refusal in Refusal),
    *(ValueRefused(refusal, "value", ("this", "that")) for refusal in Refusal),
    *(JournalUnavailable(trouble) for trouble in Trouble),
    *(PhotoRefused(refusal, "{name}.jpg") for refusal in PhotoRefusal),
    *(TransferRefused(fault, "journal.json") for fault in TransferFault),
    PlanFaulty(("line 3: hours is not a number",)),
    PlanFaulty(("line 3: hours is not a number", "line 4: rule is missing")),
    PlanFaulty(()),
    ResourceMissing("plans/default.toml"),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_every_error_is_one_plain_sentence(error):
    text = error_text(error)

    assert text[-1] in ".:?" or text.endswith("number")
    assert "\n" not in text
    assert "None" not in text
    assert "{" not in text.replace("{name}.jpg", "")


def test_what_would_have_been_taken_is_named():
    assert "this, that" in error_text(ValueRefused(Refusal.HABIT, "x", ("this", "that")))


def test_days_are_written_in_full():
    assert "2026-11-22" in error_text(ValueRefused(Refusal.DAY_AFTER_NOW, date(2026, 11, 22)))


def test_a_long_value_is_cut_short():
    assert len(error_text(ValueRefused(Refusal.RATING, "9" * 1000))) < 150


def test_of_several_faults_of_a_plan_the_first_is_shown_with_their_number():
    text = error_text(PlanFaulty(("a.toml: key 'name': is missing", "a.toml: key 'date': is missing")))

    assert text == "The care plan has 2 faults, the first is: a.toml: key 'name': is missing"
