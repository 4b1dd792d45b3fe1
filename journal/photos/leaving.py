"""A photo on its way out: its pixels alone, covered, cut, flipped and laid as the person chose. Pillow lives here.

The picture is drawn anew and encoded anew; of the file it came from nothing is carried over. What is covered is painted
over before anything is encoded, and there is no second, smaller picture in the file.
"""

from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from journal.domain.area import Area
from journal.domain.similarity import Similarity
from journal.photos.decoding import WHITE, resized

QUALITY = 90
COVER = (0, 0, 0)
SHRINK_BEFORE = 0.7
"""A picture that is laid smaller than this is made smaller first: the transform alone would leave jagged lines."""


class Form(StrEnum):
    """The kinds of file that are written."""

    JPEG = "JPEG"
    PNG = "PNG"


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Where the picture comes to lie: in the frame of another photo of that shape (width, height), by a similarity.

    Both in the coordinates of ``domain.alignment``: origin in the centre, unit the long side.
    """

    by: Similarity
    frame: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What the person chose. Flipped first, then laid, then covered, then cut; areas are of what is then seen."""

    mirrored: bool = False
    laid: Laid | None = None
    covers: tuple[Area, ...] = ()
    crop: Area | None = None
    form: Form = Form.JPEG


def leaving_bytes(picture: bytes, leaving: Leaving) -> bytes:
    """Exactly the bytes that leave. ``picture`` is a display copy: a JPEG, upright, sRGB."""
    return encoded(leaving_image(picture, leaving), leaving.form)


def leaving_image(picture: bytes, leaving: Leaving) -> Image.Image:
    """The pixels that leave."""
    image: Image.Image = JpegImageFile(BytesIO(picture)).convert("RGB")
    if leaving.mirrored:
        image = ImageOps.mirror(image)
    if leaving.laid is not None:
        image = laid(image, leaving.laid)
    _cover(image, leaving.covers)
    return image if leaving.crop is None else image.crop(leaving.crop.box(image.size))


def encoded(image: Image.Image, form: Form) -> bytes:
    """The pixels as a file that holds nothing else: no EXIF, XMP, profile, comment, resolution or thumbnail."""
    bare = image.copy()
    bare.info = {}
    stream = BytesIO()
    if form is Form.PNG:
        bare.save(stream, "PNG")
    else:
        bare.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()


def laid(image: Image.Image, place: Laid) -> Image.Image:
    """The picture in the other photo's frame, as large as it was itself; white where it does not reach."""
    long_side = max(image.size)
    size = _fitted(place.frame, long_side)
    if place.by.scale < SHRINK_BEFORE:
        image = resized(image, max(1, round(long_side * place.by.scale)))
    back = place.by.inverse
    factor = back.factor * max(image.size) / long_side
    centre = complex(image.width, image.height) / 2 + back.shift * max(image.size)
    start = centre - factor * complex(*size) / 2
    numbers = (factor.real, -factor.imag, start.real, factor.imag, factor.real, start.imag)
    return image.transform(size, Image.Transform.AFFINE, numbers, Image.Resampling.BICUBIC, fillcolor=WHITE)


def _fitted(frame: tuple[int, int], long_side: int) -> tuple[int, int]:
    factor = long_side / max(frame)
    width, height = (max(1, round(side * factor)) for side in frame)
    return width, height


def _cover(image: Image.Image, covers: tuple[Area, ...]) -> None:
    pencil = ImageDraw.Draw(image)
    for area in covers:
        corners = [(corner.real, corner.imag) for corner in area.corners(image.size)]
        pencil.polygon(corners, fill=COVER)
