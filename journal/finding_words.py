"""A finding in full sentences: the values that met it, since when, what would clear it, what is missing, its source.

The same words in the window, on paper and on the command line. QtCore only; every sentence is one template.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.clock import wall_time
from journal.domain.clearing import Clearing, Way
from journal.domain.entry import SYMPTOMS
from journal.domain.explaining import Check, Explanation, Gap, Since, explained
from journal.domain.findings import Finding, State
from journal.domain.plan import Kind
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.domain.rules import RATING_KINDS
from journal.plan_words import plan_mark
from journal.words import listed, lower_first, upper_first

NEAR_DAYS = 6
"""Up to so many days back a weekday alone names a day."""
SHORTEST_RUN = 3


def _say(text: str) -> str:
    return QCoreApplication.translate("finding", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One value with its day, as a table shows it; ``usual`` is where the usual range ended, or empty."""

    day: str
    what: str
    value: str
    usual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding in words, each a whole sentence or empty. ``reasons``: the values, or what is missing, or why none;
    ``is_still_open``: whether a next check-in would clear it.
    """

    title: str
    state: str
    rule: str
    advice: str
    reasons: tuple[str, ...]
    rows: tuple[ValueRow, ...]
    since: str
    clears: str
    is_still_open: bool
    notes: tuple[str, ...]
    source: str
    plan: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What follows the rule and the advice, a sentence each."""
        return tuple(text for text in (*self.reasons, *self.notes, self.since, self.clears) if text)

    @property
    def text(self) -> str:
        """The whole as text, to be copied."""
        head = (f"{self.title}. {self.rule}", self.advice)
        return "\n".join(text for text in (*head, *self.lines, self.source, self.plan) if text)


def told(finding: Finding, record: Record, now: datetime) -> Told:
    """The finding in words; ``now`` tells which check-in is the next one, and the wall time of ends."""
    explanation = explained(record.facts, finding, now.date())
    teller = _Teller(explanation, record, now)
    tier = words.tier_word(finding.flag_tier)
    return Told(
        title=upper_first(tier if finding.is_flag else words.state_word(finding.state)),
        state=state_line(finding),
        rule=finding.rule.text,
        advice=finding.advice,
        reasons=tuple(teller.reasons()),
        rows=tuple(teller.rows()),
        since=teller.since(),
        clears=teller.clears(),
        is_still_open=_is_open(explanation.clearing),
        notes=tuple(teller.notes()),
        source=_say("Source: {source}").format(source=finding.rule.source),
        plan=plan_mark(record.plan_on(finding.day)),
    )


def state_line(finding: Finding) -> str:
    """Such as "Met", "Not met, in force"."""
    state = upper_first(words.state_word(finding.state))
    return _say("{state}, in force").format(state=state) if finding.in_force else state


def missing_sentences(gaps: Iterable[Gap], record: Record, day: date) -> tuple[str, ...]:
    """What cannot be judged, and for want of what; the two scales in one sentence where their days are the same."""
    merged: dict[tuple[bool, tuple[date, ...]], list[str]] = {}
    rest = []
    for gap in gaps:
        if gap.what in set(Scale):
            merged.setdefault((gap.is_recalled, gap.days), []).append(_name(gap.what, record))
        else:
            rest.append(_missing_answer(gap, record, day))
    return (*(_missing_rating(names, *key, day) for key, names in merged.items()), *rest)


def _missing_rating(names: Sequence[str], is_recalled: bool, days: tuple[date, ...], day: date) -> str:  # noqa: FBT001 a key taken apart
    if is_recalled:
        text = _say("Cannot be judged: {scales} of {days} came too late to count (filled in later).")
    elif len(names) == 1:
        text = _say("Cannot be judged: {scales} was not rated on {days}.")
    else:
        text = _say("Cannot be judged: {scales} were not rated on {days}.")
    return text.format(scales=listed(names), days=days_named(days, day))


def _missing_answer(gap: Gap, record: Record, day: date) -> str:
    days = days_named(gap.days, day)
    if gap.what in SYMPTOMS or gap.what == "symptoms":
        return _say("Cannot be judged: the signs were not asked on {days}.").format(days=days)
    text = _say("Cannot be judged: {habit} was not answered on {days}.")
    return text.format(habit=_name(gap.what, record), days=days)


def day_named(day: date, near: date) -> str:
    """A day inside a sentence: "Tuesday" in the week up to ``near``, else "Tuesday 24 November"."""
    return words.weekday_name(day) if 0 <= (near - day).days <= NEAR_DAYS else words.long_day(day)


