"""The cards that only some days have: the treatment's evening, the eve of the next one, the time after a plan.

Each is loaded and made when a day first needs it: most starts do without.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.acknowledgement import AcknowledgementKind
from journal.domain.between import after_plan, next_treatment
from journal.domain.permission import asks_clinic_first
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.theme import Theme

if TYPE_CHECKING:
    from journal.ui.today.after_card import AfterPlanCard
    from journal.ui.today.eve_card import EveCard
    from journal.ui.today.evening_card import EveningCard

GAP = 16


class Occasions(QWidget):
    """The day's own cards, one under the other; not there on a day without any.

    Signals:
        page_requested (str): another page is the next step.
        log_requested (): the day is to be logged although the daily log has ended.
    """

    page_requested = Signal(str)
    log_requested = Signal()

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.evening: EveningCard | None = None
        self.eve: EveCard | None = None
        self.after: AfterPlanCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.hide()

    def show_day(self, record: Record, day: date, *, is_today: bool) -> None:
        """Draw the cards of a day. Only the present day is asked anything."""
        cards = (
            self._show_evening(record, day, is_tonight=is_today),
            self._show_eve(record, day) if is_today else _hidden(self.eve),
            self._show_after(record, day) if is_today else _hidden(self.after),
        )
        self.setVisible(any(cards))

    def _show_evening(self, record: Record, day: date, *, is_tonight: bool) -> bool:
        if record.day_number(day) != 0:
            return _hidden(self.evening)
        if self.evening is None:
            from journal.ui.today.evening_card import EveningCard

            self.evening = EveningCard(self._theme)
            self._column.addWidget(self.evening)
        self.evening.show_evening(is_tonight=is_tonight)
        self.evening.show()
        return True

    def _show_eve(self, record: Record, day: date) -> bool:
        near = next_treatment(record, day)
        if near is None:
            return _hidden(self.eve)
        if self.eve is None:
            from journal.ui.today.eve_card import EveCard

            self.eve = EveCard(self._theme)
            self.eve.skin_answered.connect(self._on_skin)
            self.eve.baseline_confirmed.connect(self._on_confirmed)
            self.eve.treatments_requested.connect(self._on_treatments)
            self._column.addWidget(self.eve)
        self.eve.show_occasion(record, day, *near)
        self.eve.show()
        return True

    def _show_after(self, record: Record, day: date) -> bool:
        after = after_plan(record, day)
        if after is None:
            return _hidden(self.after)
        if self.after is None:
            from journal.ui.today.after_card import AfterPlanCard

            self.after = AfterPlanCard(self._theme)
            self.after.month_answered.connect(self._on_month)
            self.after.end_requested.connect(self._on_end)
            self.after.page_requested.connect(self.page_requested)
            self.after.log_requested.connect(self.log_requested)
            self._column.addWidget(self.after)
        self.after.show_end(record, after, is_open=asks_clinic_first(record, day))
        self.after.show()
        return True

    def _on_skin(self, signs: frozenset[str]) -> None:
        self._session.answered(AcknowledgementKind.BEFORE, self._session.offered_day(), signs)

    def _on_month(self, signs: frozenset[str]) -> None:
        self._session.answered(AcknowledgementKind.MONTH, self._session.offered_day(), signs)

    def _on_confirmed(self) -> None:
        baseline = self._session.record.baseline
        self._session.set_baseline(baseline.redness, baseline.sensitivity)

    def _on_end(self) -> None:
        treatment = self._session.record.treatment_on(self._session.offered_day())
        if treatment is not None:
            self._session.end_course(treatment)

    def _on_treatments(self) -> None:
        self.page_requested.emit("treatments")


def has_ended(record: Record, day: date) -> bool:
    """Whether the person has ended the daily log of the day's treatment, its plan being over."""
    after = after_plan(record, day)
    return after is not None and after.is_ended


def _hidden(card: QWidget | None) -> bool:
    if card is not None:
        card.hide()
    return False
