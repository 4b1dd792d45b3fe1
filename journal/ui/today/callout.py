"""One flag as a callout: a shape, a word for how much it matters, what it is, what to do, and the way to its why."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.domain.entry import WARNING_SIGNS
from journal.domain.findings import Finding
from journal.domain.plan import Tier
from journal.ui.theme import Theme
from journal.ui.today import phrases
from journal.ui.today.parts import beside, link, words
from journal.words import symptom_name, tier_word

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
    """One finding that is met. ``asks_signs`` offers the signs its rule wants asked at once."""

    why_requested = Signal(object)
    signs_requested = Signal(object)

    def __init__(
        self, finding: Finding, theme: Theme, parent: QWidget | None = None, *, asks_signs: bool = False
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self._theme = theme
        self.setProperty("surface", _SURFACES.get(finding.flag_tier, "callout-call"))
        self._icon = QLabel()
        self._build(asks_signs=asks_signs)
        self._draw_icon()
        theme.changed.connect(self._draw_icon)
        self.setAccessibleName(f"{tier_word(finding.flag_tier)}: {finding.rule.text}")

    def _build(self, *, asks_signs: bool) -> None:
        rule, tier = self.finding.rule, self.finding.flag_tier
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(words(_capital(tier_word(tier)), _ROLES.get(tier, "call")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(words(rule.text, "text"))
        if rule.advice:
            column.addWidget(words(rule.advice, "text"))
        if asks_signs and rule.asks:
            column.addWidget(words(self._asking(), "second"))
        column.addLayout(beside(*self._links(asks_signs=asks_signs)))

    def _asking(self) -> str:
        asks = self.finding.rule.asks
        if set(asks) >= set(WARNING_SIGNS):
            return self.tr("It asks for every warning sign.")
        return self.tr("It asks: {signs}.").format(signs=phrases.in_a_row([symptom_name(sign) for sign in asks]))

    def _links(self, *, asks_signs: bool) -> list[QPushButton]:
        links = []
        if asks_signs and self.finding.rule.asks:
            answer = link(self.tr("Answer now"))
            answer.clicked.connect(self._on_answer_clicked)
            links.append(answer)
        why = link(self.tr("Why?"))
        why.setAccessibleName(self.tr("Why? {rule}").format(rule=self.finding.rule.text))
        why.clicked.connect(self._on_why_clicked)
        return [*links, why]

    def _draw_icon(self) -> None:
        icon = self._theme.icon(*_ICONS[self.finding.flag_tier])
        side = round(self._theme.base_px * 1.25)
        self._icon.setPixmap(icon.pixmap(QSize(side, side)))
        self._icon.setFixedSize(side, side)

    def _on_why_clicked(self) -> None:
        self.why_requested.emit(self.finding)

    def _on_answer_clicked(self) -> None:
        self.signs_requested.emit(self.finding.rule.asks)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
