"""Intake: a file or its bytes in, a checked picture with its two copies out. No Qt, no SQL; any thread.

What is refused is refused whole, with the reason; nothing is half kept.
"""

import stat
import struct
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.errors import PhotoRefusal, PhotoRefused
from journal.domain.photo import PreparedPhoto
from journal.photos.containers import Kind, kind_of
from journal.photos.decoding import DECODERS_OWN_LIMIT, CutOffError, Decoded, TooManyPixelsError, decode, resized
from journal.photos.quality import measured

if TYPE_CHECKING:
    from PIL import Image

BYTES_MAX = 64_000_000
THUMBNAIL_LONG_SIDE = 320
DISPLAY_QUALITY = 88
THUMBNAIL_QUALITY = 82

DECODER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
    AttributeError,
    EOFError,
    Warning,
    struct.error,
    zlib.error,
)
"""What decoders raise on damaged data, as found by feeding them damaged data. Not ``Exception``: a bug of ours in
here would then read as a damaged picture."""


def prepare(source: Path | bytes, name: str) -> PreparedPhoto:
    """Read, check and decode one picture, and make its display copy and thumbnail.

    ``name`` is the file as it was given; it names the picture in a refusal. Raises ``PhotoRefused``.
    """
    data = source if isinstance(source, bytes) else read_picture_file(source, name)
    if not data:
        raise PhotoRefused(PhotoRefusal.EMPTY, name)
    if len(data) > BYTES_MAX:
        raise PhotoRefused(PhotoRefusal.TOO_LARGE, name)
    kind = kind_of(data)
    if kind is None:
        raise PhotoRefused(PhotoRefusal.NOT_A_PICTURE, name)
    decoded = _decoded(kind, data, name)
    return PreparedPhoto(
        original=data,
        display=_jpeg(decoded.image, DISPLAY_QUALITY),
        thumbnail=_jpeg(resized(decoded.image, THUMBNAIL_LONG_SIDE), THUMBNAIL_QUALITY),
        width=decoded.width,
        height=decoded.height,
        captured_at=decoded.exif.captured_at,
        sha256=sha256(data).hexdigest(),
        media_type=str(kind),
        name=Path(name).name,
        camera=decoded.exif.camera,
        quality=measured(decoded.image),
    )


def read_picture_file(path: Path, name: str) -> bytes:
    """The bytes of a file, never more than the limit and one. Raises ``PhotoRefused``."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise PhotoRefused(PhotoRefusal.UNREADABLE, name)
        if status.st_size > BYTES_MAX:
            raise PhotoRefused(PhotoRefusal.TOO_LARGE, name)
        with path.open("rb") as file:
            return file.read(BYTES_MAX + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise PhotoRefused(PhotoRefusal.NO_FILE, name) from None
    except (OSError, ValueError):
        raise PhotoRefused(PhotoRefusal.UNREADABLE, name) from None


def _decoded(kind: Kind, data: bytes, name: str) -> Decoded:
    try:
        return decode(kind, data)
    except (TooManyPixelsError, DECODERS_OWN_LIMIT, MemoryError):
        raise PhotoRefused(PhotoRefusal.TOO_MANY_PIXELS, name) from None
    except (CutOffError, *DECODER_ERRORS):
        raise PhotoRefused(PhotoRefusal.CUT_OFF, name) from None


def _jpeg(image: "Image.Image", quality: int) -> bytes:
    image.info = {}  # the encoder would carry a comment over
    stream = BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return stream.getvalue()
