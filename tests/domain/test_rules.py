"""Properties of the rules that hold whatever the journal."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journal.domain import rules, windows
from journal.domain.entry import EXPECTED_SYMPTOMS
from journal.domain.findings import State
from journal.domain.plan import Kind
from journal.domain.ratings import Baseline, Scale
from journal.domain.record import build_record, with_entry
from tests.builders import default_plan, entry, facts, record, treatment
from tests.domain.journals import DAY, DAYS, START, busy_journals, entries, rated_courses

RATING_PLAN = replace(
    default_plan(), rules=tuple(rule for rule in default_plan().rules if rule.kind in rules.RATING_KINDS)
)


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


@settings(max_examples=25, deadline=None)
@given(busy_journals(), st.integers(-4, DAYS))
def test_nothing_is_met_without_its_data(made, number):
    bare = replace(made, entries={})

    assert State.MET not in {finding.state for finding in rules.explain(bare, START + DAY * number)}
    assert not any(finding.is_met for flags in rules.all_flags(bare).values() for finding in flags)


@settings(max_examples=40, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()))
def test_the_flags_of_a_day_are_what_every_rule_says_of_it(made):
    made = build_record(made).facts
    flags = rules.all_flags(made)

    for number in range(-4, DAYS + 20):
        day = START + DAY * number
        shown = [finding for finding in rules.explain(made, day) if finding.is_flag]
        ordered = sorted(shown, key=lambda finding: -1 - finding.tier if finding.is_met else 0)
        assert flags.get(day, ()) == tuple(ordered)


@settings(max_examples=80, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), st.integers(-4, DAYS + 20), st.data())
def test_flags_after_one_change_are_those_worked_out_from_nothing(made, number, data):
    day = START + DAY * number
    before = build_record(made)
    assert before.flags_by_day == rules.all_flags(before.facts)

    after = with_entry(before, day, data.draw(entries(day)))

    assert after.flags_by_day == rules.all_flags(after.facts)
    assert list(after.flags_by_day) == sorted(after.flags_by_day)


LEVELS = st.sampled_from([0, 0, 3, 4, 5, 7, None])


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["redness", "sensitivity"]), st.sampled_from([1, 5, 12]), st.lists(LEVELS, min_size=5, max_size=9)
)
def test_taking_a_rating_away_never_turns_met_or_unknown_into_not_met(scale, first, levels):
    """The other scale is rated 0 and no sign is there, so that nothing else keeps a rule from being "not met"."""
    days = [START + DAY * (first + place) for place in range(len(levels))]
    calm = {"redness": 0, "sensitivity": 0, "symptoms": frozenset()}
    before = {START + DAY * number: entry(START + DAY * number, **calm) for number in range(1, first)}
    rated = {day: entry(day, **{**calm, scale: level}) for day, level in zip(days, levels, strict=True)}
    made = facts(treatments=(treatment(START.isoformat()),))

    full = {day: rating_states(made, {**before, **rated}, day) for day in days}

    for day in (day for day in days if rated[day].rating(Scale(scale)) is not None):
        without = {**before, **rated, day: entry(day, **{**calm, scale: None})}
        for later in days[days.index(day) :]:
            for rule, state in rating_states(made, without, later).items():
                assert full[later][rule] is State.NOT_MET or state is not State.NOT_MET, (rule, day, later)


def rating_states(made, given_entries, day):
    found = rules.explain(replace(made, plan=RATING_PLAN, entries=given_entries), day)
    return {finding.rule.id: finding.state for finding in found}


@settings(max_examples=60, deadline=None)
@given(busy_journals(), st.data())
def test_taking_an_answer_away_never_turns_met_or_unknown_into_not_met(made, data):
    assume(made.entries)
    day = data.draw(st.sampled_from(sorted(made.entries)))
    found = made.entries[day]
    without_signs = replace(found, symptoms=frozenset(), symptoms_asked=False)
    less_answered = [
        replace(found, habits={name: yes for name, yes in found.habits.items() if name != habit})
        for habit in found.habits
    ]

    for poorer in (without_signs, *less_answered):
        none_turned(made, replace(made, entries={**made.entries, day: poorer}), day)


def none_turned(richer, poorer, day):
    for old, new in zip(rules.explain(richer, day), rules.explain(poorer, day), strict=True):
        assert old.state is State.NOT_MET or new.state is not State.NOT_MET, (old.rule.id, day)


@settings(max_examples=60, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), st.integers(0, DAYS))
def test_unknown_names_what_is_missing_and_met_names_its_values(made, number):
    for finding in rules.explain(made, START + DAY * number):
        assert bool(finding.missing) == (finding.state is State.UNKNOWN)
        if finding.is_met:
            assert finding.values


@given(st.integers(1, 18), st.lists(st.sampled_from([None, None, 3, 4]), min_size=4, max_size=12))
def test_no_rating_that_was_given_is_called_missing(first, levels):
    days = [START + DAY * (first + place) for place in range(len(levels))]
    rated = {day: level for day, level in zip(days, levels, strict=True) if level is not None}
    made = facts(*(entry(day, level) for day, level in rated.items()), treatments=(treatment(START.isoformat()),))

    missing = {name for day in days for finding in rules.explain(made, day) for name in finding.missing}

    assert not missing & {f"redness@{day}" for day in rated}


def test_without_a_third_check_in_still_red_names_the_days_it_could_be_on():
    """Days 6 and 8 are high, neither clearly: one more could lie on day 7, or on day 3 to 5 before day 6."""
    made = facts(entry("2026-11-26", redness=3), entry("2026-11-28", redness=3), baseline=Baseline(redness=1))

    found = next(finding for finding in rules.explain(made, date(2026, 11, 28)) if finding.rule.id == "still-red")

    assert found.state is State.UNKNOWN
    assert sorted(found.missing) == [f"redness@2026-11-{day}" for day in (23, 24, 25, 27)]


def test_rising_tells_every_number_it_rests_on():
    made = facts(entry("2026-11-22", redness=1), entry("2026-11-24", redness=4), entry("2026-11-25", redness=5))
    found = next(finding for finding in rules.explain(made, date(2026, 11, 25)) if finding.rule.id == "rising")

    assert found.is_met
    assert found.values.items() >= {
        ("redness@2026-11-25", 5),
        ("redness-high@2026-11-25", 2.0),
        ("redness@2026-11-24", 4),
        ("redness-high@2026-11-24", 2.5),
        ("redness@2026-11-22", 1),
        ("redness-baseline", 0),
    }


def test_an_unanswered_rule_names_the_answer_that_is_missing():
    found = {finding.rule.id: finding for finding in rules.explain(facts(), date(2026, 11, 21))}

    assert found["no-exercise"].missing == ("exercise@2026-11-21",)
    assert found["infection"].missing == ("symptoms@2026-11-21",)
    assert found["strong"].missing == ("redness@2026-11-21", "sensitivity@2026-11-21")


def test_before_the_first_treatment_only_symptoms_without_a_first_day_are_judged():
    made = facts(entry("2026-11-18", redness=9, symptoms={"pus", "warmer"}, habits={"sauna": True}))

    states = {finding.rule.id: finding.state for finding in rules.explain(made, date(2026, 11, 18))}

    assert {rule_id for rule_id, state in states.items() if state is State.MET} == {"infection"}
    assert states["warmer"] is states["strong"] is states["no-sauna"] is State.NOT_MET


def test_an_earlier_treatments_window_reaches_into_the_next_course():
    deep, shallow = treatment("2026-11-20T23:00+00:00", rf=True), treatment("2026-11-21T00:00+00:00", depth_mm=0.5)
    before = record(entry("2026-11-22"), treatments=(deep, shallow))

    journal = with_entry(before, date(2026, 11, 22), entry("2026-11-22", habits={"make-up": True}))

    assert "no-make-up" in {flag.rule.id for flag in journal.marks(date(2026, 11, 22))}
    assert journal.flags_by_day == rules.all_flags(journal.facts)


def test_an_earlier_treatments_longer_window_stays_in_force():
    deep, shallow = treatment("2026-11-20T14:00+00:00", rf=True), treatment("2026-11-20T15:00+00:00", depth_mm=0.5)
    journal = record(entry("2026-11-22", habits={"make-up": True}), treatments=(deep, shallow))

    assert "no-make-up" in {flag.rule.id for flag in journal.flags(date(2026, 11, 22)) if flag.is_met}
    assert rules.countdowns(journal.facts, deep.at + timedelta(hours=30))[0].ends == deep.at + timedelta(hours=48)


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


def test_a_raised_tier_is_not_told_with_the_milder_advice():
    found = {
        signs: next(one for one in record(entry("2026-11-22", symptoms=set(signs))).flags(date(2026, 11, 22)))
        for signs in (("pus",), ("pus", "eye"))
    }

    assert found["pus",].advice == found["pus",].rule.advice
    assert (found["pus", "eye"].rule.id, found["pus", "eye"].advice) == ("infection", "")
