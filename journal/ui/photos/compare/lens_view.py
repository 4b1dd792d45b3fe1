"""A widget that looks at a plane through a lens: zoom and pan by wheel, touch pad, mouse, keys. It paints nothing."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.ui.photos.compare import lens as optics
from journal.ui.photos.compare.lens import Extent, Lens
from journal.ui.theme import Theme

PAN_STEP = 60.0
NOTCH = 120.0
NEAR = 3.0
RADIUS = 9


class LensView(QWidget):
    """Holds one lens. Subclasses say how large the plane and a pane are, and paint.

    Signals:
        lens_changed (): zoom or place changed.
    """

    lens_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lens = Lens()
        self._is_fitted = True
        self._grip: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(200)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(900, 520)

    # --- what a subclass says

    def extent(self) -> Extent:
        """All there is to see."""
        raise NotImplementedError

    def pane_size(self) -> tuple[float, float]:
        """Of one pane, in pixels."""
        return max(float(self.width()), 1.0), max(float(self.height()), 1.0)

    def from_middle(self, point: QPointF) -> tuple[float, float]:
        """A place of the widget, from the middle of the pane it is in."""
        return point.x() - self.width() / 2, point.y() - self.height() / 2

    def finest(self) -> int:
        """The long side of the largest picture in pixels."""
        raise NotImplementedError

    # --- zoom and place

    @property
    def is_fitted(self) -> bool:
        """Whether all is seen and follows the room there is."""
        return self._is_fitted

    def fit(self) -> None:
        """All there is."""
        self._is_fitted = True
        self.lens = optics.fitted(self.extent(), self.pane_size())
        self._changed()

    def look_again(self) -> None:
        """Pictures or panes changed: fit if it was fitted, else keep zoom and place as far as can be."""
        if self._is_fitted:
            self.fit()
        else:
            self.look_through(self.lens)

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom and keep the place under ``around`` (default: the middle of the pane) where it is."""
        at = (0.0, 0.0) if around is None else self.from_middle(around)
        self.look_through(optics.zoomed(self.lens, factor, at, self._bounds()))

    def pan_by(self, across: float, down: float) -> None:
        """Move what is seen by pixels of the screen."""
        self.look_through(optics.panned(self.lens, across, down))

    def look_through(self, lens: Lens) -> None:
        """Take a lens, held within the bounds."""
        least, most = self._bounds()
        self._is_fitted = lens.scale <= least * 1.0001
        if self._is_fitted:
            lens = optics.fitted(self.extent(), self.pane_size())
        elif lens.scale > most:
            lens = optics.zoomed(lens, most / lens.scale, (0.0, 0.0), (least, most))
        self.lens = optics.kept_inside(lens, self.extent(), self.pane_size())
        self._changed()

    def _bounds(self) -> tuple[float, float]:
        least = optics.fitting_scale(self.extent(), self.pane_size())
        return least, max(least, optics.PIXEL_MAX * self.finest())

    def _changed(self) -> None:
        self.update()
        self.lens_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_again()

    # --- mouse and touch pad

    def wheelEvent(self, event: QWheelEvent) -> None:
        is_pad = event.device().type() == QPointingDevice.DeviceType.TouchPad
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not is_pad:
            self.zoom_by(optics.ZOOM_STEP ** (event.angleDelta().y() / NOTCH), event.position())
        else:
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            self.pan_by(-moved.x(), -moved.y())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._on_gesture(event)
        return super().event(event)

    def _on_gesture(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touch pad: pinch zooms, a double tap fits or comes near."""
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(max(0.2, 1 + event.value()), event.position())
        elif kind == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.toggle_near(event.position())
        elif kind == Qt.NativeGestureType.PanNativeGesture:
            self.pan_by(-event.delta().x(), -event.delta().y())
        else:
            return False
        return True

    def toggle_near(self, at: QPointF) -> None:
        """From all to near and back."""
        if self._is_fitted:
            self.zoom_by(NEAR, at)
        else:
            self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._is_fitted:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved = self._grip - event.position()
            self._grip = event.position()
            self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002  Qt's signature
        self._grip = None
        self.setCursor(Qt.CursorShape.ArrowCursor)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.zoom_by_key(event.text()) and not self.pan_by_key(event):
            super().keyPressEvent(event)

    def zoom_by_key(self, text: str) -> bool:
        """Plus, minus, 0."""
        if text in {"+", "="}:
            self.zoom_by(optics.ZOOM_STEP)
        elif text == "-":
            self.zoom_by(1 / optics.ZOOM_STEP)
        elif text == "0":
            self.fit()
        else:
            return False
        return True

    def pan_by_key(self, event: QKeyEvent) -> bool:
        """Arrows."""
        way = arrow(event)
        if way is None:
            return False
        self.pan_by(way[0] * PAN_STEP, way[1] * PAN_STEP)
        return True


def arrow(event: QKeyEvent) -> tuple[int, int] | None:
    """The way an arrow key points; None for another key."""
    ways = {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, -1),
        Qt.Key.Key_Down: (0, 1),
    }
    return ways.get(Qt.Key(event.key()))
