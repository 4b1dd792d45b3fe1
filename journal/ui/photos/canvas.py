"""One picture, fitted or zoomed and panned. Knows pictures and pixels, nothing of days or views."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui.photos.cover import paint_cover
from journal.ui.theme import Theme

ZOOM_STEP = 1.25
ZOOM_MAX = 8.0
PAN_STEP = 60.0
NOTCH = 120.0
RADIUS = 9


class PhotoCanvas(QWidget):
    """Shows a picture fitted to its room; zooms to the place under the pointer, pans by dragging.

    Signals:
        zoomed (): the scale changed.
        uncover_requested (): a click or Enter on what is covered.
    """

    zoomed = Signal()
    uncover_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._scale = 1.0
        self._is_fitted = True
        self._middle = QPointF()
        self._grip: QPointF | None = None
        self._is_covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, 450)

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture, fitted."""
        self._picture = picture
        self.fit()

    def set_covered(self, *, is_covered: bool) -> None:
        """Show that a picture is there but covered."""
        self._is_covered = is_covered
        self.update()

    @property
    def percent(self) -> int:
        """The scale in percent of the picture's own pixels."""
        return round(self._scale * 100)

    @property
    def is_fitted(self) -> bool:
        """Whether the picture follows the room it has."""
        return self._is_fitted

    def fit(self) -> None:
        """The whole picture, never larger than its own pixels."""
        self._is_fitted = True
        self._scale = self._fitting_scale()
        self._middle = QPointF(self._picture.width() / 2, self._picture.height() / 2)
        self._changed()

    def actual_size(self) -> None:
        """One pixel of the picture is one of the screen."""
        self.zoom_to(1.0 / self.devicePixelRatioF(), QPointF(self.rect().center()))

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom, keeping the place under ``around`` (default: the middle) where it is."""
        self.zoom_to(self._scale * factor, around or QPointF(self.rect().center()))

    def zoom_to(self, scale: float, around: QPointF) -> None:
        """Set the scale, within the fitted size and eight times the picture's own."""
        if self._picture.isNull():
            return
        scale = min(max(scale, self._fitting_scale()), ZOOM_MAX)
        held = self._in_picture(around)
        self._scale = scale
        self._is_fitted = scale <= self._fitting_scale()
        offset = (around - QPointF(self.rect().center())) / scale
        self._middle = self._kept_inside(held - offset)
        self._changed()

    def pan_by(self, across: float, down: float) -> None:
        """Move what is seen by pixels of the screen."""
        self._middle = self._kept_inside(self._middle + QPointF(across, down) / self._scale)
        self.update()

    def _fitting_scale(self) -> float:
        if self._picture.isNull():
            return 1.0
        across, down = self.width() / self._picture.width(), self.height() / self._picture.height()
        return max(min(across, down, 1.0), 0.01)

    def _in_picture(self, point: QPointF) -> QPointF:
        return self._middle + (point - QPointF(self.rect().center())) / self._scale

    def _kept_inside(self, middle: QPointF) -> QPointF:
        return QPointF(
            _kept(middle.x(), self._picture.width(), self.width() / self._scale),
            _kept(middle.y(), self._picture.height(), self.height() / self._scale),
        )

    def _changed(self) -> None:
        self.update()
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        else:
            self._middle = self._kept_inside(self._middle)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=self._scale < 2)
        size = QPointF(self._picture.width(), self._picture.height()) * self._scale
        corner = QPointF(self.rect().center()) - self._middle * self._scale
        if not self._picture.isNull():
            painter.drawPixmap(
                QRectF(corner.x(), corner.y(), size.x(), size.y()), self._picture, QRectF(self._picture.rect())
            )
        if self._is_covered:
            paint_cover(painter, QRectF(self.rect()), self._theme)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() / NOTCH
        self.zoom_by(ZOOM_STEP**turned, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_covered:
            self.uncover_requested.emit()
        elif event.button() == Qt.MouseButton.LeftButton and not self._is_fitted:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = self._grip - event.position()
            self._grip = event.position()
            self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002  Qt's signature
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_fitted:
            self.zoom_to(1.0 / self.devicePixelRatioF(), event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_covered and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.uncover_requested.emit()
        elif not self._zoom_by_key(event.text()) and not self._pan_by_key(event):
            super().keyPressEvent(event)

    def _zoom_by_key(self, text: str) -> bool:
        if text in {"+", "="}:
            self.zoom_by(ZOOM_STEP)
        elif text == "-":
            self.zoom_by(1 / ZOOM_STEP)
        elif text == "0":
            self.fit()
        elif text == "1":
            self.actual_size()
        else:
            return False
        return True

    def _pan_by_key(self, event: QKeyEvent) -> bool:
        ways = {
            Qt.Key.Key_Left: (-PAN_STEP, 0.0),
            Qt.Key.Key_Right: (PAN_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -PAN_STEP),
            Qt.Key.Key_Down: (0.0, PAN_STEP),
        }
        way = ways.get(Qt.Key(event.key()))
        is_wanted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or (way is not None and not way[0])
        if way is None or not is_wanted:
            return False
        self.pan_by(*way)
        return True


def _kept(middle: float, size: float, seen: float) -> float:
    """The middle of what is seen along one axis, so that the picture fills the room as far as it can."""
    return size / 2 if seen >= size else min(max(middle, seen / 2), size - seen / 2)
