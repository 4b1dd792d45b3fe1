"""A photo's picture ready to be painted at any scale, in its place on the common plane. Nothing of days or files."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from journal.domain.similarity import UNCHANGED, Similarity
from journal.ui.photos.compare.lens import Extent, Lens, extent_of

LEVELS = 4
"""The picture itself and three of half the size each: one painted at a tenth of its size would be all grain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a photo lies on the common plane: mirrored first where it is a mirror image, then as ``lies`` says.

    Units are long sides: of the photo itself before, of the plane's photo after.
    """

    lies: Similarity = UNCHANGED
    is_mirrored: bool = False

    def transform(self) -> QTransform:
        """The same for a painter, from the photo's plane to the common one, mirroring included."""
        transform = QTransform()
        transform.translate(self.lies.shift.real, self.lies.shift.imag)
        transform.rotate(self.lies.turn)
        transform.scale(-self.lies.scale if self.is_mirrored else self.lies.scale, self.lies.scale)
        return transform


class Picture:
    """A picture in several sizes, made when they are first wanted, and where it lies."""

    def __init__(self, image: QImage | None = None, placement: Placement | None = None) -> None:
        self.placement = placement or Placement()
        self._levels = [QPixmap.fromImage(image)] if image is not None and not image.isNull() else []

    def again(self, placement: Placement) -> "Picture":
        """The same picture elsewhere; its sizes are shared."""
        other = Picture(placement=placement)
        other._levels = self._levels
        return other

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
        level = self._level(lens.scale * self.placement.lies.scale * painter.device().devicePixelRatio())
        paint_placed(painter, level, self.placement, lens, middle)
        painter.restore()

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


def paint_placed(painter: QPainter, pixmap: QPixmap, placement: Placement, lens: Lens, middle: QPointF) -> None:
    """Paint a photo's pixmap of any size where its placement says, as the lens shows it in a pane."""
    own = extent_of(pixmap.width(), pixmap.height())
    seen = QTransform()
    seen.translate(middle.x() - lens.x * lens.scale, middle.y() - lens.y * lens.scale)
    seen.scale(lens.scale, lens.scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(placement.transform() * seen, combine=True)
    painter.drawPixmap(QRectF(own.left, own.top, own.width, own.height), pixmap, QRectF(pixmap.rect()))
    painter.restore()
