"""An exported folder in the journal's place: choose it, see both sides counted, put it there, and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.backup import Comparison
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.keeping import Keeping, Prepared
from journal.ui.backups.job import Job
from journal.ui.backups.mending import Mending, Replacing
from journal.ui.backups.phrases import contents_text, kept_text
from journal.ui.backups.restore_dialog import Comparing
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words, set_look

WIDTH = 560


class TakingInDialog(QDialog):
    """Nothing changes before "Put it in place", and then all or nothing."""

    def __init__(self, mending: Mending, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mending = mending
        self._job = Job(self)
        self._folder: Path | None = None
        self.comparison = Comparing(self.tr("This folder"))
        self.said = Words()
        self.fault = FaultLine()
        self.undo_button = LinkButton(self.tr("Undo"))
        self.close_button = Button(self.tr("Close"))
        self.choose_button = Button(self.tr("Choose the folder …"), "primary")
        self.place_button = Button(self.tr("Put it in place"), "primary")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Take an export in"), "title"))
        column.addWidget(
            Words(
                self.tr(
                    "It takes the place of everything in this journal. The journal as it is now is kept beside it, and "
                    "you can bring it back."
                )
            )
        )
        for widget in (self.comparison, self.said, self.fault):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        for button in (self.close_button, self.choose_button, self.place_button):
            row.addWidget(button)
        column.addLayout(row)
        self.undo_button.setAccessibleName(self.tr("Undo the import"))
        for hidden in (self.comparison, self.said, self.undo_button, self.place_button):
            hidden.hide()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose)
        self.place_button.clicked.connect(self.take_in)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def done(self, result: int) -> None:
        """Close, but not while a copy is being made."""
        if not self._job.is_busy:
            super().done(result)

    def choose(self, folder: Path) -> None:
        """Show what this folder would bring."""
        self._folder = folder
        self.fault.tell("")
        self.place_button.hide()
        self._job.begin(partial(_compared, self._mending.keeping, folder), self._show_comparison)

    def take_in(self) -> None:
        """Make a journal of the folder, check it whole, and put it in place."""
        if self._folder is not None and self._job.begin(
            partial(_prepared, self._mending, self._folder), self._take_place
        ):
            self.fault.tell("")
            self._say(self.tr("Copying and checking …"))

    def undo(self) -> None:
        """Bring back what was there before."""
        text = self.tr("Brought back. The journal now holds {contents}.")
        self._replace(partial(self._mending.keeping.undo, self._mending.now), text)
        self.undo_button.hide()

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose an exported folder"))
        if name:
            self.choose(Path(name))

    def _show_comparison(self, found: object) -> None:
        if not isinstance(found, Comparison):
            raise TypeError(found)
        self.said.hide()
        self.comparison.show_both(found)
        self.comparison.show()
        self.place_button.show()
        set_look(self.choose_button, "kind", "plain")
        self.choose_button.setText(self.tr("Another folder …"))
        fit_height(self, WIDTH)

    def _take_place(self, prepared: object) -> None:
        if not isinstance(prepared, Prepared):
            raise TypeError(prepared)
        text = self.tr("Taken in. The journal now holds {contents}.")
        self._replace(partial(prepared.take_place, self._mending.now), text)
        prepared.drop()

    def _replace(self, replacing: Replacing, text: str) -> None:
        try:
            done = self._mending.replace(replacing)
        except JournalError as error:
            self._on_failed(error)
            return
        if done is not None:
            self.undo_button.setVisible(done.kept is not None)
            for widget in (self.comparison, self.choose_button, self.place_button):
                widget.hide()
            said = text.format(contents=contents_text(done.contents))
            self._say(f"{said}\n{kept_text(done.kept)}".strip())

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        fit_height(self, WIDTH)

    def _show_busy(self) -> None:
        for button in (self.choose_button, self.place_button, self.close_button):
            button.setEnabled(not self._job.is_busy)

    def _on_failed(self, error: object) -> None:
        self.said.hide()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
            fit_height(self, WIDTH)


def _compared(keeping: Keeping, folder: Path, _steering: Steering) -> Comparison:
    return keeping.compare_import(folder)


def _prepared(mending: Mending, folder: Path, _steering: Steering) -> Prepared:
    return mending.keeping.prepare_import(folder, mending.now)
