"""The cells of the aftercare board: what each says, and how it is painted. Where they lie is the board's matter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from journal.domain.findings import Countdown
from journal.domain.plan import Rule
from journal.ui.theme import Theme
from journal.ui.today import phrases
from journal.words import habit_name

PAD_X = 16
PAD_Y = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCell:
    """One cell: what, and until when."""

    what: str
    when: str


def board_cells(countdowns: Iterable[Countdown], now: datetime, *, asks_clinic: bool = False) -> tuple[BoardCell, ...]:
    """Countdowns of equal end in one cell, soonest first as they come.

    While the clinic is to be asked first nothing is said to be allowed again; daily care goes on.
    """
    ends: dict[datetime | date, list[Countdown]] = {}
    for countdown in countdowns:
        end = countdown.ends or countdown.last_day
        if end is not None and countdown.rule.habit is not None:
            ends.setdefault(end, []).append(countdown)
    cells: list[BoardCell] = []
    for group in ends.values():
        names = list(dict.fromkeys(_name(countdown.rule) for countdown in group))
        first = group[0]
        if first.ends is None:
            when = phrases.board_daily(first.last_day or now.date())
        elif asks_clinic:
            when = phrases.clinic_first()
        else:
            when = phrases.board_end(first.ends, now)
        cells.append(BoardCell(what=phrases.in_a_row(names), when=when))
    return tuple(cells)


class CellView(QFrame):
    """One painted cell; its name is its two lines."""

    def __init__(self, cell: BoardCell, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = cell
        self._theme = theme
        self.setAccessibleName(f"{cell.what}: {cell.when}")
        self.setToolTip(cell.what)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(PAD_X, PAD_Y, -8, -PAD_Y)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.palette.second_ink))
        metrics = painter.fontMetrics()
        what = metrics.elidedText(self._cell.what, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, what)
        font = QFont(self._theme.font("text"))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, self._cell.when)


class AskCell(QPushButton):
    """The last cell of the board: opens the question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(self.tr("Can I ...?"))
        self.setProperty("kind", "painted")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Can I ...? Search what the plan says"))
        self.setToolTip(self.tr("Search what the plan says (Ctrl+K)"))
        theme.changed.connect(self.update)

    @property
    def example(self) -> str:
        """What could be asked."""
        return self.tr("sauna, retinol, gym")

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.example) + PAD_X + 12, 2 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._theme.palette
        box = QRectF(self.rect()).adjusted(PAD_X, PAD_Y, -8, -PAD_Y)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(palette.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, self.text())
        painter.setFont(QFont(self._theme.font("text")))
        painter.setPen(QColor(palette.second_ink))
        example = painter.fontMetrics().elidedText(self.example, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignBottom, example)
        if self.hasFocus():
            painter.setPen(QColor(palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 9, 9)


def _name(rule: Rule) -> str:
    return rule.habit_name or habit_name(rule.habit or "")
