"""Asks to which day an entry belongs. It moves whole, is marked as edited, and never lands on another one."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.record import DAY
from journal.session import JournalSession
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.words import full_day, long_day

WIDTH = 440


class MoveDialog(QDialog):
    """One entry and the day it is to go to.

    Signals:
        moved (date): it is there now.
    """

    moved = Signal(object)

    def __init__(self, session: JournalSession, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._day = day
        self.setWindowTitle("Recovery Journal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.date = QDateEdit()
        self.fault = FaultLine()
        self.move_button = Button(self.tr("Move"), "primary")
        self.cancel_button = Button(self.tr("Cancel"))
        self._build()
        self.move_button.clicked.connect(self._on_move)
        self.cancel_button.clicked.connect(self.reject)

    def _build(self) -> None:
        before, today = self._day - DAY, self._session.today()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.date.setAccessibleName(self.tr("The day it belongs to"))
        self.date.setMaximumDate(QDate(today.year, today.month, today.day))
        self.date.setDate(QDate(before.year, before.month, before.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("To which day does it belong?"), "title"))
        said = self.tr("What is logged moves whole and is marked as edited. {day} then has no entry. It can be undone.")
        column.addWidget(Words(said.format(day=long_day(self._day)), "second"))
        column.addWidget(self.date)
        column.addWidget(self.fault)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.move_button)
        column.addLayout(foot)
        self.move_button.setDefault(True)
        self.date.setFocus()

    def _on_move(self) -> None:
        chosen = self.date.date()
        to = date(chosen.year(), chosen.month(), chosen.day())
        if to == self._day or self._session.record.entry(to) is not None:
            self.fault.tell(self.tr("{day} has an entry already.").format(day=full_day(to)))
        elif self._session.move_entry(self._day, to):
            self.accept()
            self.moved.emit(to)
