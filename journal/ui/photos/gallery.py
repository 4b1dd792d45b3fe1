"""The gallery: photos as cells under the heading of their day. An item view, so that screen readers know it."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from journal import words
from journal.domain.photo import Photo
from journal.ui.photos.cover import Cover, paint_cover
from journal.ui.photos.layout import GalleryLayout, Measures
from journal.ui.photos.model import Index, PhotoModel, Thumbnails
from journal.ui.theme import Theme

CELL = 168
PICTURE_RATIO = 1.2
GAP = 16
SECTION_GAP = 24
RADIUS = 9
RING = 2
MARGIN = 4

Move = QAbstractItemView.CursorAction


class Gallery(QAbstractItemView):
    """Draws only what is seen and asks for the thumbnails of that only.

    Signals:
        photo_opened (int): the id of a photo to be shown large.
        removal_requested (int), compare_requested (int): by key.
        menu_requested (int, QPoint): the photo and where on the screen.
    """

    photo_opened = Signal(int)
    removal_requested = Signal(int)
    compare_requested = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self,
        model: PhotoModel,
        thumbnails: Thumbnails,
        cover: Cover,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._photos = model
        self._thumbnails = thumbnails
        self._cover = cover
        self._theme = theme
        self._layout = GalleryLayout((), 0, self._measures())
        self._build()
        self.setModel(model)
        model.modelReset.connect(self._lay_out)
        theme.changed.connect(self._lay_out)
        cover.changed.connect(self.thumbnails_arrived)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Photos by day"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move, Enter opens a photo large, C compares it, Delete removes it.")
        )
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QAbstractItemView { background: transparent; border: 0; }")

    def thumbnails_arrived(self) -> None:
        """Draw again what came in."""
        self.viewport().update()

    def open_menu_for(self, index: Index, place: QPoint) -> None:
        """Ask for the menu of a photo."""
        if index.isValid():
            self.menu_requested.emit(self._photo(index.row()).id, place)

    # --- layout

    def _measures(self) -> Measures:
        scale = self._theme.base_px / 16
        width = round(CELL * scale)
        line = QFontMetrics(self._theme.font("small")).height()
        heading = QFontMetrics(self._theme.font("heading")).height() + 14
        return Measures(width, round(width * PICTURE_RATIO) + line + 10, heading, GAP, SECTION_GAP)

    def _lay_out(self) -> None:
        self._layout = GalleryLayout(self._photos.counts, self.viewport().width() - 2 * MARGIN, self._measures())
        self.verticalScrollBar().setRange(0, max(0, self._layout.height + 2 * MARGIN - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(48)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._lay_out()

    def _top(self) -> int:
        return self.verticalScrollBar().value() - MARGIN

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        return self._layout.rect(index.row()).translated(MARGIN, -self._top())

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._layout.row_at(point + QPoint(-MARGIN, self._top()))
        return QModelIndex() if row is None else self._photos.index(row)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002  Qt's signature
    ) -> None:
        rect = self.visualRect(index)
        room = self.viewport().rect()
        bar = self.verticalScrollBar()
        above = self._measures().heading + MARGIN
        if rect.top() < above:
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() > room.bottom():
            bar.setValue(bar.value() + rect.bottom() - room.bottom() + MARGIN)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002  Qt's signature
        return False

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002  Qt's signature
        count = self._photos.rowCount()
        if not count:
            return QModelIndex()
        row = self.currentIndex().row()
        return self._photos.index(0 if row < 0 else min(max(self._moved(row, action), 0), count - 1))

    def _moved(self, row: int, action: Move) -> int:
        page = max(1, self.viewport().height() // self._measures().cell_height)
        lines = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -page, Move.MovePageDown: page}
        if action in lines:
            return self._layout.below(row, lines[action])
        ends = {Move.MoveHome: 0, Move.MoveEnd: self._photos.rowCount() - 1}
        if action in ends:
            return ends[action]
        return row + (1 if action in {Move.MoveRight, Move.MoveNext} else -1)

    def setSelection(self, rect: QRect, command: object) -> None:
        self.selectionModel().select(self.indexAt(rect.center()), command)  # type: ignore[call-overload]

    def visualRegionForSelection(self, selection: object) -> QRegion:  # noqa: ARG002  Qt's signature
        return QRegion(self.visualRect(self.currentIndex()))

    # --- keys and mouse

    def _photo(self, row: int) -> Photo:
        return self._photos.photos[row]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(index)
        elif index.isValid() and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_requested.emit(self._photo(index.row()).id)
        elif index.isValid() and event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_requested.emit(self._photo(index.row()).id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        """A covered photo is shown first, and opened the next time."""
        photo_id = self._photo(index.row()).id
        if not self._cover.uncover(photo_id):
            self.photo_opened.emit(photo_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.open_menu_for(index, place)

    # --- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top, bottom = self._top() + event.rect().top(), self._top() + event.rect().bottom()
        seen: list[int] = []
        painter.translate(MARGIN, -self._top())
        for section in self._layout.sections_between(top, bottom):
            self._paint_heading(painter, section.first, section.top)
            for row in self._layout.rows_between(section, top, bottom):
                self._paint_cell(painter, row)
                seen.append(self._photo(row).id)
        painter.end()
        if event.rect() == self.viewport().rect():
            self._thumbnails.want_only(seen)

    def _paint_heading(self, painter: QPainter, row: int, top: int) -> None:
        measures = self._measures()
        rect = QRect(0, top, self.viewport().width() - 2 * MARGIN, measures.heading - 10)
        text = self._photos.heading(row)
        font = self._theme.font("text")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        rest = rect.adjusted(painter.fontMetrics().horizontalAdvance(text) + MARGIN, 0, 0, 0)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("second_ink"))
        detail = painter.fontMetrics().elidedText(
            self._photos.heading_detail(row), Qt.TextElideMode.ElideRight, max(0, rest.width())
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, detail)

    def _paint_cell(self, painter: QPainter, row: int) -> None:
        photo = self._photo(row)
        cell = self._layout.rect(row)
        picture_rect = QRectF(cell.left(), cell.top(), cell.width(), round(cell.width() * PICTURE_RATIO))
        outline = QPainterPath()
        outline.addRoundedRect(picture_rect, RADIUS, RADIUS)
        painter.fillPath(outline, self._theme.color("sunken"))
        if self._cover.covers(photo.id):
            paint_cover(painter, picture_rect, self._theme)
        else:
            picture = self._thumbnails.get(photo.id)
            if picture is not None and not picture.isNull():
                painter.save()
                painter.setClipPath(outline)
                paint_covering(painter, picture_rect, picture, is_mirrored=photo.mirrored)
                painter.restore()
        self._paint_frame(painter, picture_rect, is_current=row == self.currentIndex().row())
        self._paint_words(painter, photo, QRect(cell.left(), round(picture_rect.bottom()) + 4, cell.width(), 99))

    def _paint_words(self, painter: QPainter, photo: Photo, below: QRect) -> None:
        """The view at the left, what stands out at the right."""
        top = Qt.AlignmentFlag.AlignTop
        view, marks = words.view_name(photo.view), self._photos.marks.line(photo)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | top, view)
        if marks:
            metrics = painter.fontMetrics()
            room = below.width() - metrics.horizontalAdvance(view) - 12
            painter.setPen(self._theme.color("caution"))
            seen = metrics.elidedText(marks, Qt.TextElideMode.ElideRight, room)
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | top, seen)

    def _paint_frame(self, painter: QPainter, rect: QRectF, *, is_current: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("hairline"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if is_current and self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), RING))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)


def paint_covering(painter: QPainter, rect: QRectF, picture: QPixmap, *, is_mirrored: bool = False) -> None:
    """Fill a rectangle with the middle part of a picture, turned left to right where it is a mirror image."""
    painter.save()
    if is_mirrored:
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    painter.drawPixmap(rect, picture, covering(picture, rect))
    painter.restore()


def covering(picture: QPixmap, rect: QRectF) -> QRectF:
    """The middle part of a picture that fills the cell without being stretched."""
    width, height = float(picture.width()), float(picture.height())
    ratio = rect.width() / rect.height()
    part_width, part_height = min(width, height * ratio), min(height, width / ratio)
    return QRectF((width - part_width) / 2, (height - part_height) / 2, part_width, part_height)
