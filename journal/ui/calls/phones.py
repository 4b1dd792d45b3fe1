"""The numbers to call, in large figures; where one is not known, the field that takes it there and then."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from journal.domain.facts import Profile
from journal.domain.plan import Tier
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Words

ICON = 20


def clinic_phone(record: Record) -> str:
    """The clinic's number: the person's own entry before the plan's; empty when neither is known."""
    return record.profile.clinic_phone or record.plan.phone


def out_of_hours_phone(record: Record) -> str:
    """The number for nights and weekends; empty when it is not known."""
    return record.profile.out_of_hours_phone or record.plan.out_of_hours


class NumberLine(QWidget):
    """Whose number, and the number: large, to be read out, selected and copied."""

    def __init__(self, whose: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whose = whose
        self._theme = theme
        self._icon = QLabel()
        self._number = Words("", "heading")
        self._number.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(Words(whose, "small"), 0, 1)
        grid.addWidget(self._number, 1, 1)
        grid.setColumnStretch(1, 1)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    @property
    def text(self) -> str:
        """Such as "Clinic: 020 7946 0123"."""
        return self.tr("{whose}: {phone}").format(whose=self._whose, phone=self._number.text())

    def show_number(self, phone: str) -> None:
        """Show a number; without one nothing is here."""
        self._number.setText(phone)
        self._number.setAccessibleName(self.text)
        self.setVisible(bool(phone))

    def _draw_icon(self) -> None:
        side = round(ICON * self._theme.text_scale)
        self._icon.setPixmap(self._theme.icon("phone", "call").pixmap(side, side))


class NumberField(QWidget):
    """Takes a number that is not known yet.

    Signals:
        given (str): the number, to be kept.
    """

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("Phone number"))
        self.save_button = Button(self.tr("Save"))
        self.save_button.setAccessibleName(self.tr("Save: {whose}").format(whose=name))
        row = FlowLayout(self)
        row.addWidget(self.edit)
        row.addWidget(self.save_button)
        self.edit.returnPressed.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)

    def _on_save(self) -> None:
        number = self.edit.text().strip()
        if number:
            self.given.emit(number)
        else:
            self.edit.setFocus()


class PhoneLines(QWidget):
    """The clinic's number, and where it matters the one for nights and weekends. Missing ones are asked for here."""

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.clinic = NumberLine(self.tr("Clinic"), theme)
        self.out_of_hours = NumberLine(self.tr("Out-of-hours line"), theme)
        self.then = Words(self.tr("Then tell the clinic:"))
        self.asking = Words(self.tr("The number is on your leaflet: add it here."))
        self.clinic_field = NumberField(self.tr("The clinic's number"))
        self.add_link = LinkButton(self.tr("Add the out-of-hours line"))
        self.add_link.setAccessibleName(self.tr("Add the out-of-hours line"))
        self.out_of_hours_field = NumberField(self.tr("The number for nights and weekends"))
        self._build()
        self.clinic_field.given.connect(self._on_clinic_given)
        self.out_of_hours_field.given.connect(self._on_out_of_hours_given)
        self.add_link.clicked.connect(self._on_add)

    @property
    def text(self) -> str:
        """What it says, a line each."""
        lines = [line.text for line in (self.clinic, self.out_of_hours) if not line.isHidden()]
        return "\n".join([*lines, *([] if self.asking.isHidden() else [self.asking.text()])])

    def show_for(self, record: Record, tier: Tier | None) -> None:
        """Show the numbers that a tier calls for; a number is not asked for in an emergency."""
        clinic, after_hours = clinic_phone(record), out_of_hours_phone(record)
        at_once = tier is not None and tier >= Tier.TODAY
        asks = tier in (Tier.CALL, Tier.TODAY)
        self.clinic.show_number(clinic)
        self.out_of_hours.show_number(after_hours if at_once or not clinic else "")
        for widget in (self.asking, self.clinic_field):
            widget.setVisible(asks and not clinic)
        asks_after_hours = asks and at_once and not after_hours
        self.out_of_hours_field.setVisible(asks_after_hours and not self.out_of_hours_field.isHidden())
        self.add_link.setVisible(asks_after_hours and self.out_of_hours_field.isHidden())
        is_known = bool(clinic or after_hours)
        self.then.setVisible(tier is Tier.EMERGENCY and is_known)
        self.setVisible(tier is not None and (asks or is_known))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for widget in (self.then, self.clinic, self.out_of_hours, self.asking, self.clinic_field):
            column.addWidget(widget)
        column.addWidget(self.add_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.out_of_hours_field)
        self.out_of_hours_field.hide()

    def _on_add(self) -> None:
        self.add_link.hide()
        self.out_of_hours_field.show()
        self.out_of_hours_field.edit.setFocus()

    def _on_clinic_given(self, phone: str) -> None:
        self._keep(replace(self._session.record.profile, clinic_phone=phone))

    def _on_out_of_hours_given(self, phone: str) -> None:
        self._keep(replace(self._session.record.profile, out_of_hours_phone=phone))

    def _keep(self, profile: Profile) -> None:
        self._session.set_profile(profile)
