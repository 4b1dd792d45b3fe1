"""The backups in the settings: the last verified one, where they lie, what room they take; back up now, restore."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.domain.backup import DayBackup
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.keeping import Keeping
from journal.session import JournalSession
from journal.ui.backups.job import Job
from journal.ui.backups.mending import of_session
from journal.ui.backups.phrases import space_text, status_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import FaultLine, Words


@dataclass(frozen=True, slots=True)
class State:
    """What there is to show."""

    newest: DayBackup | None
    folder: Path
    is_chosen: bool
    is_there: bool
    has_kept: bool
    used: int
    free: int | None


class BackupPanel(QWidget):
    """Reads and writes on a thread; every button acts at once."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job = Job(self)
        self.status = Words(self.tr("Looking at the backups …"))
        self.folder = Words("", "small")
        self.space = Words("", "small")
        self.fault = FaultLine()
        self.back_up_button = Button(self.tr("Back up now"))
        self.restore_button = Button(self.tr("Restore …"))
        self.choose_button = Button(self.tr("Choose a folder …"))
        self.beside_button = Button(self.tr("Beside the journal"))
        self.kept_button = Button(self.tr("Older copies …"))
        self._build()
        self._connect()
        self.look()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words in (self.status, self.folder, self.space, self.fault):
            column.addWidget(words)
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in (
            self.back_up_button,
            self.restore_button,
            self.choose_button,
            self.beside_button,
            self.kept_button,
        ):
            flow.addWidget(button)
        column.addWidget(row)
        column.addWidget(
            Words(
                self.tr(
                    "A backup is made by itself after a day with changes. Choose a folder on another disk, so that one "
                    "broken disk does not take both."
                ),
                "small",
            )
        )
        self.choose_button.setAccessibleName(self.tr("Choose a folder for the backups"))
        self.beside_button.setAccessibleName(self.tr("Put the backups beside the journal"))
        self.beside_button.hide()
        self.kept_button.setAccessibleName(self.tr("Older copies kept beside the journal"))
        self.kept_button.hide()

    def _connect(self) -> None:
        self.back_up_button.clicked.connect(self.back_up)
        self.restore_button.clicked.connect(self.open_restore)
        self.choose_button.clicked.connect(self._on_choose)
        self.beside_button.clicked.connect(self._on_beside)
        self.kept_button.clicked.connect(self.open_kept)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_busy)

    def look(self) -> None:
        """Show what is there now."""
        self._job.begin(partial(_state, self._session.keeping()), self._show)

    def back_up(self) -> None:
        """Make a backup now."""
        self.fault.tell("")
        if self._job.begin(partial(_backed_up, self._session.keeping(), self._session), self._show):
            self.status.setText(self.tr("Backing up …"))

    def open_restore(self) -> None:
        """Choose a backup, see both sides, put it in place."""
        from journal.ui.backups.restore_dialog import RestoreDialog  # late: rarely wanted

        dialog = RestoreDialog(of_session(self._session), self._session.today(), self)
        dialog.finished.connect(self.look)
        dialog.open()

    def open_kept(self) -> None:
        """Show what was kept aside, and remove of it."""
        from journal.ui.backups.kept_dialog import KeptDialog  # late: rarely wanted

        dialog = KeptDialog(self._session.keeping(), self._session.today(), self)
        dialog.finished.connect(self.look)
        dialog.open()

    def choose(self, folder: Path | None) -> None:
        """Put the backups there from now on; None: beside the journal."""
        self.fault.tell("")
        try:
            self._session.keeping().choose_folder(folder)
        except JournalError as error:
            self.fault.tell(error_text(error))
        self.look()

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder for the backups"))
        if name:
            self.choose(Path(name))

    def _on_beside(self) -> None:
        self.choose(None)

    def _show(self, state: object) -> None:
        if not isinstance(state, State):
            raise TypeError(state)
        self.status.setText(status_text(state.newest, self._session.today()))
        self.folder.setText(self.tr("They lie in {folder}").format(folder=state.folder))
        self.space.setText(space_text(state.used, state.free))
        self.beside_button.setVisible(state.is_chosen)
        self.kept_button.setVisible(state.has_kept)
        if not state.is_there:
            self.fault.tell(self.tr("This folder is not there now. Is a drive missing?"))

    def _show_busy(self) -> None:
        self.back_up_button.setEnabled(not self._job.is_busy)
        self.restore_button.setEnabled(not self._job.is_busy)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, JournalError):
            self.status.setText(self.tr("No backup was made."))
            self.fault.tell(error_text(error))


def _state(keeping: Keeping, _steering: Steering | None = None) -> State:
    used, free = keeping.space()
    newest = next((each for each in keeping.backups() if not each.is_earlier), None)
    return State(
        newest=newest,
        folder=keeping.folder,
        is_chosen=keeping.chosen_folder is not None,
        is_there=keeping.folder.parent.is_dir(),
        has_kept=keeping.has_kept,
        used=used,
        free=free,
    )


def _backed_up(keeping: Keeping, session: JournalSession, _steering: Steering) -> State:
    keeping.back_up(session.now())
    return _state(keeping)
