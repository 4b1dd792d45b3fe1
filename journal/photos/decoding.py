"""From a picture file to one upright sRGB picture of display size. Pillow lives here.

The decoders are called by name, never found by trial, and the size in the header is held against our own limit before
any pixel is made; so Pillow's process-wide limit plays no part, and its switches are not touched while it works.
"""

import math
import os
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise, product

from PIL import Image, ImageChops, ImageCms, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from journal.photos.containers import Kind, is_whole, jpeg_parts, webp_size
from journal.photos.exif import UPRIGHT, ExifFacts, read_exif
from journal.photos.heif_pixels import decoded_pixels

PIXELS_MAX = 100_000_000
WEBP_PIXELS_MAX = 50_000_000
"""WebP's decoder takes 16 bytes for a pixel: more than a gigabyte for what others do with a third of it."""
HEIF_PIXELS_MAX = 2 * PIXELS_MAX
"""Of all tiles: those of a camera stand over the edge of its picture by less than that."""
STRIP_LINES = 256
LONG_SIDE_MIN = 1500
LONG_SIDE_MAX = 2048
WHITE = (255, 255, 255)
SAME_COLOUR = 2
STRIPS_MAX = 4

TRANSPOSED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture of each EXIF orientation upright."""

PROFILE_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}


# Set once and left: our own limit has spoken before Pillow's warning can, and remarks on a file's odd metadata are
# nobody's business on a command line.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", module=r"PIL\.\w+ImagePlugin")


class TooManyPixelsError(Exception):
    """The header names more pixels than are taken in; nothing was decoded."""


DECODERS_OWN_LIMIT = Image.DecompressionBombError
"""A decoder that makes room when it is called has looked at the size before we could."""


class CutOffError(Exception):
    """The file ends before its own structure does; nothing was decoded."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``image`` is upright, RGB, sRGB, its long side at most 2,048. Width and height are the original's, upright."""

    image: Image.Image
    width: int
    height: int
    exif: ExifFacts


def decode(kind: Kind, data: bytes) -> Decoded:
    """Decode the first picture of a file.

    Raises ``TooManyPixelsError``, ``CutOffError``, and for damaged data whatever the decoder raises.
    """
    parts = jpeg_parts(data) if kind is Kind.JPEG else None
    if kind is Kind.WEBP and math.prod(webp_size(data)) > WEBP_PIXELS_MAX:
        raise TooManyPixelsError
    if kind in {Kind.HEIC, Kind.HEIF} and decoded_pixels(data) > HEIF_PIXELS_MAX:
        raise TooManyPixelsError
    picture = _open(kind, parts.bare if parts else data)
    if picture.width * picture.height > PIXELS_MAX:
        raise TooManyPixelsError
    if not (parts.is_whole if parts else is_whole(kind, data)):
        raise CutOffError
    size = picture.size
    if isinstance(picture, JpegImageFile):
        picture.draft(picture.mode, _draft_size(size))
    picture.load()
    if parts:
        exif = read_exif(parts.exif)
    else:
        size = picture.size  # HEIF and TIFF turn themselves upright as they load
        exif = read_exif(data if kind is Kind.TIFF else picture.info.get("exif") or b"")
    turn = UPRIGHT if kind in {Kind.TIFF, Kind.HEIC, Kind.HEIF} else exif.orientation
    image = _upright(_srgb(_fitted(_eight_bit(picture)), picture.info.get("icc_profile")), turn)
    width, height = reversed(size) if turn >= 5 else size
    return Decoded(image, width, height, exif)


def _open(kind: Kind, data: bytes) -> ImageFile.ImageFile:
    stream = BytesIO(data)
    if kind is Kind.JPEG:
        return JpegImageFile(stream)
    if kind is Kind.PNG:
        return PngImageFile(stream)
    if kind is Kind.WEBP:
        return WebPImageFile(stream)
    if kind is Kind.TIFF:
        return TiffImageFile(stream)
    return _open_heif(stream)


