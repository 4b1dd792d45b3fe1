"""What the findings of a day come to: something says to call, nothing does, or what is not known. No sentences.

Every place that would say something reassuring of a day asks here first: with an unknown warning rule it is not clear.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.domain.entry import Recorded
from journal.domain.findings import Finding, State
from journal.domain.plan import Kind, Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record

WARNING_KINDS = frozenset({Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING, Kind.SYMPTOM})


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySense:
    """The flags worth a place of their own, those only in force, and the warning rules that could not be judged.

    ``open_scales`` are ratings of the day itself that one of these needs, ``late_scales`` those that were given too
    late to count; ``gap_days`` earlier days whose rating one would have needed.
    """

    met: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    in_force: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    says_call: bool
    signs_not_asked: bool
    open_scales: tuple[Scale, ...]
    late_scales: tuple[Scale, ...]
    gap_days: tuple[date, ...]

    @property
    def is_unknown(self) -> bool:
        """Whether a warning rule could not be judged."""
        return bool(self.unknown)

    @property
    def is_clear(self) -> bool:
        """Whether every warning rule was judged and nothing met says to call. The most that can be said of a day."""
        return not self.unknown and not self.says_call


def day_sense(record: Record, day: date) -> DaySense:
    """What the day's findings come to."""
    flags = record.flags(day)
    met = tuple(finding for finding in flags if finding.is_met)
    only_in_force = tuple(finding for finding in flags if not finding.is_met)
    unknown = unknown_warnings(record, day)
    missing = [key.partition("@") for finding in unknown for key in finding.missing]
    ratings = {(what, date.fromisoformat(iso)) for what, _, iso in missing if what in set(Scale)}
    wanted = tuple(scale for scale in Scale if (scale, day) in ratings)
    late = tuple(scale for scale in wanted if _is_late(record, day, scale))
    return DaySense(
        met=met,
        notes=tuple(finding for finding in only_in_force if finding.rule.kind is Kind.NOTE),
        in_force=tuple(finding for finding in only_in_force if finding.rule.kind is not Kind.NOTE),
        unknown=unknown,
        says_call=any(finding.tier >= Tier.CALL for finding in met),
        signs_not_asked=any(what not in set(Scale) for what, _, _ in missing),
        open_scales=tuple(scale for scale in wanted if scale not in late),
        late_scales=late,
        gap_days=tuple(sorted({missed for _, missed in ratings if missed != day})),
    )


def unknown_warnings(record: Record, day: date) -> tuple[Finding, ...]:
    """The warning rules that could not be judged on the day."""
    return unknown_of(record.explain(day))


def unknown_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The warning rules among them that could not be judged."""
    return tuple(
        finding for finding in findings if finding.state is State.UNKNOWN and finding.rule.kind in WARNING_KINDS
    )


def _is_late(record: Record, day: date, scale: Scale) -> bool:
    entry = record.entry(day)
    return entry is not None and entry.rating(scale) is not None and entry.recorded is Recorded.RECALLED
