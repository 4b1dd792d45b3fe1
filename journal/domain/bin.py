"""What lies in the bin: what, since when, until when; and what tells it in other files. No files, no sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, auto
from pathlib import Path

from journal.domain.entry import Entry
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import Photo
from journal.domain.treatment import Treatment

KEPT = timedelta(days=30)
"""How long something lies in the bin before it is removed for good."""


class BinKind(StrEnum):
    """What can be brought back."""

    ENTRY = auto()
    PHOTO = auto()
    TREATMENT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class BinItem:
    """One thing in the bin, as it was when it was removed. ``row_id`` is of its own table; of an entry, its version."""

    row_id: int
    what: Entry | Photo | Treatment
    removed_at: datetime

    @property
    def kind(self) -> BinKind:
        """Which of the three it is."""
        match self.what:
            case Entry():
                return BinKind.ENTRY
            case Photo():
                return BinKind.PHOTO
            case Treatment():
                return BinKind.TREATMENT

    @property
    def name(self) -> str:
        """What it is called on the command line: ``photo-4``."""
        return f"{self.kind}-{self.row_id}"

    @property
    def day(self) -> date:
        """The day it belongs to."""
        return self.what.day

    @property
    def goes_at(self) -> datetime:
        """From when on it may be removed for good by itself."""
        return self.removed_at + KEPT

    def days_left(self, now: datetime) -> int:
        """Begun days until then; 0 when that is over. A clock that was set back adds none."""
        left = min(self.goes_at - now, KEPT)
        return max(0, -(-left // timedelta(days=1)))


def expired(items: Iterable[BinItem], now: datetime, kept: timedelta = KEPT) -> tuple[BinItem, ...]:
    """Those that were removed so long ago; all of them when nothing is to be waited for, whatever the clock says."""
    return tuple(item for item in items if is_over(item.removed_at, now, kept))


def is_over(removed_at: datetime, now: datetime, kept: timedelta = KEPT) -> bool:
    """Whether that was so long ago."""
    return not kept or now - removed_at >= kept


def chosen(items: Iterable[BinItem], names: Iterable[str]) -> tuple[BinItem, ...]:
    """Those of these names, in the order named. Raises ``ValueRefused`` for one that is not in the bin."""
    there = {item.name: item for item in items}
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in there:
            raise ValueRefused(Refusal.NOT_IN_BIN, name)
    return tuple(there[name] for name in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What tells removed things in any copy of the journal, whatever became of them there.

    ``entries``: day and moment of saving of each state that the entry ever had, as stored; ``photos``: SHA-256;
    ``treatments``: id, time and note of each, as stored.
    """

    entries: frozenset[tuple[str, str]] = frozenset()
    photos: frozenset[str] = frozenset()
    treatments: frozenset[tuple[int, str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.entries or self.photos or self.treatments)

    def __or__(self, other: "Marks") -> "Marks":
        return Marks(
            entries=self.entries | other.entries,
            photos=self.photos | other.photos,
            treatments=self.treatments | other.treatments,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """What an emptying came to.

    ``is_in_log``: another program was reading, so the log beside the journal holds old pages until that ends.
    ``backups``: the files that still hold something of it. ``unread``: those that could not be looked into.
    """

    items: tuple[BinItem, ...]
    is_in_log: bool = False
    backups: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()
