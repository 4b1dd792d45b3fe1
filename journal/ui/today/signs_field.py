"""The warning signs and the expected symptoms: none of them at one key, or a list to go through, opened in place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from journal.domain.entry import WARNING_SIGNS, Entry
from journal.domain.record import Record
from journal.ui.theme import Theme
from journal.ui.today import phrases
from journal.ui.today.parts import Card, empty, words
from journal.ui.today.questions import expected_symptoms
from journal.ui.widgets.chip import Chip, ChipKind
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.tick_row import TickRow
from journal.words import symptom_name

COLUMN_MIN = 300


class TickList(Card):
    """The whole list to go through: warning signs first (those asked at once on top), expected symptoms below."""

    ticked = Signal(object)
    """All symptoms ticked now, a frozenset: the answer to the whole list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="sunken", gap=6)
        self._rows: dict[str, TickRow] = {}
        self._parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._grids: list[tuple[QGridLayout, tuple[str, ...]]] = []
        self._columns = 0

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        """The boxes by symptom."""
        return {symptom: row.box for symptom, row in self._rows.items()}

    def show_parts(self, parts: tuple[tuple[str, tuple[str, ...]], ...], ticked: frozenset[str]) -> None:
        """Draw the parts, each a title and its symptoms."""
        if parts != self._parts:
            self._parts = parts
            self._rebuild()
        for symptom, row in self._rows.items():
            row.box.setChecked(symptom in ticked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _rebuild(self) -> None:
        empty(self)
        self._rows, self._grids, self._columns = {}, [], 0
        for title, symptoms in self._parts:
            self.body.addWidget(words(title, "small"))
            holder = QWidget()
            grid = QGridLayout(holder)
            grid.setContentsMargins(0, 0, 0, 4)
            grid.setVerticalSpacing(6)
            grid.setHorizontalSpacing(16)
            self._grids.append((grid, symptoms))
            for symptom in symptoms:
                self._rows[symptom] = TickRow(symptom_name(symptom))
                self._rows[symptom].box.clicked.connect(self._on_clicked)
            self.body.addWidget(holder)
        self._flow()

    def _flow(self) -> None:
        columns = 2 if self.width() >= 2 * COLUMN_MIN else 1
        if columns == self._columns:
            return
        self._columns = columns
        for grid, symptoms in self._grids:
            rows = -(-len(symptoms) // columns)
            for column in range(2):
                grid.setColumnStretch(column, 1 if column < columns else 0)
            for index, symptom in enumerate(symptoms):
                grid.addWidget(self._rows[symptom], index % rows, index // rows)

    def _on_clicked(self) -> None:
        self.ticked.emit(frozenset(symptom for symptom, row in self._rows.items() if row.box.isChecked()))


class SignsField(QWidget):
    """Asked or not asked, never half: each tick answers the whole list."""

    answered = Signal(object)
    """The symptoms ticked, a frozenset."""
    taken_back = Signal()
    grew = Signal()
    """The list was opened or closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self._ticked: frozenset[str] = frozenset()
        self._is_asked = False
        self._first: tuple[str, ...] = ()
        self._expected: tuple[str, ...] = ()
        self.none_chip = Chip("none", self.tr("None of them"), theme, kind=ChipKind.SHORTCUT)
        self.list_chip = Chip("list", self.tr("Go through them …"), theme, kind=ChipKind.MORE)
        self._said = words("", "text")
        self.tick_list: TickList | None = None
        self._build()
        self.none_chip.chosen.connect(self._on_none_chosen)
        self.list_chip.chosen.connect(self._on_list_chosen)

    def show_day(self, record: Record, day: date, entry: Entry | None) -> None:
        """Draw one day's answer."""
        if day != self._day:
            self._day, self._first = day, ()
            self._close_list()
        self._is_asked = entry is not None and entry.symptoms_asked
        self._ticked = entry.symptoms if entry is not None else frozenset()
        self._expected = expected_symptoms(record, day, entry)
        self._show_answer()

    def answer_none(self) -> None:
        """None of the warning signs; expected symptoms that are ticked stay."""
        self.answered.emit(self._ticked - frozenset(WARNING_SIGNS))

    def ask(self, signs: Sequence[str]) -> None:
        """Open the list with these signs on top and go to the first."""
        self._first = tuple(sign for sign in WARNING_SIGNS if sign in signs)
        self._open_list()
        self._show_answer()
        self.grew.emit()
        if self.tick_list is not None and self._first:
            self.tick_list.boxes[self._first[0]].setFocus()

    def _show_answer(self) -> None:
        warning = [sign for sign in WARNING_SIGNS if sign in self._ticked]
        self.none_chip.set_question(self.tr("None of the warning signs, key N"))
        self.none_chip.set_answer(True if self._is_asked and not warning else None)
        is_open = self.tick_list is not None
        ticked = [symptom_name(symptom) for symptom in (*self._expected, *warning) if symptom in self._ticked]
        self._said.setText(self.tr("Ticked: {signs}").format(signs=phrases.in_a_row(ticked)) if ticked else "")
        self._said.setVisible(bool(ticked) and not is_open)
        self.list_chip.setText(self._list_words(is_open=is_open))
        self.list_chip.set_question(self.list_chip.text())
        self.list_chip.updateGeometry()
        if self.tick_list is not None:
            self.tick_list.show_parts(self._list_parts(), self._ticked)

    def _list_words(self, *, is_open: bool) -> str:
        if is_open:
            return self.tr("Close the list")
        return self.tr("Change …") if self._ticked else self.tr("Go through them …")

    def _list_parts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        rest = tuple(sign for sign in WARNING_SIGNS if sign not in self._first)
        parts = [(self.tr("Asked now"), self._first)] if self._first else []
        parts.append((self.tr("Warning signs"), rest))
        parts.append((self.tr("Expected while healing, good to note"), self._expected))
        return tuple(parts)

    def _build(self) -> None:
        self.none_chip.set_key_hint("N")
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(words(self.tr("Warning signs"), "subheading", wraps=False))
        flow.addWidget(self.none_chip)
        flow.addWidget(self.list_chip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(line)
        self._column.addWidget(self._said)

    def _open_list(self) -> None:
        if self.tick_list is None:
            self.tick_list = TickList()
            self.tick_list.ticked.connect(self.answered)
            self._column.addWidget(self.tick_list)

    def _close_list(self) -> None:
        if self.tick_list is not None:
            self.tick_list.hide()
            self.tick_list.setParent(None)
            self.tick_list.deleteLater()
            self.tick_list = None

    def _on_none_chosen(self) -> None:
        if self.none_chip.answer and not self._ticked:
            self.taken_back.emit()
        else:
            self.answer_none()

    def _on_list_chosen(self) -> None:
        if self.tick_list is None:
            self._open_list()
        else:
            self._close_list()
            self._first = ()
        self._show_answer()
        self.grew.emit()
        if self.tick_list is not None:
            next(iter(self.tick_list.boxes.values())).setFocus()
