"""A dialog that is always as high as its words ask for, however they wrap and whatever is shown or hidden in it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget


class FittedDialog(QDialog):
    """Put widgets into ``column``. ``adjustSize`` will not do: it stops at two thirds of the screen."""

    def __init__(self, width: int, parent: QWidget | None = None, *, margin: int = 24) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(12)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit anew whenever something inside wants another size."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return is_done

    def _fit(self) -> None:
        width = max(self.width(), self.minimumWidth(), self.column.totalMinimumSize().width())
        height = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, height)
