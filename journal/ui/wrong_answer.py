"""What to do about the signs ticked: by the highest tier, with the number to call. It never says "all clear"."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journal.domain.day_sense import day_sense
from journal.domain.explaining import nearest_gaps
from journal.domain.findings import Finding
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.finding_words import missing_sentences
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.card import Callout, Card
from journal.ui.widgets.labels import Heading, Words


class AnswerPanel(Card):
    """The answer, the numbers, and what in the plan says so.

    Signals:
        why_requested (Finding): that reason is to be explained.
        settings_requested (): a number is to be added.
    """

    why_requested = Signal(object)
    settings_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._parts = QWidget()
        self.body.addWidget(Heading(self.tr("What to do"), "heading"))
        self.body.addWidget(self._parts)
        nobody = self.tr(
            "Nobody receives what you tick here: this journal sends nothing. If you are worried, call anyway."
        )
        self.body.addWidget(Words(nobody, "second"))

    @property
    def text(self) -> str:
        """Everything the answer says, a line each."""
        return "\n".join(label.text() for label in self._parts.findChildren(QLabel) if label.text())

    def show_answer(self, findings: tuple[Finding, ...], record: Record, day: date, *, is_asked: bool) -> None:
        """Answer the signs that these findings of the day stand for."""
        sense = day_sense(record, day)
        shown = (findings, record.profile, is_asked, sense.unknown)
        if shown == self._shown:
            return
        self._shown = shown
        tier = max((finding.tier for finding in findings), default=None)
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._answer(tier, is_asked=is_asked, is_clear=sense.is_clear))
        if tier is None and is_asked and not sense.is_clear:
            gaps = nearest_gaps(record.facts, sense.unknown, day)
            for sentence in missing_sentences(gaps, record, day):
                column.addWidget(Words(sentence, "second"))
        if tier is not None and tier >= Tier.CALL:
            column.addWidget(self._numbers(tier, record))
        for finding in findings:
            column.addWidget(self._reason(finding))
        self.body.replaceWidget(self._parts, parts)
        self._parts.hide()
        self._parts.deleteLater()
        self._parts = parts
        self.setAccessibleName(self.tr("What to do"))
        self.setAccessibleDescription(self.text)

    def _answer(self, tier: Tier | None, *, is_asked: bool, is_clear: bool) -> QWidget:
        sentences = {
            Tier.EMERGENCY: self.tr("Call your local emergency number now."),
            Tier.TODAY: self.tr("Call the clinic today. If it is closed, call the out-of-hours line."),
            Tier.CALL: self.tr("Call the clinic this week."),
            Tier.CAUTION: self.tr("Look again tomorrow and log it. If it gets worse, tick it here again."),
        }
        if tier in sentences:
            callout = Callout("caution" if tier is Tier.CAUTION else "call")
            callout.body.addWidget(Words(sentences[tier], "caution" if tier is Tier.CAUTION else "call"))
            if tier is Tier.EMERGENCY:
                callout.body.addWidget(Words(self.tr("Do not wait for the clinic to answer.")))
            return callout
        if is_asked and is_clear:
            return Words(self.tr("Nothing in your plan says to call today."), "answer")
        if is_asked:
            return Words(
                self.tr("None of the signs is ticked. Not every rule of your plan can be judged yet."), "answer"
            )
        return Words(self.tr("Tick a sign and the answer appears here."), "second")

    def _numbers(self, tier: Tier, record: Record) -> QWidget:
        """The clinic's number and the out-of-hours one; where none is known, the way to add it."""
        clinic = record.profile.clinic_phone or record.plan.phone
        after_hours = record.profile.out_of_hours_phone or record.plan.out_of_hours
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if clinic:
            column.addLayout(self._number(self.tr("Clinic"), clinic))
        if after_hours and tier >= Tier.TODAY:
            column.addLayout(self._number(self.tr("Nights and weekends"), after_hours))
        is_missing = not clinic or (not after_hours and tier >= Tier.TODAY)
        if is_missing and tier is not Tier.EMERGENCY:
            column.addWidget(Words(self.tr("The number is on your leaflet."), "second"))
            add = LinkButton(self.tr("Add it here"))
            add.setAccessibleName(self.tr("Add the clinic's number"))
            add.clicked.connect(self.settings_requested)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return group

    def _number(self, whose: str, phone: str) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(self._theme.icon("phone", "call").pixmap(20, 20))
        words = Words(self.tr("{whose}: {phone}").format(whose=whose, phone=phone), "subheading")
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(words.text())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon)
        row.addWidget(words, 1)
        return row

    def _reason(self, finding: Finding) -> QWidget:
        return Reason(finding, self)

    def ask_why(self, finding: Finding) -> None:
        """A reason's link was pressed."""
        self.why_requested.emit(finding)


class Reason(QWidget):
    """One rule that is met: what it says, what to do, and the way to its why."""

    def __init__(self, finding: Finding, panel: AnswerPanel) -> None:
        super().__init__()
        self._finding = finding
        self._panel = panel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(finding.rule.text, "subheading"))
        column.addWidget(Words(finding.rule.advice))
        why = LinkButton(self.tr("Why?"))
        why.setAccessibleName(self.tr("Why? {rule}").format(rule=finding.rule.text))
        why.clicked.connect(self._on_why)
        column.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_why(self) -> None:
        self._panel.ask_why(self._finding)
