"""The aftercare at the top of the page: the board of countdowns, and the question under it when it is asked."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain import rules
from journal.domain.between import is_after_plan
from journal.domain.permission import asks_clinic_first
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today.countdown_board import CountdownBoard

if TYPE_CHECKING:
    from journal.ui.today.can_i import CanIPanel

GAP = 8


class Aftercare(QWidget):
    """What may be done when, by the rules in force now.

    Signals:
        grew (): more can be reached by the tab key.
    """

    grew = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._now: datetime | None = None
        self.board = CountdownBoard(theme)
        self.panel: CanIPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.board)
        self.board.grew.connect(self.grew)
        self.board.asked.connect(self.ask)
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_K), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.ask)

    def show_moment(self, record: Record, now: datetime, *, is_now: bool) -> None:
        """Draw the rules in force; on a day that is not the present one there is nothing to count down."""
        self._record, self._now = record, now
        countdowns = rules.countdowns(record.facts, now) if is_now else ()
        in_plan = bool(record.treatments) and not is_after_plan(record, now.date())
        self.setVisible(bool(countdowns) or (is_now and in_plan))
        asks_clinic = bool(countdowns) and asks_clinic_first(record, now.date())
        self.board.show_countdowns(countdowns, now, asks_clinic=asks_clinic)
        if self.panel is not None:
            self.panel.show_record(record, now)

    def ask(self) -> None:
        """Open the question."""
        if self._record is None or self._now is None or self.isHidden():
            return
        if self.panel is None:
            from journal.ui.today.can_i import CanIPanel  # late: seldom asked at the start

            self.panel = CanIPanel()
            self.panel.closed.connect(self._close)
            self.panel.grew.connect(self.grew)
            self._column.addWidget(self.panel)
        self.panel.show_record(self._record, self._now)
        self.panel.open()

    def _close(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.board.ask_cell.setFocus(Qt.FocusReason.OtherFocusReason)
