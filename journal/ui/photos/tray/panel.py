"""The one question of a batch: which view; and which day, for those that do not say. Asked once, for all its photos."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal import words
from journal.domain.errors import PhotoRefused
from journal.domain.photo import View
from journal.domain.record import Record
from journal.error_words import error_text
from journal.ui.photos.batch import Reading
from journal.ui.photos.fields import DayField, ViewField
from journal.ui.photos.sources import shown_name
from journal.ui.photos.tray import waiting as tray
from journal.ui.photos.tray.given_bar import GivenBar
from journal.ui.photos.tray.model import TrayModel
from journal.ui.photos.tray.view import TrayView
from journal.ui.photos.tray.waiting import IN_ORDER, Choice
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Heading, Words

translate = QCoreApplication.translate

REFUSED_SHOWN = 5
DAYS_SHOWN = 6

Now = Callable[[], datetime]


class IntakePanel(QFrame):
    """Shows the batch sorted into days and asks. ``placed`` when answered, ``dropped`` when not wanted.

    Signals:
        placed (list[Placed], tuple[Candidate]): those with a day and a view, and the rest, which goes on waiting.
        dropped (): nothing more is to be kept.
    """

    placed = Signal(object, object)
    dropped = Signal()

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._theme = theme
        self._now = now
        self._rest: set[str] = set()
        """What was left of the batch before, by SHA-256: its view is known already."""
        self.model = TrayModel()
        self.model.setParent(self)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self.title = Heading()
        self.summary = Words("", "second")
        self.view = TrayView(self.model, self._theme)
        self.view.setMinimumHeight(self.view.cell_size().height())
        self.detail = Words("", "small")
        self.detail.setAccessibleName(self.tr("About the photo"))
        self.given = GivenBar(self._theme)
        self.view_question = Heading(self.tr("Which view?"), "subheading")
        self.guess_note = Words(self.tr("Proposed from your last photos; change it if it is another."), "small")
        self.view_field = ViewField(self._theme)
        self.refused = Words("", "small")
        self.add_button = Button("", "primary")
        self.drop_button = Button(self.tr("Not now"))
        self.hint = Words("", "small")
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        for above in (self.title, self.summary):
            layout.addWidget(above)
        layout.addWidget(self.view, 1)
        for widget in (self.detail, self.given, self.view_question, self.view_field, self.guess_note, self.refused):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.add_button)
        row.addWidget(self.drop_button)
        row.addWidget(self.hint, 1)
        layout.addSpacing(8)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.view.selectionModel().currentChanged.connect(self._show_detail)
        self.given.day_given.connect(self._give_day)
        self.given.view_given.connect(self._give_view)
        self.given.left_out.connect(self._leave_out)
        self.view_field.changed.connect(self._on_view)
        self.add_button.clicked.connect(self._place)
        self.drop_button.clicked.connect(self._drop)

    # --- asking

    def ask(self, reading: Reading, record: Record, *, dropped_on: date | None, fallback: date) -> None:
        """Show a batch. ``fallback`` is the day proposed for photos that do not say when they were taken."""
        now = self._now()
        today = now.date()
        waiting = tray.waiting_for(reading.candidates, record, today, dropped_on)
        order = tray.order_of_views(waiting, record, today)
        guess = tray.guessed_choice(waiting, record, today)
        is_rest = bool(self._rest) and self._rest == {candidate.sha256 for candidate in reading.candidates}
        answered = self._choice() if is_rest else None
        self.model.choose_view(None, now)
        self.model.show(waiting, record, now)
        self.given.ask(fallback, record.day_number, latest=today)
        self.view_field.ask(order=order)
        self._propose(answered or guess, order)
        self.guess_note.setVisible(guess is not None and answered is None)
        self._show_refused(reading.refused)
        self._choose_undated()
        self._show_state()

    def _propose(self, choice: Choice, order: Sequence[View]) -> None:
        if isinstance(choice, View):
            self.view_field.choose(choice)
        elif choice == IN_ORDER and order:
            self.view_field.choose(None)

    def set_first_focus(self) -> None:
        """Put the focus where the first answer is given."""
        self.view_field.set_first_focus()

    @property
    def day_field(self) -> DayField:
        """The day for the chosen ones, or for all where none says."""
        return self.given.day_field

    def _choice(self) -> Choice:
        if not self.view_field.is_answered:
            return None
        return IN_ORDER if self.view_field.is_in_order else self.view_field.view()

    def _is_all_without_day(self) -> bool:
        return len(self.model.without_day) == self.model.rowCount()

    def _choose_undated(self) -> None:
        """Those that wait for a day are chosen at once, so that one answer serves them all."""
        self.view.clearSelection()
        for row in self.model.without_day:
            self.view.selectionModel().select(self.model.index(row), self.view.selectionModel().SelectionFlag.Select)

    # --- state

    def _show_state(self) -> None:
        count = self.model.rowCount()
        waits = len(self.model.without_day)
        self.title.setText(self.tr("%n photo(s) to add", "", count))
        self.summary.setText(self._summary())
        ready = count if self._is_all_without_day() else count - waits
        self.add_button.setText(self.tr("Add %n photo(s)", "", ready))
        self.add_button.setEnabled(bool(ready) and None not in self.model.views)
        self.hint.setText(self._hint(waits))
        self._show_chosen()
        self._show_detail()

    def _summary(self) -> str:
        parts = [
            self.tr("{day}: {count}").format(day=words.short_day(day), count=len(same))
            for day, same in tray.groups(self.model.waiting)
            if day is not None
        ]
        if len(parts) > DAYS_SHOWN:
            parts = [*parts[:DAYS_SHOWN], self.tr("and %n more day(s)", "", len(parts) - DAYS_SHOWN)]
        waits = len(self.model.without_day)
        if waits:
            parts.append(self.tr("%n without a day", "", waits))
        return " · ".join(parts)

    def _hint(self, waits: int) -> str:
        if None in self.model.views:
            return self.tr("Choose the view first.")
        if waits and self._is_all_without_day():
            return self.tr("They go to {day}.").format(day=words.full_day(self.given.day_field.day()))
        if waits:
            return self.tr("Those without a day stay here until you give one.")
        return ""

    def _show_chosen(self) -> None:
        rows = self.view.rows()
        self.given.show_chosen(len(rows), asks_day=bool(self.model.without_day))

    def _show_detail(self) -> None:
        row = self.view.currentIndex().row()
        if row < 0 and self.model.rowCount():
            row = 0
        self.detail.setText("\n".join(self.model.details(row)) if row >= 0 else "")

    def _show_refused(self, refused: Sequence[PhotoRefused]) -> None:
        self.refused.setVisible(bool(refused))
        self.refused.setText(refused_text(refused))

    # --- answers

    def _on_view(self) -> None:
        self.model.choose_view(self._choice(), self._now())
        self._show_state()

    def _give_day(self) -> None:
        self.model.give(self.view.rows(), self._now(), day=self.given.day_field.day())
        self._choose_undated()
        self._show_state()

    def _give_view(self, view: View) -> None:
        self.model.give(self.view.rows(), self._now(), view=view)
        self._show_state()

    def _leave_out(self) -> None:
        self.model.leave_out(self.view.rows(), self._now())
        if self.model.rowCount():
            self._show_state()
        else:
            self._drop()

    def _place(self) -> None:
        if not self.add_button.isEnabled():
            return
        if self._is_all_without_day():
            self.model.give(self.model.without_day, self._now(), day=self.given.day_field.day())
        placed = tray.placed(self.model.waiting, self.model.views)
        rest = tuple(one.candidate for one in self.model.waiting if one.day is None)
        self._rest = {candidate.sha256 for candidate in rest}
        self.placed.emit(placed, rest)

    def _drop(self) -> None:
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._place()
        else:
            super().keyPressEvent(event)


def refused_text(refused: Sequence[PhotoRefused]) -> str:
    """One plain line for each picture that was not taken in, the first five of them."""
    count, rest = len(refused), len(refused) - REFUSED_SHOWN
    lines = [translate("photos", "%n file(s) not added:", "", count)]
    told = (PhotoRefused(one.refusal, shown_name(one.name)) for one in refused[:REFUSED_SHOWN])
    lines += [error_text(one) for one in told]
    if rest > 0:
        lines.append(translate("photos", "and %n more", "", rest))
    return "\n".join(lines)
