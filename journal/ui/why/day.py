"""Every rule of the plan on one day, in three parts: met, unknown, and not met (folded away at first)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.domain.day_sense import WARNING_KINDS
from journal.domain.entry import Recorded, recorded_at
from journal.domain.findings import Finding, State
from journal.domain.record import Record
from journal.finding_words import state_line, told
from journal.ui.theme import Theme
from journal.ui.why.flag import tone_of
from journal.ui.why.parts import add_all, head_line, reading_area, set_up
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Heading, Words
from journal.words import long_day, tier_word, upper_first

MOST_DAYS = 4
INDENT = 16


class RuleRow(QWidget):
    """One rule: its sentence, whether it is in force, and the way to its why."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding, reasons: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if finding.is_met:
            tone = tone_of(finding)
            column.addWidget(Words(upper_first(tier_word(finding.tier)), "subheading" if tone == "info" else tone))
        column.addWidget(Words(finding.rule.text))
        add_all(column, reasons, "second")
        if finding.is_met:
            why = LinkButton(self.tr("Why?"))
            why.setAccessibleName(self.tr("Why? {rule}").format(rule=finding.rule.text))
            why.clicked.connect(self._on_why)
            column.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_why(self) -> None:
        self.why_requested.emit(self._finding)


class DayLink(LinkButton):
    """The way to a day's check-in, where something that a rule needs can still be given."""

    day_requested = Signal(date)

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._day = day
        self.setText(self.tr("Answer it: {day}").format(day=long_day(day)))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.day_requested.emit(self._day)


class DayRulesDialog(QDialog):
    """Every rule of the plan on one day.

    Signals:
        day_requested (date): the check-in of that day is to be opened.
        why_requested (Finding): that flag is to be explained.
    """

    day_requested = Signal(date)
    why_requested = Signal(object)

    def __init__(self, day: date, record: Record, now: datetime, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        findings = record.explain(day)
        self._told = {finding.rule.id: told(finding, record, now) for finding in findings}
        self._by_state = {state: [finding for finding in findings if finding.state is state] for state in State}
        column = set_up(self, theme)
        column.addLayout(head_line(self.tr("Every rule"), day))
        self.summary = Words(self._summary())
        column.addWidget(self.summary)
        column.addWidget(reading_area(self._build_parts(), self.tr("Every rule on that day"), self.text), 1)
        close = Button(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def text(self) -> str:
        """Everything that it says, a line each, those not met too."""
        lines = [self.summary.text()]
        for findings in self._by_state.values():
            for finding in findings:
                words = self._told[finding.rule.id]
                lines.append(f"{words.state}. {words.rule} {' '.join(words.reasons)}")
        return "\n".join(lines)

    def _summary(self) -> str:
        counts = {state: len(findings) for state, findings in self._by_state.items()}
        text = self.tr("{met} flagged, {unknown} unknown, {not_met} not flagged.")
        counted = text.format(met=counts[State.MET], unknown=counts[State.UNKNOWN], not_met=counts[State.NOT_MET])
        if not counts[State.UNKNOWN]:
            return counted
        return "\n".join((counted, self.tr("Unknown does not mean fine: an answer is missing.")))

    def _build_parts(self) -> QWidget:
        card = Card()
        card.body.setSpacing(8)
        self._add_met(card)
        self._add_unknown(card)
        self._add_not_met(card)
        card.body.addStretch(1)
        return card

    def _add_met(self, card: Card) -> None:
        findings = sorted(self._by_state[State.MET], key=_by_tier)
        card.body.addWidget(Heading(self.tr("Flagged")))
        if not findings:
            card.body.addWidget(Words(self.tr("Nothing is flagged on that day."), "second"))
        for finding in findings:
            card.body.addWidget(self._row(finding, self._told[finding.rule.id].reasons))

    def _add_unknown(self, card: Card) -> None:
        findings = sorted(self._by_state[State.UNKNOWN], key=_warnings_first)
        if not findings:
            return
        card.body.addSpacing(12)
        card.body.addWidget(Heading(self.tr("Unknown")))
        days = answerable_days(findings, self._now)
        if days:
            links = QWidget()
            flow = FlowLayout(links)
            for day in days:
                link = DayLink(day)
                link.day_requested.connect(self._on_day_requested)
                flow.addWidget(link)
            card.body.addWidget(links)
        self._add_groups(card.body, findings)

    def _add_not_met(self, card: Card) -> None:
        findings = self._by_state[State.NOT_MET]
        if not findings:
            return
        card.body.addSpacing(12)
        card.body.addWidget(Heading(self.tr("Not flagged")))
        self.opener = LinkButton(self.tr("Show %n rule(s) not flagged", "", len(findings)))
        self.opener.clicked.connect(self._on_opened)
        card.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.not_met = QWidget()
        column = QVBoxLayout(self.not_met)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._add_groups(column, findings)
        self.not_met.hide()
        card.body.addWidget(self.not_met)

    def _add_groups(self, column: QVBoxLayout, findings: Iterable[Finding]) -> None:
        """Rules for the same reasons stand together under them."""
        groups: dict[tuple[str, ...], list[Finding]] = {}
        for finding in findings:
            groups.setdefault(self._told[finding.rule.id].reasons, []).append(finding)
        for reasons, group in groups.items():
            if len(group) == 1:
                column.addWidget(self._row(group[0], reasons))
                continue
            column.addSpacing(4)
            add_all(column, reasons, "second")
            for finding in group:
                row = self._row(finding)
                row.setContentsMargins(INDENT, 0, 0, 0)
                column.addWidget(row)
            column.addSpacing(4)

    def _row(self, finding: Finding, reasons: Sequence[str] = ()) -> RuleRow:
        row = RuleRow(finding, reasons)
        row.setAccessibleName(state_line(finding))
        row.why_requested.connect(self._on_why_requested)
        return row

    def _on_opened(self) -> None:
        self.opener.hide()
        self.not_met.show()

    def _on_day_requested(self, day: date) -> None:
        self.accept()
        self.day_requested.emit(day)

    def _on_why_requested(self, finding: Finding) -> None:
        self.accept()
        self.why_requested.emit(finding)


def _by_tier(finding: Finding) -> int:
    """The highest tier first."""
    return -finding.tier


def _warnings_first(finding: Finding) -> bool:
    """What warns before what is only advised."""
    return finding.rule.kind not in WARNING_KINDS


def answerable_days(findings: Iterable[Finding], now: datetime) -> tuple[date, ...]:
    """The days, latest first, whose missing answers can still be given so that they count: ratings in time."""
    days = set()
    for key in (key for finding in findings for key in finding.missing):
        what, _, iso = key.partition("@")
        day = date.fromisoformat(iso)
        is_rating = what in ("redness", "sensitivity")
        if day <= now.date() and not (is_rating and recorded_at(day, now) is Recorded.RECALLED):
            days.add(day)
    return tuple(sorted(days, reverse=True))[:MOST_DAYS]
