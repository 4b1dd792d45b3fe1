"""The care plan that applies, readable: its name and every rule with its source; the ways to another and out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.errors import JournalUnavailable
from journal.domain.plan import Kind, Plan, Rule
from journal.domain.record import Record
from journal.error_words import error_text
from journal.plan_words import plan_mark
from journal.session import JournalSession
from journal.ui.treatments.plan_files import ask_copy, ask_plan, ask_sheet, print_sheet, save_copy, save_sheet
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Heading, Words
from journal.words import tier_word


class PlanCard(Card):
    """Says which plan holds and where; its rules unfold. Another one is opened, its copy and its sheet go out."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: Plan | None = None
        self._rules: QWidget | None = None
        self._name = Words("", "second")
        self._earlier = Words("", "small")
        self._notice = Words("", "second")
        self.toggle = LinkButton(self.tr("Read all its rules"))
        self.open_button = Button(self.tr("Open another plan …"))
        self.copy_button = Button(self.tr("Save a copy …"))
        self.sheet_button = Button(self.tr("Sheet as PDF …"))
        self.print_button = Button(self.tr("Print the sheet …"))
        self._build()
        self.toggle.clicked.connect(self._on_toggled)
        self.open_button.clicked.connect(self._on_open)
        self.copy_button.clicked.connect(self._on_copy)
        self.sheet_button.clicked.connect(self._on_sheet)
        self.print_button.clicked.connect(self._on_print)

    def _build(self) -> None:
        self.body.addWidget(Heading(self.tr("The plan that applies")))
        for words in (self._name, self._earlier):
            self.body.addWidget(words)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in (self.open_button, self.copy_button, self.sheet_button, self.print_button):
            flow.addWidget(button)
        self.body.addWidget(row)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.toggle)
        self._notice.hide()

    def show_record(self, record: Record) -> None:
        """Show the plan of the latest treatment; what is unfolded stays so."""
        self._earlier.setText("\n".join(self._earlier_lines(record)))
        self._earlier.setVisible(bool(self._earlier.text()))
        plan = record.plan
        if plan == self._plan:
            return
        self._plan = plan
        self._notice.hide()
        self._name.setText(self.tr("{plan} What your clinic tells you comes first.").format(plan=plan_mark(plan)))
        if self._rules is not None:
            self._fold()
            self._unfold(plan)

    def open_plan(self, path: Path) -> None:
        """Show what a plan's file would change, and take it up when the person says so."""
        from journal.ui.treatments.plan_dialog import PlanDialog  # late: a plan is seldom changed

        PlanDialog(self._session, path, self).open()

    def _earlier_lines(self, record: Record) -> tuple[str, ...]:
        """The treatments that keep another plan, one line each."""
        others = (one for one in record.treatments if record.plan_of(one).sha256 != record.plan.sha256)
        said = self.tr("Treatment {number} keeps its own: {plan}")
        return tuple(said.format(number=one.number, plan=plan_mark(record.plan_of(one))) for one in others)

    def _on_open(self) -> None:
        path = ask_plan(self)
        if path is not None:
            self.open_plan(path)

    def _on_copy(self) -> None:
        self._write(ask_copy(self), save_copy, self.tr("A copy was saved: {name}"))

    def _on_sheet(self) -> None:
        self._write(ask_sheet(self), save_sheet, self.tr("The sheet was saved: {name}"))

    def _on_print(self) -> None:
        if self._plan is not None:
            print_sheet(self._plan, self)

    def _write(self, path: Path | None, write: Callable[[Plan, Path], None], said: str) -> None:
        if path is None or self._plan is None:
            return
        try:
            write(self._plan, path)
        except JournalUnavailable as error:
            self._notice.setText(error_text(error))
        else:
            self._notice.setText(said.format(name=path.name))
        self._notice.show()

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
        small = self.tr("If flagged: {tier}. Source: {source}")
        column.addWidget(Words(small.format(tier=tier_word(rule.tier), source=rule.source), "small"))
        return row
