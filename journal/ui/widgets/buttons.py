"""Buttons by what they are for. They ask; what happens is the caller's."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from journal.ui.icons import GAP
from journal.ui.theme import Theme

SIDE = 20
"""Pixels of a drawing at 100 % text."""


class Button(QPushButton):
    """A button of one kind: primary, plain, link, danger, quiet, segment, cell."""

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like the space bar: both are tried by hand and by screen readers."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for the bold words of a chosen button, so that choosing moves nothing."""
        hint = super().sizeHint()
        if not self.isCheckable():
            return hint
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return hint + QSize(max(wider, 0), 0)


class LinkButton(Button):
    """A button that reads like a link in a sentence."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "link", parent)


class IconButton(Button):
    """A button with a drawing, coloured by the palette; ``name`` is for screen readers, and the tip without text."""

    def __init__(
        self,
        drawing: str,
        name: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        text: str = "",
        kind: str = "quiet",
        color: str = "second_ink",
    ) -> None:
        super().__init__(text, kind, parent)
        self._drawing, self._theme, self._color = drawing, theme, color
        self.setAccessibleName(name)
        if not text:
            self.setToolTip(name)
        self._show_drawing()
        theme.changed.connect(self._show_drawing)

    def _show_drawing(self) -> None:
        show_drawing(self, self._theme, self._drawing, self._color)


def show_drawing(button: QPushButton, theme: Theme, drawing: str, color: str = "second_ink", chosen: str = "") -> None:
    """Put a drawing on a button at the text's size; beside words it keeps 8 px from them."""
    side = round(SIDE * theme.text_scale)
    gap = GAP if button.text() else 0.0
    button.setIconSize(QSize(round(side * (1 + gap)), side))
    button.setIcon(theme.icon(drawing, color, chosen, gap))
