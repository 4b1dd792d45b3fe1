"""What lies with a journal and is of it, told by names only: older copies, backups, logs, and what a killed run left.

The one list of them. Whoever looks for copies asks here, so that what is shown, counted, emptied, encrypted and
restored is the same; each takes the kinds that it is about. Nothing is opened.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from journal.holding import ENDING as HELD
from journal.whole_file import real_path

BACKUPS = ".backups"
"""What the folder of its backups is called, behind the journal's own name."""
EARLIER = ".earlier-"
"""And behind that, a folder of backups of a journal that was here before this one."""
OLDER = ".before-"
"""What a file that was kept aside is called, behind the journal's own name."""
RESTORED = f"{OLDER}restore-"
EMPTIED = ".emptied-"
NEW = ".new"
"""So version 0.1.0 called the copy that it made under another key; a person may call a journal of their own so too."""
SALVAGED = ".salvaged"
LOGS = ("-wal", "-shm", "-journal")
"""What the engine may lay beside a file."""
PHOTOS = "photos"
DAY = ".day"
IS_BEFORE = "-before"
OLD = "old"
"""Ending of the second name under which a file that was replaced is overwritten."""
PART, RECRYPT, REKEY, RESTORE, IMPORT = "part", "recrypt", "rekey", "restore", "import"
PAGES, LAYOUT, FRESH = "pages", "layout", "fresh"
"""Endings of files that are being made."""
MOMENT = "%Y-%m-%d-%H%M%S"
"""How a moment is written in a name; without a zone."""
MOMENT_PATTERN = r"\d{4}-\d\d-\d\d-\d{6}"


class Kind(Enum):
    """What a file with a journal is."""

    UPDATE = auto()
    """The whole journal before its schema was brought up to date."""
    RESTORE = auto()
    """The whole journal before a restore or an import took its place."""
    OTHER = auto()
    """The whole journal under such a name of somebody's own, or a copy of a copy."""
    EMPTIED = auto()
    """What was left of a journal when a new one was begun: no bytes, but for the log that may lie beside."""
    SALVAGED = auto()
    """A journal that was made of what a damaged one still gave, and was not put in its place; and one called ``NEW``.
    It may be in use as a journal of its own.
    """
    DAY = auto()
    """The log of a day, among the backups."""
    PHOTOS = auto()
    """Their photos, also those that were set aside."""
    LOG = auto()
    """The engine's own beside the journal or one of these."""
    REMAINS = auto()
    """What a killed run left: a file that was being made, or one that was being overwritten."""


WHOLE = frozenset({Kind.UPDATE, Kind.RESTORE, Kind.OTHER})
KEPT = WHOLE | {Kind.EMPTIED}
"""What is kept aside beside the journal."""
COPIES = KEPT | {Kind.SALVAGED, Kind.DAY, Kind.PHOTOS, Kind.REMAINS}
"""Whatever may hold something of the journal."""

_LOG = f"(?:{'|'.join(LOGS)})"
_ENDING = rf"\.(?:{PART}|{OLD}|{RECRYPT}|{REKEY}|{RESTORE}|{IMPORT}|{PAGES}|{LAYOUT}|{FRESH})"
_UNFINISHED = rf"(?:{_ENDING})+"
_BEFORE_UPDATE = rf"(?:{re.escape(OLDER)}\d+(?:\.part)?)?"
_MADE = re.compile(rf"\.(?P<of>.+){_ENDING}{_BEFORE_UPDATE}{_LOG}?", re.DOTALL)
_LEFT = re.compile(rf"(?P<of>.*?){_UNFINISHED}{_BEFORE_UPDATE}{_LOG}?", re.DOTALL)
"""Hidden: how it goes on behind the dot."""
_DAY = re.compile(rf"{MOMENT_PATTERN}(?:{IS_BEFORE})?{re.escape(DAY)}")
_OURS = re.compile(
    rf".*(?:{re.escape(RESTORED)}{MOMENT_PATTERN}(?:-\d+)?|{re.escape(OLDER)}\d+(?:\.part)?"
    rf"|{re.escape(SALVAGED)}(?:-\d+)?)"
    rf"|{_DAY.pattern}|{PHOTOS}(?:\.[a-z-]+-\d+)?|{_MADE.pattern}",
    re.DOTALL,
)
_BEHIND = {
    Kind.UPDATE: re.compile(rf"{re.escape(OLDER)}\d+"),
    Kind.RESTORE: re.compile(rf"{re.escape(RESTORED)}(?:(?!{re.escape(OLDER)}).)*", re.DOTALL),
    Kind.OTHER: re.compile(rf"{re.escape(OLDER)}.*", re.DOTALL),
    Kind.EMPTIED: re.compile(rf"{re.escape(EMPTIED)}.*", re.DOTALL),
    Kind.SALVAGED: re.compile(rf"{re.escape(SALVAGED)}(?:-\d+)?|{re.escape(NEW)}"),
}
"""Behind the journal's own name; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One file that is of a journal."""

    path: Path
    kind: Kind


