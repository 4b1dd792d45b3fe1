"""Where a day and a rating lie in a picture, and back. Plain arithmetic on a rectangle; nothing is painted here."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from journal.domain.ratings import HIGHEST

STEPS = (1, 2, 7, 14, 28, 56, 112, 364, 728, 3640)
"""Days between two labels on the axis of days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartGeometry:
    """The plot of a painted chart in the painter's units. ``first`` and ``last`` are day indices, both on the plot.

    ``inset`` is the room left and right of the first and the last day, so that their points and dates stay inside.
    """

    plot: QRectF
    first: int
    last: int
    inset: float = 0.0

    @property
    def day_width(self) -> float:
        """The distance between two days."""
        return (self.plot.width() - 2 * self.inset) / max(1, self.last - self.first)

    @property
    def left(self) -> float:
        """Where the first day lies."""
        return self.plot.left() + self.inset

    @property
    def right(self) -> float:
        """Where the last day lies."""
        return self.plot.right() - self.inset

    def x_of(self, index: float) -> float:
        """Where a day index lies."""
        return self.left + (index - self.first) * self.day_width

    def y_of(self, value: float) -> float:
        """Where a rating lies: 0 at the bottom, 10 at the top."""
        return self.plot.bottom() - value / HIGHEST * self.plot.height()

    def value_at(self, y: float) -> float:
        """The rating at a height; not held inside 0 to 10."""
        return (self.plot.bottom() - y) / self.plot.height() * HIGHEST if self.plot.height() else 0.0

    def index_at(self, x: float) -> int:
        """The day nearest to a position, held inside the period."""
        index = round((x - self.left) / self.day_width) + self.first if self.day_width > 0 else self.first
        return max(self.first, min(self.last, index))

    def hit(self, position: QPointF) -> int | None:
        """The day under a position; None beside, above or below the plot."""
        return self.index_at(position.x()) if self.plot.contains(position) else None


def label_step(label_width: float, day_width: float) -> int:
    """The smallest step of days whose labels do not touch."""
    for step in STEPS:
        if step * day_width >= label_width:
            return step
    return STEPS[-1]