def days_named(days: Sequence[date], near: date) -> str:
    """Days inside a sentence, three or more in a row as "Monday to Thursday"."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return listed(name for run in runs for name in _run_named(run, near))


def _run_named(run: Sequence[date], near: date) -> Iterator[str]:
    if len(run) < SHORTEST_RUN:
        yield from (day_named(day, near) for day in run)
    else:
        text = _say("{first} to {last}")
        yield text.format(first=day_named(run[0], near), last=day_named(run[-1], near))


def _name(what: str, record: Record) -> str:
    """The name inside a sentence of a scale, a sign or a habit."""
    return lower_first(_heading(what, record))


def _heading(what: str, record: Record) -> str:
    if what in set(Scale):
        return words.scale_name(Scale(what), record.profile.irritation_look)
    return words.symptom_name(what) if what in SYMPTOMS else words.habit_name(what, record.habit_names)


class _Teller:
    """The sentences of one explanation."""

    def __init__(self, explanation: Explanation, record: Record, now: datetime) -> None:
        self._told = explanation
        self._finding = explanation.finding
        self._record = record
        self._now = now

    def reasons(self) -> Iterator[str]:
        """What met it or not, what is missing, or why nothing was looked at."""
        if self._finding.state is State.UNKNOWN:
            yield from missing_sentences(self._told.gaps, self._record, self._finding.day)
            return
        checks = self._told.checks
        if self._finding.rule.kind in (Kind.AVOID, Kind.DO) and self._finding.is_met:
            yield self._done()
            return
        for scale in Scale:
            rated = [check for check in checks if check.what == scale]
            if rated:
                yield self._ratings(scale, rated)
        yield from self._answers([check for check in checks if check.what not in set(Scale)])
        if not checks:
            yield self._not_looked_at()

    def rows(self) -> Iterator[ValueRow]:
        """The ratings day by day, where there is more than one day to compare."""
        rated = [check for check in self._told.checks if check.what in set(Scale)]
        if self._finding.state is State.UNKNOWN or len(rated) < 2:
            return
        for check in rated:
            yield ValueRow(
                day=_say("{weekday} {day}").format(weekday=words.weekday(check.day), day=words.short_day(check.day)),
                what=_heading(check.what, self._record),
                value=words.number(check.value),
                usual=self._usual_on(check),
            )

    def since(self) -> str:
        """Since when, and which days of the run cannot be judged; habits are told with their day."""
        since = self._told.since
        if since is None or self._finding.rule.kind in (Kind.AVOID, Kind.DO):
            return ""
        return since_sentence(since, self._finding.day)

    def clears(self) -> str:
        """What would clear it."""
        clearing = self._told.clearing
        if clearing is None:
            return ""
        match clearing.way:
            case Way.RATINGS:
                return self._clears_by_ratings(clearing)
            case Way.SIGNS:
                signs = self._names(clearing.signs)
                text = _say("It clears when the answer at the next check-in, {day}, is no: {signs}.")
                return text.format(day=_long(clearing.day), signs=signs)
            case Way.OVER:
                return _say("It is over: not met any more on {day}.").format(day=_long(clearing.day))
            case Way.LAST_DAY:
                return _say("It ends by itself: the plan looks at this until {day} only.").format(
                    day=_long(clearing.day)
                )
            case _:
                return self._ends(clearing)

    def notes(self) -> Iterator[str]:
        """What the numbers rest on that was never given; and an advice in force that nothing goes against."""
        finding = self._finding
        if finding.in_force and finding.state is State.NOT_MET and finding.rule.kind is not Kind.NOTE:
            yield _say("This advice holds on that day. Nothing you logged goes against it.")
        counts = any(check.high is not None for check in self._told.checks)
        if counts and self._record.baseline.given_at is None:
            yield _say("No baseline (an ordinary evening) was given: it counts as 0.")

    def _ratings(self, scale: Scale, rated: Sequence[Check]) -> str:
        day = self._finding.day
        item = _say("{value} on {day}")
        judged = [check for check in rated if check.high is not None] or list(rated)
        before = min((check for check in rated if check.high is None), key=_by_value, default=None)
        values = _say(", ").join(
            item.format(value=words.number(check.value), day=day_named(check.day, day)) for check in judged
        )
        if judged[-1].high is None:
            text = _say("{scale} {values}.")
        elif before is None:
            text = _say("{scale} {values}; usual range up to {usual}.")
        else:
            text = _say("{scale} {values}; usual range up to {usual}; lowest before: {lowest} on {before}.")
        return text.format(
            scale=_heading(scale, self._record),
            values=values,
            usual=self._usual_on(judged[-1]),
            lowest=words.number(before.value) if before is not None else "",
            before=day_named(before.day, day) if before is not None else "",
        )

    def _usual_on(self, check: Check) -> str:
        """Where the usual range ended on the check's day, as the curve draws it."""
        high = check.high
        if high is None:
            expected = self._record.expected(check.day, Scale(check.what))
            if expected is None:
                return ""
            high = expected.high
        end = max(high, self._told.baselines[Scale(check.what)] + 1.0)
        return words.range_number(end, float(check.value))

    def _answers(self, checks: Sequence[Check]) -> Iterator[str]:
        """Signs and habits by day and answer."""
        groups: dict[tuple[date, bool], list[str]] = {}
        for check in checks:
            groups.setdefault((check.day, bool(check.value)), []).append(_name(check.what, self._record))
        for (day, is_yes), names in groups.items():
            text = _say("Answered yes on {day}: {names}.") if is_yes else _say("Answered no on {day}: {names}.")
            yield text.format(day=day_named(day, self._finding.day), names=_say("; ").join(names))

    def _done(self) -> str:
        """What was done earlier than advised, or left out, without blame."""
        finding, clearing = self._finding, self._told.clearing
        habit = _heading(finding.rule.habit or "", self._record)
        day = day_named(finding.day, finding.day)
        if finding.rule.kind is Kind.AVOID and clearing is not None and clearing.ends is not None:
            text = _say("{habit} on {day}; your plan says to wait until {end}.")
            return text.format(habit=habit, day=day, end=self._moment(clearing.ends))
        text = _say("{habit}: no on {day}; your plan advises it daily until {end}.")
        return text.format(habit=habit, day=day, end=_long(clearing.day if clearing is not None else None))

    def _clears_by_ratings(self, clearing: Clearing) -> str:
        limits = [(_name(scale, self._record), _limit(most)) for scale, most in clearing.at_most.items()]
        if not limits:
            return _say("It clears with the next check-in, {day}.").format(day=_long(clearing.day))
        if len(limits) == 1:
            text = _say("It clears when {scale} is {most} at the next check-in, {day}.")
            return text.format(scale=limits[0][0], most=limits[0][1], day=_long(clearing.day))
        text = _say("It clears when {scale} is {most} and {other} is {other_most} at the next check-in, {day}.")
        (scale, most), (other, other_most) = limits
        return text.format(scale=scale, most=most, other=other, other_most=other_most, day=_long(clearing.day))

    def _ends(self, clearing: Clearing) -> str:
        if self._finding.is_met:
            return _say("Nothing to make up for: the advice ends by itself.")
        if clearing.ends is None:
            return _say("Advised daily until {day}.").format(day=_long(clearing.day))
        text = _say("The advice ended on {end}.") if clearing.ends <= self._now else _say("The advice ends on {end}.")
        return text.format(end=self._moment(clearing.ends))

    def _not_looked_at(self) -> str:
        rule = self._finding.rule
        if rule.kind is Kind.NOTE and self._finding.in_force:
            return _say("Good to know; there is nothing to judge.")
        if rule.kind in (Kind.AVOID, Kind.DO, Kind.NOTE):
            return _say("Not in force on that day.")
        if self._record.day_number(self._finding.day) is None and rule.kind in RATING_KINDS:
            return _say("Looked at after a treatment only.")
        if rule.to_day is None:
            return _say("Looked at from day {first} after a treatment on.").format(first=rule.from_day)
        return _say("Looked at from day {first} to day {last} after a treatment only.").format(
            first=rule.from_day or 0, last=rule.to_day
        )

    def _names(self, signs: Iterable[str]) -> str:
        """Signs in a row; some of their names hold a comma of their own."""
        return _say("; ").join(_name(sign, self._record) for sign in signs)

    def _moment(self, moment: datetime) -> str:
        wall = wall_time(moment, self._now)
        return _say("{day}, {time}").format(day=words.long_day(wall.date()), time=words.time_of_day(wall))


def since_sentence(since: Since, near: date) -> str:
    """Such as "Since Tuesday 24 November; Wednesday could not be judged."."""
    if not since.unknown:
        return _say("Since {day}.").format(day=words.long_day(since.first))
    text = _say("Since {day}; {days} could not be judged.")
    return text.format(day=words.long_day(since.first), days=days_named(since.unknown, near))


def _is_open(clearing: Clearing | None) -> bool:
    return clearing is not None and clearing.way in (Way.RATINGS, Way.SIGNS)


def _limit(most: int) -> str:
    return words.number(most) if most == 0 else _say("{most} or less").format(most=most)


def _long(day: date | None) -> str:
    return "" if day is None else words.long_day(day)


def _by_value(check: Check) -> float:
    return float(check.value)
