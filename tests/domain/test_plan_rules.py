"""A plan's own thresholds and conditions, as the rules are judged by them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain import rules
from journal.domain.findings import State
from journal.domain.record import build_record
from journal.ui.today.questions import habit_groups
from tests.builders import default_plan, entry, facts, moment, treatment
from tests.domain.journals import DAY, DAYS, START, busy_journals, plans, rated_courses

TREATED = START.isoformat()


def plan_with(rule_id, **changes):
    """The shipped plan with one rule changed."""
    plan = default_plan()
    return replace(plan, rules=tuple(replace(rule, **changes) if rule.id == rule_id else rule for rule in plan.rules))


def course(redness, *, plan=None, done=None, **more):
    """A course with redness from day 0 on; sensitivity 0 and no sign on every rated day; None: a missing day."""
    logged = [
        entry(START + DAY * number, value, 0, symptoms=frozenset())
        for number, value in enumerate(redness)
        if value is not None
    ]
    made = facts(*logged, treatments=(done or treatment(TREATED),), **more)
    return build_record(replace(made, plan=plan or made.plan))


def states(record, rule_id, days):
    return [
        next(finding.state for finding in record.explain(START + DAY * number) if finding.rule.id == rule_id).value
        for number in days
    ]


# High line after 1.5 mm: day 1 6.5, 2 5, 3 3.5, 4 2.5, 5 2, 6 1.5, 7 1, 8 0.83.
UP_BY_2, UP_BY_3 = [6, 4, 3, 3, 5], [6, 4, 3, 3, 6]
RISING_2_3, RISING_3_4 = [6, 4, 1, 1, 3, 4], [6, 4, 1, 1, 4, 5]
RED_2_3, RED_3_3 = [6, 4, 3, 2, 2, 2, 2, 3, 3], [6, 4, 3, 2, 2, 2, 2, 4, 4]


@pytest.mark.parametrize(
    ("rule_id", "changes", "redness", "day", "before", "after"),
    [
        ("strong", {"rating": 7}, [7], 0, "not met", "met"),
        ("strong", {"rating": 9}, [8], 0, "met", "not met"),
        ("strong", {"above_line": 1}, [6, 5, 7], 2, "not met", "met"),
        ("strong", {"above_line": 3, "rating": 10}, [6, 5, 8], 2, "met", "not met"),
        ("look-again", {"rise": 3}, UP_BY_2, 4, "met", "not met"),
        ("look-again", {"rise": 3}, UP_BY_3, 4, "met", "met"),
        ("look-again", {"rise": 1}, [6, 4, 4, 4, 3, 4], 5, "not met", "met"),
        ("rising", {"rise": 3}, RISING_2_3, 5, "met", "not met"),
        ("rising", {"rise": 3}, RISING_3_4, 5, "met", "met"),
        ("rising", {"rise": 3, "clear_rise": 5}, RISING_3_4, 5, "met", "not met"),
        ("still-red", {"above": 4, "clear_above": 4}, RED_2_3, 8, "met", "not met"),
        ("still-red", {"above": 3}, RED_2_3, 8, "met", "met"),
        ("still-red", {"clear_above": 4}, RED_2_3, 8, "met", "not met"),
        ("still-red", {"clear_above": 4}, RED_3_3, 8, "met", "met"),
        ("still-red", {"least": 4}, RED_2_3, 8, "met", "not met"),
        ("still-red", {"least": 0}, [6, 4, 3, 2, 2, 2, 2, 2, 2], 8, "not met", "met"),
    ],
)
def test_a_plans_own_threshold_decides(rule_id, changes, redness, day, before, after):
    with_own = course(redness, plan=plan_with(rule_id, **changes))

    assert states(course(redness), rule_id, [day]) == [before]
    assert states(with_own, rule_id, [day]) == [after]
    assert (rule_id in {finding.rule.id for finding in with_own.flags(START + DAY * day)}) is (after == "met")


@pytest.mark.parametrize(
    ("condition", "fitting", "other"),
    [
        ({"rf": True}, {"rf": True}, {}),
        ({"rf": False}, {}, {"rf": True}),
        ({"deeper_than": 2.0}, {"depth_mm": 2.5}, {"depth_mm": 2.0}),
        ({"deeper_than": 2.0}, {"depth_mm": None}, {"depth_mm": 0.5}),
        ({"depth_to": 1.0}, {"depth_mm": 1.0}, {"depth_mm": None}),
    ],
)
@pytest.mark.parametrize("rule_id", ["strong", "dark-patches"])
def test_a_rule_is_judged_only_after_treatments_that_it_is_for(rule_id, condition, fitting, other):
    plan = plan_with(rule_id, **condition)
    day = START + DAY * 10
    for given_treatment, state in ((fitting, State.MET), (other, State.NOT_MET)):
        done = treatment(TREATED, **given_treatment)
        logged = entry(day, 9, 0, symptoms={"dark-patches"})
        record = build_record(replace(facts(logged, treatments=(done,)), plan=plan))

        assert states(record, rule_id, [10]) == [state]
        assert (rule_id in {finding.rule.id for finding in record.flags(day)}) is (state is State.MET)


def test_the_latest_treatment_decides_whether_a_rule_is_for_a_day():
    plan = plan_with("burn", rf=True)
    first, second = treatment(TREATED, rf=True), treatment((START + DAY * 5).isoformat())
    logged = [entry(START + DAY * number, symptoms={"burn"}) for number in (-1, 0, 4, 5)]
    record = build_record(replace(facts(*logged, treatments=(first, second)), plan=plan))

    assert states(record, "burn", [-1, 0, 4, 5]) == ["not met", "met", "met", "not met"]


RF_THEN_NONE = (treatment(TREATED, rf=True), treatment((START + DAY * 1).isoformat()))


def in_force(record, rule_id, days):
    shown = [
        rule_id in {finding.rule.id for finding in record.flags(START + DAY * number) if finding.in_force}
        for number in days
    ]
    assert shown == [
        next(finding.in_force for finding in record.explain(START + DAY * number) if finding.rule.id == rule_id)
        for number in days
    ]
    return [number for number, is_shown in zip(days, shown, strict=True) if is_shown]


def test_an_avoid_rules_window_runs_only_from_treatments_that_it_is_for():
    """Treated at midnight: 48 hours touch two days."""
    made = facts(treatments=RF_THEN_NONE)

    def days_of(**condition):
        record = build_record(replace(made, plan=plan_with("no-sauna", **condition)))
        return in_force(record, "no-sauna", range(5))

    assert days_of() == [0, 1, 2]
    assert days_of(rf=True) == [0, 1]
    assert days_of(rf=False) == [1, 2]
    assert days_of(depth_to=1.0) == []


def test_a_do_rule_asks_only_after_treatments_that_it_is_for():
    record = build_record(replace(facts(treatments=RF_THEN_NONE), plan=plan_with("moisturiser", rf=True)))

    assert in_force(record, "moisturiser", range(5)) == [0]


def test_countdowns_and_questions_leave_out_what_is_not_for_the_treatment():
    made = facts(treatments=(treatment(TREATED),))
    plan = plan_with("no-sauna", rf=True)
    plan = replace(
        plan, rules=tuple(replace(rule, depth_to=1.0) if rule.id == "moisturiser" else rule for rule in plan.rules)
    )
    now = moment(f"{TREATED}T20:00")

    with_all = {countdown.rule.id for countdown in rules.countdowns(made, now)}
    fewer = {countdown.rule.id for countdown in rules.countdowns(replace(made, plan=plan), now)}

    assert with_all - fewer == {"no-sauna", "moisturiser"}
    asked = [group.habits for group in habit_groups(build_record(replace(made, plan=plan)), START)]
    assert {"sauna", "moisturiser"}.isdisjoint({habit for habits in asked for habit in habits})


def test_two_rules_of_one_habit_for_different_treatments_take_turns():
    plan = plan_with("no-sauna", rf=False)
    after_rf = replace(plan.rule("no-sauna"), id="no-sauna-after-rf", rf=True, hours=96)
    plan = replace(plan, rules=(*plan.rules, after_rf))
    record = build_record(replace(facts(treatments=RF_THEN_NONE), plan=plan))

    assert in_force(record, "no-sauna", range(6)) == [1, 2]
    assert in_force(record, "no-sauna-after-rf", range(6)) == [0, 1, 2, 3]


@settings(max_examples=60, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), plans())
def test_whatever_the_plan_the_flags_of_a_day_are_what_every_rule_says_of_it(made, plan):
    facts_of_plan = build_record(replace(made, plan=plan)).facts
    flags = rules.all_flags(facts_of_plan)

    for number in range(-4, DAYS + 2):
        day = START + DAY * number
        shown = {finding.rule.id for finding in rules.explain(facts_of_plan, day) if finding.is_flag}
        assert {finding.rule.id for finding in flags.get(day, ())} == shown


@settings(max_examples=40, deadline=None)
@given(rated_courses(), plans(), st.integers(0, DAYS))
def test_whatever_the_thresholds_a_rating_taken_away_turns_nothing_into_not_met(made, plan, number):
    """The day's signs are answered and the other scale is rated 0, so that nothing else keeps a rule from it."""
    day = START + DAY * number
    calm = {day: replace(entry, sensitivity=0, sensitivity_at=moment(TREATED)) for day, entry in made.entries.items()}
    made = replace(made, plan=plan, entries=calm)
    if day not in calm:
        return
    poorer = replace(made, entries={**calm, day: replace(calm[day], redness=None, redness_at=None)})
    for later in range(number, min(number + 9, DAYS)):
        asked = START + DAY * later
        for old, new in zip(rules.explain(made, asked), rules.explain(poorer, asked), strict=True):
            if old.rule.kind in rules.RATING_KINDS and old.state is not State.NOT_MET:
                assert new.state is not State.NOT_MET, (old.rule.id, asked)
