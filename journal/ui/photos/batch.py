"""What the worker does with many pictures at once: read and check them all, then keep them one by one. No widgets.

Both are plain functions for a ``Task``; what they return is whole also when they were cancelled half way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from journal.domain.errors import PhotoRefusal, PhotoRefused
from journal.domain.photo import DaySource, Photo, PreparedPhoto, Quality, View
from journal.ui.tasks import Steering

HELD_BYTES_MAX = 160_000_000
"""How much of a batch is held in memory between reading and keeping; what is beyond it is read a second time."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from: a file, a file's bytes, or a picture from the clipboard."""

    what: Path | bytes | QImage
    name: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A picture that was read and is sound; ``prepared`` is None when the batch is too large to hold.

    ``size`` is width and height in pixels, upright.
    """

    source: Source
    thumbnail: bytes
    captured_at: datetime | None
    sha256: str
    prepared: PreparedPhoto | None
    size: tuple[int, int] = (1, 1)
    camera: str = ""
    quality: Quality | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Picture number ``number`` of ``total`` is being worked on."""

    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A batch after it was read."""

    candidates: tuple[Candidate, ...]
    refused: tuple[PhotoRefused, ...]
    was_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with the day and view it was given."""

    candidate: Candidate
    day: date
    view: View
    day_source: DaySource = DaySource.GIVEN


@dataclass(frozen=True, slots=True)
class Keeping:
    """What became of a batch. The photos were also reported one by one as they were kept.

    ``folders`` are those in which the files of the kept ones still lie.
    """

    kept: tuple[Photo, ...]
    refused: tuple[PhotoRefused, ...]
    was_cancelled: bool = False
    folders: tuple[Path, ...] = ()


class Keep(Protocol):
    """Writes one photo to the journal, on the worker's thread."""

    def __call__(self, prepared: PreparedPhoto, day: date, view: View, day_source: DaySource) -> Photo:
        """The photo as it was kept. Raises ``JournalError``."""


def read_batch(sources: Sequence[Source], known: frozenset[str], steering: Steering) -> Reading:
    """Read and check every picture. ``known`` are the SHA-256 of the photos that are there."""
    candidates: list[Candidate] = []
    refused: list[PhotoRefused] = []
    seen: set[str] = set()
    held = 0
    for number, source in enumerate(sources, start=1):
        if steering.is_cancelled:
            return Reading((), (), was_cancelled=True)
        steering.report(Progress(number, len(sources)))
        try:
            prepared = _fresh(source, known, seen)
        except PhotoRefused as refusal:
            refused.append(refusal)
            continue
        seen.add(prepared.sha256)
        held += len(prepared.original) + len(prepared.display)
        kept = prepared if held <= HELD_BYTES_MAX else None
        candidates.append(_candidate(source, prepared, kept))
    return Reading(tuple(candidates), tuple(refused))


def _candidate(source: Source, prepared: PreparedPhoto, kept: PreparedPhoto | None) -> Candidate:
    return Candidate(
        source,
        prepared.thumbnail,
        prepared.captured_at,
        prepared.sha256,
        kept,
        (prepared.width, prepared.height),
        prepared.camera,
        prepared.quality,
    )


def keep_batch(placed: Sequence[Placed], keep: Keep, steering: Steering) -> Keeping:
    """Keep every picture and report each ``Photo`` once it is kept. Raises when the journal cannot be written."""
    kept: list[Photo] = []
    refused: list[PhotoRefused] = []
    folders: dict[Path, None] = {}
    for number, one in enumerate(placed, start=1):
        if steering.is_cancelled:
            return Keeping(tuple(kept), tuple(refused), was_cancelled=True, folders=tuple(folders))
        steering.report(Progress(number, len(placed)))
        try:
            prepared = one.candidate.prepared or _prepared(one.candidate.source)
            photo = keep(prepared, one.day, one.view, one.day_source)
        except PhotoRefused as refusal:
            refused.append(refusal)
            continue
        kept.append(photo)
        where = one.candidate.source.what
        if isinstance(where, Path) and where.exists():
            folders[where.parent] = None
        steering.report(photo)
    return Keeping(tuple(kept), tuple(refused), folders=tuple(folders))


def _fresh(source: Source, known: frozenset[str], seen: set[str]) -> PreparedPhoto:
    prepared = _prepared(source)
    if prepared.sha256 in known:
        raise PhotoRefused(PhotoRefusal.ALREADY_THERE, source.name)
    if prepared.sha256 in seen:
        raise PhotoRefused(PhotoRefusal.TWICE, source.name)
    return prepared


def _prepared(source: Source) -> PreparedPhoto:
    from journal.photos.intake import prepare  # late: Pillow is not for the start of the window

    what = _png(source.what) if isinstance(source.what, QImage) else source.what
    return prepare(what, source.name)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
