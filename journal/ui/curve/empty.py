"""What a page says while there is nothing to draw: what will be there, and the one next step."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.drawing.style import ChartStyle
from journal.ui.theme import Theme
from journal.ui.widgets.rows import narrow_words

CONTENT_WIDTH = 1100
TEXT_WIDTH = 640


class EmptySketch(QWidget):
    """A falling band in the palette's colours, without any data in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMinimumSize(self.sizeHint())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = ChartStyle.screen(self._theme.palette, self._theme.font("small"))
        box = QRectF(self.rect()).adjusted(4, 8, -4, -8)
        band = QPainterPath(box.topLeft())
        band.cubicTo(_at(box, 0.3, 0.35), _at(box, 0.5, 0.85), _at(box, 1.0, 0.88))
        band.lineTo(box.bottomRight())
        band.lineTo(_at(box, 0.12, 1.0))
        band.cubicTo(_at(box, 0.05, 0.95), _at(box, 0.02, 0.8), _at(box, 0.0, 0.55))
        painter.fillPath(band, style.color("band"))
        painter.setPen(style.pen("hairline", 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.end()


def _at(box: QRectF, across: float, down: float) -> QPointF:
    return QPointF(box.left() + box.width() * across, box.top() + box.height() * down)


class EmptyPanel(QWidget):
    """A page's title, a card with what will be there, and one button.

    Signals:
        step_requested (): the next step was chosen.
    """

    step_requested = Signal()

    def __init__(self, theme: Theme, title: str, heading: str, text: str, step: str) -> None:
        super().__init__()
        head = QLabel(title, self)
        head.setProperty("role", "title")
        content = QWidget(self)
        content.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(head)
        column.addWidget(self._build_card(theme, heading, text, step))
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 20, 28, 16)
        outer.addWidget(content)

    def _build_card(self, theme: Theme, heading: str, text: str, step: str) -> QFrame:
        card = QFrame(self)
        card.setProperty("surface", "card")
        name, told = QLabel(heading, card), QLabel(text, card)
        name.setProperty("role", "heading")
        told.setProperty("role", "text")
        told.setWordWrap(True)
        button = QPushButton(step, card)
        button.setProperty("kind", "primary")
        button.setAutoDefault(True)
        button.clicked.connect(self.step_requested)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(16)
        column.addWidget(EmptySketch(theme, card), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(name)
        column.addLayout(narrow_words(told, TEXT_WIDTH))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
