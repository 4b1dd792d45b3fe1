"""The page for when something is wrong: the warning signs as ticks, an answer at once, and help with the program.

A tick is saved as the day's symptoms and answered at once from the plan, also when it could not be saved.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.entry import WARNING_SIGNS, Answers, revised
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Plan, Tier
from journal.domain.record import Record, with_entry
from journal.session import JournalSession
from journal.ui.help import HelpCard
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.scrolled import scroll_area
from journal.ui.wrong_answer import AnswerPanel
from journal.ui.wrong_signs import SignGroup

CONTENT_MAX = 1100
TWO_COLUMNS_FROM = 720
TIERS = (Tier.EMERGENCY, Tier.TODAY, Tier.CALL, Tier.CAUTION)


class WrongPage(QWidget):
    """Signs at the left, what to do about them at the right.

    Signals:
        why_requested (Finding): that answer is to be explained.
        settings_requested (): a number is to be added.
    """

    why_requested = Signal(object)
    settings_requested = Signal()

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._record = session.record
        self._day = session.offered_day()
        signs = signs_by_tier(session.record.plan)
        self.groups = tuple(SignGroup(tier, signs[tier]) for tier in TIERS if signs[tier])
        self.none = Button(self.tr("None of these"))
        self.answer = AnswerPanel(theme)
        self._help = HelpCard(session.path)
        self._build()
        self._connect()
        self.show_record(session.record)

    def show_record(self, record: Record) -> None:
        """Show the day's ticks and what they mean."""
        self._record = record
        self._day = self._session.offered_day()
        entry = record.entry(self._day)
        ticked = entry.symptoms if entry is not None else frozenset[str]()
        for group in self.groups:
            group.show_ticked(ticked)
        self.answer.show_answer(
            met_signs(record.flags(self._day)), record, self._day, is_asked=entry is not None and entry.symptoms_asked
        )

    def _build(self) -> None:
        title = Heading(self.tr("Something is wrong"), "title")
        lead = self.tr("Tick what you see or feel. The answer is there at once, and it is kept with today's log.")
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addWidget(self._build_signs(), 3)
        self._columns.addWidget(self._build_side(), 2)
        content = QWidget()
        content.setMaximumWidth(CONTENT_MAX)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(Words(lead, "second"))
        column.addLayout(self._columns, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(28, 20, 28, 20)
        whole.addStretch(1)
        whole.addWidget(content, 1000)
        whole.addStretch(1)

    def _build_signs(self) -> QWidget:
        """The ticks scroll by themselves, so that the answer is always in sight."""
        signs = QWidget()
        column = QVBoxLayout(signs)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for group in self.groups:
            column.addWidget(group)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._signs = column
        return scroll_area(signs)

    def _build_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.answer)
        column.addWidget(self._help)
        column.addStretch(1)
        self._side = column
        return scroll_area(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= TWO_COLUMNS_FROM * self._theme.text_scale
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.BottomToTop
        if direction != self._columns.direction():
            self._columns.setDirection(direction)
            self._columns.setStretch(1, 2 if is_wide else 3)
            self._place_help(self._side if is_wide else self._signs)

    def _place_help(self, column: QVBoxLayout) -> None:
        """Under the answer, or where that has little height under the signs."""
        for other in (self._side, self._signs):
            other.removeWidget(self._help)
        column.insertWidget(column.count() - 1, self._help)

    def _connect(self) -> None:
        for group in self.groups:
            group.ticked.connect(self._save)
        self.none.clicked.connect(self._on_none)
        self.answer.why_requested.connect(self.why_requested)
        self.answer.settings_requested.connect(self.settings_requested)

    def _on_none(self) -> None:
        for group in self.groups:
            group.show_ticked(frozenset())
        self._save()

    def _save(self) -> None:
        """The whole list is answered: what is ticked here, and the expected symptoms as they stand."""
        entry = self._record.entry(self._day)
        others = (entry.symptoms if entry is not None else frozenset[str]()) - set(WARNING_SIGNS)
        ticked = frozenset[str]().union(*(group.chosen for group in self.groups))
        answers = Answers(symptoms=others | ticked)
        if not self._session.log(self._day, answers):
            after = revised(self._record.facts.entries.get(self._day), self._day, answers, self._session.now())
            unsaved = with_entry(self._record, self._day, after)
            self.answer.show_answer(met_signs(unsaved.flags(self._day)), unsaved, self._day, is_asked=True)


def signs_by_tier(plan: Plan) -> dict[Tier, tuple[str, ...]]:
    """The warning signs by the highest tier that one alone can meet in this plan."""
    tiers = dict.fromkeys(WARNING_SIGNS, Tier.CAUTION)
    for rule in plan.rules:
        if rule.kind is Kind.SYMPTOM:
            for sign in rule.signs:
                tiers[sign] = max(tiers.get(sign, Tier.CAUTION), rule.tier)
    return {tier: tuple(sign for sign in WARNING_SIGNS if tiers[sign] == tier) for tier in TIERS}


def met_signs(flags: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that answer a sign, gravest first: symptom rules, and what else says to call on that day."""
    return tuple(
        finding
        for finding in flags
        if finding.is_met and (finding.rule.kind is Kind.SYMPTOM or finding.tier >= Tier.CALL)
    )
