"""What a finding rests on, held against the judges: its values meet it again, what would clear it clears it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain import rules
from journal.domain.clearing import Way
from journal.domain.explaining import Explanation, explained
from journal.domain.findings import State
from journal.domain.plan import Kind
from journal.domain.ratings import Baseline, Scale
from journal.domain.record import build_record
from tests.builders import entry, facts, moment, treatment
from tests.domain.journals import DAY, DAYS, START, busy_journals, rated_courses


def met(made, day, *kinds):
    return [
        finding for finding in rules.explain(made, day) if finding.is_met and (not kinds or finding.rule.kind in kinds)
    ]


def why(made, rule_id: str, day: str, today: str = "2026-12-31") -> Explanation:
    of_day = date.fromisoformat(day)
    found = next(finding for finding in rules.explain(made, of_day) if finding.rule.id == rule_id)
    return explained(made, found, date.fromisoformat(today))


RISING = (
    entry("2026-11-21", redness=5, sensitivity=3),
    entry("2026-11-22", redness=4, sensitivity=1),
    entry("2026-11-23", redness=3, sensitivity=0),
    entry("2026-11-24", redness=6, sensitivity=2),
    entry("2026-11-25", redness=7, sensitivity=2),
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), st.integers(0, DAYS))
def test_the_values_that_are_told_meet_the_rule_by_themselves(made, number):
    made = build_record(made).facts
    day = START + DAY * number
    for finding in met(made, day):
        told = explained(made, finding, day)
        entries = {}
        for check in told.checks:
            given_then = made.entries[check.day]
            kept = entries.get(
                check.day, replace(given_then, redness=None, sensitivity=None, habits={}, symptoms=frozenset())
            )
            if check.what in set(Scale):
                kept = replace(kept, **{check.what: check.value})
            elif check.what in given_then.habits:
                kept = replace(kept, habits={check.what: check.value})
            else:
                kept = replace(kept, symptoms=kept.symptoms | {check.what})
            entries[check.day] = kept

        again = next(rules.judged(replace(made, entries=entries), finding.rule, [day]))

        assert again.is_met, (finding.rule.id, told.checks)
        assert again.tier == finding.tier


def test_what_was_to_be_done_and_was_not_is_told():
    made = facts(entry("2026-11-22", habits={"sunscreen": False}))
    (finding,) = met(made, date(2026, 11, 22))

    (check,) = explained(made, finding, date(2026, 11, 22)).checks
    assert (check.what, check.value) == ("sunscreen", False)


@settings(max_examples=120, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), st.integers(0, DAYS), st.integers(0, 4), st.data())
def test_a_check_in_that_fulfils_the_condition_is_not_met(made, number, later, data):
    made = build_record(made).facts
    day = START + DAY * number
    today = day + DAY * later
    for finding in met(made, day):
        clearing = explained(made, finding, today).clearing
        if clearing.way not in (Way.RATINGS, Way.SIGNS):
            continue
        redness, sensitivity = (
            data.draw(st.integers(0, clearing.at_most.get(scale, 10)), label=str(scale)) for scale in Scale
        )
        symptoms = {"warmer", "itching"} - set(clearing.signs)
        after = entry(clearing.day, redness, sensitivity, symptoms=symptoms)
        found = next(rules.judged(replace(made, entries={**made.entries, after.day: after}), finding.rule, [after.day]))

        assert clearing.day > day
        assert found.state is State.NOT_MET, (finding.rule.id, clearing)


@settings(max_examples=60, deadline=None)
@given(rated_courses(), st.integers(0, DAYS), st.sampled_from([4, 6]), st.integers(1, 4), st.data())
def test_the_condition_follows_a_plans_own_thresholds(made, number, rating, rise, data):
    of_plan = {"rating": rating, "above_line": 1, "rise": rise, "clear_rise": rise + 1, "above": rise, "clear_above": 4}
    plan = replace(made.plan, rules=tuple(replace(rule, **of_plan) for rule in made.plan.rules))
    made = build_record(replace(made, plan=plan)).facts
    day = START + DAY * number
    for finding in met(made, day, *rules.RATING_KINDS):
        clearing = explained(made, finding, day).clearing
        if clearing.way is Way.RATINGS:
            redness, sensitivity = (data.draw(st.integers(0, clearing.at_most.get(scale, 10))) for scale in Scale)
            after = entry(clearing.day, redness, sensitivity, symptoms={"warmer"})
            entries = {**made.entries, after.day: after}
            found = next(rules.judged(replace(made, entries=entries), finding.rule, [after.day]))
            assert found.state is State.NOT_MET, (finding.rule.id, clearing)


@settings(max_examples=80, deadline=None)
@given(rated_courses(), st.integers(0, DAYS), st.data())
def test_a_rating_above_the_condition_is_not_promised_to_clear(made, number, data):
    made = build_record(made).facts
    day = START + DAY * number
    for finding in met(made, day, Kind.UP, Kind.STRONG, Kind.PERSISTING):
        clearing = explained(made, finding, day).clearing
        for scale, most in clearing.at_most.items():
            rating = data.draw(st.integers(most + 1, 10))
            given_then = dict.fromkeys(Scale, 0) | {scale: rating}
            after = entry(clearing.day, **{str(name): value for name, value in given_then.items()}, symptoms=set())
            entries = {**made.entries, after.day: after}
            found = next(rules.judged(replace(made, entries=entries), finding.rule, [after.day]))
            assert found.state is not State.NOT_MET, (finding.rule.id, clearing, rating)


@settings(max_examples=80, deadline=None)
@given(st.one_of(busy_journals(), rated_courses()), st.integers(0, DAYS))
def test_since_is_the_first_day_of_a_run_without_a_day_that_is_not_met(made, number):
    made = build_record(made).facts
    day = START + DAY * number
    for finding in met(made, day):
        since = explained(made, finding, day).since
        run = [since.first + DAY * offset for offset in range((day - since.first).days + 1)]
        states = {found.day: found.state for found in rules.judged(made, finding.rule, run)}
        before = next(rules.judged(made, finding.rule, [since.first - DAY]))

        assert states[since.first] is State.MET
        assert State.NOT_MET not in states.values()
        assert since.unknown == tuple(found for found in run if states[found] is State.UNKNOWN)
        started = any(done.day == since.first for done in made.treatments)
        assert started or not before.is_met


def test_rising_tells_both_check_ins_and_the_lowest_before_in_order():
    told = why(facts(*RISING), "rising", "2026-11-25")

    assert [(check.what, check.day.isoformat(), check.value, check.high is not None) for check in told.checks] == [
        ("redness", "2026-11-23", 3, False),
        ("redness", "2026-11-24", 6, True),
        ("redness", "2026-11-25", 7, True),
    ]


def test_rising_tells_the_lowest_before_also_when_it_is_the_check_in_before():
    made = facts(
        entry("2026-11-22", redness=2),
        entry("2026-11-23", redness=6, symptoms={"warmer"}),
    )

    told = why(made, "rising", "2026-11-23")

    assert [(check.what, check.day.isoformat(), check.value, check.high is not None) for check in told.checks] == [
        ("redness", "2026-11-22", 2, False),
        ("redness", "2026-11-23", 6, True),
        ("warmer", "2026-11-23", True, False),
    ]


def test_a_day_that_is_not_rated_does_not_end_a_run_and_is_told():
    made = facts(
        entry("2026-11-27", redness=6),
        entry("2026-11-28", redness=6),
        entry("2026-11-30", redness=6),
    )

    since = why(made, "still-red", "2026-11-30").since

    assert since.first == date(2026, 11, 28)
    assert since.unknown == (date(2026, 11, 29),)


def test_a_run_is_not_followed_over_a_long_silence():
    made = facts(entry("2026-11-25", symptoms={"pus"}), entry("2027-03-01", symptoms={"pus"}))

    assert why(made, "infection", "2027-03-01", "2027-03-01").since.first == date(2027, 3, 1)


def test_a_flag_that_went_by_itself_says_when():
    made = facts(*RISING, entry("2026-11-26", redness=2, sensitivity=0, symptoms=set()))

    clearing = why(made, "rising", "2026-11-25").clearing

    assert (clearing.way, clearing.day) == (Way.OVER, date(2026, 11, 26))


def test_rising_clears_by_the_ratings_of_the_next_check_in():
    clearing = why(facts(*RISING), "rising", "2026-11-25", "2026-11-25").clearing

    assert (clearing.way, clearing.day) == (Way.RATINGS, date(2026, 11, 26))
    assert clearing.at_most == {Scale.REDNESS: 4, Scale.SENSITIVITY: 2}


def test_the_next_check_in_is_today_until_today_is_rated():
    silent = why(facts(*RISING), "rising", "2026-11-25", "2026-11-27").clearing
    signs_only = facts(*RISING, entry("2026-11-27", symptoms=set()))

    assert silent.day == date(2026, 11, 27)
    assert why(signs_only, "rising", "2026-11-25", "2026-11-27").clearing.day == date(2026, 11, 27)


def test_a_sign_clears_when_it_is_answered_no():
    made = facts(entry("2026-11-24", symptoms={"pus", "itching"}))

    clearing = why(made, "infection", "2026-11-24", "2026-11-24").clearing

    assert (clearing.way, clearing.day, clearing.signs) == (Way.SIGNS, date(2026, 11, 25), ("pus",))


def test_what_was_done_too_early_needs_no_clearing_but_its_time():
    made = facts(entry("2026-11-21", habits={"exercise": True, "moisturiser": False}))

    early = why(made, "no-exercise", "2026-11-21").clearing
    missed = why(made, "moisturiser", "2026-11-21").clearing

    assert (early.way, early.ends) == (Way.WINDOW, moment("2026-11-22T14:00"))
    assert (missed.way, missed.day) == (Way.DAILY, date(2026, 11, 26))


def test_the_longer_window_of_an_earlier_treatment_is_the_one_that_ends():
    deep, shallow = treatment("2026-11-20T14:00+00:00", rf=True), treatment("2026-11-20T15:00+00:00", depth_mm=0.5)
    made = facts(entry("2026-11-22", habits={"make-up": True}), treatments=(deep, shallow))

    assert why(made, "no-make-up", "2026-11-22").clearing.ends == deep.at + timedelta(hours=48)


def test_a_rule_that_looks_no_further_ends_by_itself():
    made = facts(entry("2026-12-03", redness=1), entry("2026-12-04", redness=7, sensitivity=0))

    clearing = why(made, "look-again", "2026-12-04", "2026-12-04").clearing

    assert (clearing.way, clearing.day) == (Way.LAST_DAY, date(2026, 12, 4))


def test_the_next_treatment_ends_what_looks_at_the_course():
    first, second = treatment("2026-11-01T14:00+00:00"), treatment("2026-11-10T14:00+00:00")
    made = facts(entry("2026-11-08", redness=6), entry("2026-11-09", redness=6), treatments=(first, second))

    clearing = why(made, "still-red", "2026-11-09", "2026-11-20").clearing

    assert (clearing.way, clearing.day) == (Way.LAST_DAY, date(2026, 11, 9))


def test_what_is_missing_is_named_with_its_days_and_late_ratings_by_themselves():
    made = facts(
        entry("2026-11-24", redness=2, days_late=5),
        entry("2026-11-26", redness=6, sensitivity=0, symptoms=set()),
    )

    gaps = why(made, "look-again", "2026-11-26").gaps

    assert [(gap.what, [day.day for day in gap.days], gap.is_recalled) for gap in gaps] == [
        ("redness", [21, 22, 23, 25], False),
        ("redness", [24], True),
    ]


def test_a_scale_that_does_not_meet_the_rule_is_not_told():
    told = why(facts(*RISING), "look-again", "2026-11-25")

    assert {check.what for check in told.checks} == {"redness"}


def test_a_rule_that_needs_both_scales_tells_both():
    made = facts(
        entry("2026-11-23", redness=1, sensitivity=1),
        entry("2026-11-25", redness=5, sensitivity=5, symptoms=set()),
        baseline=Baseline(redness=0, sensitivity=0),
    )

    told = why(made, "rising", "2026-11-25")

    assert told.finding.is_met
    assert {check.what for check in told.checks} == {"redness", "sensitivity"}


def test_a_rule_that_is_not_met_has_nothing_to_clear():
    told = why(facts(entry("2026-11-25", redness=1, sensitivity=1, symptoms=set())), "rising", "2026-11-25")

    assert told.finding.state is State.NOT_MET
    assert (told.since, told.clearing, told.gaps) == (None, None, ())
    assert told.checks
