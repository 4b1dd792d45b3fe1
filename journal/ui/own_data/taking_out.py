"""Everything out into a folder: says what leaves and that it is not encrypted, then writes it whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import Keeping
from journal.session import JournalSession
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Callout
from journal.ui.widgets.labels import Words

WIDTH = 560
NAME = "recovery-journal"
NAMES_TRIED = 1000
_PLACES = (Trouble.NO_PERMISSION, Trouble.READ_ONLY, Trouble.FOLDER_GONE, Trouble.NOT_A_JOURNAL)


class TakingOutDialog(WorkDialog):
    """One button: where to. The folder made there bears the day."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Take everything out"), WIDTH, parent)
        self._session = session
        self.choose_button = Button(self.tr("Choose a place …"), "primary")
        self._build()
        self.choose_button.clicked.connect(self._on_choose)

    def _build(self) -> None:
        self.column.addWidget(
            Words(
                self.tr(
                    "All days, treatments, plans and photos go into one new folder: tables for people, the same once "
                    "more for programs, and each photo as it came. This program can take it in again exactly."
                )
            )
        )
        warning = Callout("caution")
        warning.body.addWidget(Words(self.tr("What leaves is not encrypted."), "subheading"))
        warning.body.addWidget(
            Words(
                self.tr(
                    "Whoever has the folder can read all of it. The photos still hold what the camera wrote into them, "
                    "such as the place. What lies in the bin leaves too."
                )
            )
        )
        self.column.addWidget(warning)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._finish(self.choose_button)
        self.choose_button.setFocus()

    def take_out(self, place: Path) -> None:
        """Write everything into a new folder at that place."""
        target = place / f"{NAME}-{self._session.today().isoformat()}"
        self._work(partial(_written, self._session.keeping(), target), self._show_written, self.tr("Writing …"))

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose where the folder is to go"))
        if name:
            self.take_out(Path(name))

    def _show_written(self, folder: object) -> None:
        self._say(self.tr("Everything is in {folder}. It is not encrypted.").format(folder=folder))
        self.choose_button.hide()

    def _show_busy(self) -> None:
        super()._show_busy()
        self.choose_button.setEnabled(not self._must_end)

    def _on_failed(self, error: object) -> None:
        super()._on_failed(error)
        if isinstance(error, JournalUnavailable) and error.trouble in _PLACES:
            self.fault.tell(self.tr("Nothing can be written at that place. Choose another one."))
            self._fit()


def _written(keeping: Keeping, target: Path, _steering: Steering) -> Path:
    """The folder that was written: the first name that is free."""
    for number in range(1, NAMES_TRIED):
        folder = target if number == 1 else target.with_name(f"{target.name}-{number}")
        if not folder.exists():
            break
    keeping.export(folder)
    return folder
