"""What the person may choose for photos: kept covered until clicked, and a folder in which new ones are looked for."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.ui.settings import Settings
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import Words

SHOWN, COVERED = "shown", "covered"


class PhotosField(QWidget):
    """Writes each choice at once, like the look of the window."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.cover = ChoiceRow(
            self.tr("Photos on this screen"),
            [(SHOWN, self.tr("Shown")), (COVERED, self.tr("Covered until clicked"))],
        )
        self.cover.choose(COVERED if settings.covers_photos else SHOWN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.cover)
        column.addWidget(
            Words(self.tr("For a computer that others use as well: covered again when you leave the page."), "small")
        )
        self.cover.chosen.connect(self._on_cover)

    def _on_cover(self, choice: str) -> None:
        self._settings.covers_photos = choice == COVERED
