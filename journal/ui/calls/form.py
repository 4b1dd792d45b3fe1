"""The small form "I called": when, what they said, and which of the open flags the call was about. It saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journal.changes import Call
from journal.clock import in_local_zone, wall_time
from journal.domain.errors import ValueRefused
from journal.domain.findings import Finding
from journal.ui.treatments.when import read_time
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import FaultLine, Words, mark_wrong
from journal.ui.widgets.tick_row import TickRow

TIME_ROOM = 44
SAID_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDraft:
    """What stands in a form that is not saved yet. ``had_focus``: whether the person was in it."""

    rules: frozenset[str]
    date: QDate
    time: str
    said: str
    had_focus: bool = False


class CalledForm(QWidget):
    """Asks when the clinic was called and what was said; now, and nothing, unless changed.

    ``findings`` are the open flags that one call may be about; those of ``chosen`` are ticked at first.

    Signals:
        given (tuple[Call, ...]): to be kept, one for each flag.
        cancelled (): to be closed.
    """

    given = Signal(object)
    cancelled = Signal()

    def __init__(
        self, findings: Sequence[Finding], chosen: frozenset[str], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._findings = tuple(findings)
        self._now = wall_time(now, now).replace(second=0, microsecond=0)
        self.date = QDateEdit()
        self.time = QLineEdit()
        self.said = QPlainTextEdit()
        self.fault = FaultLine()
        self._rows = {finding.rule.id: TickRow(finding.rule.text) for finding in self._findings}
        self.save_button = Button(self.tr("Save"), "primary")
        self.cancel_button = Button(self.tr("Cancel"))
        self._build()
        self.show_draft(CallDraft(rules=chosen, date=self._today(), time=self._now.strftime("%H:%M"), said=""))
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.cancelled)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._come_into_view)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The flags that the call may be about."""
        return self._findings

    @property
    def ticks(self) -> dict[str, QCheckBox]:
        """The boxes by the rule that the call was about."""
        return {rule: row.box for rule, row in self._rows.items()}

    @property
    def draft(self) -> CallDraft:
        """What stands in the form."""
        focus = self.focusWidget()
        return CallDraft(
            rules=frozenset(rule for rule, tick in self.ticks.items() if tick.isChecked()),
            date=self.date.date(),
            time=self.time.text(),
            said=self.said.toPlainText(),
            had_focus=focus is not None and focus.hasFocus(),
        )

    def show_draft(self, draft: CallDraft) -> None:
        """Put back what stood in the form before it was drawn anew."""
        for rule, tick in self.ticks.items():
            tick.setChecked(rule in draft.rules)
        self.date.setDate(draft.date)
        self.time.setText(draft.time)
        self.said.setPlainText(draft.said)
        if draft.had_focus:
            self.said.setFocus()

    def calls(self) -> tuple[Call, ...] | None:
        """The calls as given; None, and said so, when the time cannot be taken or no flag is ticked."""
        at = self._moment()
        if at is None:
            return None
        rules = [finding for finding in self._findings if self.ticks[finding.rule.id].isChecked()]
        if not rules:
            self.fault.tell(self.tr("Tick what the call was about."))
            return None
        said = self.said.toPlainText().strip()
        return tuple(Call(rule=finding.rule.id, day=finding.day, at=at, said=said) for finding in rules)

    def _come_into_view(self) -> None:
        """Scroll to it, once it has its place."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            for widget in (self.save_button, self.date):
                area.ensureWidgetVisible(widget)

    def _moment(self) -> datetime | None:
        day, wall = self.date.date(), read_time(self.time.text())
        if not wall.isValid():
            self._tell(self.tr("Give the time as hours and minutes, for example 14:30."))
            return None
        if (day, wall.hour(), wall.minute()) == (self._today(), self._now.hour, self._now.minute):
            return self._now
        naive = datetime(day.year(), day.month(), day.day(), wall.hour(), wall.minute())  # noqa: DTZ001  zoned below
        try:
            at = in_local_zone(naive)
        except ValueRefused:
            self._tell(self.tr("The clocks skip this time on that night. Give another one."))
            return None
        if at > self._now:
            self._tell(self.tr("This time is still to come."))
            return None
        return at

    def _tell(self, fault: str) -> None:
        self.fault.tell(fault)
        mark_wrong(self.time, wrong=True)
        self.time.setFocus()

    def _today(self) -> QDate:
        return QDate(self._now.year, self._now.month, self._now.day)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("When you called"), "subheading"))
        column.addWidget(self._build_when())
        column.addWidget(Words(self.tr("What they said"), "subheading"))
        column.addWidget(self._build_said())
        column.addWidget(self._build_about())
        column.addWidget(self.fault)
        buttons = FlowLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        column.addLayout(buttons)

    def _build_about(self) -> QWidget:
        """Nothing to choose where there is one flag."""
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(self.tr("What the call was about"), "subheading"))
        for row in self._rows.values():
            column.addWidget(row)
        if len(self._rows) < 2:
            about.hide()
        return about

    def _build_when(self) -> QWidget:
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("d MMM yyyy")
        self.date.setAccessibleName(self.tr("Day of the call"))
        earliest = min(finding.day for finding in self._findings)
        self.date.setDateRange(QDate(earliest.year, earliest.month, earliest.day), self._today())
        self.time.setAccessibleName(self.tr("Time of the call"))
        self.time.setPlaceholderText(self.tr("hh:mm"))
        self.time.ensurePolished()
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance("00:00") + TIME_ROOM)
        when = QWidget()
        flow = FlowLayout(when)
        flow.addWidget(self.date)
        flow.addWidget(self.time)
        return when

    def _build_said(self) -> QPlainTextEdit:
        self.said.setAccessibleName(self.tr("What they said"))
        self.said.setPlaceholderText(self.tr("Such as: cool it, come on Friday"))
        self.said.setTabChangesFocus(True)
        self.said.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.said.ensurePolished()
        self.said.setFixedHeight(SAID_LINES * self.said.fontMetrics().lineSpacing() + 24)
        return self.said

    def _on_save(self) -> None:
        self.fault.tell("")
        mark_wrong(self.time, wrong=False)
        calls = self.calls()
        if calls is not None:
            self.given.emit(calls)
