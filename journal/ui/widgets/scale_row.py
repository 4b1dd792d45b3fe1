"""A plain 0-10 row for ratings that are no check-in: the ordinary evening before the first treatment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.ratings import HIGHEST, LOWEST, band_of
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import Words
from journal.words import band_word


class ScaleRow(QWidget):
    """Eleven cells and the word of the chosen one under them. Digit keys choose; 10 is ``1`` then ``0``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        numbers = range(LOWEST, HIGHEST + 1)
        choices = [(str(value), str(value)) for value in numbers]
        self.cells = ChoiceRow(name, choices, kind="cell")
        self._word = Words(self.tr("0 is none, 10 is the worst you can imagine"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.cells)
        column.addWidget(self._word)
        for value, button in zip(numbers, self.cells.buttons(), strict=True):
            button.setAccessibleDescription(band_word(band_of(value)))
        self.setFocusProxy(self.cells.buttons()[0])
        self.cells.chosen.connect(self._show_word)

    @property
    def value(self) -> int | None:
        """The rating; None when none was given."""
        return None if self.cells.value is None else int(self.cells.value)

    def show_value(self, value: int | None) -> None:
        """Show a rating, or none."""
        self.cells.choose(None if value is None else str(value))
        self._show_word()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if (
            len(digit) == 1
            and digit in "0123456789"
            and event.modifiers()
            in {
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            }
        ):
            value = HIGHEST if digit == "0" and self.value == 1 else int(digit)
            self.show_value(value)
            self.cells.buttons()[value].setFocus()
            return
        super().keyPressEvent(event)

    def _show_word(self) -> None:
        value = self.value
        if value is not None:
            self._word.setText(self.tr("{value}: {word}").format(value=value, word=band_word(band_of(value))))