def _open_heif(stream: BytesIO) -> ImageFile.ImageFile:
    import pillow_heif  # late: 30 ms that only HEIF needs

    picture: ImageFile.ImageFile = pillow_heif.HeifImageFile(stream)  # type: ignore[no-untyped-call]
    return picture


def _draft_size(size: tuple[int, int]) -> tuple[int, int]:
    """The smallest that the decoder may give: the picture by 8, 4 or 2, if the display copy can be made of it."""
    for scale in (8, 4, 2):
        long_side = max(size) // scale
        if long_side >= LONG_SIDE_MIN:
            return max(1, size[0] // scale), max(1, size[1] // scale)
    return size


def _eight_bit(picture: Image.Image) -> Image.Image:
    """RGB, L, CMYK or RGBA with 8 bits a channel."""
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode.startswith(("I", "F")):
        return _from_deep_grey(picture)
    if picture.mode in {"LA", "PA", "La", "RGBa"} or "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in {"RGB", "RGBA", "L", "CMYK"}:
        return picture
    return picture.convert("RGB")


def _from_deep_grey(picture: Image.Image) -> Image.Image:
    """In strips: between, a point takes four bytes, and that twice."""
    high = max(float(strip.getextrema()[1]) for _, strip in _deep_strips(picture))  # type: ignore[arg-type]
    white = 65535 if high > 255 else 1 if picture.mode == "F" and high <= 1 else 255
    result = Image.new("L", picture.size)
    for top, strip in _deep_strips(picture):
        result.paste(strip.convert("F").point(lambda value: value * (255 / white) + 0.5).convert("L"), (0, top))
    return result


def _deep_strips(picture: Image.Image) -> Iterator[tuple[int, Image.Image]]:
    for top in range(0, picture.height, STRIP_LINES):
        strip = picture.crop((0, top, picture.width, min(top + STRIP_LINES, picture.height)))
        yield top, strip.convert("I") if picture.mode.startswith("I;16") else strip


def _fitted(image: Image.Image) -> Image.Image:
    if max(image.size) <= LONG_SIDE_MAX:
        return image
    return resized(image, LONG_SIDE_MAX)


def resized(image: Image.Image, long_side: int) -> Image.Image:
    """The picture at that long side, or as it is when it is not larger."""
    factor = long_side / max(image.size)
    if factor >= 1:
        return image
    width, height = (max(1, round(side * factor)) for side in image.size)
    return image.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=1.5)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, WHITE)
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    if profile:
        image = _by_profile(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in sRGB; as it is when the profile cannot be used, or is sRGB itself."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space != PROFILE_SPACES.get(image.mode):
            return image
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), image.mode, "RGB")
        if image.mode == "RGB" and _changes_little(transform):
            return image
        return _transformed(image, transform)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _transformed(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """The whole picture through a transform, in strips at once: this is what takes longest, and it frees the lock."""
    strips = min(STRIPS_MAX, os.cpu_count() or 1)
    edges = [image.height * strip // strips for strip in range(strips + 1)]
    result = Image.new("RGB", image.size)

    def convert(edge: tuple[int, int]) -> None:
        strip = image.crop((0, edge[0], image.width, edge[1]))
        result.paste(ImageCms.applyTransform(strip, transform) or strip, (0, edge[0]))

    with ThreadPoolExecutor(strips) as pool:
        list(pool.map(convert, (edge for edge in pairwise(edges) if edge[0] < edge[1])))
    return result


def _changes_little(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether no colour of a coarse grid moves by more than rounding does: the profile says sRGB in its own words."""
    steps = bytes(range(0, 256, 51))
    grid = Image.frombytes("RGB", (len(steps) ** 3, 1), bytes(v for colour in product(steps, repeat=3) for v in colour))
    moved = ImageChops.difference(grid, ImageCms.applyTransform(grid, transform) or grid)
    return max(high for _, high in moved.getextrema()) <= SAME_COLOUR  # type: ignore[misc]


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(TRANSPOSED[orientation]) if orientation in TRANSPOSED else image
