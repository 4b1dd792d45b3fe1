"""The plain pieces the Today page is put together from: labels, links, cards. No data live here."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.flow_layout import FlowLayout

CARD_MARGIN = 20


def words(text: str, role: str, *, wraps: bool = True) -> QLabel:
    """A label in one of the style sheet's roles."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(wraps)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def link(text: str, parent: QWidget | None = None) -> QPushButton:
    """A button that reads like a link."""
    button = LinkButton(text, parent)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setAccessibleName(text)
    button.ensurePolished()
    return button


class ElidedLabel(QLabel):
    """A one-line label that gives way: what has no room ends in dots, and the tool tip has all of it."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), text)


def beside(*links: QPushButton) -> FlowLayout:
    """Links in a row, their words in line with the text above them."""
    row = FlowLayout(gap=12, line_gap=4)
    for button in links:
        row.addWidget(button)
    return row


def rename(button: QPushButton, text: str) -> None:
    """Give a link other words, for the eye and for the screen reader."""
    button.setText(text)
    button.setAccessibleName(text)


def empty(widget: QWidget) -> None:
    """Take all children out of a widget's layout; they go when control returns to Qt."""
    layout = widget.layout()
    items = [layout.takeAt(0) for _ in range(layout.count())] if layout is not None else []
    leave(widget, [child for item in items if item is not None and (child := item.widget()) is not None])


def leave(widget: QWidget, children: Sequence[QWidget]) -> None:
    """Have children of a widget go when control returns to Qt.

    Until then they have a parent: one that belonged to Python alone would go at once, in the middle of its own signal.
    """
    if not children:
        return
    leaving = QWidget(widget.window())
    leaving.hide()
    for child in children:
        child.hide()
        child.setParent(leaving)
    leaving.deleteLater()


class Card(QFrame):
    """A surface with a hairline; ``body`` is its column."""

    def __init__(self, parent: QWidget | None = None, *, surface: str = "card", gap: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_MARGIN, 16, CARD_MARGIN, 16)
        self.body.setSpacing(gap)


class Ground(QWidget):
    """What a scroll area scrolls: as high as its layout needs at the present width, and no higher."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Rule(QFrame):
    """A hairline across a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rule")
        self.setFixedHeight(1)
