"""The strip as an item view: draws what is seen, asks for the thumbnails of that only, scrolls by wheel and keys."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journal import words
from journal.ui.photos.compare.lens import Lens, extent_of
from journal.ui.photos.compare.picture import paint_placed
from journal.ui.photos.cover import Cover, paint_cover
from journal.ui.photos.model import Thumbnails
from journal.ui.photos.strip.model import Step, StripModel
from journal.ui.theme import Theme
from journal.ui.widgets.elided_box import fitting_text

PICTURE_MAX = 380
PICTURE_MIN = 120
RATIO = 0.82
LEAD = 10
LEAD_GAP = 104
LEAD_TREATMENT = 124
PAD = 8
RADIUS = 9
CHOSEN_MAX = 2


class Strip(QListView):
    """A row of photos. A click or Enter opens one; Space or Control and click choose one of two to compare.

    Signals:
        photo_opened (int): to be shown large.
        pair_chosen (int, int): two were chosen.
        menu_requested (int, QPoint): the photo and where on the screen.
    """

    photo_opened = Signal(int)
    pair_chosen = Signal(int, int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, thumbnails: Thumbnails, cover: Cover, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = StripModel()
        self.strip.setParent(self)
        self._thumbnails = thumbnails
        self._cover = cover
        self._theme = theme
        self.chosen: list[int] = []
        self._seen: list[int] = []
        self._build()
        self.setModel(self.strip)
        theme.changed.connect(self._fit)
        cover.changed.connect(self.viewport().update)

    def _build(self) -> None:
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_StepDelegate(self))
        self.setStyleSheet("QAbstractItemView { background: transparent; border: 0; }")
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Photos of one view along the days"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move, Enter opens a photo large, Space chooses two to compare.")
        )

    @property
    def picture_height(self) -> int:
        """Of one photo in the strip."""
        room = self.viewport().height() - 2 * self._line() - 3 * PAD
        most = round(PICTURE_MAX * self._theme.base_px / 16)
        return min(max(room, PICTURE_MIN), most)

    def size_of(self, step: Step) -> QSize:
        """Of a photo with what stands before it."""
        height = self.picture_height
        width = self.lead_of(step) + round(height * RATIO) + LEAD
        return QSize(width, height + 2 * self._line() + 3 * PAD)

    def lead_of(self, step: Step) -> int:
        """How much stands before a photo."""
        scale = self._theme.base_px / 16
        if step.treatments:
            return round(LEAD_TREATMENT * scale)
        return round((LEAD_GAP if step.gap > 1 else LEAD) * scale)

    def _line(self) -> int:
        return QFontMetrics(self._theme.font("text")).height()

    def choose(self, photo_id: int) -> None:
        """Choose a photo to compare, or no longer; the second one tells."""
        if photo_id in self.chosen:
            self.chosen.remove(photo_id)
        else:
            self.chosen.append(photo_id)
        self.viewport().update()
        if len(self.chosen) == CHOSEN_MAX:
            first, second = self.chosen
            self.chosen = []
            self.pair_chosen.emit(first, second)

    def show_newest(self) -> None:
        """Scroll to the end: the latest days are looked for most."""
        self.scrollToBottom()
        if self.strip.steps:
            last = self.strip.index(len(self.strip.steps) - 1)
            self.setCurrentIndex(last)
            self.scrollTo(last)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    # --- mouse and keys

    def _photo_id(self, index: QModelIndex) -> int:
        return self.strip.steps[index.row()].photo.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if index.isValid() and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(index)
        elif index.isValid() and key == Qt.Key.Key_Space:
            self.choose(self._photo_id(index))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.strip.steps:
            self.setCurrentIndex(self.strip.index(0 if key == Qt.Key.Key_Home else len(self.strip.steps) - 1))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(self._photo_id(index))
        else:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        """A covered photo is shown first, and opened the next time."""
        if not self._cover.uncover(self._photo_id(index)):
            self.photo_opened.emit(self._photo_id(index))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel has one way only: it scrolls along."""
        moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (moved.x() or moved.y()))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_requested.emit(self._photo_id(index), place)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen = []
        super().paintEvent(event)
        if event.rect() == self.viewport().rect():
            self._thumbnails.want_only(self._seen)

    def paint_step(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint one photo with what stands before it."""
        step = self.strip.steps[row]
        self._seen.append(step.photo.id)
        lead = self.lead_of(step)
        line = self._line()
        picture = QRectF(
            rect.left() + lead, rect.top() + line + PAD, round(self.picture_height * RATIO), self.picture_height
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lead(painter, step, QRectF(rect.left(), picture.top(), lead, picture.height()))
        self._paint_picture(painter, row, picture)
        self._paint_words(painter, row, picture)
        self._paint_frame(painter, picture, step.photo.id, is_current=row == self.currentIndex().row())

    def _paint_lead(self, painter: QPainter, step: Step, room: QRectF) -> None:
        """A treatment as a line with its number; days without a photo as dots with their count."""
        middle = room.center()
        if step.treatments:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawLine(QPointF(middle.x(), room.top()), QPointF(middle.x(), room.bottom()))
            latest = step.treatments[-1]
            text = self.tr("Treatment {number}\n{date}").format(number=latest.number, date=words.short_day(latest.day))
            self._paint_plate(painter, middle, text)
        elif step.gap > 1:
            painter.setPen(QPen(self._theme.color("second_ink"), 2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(room.left() + 10, middle.y()), QPointF(room.right() - 10, middle.y()))
            self._paint_plate(painter, middle, self.tr("%n day(s)", "", step.gap))

    def _paint_plate(self, painter: QPainter, middle: QPointF, text: str) -> None:
        painter.setFont(self._theme.font("small"))
        metrics = painter.fontMetrics()
        size = metrics.size(0, text)
        box = QRectF(0, 0, size.width() + 12, size.height() + 6)
        box.moveCenter(middle)
        painter.fillRect(box, self._theme.color("ground"))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_picture(self, painter: QPainter, row: int, rect: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(rect, RADIUS, RADIUS)
        painter.fillPath(outline, self._theme.color("sunken"))
        photo_id = self.strip.steps[row].photo.id
        if self._cover.covers(photo_id):
            paint_cover(painter, rect, self._theme)
            return
        picture = self._thumbnails.get(photo_id)
        if picture is None or picture.isNull():
            return
        placement, root = self.strip.in_frame(row)
        whole = extent_of(root.width, root.height)
        lens = Lens(scale=max(rect.width() / whole.width, rect.height() / whole.height))
        painter.save()
        painter.setClipPath(outline)
        paint_placed(painter, picture, placement, lens, rect.center())
        painter.restore()

    def _paint_words(self, painter: QPainter, row: int, picture: QRectF) -> None:
        line = self._line()
        font = self._theme.font("small")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        above = QRectF(picture.left(), picture.top() - line - PAD / 2, picture.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.strip.name(row))
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("second_ink"))
        below = QRectF(picture.left(), picture.bottom() + PAD / 2, picture.width(), line)
        told = fitting_date(self.strip.steps[row].photo.day, painter.fontMetrics(), round(picture.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)

    def _paint_frame(self, painter: QPainter, rect: QRectF, photo_id: int, *, is_current: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if is_current and self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)
        if photo_id in self.chosen:
            badge = QRectF(rect.right() - 34, rect.top() + 8, 26, 26)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(badge)
            painter.setPen(self._theme.color("on_accent"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self.chosen.index(photo_id) + 1))


def fitting_date(day: date, metrics: QFontMetrics, room: int) -> str:
    """A day as fully as it fits: "18 November 2026", "18 Nov 2026", "18 Nov"."""
    return fitting_text((words.full_day(day), words.dated(day), words.short_day(day)), metrics, room)


class _StepDelegate(QStyledItemDelegate):
    """Hands Qt's questions to the strip, which knows the sizes."""

    def __init__(self, strip: Strip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return self._strip.size_of(self._strip.strip.steps[index.row()])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        painter.save()
        self._strip.paint_step(painter, rect, index.row())
        painter.restore()
