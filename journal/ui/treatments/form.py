"""The form of one treatment. It reads and shows; the page saves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journal.domain.errors import Refusal
from journal.domain.treatment import Treatment
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.treatments.depth import DepthField
from journal.ui.treatments.when import WhenField
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.rows import named_rows

NOTE_HEIGHT = 84


class TreatmentForm(Card):
    """Adds a treatment, or changes one.

    Signals:
        closed (): saved, or left.
    """

    closed = Signal()

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before: Treatment | None = None
        self.heading = Heading()
        self.when = WhenField()
        self.needle = DepthField()
        self.areas = QLineEdit()
        self.add_ons = QLineEdit()
        self.provider = QLineEdit()
        self.note = QPlainTextEdit()
        self.fault = FaultLine()
        self.save_button = Button(self.tr("Save the treatment"), "primary")
        self.cancel_button = Button(self.tr("Cancel"))
        self._build()
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.closed)

    def ask(self) -> None:
        """Ask for a new treatment."""
        self._before = None
        self.heading.setText(self.tr("Add a treatment"))
        self.when.ask(self._session.today())
        self.needle.show_depth(None, rf=False, is_answered=False)
        for field in (self.areas, self.add_ons, self.provider):
            field.clear()
        self.note.clear()
        self.fault.tell("")

    def show_treatment(self, treatment: Treatment) -> None:
        """Show a treatment that is to be changed."""
        self._before = treatment
        self.heading.setText(self.tr("Change treatment {number}").format(number=treatment.number))
        self.when.show_when(treatment.at, treatment.slot, self._session.today())
        self.needle.show_depth(treatment.depth_mm, rf=treatment.rf)
        self.areas.setText(", ".join(treatment.areas))
        self.add_ons.setText(", ".join(treatment.add_ons))
        self.provider.setText(treatment.provider)
        self.note.setPlainText(treatment.note)
        self.fault.tell("")

    def save(self) -> None:
        """Save if everything is right; else say what is not, where it was typed."""
        treatment = self._read()
        if treatment is None or self._tell_refusal(treatment):
            return
        if self._before is None:
            is_saved = self._session.add_treatment(treatment)
        else:
            is_saved = self._session.change_treatment(self._before.number, treatment)
        if is_saved:
            self.closed.emit()
        else:
            self.fault.tell(self.tr("This could not be saved. What you typed is still here; try again."))

    def _read(self) -> Treatment | None:
        chosen = self.when.chosen(self._before)
        if not self.needle.is_valid() or chosen is None:
            return None
        at, slot = chosen
        return Treatment(
            at=at,
            slot=slot,
            depth_mm=self.needle.depth_mm,
            rf=self.needle.rf.isChecked(),
            areas=_listed(self.areas.text()),
            add_ons=_listed(self.add_ons.text()),
            provider=self.provider.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def _tell_refusal(self, treatment: Treatment) -> bool:
        refusal = self._session.refusal_of(treatment, self._before.number if self._before else None)
        if refusal is None:
            self.fault.tell("")
            return False
        if refusal.refusal is Refusal.DEPTH:
            self.needle.tell(error_text(refusal))
        else:
            self.when.tell(error_text(refusal))
        return True

    def _build(self) -> None:
        self.body.setSpacing(10)
        self.body.addWidget(self.heading)
        for name, field in ((self.tr("When"), self.when), (self.tr("Needle depth"), self.needle)):
            self.body.addSpacing(6)
            self.body.addWidget(Words(name, "subheading"))
            self.body.addWidget(field)
        self.body.addLayout(self._build_details())
        self.body.addWidget(self.fault)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _build_details(self) -> QVBoxLayout:
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.areas.setPlaceholderText(self.tr("for example cheeks, temples"))
        self.add_ons.setPlaceholderText(self.tr("for example PRP"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Areas"), self.areas),
            (self.tr("Together with"), self.add_ons),
            (self.tr("Done by"), self.provider),
            (self.tr("Note"), self.note),
        )
        for name, field in rows:
            field.setAccessibleName(name)
        column = QVBoxLayout()
        column.addSpacing(4)
        column.addLayout(named_rows(rows))
        return column


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
