"""The older photo as a half-transparent ghost over the newer one: dragged, turned and scaled by handles and keys."""

import cmath
import math
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from journal.domain.similarity import Similarity
from journal.ui.photos.compare.lens import Extent, extent_of
from journal.ui.photos.compare.lens_view import RADIUS, LensView, arrow
from journal.ui.photos.compare.picture import Picture, Placement
from journal.ui.theme import Theme

REACH = 18.0
HANDLE = 9.0
STALK = 34.0
NUDGE = 1.0
NUDGE_FAR = 10.0
TURN_STEP = 0.25
SCALE_STEP = 1.005


class _Held(Enum):
    GHOST = auto()
    CORNER = auto()
    TURN = auto()


class GhostPane(LensView):
    """The plane is the newer photo's. Sound placements only: what would go too far is not taken.

    Signals:
        moved (): the ghost lies elsewhere.
    """

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ghost, self._below = Picture(), Picture()
        self.strength = 0.5
        self._held: _Held | None = None
        self._last = 0j
        self.setAccessibleName(self.tr("The older photo over the newer one"))
        self.setAccessibleDescription(
            self.tr(
                "Arrows move the older photo, with Shift further; Control with left and right turns it, "
                "Control with up and down makes it larger and smaller. Plus and minus zoom."
            )
        )

    # --- what is shown

    def show_pictures(self, ghost: Picture, below: Picture) -> None:
        """Both, the ghost where its placement says."""
        self._ghost, self._below = ghost, below
        self.look_again()

    @property
    def lies(self) -> Similarity:
        """How the ghost lies on the photo below."""
        return self._ghost.placement.lies

    def lay(self, lies: Similarity) -> None:
        """Lay the ghost elsewhere."""
        if lies.is_sound and lies != self.lies:
            self._ghost.placement = Placement(lies=lies, is_mirrored=self._ghost.placement.is_mirrored)
            self.update()
            self.moved.emit()

    def set_strength(self, strength: float) -> None:
        """How strong the ghost is, from 0 to 1."""
        self.strength = strength
        self.update()

    def turn_by(self, degrees: float) -> None:
        """Turn it around its own middle."""
        self._change(cmath.rect(1, math.radians(degrees)))

    def scale_by(self, factor: float) -> None:
        """Scale it around its own middle."""
        self._change(complex(factor))

    def shift_by(self, across: float, down: float) -> None:
        """Shift it by pixels of the screen."""
        step = complex(across, down) / self.lens.scale
        self.lay(Similarity(self.lies.factor, self.lies.shift + step))

    def _change(self, factor: complex) -> None:
        self.lay(Similarity(self.lies.factor * factor, self.lies.shift))

    def extent(self) -> Extent:
        return self._below.extent() if self._below.is_there else extent_of(1, 1)

    def finest(self) -> int:
        return max(self._below.long_side, self._ghost.long_side)

    # --- handles

    def _corners(self) -> list[QPointF]:
        """The ghost's corners on the screen, clockwise from its top left."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        own = self._ghost.own_rect()
        lies = Placement(lies=self.lies).transform()
        return [
            self._seen(lies.map(corner), middle)
            for corner in (own.topLeft(), own.topRight(), own.bottomRight(), own.bottomLeft())
        ]

    def _seen(self, place: QPointF, middle: QPointF) -> QPointF:
        x, y = self.lens.to_pane(place.x(), place.y())
        return middle + QPointF(x, y)

    def grips(self) -> list[QPointF]:
        """Where the corner handles are: on the ghost's corners, but never outside the pane."""
        room = QRectF(self.rect()).adjusted(HANDLE + 2, HANDLE + 2, -HANDLE - 2, -HANDLE - 2)
        return [_into(corner, room) for corner in self._corners()]

    def turn_grip(self) -> QPointF:
        """Where the handle that turns is: under the ghost's upper edge, inside the pane."""
        first, second = self._corners()[:2]
        edge = (first + second) / 2
        inward = self._middle() - edge
        length = math.hypot(inward.x(), inward.y()) or 1.0
        room = QRectF(self.rect()).adjusted(HANDLE + 2, HANDLE + 2, -HANDLE - 2, -HANDLE - 2)
        return _into(edge + inward * (STALK / length), room)

    def _middle(self) -> QPointF:
        shift = self.lies.shift
        return self._seen(QPointF(shift.real, shift.imag), QPointF(self.width() / 2, self.height() / 2))

    def _held_at(self, at: QPointF) -> _Held:
        if _distance(at, self.turn_grip()) <= REACH:
            return _Held.TURN
        if any(_distance(at, grip) <= REACH for grip in self.grips()):
            return _Held.CORNER
        return _Held.GHOST

    def _arm(self, at: QPointF) -> complex:
        middle = self._middle()
        return complex(at.x() - middle.x(), at.y() - middle.y())

    # --- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().mousePressEvent(event)
            return
        self._held = self._held_at(event.position())
        self._last = self._arm(event.position())
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        arm = self._arm(event.position())
        if self._held is _Held.GHOST:
            moved = arm - self._last
            self.shift_by(moved.real, moved.imag)
            return  # the arm's foot moved along: the last one stays
        if arm and self._last:
            factor = arm / self._last
            self._change(complex(abs(factor)) if self._held is _Held.CORNER else factor / abs(factor))
        self._last = arm

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = arrow(event)
        if way is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if way[0]:
                self.turn_by(way[0] * TURN_STEP)
            else:
                self.scale_by(SCALE_STEP ** -way[1])
        else:
            far = NUDGE_FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else NUDGE
            self.shift_by(way[0] * far, way[1] * far)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.fillRect(self.rect(), self._theme.color("sunken"))
        self._below.paint(painter, self.lens, middle)
        self._ghost.paint(painter, self.lens, middle, opacity=self.strength)
        self._paint_box(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_lit = self.hasFocus()
        painter.setPen(QPen(self._theme.color("accent" if is_lit else "hairline"), 2 if is_lit else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("surface", 3.0), ("accent", 1.5)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawPolygon(QPolygonF(self._corners()))
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.setBrush(self._theme.color("surface"))
        for grip in self.grips():
            painter.drawRect(QRectF(grip.x() - HANDLE, grip.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
        turn = self.turn_grip()
        painter.drawEllipse(turn, HANDLE + 2, HANDLE + 2)
        painter.drawArc(QRectF(turn.x() - 5, turn.y() - 5, 10, 10), 30 * 16, 270 * 16)


def _into(point: QPointF, room: QRectF) -> QPointF:
    return QPointF(
        min(max(point.x(), room.left()), room.right()),
        min(max(point.y(), room.top()), room.bottom()),
    )


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
