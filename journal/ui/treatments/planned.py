"""What comes next: how many treatments are planned, and when the next one is. Each is saved when it is given."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSpinBox, QWidget

from journal.domain.facts import TREATMENTS_PLANNED_MAX
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Heading, Words
from journal.words import full_day

FOUR_WEEKS = 28
TEXT_INSET = 8


class PlannedCard(Card):
    """Shows and keeps what is planned; on the eve of the date the Today page asks how the skin is."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = Words()
        self.change_button = LinkButton(self.tr("Change"))
        self.count = QSpinBox()
        self.date = QDateEdit()
        self.save_button = Button(self.tr("Save"), "primary")
        self.clear_button = Button(self.tr("No date yet"))
        self.cancel_button = Button(self.tr("Cancel"))
        self._editor = QWidget()
        self._build()
        self.change_button.clicked.connect(self._on_change)
        self.save_button.clicked.connect(self._on_save)
        self.clear_button.clicked.connect(self._on_clear)
        self.cancel_button.clicked.connect(self._close)

    def show_record(self, record: Record) -> None:
        """Show what is planned; an open form stays as it is."""
        self.words.setText(" ".join(self._sentences(record)))

    def _sentences(self, record: Record) -> tuple[str, ...]:
        planned, appointment = record.profile.planned_treatments, record.profile.next_appointment
        done = len(record.treatments)
        if planned is None:
            counted = self.tr("It is not said how many treatments are planned.")
        else:
            counted = self.tr("{done} of {planned} treatments done.").format(done=done, planned=planned)
        is_ahead = appointment is not None and (not done or appointment > record.treatments[-1].day)
        if appointment is None or not is_ahead:
            return counted, self.tr("There is no date for the next one yet.")
        return counted, self.tr("The next one is on {day}; the evening before, Today asks how the skin is.").format(
            day=full_day(appointment)
        )

    def _build(self) -> None:
        self.change_button.setAccessibleName(self.tr("Change what is planned"))
        self.save_button.setAccessibleName(self.tr("Save what is planned"))
        self.count.setRange(0, TREATMENTS_PLANNED_MAX)
        self.count.setSpecialValueText(self.tr("not known"))
        self.count.setAccessibleName(self.tr("Treatments planned"))
        self.count.lineEdit().setTextMargins(TEXT_INSET, 0, TEXT_INSET, 0)
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setAccessibleName(self.tr("Date of the next treatment"))
        self.body.addWidget(Heading(self.tr("What comes next")))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.change_button)
        self.body.addLayout(row)
        self.body.addWidget(self._editor)
        self._build_editor()
        self._close()

    def _build_editor(self) -> None:
        lines = FlowLayout(self._editor, gap=16, line_gap=8)
        lines.addWidget(_beside(Words(self.tr("Planned in all"), "subheading", wrap=False), self.count))
        lines.addWidget(_beside(Words(self.tr("Next one on"), "subheading", wrap=False), self.date))
        lines.addWidget(_beside(self.save_button, self.clear_button, self.cancel_button))

    def _on_change(self) -> None:
        profile, today = self._session.record.profile, self._session.today()
        self.count.setValue(profile.planned_treatments or 0)
        self.date.setMinimumDate(QDate(today.year, today.month, today.day))
        wished = profile.next_appointment or date.fromordinal(today.toordinal() + FOUR_WEEKS)
        self.date.setDate(QDate(wished.year, wished.month, wished.day))
        self._editor.show()
        self.change_button.hide()
        self.count.setFocus()

    def _on_save(self) -> None:
        chosen = self.date.date()
        self._save(date(chosen.year(), chosen.month(), chosen.day()))

    def _on_clear(self) -> None:
        self._save(None)

    def _save(self, appointment: date | None) -> None:
        profile = replace(
            self._session.record.profile,
            planned_treatments=self.count.value() or None,
            next_appointment=appointment,
        )
        if self._session.set_profile(profile):
            self._close()

    def _close(self) -> None:
        self._editor.hide()
        self.change_button.show()


def _beside(*widgets: QWidget) -> QWidget:
    """What stays in one line where the others wrap."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return box
