"""Bringing back what lies in the bin."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from journal.changes.change import Change, What
from journal.domain.bin import BinItem, chosen
from journal.domain.entry import Entry
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import Photo
from journal.domain.record import Record
from journal.domain.treatment import Treatment


def bring_back(record: Record, there: Sequence[BinItem], names: Iterable[str]) -> Change:
    """Bring things back as they were when they were removed. ``there`` is all that lies in the bin.

    Raises ``ValueRefused`` for a name that is not there, a day that has an entry by now, a time that has a treatment.
    """
    wanted = [item.what for item in chosen(there, names)]
    entries = [what for what in wanted if isinstance(what, Entry)]
    treatments = [what for what in wanted if isinstance(what, Treatment)]
    taken = {entry.day for entry in record.facts.entries.values() if record.entry(entry.day) is not None}
    at: set[datetime] = {treatment.at for treatment in record.treatments}
    for entry in entries:
        if entry.day in taken:
            raise ValueRefused(Refusal.DAY_TAKEN, entry.day)
        taken.add(entry.day)
    for treatment in treatments:
        if treatment.at in at:
            raise ValueRefused(Refusal.SAME_INSTANT, treatment.at)
        at.add(treatment.at)
    return Change(
        what=What.BROUGHT_BACK,
        day=wanted[0].day if wanted else None,
        entries=tuple((record.facts.entries.get(entry.day), entry) for entry in entries),
        treatments=tuple((None, treatment) for treatment in treatments),
        photos=tuple((None, photo) for photo in wanted if isinstance(photo, Photo)),
    )


def touches(change: Change, gone: Iterable[BinItem]) -> bool:
    """Whether a change speaks of something that was removed for good: then it cannot be undone any more."""
    lost = {(item.kind, item.day if isinstance(item.what, Entry) else item.row_id) for item in gone}
    told: set[tuple[str, object]] = set()
    for kind, pairs in (("photo", change.photos), ("treatment", change.treatments)):
        told |= {(kind, each.id) for pair in pairs for each in pair if each is not None}
    told |= {("entry", each.day) for pair in change.entries for each in pair if each is not None}
    return not told.isdisjoint(lost)