def beside(journal: Path, kinds: Collection[Kind] = COPIES) -> list[Path]:
    """The files of these kinds beside the journal, in the order of their names."""
    return [each.path for each in traces_beside(journal) if each.kind in kinds]


def traces_beside(journal: Path) -> list[Trace]:
    """Every file beside the journal that is of it, in the order of their names.

    A second name of the journal itself, which a killed restore leaves, is no copy of it.
    """
    real = real_path(journal)
    return [each for each in named(real) if not _is_same(each.path, real)]


def named(path: Path) -> list[Trace]:
    """The files beside ``path`` that are of it by their names, also second names of it."""
    name = path.name
    found = ((each, _kind(each.name, name)) for each in _files(path.parent, name))
    return [Trace(path=each, kind=kind) for each, kind in found if kind is not None]


def named_in(folder: Path) -> list[Trace]:
    """The files in a folder of backups that are backups, or remains of one, by their names."""
    found = ((each, kind_of_backup(each.name)) for each in _files(folder))
    return [Trace(path=each, kind=kind) for each, kind in found if kind is not None]


def kind_of_backup(name: str) -> Kind | None:
    """What a file in a folder of backups is, by its name; None when it is none of this program's."""
    if name.startswith("."):
        left = _LEFT.fullmatch(name.lstrip("."))
        return Kind.REMAINS if left and kind_of_backup(left["of"]) else None
    if name.endswith(LOGS):
        return Kind.LOG if kind_of_backup(_without_log(name)) else None
    if name == PHOTOS or name.startswith(f"{PHOTOS}."):
        return Kind.PHOTOS
    return Kind.DAY if _DAY.fullmatch(name) else None


def made_for(path: Path) -> Path:
    """The file that an unfinished one was to become, or was; any other is its own. Its maker has a claim on that."""
    name = path.name
    while left := _MADE.fullmatch(name):
        name = left["of"]
    return path.with_name(name)


def is_named_here(path: Path) -> bool:
    """Whether only this program gives such a name: what is in the file then is of a journal, damaged or not."""
    return bool(_OURS.fullmatch(path.name))


def size_of(path: Path) -> int:
    """Bytes of a file; none of one that is not there."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _kind(name: str, journal: str) -> Kind | None:
    if name.startswith(journal):
        return _kind_behind(name.removeprefix(journal))
    while name.startswith("."):
        name = name.removeprefix(".")
        left = _LEFT.fullmatch(name.removeprefix(journal)) if name.startswith(journal) else None
        if left and (left["of"] == "" or _kind_behind(left["of"]) in KEPT | {Kind.SALVAGED}):
            return Kind.REMAINS
    return None


def _kind_behind(rest: str) -> Kind | None:
    if rest.endswith(LOGS):
        of = _without_log(rest)
        return Kind.LOG if not of or _kind_behind(of) else None
    if rest.endswith(HELD):
        return None
    if rest.startswith((OLDER, EMPTIED)) and rest.endswith(".part"):
        return Kind.REMAINS
    return next((kind for kind, pattern in _BEHIND.items() if pattern.fullmatch(rest)), None)


def _without_log(name: str) -> str:
    return next(name.removesuffix(end) for end in LOGS if name.endswith(end))


def _files(folder: Path, part: str = "") -> list[Path]:
    """In the order of their names; those that have this in it."""
    try:
        return sorted(each for each in folder.iterdir() if part in each.name and each.is_file())
    except OSError:
        return []


def _is_same(path: Path, other: Path) -> bool:
    with suppress(OSError):
        return path.samefile(other)
    return False
