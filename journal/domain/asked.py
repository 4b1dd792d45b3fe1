"""Which check-in a flag asks for: a rule that asks signs at once wants the day after it rated. No sentences."""

from datetime import date, timedelta

from journal.domain.findings import Finding
from journal.domain.record import Record


def check_in_asked(record: Record, day: date) -> tuple[Finding, ...]:
    """The flags of the day before that ask for a check-in on this day; none once it is rated, or in another course."""
    entry = record.entry(day)
    if entry is not None and entry.has_rating:
        return ()
    before = day - timedelta(days=1)
    if record.treatment_on(before) != record.treatment_on(day):
        return ()
    return tuple(finding for finding in record.flags(before) if finding.is_met and finding.rule.asks)


def signs_asked(record: Record, day: date) -> tuple[Finding, ...]:
    """The flags of a day that ask signs at once, while the day's signs were not asked."""
    entry = record.entry(day)
    if entry is not None and entry.symptoms_asked:
        return ()
    return tuple(finding for finding in record.flags(day) if finding.is_met and finding.rule.asks)
