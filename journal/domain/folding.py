"""What acknowledgements fold or hide on the screen. No finding is changed by one, and none reaches beyond its rule."""

from collections.abc import Iterable, Sequence
from datetime import date

from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.entry import WARNING_SIGNS
from journal.domain.findings import Finding
from journal.domain.plan import Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record, days_between


def treatment_id_on(record: Record, day: date) -> int | None:
    """The id of the latest treatment on or before a day."""
    treatment = record.treatment_on(day)
    return None if treatment is None else treatment.id


def ticked_warning_signs(record: Record, day: date) -> frozenset[str]:
    """The warning signs ticked on a day."""
    entry = record.entry(day)
    return frozenset() if entry is None else entry.symptoms.intersection(WARNING_SIGNS)


def calls_of(record: Record, rule: str, day: date) -> tuple[Acknowledgement, ...]:
    """The calls made for a rule in the course of a day, up to that day, by time."""
    treatment_id = treatment_id_on(record, day)
    found = (
        one
        for one in record.facts.acknowledgements
        if one.kind is AcknowledgementKind.CALLED
        and one.rule == rule
        and one.treatment_id == treatment_id
        and one.day <= day
    )
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def folding_call(record: Record, finding: Finding, until: date | None = None) -> Acknowledgement | None:
    """The latest call that folds a met finding of tier call or above; None while its banner is to be open.

    It unfolds when the tier rises, a rating worsens or a new warning sign is ticked, against what stood at the call, on
    the finding's day or a later one up to ``until``.
    """
    if not finding.is_met or finding.tier < Tier.CALL:
        return None
    calls = calls_of(record, finding.rule.id, finding.day)
    days = tuple(days_between(finding.day, until or finding.day))
    return next((call for call in reversed(calls) if _covers(record, call, finding, days)), None)


def worse_than(record: Record, call: Acknowledgement, day: date) -> tuple[Scale, ...]:
    """The scales rated higher on a day than at a call."""
    return tuple(scale for scale in Scale if _is_worse(record, call, day, scale))


def is_put_aside(record: Record, finding: Finding) -> bool:
    """Whether a finding of tier caution or info was put aside for its treatment; never one that has risen above."""
    if finding.tier > Tier.CAUTION:
        return False
    return aside_of(record, finding.rule.id, treatment_id_on(record, finding.day)) is not None


def aside_of(record: Record, rule: str, treatment_id: int | None) -> Acknowledgement | None:
    """The answer that puts a rule aside for a treatment."""
    return _first(
        one
        for one in record.facts.acknowledgements
        if one.kind is AcknowledgementKind.ASIDE and one.rule == rule and one.treatment_id == treatment_id
    )


def answer_on(record: Record, kind: AcknowledgementKind, day: date) -> Acknowledgement | None:
    """The answer of a kind given for a day (BEFORE, MONTH)."""
    return _first(one for one in record.facts.acknowledgements if one.kind is kind and one.day == day)


def ending_of(record: Record, treatment_id: int) -> Acknowledgement | None:
    """The answer that ended a treatment's daily log."""
    return _first(
        one
        for one in record.facts.acknowledgements
        if one.kind is AcknowledgementKind.ENDED and one.treatment_id == treatment_id
    )


def _covers(record: Record, call: Acknowledgement, finding: Finding, days: Sequence[date]) -> bool:
    if call.tier is None or finding.tier > call.tier:
        return False
    return all(ticked_warning_signs(record, day) <= call.signs and not worse_than(record, call, day) for day in days)


def _is_worse(record: Record, call: Acknowledgement, day: date, scale: Scale) -> bool:
    """Whether a rating is higher than at the call; one that was not given then counts when it is above the range."""
    entry = record.entry(day)
    rating = None if entry is None else entry.rating(scale)
    if rating is None:
        return False
    then = call.rating(scale)
    if then is not None:
        return rating > then
    expected = record.expected(day, scale)
    return expected is not None and rating > expected.high and rating > record.baseline.of(scale) + 1


def _first(found: Iterable[Acknowledgement]) -> Acknowledgement | None:
    return next(iter(found), None)
