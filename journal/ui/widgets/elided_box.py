"""A choice of one line that gives way: said shorter, or ending in dots, where it has no room; its list is wider."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

SHORTER = Qt.ItemDataRole.UserRole + 1
"""Of an item: a list of shorter ways to say it, the longest first, for a box that has no room for its whole text."""

LETTERS = 44
"""What its list shows of a line at least; the lines are not asked, since there may be thousands."""


def fitting_text(texts: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """The first of these ways to say one thing that has room, else the last."""
    return next((text for text in texts if metrics.horizontalAdvance(text) <= room), texts[-1])


class ElidedBox(QComboBox):
    """A combo box that never cuts a letter in two."""

    @property
    def seen_text(self) -> str:
        """What is read on the closed box: the whole text, a shorter one, or one that ends in dots."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        texts = [self.currentText(), *(self.currentData(SHORTER) or ())]
        metrics = self.fontMetrics()
        return metrics.elidedText(fitting_text(texts, metrics, room), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.seen_text
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(max(self.width(), LETTERS * self.fontMetrics().averageCharWidth()))
        super().showPopup()
