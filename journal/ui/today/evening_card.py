"""The card of the treatment's evening: what is expected tonight and what is not.

From the patient information of trials and devices and from case reports: Chu 2021 (transient reactions), SkinPen
instructions for use (redness like a sunburn, warmth, tightness), NHS leaflets on skin infection, FDA 2025 on RF burns.
"""

from PySide6.QtWidgets import QWidget

from journal.ui.today.parts import Card, words


class EveningCard(Card):
    """Two short lists. It asks nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=6)
        self.setAccessibleName(self.tr("Tonight"))
        self.body.addWidget(words(self.tr("Tonight"), "subheading"))
        self._add(
            self.tr("Expected"),
            (
                self.tr("Redness like a sunburn, strongest in these first hours"),
                self.tr("Warm, tight and tender skin, some swelling"),
                self.tr("Pinpoint bleeding that stops within hours"),
            ),
        )
        self._add(
            self.tr("Not expected: call the clinic today"),
            (
                self.tr("Blisters, or white, grey, black or raw skin"),
                self.tr("Severe pain, or pain that paracetamol does not ease"),
                self.tr("Numbness or weakness in the face, pus, fever"),
            ),
        )
        self._add(
            self.tr("Emergency, at once"),
            (self.tr("Swollen lips, tongue or whole face, trouble breathing, seeing differently"),),
        )
        self.body.addWidget(words(self.tr("A rating tonight is optional; tomorrow evening is soon enough."), "second"))

    def _add(self, title: str, lines: tuple[str, ...]) -> None:
        self.body.addWidget(words(title, "small"))
        for line in lines:
            self.body.addWidget(words(self.tr("•  {line}").format(line=line), "text"))
