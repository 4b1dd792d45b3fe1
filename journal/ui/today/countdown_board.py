"""The aftercare countdowns, read like a departure board: what, and from when it is allowed again."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journal.domain.findings import Countdown
from journal.ui.theme import Theme
from journal.ui.today.board_cells import PAD_X, PAD_Y, AskCell, BoardCell, CellView, board_cells

CELLS_MAX = 4
CELL_MIN = 176
RADIUS = 12


class CountdownBoard(QWidget):
    """At most four cells, "more" and the question "Can I ...?"; the cells wrap where there is no room."""

    grew = Signal()
    asked = Signal()
    """The question "Can I ...?" is to be opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: tuple[BoardCell, ...] = ()
        self._views: list[QWidget] = []
        self._is_open = False
        self._more = QPushButton(self)
        self._more.setProperty("kind", "link")
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.clicked.connect(self._on_more_clicked)
        self.ask_cell = AskCell(theme, self)
        self.ask_cell.clicked.connect(self.asked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Aftercare, what is allowed when"))
        theme.changed.connect(self._on_theme_changed)

    @property
    def cells(self) -> tuple[BoardCell, ...]:
        """All cells, shown or behind "more"."""
        return self._cells

    def show_countdowns(self, countdowns: Iterable[Countdown], now: datetime, *, asks_clinic: bool = False) -> None:
        """Draw the rules in force now. ``asks_clinic``: something says to call, which comes before what is avoided."""
        cells = board_cells(countdowns, now, asks_clinic=asks_clinic)
        if cells != self._cells:
            self._cells = cells
            self._rebuild()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        count = self._count()
        return self._cell_height() * -(-count // columns)

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(CELL_MIN, self._cell_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(self._views) != self._shown_count():
            self._rebuild()
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.hairline), 1))
        painter.setBrush(QColor(self._theme.palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        columns, height = self._columns(self.width()), self._cell_height()
        count = self._count()
        for row in range(1, -(-count // columns)):
            painter.drawLine(1, row * height, self.width() - 1, row * height)
        for index in range(count):
            if index % columns:
                left = self._left(index % columns, columns)
                painter.drawLine(left, index // columns * height + 1, left, (index // columns + 1) * height - 1)

    def _columns(self, width: int) -> int:
        count = self._count()
        room = max(1, width // self._cell_width())
        if count <= room:
            return count
        rows = -(-count // room)
        return -(-count // rows)

    def _cell_width(self) -> int:
        return max(CELL_MIN, QFontMetrics(self._bold()).horizontalAdvance("from 30 Nov, 00:00") + PAD_X + 12)

    def _left(self, column: int, columns: int) -> int:
        """Where a column begins: in one line each cell is as wide as its words want, else all are alike."""
        if columns < self._count():
            return round(column * self.width() / columns)
        shares = self._shares()
        return round(sum(shares[:column]) / sum(shares) * self.width())

    def _shares(self) -> list[float]:
        """What each cell of the one line gets: its time in full, then of its words as much as there is room for."""
        cells = self._cells[: self._shown_count()]
        least = [self._advance(self._bold(), cell.when) for cell in cells]
        wanted = [
            max(self._advance(self._theme.font("small"), cell.what), when)
            for cell, when in zip(cells, least, strict=True)
        ]
        if self._has_more():
            more = self._advance(self._bold(), self._more.text()) + PAD_X
            least, wanted = [*least, more], [*wanted, more]
        ask = self._advance(self._theme.font("text"), self.ask_cell.example)
        least, wanted = [*least, self._advance(self._bold(), self.ask_cell.text())], [*wanted, ask]
        missing = [full - when for full, when in zip(wanted, least, strict=True)]
        part = min(max(self.width() - sum(least), 0) / max(sum(missing), 1), 1)
        given = [when + part * rest for when, rest in zip(least, missing, strict=True)]
        spare = max(self.width() - sum(given), 0) / len(given)
        return [share + spare for share in given]

    def _advance(self, font: QFont, words: str) -> float:
        return QFontMetrics(font).horizontalAdvance(words) + PAD_X + 12

    def _cell_height(self) -> int:
        small = QFontMetrics(self._theme.font("small")).height()
        return small + QFontMetrics(self._bold()).height() + 2 * PAD_Y + 2

    def _bold(self) -> QFont:
        font = QFont(self._theme.font("text"))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _most(self) -> int:
        """How many cells are shown at once: four; with large text one line, so that the strips stay in sight."""
        if self._theme.text_scale <= 1.2:
            return CELLS_MAX
        room = max(2, max(self.width(), CELL_MIN) // self._cell_width()) - 1
        return max(1, min(CELLS_MAX, room if len(self._cells) <= room else room - 1))

    def _count(self) -> int:
        """The cells shown, with "more" and the question."""
        return self._shown_count() + self._has_more() + 1

    def _has_more(self) -> bool:
        return self._shown_count() < len(self._cells)

    def _shown_count(self) -> int:
        return len(self._cells) if self._is_open else min(len(self._cells), self._most())

    def _rebuild(self) -> None:
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._views = [CellView(cell, self._theme, self) for cell in self._cells[: self._shown_count()]]
        for view in self._views:
            view.show()
        hidden = len(self._cells) - self._shown_count()
        self._more.setVisible(self._has_more())
        self._more.setText(self.tr("%n more", "", hidden))
        self._more.setAccessibleName(self.tr("%n more aftercare rule(s)", "", hidden))
        self._more.setToolTip("\n".join(f"{cell.what}: {cell.when}" for cell in self._cells[self._shown_count() :]))
        self.updateGeometry()
        self._place()
        self.update()

    def _place(self) -> None:
        columns, height = self._columns(self.width()), self._cell_height()
        for index, view in enumerate([*self._views, *([self._more] if self._has_more() else []), self.ask_cell]):
            left = self._left(index % columns, columns)
            right = self._left(index % columns + 1, columns)
            top = index // columns * height
            inset = PAD_X if view is self._more else 0
            gap = 8 if view is self._more else 0
            view.setGeometry(left + inset, top + gap, right - left - inset - gap, height - 2 * gap)

    def _on_more_clicked(self) -> None:
        self._is_open = True
        self._rebuild()
        self.grew.emit()

    def _on_theme_changed(self) -> None:
        self._rebuild()
