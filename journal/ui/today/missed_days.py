"""One line about days without an entry: fill them in, or leave them empty. Never a wall, never a reproach."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.ui.today import phrases
from journal.ui.today.parts import empty, link, words
from journal.ui.widgets.flow_layout import FlowLayout
from journal.words import long_day, weekday


class DayLink(QPushButton):
    """A link that knows its day."""

    day_chosen = Signal(object)

    def __init__(self, day: date, text: str) -> None:
        super().__init__(text)
        self._day = day
        self.setProperty("kind", "link")
        self.ensurePolished()
        self.setAccessibleName(self.tr("Fill in {day}").format(day=long_day(day)))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.day_chosen.emit(self._day)


class MissedDays(QWidget):
    """Days left empty stay so; they are not asked for again while the program runs."""

    day_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[date, ...] = ()
        self._left_empty: set[date] = set()
        self._said = words("", "second")
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._said)
        column.addWidget(self._line)
        self.hide()

    @property
    def days(self) -> tuple[date, ...]:
        """The days the line names."""
        return self._days

    def show_days(self, days: Sequence[date]) -> None:
        """Draw the line for these days, less those that were left empty."""
        shown = tuple(day for day in days if day not in self._left_empty)
        if shown != self._days:
            self._days = shown
            self._rebuild()
        self.setVisible(bool(shown))

    def leave_empty(self) -> None:
        """Stop asking for the days shown."""
        self._left_empty.update(self._days)
        self.show_days(())

    def _rebuild(self) -> None:
        empty(self._line)
        if not self._days:
            return
        self._said.setText(phrases.missed(self._days))
        for day in self._days:
            alone = len(self._days) == 1
            text = self.tr("Fill it in") if alone else self.tr("Fill in {day}").format(day=weekday(day))
            button = DayLink(day, text)
            button.day_chosen.connect(self.day_requested)
            self._flow.addWidget(button)
        leave = link(self.tr("Leave it empty"))
        leave.clicked.connect(self.leave_empty)
        self._flow.addWidget(leave)
