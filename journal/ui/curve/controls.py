"""What is shown on the Curve page: which treatment, which others over it, how many days, picture or table."""

from enum import StrEnum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from journal import words
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.ui.widgets.buttons import LinkButton
from journal.ui.widgets.elided_box import SHORTER, ElidedBox
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.folding_row import FoldingRow

MOST_CHIPS = 4
"""As many line patterns as can be told apart."""


class Span(StrEnum):
    """How far the axis of days goes."""

    FORTNIGHT = auto()
    MONTH = auto()
    WHOLE = auto()


class ChoiceChip(QPushButton):
    """A checkable pill, as wide as its word is in bold, so that choosing it moves nothing."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        plain = QFontMetrics(font).horizontalAdvance(self.text())
        font.setWeight(QFont.Weight.Bold)
        hint = super().sizeHint()
        return QSize(hint.width() + max(0, QFontMetrics(font).horizontalAdvance(self.text()) - plain), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class CurveControls(QWidget):
    """The choices above the curves. Keeps what is chosen by the treatment's id, so that renumbering changes nothing.

    Signals:
        changed (): something else is to be drawn.
        table_wished (bool): the table is wanted, or the picture again.
        copy_requested (): the text is to be copied.
    """

    changed = Signal()
    table_wished = Signal(bool)
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._treatments: tuple[Treatment, ...] = ()
        self._picked: int | None = None
        self._over: set[int] | None = None
        self._chips: list[QPushButton] = []
        self._build()
        self._connect()

    @property
    def treatment(self) -> Treatment | None:
        """The treatment whose curves are drawn: the one picked, else the latest."""
        picked = [treatment for treatment in self._treatments if treatment.id == self._picked]
        return next(iter(picked or self._treatments[-1:]), None)

    @property
    def compared(self) -> tuple[Treatment, ...]:
        """The treatments laid over, latest first."""
        over = self._over if self._over is not None else {other.id for other in self._others()[:1]}
        return tuple(other for other in self._others() if other.id in over)

    @property
    def span(self) -> Span:
        """How far the axis goes."""
        return list(Span)[max(0, self._spans.checkedId())]

    def show_record(self, record: Record) -> None:
        """Offer the treatments of this record."""
        if record.treatments != self._treatments:
            self._treatments = record.treatments
            self._fill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._build_head())
        choices = QWidget(self)
        row = FlowLayout(choices, gap=16)
        row.addWidget(self._build_over())
        row.addWidget(self._build_spans())
        column.addWidget(choices)

    def _build_head(self) -> QWidget:
        title = QLabel(self.tr("Curve"), self)
        title.setProperty("role", "title")
        self._pick = ElidedBox(self)
        self._pick.setAccessibleName(self.tr("Treatment to draw"))
        self._table = ChoiceChip(self.tr("Show as table"), self)
        self._copy = LinkButton(self.tr("Copy as text"), self)
        return FoldingRow((title, self._pick), (self._table, self._copy))

    def _build_over(self) -> QWidget:
        self._over_box = QWidget(self)
        self._over_row = FlowLayout(self._over_box)
        label = QLabel(self.tr("Compare by day with"), self._over_box)
        label.setProperty("role", "second")
        self._over_row.addWidget(label)
        return self._over_box

    def _build_spans(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        self._spans = QButtonGroup(self)
        names = (self.tr("To day 14"), self.tr("To day 28"), self.tr("Whole course"))
        for number, name in enumerate(names):
            chip = ChoiceChip(name, box)
            self._spans.addButton(chip, number)
            row.addWidget(chip)
        self._spans.button(0).setChecked(True)
        return box

    def _connect(self) -> None:
        self._pick.activated.connect(self._on_picked)
        self._spans.idClicked.connect(self._on_span)
        self._table.toggled.connect(self.table_wished)
        self._copy.clicked.connect(self.copy_requested)

    def _others(self) -> list[Treatment]:
        main = self.treatment
        others = [other for other in self._treatments if main is not None and other.id != main.id]
        return sorted(others, key=lambda other: -other.number)[:MOST_CHIPS]

    def _fill(self) -> None:
        self._pick.clear()
        for treatment in reversed(self._treatments):
            name = self.tr("Treatment {number}, {day}")
            days = (words.full_day(treatment.day), words.dated(treatment.day))
            text, shorter = (name.format(number=treatment.number, day=day) for day in days)
            self._pick.addItem(text, treatment.id)
            shortest = self.tr("Treatment {number}").format(number=treatment.number)
            self._pick.setItemData(self._pick.count() - 1, [shorter, shortest], SHORTER)
        main = self.treatment
        self._pick.setCurrentIndex(self._pick.findData(main.id) if main is not None else -1)
        self._fill_chips()

    def _fill_chips(self) -> None:
        for chip in self._chips:
            self._over_row.removeWidget(chip)
            chip.deleteLater()
        compared = {other.id for other in self.compared}
        self._chips = []
        for other in self._others():
            chip = ChoiceChip(self.tr("treatment {number}").format(number=other.number), self._over_box)
            chip.setAccessibleName(self.tr("Lay treatment {number} over it").format(number=other.number))
            chip.setProperty("treatment", other.id)
            chip.setChecked(other.id in compared)
            chip.clicked.connect(self._on_over)
            self._over_row.addWidget(chip)
            self._chips.append(chip)
        self._over_box.setVisible(bool(self._chips))
        self.updateGeometry()

    def _on_picked(self) -> None:
        self._picked = self._pick.currentData()
        self._over = None
        self._fill_chips()
        self.changed.emit()

    def _on_over(self) -> None:
        self._over = {int(chip.property("treatment")) for chip in self._chips if chip.isChecked()}
        self.changed.emit()

    def _on_span(self, _number: int) -> None:
        self.changed.emit()
