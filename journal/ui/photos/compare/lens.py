"""What of a plane is seen and how large: plain arithmetic for zoom and pan. No Qt.

The plane is that of a photo: its origin is the photo's centre, its unit the photo's long side, y goes down. A pane is a
room on the screen in pixels; places in it are counted from its middle.
"""

from dataclasses import dataclass, replace

from journal.domain.similarity import Similarity

ZOOM_STEP = 1.25
PIXEL_MAX = 8.0
"""A pixel of the picture is never shown larger than this many of the screen."""
SCALE_MIN = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A rectangle of the plane that holds all there is to see."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Down."""
        return self.bottom - self.top

    def united(self, other: "Extent") -> "Extent":
        """The smallest rectangle around both."""
        return Extent(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The place of the plane that is in the middle of the pane, and pixels of the screen for one unit."""

    x: float = 0.0
    y: float = 0.0
    scale: float = SCALE_MIN

    def to_pane(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the plane is seen, from the middle of the pane."""
        return (x - self.x) * self.scale, (y - self.y) * self.scale

    def to_plane(self, across: float, down: float) -> tuple[float, float]:
        """What place of the plane is seen there."""
        return self.x + across / self.scale, self.y + down / self.scale


def extent_of(width: float, height: float) -> Extent:
    """The plane's part that a photo of this size in pixels takes."""
    long_side = max(width, height, 1.0)
    across, down = width / long_side / 2, height / long_side / 2
    return Extent(left=-across, top=-down, right=across, bottom=down)


def fitting_scale(extent: Extent, pane: tuple[float, float]) -> float:
    """The scale at which all of the extent is just seen in a pane of this width and height."""
    across = pane[0] / max(extent.width, 1e-6)
    down = pane[1] / max(extent.height, 1e-6)
    return max(min(across, down), SCALE_MIN)


def fitted(extent: Extent, pane: tuple[float, float]) -> Lens:
    """The lens that shows all of the extent."""
    middle = (extent.left + extent.right) / 2, (extent.top + extent.bottom) / 2
    return Lens(x=middle[0], y=middle[1], scale=fitting_scale(extent, pane))


def zoomed(lens: Lens, factor: float, at: tuple[float, float], bounds: tuple[float, float]) -> Lens:
    """Zoom and keep the place under ``at`` (from the middle of the pane) where it is. ``bounds``: least, most scale."""
    scale = min(max(lens.scale * factor, bounds[0]), max(bounds))
    x, y = lens.to_plane(*at)
    return Lens(x=x - at[0] / scale, y=y - at[1] / scale, scale=scale)


def panned(lens: Lens, across: float, down: float) -> Lens:
    """Move what is seen by pixels of the screen."""
    return replace(lens, x=lens.x + across / lens.scale, y=lens.y + down / lens.scale)


def kept_inside(lens: Lens, extent: Extent, pane: tuple[float, float]) -> Lens:
    """The lens moved as little as needed for the extent to fill the pane, or for its middle where it is smaller."""
    return replace(
        lens,
        x=_kept(lens.x, extent.left, extent.right, pane[0] / lens.scale),
        y=_kept(lens.y, extent.top, extent.bottom, pane[1] / lens.scale),
    )


def carried(lens: Lens, lies: Similarity) -> Lens:
    """The lens for another plane, on which the present one lies like that: the same place, as large as before."""
    place = lies(complex(lens.x, lens.y))
    return Lens(x=place.real, y=place.imag, scale=lens.scale / lies.scale)


def _kept(middle: float, low: float, high: float, seen: float) -> float:
    if seen >= high - low:
        return (low + high) / 2
    return min(max(middle, low + seen / 2), high - seen / 2)
