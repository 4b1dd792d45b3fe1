"""The warning signs that ask for the same thing, as large ticks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from journal.domain.plan import Tier
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Heading
from journal.words import symptom_name


class SignGroup(Card):
    """The signs of one tier.

    Signals:
        ticked (): the person changed a tick.
    """

    ticked = Signal()

    def __init__(self, tier: Tier, signs: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tier = tier
        self.ticks: dict[str, QCheckBox] = {}
        self.body.setSpacing(8)
        self.body.addWidget(Heading(self._heading(), "call" if tier >= Tier.CALL else "subheading"))
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
        return {
            Tier.EMERGENCY: self.tr("An emergency"),
            Tier.TODAY: self.tr("To be told to the clinic today"),
            Tier.CALL: self.tr("To be told to the clinic this week"),
        }.get(self.tier, self.tr("To look at again"))

    def _make_tick(self, sign: str) -> QCheckBox:
        tick = QCheckBox(symptom_name(sign))
        tick.setProperty("kind", "row")
        tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tick.setAccessibleName(symptom_name(sign))
        tick.setAccessibleDescription(self._heading())
        tick.clicked.connect(self._on_clicked)
        self.ticks[sign] = tick
        return tick

    def _on_clicked(self) -> None:
        self.ticked.emit()
