"""The bin in a journal's file: photos and treatments by their mark, removed entries by their versions. Only reads.

A version that nothing came after is an entry that was removed. One that was moved to another day, or brought back by an
undo, was not; one whose day was logged anew is gone from the bin's list but still removed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from journal.domain.bin import BinItem, Marks
from journal.domain.photo import Photo
from journal.domain.treatment import Treatment
from journal.store import photo_rows, rows
from journal.store.rows import Row

if TYPE_CHECKING:
    from journal.store.journal_store import JournalStore

Fact = TypeVar("Fact", Photo, Treatment)

ENTERED_AT = rows.ENTRY.columns.index("entered_at")
SAVED_AT = rows.ENTRY.columns.index("saved_at")
EDITED = rows.ENTRY.columns.index("edited")
_NOTHING = (None, None, "{}", "[]", 0, "")
"""Redness to note of a row that is kept only because it says that it was edited."""


@dataclass(frozen=True, slots=True)
class State:
    """An entry as it stood in the file for a while. ``version`` and ``until`` are None for what stands there now."""

    row: Row
    version: int | None
    until: str | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it."""
        return self.row[1 : 1 + len(_NOTHING)] == _NOTHING

    def says_as(self, other: "State", *, besides: tuple[int, ...] = ()) -> bool:
        """Whether both hold the same, whenever they were saved."""
        return all(self.row[at] == other.row[at] for at in range(SAVED_AT) if at not in besides)


Life = tuple[State, ...]
"""The states of one entry on one day, from its first saving on. The last one says something."""


@dataclass(frozen=True, slots=True)
class Removed:
    """One removed thing with what else must go with it: the ids of its versions, and what tells it in other files."""

    item: BinItem
    versions: frozenset[int]
    marks: Marks
    can_come_back: bool


def removed(store: "JournalStore") -> tuple[Removed, ...]:
    """All that was removed, oldest first; within a snapshot. Raises ``JournalUnavailable``."""
    found = [*_entries(store), *_photos(store), *_treatments(store)]
    return tuple(sorted(found, key=lambda one: (one.item.removed_at, one.item.kind, one.item.row_id)))


def _photos(store: "JournalStore") -> Iterator[Removed]:
    for photo, row in _marked(store, rows.PHOTO, photo_rows.photo_of):
        item = BinItem(row_id=photo.id, what=photo, removed_at=rows.moment_of(row[-1]))
        yield Removed(item, frozenset(), Marks(photos=frozenset({photo.sha256})), can_come_back=True)


def _treatments(store: "JournalStore") -> Iterator[Removed]:
    for treatment, row in _marked(store, rows.TREATMENT, rows.treatment_of):
        item = BinItem(row_id=treatment.id, what=treatment, removed_at=rows.moment_of(row[-1]))
        told = frozenset({(treatment.id, str(row[1]), treatment.note)})
        yield Removed(item, frozenset(), Marks(treatments=told), can_come_back=True)


def _marked(store: "JournalStore", table: rows.Table, decode: Callable[[Row], Fact]) -> list[tuple[Fact, Row]]:
    return [(decode(row), row) for row in store.stored(table) if row[-1] is not None]


def _entries(store: "JournalStore") -> Iterator[Removed]:
    """Entries that were removed, each with all its states and those of the days that it was moved from."""
    days = _days(store)
    ended: list[tuple[Life, State]] = []
    living: list[State] = []
    for states in days.values():
        for life, is_over in _lives(states):
            if is_over:
                ended.append((life, life[-1]))
            else:
                living += life
    known: defaultdict[object, list[State]] = defaultdict(list)
    for state in (*(state for life, _ in ended for state in life), *living):
        known[state.row[SAVED_AT]].append(state)
    moved = {id(life): _moved_to(last, known[last.until]) for life, last in ended}
    for life, last in ended:
        if moved[id(life)] is None:
            states = _with_origins(life, ended, moved)
            yield _removed_entry(last, states, living, can_come_back=_is_free(days[str(last.row[0])]))


def _days(store: "JournalStore") -> Mapping[str, list[State]]:
    """By day: every state that its entry was ever in, in order."""
    days: defaultdict[str, list[State]] = defaultdict(list)
    for row in store.stored(rows.ENTRY_VERSION):
        days[str(row[1])].append(State(row[1:-2], rows.whole(row[0]), str(row[-2])))
    for row in store.stored(rows.ENTRY):
        days[str(row[0])].append(State(row, None, None))
    return days


def _lives(states: list[State]) -> Iterator[tuple[Life, bool]]:
    """The lives that were lived on one day, and whether each is over."""
    life: list[State] = []
    for at, state in enumerate(states):
        life.append(state)
        if state.is_empty:
            continue
        is_over = state.until is not None and _ends(state, states[at + 1 :])
        if is_over or at == len(states) - 1:
            yield tuple(life), is_over
            life = []


def _ends(state: State, later: list[State]) -> bool:
    if not later:
        return True
    then = next((each for each in later if not each.is_empty), None)
    if then is not None and state.says_as(then):
        return False  # taken away, and brought back by an undo
    return later[0].is_empty or later[0].row[ENTERED_AT] != state.row[ENTERED_AT]


def _moved_to(last: State, saved_then: Iterable[State]) -> State | None:
    """The same entry on the day that it was moved to in that very moment."""
    others = (other for other in saved_then if other.row[0] != last.row[0])
    return next((other for other in others if other.says_as(last, besides=(0, EDITED))), None)


def _with_origins(life: Life, ended: list[tuple[Life, State]], moved: Mapping[int, State | None]) -> list[State]:
    """A life's states with those of the lives that moved into it, one after the other."""
    states = list(life)
    taken = {id(life)}
    is_growing = True
    while is_growing:
        is_growing = False
        for other, _ in ended:
            if id(other) not in taken and any(moved[id(other)] is state for state in states):
                states += other
                taken.add(id(other))
                is_growing = True
    return states


def _is_free(states: list[State]) -> bool:
    return states[-1].until is not None or states[-1].is_empty


def _removed_entry(last: State, states: list[State], living: list[State], *, can_come_back: bool) -> Removed:
    if last.version is None or last.until is None:
        raise TypeError(last)
    item = BinItem(row_id=last.version, what=rows.entry_of(last.row), removed_at=rows.moment_of(last.until))
    versions = frozenset(state.version for state in states if state.version is not None)
    told = {_saving(state) for state in states} - {_saving(state) for state in living}
    return Removed(item, versions, Marks(entries=frozenset(told)), can_come_back=can_come_back)


def _saving(state: State) -> tuple[str, str]:
    return str(state.row[0]), str(state.row[SAVED_AT])
