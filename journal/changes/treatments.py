"""Changes to treatments."""

from dataclasses import replace
from datetime import datetime

from journal.changes.change import Change, What
from journal.changes.checks import clean
from journal.clock import in_local_zone
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.record import Record
from journal.domain.treatment import SLOT_HOURS, Treatment, checked_depth


def add_treatment(record: Record, treatment: Treatment, now: datetime) -> Change:
    """Raises ``ValueRefused`` for a depth outside 0.1 to 6, a time after now (a slot: not yet begun), a time taken."""
    new = _checked_treatment(record, replace(treatment, id=0, number=0))
    _refuse_treatment_after(new, now)
    return Change(what=What.TREATMENT_ADDED, day=new.day, treatments=((None, new),))


def change_treatment(record: Record, number: int, treatment: Treatment, now: datetime) -> Change:
    """Replace treatment ``number`` by another; its id stays. Its time is held against now only when it changes."""
    before = _treatment(record, number)
    after = _checked_treatment(record, replace(treatment, id=before.id, number=before.number))
    if (after.at, after.slot) != (before.at, before.slot):
        _refuse_treatment_after(after, now)
    return Change(what=What.TREATMENT_CHANGED, day=after.day, treatments=((before, after),))


def remove_treatment(record: Record, number: int) -> Change:
    """Take a treatment away. Raises ``ValueRefused`` when there is none of that number."""
    before = _treatment(record, number)
    return Change(what=What.TREATMENT_REMOVED, day=before.day, treatments=((before, None),))


def _treatment(record: Record, number: int) -> Treatment:
    for treatment in record.treatments:
        if treatment.number == number:
            return treatment
    raise ValueRefused(Refusal.NO_TREATMENT, number)


def _checked_treatment(record: Record, treatment: Treatment) -> Treatment:
    at = in_local_zone(treatment.at)
    if treatment.slot is not None:
        at = at.replace(hour=SLOT_HOURS[treatment.slot][1], minute=0, second=0, microsecond=0)
    for other in record.treatments:
        if other.at == at and other.id != treatment.id:
            raise ValueRefused(Refusal.SAME_INSTANT, at)
    return replace(
        treatment,
        at=at,
        depth_mm=None if treatment.depth_mm is None else float(checked_depth(treatment.depth_mm)),
        areas=tuple(map(clean, treatment.areas)),
        add_ons=tuple(map(clean, treatment.add_ons)),
        provider=clean(treatment.provider),
        note=clean(treatment.note),
    )


def _refuse_treatment_after(treatment: Treatment, now: datetime) -> None:
    begins = treatment.at
    if treatment.slot is not None:
        begins = begins.replace(hour=SLOT_HOURS[treatment.slot][0])
    if begins > now:
        raise ValueRefused(Refusal.TREATMENT_AFTER_NOW, treatment.at)
