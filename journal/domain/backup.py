"""What a backup holds and what a check of a file found, as facts. No files, no sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a journal holds, counted: so that two files can be set side by side."""

    days: int
    """Days with an entry."""
    photos: int
    """Without those in the bin."""
    last_day: date | None
    """The day of the last entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore came to. ``kept`` is the file that was there before, None when there was none."""

    contents: Contents
    kept: Path | None


class FaultKind(StrEnum):
    """What is wrong at a place of a file."""

    STRUCTURE = auto()
    """The engine's own check: its words are the detail."""
    UNREADABLE = auto()
    DIFFERS = auto()
    """Not what was written."""
    NOT_AS_TAKEN_IN = auto()
    """An original photo against its SHA-256."""
    MISSING = auto()
    ROWS = auto()
    """Of a table: its rows are not all that were written, or not the last of each."""
    SMALLER = auto()
    """Of a photo, only a smaller copy is left."""
    FACTS = auto()
    """Of a photo, the picture is left: it lies on the day that the camera wrote, else on the day of the salvage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a file. ``where`` names a table, a row or a photo by its id, never what is in it."""

    where: str
    kind: FaultKind
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a restore would bring, beside what is there."""

    coming: Contents
    present: Contents | None
    """None when nothing is there, or what is there cannot be read."""
    is_unreadable: bool = False
    """Whether something is there that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBackup:
    """One automatic backup: a file with the log of that moment; the photos lie once for all in a file beside it."""

    path: Path
    at: datetime
    """Naive, in the zone of the machine that made it, to the second."""
    size: int
    """Bytes of its own file, without the photos."""
    contents: Contents | None = None
    """None when it does not open with the journal's key."""
    is_before: bool = False
    """Whether it was made because a migration or an import came next."""
    is_earlier: bool = False
    """Whether it is of a journal that was here before this one was begun anew. Never thinned out."""
    lost_photos: tuple[int, ...] = ()
    """Photos, by id, that the journal itself could not give any more. Known where the backup was just made."""


class Kept(StrEnum):
    """Why a whole file was kept aside."""

    UPDATE = auto()
    """Before its schema was brought up to date; verified."""
    RESTORE = auto()
    """Before a restore or an import took its place, as it was then."""
    EMPTIED = auto()
    """Nothing was in it when a new journal was begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One whole file that was kept aside beside the journal."""

    path: Path
    at: datetime
    """Naive, in the zone of the machine, to the second."""
    size: int
    """Bytes."""
    why: Kept
    contents: Contents | None = None
    """None when it does not open with the journal's key, or is damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """How many backups stay: one of each of the latest days, weeks and months that have one, and some made before."""

    days: int = 7
    weeks: int = 4
    months: int = 12
    before: int = 3


def surviving(backups: Iterable[DayBackup], keep: Keep) -> set[DayBackup]:
    """Those that stay. Periods without a backup do not count, so that a long pause takes none away."""
    newest_first = sorted(backups, key=lambda each: each.at, reverse=True)
    daily = [each for each in newest_first if not each.is_before]
    stay = set([each for each in newest_first if each.is_before][: keep.before])
    for count, period in (
        (keep.days, lambda at: at.date()),
        (keep.weeks, lambda at: at.isocalendar()[:2]),
        (keep.months, lambda at: (at.year, at.month)),
    ):
        newest_of: dict[object, DayBackup] = {}
        for each in daily:
            newest_of.setdefault(period(each.at), each)
        stay |= set(list(newest_of.values())[:count])
    return stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was got out of a damaged file, and what was not."""

    contents: Contents
    lost: tuple[Fault, ...]
    """What could not be read, or is not what was written. Empty when everything was there."""
