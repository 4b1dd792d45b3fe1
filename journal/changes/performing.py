"""Writing a change in one transaction, and the record that follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from journal.changes.change import Change
from journal.domain.acknowledgement import Acknowledgement
from journal.domain.photo import Photo
from journal.domain.plan_book import PlanUse
from journal.domain.record import Record, build_record, with_acknowledgements, with_entry, with_photos, with_profile
from journal.domain.treatment import Treatment
from journal.store.journal_store import JournalStore
from journal.store.rows import Stamp

Fact = TypeVar("Fact", Treatment, Photo, PlanUse, Acknowledgement)


def perform(
    store: JournalStore, record: Record, change: Change, now: datetime, *, clock_given: bool = False
) -> tuple[Record, Change]:
    """Write the change in one transaction; the new record and the change as written (with new ids).

    A change of nothing writes nothing. Raises ``JournalUnavailable``; then nothing changed.
    """
    if change.is_nothing:
        return record, change
    written = store.write(change, Stamp(at=now, is_given=clock_given))
    made = replace(
        change,
        entries=written.entries,
        photos=written.photos,
        treatments=written.treatments,
        plan_uses=written.plan_uses,
        acknowledgements=written.acknowledgements,
    )
    return adopted(record, made), made


def adopted(record: Record, change: Change) -> Record:
    """The record with a change in it that is already in the file (a photo taken in by a worker)."""
    for before, after in change.entries:
        if (known := after or before) is not None:
            record = with_entry(record, known.day, after)
    if change.photos:
        record = with_photos(record, _swapped({photo.id: photo for photo in record.photos}, change.photos).values())
    if change.profile is not None:
        record = with_profile(record, change.profile[1])
    if change.acknowledgements:
        known_answers = {one.id: one for one in record.facts.acknowledgements}
        record = with_acknowledgements(record, _swapped(known_answers, change.acknowledgements).values())
    if change.treatments or change.plan_uses or change.baseline is not None:
        record = _built_anew(record, change)
    return record


def says_the_same(record: Record, known: Record) -> bool:
    """Whether a record read anew says what is known already. Not known: what was put off and never read."""
    return known.photo_book.is_read and _said(record) == _said(known)


def _said(record: Record) -> tuple[object, ...]:
    facts = record.facts
    return (
        facts.baseline,
        facts.profile,
        facts.plan_uses,
        facts.acknowledgements,
        record.treatments,
        dict(facts.entries),
        record.photos,
    )


def _built_anew(record: Record, change: Change) -> Record:
    facts = record.facts
    treatments = _swapped({treatment.id: treatment for treatment in facts.treatments}, change.treatments)
    uses = _swapped({use.id: use for use in facts.plan_uses}, change.plan_uses)
    return build_record(
        replace(
            facts,
            treatments=tuple(treatments.values()),
            plan_uses=tuple(sorted(uses.values(), key=lambda use: use.id)),
            baseline=facts.baseline if change.baseline is None else change.baseline[1],
        )
    )


def _swapped(facts: Mapping[int, Fact], pairs: Iterable[tuple[Fact | None, Fact | None]]) -> dict[int, Fact]:
    swapped = dict(facts)
    for before, after in pairs:
        if before is not None:
            swapped.pop(before.id, None)
        if after is not None:
            swapped[after.id] = after
    return swapped
