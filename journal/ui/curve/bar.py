"""The reading line at the foot of the Curve page: what the chosen day says, its flag, and the ways on from it."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.drawing.shapes import Mark, finding_mark, mark_word, paint_mark
from journal.drawing.style import ChartStyle
from journal.ui.curve.flag_words import flag_title
from journal.ui.curve.reading import Reading
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.flow_layout import turn
from journal.ui.widgets.labels import set_look

MARGIN = 20
GAP = 12
LINKS_SHARE = 2.4
"""The links stand beside the ratings while they leave them more than half of the line."""


class MarkView(QWidget):
    """One flag's shape with its letter, sized by the text beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark: Mark | None = None
        theme.changed.connect(self.updateGeometry)

    def show_mark(self, mark: Mark | None) -> None:
        """Show this shape, or none."""
        self._mark = mark
        self.setVisible(mark is not None)
        self.setAccessibleName("" if mark is None else mark_word(mark))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(QFontMetricsF(self._theme.font("text")).height() * 1.2)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = ChartStyle.screen(self._theme.palette, self._theme.font("small"))
        center = QPointF(self.width() / 2, self.height() / 2)
        paint_mark(painter, center, min(self.width(), self.height()) * 0.72, self._mark, style)
        painter.end()


class ScalesLabel(QLabel):
    """What each scale says: in one line with dots between, or where that has no room each in its own without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.setProperty("role", "text")
        self.setWordWrap(True)

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Say these, one of each scale."""
        self._texts = texts
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = "  ·  ".join(self._texts)
        fits = self.fontMetrics().horizontalAdvance(line) <= self.contentsRect().width()
        self.setText(line if fits else "\n".join(self._texts))


class FlagLabel(QLabel):
    """The flag in words, wrapping; a click is as good as one on "Why?", which the keyboard reaches."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.clicked.emit()


class ReadingBar(QFrame):
    """The day that is read: title, ratings, its gravest flag with "Why?", and a button that opens the day.

    Signals:
        why_requested (Finding): the flag's rule is to be explained.
        open_requested (): the day is to be opened.
        rules_requested (): every rule on the day is to be seen.
    """

    why_requested = Signal(object)
    open_requested = Signal()
    rules_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("The day that is read"))
        self._build(theme)
        self._connect()

    def show_reading(self, reading: Reading) -> None:
        """Tell of this day."""
        self._title.setText(reading.title)
        self._text.show_texts(reading.scales)
        self._finding = reading.findings[0] if reading.findings else None
        self._mark.show_mark(None if self._finding is None else finding_mark(self._finding))
        self._show_flag(len(reading.findings), reading.unflagged)
        self._arrange()
        self.setAccessibleDescription(reading.sentence)

    @property
    def text(self) -> str:
        """What is read, as one line."""
        return self.accessibleDescription()

    def _build(self, theme: Theme) -> None:
        self._title = QLabel(self)
        self._title.setProperty("role", "subheading")
        self._text = ScalesLabel(self)
        self._mark = MarkView(theme, self)
        self._flag = FlagLabel(self)
        self._why = LinkButton(self.tr("Why?"), self)
        self._rules = LinkButton(self.tr("Every rule"), self)
        self._rules.setAccessibleName(self.tr("Every rule on that day"))
        self._open = LinkButton(self.tr("Open this day"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 8, MARGIN, 8)
        column.setSpacing(2)
        flag = _row(self._mark, self._flag, self._why, stretched=self._flag)
        links = _row(self._rules, self._open)
        links.addStretch(0)
        self._upper, self._lower = _row(self._title), _row(self._text, stretched=self._text)
        self._upper.addLayout(flag, 1)
        self._lower.addLayout(links)
        column.addLayout(self._upper)
        column.addLayout(self._lower)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The flag stands beside the day and the links beside the ratings, or below them without room."""
        room = self.contentsRect().width() - 2 * MARGIN
        beside = sum(part.sizeHint().width() + GAP for part in (self._mark, self._why) if not part.isHidden())
        flag = self._flag.fontMetrics().horizontalAdvance(self._flag.text()) + beside
        _turn(self._upper, is_beside=self._title.sizeHint().width() + GAP + flag <= room)
        links = self._rules.sizeHint().width() + self._open.sizeHint().width() + 2 * GAP
        _turn(self._lower, is_beside=links * LINKS_SHARE <= room)

    def _connect(self) -> None:
        self._why.clicked.connect(self._on_why)
        self._flag.clicked.connect(self._on_why)
        self._rules.clicked.connect(self.rules_requested)
        self._open.clicked.connect(self.open_requested)

    def _show_flag(self, count: int, unflagged: str) -> None:
        finding = self._finding
        self._why.setVisible(finding is not None)
        hand = Qt.CursorShape.ArrowCursor if finding is None else Qt.CursorShape.PointingHandCursor
        self._flag.setCursor(hand)
        if finding is None:
            self._flag.setText(unflagged)
            self._flag.setToolTip("")
            set_look(self._flag, "role", "second")
            return
        text = flag_title(finding)
        if count > 1:
            text = self.tr("{flag}, and %n more", "", count - 1).format(flag=text)
        self._flag.setText(text)
        self._flag.setToolTip(finding.rule.text)
        self._why.setAccessibleName(self.tr("Why? {flag}").format(flag=flag_title(finding)))
        mark = finding_mark(finding)
        set_look(self._flag, "role", "call" if mark in (Mark.CALL, Mark.TODAY, Mark.EMERGENCY) else "caution")

    def _on_why(self) -> None:
        if self._finding is not None:
            self.why_requested.emit(self._finding)


def _row(*widgets: QWidget, stretched: QWidget | None = None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 1 if widget is stretched else 0)
    return row


def _turn(row: QBoxLayout, *, is_beside: bool) -> None:
    turn(row, is_beside=is_beside)
    row.setSpacing(GAP if is_beside else 2)
