"""One finding opened: the rule, what to do, what met it, since when, what would clear it, where it comes from."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.call_words import called_line
from journal.domain.findings import Finding, State
from journal.domain.folding import folding_call
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.finding_words import told
from journal.ui.theme import Theme
from journal.ui.why.parts import ValueTable, add_all, head_line, reading_area, set_up
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Callout, Card
from journal.ui.widgets.labels import Heading, Words
from journal.words import long_day, upper_first

if TYPE_CHECKING:
    from journal.changes import Call
    from journal.ui.calls.form import CalledForm


class WhyDialog(QDialog):
    """A finding with everything that it rests on.

    Signals:
        day_explained (date): every rule on that day is to be seen.
    """

    day_explained = Signal(date)

    def __init__(
        self,
        finding: Finding,
        record: Record,
        now: datetime,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        keep_call: Callable[..., bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._finding = finding
        self._now = now
        self._keep_call = keep_call
        self._call = folding_call(record, finding)
        self.form: CalledForm | None = None
        self._told = told(finding, record, now)
        column = set_up(self, theme)
        column.addLayout(head_line(self.tr("Why?"), finding.day))
        column.addWidget(reading_area(self._build_parts(), self.tr("Why?"), self.text), 1)
        self._column = column
        column.addLayout(self._build_foot())
        self.setAccessibleDescription(self.text)

    @property
    def text(self) -> str:
        """The whole as text, the day first."""
        return f"{long_day(self._finding.day)}\n{self._told.text}"

    def _build_parts(self) -> QWidget:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._build_head())
        column.addWidget(self._build_reasons(), 1)
        return parts

    def _build_head(self) -> QWidget:
        tone = tone_of(self._finding)
        head = Callout(tone)
        head.body.addWidget(Words(self._told.title, "subheading" if tone == "info" else tone))
        head.body.addWidget(Words(self._told.rule))
        if self._told.advice:
            head.body.addWidget(Words(self._told.advice))
        if self._call is not None:
            head.body.addWidget(Words(called_line(self._call, self._now), "second"))
        return head

    def _build_reasons(self) -> QWidget:
        words, card = self._told, Card()
        card.body.setSpacing(4)
        self._add_part(card, self._reasons_heading(), words.reasons, first=True)
        if words.rows:
            card.body.addSpacing(4)
            card.body.addWidget(ValueTable(words.rows))
        add_all(card.body, words.notes, "second")
        self._add_part(card, self.tr("Since when"), (words.since,))
        clears = self.tr("What would clear it") if self._finding.is_met else self.tr("Until when")
        self._add_part(card, clears, (words.clears, self._do_not_wait()))
        self._add_part(card, self.tr("Where the rule comes from"), (upper_first(self._finding.rule.source),))
        card.body.addWidget(Words(words.plan, "small"))
        card.body.addStretch(1)
        return card

    def _reasons_heading(self) -> str:
        if self._finding.state is State.UNKNOWN:
            return self.tr("What is missing")
        return self.tr("What led to it") if self._finding.is_met else self.tr("What is known")

    def _do_not_wait(self) -> str:
        """When a flag goes away is not when it has been dealt with."""
        if self._told.is_still_open and self._finding.tier >= Tier.CALL:
            return self.tr("Do not wait for that: do what is said above.")
        return ""

    def _add_part(self, card: Card, heading: str, texts: tuple[str, ...], *, first: bool = False) -> None:
        texts = tuple(text for text in texts if text)
        if not texts:
            return
        if not first:
            card.body.addSpacing(12)
        card.body.addWidget(Heading(heading, "subheading"))
        add_all(card.body, texts)

    def _build_foot(self) -> QHBoxLayout:
        self.all_rules = LinkButton(self.tr("Every rule on that day"))
        self.call_button = Button(self.tr("I called …"))
        self.copy_button = Button(self.tr("Copy as text"))
        self.close_button = Button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.all_rules)
        row.addStretch(1)
        row.addWidget(self.call_button)
        asks_for_a_call = self._finding.is_met and self._finding.tier >= Tier.CALL
        if not asks_for_a_call or self._call is not None or self._keep_call is None:
            self.call_button.hide()
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        self.all_rules.clicked.connect(self._on_all_rules)
        self.call_button.clicked.connect(self._on_call)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        return row

    def _on_all_rules(self) -> None:
        self.accept()
        self.day_explained.emit(self._finding.day)

    def _on_call(self) -> None:
        """The form stands above the foot, which stays."""
        from journal.ui.calls.form import CalledForm  # late: seldom needed

        self.form = CalledForm((self._finding,), frozenset({self._finding.rule.id}), self._now)
        self._column.insertWidget(self._column.count() - 1, self.form)
        self.form.given.connect(self._on_given)
        self.form.cancelled.connect(self._on_cancelled)
        self.call_button.hide()
        self.form.said.setFocus()

    def _on_given(self, calls: "Sequence[Call]") -> None:
        if self._keep_call is not None and self._keep_call(*calls):
            self.accept()

    def _on_cancelled(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.call_button.show()
        self.call_button.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy_button.setText(self.tr("Copied"))


def tone_of(finding: Finding) -> str:
    """The tone of its callout: info, caution or call."""
    return {Tier.INFO: "info", Tier.CAUTION: "caution"}.get(finding.flag_tier, "call")
