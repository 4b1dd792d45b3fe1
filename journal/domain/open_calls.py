"""What asks for a call and is still open, and what has changed since a call. No sentences.

A call that was made folds a banner on the screen only: what is open is open, folded or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal.domain import rules
from journal.domain.acknowledgement import Acknowledgement
from journal.domain.findings import Finding, State
from journal.domain.folding import calls_of, folding_call, ticked_warning_signs, worse_than
from journal.domain.plan import Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record, days_between

OPEN_DAYS = 3
"""A call is open when it was met on the last logged day or within these last days, and no later day says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCall:
    """A finding that asks for a call; ``call`` folds it, None while nobody has called or something got worse since."""

    finding: Finding
    call: Acknowledgement | None

    @property
    def is_folded(self) -> bool:
        """Whether the clinic was called and nothing has got worse since."""
        return self.call is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worse:
    """A rating that is higher than at the call; ``then`` is None when it was not given."""

    scale: Scale
    then: int | None
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceCall:
    """What has got worse since the latest call: the tier, ratings, warning signs that were not ticked then."""

    call: Acknowledgement
    has_risen: bool
    worse: tuple[Worse, ...]
    signs: frozenset[str]


def open_calls(record: Record, day: date) -> tuple[OpenCall, ...]:
    """What asks for a call on a day: met then, or still open from the days before; highest tier first."""
    treatment = record.treatment_on(day)
    first = treatment.day if treatment is not None else record.first_day()
    if first is None or first > day:
        return ()
    return tuple(
        OpenCall(finding=finding, call=folding_call(record, finding, day))
        for finding in open_findings(record, first, day)
    )


def open_findings(record: Record, first: date, last: date) -> tuple[Finding, ...]:
    """The latest finding of each rule of tier call or above that is open at the end of ``last``, highest tier first.

    A day that cannot tell (not rated, not asked) closes nothing.
    """
    latest: dict[str, Finding] = {}
    for day in _days_that_count(record, first, last):
        latest |= {
            finding.rule.id: finding for finding in record.flags(day) if finding.is_met and finding.tier >= Tier.CALL
        }
    found = [finding for finding in latest.values() if not _is_over(record, finding, last)]
    return tuple(sorted(found, key=lambda finding: (-finding.tier, finding.day)))


def since_call(record: Record, finding: Finding, until: date | None = None) -> SinceCall | None:
    """What got worse since the latest call about a finding, up to ``until`` (its own day); None without a call."""
    calls = calls_of(record, finding.rule.id, finding.day)
    if not calls:
        return None
    call = calls[-1]
    worse: dict[Scale, Worse] = {}
    signs: frozenset[str] = frozenset()
    for day in days_between(finding.day, until or finding.day):
        signs |= ticked_warning_signs(record, day) - call.signs
        worse |= {scale: _worse(record, call, day, scale) for scale in worse_than(record, call, day)}
    return SinceCall(
        call=call,
        has_risen=call.tier is not None and finding.tier > call.tier,
        worse=tuple(worse[scale] for scale in Scale if scale in worse),
        signs=signs,
    )


def _worse(record: Record, call: Acknowledgement, day: date, scale: Scale) -> Worse:
    entry = record.entry(day)
    rating = entry.rating(scale) if entry is not None else None
    return Worse(scale=scale, then=call.rating(scale), now=rating or 0)


def _days_that_count(record: Record, first: date, last: date) -> Iterator[date]:
    """The last logged day, when it lies further back, and the last days; the earliest first."""
    start = max(first, last - timedelta(days=OPEN_DAYS - 1))
    logged = next((day for day in _backwards(first, last) if record.entry(day) is not None), None)
    if logged is not None and logged < start:
        yield logged
    yield from days_between(start, last)


def _backwards(first: date, last: date) -> Iterator[date]:
    return (last - timedelta(days=back) for back in range((last - first).days + 1))


def _is_over(record: Record, finding: Finding, last: date) -> bool:
    later = days_between(finding.day + timedelta(days=1), last)
    return any(other.state is State.NOT_MET for other in rules.judged(record.facts, finding.rule, later))
