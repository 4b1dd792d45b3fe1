"""A row of the photo table and the photo it stands for. No connection, no picture bytes."""

import json
from datetime import date

from journal.domain.alignment import Alignment, checked_alignment
from journal.domain.photo import DaySource, Photo, Quality, View
from journal.store.rows import Row, Stamp, Value, json_text, moment_of, moment_or_none, moment_text, whole

_VIEWS = {str(view): view for view in View}
_SOURCES = {str(source): source for source in DaySource}


def photo_row(photo: Photo, stamp: Stamp) -> Row:
    """The photo's facts as saved at the stamp, not in the bin."""
    return (
        photo.id,
        photo.day.isoformat(),
        str(photo.view),
        photo.width,
        photo.height,
        moment_text(photo.captured_at),
        photo.sha256,
        photo.bytes,
        photo.media_type,
        photo.added_at.isoformat(),
        photo.name,
        photo.camera,
        _quality_text(photo.quality),
        str(photo.day_source),
        int(photo.mirrored),
        _alignment_text(photo.alignment),
        stamp.clock,
        None,
    )


def photo_of(row: Row) -> Photo:
    """The photo a row stands for. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    row_id, day, view, width, height, captured_at, sha256, size, media_type, added_at, name, *more = row
    camera, quality, source, mirrored, alignment, *_ = more
    return Photo(
        id=whole(row_id),
        day=date.fromisoformat(str(day)),
        view=_VIEWS[str(view)],
        width=whole(width),
        height=whole(height),
        captured_at=moment_or_none(captured_at),
        sha256=str(sha256),
        bytes=whole(size),
        media_type=str(media_type),
        added_at=moment_of(added_at),
        name=str(name),
        camera=str(camera),
        quality=None if quality is None else _quality_of(str(quality)),
        day_source=_SOURCES[str(source)],
        mirrored=bool(mirrored),
        alignment=None if alignment is None else _alignment_of(str(alignment)),
    )


def _quality_text(quality: Quality | None) -> Value:
    if quality is None:
        return None
    return json_text([float(value) for value in (quality.brightness, quality.clipped, quality.dark, quality.sharpness)])


def _quality_of(text: str) -> Quality:
    brightness, clipped, dark, sharpness = (float(value) for value in json.loads(text))
    return Quality(brightness=brightness, clipped=clipped, dark=dark, sharpness=sharpness)


def _alignment_text(alignment: Alignment | None) -> Value:
    if alignment is None:
        return None
    parts = (float(value) for value in (alignment.scale, alignment.turn, alignment.dx, alignment.dy))
    return json_text([alignment.to, *parts])


def _alignment_of(text: str) -> Alignment:
    to, scale, turn, dx, dy = json.loads(text)
    return checked_alignment(Alignment(to=whole(to), scale=float(scale), turn=float(turn), dx=float(dx), dy=float(dy)))
