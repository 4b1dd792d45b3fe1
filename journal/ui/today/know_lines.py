"""The quiet lines of what to know today: a check-in that a flag asks for, a rule in force, a flag put aside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal.domain.findings import Finding
from journal.ui.today.parts import beside, link, words


class InForceLine(QWidget):
    """A rule that is only in force: its text, and the way to its why."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(finding.rule.text, "second"), 1)
        row.addWidget(_why_link(self, finding), 0, Qt.AlignmentFlag.AlignTop)

    def on_why(self) -> None:
        """The link was pressed."""
        self.why_requested.emit(self._finding)


class AskedLine(QWidget):
    """Yesterday's flag asks for a check-in today."""

    why_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(self.tr("Yesterday's flag asks for a check-in today."), "text"), 1)
        row.addWidget(_why_link(self, finding), 0, Qt.AlignmentFlag.AlignTop)

    def on_why(self) -> None:
        """The link was pressed."""
        self.why_requested.emit(self._finding)


class AsideLine(QWidget):
    """A flag that was put aside for this treatment, and the way to bring it back."""

    why_requested = Signal(object)
    back_requested = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self._finding = finding
        back = link(self.tr("Bring back"))
        back.setAccessibleName(self.tr("Bring back: {rule}").format(rule=finding.rule.text))
        back.clicked.connect(self._on_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(finding.rule.text, "second"))
        column.addLayout(beside(back, _why_link(self, finding)))

    def on_why(self) -> None:
        """The link was pressed."""
        self.why_requested.emit(self._finding)

    def _on_back(self) -> None:
        self.back_requested.emit(self._finding)


def _why_link(line: "InForceLine | AskedLine | AsideLine", finding: Finding) -> QPushButton:
    why = link(line.tr("Why?"))
    why.setAccessibleName(line.tr("Why? {rule}").format(rule=finding.rule.text))
    why.clicked.connect(line.on_why)
    return why
