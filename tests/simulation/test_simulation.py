"""The simulation in short: the same limits, widened by what chance does to so few courses."""

from dataclasses import replace
from math import comb

import pytest

from tests.simulation.__main__ import print_table
from tests.simulation.courses import LAST_DAY, read_at_half
from tests.simulation.table import Group, Limit, simulated
from tests.simulation.verdicts import CALLED, EVERY_DAY, RISING, STILL_RED, judged

NORMAL, BAD = 800, 120
RARE = 0.001
"""A limit is broken when so few courses, at exactly the limit's odds, would come out worse less often than this."""


@pytest.fixture(scope="module")
def simulation():
    return simulated(1, NORMAL, BAD, variants=False)


def chance_of_worse(limit: Limit) -> float:
    """How often chance alone gives a count as bad as the measured one, if the truth is exactly at the limit."""
    odds = (limit.limit if limit.is_most else 100 - limit.limit) / 100
    wrong = round((limit.measured if limit.is_most else 100 - limit.measured) * limit.of / 100)
    return 1 - sum(comb(limit.of, k) * odds**k * (1 - odds) ** (limit.of - k) for k in range(wrong))


def test_the_widening_is_what_chance_allows():
    at_limit = Limit(what="", measured=1.0, limit=1, is_most=True, of=2000)
    beyond = replace(at_limit, measured=2.0)
    few = replace(at_limit, measured=90, limit=95, is_most=False, of=120)

    assert chance_of_worse(at_limit) == pytest.approx(0.52, abs=0.02)
    assert chance_of_worse(beyond) < RARE
    assert chance_of_worse(few) > RARE
    assert (at_limit.kept, beyond.kept, few.kept) == (True, False, False)


def test_the_limits_hold_on_a_few_hundred_courses(simulation):
    chances = {limit.line(): chance_of_worse(limit) for limit in simulation.limits()}

    assert len(chances) == 3
    assert {line: chance for line, chance in chances.items() if chance < RARE} == {}


def test_what_calls_is_rising_or_still_red_and_nothing_else(simulation):
    for group in (simulation.plain, simulation.hard, simulation.infected, simulation.prolonged):
        for found in group.found:
            assert found.get(CALLED, set()) == found.get(RISING, set()) | found.get(STILL_RED, set())


def test_the_naive_rules_call_many_healthy_people(simulation):
    assert simulation.plain.share("naive any") > 10 * simulation.plain.share(CALLED)


def test_the_same_seed_gives_the_same_courses(simulation):
    again = simulated(1, 5, 5, variants=False)
    other = simulated(2, 5, 5, variants=False)

    assert again.plain.made == simulation.plain.made[:5]
    assert again.infected.made == simulation.infected.made[:5]
    assert other.plain.made != again.plain.made


def test_shares_count_from_the_first_day_on_which_the_infection_shows(simulation):
    ill = replace(simulation.infected.made[0], onset=4)
    group = Group(made=[ill, ill], found=[{RISING: {3, 6}}, {RISING: {8}}])

    assert [group.share_within(RISING, hours) for hours in (24, 48, 72)] == [0, 50, 50]
    assert [group.share_by(RISING, day) for day in (2, 3, 8)] == [0, 50, 100]


def test_redness_read_at_half_is_halved_above_the_baseline_only(simulation):
    course = simulation.prolonged.made[0]
    base = course.baseline.redness

    for full, seen in zip(course.redness, read_at_half(course).redness, strict=True):
        assert seen == (full if full <= base else base + (full - base + 1) // 2)


def test_nothing_is_said_of_a_course_that_was_not_logged(simulation):
    assert judged(simulation.infected.made[0], ()) == {}
    assert max(EVERY_DAY) == LAST_DAY


def test_the_table_is_printed_with_the_limits(simulation, capsys):
    print_table(simulation)

    printed = capsys.readouterr().out
    assert "| rising or still-red" in printed
    assert sum("kept" in line for line in printed.splitlines()) == 3
