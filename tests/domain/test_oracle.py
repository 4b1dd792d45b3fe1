"""The table of hand-made days and the naive reading of the plan, both against the engine."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import HABITS, SYMPTOMS
from journal.domain.treatment import SLOT_HOURS, Slot
from tests.domain import oracle
from tests.domain.oracle_input import engine_record, parsed_moment, table_course
from tests.domain.oracle_row import FORCE
from tests.domain.oracle_table import ROWS

FIRST = date(2026, 3, 1)


def engine_states(course, day):
    return {
        finding.rule.id: (finding.state.value, finding.in_force, finding.tier.word)
        for finding in engine_record(course).explain(day)
    }


def oracle_states(course, day):
    return {rule: oracle.judge(course, rule, day) for rule in oracle.ALL_RULES}


def expected_states(row):
    met, unknown = row.met.split(), row.unknown.split()
    states = dict.fromkeys(oracle.ALL_RULES, "not met")
    return states | dict.fromkeys(met, "met") | dict.fromkeys(unknown, "unknown")


def test_the_table_has_at_least_eighty_five_different_days():
    assert len({row.name for row in ROWS}) == len(ROWS) >= 85


def test_a_slot_stands_for_the_end_that_the_program_gives_it():
    assert {slot: parsed_moment(f"2026-11-20 {slot}").hour for slot in Slot} == {
        slot: last for slot, (_, last) in SLOT_HOURS.items()
    }


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_engine_says_on_each_day_what_was_worked_out_by_hand(row):
    course, day = table_course(row)
    states = engine_states(course, day)

    assert {rule: state for rule, (state, _, _) in states.items()} == expected_states(row)
    assert {rule for rule, (_, force, _) in states.items() if force} == set(
        (FORCE[row.day] if row.force is None else row.force).split()
    )
    assert {rule: states[rule][2] for rule in row.tiers} == row.tiers


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_naive_reading_agrees_with_the_table(row):
    course, day = table_course(row)

    assert {rule: oracle.judge(course, rule, day)[0] for rule in oracle.ALL_RULES} == expected_states(row)


def offsets():
    return st.sampled_from([-8, 0, 2, 5.5]).map(lambda hours: timedelta(hours=hours))


@st.composite
def sessions(draw):
    day, made = FIRST, []
    for _ in range(draw(st.integers(0, 3))):
        day += timedelta(days=draw(st.sampled_from([0, 1, 2, 3, 10, 29, 40])))
        minute = draw(st.sampled_from([0, 1, 720, 840, 1439]))
        at = datetime.combine(day, time(minute // 60, minute % 60), UTC)
        depth = draw(st.sampled_from([None, 0.5, 1.0, 1.5, 2.0, 2.5]))
        made.append(oracle.Session(at, depth, draw(st.booleans())))
    return tuple({session.at: session for session in made}.values())


@st.composite
def logs(draw):
    rating = st.none() | st.integers(0, 10) | st.integers(0, 4)
    asked = draw(st.none() | st.frozensets(st.sampled_from(SYMPTOMS), max_size=3))
    return oracle.Log(
        redness=draw(rating),
        sensitivity=draw(rating),
        habits=draw(st.dictionaries(st.sampled_from(HABITS), st.booleans(), max_size=6)),
        signs=asked,
        recalled=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def courses(draw):
    treated = draw(sessions())
    last = (treated[-1].day if treated else FIRST) + timedelta(days=draw(st.integers(0, 34)))
    days = [FIRST - timedelta(days=1) + timedelta(days=k) for k in range((last - FIRST).days + 2)]
    recent = days[-20:]
    pool = draw(st.lists(logs(), min_size=1, max_size=4))
    picks = draw(st.lists(st.integers(0, 5), min_size=len(recent), max_size=len(recent)))
    logged = {day: pool[pick % len(pool)] for day, pick in zip(recent, picks, strict=True) if pick < 5}
    baseline = {"redness": draw(st.integers(0, 4)), "sensitivity": draw(st.integers(0, 4))}
    return oracle.Course(treated, logged, baseline), recent


@settings(max_examples=400, deadline=None)
@given(courses())
def test_engine_and_naive_reading_agree_on_random_journals(made):
    course, days = made
    record = engine_record(course)

    for day in days[-8:]:
        found = {f.rule.id: (f.state.value, f.in_force, f.tier.word) for f in record.explain(day)}
        naive = oracle_states(course, day)
        assert found == naive
        flagged = {rule for rule, (state, force, _) in naive.items() if state == "met" or force}
        assert {finding.rule.id for finding in record.flags(day)} == flagged


@st.composite
def rating_courses(draw):
    """Every day of one course rated, missing or recalled: where the rating rules live."""
    session = oracle.Session(datetime(2026, 3, 1, 14, tzinfo=UTC), draw(st.sampled_from([1.0, 1.5, 2.5])))
    length = draw(st.integers(3, 30))
    value = st.integers(0, 6)
    day = st.one_of(value.map(str), value.map(str), st.just(""), value.map(lambda v: f"{v}!"))
    picks = draw(st.lists(st.tuples(day, value), min_size=length, max_size=length))
    made = {}
    for number, (text, sore) in enumerate(picks):
        if text:
            made[FIRST + timedelta(days=number)] = oracle.Log(
                redness=int(text.rstrip("!")), sensitivity=sore, signs=frozenset(), recalled=text.endswith("!")
            )
    baseline = {"redness": draw(st.integers(0, 2)), "sensitivity": draw(st.integers(0, 2))}
    return oracle.Course((session,), made, baseline), length


@settings(max_examples=600, deadline=None)
@given(rating_courses())
def test_engine_and_naive_reading_agree_on_random_ratings(made):
    course, length = made
    record = engine_record(course)

    for number in range(length):
        day = FIRST + timedelta(days=number)
        found = {f.rule.id: f.state.value for f in record.explain(day) if f.rule.id in oracle.RATING_TIERS}
        assert found == {rule: oracle.judge(course, rule, day)[0] for rule in oracle.RATING_TIERS}
