"""Groups of fields that welcome, settings and treatments share. They hold answers; they save nothing."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.domain.facts import Profile
from journal.domain.ratings import Baseline, IrritationLook, Scale
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import FaultLine, Words
from journal.ui.widgets.rows import named_rows
from journal.ui.widgets.scale_row import ScaleRow
from journal.words import scale_name

PHONE_WIDTH = 280


class LookField(ChoiceRow):
    """How irritation looks on this person's skin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How irritation looks on your skin"), self._looks(), parent)

    @property
    def look(self) -> IrritationLook | None:
        """The look that was chosen."""
        return None if self.value is None else IrritationLook(self.value)

    def _looks(self) -> tuple[tuple[str, str], ...]:
        return (
            (IrritationLook.PINK_RED.value, self.tr("Pink or red")),
            (IrritationLook.DARKER.value, self.tr("Darker than my skin")),
            (IrritationLook.HARD_TO_SEE.value, self.tr("Hard to see")),
        )


class BaselineField(QWidget):
    """The two ratings of an ordinary evening."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._redness_name = Words("", "subheading")
        self.redness = ScaleRow(scale_name(Scale.REDNESS))
        self.sensitivity = ScaleRow(scale_name(Scale.SENSITIVITY))
        self.fault = FaultLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._redness_name)
        column.addWidget(self.redness)
        column.addSpacing(6)
        column.addWidget(Words(scale_name(Scale.SENSITIVITY), "subheading"))
        column.addWidget(self.sensitivity)
        column.addWidget(self.fault)
        self.show_look(IrritationLook.PINK_RED)
        for row in (self.redness, self.sensitivity):
            row.cells.chosen.connect(self._on_chosen)

    def show_look(self, look: IrritationLook) -> None:
        """Choose the word for redness by how irritation looks."""
        self._redness_name.setText(scale_name(Scale.REDNESS, look))

    def show_baseline(self, baseline: Baseline) -> None:
        """Show what was given; nothing when nothing was."""
        is_given = baseline.given_at is not None
        self.redness.show_value(baseline.redness if is_given else None)
        self.sensitivity.show_value(baseline.sensitivity if is_given else None)
        self.fault.tell("")

    def ratings(self) -> tuple[int, int] | None:
        """Both ratings; None, and said so, when one is missing."""
        redness, sensitivity = self.redness.value, self.sensitivity.value
        if redness is None or sensitivity is None:
            self.fault.tell(self.tr("Give both numbers."))
            return None
        return redness, sensitivity

    def _on_chosen(self) -> None:
        self.fault.tell("")


class PhonesField(QWidget):
    """The clinic's number and its out-of-hours line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clinic = QLineEdit()
        self.out_of_hours = QLineEdit()
        rows = ((self.tr("Clinic"), self.clinic), (self.tr("Out-of-hours line"), self.out_of_hours))
        for text, field in rows:
            field.setFixedWidth(PHONE_WIDTH)
            field.setAccessibleName(self.tr("Phone: {whose}").format(whose=text))
        self.setLayout(named_rows(rows))

    def show_phones(self, profile: Profile) -> None:
        """Show the numbers that are known."""
        self.clinic.setText(profile.clinic_phone)
        self.out_of_hours.setText(profile.out_of_hours_phone)
