"""A photo's picture ready to be painted at any scale, in its place on the common plane. Nothing of days or files."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from journal.ui.photos.compare.lens import Extent, Lens, extent_of

LEVELS = 4
"""The picture itself and three of half the size each: one painted at a tenth of its size would be all grain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a photo lies on the plane: a place p of its own goes to scale * R(turn) p + (dx, dy), mirrored before that.

    Units are long sides of the photos, ``turn`` is in degrees, clockwise on the screen.
    """

    scale: float = 1.0
    turn: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    is_mirrored: bool = False

    def transform(self) -> QTransform:
        """The same for a painter, from the photo's plane to the common one, mirroring included."""
        transform = QTransform()
        transform.translate(self.dx, self.dy)
        transform.rotate(self.turn)
        transform.scale(-self.scale if self.is_mirrored else self.scale, self.scale)
        return transform


class Picture:
    """A picture in several sizes, made when they are first wanted, and where it lies."""

    def __init__(self, image: QImage | None = None, placement: Placement | None = None) -> None:
        self.placement = placement or Placement()
        self._levels = [QPixmap.fromImage(image)] if image is not None and not image.isNull() else []

    @property
    def is_there(self) -> bool:
        """Whether there is anything to paint."""
        return bool(self._levels)

    @property
    def long_side(self) -> int:
        """Of the picture itself, in pixels."""
        return max(self._levels[0].width(), self._levels[0].height()) if self._levels else 1

    def own_rect(self) -> QRectF:
        """The picture on its own plane."""
        if not self._levels:
            return QRectF()
        own = extent_of(self._levels[0].width(), self._levels[0].height())
        return QRectF(own.left, own.top, own.width, own.height)

    def extent(self) -> Extent:
        """What it takes of the common plane."""
        rect = self.placement.transform().mapRect(self.own_rect())
        return Extent(left=rect.left(), top=rect.top(), right=rect.right(), bottom=rect.bottom())

    def paint(self, painter: QPainter, lens: Lens, middle: QPointF, *, opacity: float = 1.0) -> None:
        """Paint it as the lens shows it; ``middle`` is the middle of its pane."""
        if not self._levels:
            return
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self.on_screen(lens, middle), combine=True)
        level = self._level(lens.scale * self.placement.scale * painter.device().devicePixelRatio())
        painter.drawPixmap(self.own_rect(), level, QRectF(level.rect()))
        painter.restore()

    def on_screen(self, lens: Lens, middle: QPointF) -> QTransform:
        """From the picture's own plane to the pane."""
        transform = QTransform()
        transform.translate(middle.x() - lens.x * lens.scale, middle.y() - lens.y * lens.scale)
        transform.scale(lens.scale, lens.scale)
        return self.placement.transform() * transform

    def _level(self, long_side: float) -> QPixmap:
        """The smallest size that still has a pixel for each of the screen."""
        index = 0
        while index + 1 < LEVELS and self.long_side / 2 ** (index + 1) >= long_side:
            index += 1
            if index == len(self._levels):
                half = self._levels[-1].size() / 2
                self._levels.append(
                    self._levels[-1].scaled(
                        half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                    )
                )
        return self._levels[index]


Fetch = Callable[[int], QImage]
"""Gives the picture of a photo by its id; an empty one when it cannot be read."""
