"""One course: the ratings after one treatment by day number, and what the rating rules ask of them.

The thresholds come with the plan's rule; which rule asks what, and for which days, is the judges' matter.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from journal.domain.curve import Curve
from journal.domain.entry import Entry, Recorded
from journal.domain.facts import Facts
from journal.domain.findings import State
from journal.domain.plan import Kind, Rule
from journal.domain.ratings import Baseline, Scale
from journal.domain.reading import Reading
from journal.domain.treatment import DepthClass, Treatment

ONE_DAY = timedelta(days=1)
STRONG_ABOVE_LINE_DAYS = (1, 2)
NEAR_TO_DAY = 14
NEAR_GAP = 3
FAR_GAP = 8
"""How many days back the previous check-in may lie: up to day 14, and after it."""
PAIR_FROM_DAY = 2
PERSISTING_FROM_DAY = 6


@dataclass(frozen=True, slots=True)
class LeastAsked:
    """What any rating rule of a plan asks at least: a very high rating, or one that far above the baseline and above
    the high line.
    """

    rating: float
    above_baseline: float

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "LeastAsked":
        """The least of several rating rules."""
        rules = tuple(rules)
        # Far above the high line is that far above the baseline too: the line never lies below it.
        amounts = {Kind.STRONG: "above_line", Kind.UP: "rise", Kind.RISING: "rise", Kind.PERSISTING: "above"}
        return cls(
            rating=min((rule.rating for rule in rules if rule.kind is Kind.STRONG), default=inf),
            above_baseline=min((getattr(rule, amounts[rule.kind]) for rule in rules), default=inf),
        )


class HighLine(dict[int, float]):
    """h(n) by day number, baseline in; worked out when first asked for."""

    def __init__(self, curve: Curve, scale: Scale, depth_class: DepthClass, baseline: int) -> None:
        super().__init__()
        self._curve = curve
        self._scale = scale
        self._depth_class = depth_class
        self._baseline = baseline

    def __missing__(self, number: int) -> float:
        high = self._curve.on_day(self._scale, self._depth_class, number, self._baseline).high
        self[number] = high
        return high


class HighLines:
    """The high lines of both scales and all depth classes, shared by the courses."""

    def __init__(self, curve: Curve, baseline: Baseline) -> None:
        self._curve = curve
        self._baseline = baseline
        self._lines: dict[tuple[Scale, DepthClass], HighLine] = {}

    def of(self, scale: Scale, depth_class: DepthClass) -> HighLine:
        """The line of one scale and depth class."""
        key = (scale, depth_class)
        if key not in self._lines:
            self._lines[key] = HighLine(self._curve, scale, depth_class, self._baseline.of(scale))
        return self._lines[key]


@dataclass(frozen=True, slots=True)
class EarlierPart:
    """What is asked of an earlier check-in, and from which day on a check-in counts for it."""

    from_day: int
    judge: Callable[[Scale, int, int, Reading], State]


class Course:
    """The ratings after one treatment. A rating of a recalled entry counts as not given."""

    def __init__(self, facts: Facts, treatment: Treatment, lines: HighLines) -> None:
        self.treatment = treatment
        self._entries = facts.entries
        self._baseline = facts.baseline
        self._start = treatment.day
        self._ratings: dict[int, tuple[int | None, int | None]] = {}
        self._redness_line = lines.of(Scale.REDNESS, treatment.depth_class)
        self._sensitivity_line = lines.of(Scale.SENSITIVITY, treatment.depth_class)

    def day(self, number: int) -> date:
        """The civil day of a day number."""
        return self._start + ONE_DAY * number

    def rating(self, scale: Scale, number: int) -> int | None:
        """r(n), None when not given or recalled."""
        found = self._ratings.get(number)
        if found is None:
            found = self._ratings[number] = _given(self._entries, self.day(number))
        return found[0] if scale is Scale.REDNESS else found[1]

    def baseline(self, scale: Scale) -> int:
        """The baseline of one scale."""
        return self._baseline.of(scale)

    def high_line(self, scale: Scale, number: int) -> float:
        """h(n), baseline in."""
        return (self._redness_line if scale is Scale.REDNESS else self._sensitivity_line)[number]

    def stands_out(self, entry: Entry, number: int, least: LeastAsked) -> bool:
        """Whether any rating rule could be met on the day, by the least that one asks."""
        return any(
            rating is not None
            and (rating >= least.rating or (rating >= baseline + least.above_baseline and rating > line[number]))
            for rating, baseline, line in (
                (entry.redness, self._baseline.redness, self._redness_line),
                (entry.sensitivity, self._baseline.sensitivity, self._sensitivity_line),
            )
        )

    def up(self, scale: Scale, number: int, rise: int, reading: Reading) -> State:
        """Whether day n is up by d: above the range and risen by d since some day from 1 on."""
        rating = self._read(scale, number, reading)
        if rating is None:
            return State.UNKNOWN
        if rating < self.baseline(scale) + rise or rating <= self.high_line(scale, number):
            return State.NOT_MET
        return self._rise_before(scale, number, rating - rise, reading)

    def _rise_before(self, scale: Scale, number: int, at_most: int, reading: Reading) -> State:
        earlier = [(self.rating(scale, day), day) for day in range(1, number)]
        given = [(rating, day) for rating, day in earlier if rating is not None]
        lowest = min(given, default=None)
        if lowest is not None:
            reading.note(scale, self.day(lowest[1]), lowest[0])
            if lowest[0] <= at_most:
                return State.MET
        gaps = [day for rating, day in earlier if rating is None]
        for day in gaps:
            reading.miss(scale, self.day(day))
        return State.UNKNOWN if gaps else State.NOT_MET

    def previous(self, scale: Scale, number: int) -> int | None:
        """The latest earlier day with a rating, at most 3 days back (8 after day 14)."""
        for day in range(number - 1, _furthest(number) - 1, -1):
            if self.rating(scale, day) is not None:
                return day
        return None

    def pair(self, rule: Rule, scale: Scale, number: int, reading: Reading) -> State:
        """Whether there is a pair: up at this check-in and the one before, clearly at one of them."""
        before = self.previous(scale, number)
        part = EarlierPart(PAIR_FROM_DAY, self.up)
        steps = [self._before(scale, before, number, part, rise, reading) for rise in (rule.rise, rule.clear_rise)]
        return State.both(
            self.up(scale, number, rule.rise, reading),
            steps[0],
            State.either(self.up(scale, number, rule.clear_rise, reading), steps[1]),
        )

    def high(self, rule: Rule, number: int, above: int, reading: Reading) -> State:
        """Whether redness is high on day n, by ``above`` over the baseline."""
        rating = self._read(Scale.REDNESS, number, reading)
        if rating is None:
            return State.UNKNOWN
        needed = self.baseline(Scale.REDNESS) + above
        if number < NEAR_TO_DAY:
            needed = max(needed, rule.least)
        is_high = rating >= needed and rating > self.high_line(Scale.REDNESS, number)
        return State.MET if is_high else State.NOT_MET

    def persisting(self, rule: Rule, number: int, reading: Reading) -> State:
        """Whether redness stays: high twice, once clearly, or at three check-ins in a row, all from day 6 on."""
        before = self.previous(Scale.REDNESS, number)
        third = None if before is None else self.previous(Scale.REDNESS, before)

        def high_then(_scale: Scale, day: int, above: int, reading: Reading) -> State:
            return self.high(rule, day, above, reading)

        part = EarlierPart(PERSISTING_FROM_DAY, high_then)

        def earlier(day: int | None, above: int) -> State:
            if day is None:
                # It would lie before the check-in there is, or between that one and this.
                self._miss_gaps(Scale.REDNESS, _furthest(number if before is None else before), number, reading)
                return State.UNKNOWN
            return self._before(Scale.REDNESS, day, number, part, above, reading)

        twice = State.both(self.high(rule, number, rule.above, reading), earlier(before, rule.above))
        clearly = State.either(self.high(rule, number, rule.clear_above, reading), earlier(before, rule.clear_above))
        return State.both(twice, State.either(clearly, earlier(third, rule.above)))

    def strong(self, rule: Rule, scale: Scale, number: int, reading: Reading) -> State:
        """A very high rating, or on day 1 or 2 one far above the high line."""
        rating = self._read(scale, number, reading)
        if rating is None:
            return State.UNKNOWN
        is_early = number in STRONG_ABOVE_LINE_DAYS
        is_far = is_early and rating > self.high_line(scale, number) + rule.above_line
        return State.MET if rating >= rule.rating or is_far else State.NOT_MET

    def _before(
        self, scale: Scale, day: int | None, number: int, part: EarlierPart, amount: int, reading: Reading
    ) -> State:
        """An earlier check-in's part: unknown without one, or when a missing day after it could change it."""
        if day is None:
            self._miss_gaps(scale, _furthest(number), number, reading)
            return State.UNKNOWN
        state = part.judge(scale, day, amount, reading) if day >= part.from_day else State.NOT_MET
        if state is not State.NOT_MET:
            return state
        return State.UNKNOWN if self._miss_gaps(scale, day + 1, number, reading) else State.NOT_MET

    def _miss_gaps(self, scale: Scale, first: int, number: int, reading: Reading) -> bool:
        """Note the days from ``first`` to the eve of day n that have no rating; whether there are any."""
        gaps = [day for day in range(first, number) if self.rating(scale, day) is None]
        for day in gaps:
            reading.miss(scale, self.day(day))
        return bool(gaps)

    def _read(self, scale: Scale, number: int, reading: Reading) -> int | None:
        rating = self.rating(scale, number)
        if rating is None:
            reading.miss(scale, self.day(number))
            return None
        day = self.day(number)
        reading.note(scale, day, rating)
        reading.note(f"{scale}-high", day, round(self.high_line(scale, number), 6))
        reading.note_baseline(scale, self.baseline(scale))
        return rating


def _furthest(number: int) -> int:
    """The earliest day on which the previous check-in of day n may lie."""
    return max(0, number - (NEAR_GAP if number <= NEAR_TO_DAY else FAR_GAP))


def _given(entries: Mapping[date, Entry], day: date) -> tuple[int | None, int | None]:
    entry = entries.get(day)
    if entry is None or entry.recorded is Recorded.RECALLED:
        return None, None
    return entry.redness, entry.sensitivity
