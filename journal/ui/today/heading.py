"""The head of the page: the day in large type, where it stands in the course, and which day the answers are for."""

from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.clock import NIGHT_ENDS_HOUR, offered_day
from journal.domain.record import Record
from journal.ui.today import phrases
from journal.ui.today.parts import link, rename, words
from journal.ui.widgets.flow_layout import FlowLayout, turn
from journal.words import full_day, long_day


class DayHeading(QWidget):
    """Says beforehand when an answer will be marked as late or filled in later."""

    day_requested = Signal(object)
    move_requested = Signal()
    """The entry is of another day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: date | None = None
        self._title = words("", "title", wraps=False)
        self._place = words("", "second", wraps=False)
        self._note = words("", "second", wraps=False)
        self._switch = link("")
        self.move_link = link(self.tr("Move to another day"))
        self._line = QWidget()
        self._build()
        self._switch.clicked.connect(self._on_switch_clicked)
        self.move_link.clicked.connect(self.move_requested)

    @property
    def note_text(self) -> str:
        """What is said about the day beforehand; empty for an ordinary evening."""
        return self._note.text()

    @property
    def switch(self) -> QWidget:
        """The link to the other day."""
        return self._switch

    def show_day(self, record: Record, day: date, now: datetime) -> None:
        """Draw the head of a day."""
        self._title.setText(long_day(day) if day.year == now.year else full_day(day))
        self._place.setText(phrases.day_line(record, day))
        offered, today = offered_day(now), now.date()
        note, self._target, text = phrases.late_note(record, day, now), None, ""
        if offered != today and day == offered:
            note, self._target = phrases.night_note(day), today
            text = self.tr("log {day} instead").format(day=long_day(today).split(" ")[0])
        elif offered != today and day == today:
            note, self._target = phrases.night_note(day), offered
            text = self.tr("back to {day}").format(day=long_day(offered))
        elif day != offered:
            self._target, text = offered, self.tr("Back to today")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        rename(self._switch, text)
        self._switch.setVisible(bool(text))
        can_move = _may_be_of_another_day(record, day, offered)
        self.move_link.setVisible(can_move)
        self._line.setVisible(bool(note or text or can_move))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._title.minimumSizeHint().width(), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """The place in the course stands beside the day, or under it where there is no room."""
        wanted = self._title.sizeHint().width() + self._place.sizeHint().width() + 16
        turn(self._head, is_beside=self.width() >= wanted)

    def _build(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignBottom)
        flow = FlowLayout(self._line)
        flow.addWidget(self._note)
        flow.addWidget(self._switch)
        flow.addWidget(self.move_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._line)

    def _on_switch_clicked(self) -> None:
        if self._target is not None:
            self.day_requested.emit(self._target)


def _may_be_of_another_day(record: Record, day: date, offered: date) -> bool:
    """An entry looked at afterwards, or given in the night, when the day had just changed."""
    entry = record.entry(day)
    return entry is not None and (day != offered or entry.entered_at.hour < NIGHT_ENDS_HOUR)
