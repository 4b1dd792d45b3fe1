"""Properties of the rules that hold whatever the journal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain import rules, windows
from journal.domain.entry import EXPECTED_SYMPTOMS
from journal.domain.findings import State
from journal.domain.plan import Kind
from journal.domain.record import build_record, with_entry
from tests.builders import default_plan, entry, facts, record, treatment
from tests.domain.oracle_input import engine_record
from tests.domain.test_oracle import courses, rating_courses

DAY = timedelta(days=1)


@given(st.sampled_from([-11, -5, 0, 1, 5.5, 14]), st.integers(0, 365 * 24 * 60 - 1))
def test_a_window_of_24_hours_is_24_hours_whatever_the_clocks_do(offset, minute):
    at = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=offset))) + timedelta(minutes=minute)
    done = treatment(at.isoformat())
    rule = default_plan().rule("no-alcohol")

    end = windows.window_end(rule, done)
    first, last = windows.window_days(rule, done)

    assert (end - at).total_seconds() == 24 * 3600
    assert first == at.date()
    assert last == (at.date() if (at.hour, at.minute) == (0, 0) else at.date() + DAY)


@settings(max_examples=60, deadline=None)
@given(courses())
def test_nothing_is_met_without_its_data(made):
    course, days = made
    bare = build_record(replace(engine_record(course).facts, entries={}))

    states = {finding.state for day in days[-6:] for finding in bare.explain(day)}

    assert State.MET not in states


@settings(max_examples=150, deadline=None)
@given(courses(), st.data())
def test_flags_after_one_change_are_those_worked_out_from_nothing(made, data):
    course, days = made
    before = engine_record(course)
    day = data.draw(st.sampled_from(days))
    new = data.draw(st.none() | st.just(entry(day, redness=7, sensitivity=1, symptoms={"pus"}, habits={"sauna": True})))

    after = with_entry(before, day, new)

    assert after.flags_by_day == build_record(after.facts).flags_by_day


ORDER = {State.NOT_MET: 0, State.UNKNOWN: 1, State.MET: 1}


@settings(max_examples=250, deadline=None)
@given(rating_courses(), st.data())
def test_taking_a_rating_away_never_turns_met_or_unknown_into_not_met(made, data):
    course, _ = made
    before = engine_record(course)
    if not before.facts.entries:
        return
    day = data.draw(st.sampled_from(sorted(before.facts.entries)))
    part = data.draw(st.sampled_from([("redness", "redness_at"), ("sensitivity", "sensitivity_at")]))
    poorer = replace(before.facts.entries[day], **dict.fromkeys(part))
    after = with_entry(before, day, None if poorer.is_empty else poorer)

    for number in range(30):
        other = before.treatments[0].day + DAY * number
        for old, new in zip(before.explain(other), after.explain(other), strict=True):
            assert not (ORDER[old.state] and new.state is State.NOT_MET), (old.rule.id, other)


@settings(max_examples=150, deadline=None)
@given(courses(), st.data())
def test_taking_an_answer_away_never_turns_met_or_unknown_into_not_met(made, data):
    course, days = made
    before = engine_record(course)
    day = data.draw(st.sampled_from(days))
    found = before.entry(day)
    if found is None:
        return
    without_signs = replace(found, symptoms=frozenset(), symptoms_asked=False)
    habit = data.draw(st.sampled_from(sorted(found.habits) or ["sauna"]))
    without_habit = replace(found, habits={name: yes for name, yes in found.habits.items() if name != habit})

    for poorer in (without_signs, without_habit):
        after = with_entry(before, day, poorer)
        for old, new in zip(before.explain(day), after.explain(day), strict=True):
            assert not (ORDER[old.state] and new.state is State.NOT_MET), old.rule.id


@settings(max_examples=100, deadline=None)
@given(courses())
def test_unknown_names_what_is_missing_and_met_names_its_values(made):
    course, days = made
    journal = engine_record(course)

    for finding in (finding for day in days[-5:] for finding in journal.explain(day)):
        assert bool(finding.missing) == (finding.state is State.UNKNOWN)
        if finding.is_met:
            assert finding.values


def test_countdowns_end_soonest_first_and_leave_when_over():
    journal = facts()
    at = treatment().at

    first = rules.countdowns(journal, at + timedelta(hours=1))
    later = rules.countdowns(journal, at + timedelta(hours=24))

    assert [countdown.rule.id for countdown in first[:2]] == ["no-make-up", "no-alcohol"]
    assert first[0].ends == at + timedelta(hours=24)
    assert "no-make-up" not in {countdown.rule.id for countdown in later}
    assert {countdown.rule.id: countdown.last_day for countdown in later if countdown.last_day} == {
        "moisturiser": date(2026, 11, 26)
    }


def test_a_rule_that_is_met_and_in_force_is_one_flag():
    journal = record(entry("2026-11-21", redness=5, habits={"exercise": True}))
    flags = [finding for finding in journal.flags(date(2026, 11, 21)) if finding.rule.id == "no-exercise"]

    assert [(flag.state, flag.in_force) for flag in flags] == [(State.MET, True)]


def test_flags_stand_with_the_highest_tier_first():
    journal = record(entry("2026-11-21", redness=9, symptoms={"breathing", "bumps"}, habits={"sauna": True}))

    tiers = [flag.flag_tier for flag in journal.flags(date(2026, 11, 21))]

    assert tiers == sorted(tiers, reverse=True)
    assert journal.highest_tier(date(2026, 11, 21)) == max(tiers)


def test_the_default_plan_has_every_rule_with_text_advice_and_source():
    plan = default_plan()

    assert len(plan.rules) == 33
    assert plan.last_day == 28
    assert all(rule.text and rule.advice and rule.source for rule in plan.rules)
    signs = {sign for rule in plan.rules if rule.kind is Kind.SYMPTOM for sign in rule.signs}
    assert not signs & set(EXPECTED_SYMPTOMS) - {"dark-patches"}


def test_a_time_in_another_offset_is_another_day_only_for_its_own_clock():
    late = treatment("2026-11-20T23:30+13:00")

    assert late.day == date(2026, 11, 20)
    assert late.at.astimezone(UTC).date() == date(2026, 11, 20)
