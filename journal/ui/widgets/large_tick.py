"""A tick as wide as its card, whose words wrap: in a narrow window or at large text no sign is cut."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

LEAST_WIDTH = 160
END = 12
"""What stays free behind the words."""


class LargeTick(QCheckBox):
    """A check box that is pressed anywhere in its field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "row")
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._room(QRect(0, 0, width, self.sizeHint().height()))
        metrics = QFontMetrics(self._bold())  # a tick turns its words bold, and nothing may jump
        flags = Qt.TextFlag.TextWordWrap
        height = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, self.text()).height()
        return self.sizeHint().height() + max(0, height - metrics.height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(option.palette.windowText().color())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._room(self.rect()), flags, self.text())

    def _room(self, rect: QRect) -> QRect:
        """Where the words stand in a field of that size."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.rect = rect
        contents = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        return QRect(contents.left(), rect.top(), max(1, rect.right() - END - contents.left()), rect.height())

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
