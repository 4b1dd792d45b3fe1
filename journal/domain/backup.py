"""What a backup holds and what a check of a file found, as facts. No files, no sentences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a journal holds, counted: so that two files can be set side by side."""

    days: int
    """Days with an entry."""
    photos: int
    """Without those in the bin."""
    last_day: date | None
    """The day of the last entry."""


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
