"""Walks the files that leave, part by part, and finds what should not be there."""

from io import BytesIO

from PIL import Image

PLAIN_JPEG = {0xD8: "start", 0xE0: "JFIF", 0xDB: "tables", 0xC0: "frame", 0xC4: "codes", 0xDA: "scan", 0xD9: "end"}
JFIF_BYTES = 16
PLAIN_PNG = (b"IHDR", b"IDAT", b"IEND")


def jpeg_segments(data: bytes) -> list[tuple[int, bytes]]:
    """Marker and body of each segment; the scan's body holds its coded pixels. Everything after the end comes last."""
    found, place = [(0xD8, b"")], 2
    assert data[:2] == b"\xff\xd8"
    while place < len(data):
        assert data[place] == 0xFF
        code = data[place + 1]
        if code == 0xD9:
            found.append((code, data[place + 2 :]))
            return found
        stop = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if code == 0xDA:
            while not (data[stop] == 0xFF and data[stop + 1] not in (0, *range(0xD0, 0xD8))):
                stop += 1
        found.append((code, data[place + 4 : stop]))
        place = stop
    raise AssertionError("no end")


def png_chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, place = [], 8
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        found.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += 12 + length
    return found


def assert_plain_jpeg(data: bytes) -> None:
    """Nothing but what is needed to draw the one picture, as sRGB is when nothing is said."""
    segments = jpeg_segments(data)
    assert {code for code, _ in segments} <= set(PLAIN_JPEG)
    (head,) = (body for code, body in segments if code == 0xE0)
    assert head.startswith(b"JFIF\0")
    assert len(head) == JFIF_BYTES - 2
    assert head[-2:] == b"\0\0", "a thumbnail"
    assert segments[-1] == (0xD9, b""), "something after the end"


def assert_plain_png(data: bytes) -> None:
    names = [name for name, _ in png_chunks(data)]
    assert set(names) <= set(PLAIN_PNG)
    assert names[-1] == b"IEND"


def assert_plain(data: bytes) -> None:
    """Whichever of the two it is."""
    if data.startswith(b"\x89PNG"):
        assert_plain_png(data)
    else:
        assert_plain_jpeg(data)
    with Image.open(BytesIO(data)) as image:
        assert image.mode == "RGB"
        assert dict(image.getexif()) == {}
        assert not {"exif", "icc_profile", "xmp", "comment", "photoshop", "dpi"} & set(image.info)
