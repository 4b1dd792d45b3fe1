"""Real journal files for the tests of the store: opened, filled, looked into."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from journal import changes
from journal.domain.entry import Answers
from journal.domain.facts import Facts, Profile
from journal.domain.photo import PreparedPhoto, View
from journal.domain.ratings import IrritationLook
from journal.domain.record import Record, build_record
from journal.domain.treatment import Slot, Treatment
from journal.store.journal_store import JournalStore
from journal.store.key import Key
from tests.builders import default_curve, default_plan

NOW = datetime(2026, 11, 23, 20, 15, 30, 123456, tzinfo=UTC)
TODAY = NOW.date()
FIRST = date(2026, 11, 20)


def load(store: JournalStore) -> Facts:
    return store.load(default_plan(), default_curve())


def reread(path: Path) -> Record:
    """What another process would read."""
    with opened(path) as (_, record):
        return record


def content(record: Record) -> tuple[object, ...]:
    """All that a journal says, comparable."""
    facts = record.facts
    return (
        facts.plan,
        facts.plan_uses,
        facts.acknowledgements,
        facts.baseline,
        facts.profile,
        facts.treatments,
        dict(facts.entries),
        tuple(record.photos),
    )


@contextmanager
def opened(path: Path, key: Key | None = None) -> Iterator[tuple[JournalStore, Record]]:
    store, record = changes.open_journal(path, create=True, key=key)
    try:
        yield store, record
    finally:
        store.close()


def prepared(content: bytes = b"a picture", **more: Any) -> PreparedPhoto:
    values: dict[str, Any] = {
        "original": content,
        "display": b"display of " + content,
        "thumbnail": b"thumbnail of " + content,
        "width": 1200,
        "height": 1600,
        "captured_at": datetime(2026, 11, 21, 19, 5),
        "sha256": hashlib.sha256(content).hexdigest(),
        "media_type": "image/heic",
        "name": "IMG_1.HEIC",
    }
    return PreparedPhoto(**{**values, **more})


def filled(path: Path, now: datetime = NOW, key: Key | None = None) -> Record:
    """A journal with something of everything in it: versions, bins, a given clock, a photo kept and one removed."""
    with opened(path, key) as (store, empty):
        record = empty

        def make(change: changes.Change, **more: Any) -> None:
            nonlocal record
            record, _ = changes.perform(store, record, change, now, **more)

        make(changes.set_baseline(record, 1, 0, now))
        make(changes.set_baseline(record, 2, 1, now), clock_given=True)
        look = IrritationLook.DARKER
        make(changes.set_profile(record, Profile(irritation_look=look, name="Ö", questions=("May I?",), welcomed=True)))
        for treatment in (
            Treatment(at=datetime(2026, 9, 1, 12, tzinfo=UTC), slot=Slot.MORNING, areas=("cheeks",), add_ons=("prp",)),
            Treatment(at=datetime(2026, 11, 20, 14, tzinfo=UTC), depth_mm=1.5, provider="Clinic", note="ok\n=1+1"),
            Treatment(at=datetime(2026, 10, 1, 14, tzinfo=UTC), depth_mm=2.5, rf=True),
        ):
            make(changes.add_treatment(record, treatment, now))
        make(changes.remove_treatment(record, 2))
        answers = Answers(redness=6, habits={"exercise": True, "sauna": False}, symptoms=frozenset({"peeling", "pus"}))
        make(changes.log(record, FIRST, answers, now))
        make(
            changes.log(record, FIRST, Answers(redness=4, sensitivity=2, note='says "ä", 日本'), now), clock_given=True
        )
        make(changes.log(record, TODAY, Answers(symptoms=frozenset()), now))
        make(changes.log(record, date(2026, 11, 22), Answers(redness=3), now))
        make(changes.unlog(record, date(2026, 11, 22), (), now))
        kept = changes.keep_photo(store, prepared(), FIRST, View.LEFT, now)
        binned = changes.keep_photo(store, prepared(b"another", media_type="image/jpeg"), TODAY, View.FRONT, now)
        for photo in (kept, binned):
            record = changes.adopted(record, changes.photo_added(photo))
        make(changes.remove_photo(record, binned.id))
        return build_record(record.facts)
