"""Why a flag is there: its rule, its source and the values that met it; and what every rule says of one day."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.entry import SYMPTOMS
from journal.domain.findings import Finding, State, Value
from journal.domain.plan import Tier
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.ui.plan_words import plan_line
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Callout, Card, Line
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.scrolled import scroll_area
from journal.words import full_day, habit_name, long_day, number, scale_name, state_word, symptom_name, tier_word

WIDTH = 600
HEIGHT = 620
_STATE_ROLES = {State.MET: "caution", State.NOT_MET: "second", State.UNKNOWN: "second"}


def _say(text: str) -> str:
    return QCoreApplication.translate("why", text)


def value_lines(finding: Finding, record: Record) -> tuple[str, ...]:
    """The values of a finding and what it missed, a line a day: "Sunday 22 November: redness 4 (high line 5)"."""
    days: dict[str, list[str]] = {}
    for key, value in finding.values.items():
        what, _, day = key.partition("@")
        if not what.endswith("-high"):
            high = finding.values.get(f"{what}-high@{day}")
            days.setdefault(day, []).append(_value_words(what, value, high, record))
    for key in finding.missing:
        what, _, day = key.partition("@")
        days.setdefault(day, []).append(_say("{what} not answered").format(what=_name(what, record)))
    return tuple(_day_line(day, parts) for day, parts in sorted(days.items(), key=_latest_first))


def _latest_first(item: tuple[str, list[str]]) -> tuple[bool, int]:
    day = item[0]
    return (not day, -date.fromisoformat(day).toordinal() if day else 0)


def _day_line(day: str, parts: list[str]) -> str:
    joined = ", ".join(parts)
    if not day:
        return _say("On an ordinary evening: {values}").format(values=joined)
    return _say("{day}: {values}").format(day=long_day(date.fromisoformat(day)), values=joined)


def _value_words(what: str, value: Value, high: Value | None, record: Record) -> str:
    name = _name(what, record)
    if isinstance(value, bool):
        return (_say("{what}: yes") if value else _say("{what}: no")).format(what=name)
    if high is None:
        return _say("{what} {value}").format(what=name, value=number(value))
    text = _say("{what} {value} (high line {high})")
    return text.format(what=name, value=number(value), high=number(high))


def _name(what: str, record: Record) -> str:
    """The name inside a sentence of a scale (or its baseline), a sign or a habit."""
    scale = what.removesuffix("-baseline")
    if scale in set(Scale):
        name = scale_name(Scale(scale), record.profile.irritation_look)
    else:
        name = symptom_name(what) if what in SYMPTOMS else habit_name(what)
    return name[:1].lower() + name[1:]


class WhyDialog(QDialog):
    """One finding: what the rule says, what to do, what met it, and where the rule comes from."""

    def __init__(self, finding: Finding, record: Record, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery Journal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT - 60)
        self._finding = finding
        self._record = record
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Heading(self.tr("Why?"), "title"))
        column.addWidget(self._build_head())
        column.addWidget(scroll_area(self._build_reasons()), 1)
        column.addLayout(self._build_foot())

    def _build_head(self) -> QWidget:
        rule, tier = self._finding.rule, self._finding.flag_tier
        tone = {Tier.INFO: "info", Tier.CAUTION: "caution"}.get(tier, "call")
        head = Callout(tone)
        word = tier_word(tier)
        head.body.addWidget(Words(word[:1].upper() + word[1:], "subheading" if tone == "info" else tone))
        head.body.addWidget(Words(rule.text))
        if rule.advice:
            head.body.addWidget(Words(rule.advice))
        return head

    def _build_reasons(self) -> QWidget:
        finding = self._finding
        card = Card()
        card.body.setSpacing(6)
        card.body.addWidget(Heading(self.tr("On {day}").format(day=full_day(finding.day)), "subheading"))
        lines = value_lines(finding, self._record)
        if finding.in_force and not finding.is_met:
            lines = (self.tr("This advice holds on that day. Nothing you logged goes against it."), *lines)
        for line in lines:
            card.body.addWidget(Words(line))
        if any(key.endswith("baseline") for key in finding.values) and self._record.baseline.given_at is None:
            card.body.addWidget(Words(self.tr("No ordinary evening was given; it counts as 0."), "second"))
        card.body.addSpacing(6)
        card.body.addWidget(Heading(self.tr("Where the rule comes from"), "subheading"))
        card.body.addWidget(Words(finding.rule.source[:1].upper() + finding.rule.source[1:], "second"))
        card.body.addWidget(Words(plan_line(self._record.plan), "small"))
        card.body.addStretch(1)
        return card

    def _build_foot(self) -> QHBoxLayout:
        self.all_rules = LinkButton(self.tr("Every rule on that day"))
        self.all_rules.setAccessibleName(self.tr("Every rule on that day"))
        self.close_button = Button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.all_rules)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.all_rules.clicked.connect(self._on_all_rules)
        self.close_button.clicked.connect(self.accept)
        return row

    def _on_all_rules(self) -> None:
        self.accept()
        DayRulesDialog(self._finding.day, self._record, self._theme, self.parentWidget()).open()


class DayRulesDialog(QDialog):
    """Every rule of the plan on one day: met, not met or unknown, with the values or with what is missing."""

    def __init__(self, day: date, record: Record, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Recovery Journal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH + 80, HEIGHT)
        self._record = record
        findings = record.explain(day)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(full_day(day), "title"))
        column.addWidget(Words(self._summary(findings), "second"))
        column.addWidget(self._build_list(findings), 1)
        close = Button(self.tr("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _summary(self, findings: tuple[Finding, ...]) -> str:
        counts = {state: sum(finding.state is state for finding in findings) for state in State}
        return self.tr("Every rule of the plan: {met} met, {unknown} unknown, {not_met} not met.").format(
            met=counts[State.MET], unknown=counts[State.UNKNOWN], not_met=counts[State.NOT_MET]
        )

    def _build_list(self, findings: tuple[Finding, ...]) -> QWidget:
        card = Card()
        order = (State.MET, State.UNKNOWN, State.NOT_MET)
        for index, finding in enumerate(sorted(findings, key=lambda finding: order.index(finding.state))):
            if index:
                card.body.addWidget(Line())
            card.body.addWidget(self._build_rule(finding))
        card.body.addStretch(1)
        area = scroll_area(card)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Every rule on that day"))
        return area

    def _build_rule(self, finding: Finding) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        state = state_word(finding.state)
        told = self.tr("{state}, in force").format(state=state) if finding.in_force else state
        column.addWidget(Words(told[:1].upper() + told[1:], _STATE_ROLES[finding.state]))
        column.addWidget(Words(finding.rule.text))
        for line in value_lines(finding, self._record) if finding.state is not State.NOT_MET else ():
            column.addWidget(Words(line, "small"))
        return row
