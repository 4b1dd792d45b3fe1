"""The things of EXIF that the journal uses: which way up, when, by which camera. What is damaged counts as not said.

Nothing else of EXIF is read, and nothing of it is ever written. No Pillow: its reader warns about damage on stderr.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

MAKE = 0x010F
MODEL = 0x0110
ORIENTATION = 0x0112
EXIF_FIELDS = 0x8769
TIME_ORIGINAL = 0x9003
TIME_DIGITIZED = 0x9004
OFFSET_ORIGINAL = 0x9011
OFFSET_DIGITIZED = 0x9012

UPRIGHT = 1
FIELDS_MAX = 1000
ENTRY_BYTES = 12
TEXT_MAX = 64
ASCII, SHORT, LONG = 2, 3, 4

_TIME = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)$")


@dataclass(frozen=True, slots=True)
class ExifFacts:
    """``orientation`` is 1 to 8, 1 when it is not said. ``captured_at`` is aware when an offset was said with it.

    ``camera`` is maker and model, empty when neither is said; it only tells whether two photos are of one camera.
    """

    orientation: int = UPRIGHT
    captured_at: datetime | None = None
    camera: str = ""


def read_exif(data: bytes) -> ExifFacts:
    """The facts in an EXIF block (with or without its "Exif" head) or in a whole TIFF file. Never raises."""
    start = 6 if data.startswith(b"Exif\0\0") else 0
    order = {b"II": "<", b"MM": ">"}.get(data[start : start + 2])
    if order is None:
        return ExifFacts()
    reader = _Reader(data, start, order)
    first = reader.fields(reader.number(4, "I"))
    inner = reader.fields(reader.as_number(first.get(EXIF_FIELDS)))
    orientation = reader.as_number(first.get(ORIENTATION)) or UPRIGHT
    return ExifFacts(
        orientation=orientation if 1 <= orientation <= 8 else UPRIGHT,
        captured_at=_moment(reader, inner, TIME_ORIGINAL, OFFSET_ORIGINAL)
        or _moment(reader, inner, TIME_DIGITIZED, OFFSET_DIGITIZED),
        camera=_camera(reader.as_text(first.get(MAKE)), reader.as_text(first.get(MODEL))),
    )


@dataclass(frozen=True, slots=True)
class _Field:
    kind: int
    count: int
    place: int


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads numbers and texts at offsets from ``start``; what lies outside the data is None."""

    data: bytes
    start: int
    order: str

    def number(self, offset: int, code: str) -> int | None:
        try:
            value: int = struct.unpack_from(self.order + code, self.data, self.start + offset)[0]
        except struct.error:
            return None
        return value

    def fields(self, offset: int | None) -> dict[int, _Field]:
        count = self.number(offset, "H") if offset else None
        if offset is None or count is None:
            return {}
        return dict(self._entries(offset + 2, min(count, FIELDS_MAX)))

    def _entries(self, offset: int, count: int) -> Iterator[tuple[int, _Field]]:
        for place in range(offset, offset + ENTRY_BYTES * count, ENTRY_BYTES):
            tag, kind, length = self.number(place, "H"), self.number(place + 2, "H"), self.number(place + 4, "I")
            if tag is None or kind is None or length is None:
                return
            yield tag, _Field(kind, length, place + 8)

    def as_number(self, field: _Field | None) -> int | None:
        if field is None or field.kind not in {SHORT, LONG} or not field.count:
            return None
        return self.number(field.place, "H" if field.kind == SHORT else "I")

    def as_text(self, field: _Field | None) -> str:
        if field is None or field.kind != ASCII or not 0 < field.count <= TEXT_MAX:
            return ""
        place = field.place if field.count <= 4 else self.number(field.place, "I")
        if place is None:
            return ""
        begin = self.start + place
        return self.data[begin : begin + field.count].split(b"\0")[0].decode("ascii", "replace").strip()


def _moment(reader: _Reader, fields: dict[int, _Field], time_tag: int, offset_tag: int) -> datetime | None:
    match = _TIME.match(reader.as_text(fields.get(time_tag)))
    if match is None:
        return None
    parts = [int(part or 0) for part in match.groups()]
    try:
        return datetime(*parts[:6], tzinfo=_zone(reader.as_text(fields.get(offset_tag))))  # type: ignore[arg-type,misc]
    except ValueError:
        return None


def _camera(make: str, model: str) -> str:
    """Maker and model; many models begin with their maker's name, which is then said once."""
    return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()


def _zone(text: str) -> timezone | None:
    if text == "Z":
        return UTC
    match = _OFFSET.match(text)
    if match is None:
        return None
    distance = timedelta(hours=int(match[2]), minutes=int(match[3]))
    if distance >= timedelta(days=1):
        return None
    return timezone(-distance if match[1] == "-" else distance)
