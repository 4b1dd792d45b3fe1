"""Change the day or the view of one photo."""

from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from journal.domain.photo import Photo, View
from journal.domain.record import Record
from journal.ui.photos.fields import DayField, ViewField
from journal.ui.theme import Theme


class ChangePhotoDialog(QDialog):
    """Asks for day and view of a photo, the present ones proposed. Read ``day`` and ``view`` when it was accepted."""

    def __init__(self, photo: Photo, record: Record, today: date, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = photo
        self.setWindowTitle(self.tr("Change photo"))
        self._day = DayField(theme)
        self._day.ask(photo.day, record.day_number, latest=today)
        self.view_field = ViewField(theme)
        self.view_field.ask(view=photo.view)
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("kind", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for text, field in ((self.tr("Day"), self._day), (self.tr("View"), self.view_field)):
            label = QLabel(text)
            label.setProperty("role", "subheading")
            layout.addWidget(label)
            layout.addWidget(field)
        layout.addSpacing(8)
        layout.addWidget(buttons)

    def day(self) -> date:
        """The day given."""
        return self._day.day()

    def view(self) -> View:
        """The view given."""
        return self.view_field.view()
