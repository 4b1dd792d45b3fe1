"""What the findings of a day come to: something says to call, nothing does, or what is not known. No sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.domain.findings import Finding, State
from journal.domain.plan import Kind, Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record

WARNING_KINDS = {Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING, Kind.SYMPTOM}


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySense:
    """The flags worth a place of their own, those only in force, and what could not be judged.

    ``open_scales`` are ratings of the day itself that a warning rule needs; ``gap_days`` earlier days whose rating one
    would have needed.
    """

    met: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    in_force: tuple[Finding, ...]
    says_call: bool
    signs_not_asked: bool
    open_scales: tuple[Scale, ...]
    gap_days: tuple[date, ...]

    @property
    def is_unknown(self) -> bool:
        """Whether a warning rule could not be judged."""
        return self.signs_not_asked or bool(self.open_scales or self.gap_days)


def day_sense(record: Record, day: date) -> DaySense:
    """What the day's findings come to."""
    flags = record.flags(day)
    met = tuple(finding for finding in flags if finding.is_met)
    only_in_force = tuple(finding for finding in flags if not finding.is_met)
    unknown = [
        finding
        for finding in record.explain(day)
        if finding.state is State.UNKNOWN and finding.rule.kind in WARNING_KINDS
    ]
    ratings = set(_missing_ratings(unknown))
    return DaySense(
        met=met,
        notes=tuple(finding for finding in only_in_force if finding.rule.kind is Kind.NOTE),
        in_force=tuple(finding for finding in only_in_force if finding.rule.kind is not Kind.NOTE),
        says_call=any(finding.tier >= Tier.CALL for finding in met),
        signs_not_asked=any(finding.rule.kind is Kind.SYMPTOM for finding in unknown),
        open_scales=tuple(scale for scale in Scale if (scale, day) in ratings),
        gap_days=tuple(sorted({missed for _, missed in ratings if missed != day})),
    )


def _missing_ratings(findings: Iterable[Finding]) -> Iterable[tuple[Scale, date]]:
    for finding in findings:
        for key in finding.missing:
            what, _, when = key.partition("@")
            if what in set(Scale) and when:
                yield Scale(what), date.fromisoformat(when)
