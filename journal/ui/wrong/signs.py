"""The warning signs as large ticks, by what they ask for; those that a flag asks at once stand on top."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.domain.plan import Plan, Tier
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Callout, Card
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.large_tick import LargeTick
from journal.ui.wrong.sense import TIERS, asked_first, signs_by_tier
from journal.words import symptom_name

GAP = 4


class SignGroup(Card):
    """The signs of one tier, or (None) those that are asked now.

    Signals:
        ticked (): the person changed a tick.
    """

    ticked = Signal()

    def __init__(self, tier: Tier | None, signs: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tier = tier
        self.ticks: dict[str, QCheckBox] = {}
        self.body.setSpacing(GAP)
        is_call = tier is not None and tier >= Tier.CALL
        self.body.addWidget(Heading(self._heading(), "call" if is_call else "subheading"))
        for sign in signs:
            self.body.addWidget(self._make_tick(sign))

    @property
    def chosen(self) -> frozenset[str]:
        """The signs that are ticked."""
        return frozenset(sign for sign, tick in self.ticks.items() if tick.isChecked())

    def show_ticked(self, symptoms: frozenset[str]) -> None:
        """Show what is ticked, without telling."""
        for sign, tick in self.ticks.items():
            tick.setChecked(sign in symptoms)

    def _heading(self) -> str:
        if self.tier is None:
            return self.tr("Asked now")
        return {
            Tier.EMERGENCY: self.tr("An emergency"),
            Tier.TODAY: self.tr("To be told to the clinic today"),
            Tier.CALL: self.tr("To be told to the clinic this week"),
        }.get(self.tier, self.tr("To look at again"))

    def _make_tick(self, sign: str) -> QCheckBox:
        tick = LargeTick(symptom_name(sign))
        tick.setAccessibleDescription(self._heading())
        tick.clicked.connect(self._on_clicked)
        self.ticks[sign] = tick
        return tick

    def _on_clicked(self) -> None:
        self.ticked.emit()


class SignList(QWidget):
    """All warning signs. What a flag asks stands on top, with the sentence that says why.

    Signals:
        answered (frozenset): the warning signs ticked now; the answer to the whole list.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[SignGroup, ...] = ()
        self.none = Button(self.tr("None of these"))
        self.none.clicked.connect(self._on_none)
        self._shown: object = None
        self._lead = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)

    @property
    def chosen(self) -> frozenset[str]:
        """The signs that are ticked."""
        return frozenset[str]().union(*(group.chosen for group in self.groups))

    def show_signs(self, plan: Plan, asked: tuple[Finding, ...]) -> None:
        """Lay the signs out by the plan; ``asked`` are the flags that ask some of them at once."""
        if (plan.sha256, asked) == self._shown:
            return
        self._shown = (plan.sha256, asked)
        self._column.removeWidget(self.none)
        for old in (self._lead, *self.groups):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lead = self._make_lead(asked)
        self._column.addWidget(self._lead)
        self.groups = tuple(self._make_groups(plan, asked_first(asked)))
        for group in self.groups:
            self._column.addWidget(group)
            group.ticked.connect(self._on_ticked)
        self._column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        self._lead.setVisible(bool(asked))

    def show_ticked(self, symptoms: frozenset[str]) -> None:
        """Show what is ticked, without telling."""
        for group in self.groups:
            group.show_ticked(symptoms)

    def focus_first(self) -> None:
        """Go to the first sign."""
        tick = next((tick for group in self.groups for tick in group.ticks.values()), None)
        if tick is not None:
            tick.setFocus()

    def _make_lead(self, asked: tuple[Finding, ...]) -> QWidget:
        lead = Callout("caution")
        for finding in asked:
            lead.body.addWidget(Words(finding.rule.text, "caution"))
            lead.body.addWidget(Words(finding.rule.advice))
        return lead

    def _make_groups(self, plan: Plan, first: tuple[str, ...]) -> Iterable[SignGroup]:
        if first:
            yield SignGroup(None, first)
        by_tier = signs_by_tier(plan)
        for tier in TIERS:
            signs = tuple(sign for sign in by_tier[tier] if sign not in first)
            if signs:
                yield SignGroup(tier, signs)

    def _on_none(self) -> None:
        self.show_ticked(frozenset())
        self.answered.emit(frozenset())

    def _on_ticked(self) -> None:
        self.answered.emit(self.chosen)
