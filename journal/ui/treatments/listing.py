"""The treatments as a list, the latest first, each with what may be done to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.treatment import Slot, Treatment
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.card import Card, Line
from journal.ui.widgets.labels import Heading, Words
from journal.words import full_day, number, time_of_day


class TreatmentList(Card):
    """All treatments.

    Signals:
        change_requested (int), removal_requested (int): of the treatment of that number.
    """

    change_requested = Signal(int)
    removal_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Treatment, ...] | None = None
        self._rows = QWidget()
        self.body.addWidget(self._rows)

    def show_treatments(self, treatments: tuple[Treatment, ...]) -> None:
        """Show them, the latest first."""
        if treatments == self._shown:
            return
        self._shown = treatments
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for index, treatment in enumerate(reversed(treatments)):
            if index:
                column.addWidget(Line())
            column.addWidget(TreatmentRow(treatment, self._theme, self))
        if not treatments:
            text = self.tr(
                "Your treatments will be listed here. Add the first one, and the journal can count its days."
            )
            column.addWidget(Words(text, "second"))
        self.body.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows


class TreatmentRow(QWidget):
    """One treatment."""

    def __init__(self, treatment: Treatment, theme: Theme, listing: TreatmentList) -> None:
        super().__init__()
        self._number = treatment.number
        words = QVBoxLayout()
        words.setSpacing(2)
        heading = self.tr("Treatment {number}: {day}")
        words.addWidget(Heading(heading.format(number=treatment.number, day=full_day(treatment.day)), "subheading"))
        words.addWidget(Words(self._facts(treatment), "second"))
        if treatment.note:
            words.addWidget(Words(treatment.note, "second"))
        change = IconButton("edit", self.tr("Change treatment {number}").format(number=treatment.number), theme)
        remove = IconButton("trash", self.tr("Remove treatment {number}").format(number=treatment.number), theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(change)
        row.addWidget(remove)
        self._listing = listing
        change.clicked.connect(self._on_change)
        remove.clicked.connect(self._on_remove)

    def _facts(self, treatment: Treatment) -> str:
        slots = {
            Slot.MORNING: self.tr("in the morning"),
            Slot.MIDDAY: self.tr("at midday"),
            Slot.AFTERNOON: self.tr("in the afternoon"),
        }
        at = self.tr("at {time}").format(time=time_of_day(treatment.at))
        parts = [at if treatment.slot is None else slots[treatment.slot]]
        if treatment.depth_mm is None:
            parts.append(self.tr("depth not known"))
        else:
            parts.append(self.tr("{depth} mm").format(depth=number(treatment.depth_mm)))
        if treatment.rf:
            parts.append(self.tr("with RF"))
        parts += [", ".join(names) for names in (treatment.areas, treatment.add_ons) if names]
        if treatment.provider:
            parts.append(treatment.provider)
        return " · ".join(parts)

    def _on_change(self) -> None:
        self._listing.change_requested.emit(self._number)

    def _on_remove(self) -> None:
        self._listing.removal_requested.emit(self._number)
