"""The shares of courses in which a rule spoke, laid out as a table, and the limits they are held against."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.simulation import courses
from tests.simulation.courses import Odds, SimulatedCourse
from tests.simulation.verdicts import (
    CALLED,
    LOOK_AGAIN,
    NAIVE_ANY,
    NAIVE_HIGH,
    NAIVE_RISE,
    NAIVE_SORER,
    RISING,
    STILL_RED,
    Found,
    Logging,
    as_reminded,
    as_reminded_and_asked,
    every_day,
    judged,
    judged_naively,
    most_days,
)

NORMAL, BAD = 2000, 300
SEEDS = (1, 2, 3)
HOURS = (24, 48, 72)
PROLONGED_DAYS = (7, 8, 9, 14)

RULES = {
    NAIVE_RISE: "naive: redness 2 above its lowest since day 1, days 3 to 14",
    NAIVE_SORER: "naive: soreness 2 above its lowest since day 1, days 3 to 14",
    NAIVE_HIGH: "naive: one reading 2 above baseline (3 before day 14) from day 7",
    NAIVE_ANY: "naive: any of the three",
    LOOK_AGAIN: "look-again",
    RISING: "rising",
    STILL_RED: "still-red",
    CALLED: "rising or still-red (any flag at call or above)",
}
VARIANTS: dict[str, tuple[Logging, Callable[[SimulatedCourse], SimulatedCourse]]] = {
    "85 % of days logged": (most_days, lambda course: course),
    "logged as reminded: daily to day 7, every second to 14, weekly": (as_reminded, lambda course: course),
    "as reminded, and on the day after each look-again": (as_reminded_and_asked, lambda course: course),
    "redness read at half": (every_day, courses.read_at_half),
}
MILDER = "infections half as strong"
OTHER_NOISE: dict[str, Odds] = {
    "day noise: one day in four too low, one in four too high": (1, 2, 1),
    "day noise: too low, right and too high equally often": (1, 1, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Courses of one kind with what was found in each."""

    made: Sequence[SimulatedCourse]
    found: Sequence[Found]

    def share(self, rule: str) -> float:
        """The percentage in which the rule ever spoke."""
        return self._percent(sum(rule in found for found in self.found))

    def share_by(self, rule: str, day: int) -> float:
        """The percentage in which it spoke by a day."""
        return self._percent(sum(min(found.get(rule, {day + 1})) <= day for found in self.found))

    def share_within(self, rule: str, hours: int) -> float:
        """The percentage in which it spoke within so many hours of the first day on which the infection shows; what
        was said before that day counts for nothing.
        """
        caught = 0
        for course, found in zip(self.made, self.found, strict=True):
            assert course.onset is not None
            caught += any(0 <= day - course.onset <= hours // 24 for day in found.get(rule, ()))
        return self._percent(caught)

    def _percent(self, count: int) -> float:
        return 100 * count / len(self.found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit: what, the percentage measured, the limit, and whether it is the most or the least allowed."""

    what: str
    measured: float
    limit: float
    is_most: bool
    of: int

    @property
    def kept(self) -> bool:
        return self.measured <= self.limit if self.is_most else self.measured >= self.limit

    def line(self) -> str:
        word = "at most" if self.is_most else "at least"
        verdict = "kept" if self.kept else "MISSED"
        return f"{self.what}: {self.measured:.1f} of 100, {word} {self.limit:g}: {verdict}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """All groups of one seed, logged every day, and the bad courses of each variant."""

    seed: int
    plain: Group
    hard: Group
    infected: Group
    prolonged: Group
    variants: dict[str, tuple[Group, Group]] = field(default_factory=dict)
    milder: dict[str, Group] = field(default_factory=dict)
    noisier: dict[str, Group] = field(default_factory=dict)

    def limits(self) -> tuple[Limit, ...]:
        """The three limits the shipped plan is held against, on courses logged every day."""
        return (
            Limit(
                what="plain normal courses with a false call or today",
                measured=self.plain.share(CALLED),
                limit=1,
                is_most=True,
                of=len(self.plain.made),
            ),
            Limit(
                what="infections flagged within 48 hours, by rising or still-red",
                measured=self.infected.share_within(CALLED, 48),
                limit=90,
                is_most=False,
                of=len(self.infected.made),
            ),
            Limit(
                what="prolonged redness flagged by day 9, by rising or still-red",
                measured=self.prolonged.share_by(CALLED, 9),
                limit=95,
                is_most=False,
                of=len(self.prolonged.made),
            ),
        )

    def rows(self) -> list[tuple[str, str, str, str]]:
        """The table's cells, a row a rule, then rows of the last rule under other assumptions."""
        rows = [
            (
                words,
                f"{self.plain.share(rule):.1f} / {self.hard.share(rule):.1f}",
                _infection_cell(self.infected, rule),
                _prolonged_cell(self.prolonged, rule),
            )
            for rule, words in RULES.items()
        ]
        rows += [(words, f"{group.share(CALLED):.1f} / -", "", "") for words, group in self.noisier.items()]
        rows += [(words, "", _infection_cell(group, CALLED), "") for words, group in self.milder.items()]
        return rows + [
            (words, "", _infection_cell(infected, CALLED), _prolonged_cell(prolonged, CALLED))
            for words, (infected, prolonged) in self.variants.items()
        ]


def simulated(seed: int, normal: int = NORMAL, bad: int = BAD, *, variants: bool = True) -> Simulation:
    """Every group of one seed. Each group has its own stream, so that its size changes no other group."""
    ill = [_made(courses.infected, seed, bad), _made(courses.prolonged, seed, bad)]
    infected, prolonged = (_group(made) for made in ill)
    return Simulation(
        seed=seed,
        plain=_group(_made(courses.plain, seed, normal)),
        hard=_group(_made(courses.hard, seed, normal)),
        infected=infected,
        prolonged=prolonged,
        variants=_variants(ill, seed) if variants else {},
        milder={MILDER: _group(_made(courses.mildly_infected, seed, bad))} if variants else {},
        noisier=_noisier(seed, normal // 2) if variants else {},
    )


def _variants(ill: list[list[SimulatedCourse]], seed: int) -> dict[str, tuple[Group, Group]]:
    found: dict[str, tuple[Group, Group]] = {}
    for words, (logging, seen) in VARIANTS.items():
        random = Random(f"{seed} {words}")
        infected, prolonged = (_engine_group([seen(course) for course in made], logging, random) for made in ill)
        found[words] = (infected, prolonged)
    return found


def _noisier(seed: int, count: int) -> dict[str, Group]:
    found: dict[str, Group] = {}
    for words, odds in OTHER_NOISE.items():
        random = Random(f"{seed} {words}")
        found[words] = _engine_group([courses.plain(random, odds) for _ in range(count)], every_day, random)
    return found


def _made(make: Callable[[Random], SimulatedCourse], seed: int, count: int) -> list[SimulatedCourse]:
    random = Random(f"{seed} {make.__name__}")
    return [make(random) for _ in range(count)]


def _group(made: list[SimulatedCourse]) -> Group:
    found = [{**judged(course, every_day(course, Random(0))), **judged_naively(course)} for course in made]
    return Group(made=made, found=found)


def _engine_group(made: list[SimulatedCourse], logging: Logging, random: Random) -> Group:
    return Group(made=made, found=[judged(course, logging(course, random)) for course in made])


def _infection_cell(group: Group, rule: str) -> str:
    return " / ".join(f"{group.share_within(rule, hours):.0f}" for hours in HOURS)


def _prolonged_cell(group: Group, rule: str) -> str:
    return " / ".join(f"{group.share_by(rule, day):.0f}" for day in PROLONGED_DAYS)
