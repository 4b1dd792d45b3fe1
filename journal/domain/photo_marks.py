"""What a photo should be told of: marks with the value measured and what it is held against. No score, no sentence.

The limits were tried on eight photos of many things, one of a face and drawn faces, darkened, brightened and blurred by
known amounts. They find what anyone sees: 12 of 13 pictures blurred by 0.8 % of the long side, and most at a quarter of
the light; every picture as it came passes. No faces of many skins were at hand. So the fixed limits are wide, and the
nearer ones hold a photo only against the last one of its view, the same face: they find most blurs of 0.2 %.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.domain.photo import Photo, View, latest_before

TOO_DARK = 0.15
MOSTLY_DARK = 0.5
DARKER_THAN_LAST = 0.6
"""Of the last one's brightness."""

TOO_BRIGHT = 0.15
BLURRED = 30.0
BLURRED_BESIDE_LAST = 0.25
SMALLER_THAN_LAST = 0.6


class MarkKind(StrEnum):
    """What is worth a word."""

    TOO_DARK = "too dark"
    TOO_BRIGHT = "too bright"
    BLURRED = "blurred"
    SMALLER = "smaller"
    OTHER_CAMERA = "other camera"


class Measure(StrEnum):
    """What was measured: the unit of a mark's numbers."""

    BRIGHTNESS = "brightness"
    DARK = "dark"
    CLIPPED = "clipped"
    SHARPNESS = "sharpness"
    LONG_SIDE = "long side"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMark:
    """One mark: ``value`` lies on the wrong side of ``limit``.

    ``last`` is the photo it was held against, None where the limit is the same for all photos. Shares and brightness
    are 0 to 1, the long side is in pixels. Another camera has no numbers: the names are those of the two photos.
    """

    kind: MarkKind
    measure: Measure
    value: float = 0.0
    limit: float = 0.0
    last: Photo | None = None


def photo_marks(photo: Photo, last: Photo | None) -> tuple[PhotoMark, ...]:
    """The marks of a photo beside the last one of its view (``last_of_view``), in the order of ``MarkKind``."""
    found = (_too_dark(photo, last), _too_bright(photo), _blurred(photo, last), _smaller(photo, last))
    return tuple(mark for mark in (*found, _other_camera(photo, last)) if mark is not None)


def last_of_view(photos: Iterable[Photo], photo: Photo) -> Photo | None:
    """The latest photo of the same view from an earlier day; None for the first one."""
    return latest_before(photos, photo.view, photo.day)


def last_ones(photos: Iterable[Photo]) -> Mapping[int, Photo | None]:
    """``last_of_view`` of every photo by its id, in one go: for many photos at once."""
    found: dict[int, Photo | None] = {}
    latest: dict[View, Photo] = {}
    held: dict[View, Photo | None] = {}
    for photo in sorted(photos, key=lambda one: (one.day, one.id)):
        before = latest.get(photo.view)
        if before is None or before.day < photo.day:
            held[photo.view] = before
        found[photo.id] = held[photo.view]
        latest[photo.view] = photo
    return found


def _too_dark(photo: Photo, last: Photo | None) -> PhotoMark | None:
    quality = photo.quality
    if quality is None:
        return None
    kind = MarkKind.TOO_DARK
    if quality.brightness < TOO_DARK:
        return PhotoMark(kind=kind, measure=Measure.BRIGHTNESS, value=quality.brightness, limit=TOO_DARK)
    if quality.dark > MOSTLY_DARK:
        return PhotoMark(kind=kind, measure=Measure.DARK, value=quality.dark, limit=MOSTLY_DARK)
    limit = DARKER_THAN_LAST * last.quality.brightness if last and last.quality else 0.0
    if quality.brightness < limit:
        return PhotoMark(kind=kind, measure=Measure.BRIGHTNESS, value=quality.brightness, limit=limit, last=last)
    return None


def _too_bright(photo: Photo) -> PhotoMark | None:
    quality = photo.quality
    if quality is None or quality.clipped <= TOO_BRIGHT:
        return None
    return PhotoMark(kind=MarkKind.TOO_BRIGHT, measure=Measure.CLIPPED, value=quality.clipped, limit=TOO_BRIGHT)


def _blurred(photo: Photo, last: Photo | None) -> PhotoMark | None:
    quality = photo.quality
    if quality is None:
        return None
    beside = BLURRED_BESIDE_LAST * last.quality.sharpness if last and last.quality else 0.0
    if quality.sharpness >= max(BLURRED, beside):
        return None
    held_against = last if beside > BLURRED else None
    limit = max(BLURRED, beside)
    return PhotoMark(
        kind=MarkKind.BLURRED, measure=Measure.SHARPNESS, value=quality.sharpness, limit=limit, last=held_against
    )


def _smaller(photo: Photo, last: Photo | None) -> PhotoMark | None:
    limit = SMALLER_THAN_LAST * max(last.width, last.height) if last else 0.0
    value = max(photo.width, photo.height)
    if value >= limit:
        return None
    return PhotoMark(kind=MarkKind.SMALLER, measure=Measure.LONG_SIDE, value=value, limit=limit, last=last)


def _other_camera(photo: Photo, last: Photo | None) -> PhotoMark | None:
    if last is None or not photo.camera or not last.camera or photo.camera == last.camera:
        return None
    return PhotoMark(kind=MarkKind.OTHER_CAMERA, measure=Measure.CAMERA, last=last)
