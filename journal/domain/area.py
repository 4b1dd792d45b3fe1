"""Parts of a picture, as fractions of its width and height: what is cut out, what is covered. Numbers only."""

import cmath
import math
from dataclasses import dataclass

BAND_LENGTH = 1.3
BAND_HEIGHT = 0.45
"""How long and high the band over the eyes is, beside the distance of their outer corners."""

SMALLEST = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle: its left top corner and size as fractions of the picture's width and height.

    ``turn`` turns it about its own centre, in degrees clockwise on the screen, as the picture's pixels lie.
    """

    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0

    @property
    def is_sound(self) -> bool:
        """Whether it has a size and shows something of the picture."""
        values = (self.x, self.y, self.width, self.height, self.turn)
        if not all(math.isfinite(value) for value in values) or min(self.width, self.height) < SMALLEST:
            return False
        return self.x < 1 and self.y < 1 and self.x + self.width > 0 and self.y + self.height > 0

    @property
    def is_inside(self) -> bool:
        """Whether nothing of it lies outside the picture (a turn is not looked at)."""
        near = 1e-9
        right, bottom = self.x + self.width, self.y + self.height
        return self.is_sound and min(self.x, self.y) >= -near and max(right, bottom) <= 1 + near

    def box(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in whole pixels of a picture of that size, inside it, at least one pixel."""
        width, height = size
        left, top = _within(self.x * width, width - 1), _within(self.y * height, height - 1)
        right = max(left + 1, _within((self.x + self.width) * width, width))
        bottom = max(top + 1, _within((self.y + self.height) * height, height))
        return left, top, right, bottom

    def corners(self, size: tuple[int, int]) -> tuple[complex, complex, complex, complex]:
        """Its four corners in pixels of a picture of that size, turned, in order around it."""
        width, height = size
        middle = complex((self.x + self.width / 2) * width, (self.y + self.height / 2) * height)
        half = complex(self.width * width / 2, self.height * height / 2)
        way = cmath.rect(1, math.radians(self.turn))
        arms = (-half, half.conjugate(), half, -half.conjugate())
        return (
            middle + way * arms[0],
            middle + way * arms[1],
            middle + way * arms[2],
            middle + way * arms[3],
        )


def eye_band(one: complex, other: complex, size: tuple[int, int]) -> Area:
    """The band over both eyes from their outer corners, in pixels of a picture of that size.

    Raises ``ValueError`` when both corners are one place.
    """
    apart = abs(other - one)
    if apart < 1:
        raise ValueError("the corners of the eyes are one place")
    left, right = sorted((one, other), key=lambda corner: corner.real)
    middle = (left + right) / 2
    width, height = BAND_LENGTH * apart / size[0], BAND_HEIGHT * apart / size[1]
    return Area(
        x=middle.real / size[0] - width / 2,
        y=middle.imag / size[1] - height / 2,
        width=width,
        height=height,
        turn=math.degrees(cmath.phase(right - left)),
    )


def _within(value: float, high: int) -> int:
    return min(max(round(value), 0), high)
