"""The photos page before the first photo: what will be here, and the one next step."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.ui.theme import Theme


class EmptyPhotos(QFrame):
    """Says what will be here. ``add_requested`` is the one next step."""

    add_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        title = QLabel(self.tr("Your photos will be here, day by day"))
        title.setProperty("role", "heading")
        text = QLabel(
            self.tr(
                "Front, left and right, in the same place and light each time: that is what shows a change. "
                "Photos from before the treatment are welcome too. They stay in your journal on this computer."
            )
        )
        text.setProperty("role", "second")
        text.setWordWrap(True)
        text.setFixedWidth(theme.base_px * 30)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        add = QPushButton(self.tr("Add photos"))
        add.setProperty("kind", "primary")
        add.clicked.connect(self.add_requested)
        self.setFocusProxy(add)
        hint = QLabel(self.tr("or drop them here, or paste with Ctrl+V"))
        hint.setProperty("role", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch()
        row = QHBoxLayout()  # an alignment would take the height of the text for one line
        row.addStretch()
        row.addWidget(text)
        row.addStretch()
        for above in (ThreeViews(theme), title):
            layout.addWidget(above, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(row)
        for below in (add, hint):
            layout.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()


class ThreeViews(QWidget):
    """A quiet drawing of three frames with a head in each: left, front, right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(264, 118)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, turn in enumerate((-1, 0, 1)):
            self._paint_frame(painter, QRectF(4 + column * 90, 6, 76, 104), turn)
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRectF, turn: int) -> None:
        painter.setPen(QPen(self._theme.color("hairline"), 1.5))
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(frame, 9, 9)
        line = QPen(self._theme.color("accent"), 1.75)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = frame.center() - QPointF(0, 8)
        painter.drawEllipse(middle, 20, 26)
        painter.drawArc(QRectF(middle.x() - 30, middle.y() + 34, 60, 44), 20 * 16, 140 * 16)
        features = middle + QPointF(turn * 8, 0)
        painter.drawLine(features + QPointF(turn * 2, -2), features + QPointF(turn * 5, 6))
        painter.drawArc(QRectF(features.x() - 6, features.y() + 8, 12, 7), 200 * 16, 140 * 16)
