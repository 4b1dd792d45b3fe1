"""Two pictures under one lens: beside each other, under a dragged line, in turn, or one through the other.

Knows pictures and pixels, nothing of days or files. What it shows in words is told to it.
"""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journal.ui.photos.compare import lens as optics
from journal.ui.photos.compare.lens import Extent
from journal.ui.photos.compare.lens_view import RADIUS, LensView, arrow
from journal.ui.photos.compare.picture import Picture
from journal.ui.photos.cover import paint_cover
from journal.ui.theme import Theme

GAP = 4
LINE_STEP = 0.02
GRIP = 14.0


class Way(StrEnum):
    """How two photos are laid together."""

    SIDE = "side by side"
    WIPE = "wipe"
    BLINK = "blink"
    GHOST = "ghost"


class CompareCanvas(LensView):
    """Paints two pictures; one zoom and one place for both.

    Signals:
        share_changed (): the line, the strength of the ghost, or which of two is seen changed.
        uncover_requested (int): the left (0) or the right (1) photo, which is covered, is to be shown.
    """

    share_changed = Signal()
    uncover_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.left, self.right = Picture(), Picture()
        self.labels = ("", "")
        self.covered = (False, False)
        self.way = Way.SIDE
        self.share = 0.5
        """Wipe: how far right (or down) the line stands; ghost: how strong the left picture is; both from 0 to 1."""
        self.is_line_level = False
        """Wipe: whether the line lies level, with the left picture above it."""
        self.is_second_shown = False
        """Blink: which of the two is seen."""
        self._holds_line = False

    # --- what is shown

    def show_pictures(self, left: Picture, right: Picture) -> None:
        """Other pictures; zoom and place stay unless all was seen."""
        self.left, self.right = left, right
        self.look_again()

    def choose_way(self, way: Way) -> None:
        """Lay them together in another way; the place in the middle stays."""
        self.way = way
        self.is_second_shown = False
        self._holds_line = False
        self.look_again()

    def set_share(self, share: float) -> None:
        """Move the line, or make the ghost stronger or weaker."""
        share = min(max(share, 0.0), 1.0)
        if share != self.share:
            self.share = share
            self.update()
            self.share_changed.emit()

    def turn_line(self) -> None:
        """The dividing line lies level, or stands upright again."""
        self.is_line_level = not self.is_line_level
        self.update()
        self.share_changed.emit()

    def show_second(self, *, is_shown: bool) -> None:
        """Which of the two is seen in turn."""
        self.is_second_shown = is_shown
        self.update()
        self.share_changed.emit()

    @property
    def percent(self) -> int:
        """The scale in percent of the right picture's own pixels."""
        return round(self.lens.scale / self.right.long_side * 100)

    # --- panes

    def extent(self) -> Extent:
        there = [picture.extent() for picture in (self.left, self.right) if picture.is_there]
        if not there:
            return optics.extent_of(1, 1)
        return there[0].united(there[-1])

    def finest(self) -> int:
        return max(self.left.long_side, self.right.long_side)

    def pane_size(self) -> tuple[float, float]:
        width = (self.width() - GAP) / 2 if self.way is Way.SIDE else float(self.width())
        return max(width, 1.0), max(float(self.height()), 1.0)

    def panes(self) -> tuple[QRectF, QRectF]:
        """Where the left and the right picture are shown."""
        width, height = self.pane_size()
        left = QRectF(0, 0, width, height)
        return left, (left.translated(width + GAP, 0) if self.way is Way.SIDE else left)

    def from_middle(self, point: QPointF) -> tuple[float, float]:
        left, right = self.panes()
        pane = right if self.way is Way.SIDE and point.x() >= right.left() else left
        return point.x() - pane.center().x(), point.y() - pane.center().y()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self.panes()
        for pane in (left, right):
            painter.fillRect(pane, self._theme.color("sunken"))
        paint = {
            Way.SIDE: self._paint_side,
            Way.WIPE: self._paint_wipe,
            Way.BLINK: self._paint_blink,
            Way.GHOST: self._paint_ghost,
        }
        paint[self.way](painter, left, right)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _paint_side(self, painter: QPainter, left: QRectF, right: QRectF) -> None:
        self._paint_picture(painter, 0, left, left)
        self._paint_picture(painter, 1, right, right)
        self._paint_label(painter, 0, left, at_right=False)
        self._paint_label(painter, 1, right, at_right=False)

    def _paint_wipe(self, painter: QPainter, pane: QRectF, _right: QRectF) -> None:
        before, after = QRectF(pane), QRectF(pane)
        if self.is_line_level:
            before.setBottom(self._line())
            after.setTop(self._line())
        else:
            before.setRight(self._line())
            after.setLeft(self._line())
        self._paint_picture(painter, 0, pane, before)
        self._paint_picture(painter, 1, pane, after)
        self._paint_label(painter, 0, pane, at_right=False)
        self._paint_label(painter, 1, pane, at_right=not self.is_line_level, at_foot=self.is_line_level)
        self._paint_line(painter)

    def _paint_blink(self, painter: QPainter, pane: QRectF, _right: QRectF) -> None:
        index = 1 if self.is_second_shown else 0
        self._paint_picture(painter, index, pane, pane)
        self._paint_label(painter, index, pane, at_right=bool(index))

    def _paint_ghost(self, painter: QPainter, pane: QRectF, _right: QRectF) -> None:
        self._paint_picture(painter, 1, pane, pane)
        self._paint_picture(painter, 0, pane, pane, opacity=self.share)
        self._paint_label(painter, 0, pane, at_right=False)
        self._paint_label(painter, 1, pane, at_right=True)

    def _paint_picture(
        self, painter: QPainter, index: int, pane: QRectF, seen: QRectF, *, opacity: float = 1.0
    ) -> None:
        painter.save()
        painter.setClipRect(seen)
        if self.covered[index]:
            painter.setOpacity(opacity)
            paint_cover(painter, pane, self._theme)
        else:
            picture = (self.left, self.right)[index]
            picture.paint(painter, self.lens, pane.center(), opacity=opacity)
        painter.restore()

    def _paint_label(
        self, painter: QPainter, index: int, pane: QRectF, *, at_right: bool, at_foot: bool = False
    ) -> None:
        text = self.labels[index]
        if not text:
            return
        painter.setFont(self._theme.font("small"))
        metrics = painter.fontMetrics()
        room = pane.width() if self.way in {Way.SIDE, Way.BLINK} else pane.width() / 2
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, round(room - 44)))
        width, height = metrics.horizontalAdvance(text) + 20.0, metrics.height() + 8.0
        x = pane.right() - width - 10 if at_right else pane.left() + 10
        box = QRectF(x, pane.bottom() - height - 10 if at_foot else pane.top() + 10, width, height)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_line(self, painter: QPainter) -> None:
        """A line that is seen on light and dark, with a handle in its middle."""
        along = self.width() if self.is_line_level else self.height()
        painter.save()
        if self.is_line_level:  # painted upright, laid level by turning the painter
            painter.translate(0, self._line())
            painter.rotate(90)
            painter.scale(1, -1)
        else:
            painter.translate(self._line(), 0)
        for color, width in (("surface", 4.0), ("accent", 2.0)):
            painter.setPen(QPen(self._theme.color(color), width))
            painter.drawLine(QPointF(0, 0), QPointF(0, along))
        middle = QPointF(0, along / 2)
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(middle, GRIP, GRIP)
        for way in (-1, 1):
            tip = middle + QPointF(way * 8, 0)
            painter.drawLine(tip, tip + QPointF(-way * 4, -4))
            painter.drawLine(tip, tip + QPointF(-way * 4, 4))
        painter.restore()

    def _line(self) -> float:
        return self.share * (self.height() if self.is_line_level else self.width())

    def _across(self, point: QPointF) -> float:
        """How far a place lies along the way that the line is dragged."""
        return point.y() if self.is_line_level else point.x()

    def _drag_line(self, point: QPointF) -> None:
        self.set_share(self._across(point) / (self.height() if self.is_line_level else self.width()))

    # --- mouse and keys

    def _is_near_line(self, point: QPointF) -> bool:
        return self.way is Way.WIPE and abs(self._across(point) - self._line()) <= GRIP

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and any(self.covered):
            self._uncover(event.position())
        elif is_left and self.way is Way.WIPE and (self.is_fitted or self._is_near_line(event.position())):
            self._holds_line = True
            self._drag_line(event.position())
        else:
            super().mousePressEvent(event)

    def _uncover(self, at: QPointF) -> None:
        """What is under the pointer, or else whichever is covered."""
        if self.way is Way.SIDE:
            index = int(at.x() >= self.panes()[1].left())
        else:
            index = int(self._across(at) >= self._line()) if self.way is Way.WIPE else int(self.is_second_shown)
        self.uncover_requested.emit(index if self.covered[index] else 1 - index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._holds_line:
            self._drag_line(event.position())
        elif event.buttons() == Qt.MouseButton.NoButton:
            is_near = self._is_near_line(event.position())
            split = Qt.CursorShape.SplitVCursor if self.is_line_level else Qt.CursorShape.SplitHCursor
            self.setCursor(split if is_near else Qt.CursorShape.ArrowCursor)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._holds_line = False
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.way is not Way.WIPE:
            self.toggle_near(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and any(self.covered):
            self.uncover_requested.emit(0 if self.covered[0] else 1)
        elif event.key() == Qt.Key.Key_Space and self.way is Way.BLINK:
            self.show_second(is_shown=not self.is_second_shown)
        elif not self._move_share_by_key(event):
            super().keyPressEvent(event)

    def _move_share_by_key(self, event: QKeyEvent) -> bool:
        """Plain arrows along its way move the line or the strength; with Shift they pan like everywhere."""
        way = arrow(event)
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if way is None or not is_plain or self.way not in {Way.WIPE, Way.GHOST}:
            return False
        step = way[1] if self.way is Way.WIPE and self.is_line_level else way[0]
        if not step:
            return False
        self.set_share(self.share + step * LINE_STEP)
        return True
