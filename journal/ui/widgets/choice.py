"""One of a few answers side by side, as buttons: quicker than a list, and all of it is seen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QSizePolicy, QWidget

from journal.ui.widgets.buttons import Button
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import mark_wrong

GAP = 6
CELL_WIDTH = 30


class ChoiceRow(QWidget):
    """Buttons of which at most one is down. ``choices`` are pairs of key and text.

    Signals:
        chosen (str): the key, when the person chose.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None, *, kind: str = "segment"
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row: QLayout = QHBoxLayout(self) if kind == "cell" else FlowLayout(self, gap=GAP)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for key, text in choices:
            row.addWidget(self._make_button(name, key, text, kind))
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def value(self) -> str | None:
        """The key of the chosen one, None when none is."""
        button = self._group.checkedButton()
        return None if button is None else str(button.property("choice"))

    def choose(self, key: str | None) -> None:
        """Show a choice (or none) without telling."""
        if key is None:
            self._clear()
        else:
            self._buttons[key].setChecked(True)

    def buttons(self) -> tuple[Button, ...]:
        """All of them, in order."""
        return tuple(self._buttons.values())

    def mark_wrong(self, *, wrong: bool) -> None:
        """Give every choice the edge of a missing answer, or take it away."""
        for button in self._buttons.values():
            mark_wrong(button, wrong=wrong)

    def _make_button(self, name: str, key: str, text: str, kind: str) -> Button:
        button = Button(text, kind, self)
        button.setCheckable(True)
        button.setProperty("choice", key)
        button.setAccessibleName(f"{name}: {text}")
        if kind == "cell":
            button.setMinimumWidth(CELL_WIDTH)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))
