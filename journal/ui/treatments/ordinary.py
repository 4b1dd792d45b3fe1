"""The ordinary evening that the curve starts from: shown, and changed with one press."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.domain.between import is_baseline_confirmed
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.fields import BaselineField
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Heading, Words
from journal.words import full_day


class OrdinaryCard(Card):
    """The two ratings of an evening before the first treatment."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_to_confirm = False
        self.words = Words()
        self.confirm_button = LinkButton(self.tr("Still so"))
        self.confirm_button.setAccessibleName(self.tr("The ordinary evening is still so"))
        self.change_button = LinkButton(self.tr("Change"))
        self.change_button.setAccessibleName(self.tr("Change the ordinary evening"))
        self.field = BaselineField()
        self.save_button = Button(self.tr("Save"), "primary")
        self.save_button.setAccessibleName(self.tr("Save the ordinary evening"))
        self.cancel_button = Button(self.tr("Cancel"))
        self._editor = QWidget()
        self._build()
        self.confirm_button.clicked.connect(self._on_confirm)
        self.change_button.clicked.connect(self._on_change)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self._close)

    def show_record(self, record: Record) -> None:
        """Show what was given; an open form stays as it is."""
        baseline = record.baseline
        self._is_to_confirm = baseline.given_at is not None and not is_baseline_confirmed(record)
        self.confirm_button.setVisible(self._is_to_confirm and not self.change_button.isHidden())
        self.field.show_look(record.profile.irritation_look)
        if baseline.given_at is None:
            self.words.setText(self.tr("Not given yet; both count as 0. The usual range is better with it."))
        else:
            text = self.tr("Redness {redness}, sensitivity {sensitivity}, given on {day}.")
            if not is_baseline_confirmed(record):
                text = self.tr(
                    "Redness {redness}, sensitivity {sensitivity}, given on {day}. Is it still so before your next "
                    "treatment?"
                )
            day = full_day(baseline.given_at.date())
            self.words.setText(text.format(redness=baseline.redness, sensitivity=baseline.sensitivity, day=day))

    def _build(self) -> None:
        self.body.addWidget(Heading(self.tr("An ordinary evening before the first treatment")))
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.confirm_button)
        row.addWidget(self.change_button)
        self.body.addLayout(row)
        self.body.addWidget(self.field)
        foot = QHBoxLayout(self._editor)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.body.addWidget(self._editor)
        self._close()

    def _on_change(self) -> None:
        self.field.show_baseline(self._session.record.baseline)
        self._open(is_open=True)
        self.field.redness.setFocus()

    def _on_confirm(self) -> None:
        baseline = self._session.record.baseline
        self._session.set_baseline(baseline.redness, baseline.sensitivity)

    def _on_save(self) -> None:
        ratings = self.field.ratings()
        if ratings is not None and self._session.set_baseline(*ratings):
            self._close()

    def _close(self) -> None:
        self._open(is_open=False)

    def _open(self, *, is_open: bool) -> None:
        self.field.setVisible(is_open)
        self._editor.setVisible(is_open)
        self.change_button.setVisible(not is_open)
        self.confirm_button.setVisible(self._is_to_confirm and not is_open)
