"""Words on the window, by their role. What they say is the caller's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Words(QLabel):
    """Plain words that wrap; ``role`` names their look in the style sheet."""

    def __init__(self, text: str = "", role: str = "text", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)


class Heading(Words):
    """The heading of a page (title), of a card (heading) or of a part of one (subheading)."""

    def __init__(self, text: str = "", role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)


class FaultLine(Words):
    """What is wrong with the field above it, in words; not there when nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "error", parent)
        self.hide()

    def tell(self, fault: str) -> None:
        """Say it, or nothing."""
        self.setText(fault)
        self.setVisible(bool(fault))


def breakable(path: str) -> str:
    """The path with places where a line may break, so that a long one does not widen the page."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")


def set_look(widget: QWidget, name: str, value: str | bool) -> None:
    """Give a widget another value of a property that the style sheet goes by; one never set is False."""
    before = widget.property(name)
    if (False if before is None else before) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Give a field the edge of a wrong value, or take it away."""
    set_look(field, "wrong", wrong)
