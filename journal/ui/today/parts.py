"""The plain pieces the Today page is put together from: labels, links, cards. No data live here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

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
    button = QPushButton(text, parent)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setAccessibleName(text)
    return button


def rename(button: QPushButton, text: str) -> None:
    """Give a link other words, for the eye and for the screen reader."""
    button.setText(text)
    button.setAccessibleName(text)


def set_role(label: QLabel, role: str) -> None:
    """Give a label another of the style sheet's roles."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


def empty(widget: QWidget) -> None:
    """Take all children out of a widget's layout; they go when control returns to Qt."""
    layout = widget.layout()
    while layout is not None and (item := layout.takeAt(0)) is not None:
        child = item.widget()
        if child is not None:
            child.hide()
            child.setParent(None)
            child.deleteLater()


class Card(QFrame):
    """A surface with a hairline; ``body`` is its column."""

    def __init__(self, parent: QWidget | None = None, *, surface: str = "card", gap: int = 8) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(CARD_MARGIN, 16, CARD_MARGIN, 16)
        self.body.setSpacing(gap)


class Rule(QFrame):
    """A hairline across a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rule")
        self.setFixedHeight(1)
