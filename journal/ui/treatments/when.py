"""The day and time of a treatment: a date, and a part of the day or a time. Shared by welcome and form."""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journal.clock import in_local_zone
from journal.domain.errors import ValueRefused
from journal.domain.treatment import SLOT_HOURS, Slot, Treatment
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import FaultLine, Words, mark_wrong

EARLIEST = QDate(1990, 1, 1)
AT_TIME = "time"
TIME_WIDTH = 96


class WhenField(QWidget):
    """Asks for date and time of day; a part of the day is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date = QDateEdit()
        self.slot = ChoiceRow(self.tr("Time of day"), self._choices())
        self.time = QLineEdit()
        self.fault = FaultLine()
        self._build()
        self.slot.chosen.connect(self._on_chosen)

    def show_when(self, at: datetime, slot: Slot | None, today: date) -> None:
        """Show a moment, or the part of the day that is known."""
        self.date.setDateRange(EARLIEST, QDate(today.year, today.month, today.day))
        self.date.setDate(QDate(at.year, at.month, at.day))
        self.time.setText(at.strftime("%H:%M"))
        self.slot.choose(AT_TIME if slot is None else slot.value)
        self._show_time()
        self.tell("")

    def ask(self, today: date) -> None:
        """Show nothing chosen but today's date."""
        self.show_when(datetime.combine(today, time(14)), None, today)
        self.slot.choose(None)
        self._show_time()

    def chosen(self, before: Treatment | None = None) -> tuple[datetime, Slot | None] | None:
        """The moment and the part of the day; None, and said so, when no time of day was chosen.

        Left as it was, the moment of ``before`` keeps its own offset.
        """
        picked = self.slot.value
        if picked is None:
            self.tell(self.tr("Choose a time of day. A rough one is enough."))
            return None
        slot = None if picked == AT_TIME else Slot(picked)
        wall = read_time(self.time.text()) if slot is None else QTime(SLOT_HOURS[slot][1], 0)
        if not wall.isValid():
            self.tell(self.tr("Give the time as hours and minutes, for example 14:30."))
            return None
        day = self.date.date()
        naive = datetime(day.year(), day.month(), day.day(), wall.hour(), wall.minute())  # noqa: DTZ001  zoned below
        if before is not None and before.slot is slot and _same_minute(before.at, naive):
            return before.at, slot
        try:
            return in_local_zone(naive), slot
        except ValueRefused:
            self.tell(self.tr("The clocks skip this time on that night. Give another one."))
            return None

    def tell(self, fault: str) -> None:
        """Say what is wrong with it, or nothing; the edge of a wrong value goes where the answer is missing."""
        self.fault.tell(fault)
        is_missing = self.slot.value is None
        self.slot.mark_wrong(wrong=bool(fault) and is_missing)
        for field in (self.date, self.time):
            mark_wrong(field, wrong=bool(fault) and not is_missing)

    def _choices(self) -> tuple[tuple[str, str], ...]:
        return (
            (Slot.MORNING.value, self.tr("Morning")),
            (Slot.MIDDAY.value, self.tr("Midday")),
            (Slot.AFTERNOON.value, self.tr("Afternoon")),
            (AT_TIME, self.tr("At a time")),
        )

    def _build(self) -> None:
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMMM yyyy")
        self.date.setAccessibleName(self.tr("Date of the treatment"))
        self.time.setAccessibleName(self.tr("Time of the treatment"))
        self.time.setPlaceholderText(self.tr("hh:mm"))
        self.time.setFixedWidth(TIME_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.date)
        row.addWidget(self.time)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.slot)
        column.addWidget(Words(self.tr("Morning is until 12:00, midday until 14:00, afternoon until 18:00."), "small"))
        column.addWidget(self.fault)

    def _on_chosen(self) -> None:
        self._show_time()
        self.tell("")
        if self.slot.value == AT_TIME:
            self.time.setFocus()
            self.time.selectAll()

    def _show_time(self) -> None:
        self.time.setVisible(self.slot.value == AT_TIME)


def read_time(text: str) -> QTime:
    """A time as people write it: "14:30", "14.30", "9"; not valid for anything else."""
    plain = text.strip().replace(".", ":")
    return QTime.fromString(plain if ":" in plain else f"{plain}:00", "H:mm")


def _same_minute(at: datetime, naive: datetime) -> bool:
    return at.replace(tzinfo=None, second=0, microsecond=0) == naive
