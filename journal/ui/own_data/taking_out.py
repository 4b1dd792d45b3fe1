"""Everything out into a folder: says what leaves and that it is not encrypted, then writes it whole."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.errors import JournalError, JournalUnavailable, Trouble
from journal.error_words import error_text
from journal.keeping import Keeping
from journal.session import JournalSession
from journal.ui.backups.job import Job
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Callout
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words

WIDTH = 560
NAME = "recovery-journal"
NAMES_TRIED = 1000
_PLACES = (Trouble.NO_PERMISSION, Trouble.READ_ONLY, Trouble.FOLDER_GONE, Trouble.NOT_A_JOURNAL)


class TakingOutDialog(QDialog):
    """One button: where to. The folder made there bears the day."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job = Job(self)
        self.said = Words()
        self.fault = FaultLine()
        self.close_button = Button(self.tr("Close"))
        self.choose_button = Button(self.tr("Choose a place …"), "primary")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Take everything out"), "title"))
        column.addWidget(
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
        column.addWidget(warning)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.said)
        column.addWidget(self.fault)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.choose_button)
        column.addLayout(row)
        self.said.hide()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose)
        self.close_button.clicked.connect(self.accept)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def done(self, result: int) -> None:
        """Close, but not while it is being written."""
        if not self._job.is_busy:
            super().done(result)

    def take_out(self, place: Path) -> None:
        """Write everything into a new folder at that place."""
        target = place / f"{NAME}-{self._session.today().isoformat()}"
        if self._job.begin(partial(_written, self._session.keeping(), target), self._show_written):
            self.fault.tell("")
            self._say(self.tr("Writing …"))

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose where the folder is to go"))
        if name:
            self.take_out(Path(name))

    def _show_written(self, folder: object) -> None:
        self._say(self.tr("Everything is in {folder}. It is not encrypted.").format(folder=folder))
        self.choose_button.hide()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        fit_height(self, WIDTH)

    def _show_busy(self) -> None:
        self.choose_button.setEnabled(not self._job.is_busy)
        self.close_button.setEnabled(not self._job.is_busy)

    def _on_failed(self, error: object) -> None:
        self.said.hide()
        if isinstance(error, JournalUnavailable) and error.trouble in _PLACES:
            self.fault.tell(self.tr("Nothing can be written at that place. Choose another one."))
        elif isinstance(error, JournalError):
            self.fault.tell(error_text(error))
        fit_height(self, WIDTH)


def _written(keeping: Keeping, target: Path, _steering: Steering) -> Path:
    """The folder that was written: the first name that is free."""
    for number in range(1, NAMES_TRIED):
        folder = target if number == 1 else target.with_name(f"{target.name}-{number}")
        if not folder.exists():
            break
    keeping.export(folder)
    return folder
