"""Facts about a photo. The picture bytes stay in the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.domain.alignment import Alignment

YEAR = timedelta(days=365)


class View(StrEnum):
    """The four views of the face."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    CLOSE_UP = "close-up"


class Copy(StrEnum):
    """Which of a photo's three stored pictures: the file as it came, for the screen, for the gallery."""

    ORIGINAL = "original"
    DISPLAY = "display"
    THUMBNAIL = "thumbnail"


class DaySource(StrEnum):
    """What a photo's day comes from: the camera's capture time, a date in the file's name, or the person."""

    CAPTURE = "capture"
    NAME = "name"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What was measured of a picture at intake; marks follow from it, scores do not.

    ``brightness`` is the mean luma, ``clipped`` and ``dark`` the shares of pixels at either end, all 0 to 1;
    ``sharpness`` is the variance of the Laplacian at one fixed size.
    """

    brightness: float
    clipped: float
    dark: float
    sharpness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo of a day.

    ``width`` and ``height`` are in pixels after EXIF orientation; ``bytes`` is the original's size.

    ``captured_at`` is what EXIF said, aware when EXIF gave an offset, else naive; None when it said nothing.
    ``name`` is the file's name as given, kept for the export only; ``camera`` is what EXIF said, and never leaves.
    ``mirrored``: shown flipped; ``alignment``: how it lies on another photo. The original is never changed.
    """

    day: date
    view: View
    width: int
    height: int
    captured_at: datetime | None
    sha256: str
    bytes: int
    media_type: str
    added_at: datetime
    id: int = 0
    name: str = ""
    camera: str = ""
    quality: Quality | None = None
    day_source: DaySource = DaySource.GIVEN
    mirrored: bool = False
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPhoto:
    """A picture that was decoded and checked: the original byte for byte and two copies made from it (JPEG)."""

    original: bytes
    display: bytes
    thumbnail: bytes
    width: int
    height: int
    captured_at: datetime | None
    sha256: str
    media_type: str
    name: str
    camera: str = ""
    quality: Quality | None = None


def proposed_day(captured_at: datetime | None, first_treatment: date | None, today: date) -> date | None:
    """The day a photo's capture time proposes: its date, from a year before the first treatment to today; else None."""
    if captured_at is None:
        return None
    day = captured_at.date()
    earliest = (first_treatment or today) - YEAR
    return day if earliest <= day <= today else None


def latest_before(photos: Iterable[Photo], view: View, day: date) -> Photo | None:
    """The last photo of a view from before a day; of two on one day, the one that was added later."""
    earlier = (one for one in photos if one.view is view and one.day < day)
    return max(earlier, key=lambda one: (one.day, one.id), default=None)
