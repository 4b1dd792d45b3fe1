"""What a person answers beside the log: calls made, flags put aside, the questions between treatments."""

from dataclasses import dataclass
from datetime import date, datetime

from journal.changes.change import Change, What
from journal.changes.checks import clean, refuse_day_after
from journal.clock import in_local_zone
from journal.domain.acknowledgement import MONTH_SIGNS, SKIN_SIGNS, Acknowledgement, AcknowledgementKind
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.findings import Finding
from journal.domain.folding import answer_on, aside_of, ending_of, ticked_warning_signs, treatment_id_on
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.domain.treatment import Treatment

ASKED = {AcknowledgementKind.BEFORE: SKIN_SIGNS, AcknowledgementKind.MONTH: MONTH_SIGNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call as the person tells it: which rule of which day, when, what was said."""

    rule: str
    day: date
    at: datetime
    said: str = ""


def called(record: Record, call: Call, now: datetime, *also: Call) -> Change:
    """Keep that the clinic was called about a flag of tier call or above; ``also``: others that one call was about.

    Raises ``ValueRefused`` when a rule is not met on its day, says less than to call, or the call is still to come.
    """
    new = tuple(_called(record, one, now) for one in (call, *also))
    return Change(what=What.CALLED, day=call.day, acknowledgements=tuple((None, one) for one in new))


def take_back(record: Record, acknowledgement_id: int) -> Change:
    """Take an answer back: a call, something put aside, an ending. Raises ``ValueRefused`` when there is none."""
    for known in record.facts.acknowledgements:
        if known.id == acknowledgement_id:
            what = {AcknowledgementKind.CALLED: What.CALLED, AcknowledgementKind.ASIDE: What.ASIDE}
            return Change(what=what.get(known.kind, What.ANSWERED), day=known.day, acknowledgements=((known, None),))
    raise ValueRefused(Refusal.ANSWER, acknowledgement_id)


def put_aside(record: Record, rule: str, day: date, now: datetime) -> Change:
    """Put a flag of tier caution or info aside for the treatment of its day. Raises ``ValueRefused``."""
    finding = next((one for one in record.flags(day) if one.rule.id == rule), None)
    if finding is None or finding.tier > Tier.CAUTION:
        raise ValueRefused(Refusal.NO_FLAG, rule)
    treatment_id = treatment_id_on(record, day)
    if aside_of(record, rule, treatment_id) is not None:
        return Change(what=What.ASIDE, day=day)
    new = Acknowledgement(
        kind=AcknowledgementKind.ASIDE, day=day, at=now, rule=rule, treatment_id=treatment_id, tier=finding.tier
    )
    return Change(what=What.ASIDE, day=day, acknowledgements=((None, new),))


def take_up(record: Record, rule: str, day: date) -> Change:
    """Bring back what was put aside for the treatment of a day. Raises ``ValueRefused`` when nothing was."""
    known = aside_of(record, rule, treatment_id_on(record, day))
    if known is None:
        raise ValueRefused(Refusal.NO_FLAG, rule)
    return Change(what=What.ASIDE, day=day, acknowledgements=((known, None),))


def answered(record: Record, kind: AcknowledgementKind, day: date, signs: frozenset[str], now: datetime) -> Change:
    """Answer the questions of a day: the skin on the eve of a treatment, or those of the months after the plan.

    Raises ``ValueRefused`` for a sign that is not asked there, or a day still to come.
    """
    refuse_day_after(day, now)
    for sign in signs:
        if sign not in ASKED[kind]:
            raise ValueRefused(Refusal.SYMPTOM, sign, ASKED[kind])
    before = answer_on(record, kind, day)
    after = Acknowledgement(
        kind=kind,
        day=day,
        at=now,
        id=0 if before is None else before.id,
        treatment_id=treatment_id_on(record, day),
        signs=signs,
    )
    if before is not None and before.signs == signs:
        return Change(what=What.ANSWERED, day=day)
    return Change(what=What.ANSWERED, day=day, acknowledgements=((before, after),))


def ended(record: Record, treatment: Treatment, now: datetime) -> Change:
    """End a treatment's daily log. Ending it again changes nothing."""
    if ending_of(record, treatment.id) is not None:
        return Change(what=What.ENDED)
    new = Acknowledgement(kind=AcknowledgementKind.ENDED, day=now.date(), at=now, treatment_id=treatment.id)
    return Change(what=What.ENDED, day=now.date(), acknowledgements=((None, new),))


def _called(record: Record, call: Call, now: datetime) -> Acknowledgement:
    refuse_day_after(call.day, now)
    at = in_local_zone(call.at)
    if at > now:
        raise ValueRefused(Refusal.TIME, at.isoformat(sep=" ", timespec="minutes"))
    finding = _met(record, call.rule, call.day)
    if finding.tier < Tier.CALL:
        raise ValueRefused(Refusal.NO_FLAG, call.rule)
    entry = record.entry(call.day)
    return Acknowledgement(
        kind=AcknowledgementKind.CALLED,
        day=call.day,
        at=at,
        rule=call.rule,
        treatment_id=treatment_id_on(record, call.day),
        tier=finding.tier,
        signs=ticked_warning_signs(record, call.day),
        redness=None if entry is None else entry.redness,
        sensitivity=None if entry is None else entry.sensitivity,
        said=clean(call.said).strip(),
    )


def _met(record: Record, rule: str, day: date) -> Finding:
    for finding in record.flags(day):
        if finding.rule.id == rule and finding.is_met:
            return finding
    raise ValueRefused(Refusal.NO_FLAG, rule)
