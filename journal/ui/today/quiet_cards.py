"""The card for the time before the first treatment."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journal.ui.today.parts import Card, link, words

WIDEST = 720


class FirstStepCard(Card):
    """No treatment yet: what will be here, and the one next step."""

    treatments_requested = Signal()
    log_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=12)
        self.body.setContentsMargins(28, 28, 28, 28)
        self.body.addWidget(words(self.tr("Your evenings after a treatment will be here"), "heading"))
        for line in (
            self.tr("Twenty seconds an evening: how red, how sensitive, and whether there is a warning sign."),
            self.tr(
                "At once you see whether the day is in the usual range, and from when each thing is allowed again."
            ),
            self.tr("At the follow-up visit you hand over one printed page."),
        ):
            self.body.addWidget(words(line, "text"))
        self.add = QPushButton(self.tr("Add your treatment"))
        self.add.setProperty("kind", "primary")
        self.add.setAccessibleName(self.add.text())
        self.log = link(self.tr("Log today without one"))
        self.add.clicked.connect(self.treatments_requested)
        self.log.clicked.connect(self.log_requested)
        self.setMaximumWidth(WIDEST)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.add)
        row.addWidget(self.log)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(words(self.tr("Nobody else receives this journal."), "second"))
