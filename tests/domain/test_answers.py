"""What answers can and cannot do to a rule: taken away they excuse nothing, told they suffice, given they decide."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain import rules
from journal.domain.entry import Entry
from journal.domain.facts import Facts
from journal.domain.findings import State
from journal.domain.plan import Plan
from journal.domain.ratings import Baseline, Scale
from journal.domain.record import build_record
from tests.builders import entry
from tests.domain.journals import DAY, DAYS, START, any_journals

ASKED_DAYS = [START + DAY * number for number in range(-3, DAYS + 2)]
STEPS = 10
"""How often what is still missing is given: a rating that is given can make an earlier day matter."""


def of_day(made: Facts, day: date):
    return {finding.rule.id: finding for finding in rules.explain(made, day)}


def judged_alone(made: Facts, rule, day: date):
    return next(rules.judged(made, rule, [day]))


def with_less(found: Entry) -> dict[str, Entry | None]:
    """The entry without each of its answers, and no entry at all."""
    less = {"everything": None}
    if found.redness is not None:
        less["redness"] = replace(found, redness=None, redness_at=None)
    if found.sensitivity is not None:
        less["sensitivity"] = replace(found, sensitivity=None, sensitivity_at=None)
    if found.symptoms_asked:
        less["symptoms"] = replace(found, symptoms=frozenset(), symptoms_asked=False)
    for habit in found.habits:
        others = {name: answer for name, answer in found.habits.items() if name != habit}
        less[habit] = replace(found, habits=others)
    return less


@settings(max_examples=60, deadline=None)
@given(any_journals(), st.data())
def test_an_answer_taken_away_never_turns_met_or_unknown_into_not_met(made, data):
    made = build_record(made).facts
    if not made.entries:
        return
    day = data.draw(st.sampled_from(sorted(made.entries)), label="day")
    what, left = data.draw(st.sampled_from(sorted(with_less(made.entries[day]).items())), label="taken away")
    others = {other: found for other, found in made.entries.items() if other != day}
    poorer = replace(made, entries=others if left is None else {**others, day: left})

    for asked in ASKED_DAYS:
        richer = of_day(made, asked)
        for rule, finding in of_day(poorer, asked).items():
            assert richer[rule].state is State.NOT_MET or finding.state is not State.NOT_MET, (rule, asked, what, day)


@settings(max_examples=60, deadline=None)
@given(any_journals(), st.sampled_from(["redness", "sensitivity", "everything"]))
def test_no_rating_taken_away_turns_met_or_unknown_into_not_met_on_any_later_day(made, what):
    """Every day's rating in turn: a rule looks back over two check-ins of at most eight days each."""
    made = build_record(made).facts
    states = rating_states(made, ASKED_DAYS)
    for day, found in made.entries.items():
        less = with_less(found)
        if what not in less:
            continue
        others = {other: kept for other, kept in made.entries.items() if other != day}
        left = less[what]
        poorer = replace(made, entries=others if left is None else {**others, day: left})
        later = [asked for asked in ASKED_DAYS if 0 <= (asked - day).days <= 17]
        for key, state in rating_states(poorer, later).items():
            assert states[key] is State.NOT_MET or state is not State.NOT_MET, (key, day)


def rating_states(made: Facts, days):
    """The state of each rating rule of a course's own plan on each of the days."""
    asked: dict[int, tuple[Plan, list[date]]] = {}
    for day in days:
        latest = max((done for done in made.treatments if done.day <= day), key=lambda done: done.at, default=None)
        asked.setdefault(id(plan := made.plan_of(latest)), (plan, []))[1].append(day)
    return {
        (rule.id, found.day): found.state
        for plan, own in asked.values()
        for rule in plan.rules
        if rule.kind in rules.RATING_KINDS
        for found in rules.judged(made, rule, own)
    }


def told_alone(made: Facts, values) -> Facts:
    """A journal that holds only the values, all given in time; treatments, plans and curve as they are."""
    entries: dict[date, Entry] = {}
    baseline: dict[str, int] = {}
    for name, value in values.items():
        what, _, iso = name.partition("@")
        if what.endswith("-baseline"):
            baseline[what.removesuffix("-baseline")] = value
        if not iso or what.endswith("-high"):
            continue
        day = date.fromisoformat(iso)
        entries[day] = with_answer(entries.get(day) or entry(day), what, value, made)
    return replace(made, entries=entries, baseline=Baseline(**baseline))


def with_answer(found: Entry, what: str, value, made: Facts) -> Entry:
    if what in set(Scale):
        return replace(found, **{what: value, f"{what}_at": found.entered_at})
    if what in {rule.habit for plan in plans_of(made) for rule in plan.rules}:
        return replace(found, habits={**found.habits, what: value})
    return replace(found, symptoms=found.symptoms | ({what} if value else set()), symptoms_asked=True)


def plans_of(made: Facts):
    return (made.plan, *(use.plan for use in made.plan_uses))


@settings(max_examples=100, deadline=None)
@given(any_journals())
def test_a_met_finding_stays_met_from_the_values_it_tells_alone(made):
    made = build_record(made).facts
    for day in ASKED_DAYS:
        for rule, finding in of_day(made, day).items():
            if not finding.is_met:
                continue
            alone = judged_alone(told_alone(made, finding.values), finding.rule, day)

            assert (alone.state, alone.tier, alone.in_force) == (State.MET, finding.tier, finding.in_force), rule
            assert alone.values.items() <= finding.values.items(), rule


@settings(max_examples=100, deadline=None)
@given(any_journals(), st.integers(-3, DAYS), st.data())
def test_what_is_named_as_missing_decides_when_it_is_given(made, number, data):
    made = build_record(made).facts
    day = START + DAY * number
    for finding in of_day(made, day).values():
        found, richer, given_names = finding, made, set()
        for _ in range(STEPS):
            if found.state is not State.UNKNOWN:
                break
            assert not given_names & set(found.missing), found.rule.id
            given_names |= set(found.missing)
            richer = with_given(richer, found.missing, data)
            found = judged_alone(richer, finding.rule, day)

        assert found.state is not State.UNKNOWN, (found.rule.id, found.missing)


def with_given(made: Facts, names, data) -> Facts:
    """The journal with an answer to each name, given in time; what else was given on such a day then counts too."""
    entries = dict(made.entries)
    for name in names:
        what, _, iso = name.partition("@")
        day = date.fromisoformat(iso)
        found = on_time(entries.get(day) or entry(day))
        if what == "symptoms":
            ticked = data.draw(st.sampled_from([frozenset(), frozenset({"warmer"}), frozenset({"pus", "eye"})]))
            entries[day] = replace(found, symptoms=ticked, symptoms_asked=True)
        else:
            value = data.draw(st.integers(0, 10) if what in set(Scale) else st.booleans())
            entries[day] = with_answer(found, what, value, made)
    return replace(made, entries=entries)


def on_time(found: Entry) -> Entry:
    at = entry(found.day).entered_at
    return replace(
        found,
        entered_at=at,
        redness_at=None if found.redness is None else at,
        sensitivity_at=None if found.sensitivity is None else at,
    )
