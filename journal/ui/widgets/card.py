"""Surfaces: the card with its hairline, the callout with its coloured edge, the line between two parts."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

MARGIN = 20
SPACING = 12


class Card(QFrame):
    """A surface with a hairline and round corners. Put widgets into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, surface: str = "card", margin: int = MARGIN) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.body.setSpacing(SPACING)


class Callout(Card):
    """A part that wants to be read: ``tone`` is info, caution or call."""

    def __init__(self, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface=f"callout-{tone}", margin=14)
        self.body.setSpacing(4)


class Line(QFrame):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "rule")
        self.setFixedHeight(1)
