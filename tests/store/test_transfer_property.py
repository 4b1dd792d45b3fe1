"""Whatever was done to a journal, it goes out and comes in again the same to the last byte."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journal import changes
from journal.changes import Change
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.errors import JournalError
from journal.domain.photo import View
from journal.domain.plan_file import read_plan
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.emptying import items_of
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, opened, prepared
from tests.store.newer import CLINIC_PLAN
from tests.store.test_transfer import everything, export, take_in

DAYS = st.integers(0, 5).map(lambda back: NOW.date() - timedelta(days=back))
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
RATINGS = st.none() | st.integers(0, 10)
NUMBERS = st.integers(1, 4)
Step = tuple[str, date, Any, Any]
STEPS = st.tuples(st.just("log"), DAYS, RATINGS, TEXTS) | st.tuples(
    st.sampled_from(
        ["unlog", "move", "treat", "untreat", "photo", "unphoto", "flip", "align", "plan", "ended", "back", "baseline"]
    ),
    DAYS,
    NUMBERS,
    st.binary(min_size=1, max_size=40),
)


def change_of(record: Record, store: JournalStore, step: Step) -> Change:
    kind, day, number, more = step
    does: dict[str, Callable[[], Change]] = {
        "log": lambda: changes.log(record, day, Answers(redness=number, note=more, habits={"sauna": True}), NOW),
        "unlog": lambda: changes.unlog(record, day, (), NOW),
        "move": lambda: changes.move_entry(record, day, NOW.date() - timedelta(days=number), NOW),
        "treat": lambda: changes.add_treatment(record, Treatment(at=NOW - timedelta(days=number), depth_mm=0.7), NOW),
        "untreat": lambda: changes.remove_treatment(record, number),
        "unphoto": lambda: changes.remove_photo(record, number),
        "flip": lambda: changes.flip_photo(record, number),
        "align": lambda: changes.align_photo(record, number, Alignment(to=1, scale=0.1 + 0.2, turn=-1 / 3, dx=0, dy=0)),
        "plan": lambda: changes.use_plan(record, read_plan(CLINIC_PLAN, "clinic.toml"), NOW),
        "ended": lambda: changes.ended(record, record.treatments[number - 1], NOW),
        "back": lambda: changes.bring_back(record, items_of(store), [one.name for one in items_of(store)][:number]),
        "baseline": lambda: changes.set_baseline(record, number, 0, NOW),
    }
    return does[kind]()


def do(record: Record, store: JournalStore, step: Step, at: int) -> Record:
    kind, day, _, more = step
    now = NOW + timedelta(minutes=at)
    try:
        if kind == "photo":
            photo = changes.keep_photo(store, prepared(more), day, View.FRONT, now)
            return changes.adopted(record, changes.photo_added(photo))
        record, _ = changes.perform(store, record, change_of(record, store, step), now)
    except (JournalError, IndexError):
        pass  # refused: nothing changed
    return record


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@settings(max_examples=25, deadline=None)
@given(st.lists(STEPS, min_size=1, max_size=25))
def test_out_and_in_again_is_exact(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with opened(folder / "my.journal") as (store, empty):
            record = empty
            for at, step in enumerate(steps):
                record = do(record, store, step, at)
        export(folder / "my.journal", folder / "out")
        take_in(folder / "new.journal", folder / "out")
        export(folder / "new.journal", folder / "again")

        assert files_of(folder / "again") == files_of(folder / "out")
        if (folder / "my.journal").exists():
            assert everything(folder / "new.journal") == everything(folder / "my.journal")
