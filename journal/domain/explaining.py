"""What a finding rests on: the values that met it, since when, what would clear it, what is missing. No sentences.

Nothing is judged here: the judges are asked of the days around, and of a next check-in as it might be.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from journal.domain import rules
from journal.domain.clearing import Clearing, clearing_of
from journal.domain.entry import Entry, Recorded
from journal.domain.facts import Facts
from journal.domain.findings import Finding, State, Value
from journal.domain.plan import Kind
from journal.domain.ratings import LOWEST, Scale
from journal.domain.rules import RATING_KINDS
from journal.domain.windows import ONE_DAY

RISEN_KINDS = frozenset({Kind.UP, Kind.RISING})
MOST_UNKNOWN = 8
"""A run of met days is not followed back over more days than these that cannot be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One value that was looked at. ``high`` is the rule's high line of that day where the rating was held against it;
    a rating without one is the lowest before.
    """

    what: str
    day: date
    value: Value
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The first day of the run of days on which the rule is met, and the days of the run that cannot be judged."""

    first: date
    unknown: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What was needed and not given, on which days. ``is_recalled``: it was given, but so late that it does not count.

    ``what`` is a scale, a habit, or ``symptoms``.
    """

    what: str
    days: tuple[date, ...]
    is_recalled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A finding with all that follows from it. ``since`` and ``clearing`` are None where there is nothing to clear."""

    finding: Finding
    checks: tuple[Check, ...]
    baselines: Mapping[Scale, int]
    since: Since | None = None
    clearing: Clearing | None = None
    gaps: tuple[Gap, ...] = ()


def explained(facts: Facts, finding: Finding, today: date) -> Explanation:
    """What the finding rests on; ``today`` tells which check-in is the next one."""
    is_flag = finding.is_flag
    return Explanation(
        finding=finding,
        checks=_checks(facts, finding),
        baselines=MappingProxyType({scale: facts.baseline.of(scale) for scale in Scale}),
        since=_since(facts, finding) if finding.is_met else None,
        clearing=clearing_of(facts, finding, today) if is_flag else None,
        gaps=gaps_of(facts, finding),
    )


def _since(facts: Facts, finding: Finding) -> Since:
    first, pending, unknown = finding.day, list[date](), list[date]()
    for earlier in rules.judged(facts, finding.rule, _days_back(facts, finding.day)):
        if earlier.state is State.NOT_MET or len(pending) == MOST_UNKNOWN:
            break
        if earlier.state is State.UNKNOWN:
            pending.append(earlier.day)
            continue
        first = earlier.day
        unknown += pending
        pending = []
    return Since(first=first, unknown=tuple(sorted(unknown)))


def _days_back(facts: Facts, day: date) -> Iterator[date]:
    """The days before, back to the treatment; before the first treatment without end."""
    start = max((treatment.day for treatment in facts.treatments if treatment.day <= day), default=date.min)
    while day > start:
        day -= ONE_DAY
        yield day


def _checks(facts: Facts, finding: Finding) -> tuple[Check, ...]:
    """The values in order of days; of a rule that is met only those that met it."""
    values = finding.values
    found = []
    for key, value in values.items():
        what, _, iso = key.partition("@")
        if not iso or what.endswith("-high"):
            continue
        high = values.get(f"{what}-high@{iso}")
        day = date.fromisoformat(iso)
        found.append(Check(what=what, day=day, value=value, high=None if high is None else float(high)))
    if finding.is_met:
        found = list(_that_met(facts, finding, found))
    return tuple(sorted(found, key=lambda check: (check.day, check.what)))


def _that_met(facts: Facts, finding: Finding, checks: Collection[Check]) -> Iterator[Check]:
    scales = _deciding(facts, finding) if finding.rule.kind in RATING_KINDS else tuple(Scale)
    by_line = finding.rule.kind in RATING_KINDS - {Kind.STRONG}
    lowest = _lowest_before(checks) if finding.rule.kind in RISEN_KINDS else {}
    for check in checks:
        if check.what not in set(Scale):
            if check.value is not False or finding.rule.kind is Kind.DO:
                yield check
        elif check.what in scales:
            if check is lowest.get(check.what):
                yield replace(check, high=None)
            elif not (by_line and check.high is not None and check.value <= check.high):
                yield check


def _lowest_before(checks: Iterable[Check]) -> Mapping[str, Check]:
    """By scale the lowest rating, the earliest of equal ones. It may be that of a check-in that is not up itself."""
    found: dict[str, Check] = {}
    for check in sorted(checks, key=lambda check: (check.value, check.day)):
        found.setdefault(check.what, check)
    return found


def _deciding(facts: Facts, finding: Finding) -> tuple[Scale, ...]:
    """The scales that meet the rule by themselves; both when only both together do."""
    alone = tuple(scale for scale in Scale if _is_met_by(facts, finding, scale))
    return alone or tuple(Scale)


def _is_met_by(facts: Facts, finding: Finding, scale: Scale) -> bool:
    entries = {
        day: _with_other_at_lowest(entry, scale)
        for day in (finding.day, *_days_back_in_course(facts, finding.day))
        if (entry := facts.entries.get(day)) is not None
    }
    found = next(rules.judged(replace(facts, entries=entries), finding.rule, [finding.day]))
    return found.is_met


def _with_other_at_lowest(entry: Entry, scale: Scale) -> Entry:
    if scale is Scale.REDNESS:
        return replace(entry, sensitivity=None if entry.sensitivity is None else LOWEST)
    return replace(entry, redness=None if entry.redness is None else LOWEST)


def _days_back_in_course(facts: Facts, day: date) -> Iterator[date]:
    return _days_back(facts, day) if any(treatment.day <= day for treatment in facts.treatments) else iter(())


def gaps_of(facts: Facts, finding: Finding) -> tuple[Gap, ...]:
    """What was missing, each with its days, what was given too late by itself."""
    found: dict[tuple[str, bool], list[date]] = {}
    for key in finding.missing:
        what, _, iso = key.partition("@")
        day = date.fromisoformat(iso)
        found.setdefault((what, _is_recalled(facts, what, day)), []).append(day)
    return tuple(
        Gap(what=what, days=tuple(sorted(days)), is_recalled=is_recalled) for (what, is_recalled), days in found.items()
    )


def nearest_gaps(facts: Facts, findings: Iterable[Finding], day: date) -> tuple[Gap, ...]:
    """What several rules lack together, each thing once: of the day itself if anything, else of the days before."""
    found: dict[tuple[str, bool], set[date]] = {}
    for gap in (gap for finding in findings for gap in gaps_of(facts, finding)):
        found.setdefault((gap.what, gap.is_recalled), set()).update(gap.days)
    own = {key: {day} for key, days in found.items() if day in days}
    return tuple(
        Gap(what=what, days=tuple(sorted(days)), is_recalled=is_recalled)
        for (what, is_recalled), days in (own or found).items()
    )


def _is_recalled(facts: Facts, what: str, day: date) -> bool:
    entry = facts.entries.get(day)
    if entry is None or what not in set(Scale):
        return False
    return entry.rating(Scale(what)) is not None and entry.recorded is Recorded.RECALLED
