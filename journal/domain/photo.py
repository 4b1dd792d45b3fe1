"""Facts about a photo. The picture bytes stay in the store."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One photo of a day.

    ``width`` and ``height`` are in pixels after EXIF orientation; ``bytes`` is the original's size.

    ``captured_at`` is what EXIF said, aware when EXIF gave an offset, else naive; None when it said nothing.
    ``name`` is the file's name as given, kept for the export only.
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


def proposed_day(captured_at: datetime | None, first_treatment: date | None, today: date) -> date | None:
    """The day a photo's capture time proposes: its date, from a year before the first treatment to today; else None."""
    if captured_at is None:
        return None
    day = captured_at.date()
    earliest = (first_treatment or today) - YEAR
    return day if earliest <= day <= today else None
