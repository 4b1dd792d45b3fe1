"""How one photo lies on another of the same view: a similarity transform, no shear. The mathematics live elsewhere."""

from dataclasses import dataclass

from journal.domain.errors import Refusal, ValueRefused

SCALE_MIN = 0.2
SCALE_MAX = 5.0
SHIFT_MAX = 5.0
"""In long sides of the picture: further apart the two would not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Maps a point p of this photo to the photo ``to``: q = scale R(turn) p + (dx, dy).

    Both pictures are upright after EXIF orientation and flip; the origin is the picture's centre, the unit its long
    side, y points down. ``turn`` is in degrees, clockwise on the screen.
    """

    to: int
    scale: float = 1.0
    turn: float = 0.0
    dx: float = 0.0
    dy: float = 0.0


def checked_alignment(alignment: Alignment) -> Alignment:
    """The same alignment. Raises ``ValueRefused`` outside the limits, or for what is no number."""
    is_allowed = (
        SCALE_MIN <= alignment.scale <= SCALE_MAX
        and -360 <= alignment.turn <= 360
        and abs(alignment.dx) <= SHIFT_MAX
        and abs(alignment.dy) <= SHIFT_MAX
    )
    if not is_allowed:
        raise ValueRefused(Refusal.ALIGNMENT, alignment.to)
    return alignment
