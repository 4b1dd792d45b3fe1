"""One flag as a callout: a shape, a word for how much it matters, what it is, what to do, and the ways on from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.domain.plan import Tier
from journal.ui.theme import Theme
from journal.ui.today.flag_words import FlagWords
from journal.ui.today.parts import beside, link, words
from journal.words import tier_word

if TYPE_CHECKING:
    from journal.ui.calls.form import CallDraft, CalledForm

_SURFACES = {Tier.INFO: "callout-info", Tier.CAUTION: "callout-caution"}
_ROLES = {Tier.INFO: "text", Tier.CAUTION: "caution"}
_ICONS = {
    Tier.INFO: ("info", "accent"),
    Tier.CAUTION: ("info", "caution"),
    Tier.CALL: ("phone", "call"),
    Tier.TODAY: ("phone", "call"),
    Tier.EMERGENCY: ("warning", "call"),
}


class Callout(QFrame):
    """One flag that stands open. What it offers depends on the flag.

    Signals:
        why_requested (Finding): it is to be explained.
        signs_requested (Finding): the signs that its rule asks are to be answered.
        call_requested (Finding): the clinic was called; the form is to be opened.
        aside_requested (Finding): it is to be put aside for this treatment.
    """

    why_requested = Signal(object)
    signs_requested = Signal(object)
    call_requested = Signal(object)
    aside_requested = Signal(object)

    def __init__(
        self,
        finding: Finding,
        said: FlagWords,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        asks_signs: bool = False,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.form: CalledForm | None = None
        self._has_more = False
        self._theme = theme
        self._asks_signs = asks_signs and bool(finding.rule.asks)
        self.setProperty("surface", _SURFACES.get(finding.flag_tier, "callout-call"))
        self._icon = QLabel()
        self._build(said)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)
        self.setAccessibleName(f"{tier_word(finding.flag_tier)}: {finding.rule.text}")

    @property
    def has_more(self) -> bool:
        """Whether something was put in."""
        return self._has_more

    def put_in(self, widget: QWidget) -> None:
        """Show something above the links: the numbers to call."""
        self._has_more = True
        self._column.insertWidget(self._column.count() - 1, widget)

    def open_form(self, findings: Sequence[Finding], now: datetime, draft: "CallDraft | None" = None) -> "CalledForm":
        """Open the form for a call that may have been about any of these."""
        from journal.ui.calls.form import CalledForm  # late: on most evenings nobody calls

        form = CalledForm(findings, frozenset({self.finding.rule.id}), now)
        self.form = form
        self._column.addWidget(form)
        if self._call is not None:
            self._call.hide()
        if draft is not None:
            form.show_draft(draft)
        return form

    def close_form(self) -> None:
        """Close it again; the way to it is back and has the focus."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if self._call is not None:
            self._call.show()
            self._call.setFocus()

    def _build(self, said: FlagWords) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(said.title, _ROLES.get(self.finding.flag_tier, "call")), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 12, 10)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        for text in said.texts:
            self._column.addWidget(words(text, "text"))
        for text in said.small:
            self._column.addWidget(words(text, "second"))
        self._call: QPushButton | None = None
        self._column.addLayout(beside(*self._links()))

    def _links(self) -> list[QPushButton]:
        """The ways on, the one that is due first."""
        finding, rule = self.finding, self.finding.rule.text
        links = []
        if self._asks_signs:
            links.append(self._link(self.tr("Answer now"), "", self._on_answer_clicked))
        if finding.is_met and finding.tier >= Tier.CALL:
            name = self.tr("I called about it: {rule}").format(rule=rule)
            self._call = self._link(self.tr("I called …"), name, self._on_call_clicked)
            links.append(self._call)
        links.append(self._link(self.tr("Why?"), self.tr("Why? {rule}").format(rule=rule), self._on_why_clicked))
        if finding.flag_tier <= Tier.CAUTION and not self._asks_signs:
            name = self.tr("Put aside for this treatment: {rule}").format(rule=rule)
            links.append(self._link(self.tr("Put aside"), name, self._on_aside_clicked))
        return links

    def _link(self, text: str, name: str, answer: object) -> QPushButton:
        made = link(text)
        if name:
            made.setAccessibleName(name)
        made.clicked.connect(answer)
        return made

    def _draw_icon(self) -> None:
        icon = self._theme.icon(*_ICONS[self.finding.flag_tier])
        side = round(self._theme.base_px * 1.25)
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
        self._icon.setFixedSize(side, side)

    def _on_why_clicked(self) -> None:
        self.why_requested.emit(self.finding)

    def _on_answer_clicked(self) -> None:
        self.signs_requested.emit(self.finding)

    def _on_call_clicked(self) -> None:
        self.call_requested.emit(self.finding)

    def _on_aside_clicked(self) -> None:
        self.aside_requested.emit(self.finding)
