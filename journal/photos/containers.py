"""What can be known of a picture file without decoding it: its kind, whether its end is there, a JPEG without metadata.

Decoders half-decode a file that was cut off, or never look at its end; here the file's own structure is held against
its length. No Pillow.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of file that are taken in, named by their media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    TIFF = "image/tiff"
    HEIC = "image/heic"
    HEIF = "image/heif"


PNG_HEAD = b"\x89PNG\r\n\x1a\n"
TIFF_HEADS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs"})
HEIF_BRANDS = frozenset({b"mif1", b"mif2", b"msf1"})


def kind_of(data: bytes) -> Kind | None:
    """The kind of a file by its first bytes; None when it is none of those taken in."""
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data.startswith(PNG_HEAD):
        return Kind.PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Kind.WEBP
    if data.startswith(TIFF_HEADS):
        return Kind.TIFF
    return _heif_kind(data) if data[4:8] == b"ftyp" else None


def _heif_kind(data: bytes) -> Kind | None:
    end = min(int.from_bytes(data[:4], "big"), 256)
    main = data[8:12]
    brands = {main} | {data[place : place + 4] for place in range(16, end, 4)}
    if main in HEIC_BRANDS:
        return Kind.HEIC
    return Kind.HEIF if brands & (HEIC_BRANDS | HEIF_BRANDS) and main != b"avif" else None


def is_whole(kind: Kind, data: bytes) -> bool:
    """Whether the file reaches as far as its own structure says."""
    if kind is Kind.JPEG:
        return jpeg_parts(data).is_whole
    if kind is Kind.PNG:
        return _png_is_whole(data)
    if kind is Kind.WEBP:
        return 8 + int.from_bytes(data[4:8], "little") <= len(data)
    if kind is Kind.TIFF:
        return _tiff_is_whole(data)
    return _boxes_are_whole(data)


# --- JPEG

SEGMENTS_MAX = 20_000
CHUNK = 1 << 20
START, END = 0xD8, 0xD9
JFIF, EXIF, PROFILE, ADOBE, COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class JpegParts:
    """``bare`` is the first picture of the file without EXIF, XMP, comments and whatever else tells of the device."""

    bare: bytes
    exif: bytes
    is_whole: bool


def jpeg_parts(data: bytes) -> JpegParts:
    """Take a JPEG apart by its segments, up to the end of its first picture."""
    kept, exif, begin, end = [], b"", 0, len(data)
    is_whole = False
    for code, start, stop in _segments(data):
        if code == END:
            is_whole, end = True, stop
        elif _is_dropped(code):
            kept.append(data[begin:start])
            begin = stop
            if code == EXIF and data.startswith(b"Exif\0\0", start + 4) and not exif:
                exif = data[start + 4 : stop]
    kept.append(data[begin:end])
    return JpegParts(b"".join(kept), exif, is_whole)


def _is_dropped(code: int) -> bool:
    return code == COMMENT or (JFIF < code <= 0xEF and code not in {PROFILE, ADOBE})


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment, to the end marker; stops early where the data does."""
    place = 2
    for _ in range(SEGMENTS_MAX):
        start = _next_marker(data, place)
        if start is None:
            return
        code = data[start + 1]
        if code == END:
            yield code, start, start + 2
            return
        length = 0 if code == START else int.from_bytes(data[start + 2 : start + 4], "big")
        place = start + 2 + length
        if place > len(data) or (length < 2 and code != START):
            return
        yield code, start, place


def _next_marker(data: bytes, place: int) -> int | None:
    # In pieces: a search holds the interpreter, and the window wants it back every few milliseconds.
    while place < len(data) - 1:
        match = _MARKER.search(data, place, place + CHUNK)
        if match is not None:
            return match.start()
        place += CHUNK - 1
    return None


# --- WebP


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height by the head of a WebP, (0, 0) when it does not say: its decoder makes room when it is called."""
    match data[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


# --- PNG, TIFF, HEIF


def _png_is_whole(data: bytes) -> bool:
    place = len(PNG_HEAD)
    while place + 12 <= len(data):
        stop = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if stop > len(data):
            return False
        if data[place + 4 : place + 8] == b"IEND":
            return True
        place = stop
    return False


def _boxes_are_whole(data: bytes) -> bool:
    place = 0
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        if size == 0:  # to the end of the file
            return True
        if size < 8:
            return False
        place += size
    return place == len(data)


TIFF_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
TIFF_PIECES = ((273, 279), (324, 325))
"""Where the strips or tiles begin, and how long they are."""
DIRECTORIES_MAX = 100
PIECES_MAX = 100_000


def _tiff_is_whole(data: bytes) -> bool:
    """Whether every value, strip and tile lies inside the file."""
    try:
        return _Tiff(data).is_whole()
    except struct.error:
        return False


class _Tiff:
    """The directories of a TIFF, of the usual or the big kind. Reading outside the data raises ``struct.error``."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = "<" if data.startswith(b"II") else ">"
        self._is_big = 43 in data[2:4]
        self._place = "Q" if self._is_big else "I"
        self._inline = 8 if self._is_big else 4

    def is_whole(self) -> bool:
        place = self._read(self._place, self._inline)
        for _ in range(DIRECTORIES_MAX):
            if not place:
                return True
            count = self._read("Q" if self._is_big else "H", place)
            first = place + (8 if self._is_big else 2)
            width = 20 if self._is_big else 12
            fields = range(first, first + width * count, width)
            if fields.stop > len(self._data) or not self._has_all(fields):
                return False
            place = self._read(self._place, fields.stop)
        return True

    def _has_all(self, fields: range) -> bool:
        values = {self._read("H", field): self._values(field) for field in fields}
        if any(start + size > len(self._data) for start, size, _, _ in values.values()):
            return False
        for starts, lengths in TIFF_PIECES:
            if starts in values and lengths in values:
                pieces = zip(self._numbers(*values[starts]), self._numbers(*values[lengths]), strict=False)
                if any(start + length > len(self._data) for start, length in pieces):
                    return False
        return True

    def _values(self, field: int) -> tuple[int, int, int, int]:
        """Where the values of a field begin, their bytes, their kind, how many."""
        kind, count = self._read("H", field + 2), self._read(self._place, field + 4)
        size = TIFF_SIZES.get(kind, 0) * count
        inline = field + 4 + self._inline
        return (inline if size <= self._inline else self._read(self._place, inline)), size, kind, count

    def _numbers(self, start: int, size: int, kind: int, count: int) -> tuple[int, ...]:
        code = {3: "H", 4: "I", 16: "Q"}.get(kind)
        if code is None or not size or count > PIECES_MAX:
            return ()
        return struct.unpack_from(f"{self._order}{count}{code}", self._data, start)

    def _read(self, code: str, place: int) -> int:
        value: int = struct.unpack_from(self._order + code, self._data, place)[0]
        return value
