"""Mends a PDF that Qt has written: photos as ready-made JPEG streams, spaces that read as spaces, no XMP. No Qt.

Qt encodes every picture of a PDF as JPEG of quality 94, four times what 300 dpi need. So each photo is painted as a
stand-in of a few pixels, and its image object is then exchanged for the photo's own JPEG stream; the cross-reference
table is written anew. A file that is not built as expected is refused, never guessed at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s+")
_SIZE = re.compile(rb"/Width (\d+)\s+/Height (\d+)\s")
_LENGTH = re.compile(rb"/Length (\d+)( 0 R)?")
_MAPS = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_TARGETS = re.compile(rb"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(\[.*?\]|<[0-9A-F]{4}>)", re.MULTILINE | re.DOTALL)
_XMP = re.compile(
    rb"<\?xpacket begin=.*?<\?xpacket end=.{1,8}\?>|/Type /Metadata /Subtype /XML|/Metadata \d+ 0 R", re.DOTALL
)
ENTRY = 20


class NotAsExpected(Exception):
    """The PDF is not built as this module knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JpegStream:
    """A picture in colour, ready for the file."""

    data: bytes
    width: int
    height: int


def packed(pdf: bytes, streams: Mapping[tuple[int, int], JpegStream]) -> bytes:
    """The PDF with each stand-in of size (width, height) exchanged. Raises ``NotAsExpected``."""
    table, offsets = _offsets(pdf)
    bodies = _bodies(pdf, offsets, table)
    found = set()
    for number, body in bodies.items():
        size = _image_size(body)
        if size is not None and size in streams:
            bodies[number] = _image_object(number, streams[size])
            found.add(size)
    if found != set(streams):
        raise NotAsExpected("a stand-in is missing")
    return _written(pdf, table, min(offsets.values()), bodies)


def with_spaces(pdf: bytes) -> bytes:
    """The PDF with spaces that can be searched and copied.

    WORKAROUND: Qt names a glyph by the first character that has it, so in many fonts a space reads as a tab. The table
    keeps its length, so nothing else moves.
    """
    return _MAPS.sub(_mended_map, pdf)


def without_xmp(pdf: bytes) -> bytes:
    """The PDF without its XMP packet, which repeats the title and gives the file an identity. Spaces in its place."""
    return _XMP.sub(lambda found: b" " * len(found.group()), pdf)


def _mended_map(table: re.Match[bytes]) -> bytes:
    return _TARGETS.sub(_mended_targets, table.group())


def _mended_targets(line: re.Match[bytes]) -> bytes:
    return line.group(1) + line.group(2).replace(b"<0009>", b"<0020>")


def _offsets(pdf: bytes) -> tuple[int, dict[int, int]]:
    start = _START.search(pdf)
    if start is None:
        raise NotAsExpected("no startxref")
    table = int(start.group(1))
    section = _SECTION.match(pdf, table)
    if section is None:
        raise NotAsExpected("no plain cross-reference table")
    count, first = int(section.group(1)), section.end()
    entries = [pdf[first + ENTRY * number : first + ENTRY * (number + 1)] for number in range(count)]
    offsets = {number: int(entry[:10]) for number, entry in enumerate(entries) if entry[17:18] == b"n"}
    if not offsets or len(offsets) != count - 1:
        raise NotAsExpected("free objects")
    return table, offsets


def _bodies(pdf: bytes, offsets: Mapping[int, int], table: int) -> dict[int, bytes]:
    ordered = sorted(offsets.items(), key=lambda item: item[1])
    ends = [offset for _, offset in ordered[1:]] + [table]
    bodies = {number: pdf[offset:end] for (number, offset), end in zip(ordered, ends, strict=True)}
    if not all(body.startswith(b"%d 0 obj" % number) for number, body in bodies.items()):
        raise NotAsExpected("objects out of place")
    return bodies


def _image_size(body: bytes) -> tuple[int, int] | None:
    head = body.partition(b"stream")[0]
    size = _SIZE.search(head)
    if size is None or b"/Subtype /Image" not in head or _LENGTH.search(head) is None:
        return None
    return int(size.group(1)), int(size.group(2))


def _image_object(number: int, stream: JpegStream) -> bytes:
    head = (
        b"%d 0 obj\n<<\n/Type /XObject\n/Subtype /Image\n/Width %d\n/Height %d\n/ColorSpace /DeviceRGB\n"
        b"/BitsPerComponent 8\n/Interpolate true\n/Filter /DCTDecode\n/Length %d\n>>\nstream\n"
    ) % (number, stream.width, stream.height, len(stream.data))
    return head + stream.data + b"\nendstream\nendobj\n"


def _written(pdf: bytes, table: int, head_end: int, bodies: Mapping[int, bytes]) -> bytes:
    out = bytearray(pdf[:head_end])
    offsets = {}
    for number, body in bodies.items():
        offsets[number] = len(out)
        out += body
    trailer = _trailer(pdf, table)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    for number in sorted(offsets):
        out += b"%010d 00000 n \n" % offsets[number]
    return bytes(out + trailer + b"startxref\n%d\n%%%%EOF\n" % start)


def _trailer(pdf: bytes, table: int) -> bytes:
    start = pdf.find(b"trailer", table)
    end = pdf.find(b"startxref", start)
    if start < 0 or end < 0:
        raise NotAsExpected("no trailer")
    return pdf[start:end]
