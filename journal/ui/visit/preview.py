"""The summary on the screen: one sheet at a time, painted by the very painter that prints it. No words of its own."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journal.report.outline import page_text
from journal.report.summary import Summary
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import IconButton

LARGEST_WIDTH = 900
EDGE = 8


class SheetView(QWidget):
    """One page as a sheet of paper, as wide as there is room. White whatever the theme: it is paper."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary: Summary | None = None
        self._page = 1
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("Preview of the summary"))

    def show_page(self, summary: Summary, page: int) -> None:
        """Show page ``page`` of a summary."""
        self._summary, self._page, self._image = summary, page, None
        self.setAccessibleDescription(
            f"{summary.outline.title}. {summary.outline.sentence} {summary.outline.open_now.text}"
        )
        self.updateGeometry()
        self.update()

    def set_width(self, width: int) -> None:
        """Take the room that there is."""
        width = max(200, min(width, LARGEST_WIDTH))
        self.setFixedSize(QSize(width, self.heightForWidth(width)))

    def heightForWidth(self, width: int) -> int:
        if self._summary is None:
            return width
        sheet = self._summary.paper.sheet
        return round((width - 2 * EDGE) * sheet.height() / sheet.width()) + 2 * EDGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._summary is None:
            return
        ratio = self.devicePixelRatioF()
        place = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        size = (place.size() * ratio).toSize()
        if self._image is None or self._image.size() != size:
            self._image = sheet_image(self._summary, self._page, size)
        painter = QPainter(self)
        painter.drawImage(place, self._image)
        painter.setPen(self._theme.color("hairline"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class SheetRoom(QScrollArea):
    """Scrolls a sheet that is always as wide as the room: up and down, never sideways."""

    def __init__(self, sheet: SheetView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.setWidget(sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the sheet the room that there is."""
        self._sheet.set_width(self.viewport().width())


class Preview(QFrame):
    """The sheet with its page number and the ways to the next and the previous page."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._theme = theme
        self._summary: Summary | None = None
        self._page = 1
        self._build()
        self._connect()

    @property
    def page(self) -> int:
        """The page shown, from 1."""
        return self._page

    def show_summary(self, summary: Summary) -> None:
        """Show a summary; the page stays if it is still there."""
        self._summary = summary
        self._show(min(self._page, summary.page_count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._show(self._page + step)

    def _build(self) -> None:
        self._previous = IconButton("chevron-left", self.tr("Previous page"), self._theme)
        self._next = IconButton("chevron-right", self.tr("Next page"), self._theme)
        self._number = QLabel()
        self._number.setProperty("role", "small")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setMinimumWidth(120)
        bar = QHBoxLayout()
        bar.addStretch(1)
        for widget in (self._previous, self._number, self._next):
            bar.addWidget(widget)
        bar.addStretch(1)
        self._sheet = SheetView(self._theme)
        self._area = SheetRoom(self._sheet)
        self._area.setAccessibleName(self.tr("Preview of the summary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self._area, 1)

    def _connect(self) -> None:
        self._previous.clicked.connect(self._show_previous)
        self._next.clicked.connect(self._show_next)

    def _show_previous(self) -> None:
        self._show(self._page - 1)

    def _show_next(self) -> None:
        self._show(self._page + 1)

    def _show(self, page: int) -> None:
        if self._summary is None or not 1 <= page <= self._summary.page_count:
            return
        turned = page != self._page
        self._page = page
        self._sheet.show_page(self._summary, page)
        self._area.fit()
        self._number.setText(page_text(page, self._summary.page_count))
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < self._summary.page_count)
        if turned:
            self._area.verticalScrollBar().setValue(0)
            self.page_changed.emit(page)


def sheet_image(summary: Summary, page: int, size: QSize) -> QImage:
    """A page as a picture of that size in pixels."""
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    sheet = summary.paper.sheet
    painter.scale(image.width() / sheet.width(), image.height() / sheet.height())
    summary.paint_page(painter, page)
    painter.end()
    return image
