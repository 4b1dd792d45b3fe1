"""The needle depth: millimetres, or not known; and whether radiofrequency was used. Shared by welcome and form."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from journal.domain.treatment import DEPTH_MAX_MM, DEPTH_MIN_MM
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import FaultLine, Words, mark_wrong
from journal.words import number


class DepthField(QWidget):
    """Asks how deep the needles went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.millimetres = QLineEdit()
        self.unknown = QCheckBox(self.tr("I don't know"))
        self.rf = QCheckBox(self.tr("With radiofrequency (RF)"))
        self.fault = FaultLine()
        self._build()
        self.unknown.toggled.connect(self._on_unknown)
        self.millimetres.textEdited.connect(self._on_edited)

    def show_depth(self, depth_mm: float | None, *, rf: bool, is_answered: bool = True) -> None:
        """Show a depth, or that it is not known."""
        self.millimetres.setText("" if depth_mm is None else QLocale().toString(depth_mm, "g", 3))
        self.unknown.setChecked(depth_mm is None and is_answered)
        self.rf.setChecked(rf)
        self.tell("")

    def is_valid(self) -> bool:
        """Whether there is a depth from 0.1 to 6 mm, or "I don't know"; what is wrong is said here."""
        if self.unknown.isChecked():
            return True
        depth = self._parsed()
        if not self.millimetres.text().strip():
            self.tell(self.tr("Give the depth in millimetres, or tick that you don't know it."))
        elif depth is None or not DEPTH_MIN_MM <= depth <= DEPTH_MAX_MM:
            text = self.tr("A needle depth is between {least} and {most} mm.")
            self.tell(text.format(least=number(DEPTH_MIN_MM), most=number(DEPTH_MAX_MM)))
        else:
            return True
        return False

    @property
    def depth_mm(self) -> float | None:
        """The depth of a valid answer; None when it is not known."""
        return None if self.unknown.isChecked() else self._parsed()

    def tell(self, fault: str) -> None:
        """Say what is wrong, or nothing."""
        self.fault.tell(fault)
        mark_wrong(self.millimetres, wrong=bool(fault))

    def _parsed(self) -> float | None:
        text = self.millimetres.text().strip().removesuffix("mm").strip().replace(",", ".")
        value, is_number = QLocale.c().toDouble(text)
        return round(value, 2) if is_number else None

    def _build(self) -> None:
        self.millimetres.setAccessibleName(self.tr("Needle depth in millimetres"))
        self.millimetres.setPlaceholderText(self.tr("for example {depth}").format(depth=number(1.5)))
        answers = QWidget()
        row = FlowLayout(answers, gap=12)
        for part in (self.millimetres, Words(self.tr("mm"), wrap=False), self.unknown, self.rf):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(answers)
        column.addWidget(self.fault)

    def _on_unknown(self, is_unknown: bool) -> None:
        if is_unknown:
            self.millimetres.clear()
        self.tell("")

    def _on_edited(self) -> None:
        self.unknown.setChecked(False)
        self.tell("")
