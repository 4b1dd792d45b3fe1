"""What is measured of a picture, once, at intake: how light, how sharp. Numbers, no judgement. Pillow lives here.

Measured in the middle of the picture, where the face is, on a small copy: a few milliseconds.
"""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from journal.domain.photo import Quality

MEASURED_LONG_SIDE = 512
MIDDLE = 0.6
"""The share of width and height that is looked at: walls and clothes at the edges say nothing of the face."""

DARK_BELOW = 24
CLIPPED_FROM = 252
"""Of 255. Clipped is what is full in any of the three colours: on skin red goes first, and redness is then lost."""

DARKEST_COMPARED = 0.02
OFFSET = 128
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=OFFSET)


def measured(image: Image.Image) -> Quality:
    """The quality of an upright RGB picture, whatever its size.

    ``sharpness`` is the variance of the Laplacian of the luma at a long side of 512, over the mean luma squared, so
    that a darker picture of the same thing is as sharp.
    """
    middle = _middle(image)
    luma = middle.convert("L")
    shares = _shares(luma)
    brightness = _mean(shares) / 255
    return Quality(
        brightness=brightness,
        dark=sum(shares[:DARK_BELOW]),
        clipped=sum(_shares(_brightest(middle))[CLIPPED_FROM:]),
        sharpness=_variance(_edges(luma)) / max(brightness, DARKEST_COMPARED) ** 2,
    )


def _middle(image: Image.Image) -> Image.Image:
    """The middle of the picture, as it is when its whole long side is 512 pixels; smaller pictures stay as they are."""
    edge = (1 - MIDDLE) / 2
    width, height = image.size
    box = (width * edge, height * edge, width * (1 - edge), height * (1 - edge))
    factor = MIDDLE * min(1.0, MEASURED_LONG_SIDE / max(image.size))
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return image.resize(size, Image.Resampling.BILINEAR, box=box, reducing_gap=1.0)


def _brightest(image: Image.Image) -> Image.Image:
    red, green, blue = image.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _edges(luma: Image.Image) -> list[float]:
    """The shares of the Laplacian's values; none for a picture too small to have an inside."""
    if min(luma.size) < 3:
        return []
    found = luma.filter(_LAPLACIAN)
    return _shares(found.crop((1, 1, found.width - 1, found.height - 1)))


def _shares(image: Image.Image) -> list[float]:
    counts = image.histogram()
    total = sum(counts)
    return [count / total for count in counts]


def _mean(shares: Sequence[float]) -> float:
    return sum(value * share for value, share in enumerate(shares))


def _variance(shares: Sequence[float]) -> float:
    mean = _mean(shares)
    return sum((value - mean) ** 2 * share for value, share in enumerate(shares))
