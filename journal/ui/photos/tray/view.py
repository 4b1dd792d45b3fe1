"""The waiting photos as cells: picture, day, view, what is pointed out. An item view: screen readers know it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journal.ui.photos.gallery import covering
from journal.ui.photos.tray.model import TrayModel
from journal.ui.theme import Theme

WIDTH = 168
RATIO = 1.1
PAD = 8
RADIUS = 9
LINES = 3


class TrayView(QListView):
    """Choose one or several with click, Shift, Control, or the keyboard."""

    def __init__(self, model: TrayModel, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tray = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QAbstractItemView { background: transparent; border: 0; }")
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Photos that wait to be added"))
        self.setAccessibleDescription(self.tr("Arrow keys move, Space chooses, Shift and arrows choose several."))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def rows(self) -> list[int]:
        """The chosen ones."""
        return sorted(index.row() for index in self.selectedIndexes())

    def cell_size(self) -> QSize:
        """Of one photo with its lines."""
        width = round(WIDTH * self._theme.base_px / 16)
        return QSize(width + 2 * PAD, round(width * RATIO) + LINES * self._line() + 3 * PAD)

    def _line(self) -> int:
        return QFontMetrics(self._theme.font("small")).height()

    def paint_cell(self, painter: QPainter, rect: QRect, row: int, *, is_chosen: bool, is_current: bool) -> None:
        """Paint one photo."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = QRectF(rect).adjusted(2, 2, -2, -2)
        if is_chosen:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(cell, RADIUS, RADIUS)
        if is_current and self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, RADIUS, RADIUS)
        width = rect.width() - 2 * PAD
        picture = QRectF(rect.left() + PAD, rect.top() + PAD, width, round(width * RATIO))
        self._paint_picture(painter, row, picture)
        self._paint_lines(painter, row, picture)

    def _paint_picture(self, painter: QPainter, row: int, rect: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(rect, RADIUS - 3, RADIUS - 3)
        painter.save()
        painter.setClipPath(outline)
        painter.fillPath(outline, self._theme.color("sunken"))
        pixmap = self._tray.pixmap(row)
        if not pixmap.isNull():
            painter.drawPixmap(rect, pixmap, covering(pixmap, rect))
        painter.restore()

    def _paint_lines(self, painter: QPainter, row: int, picture: QRectF) -> None:
        waits = self._tray.waiting[row].day is None
        lines = (
            (self._tray.day_line(row), "caution" if waits else "ink", True),
            (self._tray.second_line(row), "second_ink", False),
            (self._tray.mark_line(row), "caution", False),
        )
        line = self._line()
        top = picture.bottom() + PAD / 2
        for text, color, is_bold in lines:
            font = self._theme.font("small")
            font.setBold(is_bold)
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            room = QRectF(picture.left(), top, picture.width(), line)
            seen = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, seen)
            top += line


class _CellDelegate(QStyledItemDelegate):
    """Hands Qt's questions to the view, which knows the sizes."""

    def __init__(self, view: TrayView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002  Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002  Qt's signature
    ) -> QSize:
        return self._view.cell_size()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state = option.state
        painter.save()
        self._view.paint_cell(
            painter,
            option.rect,
            index.row(),
            is_chosen=bool(state & QStyle.StateFlag.State_Selected),
            is_current=index.row() == self._view.currentIndex().row(),
        )
        painter.restore()
