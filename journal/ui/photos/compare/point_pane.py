"""One photo on which points are marked: numbered handles, a magnifier while one is placed, keys for all of it."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journal.domain.similarity import Point
from journal.ui.photos.compare.lens import Extent, Lens, extent_of
from journal.ui.photos.compare.lens_view import RADIUS, LensView, arrow
from journal.ui.photos.compare.picture import Picture
from journal.ui.theme import Theme

POINTS_MAX = 3
HANDLE = 12.0
REACH = 18.0
LOUPE = 64.0
LOUPE_ZOOM = 4.0
NUDGE = 1.0
NUDGE_FAR = 10.0


class PointPane(LensView):
    """Places are those of the photo after flip: origin at its centre, unit its long side, y down.

    Signals:
        points_changed (): one was added, moved or taken away.
    """

    points_changed = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._name = name
        self._picture = Picture()
        self.label = ""
        self.points: list[Point] = []
        self.chosen: int | None = None
        self._is_placing = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._describe()

    # --- what is shown

    def show_picture(self, picture: Picture, label: str) -> None:
        """Another photo, without points."""
        self._picture, self.label = picture, label
        self.points, self.chosen = [], None
        self.fit()
        self._told()

    def extent(self) -> Extent:
        return self._picture.extent() if self._picture.is_there else extent_of(1, 1)

    def finest(self) -> int:
        return self._picture.long_side

    # --- points

    def add_point(self, point: Point) -> None:
        """One more; when all are there, the nearest is moved."""
        if len(self.points) < POINTS_MAX:
            self.points.append(point)
            self.chosen = len(self.points) - 1
        else:
            self.chosen = min(range(POINTS_MAX), key=lambda index: abs(self.points[index] - point))
            self.points[self.chosen] = point
        self._told()

    def move_chosen(self, point: Point) -> None:
        """Put the chosen one elsewhere, on the photo."""
        if self.chosen is not None:
            extent = self.extent()
            x = min(max(point.real, extent.left), extent.right)
            y = min(max(point.imag, extent.top), extent.bottom)
            self.points[self.chosen] = complex(x, y)
            self._told()

    def remove_chosen(self) -> None:
        """Take the chosen one away."""
        if self.chosen is not None:
            self.points.pop(self.chosen)
            self.chosen = len(self.points) - 1 if self.points else None
            self._told()

    def choose_next(self) -> None:
        """The next handle."""
        if self.points:
            self.chosen = 0 if self.chosen is None else (self.chosen + 1) % len(self.points)
            self.update()
            self._describe()

    def clear_points(self) -> None:
        """Take all away."""
        self.points, self.chosen = [], None
        self._told()

    def _told(self) -> None:
        self.update()
        self._describe()
        self.points_changed.emit()

    def _describe(self) -> None:
        text = self.tr("{which}, {label}: %n point(s) marked", "", len(self.points))
        self.setAccessibleName(text.format(which=self._name, label=self.label))
        self.setAccessibleDescription(
            self.tr(
                "Enter marks the place in the middle, arrows move the chosen point, N chooses the next, Delete removes "
                "it. Plus and minus zoom, Control and arrows move the photo."
            )
        )

    def on_screen(self, point: Point) -> QPointF:
        """Where a place of the photo is seen."""
        x, y = self.lens.to_pane(point.real, point.imag)
        return QPointF(self.width() / 2 + x, self.height() / 2 + y)

    def place_at(self, position: QPointF) -> Point:
        """The place of the photo that is seen there."""
        return complex(*self.lens.to_plane(*self.from_middle(position)))

    def _handle_at(self, position: QPointF) -> int | None:
        near = [
            (abs(complex(seen.x() - position.x(), seen.y() - position.y())), index)
            for index, seen in enumerate(map(self.on_screen, self.points))
        ]
        distance, index = min(near, default=(REACH + 1, 0))
        return index if distance <= REACH else None

    # --- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        handle = self._handle_at(event.position())
        if handle is None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().mousePressEvent(event)
            return
        self._is_placing = True
        if handle is None:
            self.add_point(self.place_at(event.position()))
        else:
            self.chosen = handle
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_placing:
            self.move_chosen(self.place_at(event.position()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_placing = False
        super().mouseReleaseEvent(event)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.add_point(complex(self.lens.x, self.lens.y))
        elif key == Qt.Key.Key_N:
            self.choose_next()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_chosen()
        elif not self._nudge(event):
            super().keyPressEvent(event)

    def _nudge(self, event: QKeyEvent) -> bool:
        way = arrow(event)
        if way is None or self.chosen is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        far = NUDGE_FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NUDGE
        step = complex(*way) * far / self.lens.scale
        self.move_chosen(self.points[self.chosen] + step)
        return True

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        self._picture.paint(painter, self.lens, middle)
        if self.hasFocus():
            self._paint_middle(painter, middle)
        for index, point in enumerate(self.points):
            self._paint_handle(painter, self.on_screen(point), index)
        if self.chosen is not None and (self._is_placing or self.hasFocus()):
            self._paint_loupe(painter, self.points[self.chosen])
        self._paint_frame(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_lit = self.hasFocus()
        painter.setPen(QPen(self._theme.color("accent" if is_lit else "hairline"), 2 if is_lit else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_middle(self, painter: QPainter, middle: QPointF) -> None:
        for color, width in (("surface", 3.0), ("accent", 1.0)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawLine(middle - QPointF(8, 0), middle + QPointF(8, 0))
            painter.drawLine(middle - QPointF(0, 8), middle + QPointF(0, 8))

    def _paint_handle(self, painter: QPainter, at: QPointF, index: int) -> None:
        """A ring around the place, which stays seen, and its number beside it."""
        is_chosen = index == self.chosen
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("surface", 5.0), ("accent", 3.0 if is_chosen else 2.0)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawEllipse(at, HANDLE, HANDLE)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.drawPoint(at)
        badge = QRectF(at.x() + HANDLE * 0.6, at.y() - HANDLE * 2.2, 22, 22)
        painter.setBrush(self._theme.color("accent" if is_chosen else "surface"))
        painter.drawEllipse(badge)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("on_accent" if is_chosen else "ink"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _paint_loupe(self, painter: QPainter, point: Point) -> None:
        """What lies under the handle, larger, in the corner that the handle is not in."""
        at = self.on_screen(point)
        x = LOUPE + 10 if at.x() > self.width() / 2 else self.width() - LOUPE - 10
        y = LOUPE + 10 if at.y() > self.height() / 2 else self.height() - LOUPE - 10
        middle = QPointF(x, y)
        round_part = QPainterPath()
        round_part.addEllipse(middle, LOUPE, LOUPE)
        painter.save()
        painter.setClipPath(round_part)
        painter.fillPath(round_part, self._theme.color("sunken"))
        self._picture.paint(painter, Lens(x=point.real, y=point.imag, scale=self.lens.scale * LOUPE_ZOOM), middle)
        self._paint_middle(painter, middle)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("surface", 5.0), ("accent", 2.0)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawEllipse(middle, LOUPE, LOUPE)
