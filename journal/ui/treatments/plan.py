"""The care plan that applies, readable: its name and every rule with its source."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.plan import Kind, Plan, Rule
from journal.plan_words import plan_line
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Heading, Words
from journal.words import tier_word


class PlanCard(Card):
    """Says which plan holds; its rules unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._rules: QWidget | None = None
        self._name = Words("", "second")
        self.toggle = LinkButton(self.tr("Read all its rules"))
        self.body.addWidget(Heading(self.tr("The plan that applies")))
        self.body.addWidget(self._name)
        self.body.addWidget(self.toggle)
        self.toggle.clicked.connect(self._on_toggled)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; what is unfolded stays so."""
        if plan == self._plan:
            return
        self._plan = plan
        advice = self.tr("What your clinic tells you comes first.")
        self._name.setText(f"{plan_line(plan)} {advice}")
        if self._rules is not None:
            self._fold()
            self._unfold(plan)

    def _on_toggled(self) -> None:
        if self._rules is not None:
            self._fold()
        elif self._plan is not None:
            self._unfold(self._plan)
        self.toggle.setText(self.tr("Read all its rules") if self._rules is None else self.tr("Fold the rules away"))

    def _fold(self) -> None:
        if self._rules is not None:
            self._rules.hide()
            self._rules.deleteLater()
            self._rules = None

    def _unfold(self, plan: Plan) -> None:
        self._rules = QWidget()
        column = QVBoxLayout(self._rules)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for heading, kinds in self._groups():
            rules = [rule for rule in plan.rules if rule.kind in kinds]
            if rules:
                column.addWidget(Heading(heading, "subheading"))
            for rule in rules:
                column.addWidget(self._build_rule(rule))
        self.body.addWidget(self._rules)

    def _groups(self) -> tuple[tuple[str, tuple[Kind, ...]], ...]:
        return (
            (self.tr("To avoid for a while"), (Kind.AVOID,)),
            (self.tr("To do"), (Kind.DO, Kind.NOTE)),
            (self.tr("How the ratings are read"), (Kind.STRONG, Kind.UP, Kind.RISING, Kind.PERSISTING)),
            (self.tr("Warning signs"), (Kind.SYMPTOM,)),
        )

    def _build_rule(self, rule: Rule) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(rule.text))
        small = self.tr("When it is met: {tier}. Source: {source}")
        column.addWidget(Words(small.format(tier=tier_word(rule.tier), source=rule.source), "small"))
        return row
