"""A dialog that is always as high as its words ask for, however they wrap and whatever is shown or hidden in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.widgets.fitting import SCREEN_SHARE, text_width
from journal.ui.widgets.scrolled import scroll_area

SPACING = 12


class FittedDialog(QDialog):
    """Put widgets into ``column``; they scroll where the screen is too low. ``width`` is meant at plain text.

    Buttons given to ``set_foot`` stay in sight meanwhile. ``adjustSize`` will not do: it stops at two thirds of the
    screen.
    """

    def __init__(self, width: int, parent: QWidget | None = None, *, margin: int = 24) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(width)
        self._least = width
        self._margin = margin
        self._foot: QWidget | None = None
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(SPACING)
        self.area = scroll_area(content)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.area)
        self.resize(width, 1)  # else it begins as wide as Qt makes any window
        content.installEventFilter(self)

    def set_foot(self, *buttons: QWidget) -> None:
        """Show these at the right below what scrolls."""
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(self._margin, 0, self._margin, self._margin)
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._whole.addWidget(self._foot)
        self._set_below(SPACING)

    def hide_foot(self) -> None:
        """The buttons are done with."""
        if self._foot is not None:
            self._foot.hide()
            self._set_below(self._margin)

    def _set_below(self, below: int) -> None:
        self.column.setContentsMargins(self._margin, self._margin, self._margin, below)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew whenever something inside wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = max(text_width(self, self._least), self.width(), self.column.totalMinimumSize().width())
        room = round(self.screen().availableGeometry().height() * SCREEN_SHARE)
        foot = 0 if self._foot is None or self._foot.isHidden() else self._foot.sizeHint().height()
        height = self._height_at(width) + foot
        fits = height <= room
        policy = Qt.ScrollBarPolicy
        # As needed, a bar that shows for a moment makes words wrap, which then need it.
        self.area.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)
        if not fits:
            beside = self.area.verticalScrollBar().sizeHint().width()
            width = max(width, self.column.totalMinimumSize().width() + beside)
        self.resize(width, min(height, room))

    def _height_at(self, width: int) -> int:
        has_wrapping = self.column.hasHeightForWidth()
        return self.column.totalHeightForWidth(width) if has_wrapping else self.column.totalSizeHint().height()
