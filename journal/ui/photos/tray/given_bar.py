"""What can be given to the chosen photos of the tray: a day, a view of their own, or to be left out."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from journal import words
from journal.domain.photo import View
from journal.ui.photos.fields import DayField, DayNumber, capital
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Words


class GivenBar(QFrame):
    """Acts on what is chosen.

    Signals:
        day_given (): the day in the field is that of the chosen ones.
        view_given (View): so is this view.
        left_out (): they are not wanted.
    """

    day_given = Signal()
    view_given = Signal(object)
    left_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self.question = Words("", "subheading", wrap=False)
        self.day_field = DayField(theme)
        self.give_day = Button(self.tr("Give this day"))
        self.give_view = Button(self.tr("Another view"))
        self.leave_out = Button(self.tr("Leave out"))
        self.leave_out.setToolTip(self.tr("The file stays where it is"))
        self._views = QMenu(self)
        for view in View:
            self._views.addAction(capital(words.view_name(view))).triggered.connect(partial(self._on_view, view))
        self.give_view.setMenu(self._views)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for widget in (self.question, self.day_field, self.give_day, self.give_view, self.leave_out):
            flow.addWidget(widget)
        column.addWidget(row)
        self.give_day.clicked.connect(self._on_day)
        self.leave_out.clicked.connect(self._on_left_out)

    def ask(self, day: date, day_number: DayNumber, *, latest: date) -> None:
        """Propose a day."""
        self.day_field.ask(day, day_number, latest=latest)

    def show_chosen(self, count: int, *, asks_day: bool) -> None:
        """How many are chosen; hidden when there is nothing to give."""
        self.setVisible(bool(count) or asks_day)
        if not count:
            self.question.setText(self.tr("Choose photos to give them a day"))
        else:
            self.question.setText(
                self.tr("Which day? %n chosen", "", count) if asks_day else self.tr("%n chosen", "", count)
            )
        for button in (self.give_day, self.give_view, self.leave_out):
            button.setEnabled(bool(count))

    def _on_day(self) -> None:
        self.day_given.emit()

    def _on_view(self, view: View, *_: object) -> None:
        self.view_given.emit(view)

    def _on_left_out(self) -> None:
        self.left_out.emit()
