"""The head of a page: what stands at its left, what at its right, and in a narrow window the right below the left."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.ui.widgets.flow_layout import turn


class FoldingRow(QWidget):
    """One line, or two where one has no room."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], *, gap: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._left, self._right = _beside(left, gap), _beside(right, gap)
        self._left.addStretch(1)
        self._line.addLayout(self._left, 1)
        self._line.addLayout(self._right)
        self._right.addStretch(0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider half: folded, that is enough."""
        widths = (part.minimumSize().width() for part in (self._left, self._right))
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self._left.sizeHint().width() + self._right.sizeHint().width() + self._line.spacing()
        fits = event.size().width() >= wanted
        turn(self._line, is_beside=fits)
        self._right.setStretch(self._right.count() - 1, 0 if fits else 1)


def _beside(widgets: Sequence[QWidget], gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return row
