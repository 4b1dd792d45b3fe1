"""Day and view of a photo as fields: used when a batch is asked about and when one photo is changed."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal import words
from journal.domain.photo import View
from journal.ui.theme import Theme

DayNumber = Callable[[date], int | None]
IN_ORDER = "in order"


class DayField(QWidget):
    """A date up to today, with the day after treatment said beside it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_number: DayNumber | None = None
        self._edit = QDateEdit()
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat("ddd d MMM yyyy")
        self._edit.setAccessibleName(self.tr("Day"))
        self._edit.setMinimumWidth(round(theme.base_px * 13))
        self._said = QLabel()
        self._said.setProperty("role", "second")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._edit)
        layout.addWidget(self._said)
        layout.addStretch()
        self._edit.dateChanged.connect(self._on_changed)

    def ask(self, day: date, day_number: DayNumber, *, latest: date) -> None:
        """Propose a day."""
        self._day_number = day_number
        self._edit.setMaximumDate(_qdate(latest))
        self._edit.setDate(_qdate(min(day, latest)))
        self._on_changed()

    def day(self) -> date:
        """The day given."""
        chosen = self._edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _on_changed(self) -> None:
        number = self._day_number(self.day()) if self._day_number else None
        said = self.tr("before treatment") if number is None else self.tr("day {number}").format(number=number)
        self._said.setText(said)
        self._edit.setAccessibleDescription(said)
        self.changed.emit()


def capital(text: str) -> str:
    """A name at the beginning of a control's words."""
    return text[:1].upper() + text[1:]


class ViewField(QWidget):
    """The four views as one choice; for several photos of a day also one after the other, in an order that is named."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._order = self._button(IN_ORDER, "")
        first = QHBoxLayout()
        first.addWidget(self._order)
        first.addStretch()
        column.addLayout(first)
        row = QHBoxLayout()
        row.setSpacing(8)
        for view in View:
            row.addWidget(self._button(view, capital(words.view_name(view))))
        row.addStretch()
        column.addLayout(row)
        self._group.buttonToggled.connect(self._on_toggled)

    def _button(self, key: str, text: str) -> QPushButton:
        button = chip(text, self._theme)
        button.setAccessibleName(self.tr("View: {view}").format(view=text))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def ask(self, *, order: Sequence[View] = (), view: View | None = None) -> None:
        """Ask anew, with no view chosen or the one a photo has. ``order`` is what "in this order" stands for."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._order.setVisible(bool(order))
        named = ", ".join(words.view_name(one) for one in order)
        set_chip_text(self._order, self.tr("{views} in this order").format(views=capital(named)), self._theme)
        self._order.setAccessibleName(self.tr("View: {view}").format(view=self._order.text()))
        if view is not None:
            self._buttons[view].setChecked(True)

    def set_first_focus(self) -> None:
        """Focus on the first choice."""
        next(button for button in self._buttons.values() if button.isVisibleTo(self)).setFocus()

    @property
    def is_answered(self) -> bool:
        """Whether a choice was made."""
        return self._group.checkedButton() is not None

    @property
    def offers_order(self) -> bool:
        """Whether "in this order" can be chosen."""
        return not self._order.isHidden()

    @property
    def is_in_order(self) -> bool:
        """Whether the photos of a day are of one view after the other."""
        return self._order.isChecked()

    def view(self) -> View:
        """The one view chosen; front when none is."""
        return next((view for view in View if self._buttons[view].isChecked()), View.FRONT)

    def choose(self, view: View | None) -> None:
        """Choose a view, or (None) one after the other in order."""
        self._buttons[IN_ORDER if view is None else view].setChecked(True)

    def _on_toggled(self) -> None:
        self.changed.emit()


def chip(text: str, theme: Theme) -> QPushButton:
    """A chip that can be checked, wide enough for its text when that is bold."""
    button = QPushButton()
    button.setCheckable(True)
    button.setProperty("kind", "chip")
    set_chip_text(button, text, theme)
    return button


def set_chip_text(button: QPushButton, text: str, theme: Theme) -> None:
    """Another text on a chip."""
    font = theme.font("text")
    font.setBold(True)
    button.setText(text)
    button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(text) + 2 * theme.base_px)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
