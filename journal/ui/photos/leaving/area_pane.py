"""A photo with one rectangle on it to be moved, sized and turned: what is to be covered, or what alone is to leave."""

import cmath
import math
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from journal.domain.area import Area
from journal.ui.photos.compare.lens import Extent, extent_of
from journal.ui.photos.compare.lens_view import RADIUS, LensView, arrow
from journal.ui.photos.compare.picture import Picture
from journal.ui.theme import Theme

REACH = 18.0
HANDLE = 9.0
STEP = 0.005
STEP_FAR = 0.03
TURN_STEP = 1.0
LEAST = 0.04
"""The smallest side of the rectangle, as a share of the picture's."""


class _Held(Enum):
    ALL = auto()
    SIZE = auto()
    TURN = auto()


class AreaPane(LensView):
    """Places are shares of the picture's width and height, as ``Area`` wants them.

    Signals:
        area_changed (): it was moved, sized or turned.
    """

    area_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._picture = Picture()
        self.area: Area | None = None
        self._is_cover = True
        self._held: _Held | None = None
        self._last = QPointF()
        self.setMinimumSize(240, 240)

    # --- what is shown

    def show_picture(self, picture: Picture) -> None:
        """The photo, upright and flipped as it is shown."""
        self._picture = picture
        self.fit()

    def show_area(self, area: Area | None, *, is_cover: bool) -> None:
        """The rectangle: a cover, which can be turned, or what is kept, which cannot; None for none."""
        self.area, self._is_cover = area, is_cover
        self.update()

    def extent(self) -> Extent:
        return self._picture.extent() if self._picture.is_there else extent_of(1, 1)

    def finest(self) -> int:
        return self._picture.long_side

    def take(self, area: Area) -> None:
        """Another rectangle; what is kept stays inside the picture, and neither gets lost outside it."""
        width, height = max(area.width, LEAST), max(area.height, LEAST)
        if self._is_cover:
            middle = area.x + area.width / 2, area.y + area.height / 2
            x, y = (min(max(place, 0.0), 1.0) for place in middle)
            area = replace(area, x=x - width / 2, y=y - height / 2, width=width, height=height)
        else:
            width, height = min(width, 1.0), min(height, 1.0)
            x, y = min(max(area.x, 0.0), 1 - width), min(max(area.y, 0.0), 1 - height)
            area = Area(x=x, y=y, width=width, height=height)
        if area != self.area:
            self.area = area
            self.update()
            self.area_changed.emit()

    # --- from shares to the screen

    def _size(self) -> tuple[float, float]:
        """The picture's width and height in pixels of the screen, as zoomed."""
        extent = self.extent()
        return extent.width * self.lens.scale, extent.height * self.lens.scale

    def _corner(self) -> QPointF:
        """Where the picture's left top corner is seen."""
        extent = self.extent()
        x, y = self.lens.to_pane(extent.left, extent.top)
        return QPointF(self.width() / 2 + x, self.height() / 2 + y)

    def corners(self) -> list[QPointF]:
        """The rectangle's corners on the screen, in order around it."""
        if self.area is None:
            return []
        width, height = self._size()
        at = self._corner()
        found = self.area.corners((round(width), round(height)))
        return [QPointF(at.x() + corner.real, at.y() + corner.imag) for corner in found]

    def turn_grip(self) -> QPointF:
        """The handle that turns: beside the right edge."""
        corners = self.corners()
        middle = sum(corners, QPointF()) / 4
        edge = (corners[1] + corners[2]) / 2 if len(corners) == 4 else middle
        away = edge - middle
        length = math.hypot(away.x(), away.y()) or 1.0
        grip = edge + away * (26 / length)
        return QPointF(min(max(grip.x(), 12), self.width() - 12), min(max(grip.y(), 12), self.height() - 12))

    # --- mouse and keys

    def _held_at(self, at: QPointF) -> _Held | None:
        corners = self.corners()
        if not corners:
            return None
        if self._is_cover and _distance(at, self.turn_grip()) <= REACH:
            return _Held.TURN
        if any(_distance(at, corner) <= REACH for corner in corners):
            return _Held.SIZE
        return _Held.ALL if QPolygonF(corners).containsPoint(at, Qt.FillRule.OddEvenFill) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._held_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        self._last = event.position()
        if self._held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or self.area is None:
            super().mouseMoveEvent(event)
            return
        self.take(self._dragged(self.area, self._last, event.position()))
        self._last = event.position()

    def _dragged(self, area: Area, before: QPointF, now: QPointF) -> Area:
        width, height = self._size()
        if self._held is _Held.ALL:
            moved = now - before
            return replace(area, x=area.x + moved.x() / width, y=area.y + moved.y() / height)
        middle = sum(self.corners(), QPointF()) / 4
        arm, last = now - middle, before - middle
        if self._held is _Held.TURN:
            way = cmath.phase(complex(arm.x(), arm.y()) / (complex(last.x(), last.y()) or 1))
            return replace(area, turn=area.turn + math.degrees(way))
        back = cmath.rect(1, -math.radians(area.turn))
        own = complex(arm.x(), arm.y()) * back
        return self._sized(area, 2 * abs(own.real) / width, 2 * abs(own.imag) / height)

    @staticmethod
    def _sized(area: Area, width: float, height: float) -> Area:
        """Larger or smaller around its middle."""
        width, height = max(width, LEAST), max(height, LEAST)
        x, y = area.x + (area.width - width) / 2, area.y + (area.height - height) / 2
        return replace(area, x=x, y=y, width=width, height=height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = arrow(event)
        if way is None or self.area is None:
            self._turn_by_key(event)
            return
        far = STEP_FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        across, down = way[0] * far, way[1] * far
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take(self._sized(self.area, self.area.width + across, self.area.height - down))
        else:
            self.take(replace(self.area, x=self.area.x + across, y=self.area.y + down))

    def _turn_by_key(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_Comma: -TURN_STEP, Qt.Key.Key_Period: TURN_STEP}
        turn = turns.get(Qt.Key(event.key()))
        if turn is not None and self.area is not None and self._is_cover:
            self.take(replace(self.area, turn=self.area.turn + turn))
        else:
            super().keyPressEvent(event)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        self._picture.paint(painter, self.lens, QPointF(self.width() / 2, self.height() / 2))
        if self.area is not None:
            self._paint_area(painter)
        is_lit = self.hasFocus()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent" if is_lit else "hairline"), 2 if is_lit else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _paint_area(self, painter: QPainter) -> None:
        """A cover is seen through, so that what lies under it can be found; around what is kept all is dimmed."""
        corners = self.corners()
        shape = QPainterPath()
        shape.addPolygon(QPolygonF(corners))
        shape.closeSubpath()
        veil = self._theme.color("ink" if not self._theme.palette.is_dark else "ground")
        veil.setAlphaF(0.62)
        if self._is_cover:
            painter.fillPath(shape, veil)
        else:
            around = QPainterPath()
            around.addRect(QRectF(self.rect()))
            painter.fillPath(around.subtracted(shape), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("surface", 3.0), ("accent", 1.5)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawPath(shape)
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(self._theme.color("accent"), 2))
        for corner in corners:
            painter.drawRect(QRectF(corner.x() - HANDLE, corner.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
        if self._is_cover:
            grip = self.turn_grip()
            painter.drawEllipse(grip, HANDLE + 2, HANDLE + 2)
            painter.drawArc(QRectF(grip.x() - 5, grip.y() - 5, 10, 10), 30 * 16, 270 * 16)


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
