"""Pictures for tests, made by Pillow: four coloured quarters, so that the way up can be read from the corners."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import ExifTags, Image

RED, GREEN, BLUE, YELLOW = (220, 40, 40), (40, 200, 60), (50, 70, 220), (230, 220, 40)
CORNERS = (RED, GREEN, BLUE, YELLOW)
"""Top left, top right, bottom left, bottom right of an upright picture."""

TAKEN = "2026:11:22 18:30:05"
UNDO_TURN = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was turned stores the upright picture, by EXIF orientation."""


def quarters(size: tuple[int, int] = (160, 120), mode: str = "RGB") -> Image.Image:
    width, height = size
    image = Image.new("RGB", size)
    for index, colour in enumerate(CORNERS):
        x, y = index % 2 * (width // 2), index // 2 * (height // 2)
        image.paste(colour, (x, y, x + width // 2 + 1, y + height // 2 + 1))
    return image if mode == "RGB" else image.convert(mode)


def corners(image: Image.Image) -> tuple[tuple[int, int, int], ...]:
    """The nearest of the four colours in each corner."""
    width, height = image.size
    places = [(width // 8, height // 8), (width * 7 // 8, height // 8)]
    places += [(x, height * 7 // 8) for x, _ in places]
    return tuple(nearest(image.convert("RGB").getpixel(place)) for place in places)


def nearest(colour: Any) -> tuple[int, int, int]:
    return min(CORNERS, key=lambda known: sum((a - b) ** 2 for a, b in zip(known, colour, strict=True)))


def exif(orientation: int | None = None, *, location: bool = False, **tags: str) -> bytes:
    """An EXIF block with an orientation, a location, and times by their names (``DateTimeOriginal="..."``)."""
    data = Image.Exif()
    if orientation is not None:
        data[ExifTags.Base.Orientation] = orientation
    data[ExifTags.Base.Make] = "SECRETCAMERA"
    inner = data.get_ifd(ExifTags.IFD.Exif)
    for name, text in tags.items():
        inner[ExifTags.Base[name]] = text
    if location:
        data.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
        data.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 30.0, 12.0)
    return data.tobytes()


def encoded(image: Image.Image | None = None, kind: str = "JPEG", **options: Any) -> bytes:
    stream = BytesIO()
    picture = image or quarters()
    if kind == "HEIF":
        pillow_heif.from_pillow(picture).save(stream, quality=90, **options)
    else:
        picture.save(stream, kind, **options)
    return stream.getvalue()


def stored_as(orientation: int, size: tuple[int, int] = (160, 120)) -> Image.Image:
    """The upright quarters as a camera turned to that orientation stores them."""
    turn = UNDO_TURN[orientation]
    return quarters(size) if turn is None else quarters(size).transpose(turn)


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def png_with_header(width: int, height: int, depth: int = 8, colour_type: int = 2, pixels: bytes = b"") -> bytes:
    """A PNG of any size in its header, and whatever pixels."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def one_bit_png(width: int, height: int) -> bytes:
    """A whole, valid black picture in a few kilobytes."""
    line = bytes(1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    return png_with_header(width, height, depth=1, colour_type=0, pixels=data)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def swapped_profile() -> bytes:
    """An ICC profile whose red is sRGB's green and whose green is sRGB's red: what it turns cannot be overlooked."""
    red, green, blue = (0.38515, 0.71687, 0.09708), (0.43607, 0.22249, 0.01392), (0.14307, 0.06061, 0.71410)
    tags = {b"rXYZ": _xyz(red), b"gXYZ": _xyz(green), b"bXYZ": _xyz(blue), b"wtpt": _xyz((0.9642, 1.0, 0.8249))}
    tags |= {name: b"curv\0\0\0\0" + struct.pack(">IH", 1, 0x0233) + b"\0\0" for name in (b"rTRC", b"gTRC", b"bTRC")}
    tags |= {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 8) + b"swapped\0" + bytes(78),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        padded = data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", start + len(body), len(data))
        body += padded
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += struct.pack(">iii", 0xF6D6, 0x10000, 0xD32D)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">iii", *(round(value * 65536) for value in values))
