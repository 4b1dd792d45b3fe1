"""The card of the treatment's evening: what is expected tonight and what is not. It asks nothing.

From trials' and devices' patient information (redness like a sunburn, warmth, tightness: Chu 2021, SkinPen instructions
for use), NHS advice on skin infection and anaphylaxis, and FDA 2025 on burns and nerve injury after RF microneedling.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.ui.theme import Theme
from journal.ui.today.parts import Card, words


class EveningCard(Card):
    """Expected on the plain surface, the reasons to call on the surface of a call."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self._heading = words("", "subheading")
        self._optional = words(self.tr("A rating tonight is optional; tomorrow evening is soon enough."), "second")
        self.body.addWidget(self._heading)
        self.body.addLayout(_lines(self._expected()))
        self.body.addWidget(self._reasons_to_call())
        self.body.addWidget(self._optional)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)

    def show_evening(self, *, is_tonight: bool) -> None:
        """Speak of tonight, or of the evening of a treatment that was."""
        self._heading.setText(self.tr("Expected tonight") if is_tonight else self.tr("Expected that evening"))
        self._optional.setVisible(is_tonight)
        self.setAccessibleName(self._heading.text())

    def _expected(self) -> tuple[str, ...]:
        return (
            self.tr("Redness like a sunburn, strongest in the first hours"),
            self.tr("Warm, tight, tender skin and some swelling"),
            self.tr("Pinpoint bleeding that stops within hours"),
        )

    def _reasons_to_call(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "callout-call")
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(words(self.tr("Not expected: call the clinic today"), "call"), 1)
        column.addLayout(head)
        today = (
            self.tr("Blisters, or white, grey, black or raw skin"),
            self.tr("Severe pain, or pain that paracetamol does not ease"),
            self.tr("Numbness or weakness in the face, pus, fever"),
        )
        column.addLayout(_lines(today))
        column.addWidget(words(self.tr("Emergency, at once"), "call"))
        column.addLayout(
            _lines((self.tr("Swollen lips, tongue or whole face, trouble breathing, seeing differently"),))
        )
        return frame

    def _draw_icon(self) -> None:
        side = round(self._theme.base_px * 1.25)
        self._icon.setPixmap(self._theme.icon("phone", "call").pixmap(QSize(side, side)))
        self._icon.setFixedSize(side, side)


def _lines(texts: Iterable[str]) -> QGridLayout:
    """Lines behind dots, so that the second line of one stands under its first."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(texts):
        grid.addWidget(words("•", "text", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(text, "text"), row, 1)
    return grid
