"""The bin of one journal: what lies in it, what other files hold of that, and removing it for good.

For the window and the command line alike. Every method opens a connection of its own and may run on any thread.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.bin import KEPT, BinItem, BinKind, Emptied, Marks, expired, is_over
from journal.store import bin as store_bin
from journal.store import database, rows
from journal.store.backups import erasing
from journal.store.bin import Removed
from journal.store.erasing import Doomed
from journal.store.journal_store import JournalStore

if TYPE_CHECKING:
    from journal.store.key import Key


class Emptying:
    """The bin of one journal. ``opener`` gives another connection where this process has the journal open."""

    def __init__(self, journal: Path, key: "Key | None", opener: Callable[[], JournalStore] | None = None) -> None:
        self._journal = journal
        self._key = key
        self._opener = opener

    def items(self) -> tuple[BinItem, ...]:
        """What can be brought back, removed last first. Raises ``JournalUnavailable``."""
        with self._opened() as store:
            return items_of(store)

    def holding(self, names: Collection[str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """The backups that hold something of these, and those that cannot be looked into. Raises as ``items``."""
        with self._opened() as store:
            found = [one for one in _removed(store) if one.item.name in names]
        return erasing.holding(self._journal, _marks(found), self._key)

    def empty(self, names: Collection[str], *, backups: bool) -> Emptied:
        """Remove these for good, with ``backups`` from those too. Raises ``JournalUnavailable``.

        The backups come first: killed between the two, what was removed still lies in the bin and can be removed again.
        """
        with self._opened() as store, erasing.kept_from_backups(self._journal):
            found = [one for one in _removed(store) if one.item.name in names]
            return self._empty(store, found, frozenset(), backups=backups)

    def empty_older(self, now: datetime, kept: timedelta = KEPT, *, backups: bool = False) -> Emptied:
        """Remove for good all that was removed so long ago, answers that were taken back too. Raises as ``empty``."""
        with self._opened() as store, erasing.kept_from_backups(self._journal):
            there = _removed(store)
            old = {item.name for item in expired((one.item for one in there), now, kept)}
            found = [one for one in there if one.item.name in old]
            return self._empty(store, found, _answers(store, now, kept), backups=backups)

    def _empty(self, store: JournalStore, found: list[Removed], answers: frozenset[int], *, backups: bool) -> Emptied:
        marks = _marks(found)
        if backups and marks:
            erasing.take_out(self._journal, marks, self._key)
        doomed = Doomed(
            versions=frozenset().union(*(one.versions for one in found)),
            photos=_ids(found, BinKind.PHOTO),
            treatments=_ids(found, BinKind.TREATMENT),
            answers=answers,
        )
        is_settled = store.erase(doomed) if doomed else True
        held, unread = erasing.holding(self._journal, marks, self._key) if marks else ((), ())
        items = tuple(one.item for one in found)
        return Emptied(items=items, is_in_log=not is_settled, backups=held, unread=unread)

    @contextmanager
    def _opened(self) -> Iterator[JournalStore]:
        store = (
            self._opener()
            if self._opener is not None
            else JournalStore.open(self._journal, create=False, key=self._key)
        )
        try:
            yield store
        finally:
            store.close()


def items_of(store: JournalStore) -> tuple[BinItem, ...]:
    """What can be brought back, removed last first. Raises ``JournalUnavailable``."""
    return tuple(one.item for one in reversed(_removed(store)) if one.can_come_back)


def all_items_of(store: JournalStore) -> tuple[BinItem, ...]:
    """What was removed, those too whose day was logged anew. Raises ``JournalUnavailable``."""
    return tuple(one.item for one in _removed(store))


def _removed(store: JournalStore) -> tuple[Removed, ...]:
    if store.is_new:
        return ()
    with database.snapshot(store.connection, store.path):
        return store_bin.removed(store)


def _marks(found: list[Removed]) -> Marks:
    return reduce(or_, (one.marks for one in found), Marks())


def _ids(found: list[Removed], kind: BinKind) -> frozenset[int]:
    return frozenset(one.item.row_id for one in found if one.item.kind is kind)


def _answers(store: JournalStore, now: datetime, kept: timedelta) -> frozenset[int]:
    """Calls and other answers that were taken back so long ago."""
    if store.is_new:
        return frozenset()
    stored = [row for row in store.stored(rows.ACKNOWLEDGEMENT) if row[-1] is not None]
    return frozenset(rows.whole(row[0]) for row in stored if is_over(rows.moment_of(row[-1]), now, kept))
