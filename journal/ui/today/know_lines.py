"""The quiet lines of what to know today: a check-in that a flag asks for, a rule in force, a flag put aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.ui.today.parts import beside, link, words


class QuietLine(QWidget):
    """Something said of a finding, and the way to its why.

    Signals:
        why_requested (Finding): it is to be explained.
    """

    why_requested = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.why = link(self.tr("Why?"))
        self.why.setAccessibleName(self.tr("Why? {rule}").format(rule=finding.rule.text))
        self.why.clicked.connect(self._on_why)
        self._build()

    def _build(self) -> None:
        self._in_one_row(self.finding.rule.text, "second")

    def _in_one_row(self, text: str, role: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(text, role), 1)
        row.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)

    def _on_why(self) -> None:
        self.why_requested.emit(self.finding)


class InForceLine(QuietLine):
    """A rule that is only in force."""


class AskedLine(QuietLine):
    """Yesterday's flag asks for a check-in today."""

    def _build(self) -> None:
        self._in_one_row(self.tr("Yesterday's flag asks for a check-in today."), "text")


class AsideLine(QuietLine):
    """A flag that was put aside for this treatment, and the way to bring it back.

    Signals:
        back_requested (Finding): it is to be shown again.
    """

    back_requested = Signal(object)

    def _build(self) -> None:
        self.back: QPushButton = link(self.tr("Bring back"))
        self.back.setAccessibleName(self.tr("Bring back: {rule}").format(rule=self.finding.rule.text))
        self.back.clicked.connect(self._on_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(self.finding.rule.text, "second"))
        column.addLayout(beside(self.back, self.why))

    def _on_back(self) -> None:
        self.back_requested.emit(self.finding)
