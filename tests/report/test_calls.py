"""Calls that were made, on the page and in the annex; nothing that was answered takes a flag from the paper."""

from dataclasses import replace

import pytest

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.plan import Tier
from journal.domain.plan_book import PlanUse
from journal.report.outline import outline
from tests import builders
from tests.report.paper import day, risen_course

pytestmark = pytest.mark.usefixtures("qapp")


def told_on(record, last):
    return outline(record, record.treatments[0], day(0), day(last), day(last))


def test_calls_are_told_with_their_time_what_they_were_about_and_what_was_said():
    made = risen_course(
        treatments=(replace(builders.treatment(), id=7),),
        acknowledgements=(called("rising", "wait and cool"), called("look-again", "wait and cool", id=2)),
    )
    told = told_on(made, 12)

    assert told.told[2].title == "Calls made, done early"
    assert told.told[2].lines[0].text == "Called 26 Nov 19:30 about rising and look again: wait and cool"
    (call,) = told.calls
    assert call.title == "Called 26 Nov 19:30"
    assert call.text == "About rising (day 6) and look again (day 6)."
    assert call.advice == "They said: wait and cool"
    assert call.outcome == "At that time: redness 6, signs: pus or yellow crusts."


def test_a_clinics_own_rule_is_named_by_its_sentence_without_its_full_stop():
    plan = builders.default_plan()
    own = replace(plan.rule("rising"), id="schlimmer", text="Es wird wieder schlimmer.")
    clinic = replace(plan, rules=tuple(own if rule.id == "rising" else rule for rule in plan.rules))
    made = risen_course(
        plan_uses=(PlanUse(plan=clinic, used_at=builders.treatment().at, treatment_id=7),),
        treatments=(replace(builders.treatment(), id=7),),
        acknowledgements=(called("schlimmer", "wait and cool"),),
    )

    told = told_on(made, 12)

    assert told.told[2].lines[0].text == "Called 26 Nov 19:30 about Es wird wieder schlimmer: wait and cool"
    assert "Es wird wieder schlimmer, call today" in told_on(made, 6).open_now.text
    assert "schlimmer.," not in " ".join(line.text for column in told.told for line in column.lines)


def test_a_call_changes_no_flag_and_what_is_put_aside_is_printed_like_any_other():
    acknowledgements = (
        called("rising"),
        called("no-exercise", kind=AcknowledgementKind.ASIDE, day=day(1), tier=Tier.CAUTION, id=2),
    )
    treatments = (replace(builders.treatment(), id=7),)
    plain = told_on(risen_course(treatments=treatments), 12)
    answered = told_on(risen_course(treatments=treatments, acknowledgements=acknowledgements), 12)

    assert answered.told[0] == plain.told[0]
    assert answered.told[2].lines[1:] == plain.told[2].lines
    assert answered.flags == plain.flags
    assert answered.lane == plain.lane
    assert answered.open_now == plain.open_now


def test_a_call_about_what_is_still_open_stands_beside_it_and_closes_nothing():
    treatments = (replace(builders.treatment(), id=7),)
    plain = told_on(risen_course(treatments=treatments), 6).open_now
    answered = told_on(risen_course(treatments=treatments, acknowledgements=(called("rising"),)), 6).open_now

    assert "rising, call today, day 6" in plain.text
    assert "rising, call today, day 6, called 26 Nov" in answered.text
    assert answered.is_strong
    other = told_on(risen_course(treatments=treatments, acknowledgements=(called("still-red"),)), 6).open_now
    assert other == plain


def test_calls_of_another_treatment_or_period_are_not_told():
    made = risen_course(acknowledgements=(called("rising", treatment_id=6), called("rising", day=day(13), id=2)))

    assert told_on(made, 12).calls == ()
    assert told_on(made, 12).told[2].title == "Done earlier than advised"


def called(rule, said="", **more):
    values = {
        "kind": AcknowledgementKind.CALLED,
        "day": day(6),
        "at": builders.moment("2026-11-26T19:30"),
        "id": 1,
        "rule": rule,
        "treatment_id": 7,
        "tier": Tier.TODAY,
        "signs": frozenset({"pus"}),
        "redness": 6,
        "said": said,
    }
    return Acknowledgement(**{**values, **more})
