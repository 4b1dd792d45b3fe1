"""The Treatments page: the list and its form, the plan that applies, the ordinary evening."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.treatments.form import TreatmentForm
from journal.ui.treatments.listing import TreatmentList
from journal.ui.treatments.ordinary import OrdinaryCard
from journal.ui.treatments.plan import PlanCard
from journal.ui.treatments.planned import PlannedCard
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.folding_row import FoldingRow
from journal.ui.widgets.labels import Heading
from journal.ui.widgets.scrolled import scrolled

CONTENT_MAX = 1100


class TreatmentsPage(QWidget):
    """Adds, changes and removes treatments. Removing can be undone, so it does not ask."""

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.add_button = IconButton(
            "plus",
            self.tr("Add a treatment"),
            theme,
            text=self.tr("Add a treatment"),
            kind="primary",
            color="on_accent",
        )
        self.form = TreatmentForm(session)
        self.listing = TreatmentList(theme)
        self.ordinary = OrdinaryCard(session)
        self.planned = PlannedCard(session)
        self.plan = PlanCard(session)
        self._build()
        self._connect()
        self.show_record(session.record)

    def show_record(self, record: Record) -> None:
        """Show the treatments, the plan and the ordinary evening; a form that is open stays as it is."""
        self.listing.show_treatments(record.treatments)
        self.ordinary.show_record(record)
        self.planned.show_record(record)
        self.plan.show_record(record)

    def _build(self) -> None:
        head = FoldingRow((Heading(self.tr("Treatments"), "title"),), (self.add_button,))
        content = QWidget()
        content.setMaximumWidth(CONTENT_MAX)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(head)
        for card in (self.form, self.listing, self.planned, self.ordinary, self.plan):
            column.addWidget(card)
        column.addStretch(1)
        self.form.hide()
        self._area = scrolled(self, content, margin=16)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.form.closed.connect(self._close_form)
        self.listing.change_requested.connect(self._on_change)
        self.listing.removal_requested.connect(self._on_removal)

    def _on_add(self) -> None:
        self.form.ask()
        self._open_form()

    def _on_change(self, number: int) -> None:
        treatment = next((each for each in self._session.record.treatments if each.number == number), None)
        if treatment is not None:
            self.form.show_treatment(treatment)
            self._open_form()

    def _on_removal(self, number: int) -> None:
        self._close_form()
        self._session.remove_treatment(number)

    def _open_form(self) -> None:
        self.add_button.setEnabled(False)
        self.form.show()
        self._area.verticalScrollBar().setValue(0)
        self.form.when.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        had_focus = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.form.hide()
        self.add_button.setEnabled(True)
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
