"""What to do about the signs ticked: by the highest tier, with the number to call. It never says "all clear"."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal.call_words import called_line, worse_lines
from journal.changes import Call
from journal.domain.findings import Finding
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.domain.shown_flags import ShownFlag
from journal.session import JournalSession
from journal.ui.calls.folded import Folded, FoldedCall, by_call
from journal.ui.calls.form import CalledForm
from journal.ui.calls.phones import PhoneLines
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Callout, Card
from journal.ui.widgets.labels import Heading, Words, set_look
from journal.ui.wrong.headline import headline
from journal.ui.wrong.sense import WrongAnswer
from journal.ui.wrong.to_say import to_say
from journal.words import long_day


class AnswerPanel(Card):
    """The answer, the numbers, what in the plan says so, and the way to keep that the clinic was called.

    The numbers and the form are one and the same while the answer changes, so that nothing half typed is lost.

    Signals:
        why_requested (Finding): that reason is to be explained.
    """

    why_requested = Signal(object)

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record = session.record
        self._answer: WrongAnswer | None = None
        self._shown: object = None
        self.headline = Words("", "call-headline")
        self.second = Words("")
        self.phones = PhoneLines(session, theme)
        self.call_button = Button(self.tr("I called …"))
        self.form: CalledForm | None = None
        self._parts = QWidget()
        self._build()
        self.call_button.clicked.connect(self._on_call)
        self.setAccessibleName(self.tr("What to do"))

    @property
    def text(self) -> str:
        """Everything the answer says, a line each."""
        head = [self.headline.text(), "" if self.second.isHidden() else self.second.text()]
        phones = "" if self.phones.isHidden() else self.phones.text
        reasons = [label.text() for label in self._parts.findChildren(QLabel)]
        return "\n".join(text for text in (*head, phones, *reasons) if text)

    def show_answer(self, answer: WrongAnswer, record: Record) -> None:
        """Show what is to be done."""
        self._record = record
        shown = (answer, record.profile, record.plan.phone, record.plan.out_of_hours)
        if shown == self._shown:
            return
        self._shown, self._answer = shown, answer
        is_today = answer.day >= self._session.offered_day()
        first, second = headline(answer, record, is_today=is_today)
        self.headline.setText(first)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self._dress(answer)
        self.phones.show_for(record, self._phone_tier(answer))
        self._show_form(answer)
        self._show_reasons(answer)
        self.setAccessibleDescription(self.text)

    def _build(self) -> None:
        self._callout = Callout("call")
        self._callout.body.setSpacing(6)
        self._callout.body.addWidget(self.headline)
        self._callout.body.addWidget(self.second)
        self._callout.body.addWidget(self.phones)
        self._callout.body.addSpacing(4)
        self._callout.body.addWidget(self.call_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Heading(self.tr("What to do"), "heading"))
        self.body.addWidget(self._callout)
        self.body.addWidget(self._parts)
        nobody = self.tr(
            "Nobody receives what you tick here: this journal sends nothing. If you are worried, call anyway."
        )
        self.body.addWidget(Words(nobody, "second"))

    def _dress(self, answer: WrongAnswer) -> None:
        """Red only for what asks for a call."""
        tone, role = "info", "subheading"
        if answer.tier is not None and answer.tier >= Tier.CALL:
            tone, role = "call", "call-headline"
        elif answer.tier is Tier.CAUTION or answer.asked:
            tone, role = "caution", "caution"
        set_look(self._callout, "surface", f"callout-{tone}")
        set_look(self.headline, "role", role)

    def _phone_tier(self, answer: WrongAnswer) -> Tier | None:
        """What was called about keeps its numbers in sight."""
        if answer.was_called:
            return max(flag.finding.tier for flag in answer.calls)
        return answer.tier if answer.tier is not None and answer.tier >= Tier.CALL else None

    def _show_form(self, answer: WrongAnswer) -> None:
        """The way to the form; one that is open stays, unless there is nothing to call about any more."""
        if self.form is not None and self.form.findings != answer.to_call_about:
            draft = self.form.draft
            self._close_form()
            if answer.to_call_about:
                self._open_form().show_draft(draft)
        self.call_button.setVisible(bool(answer.to_call_about) and self.form is None)

    def _open_form(self) -> CalledForm:
        findings = () if self._answer is None else self._answer.to_call_about
        self.form = CalledForm(findings, frozenset(finding.rule.id for finding in findings), self._session.now())
        self._callout.body.addWidget(self.form)
        self.form.given.connect(self._on_given)
        self.form.cancelled.connect(self._on_cancelled)
        self.call_button.hide()
        return self.form

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _show_reasons(self, answer: WrongAnswer) -> None:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for flag in answer.calls:
            if not flag.is_folded:
                column.addWidget(self._reason(flag))
        called = [Folded(finding=flag.finding, call=flag.call) for flag in answer.calls if flag.call is not None]
        for group in by_call(called):
            column.addWidget(self._folded(group))
        cautions = [finding for finding in answer.cautions if finding not in answer.asked]
        for finding in cautions:
            column.addWidget(self._reason(ShownFlag(finding=finding)))
        if answer.to_call_about:
            self._add_to_say(column, answer)
        self.body.replaceWidget(self._parts, parts)
        self._parts.hide()
        self._parts.deleteLater()
        self._parts = parts
        parts.setVisible(bool(answer.calls or cautions))

    def _add_to_say(self, column: QVBoxLayout, answer: WrongAnswer) -> None:
        """Whoever is afraid forgets on the phone what the clinic asks first."""
        sentences = to_say(self._record, answer.day)
        if sentences:
            column.addWidget(Heading(self.tr("What to say on the phone"), "subheading"))
            column.addWidget(Words(" ".join(sentences)))

    def _folded(self, group: Sequence[Folded]) -> QWidget:
        folded = FoldedCall(group, self._session.now(), self._theme)
        folded.why_requested.connect(self.why_requested)
        folded.take_back_requested.connect(self._on_take_back)
        return folded

    def _reason(self, flag: ShownFlag) -> QWidget:
        finding, texts = flag.finding, list[str]()
        if self._answer is not None and finding.day != self._answer.day:
            texts.append(self.tr("Flagged on {day}.").format(day=long_day(finding.day)))
        if flag.since is not None:
            texts += worse_lines(flag.since, self._record.profile.irritation_look)
            texts.append(called_line(flag.since.call, self._session.now()))
        reason = Reason(finding, texts)
        reason.why_requested.connect(self.why_requested)
        return reason

    def _on_call(self) -> None:
        self._open_form().said.setFocus()

    def _on_given(self, calls: Sequence[Call]) -> None:
        self._session.called(*calls)

    def _on_cancelled(self) -> None:
        self._close_form()
        self.call_button.show()
        self.call_button.setFocus()

    def _on_take_back(self, acknowledgement_id: int) -> None:
        self._session.take_back(acknowledgement_id)


class Reason(QWidget):
    """One rule that is met: what it says, what to do, what is worse since a call, and the way to its why."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(finding.rule.text, "subheading"))
        for text in texts:
            column.addWidget(Words(text))
        if finding.advice:
            column.addWidget(Words(finding.advice))
        self.why = LinkButton(self.tr("Why?"))
        self.why.setAccessibleName(self.tr("Why? {rule}").format(rule=finding.rule.text))
        self.why.clicked.connect(self._on_why)
        column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_why(self) -> None:
        self.why_requested.emit(self._finding)
