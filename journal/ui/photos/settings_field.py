"""What the person may choose for photos: kept covered until clicked, and a folder in which new ones are looked for."""

import time
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.ui.settings import Settings
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.flow_layout import FlowLayout
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
        self.folder = Words()
        self.choose_button = Button(self.tr("Choose a folder"))
        self.stop_button = Button(self.tr("Stop looking"))
        self._build()
        self.cover.chosen.connect(self._on_cover)
        self.choose_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(self._stop)
        self._show_folder()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.cover)
        column.addWidget(
            Words(self.tr("For a computer that others use as well: covered again when you leave the page."), "small")
        )
        column.addSpacing(8)
        column.addWidget(self.folder)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in (self.choose_button, self.stop_button):
            flow.addWidget(button)
        column.addWidget(row)
        column.addWidget(
            Words(self.tr("New pictures there are offered on the Photos page. Nothing in it is changed."), "small")
        )

    def _on_cover(self, choice: str) -> None:
        self._settings.covers_photos = choice == COVERED

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder in which your new photos arrive"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    def watch(self, folder: str) -> None:
        """Look for new pictures there from now on."""
        self._settings.watch(Path(folder), time.time())
        self._show_folder()

    def _stop(self) -> None:
        self._settings.watch(None, 0.0)
        self._show_folder()

    def _show_folder(self) -> None:
        folder = self._settings.watched_folder
        if folder is None:
            self.folder.setText(self.tr("No folder is looked at for new pictures."))
        else:
            self.folder.setText(self.tr("New pictures are looked for in {folder}").format(folder=folder))
        self.stop_button.setVisible(folder is not None)
