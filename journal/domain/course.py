"""One course: the ratings after one treatment by day number, and what the rating rules ask of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain.entry import Entry, Recorded
from journal.domain.facts import Facts
from journal.domain.findings import State, Value
from journal.domain.ratings import Scale
from journal.domain.treatment import Treatment

NEAR_TO_DAY = 14
NEAR_GAP = 3
FAR_GAP = 8
PAIR_FROM_DAY = 2
PERSISTING_FROM_DAY = 6
LEAST_REDNESS_BEFORE_DAY_14 = 3
ONE_DAY = timedelta(days=1)


class HighLines:
    """h(n) of every scale and depth class, baseline in, each worked out once."""

    def __init__(self, curve: Curve, baseline: Baseline) -> None:
        self._curve = curve
        self._baseline = baseline
        self._lines: dict[tuple[Scale, DepthClass], dict[int, float]] = {}

    def of(self, scale: Scale, depth_class: DepthClass) -> "HighLine":
        """The line of one scale and depth class."""
        known = self._lines.setdefault((scale, depth_class), {})
        return HighLine(self._curve, scale, depth_class, self._baseline.of(scale), known)


@dataclass(frozen=True, slots=True)
class HighLine:
    """One high line by day number; ``known`` keeps what was worked out."""

    curve: Curve
    scale: Scale
    depth_class: DepthClass
    baseline: int
    known: dict[int, float]

    def on_day(self, number: int) -> float:
        """h(n), baseline in."""
        high = self.known.get(number)
        if high is None:
            high = self.curve.on_day(self.scale, self.depth_class, number, self.baseline).high
            self.known[number] = high
        return high


@dataclass(frozen=True, slots=True)
class EarlierPart:
    """What is asked of an earlier check-in, and from which day on a check-in counts for it."""

    from_day: int
    judge: Callable[[Scale, int, int, Reading], State]


class Course:
    """The ratings after one treatment. A rating of a recalled entry counts as not given."""

    def __init__(self, facts: Facts, treatment: Treatment) -> None:
        self._facts = facts
        self._treatment = treatment
        self._start = treatment.day
        self._ratings: dict[int, tuple[int | None, int | None]] = {}
        self._highs: dict[tuple[Scale, int], float] = {}

    def day(self, number: int) -> date:
        """The civil day of a day number."""
        return self._start + ONE_DAY * number

    def rating(self, scale: Scale, number: int) -> int | None:
        """r(n), None when not given or recalled."""
        found = self._ratings.get(number)
        if found is None:
            found = self._ratings[number] = _given(self._facts.entries, self.day(number))
        return found[0] if scale is Scale.REDNESS else found[1]

    def baseline(self, scale: Scale) -> int:
        """The baseline of one scale."""
        return self._facts.baseline.of(scale)

    def high_line(self, scale: Scale, number: int) -> float:
        """h(n), baseline in."""
        key = (scale, number)
        if key not in self._highs:
            expected = self._facts.curve.on_day(scale, self._treatment.depth_class, number, self.baseline(scale))
            self._highs[key] = expected.high
        return self._highs[key]

    # product, "Exact meanings": every function below is one sentence of it

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
            reading.note(scale.value, self.day(lowest[1]), lowest[0])
            if lowest[0] <= at_most:
                return State.MET
        gaps = [day for rating, day in earlier if rating is None]
        for day in gaps:
            reading.miss(scale.value, self.day(day))
        return State.UNKNOWN if gaps else State.NOT_MET

    def previous(self, scale: Scale, number: int) -> int | None:
        """The latest earlier day with a rating, at most 3 days back (8 after day 14)."""
        furthest = NEAR_GAP if number <= NEAR_TO_DAY else FAR_GAP
        for day in range(number - 1, max(number - furthest, 0) - 1, -1):
            if self.rating(scale, day) is not None:
                return day
        return None

    def pair(self, scale: Scale, number: int, reading: Reading) -> State:
        """Whether there is a pair: up at this check-in and the one before, by 3 at one of them."""
        before = self.previous(scale, number)
        part = EarlierPart(PAIR_FROM_DAY, self.up)
        steps = [self._before(scale, before, number, part, rise, reading) for rise in (2, 3)]
        return State.both(
            self.up(scale, number, 2, reading), steps[0], State.either(self.up(scale, number, 3, reading), steps[1])
        )

    def high(self, number: int, above: int, reading: Reading) -> State:
        """Whether redness is high on day n, by d above the baseline."""
        rating = self._read(Scale.REDNESS, number, reading)
        if rating is None:
            return State.UNKNOWN
        least = self.baseline(Scale.REDNESS) + above
        if number < NEAR_TO_DAY:
            least = max(least, LEAST_REDNESS_BEFORE_DAY_14)
        is_high = rating >= least and rating > self.high_line(Scale.REDNESS, number)
        return State.MET if is_high else State.NOT_MET

    def persisting(self, number: int, reading: Reading) -> State:
        """still-red: high twice with one by 3, or at three check-ins in a row, all from day 6 on."""
        before = self.previous(Scale.REDNESS, number)
        third = None if before is None else self.previous(Scale.REDNESS, before)

        part = EarlierPart(PERSISTING_FROM_DAY, self._high_of)

        def earlier(day: int | None, above: int) -> State:
            return self._before(Scale.REDNESS, day, number, part, above, reading)

        now = self.high(number, 2, reading)
        twice = State.both(now, earlier(before, 2), State.either(self.high(number, 3, reading), earlier(before, 3)))
        thrice = State.both(now, earlier(before, 2), earlier(third, 2))
        return State.either(twice, thrice)

    def strong(self, scale: Scale, number: int, rating_from: int, above_line: int, reading: Reading) -> State:
        """A very high rating, or on day 1 or 2 one far above the high line."""
        rating = self._read(scale, number, reading)
        if rating is None:
            return State.UNKNOWN
        far = number in (1, 2) and rating > self.high_line(scale, number) + above_line
        return State.MET if rating >= rating_from or far else State.NOT_MET

    def _high_of(self, _scale: Scale, number: int, above: int, reading: Reading) -> State:
        return self.high(number, above, reading)

    def _before(
        self, scale: Scale, day: int | None, number: int, part: "EarlierPart", amount: int, reading: Reading
    ) -> State:
        """An earlier check-in's part: unknown without one, or when a missing day after it could change it."""
        if day is None:
            for gap in range(max(0, number - (NEAR_GAP if number <= NEAR_TO_DAY else FAR_GAP)), number):
                reading.miss(scale.value, self.day(gap))
            return State.UNKNOWN
        state = part.judge(scale, day, amount, reading) if day >= part.from_day else State.NOT_MET
        gaps = [gap for gap in range(day + 1, number) if self.rating(scale, gap) is None]
        if state is not State.NOT_MET or not gaps:
            return state
        for gap in gaps:
            reading.miss(scale.value, self.day(gap))
        return State.UNKNOWN

    def _read(self, scale: Scale, number: int, reading: Reading) -> int | None:
        rating = self.rating(scale, number)
        if rating is None:
            reading.miss(scale.value, self.day(number))
            return None
        if not isinstance(reading, SilentReading):
            reading.note(scale.value, self.day(number), rating)
            reading.note(f"{scale.value}-high", self.day(number), round(self.high_line(scale, number), 6))
            reading.note_baseline(scale, self.baseline(scale))
        return rating


def _given(entries: Mapping[date, Entry], day: date) -> tuple[int | None, int | None]:
    entry = entries.get(day)
    if entry is None or entry.recorded is Recorded.RECALLED:
        return None, None
    return entry.redness, entry.sensitivity
