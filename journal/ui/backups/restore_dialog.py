"""A backup in the journal's place: choose it, see both sides counted, put it there, and the way back."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journal.domain.backup import Comparison, Contents, DayBackup
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.keeping import Keeping, Prepared
from journal.ui.backups.job import Job
from journal.ui.backups.mending import Mending, Replacing
from journal.ui.backups.phrases import backup_line, contents_text, kept_text, last_entry_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words

WIDTH = 620
LIST_HEIGHT = 200


class RestoreDialog(QDialog):
    """``was_restored`` says afterwards whether the journal is another one now."""

    def __init__(self, mending: Mending, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mending = mending
        self._today = today
        self._job = Job(self)
        self._source: Path | None = None
        self._is_copying = False
        self.was_restored = False
        self.list = QListWidget()
        self.file_button = Button(self.tr("Another file …"))
        self.comparison = Comparing(self.tr("This backup"))
        self.said = Words()
        self.fault = FaultLine()
        self.undo_button = LinkButton(self.tr("Undo"))
        self.close_button = Button(self.tr("Close"))
        self.restore_button = Button(self.tr("Put it in place"), "primary")
        self._build()
        self._connect()
        self._job.begin(partial(_listed, mending.keeping), self._show_backups)

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Restore a backup"), "title"))
        text = self.tr("The journal as it is now is kept beside it, and you can bring it back.")
        column.addWidget(Words(text))
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        column.addWidget(self.list, 1)
        column.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.comparison)
        column.addWidget(self.said)
        column.addWidget(self.fault)
        column.addLayout(self._build_foot())
        self.undo_button.setAccessibleName(self.tr("Undo the restore"))
        for widget in (self.comparison, self.said, self.undo_button):
            widget.hide()
        self.restore_button.setEnabled(False)

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.restore_button)
        return row

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_chosen)
        self.file_button.clicked.connect(self._on_file)
        self.restore_button.clicked.connect(self.restore)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        self._job.failed.connect(self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def done(self, result: int) -> None:
        """Close, but not while a copy is being made."""
        if not self._is_copying:
            self._job.stop()
            super().done(result)

    def choose(self, source: Path) -> None:
        """Show what this file would bring."""
        self.fault.tell("")
        self._source = source
        self.restore_button.setEnabled(False)
        self._job.begin(partial(_compared, self._mending.keeping, source), self._show_comparison)

    def restore(self) -> None:
        """Copy the chosen file, check it whole, and put it in the journal's place."""
        if self._source is not None and self._job.begin(
            partial(_prepared, self._mending.keeping, self._source), self._take_place
        ):
            self._is_copying = True
            self.fault.tell("")
            self.restore_button.setEnabled(False)
            self._say(self.tr("Copying and checking …"))

    def undo(self) -> None:
        """Bring back what was there before."""
        text = self.tr("Brought back. The journal now holds {contents}.")
        self._replace(partial(self._mending.keeping.undo, self._mending.now), text)
        self.undo_button.hide()

    def _show_backups(self, backups: object) -> None:
        for backup in backups if isinstance(backups, tuple) else ():
            if isinstance(backup, DayBackup):
                item = QListWidgetItem(backup_line(backup, self._today), self.list)
                item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
        if self.list.count() == 0:
            self._say(self.tr("There is no backup in its folder. Choose a file that was backed up elsewhere."))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.choose(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"))
        if name:
            self.choose(Path(name))

    def _show_comparison(self, found: object) -> None:
        if not isinstance(found, Comparison):
            raise TypeError(found)
        self.said.hide()
        self.comparison.show_both(found)
        self.comparison.show()
        self.restore_button.show()
        self.restore_button.setEnabled(True)
        fit_height(self, WIDTH)

    def _take_place(self, prepared: object) -> None:
        if not isinstance(prepared, Prepared):
            raise TypeError(prepared)
        self._is_copying = False
        text = self.tr("Restored. The journal now holds {contents}.")
        self._replace(partial(prepared.take_place, self._mending.now), text)
        prepared.drop()

    def _replace(self, replacing: Replacing, text: str) -> None:
        try:
            done = self._mending.replace(replacing)
        except JournalError as error:
            self._on_failed(error)
            return
        if done is not None:
            self.was_restored = True
            self.comparison.hide()
            self.restore_button.hide()
            self.undo_button.setVisible(done.kept is not None)
            said = text.format(contents=contents_text(done.contents))
            self._say(f"{said}\n{kept_text(done.kept)}".strip())

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        fit_height(self, WIDTH)

    def _on_failed(self, error: object) -> None:
        self._is_copying = False
        self.said.hide()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
            fit_height(self, WIDTH)


class Comparing(Card):
    """Two files side by side: what is here now, what the backup would bring."""

    def __init__(self, coming: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="sunken")
        self._coming = coming
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self.body.addLayout(self._grid)
        heads = ("", self.tr("Here now"), coming)
        for column, head in enumerate(heads):
            self._grid.addWidget(Words(head, "subheading"), 0, column)
        names = (self.tr("Days"), self.tr("Photos"), self.tr("Last entry"))
        self.cells = [[Words() for _ in names] for _ in range(2)]
        for row, name in enumerate(names, start=1):
            self._grid.addWidget(Words(name, "second"), row, 0)
            for column, cells in enumerate(self.cells, start=1):
                self._grid.addWidget(cells[row - 1], row, column)

    def show_both(self, found: Comparison) -> None:
        """Fill the cells."""
        self._fill(self.cells[0], found.present, self.tr("cannot be read") if found.is_unreadable else "0")
        self._fill(self.cells[1], found.coming, "0")
        here = self.tr("nothing that can be read")
        self.setAccessibleName(
            self.tr("Here now: {here}. {name}: {backup}.").format(
                name=self._coming,
                here=here if found.present is None else contents_text(found.present),
                backup=contents_text(found.coming),
            )
        )

    def _fill(self, cells: list[Words], contents: Contents | None, instead: str) -> None:
        values = (
            (instead, instead, last_entry_text(None))
            if contents is None
            else (f"{contents.days}", f"{contents.photos}", last_entry_text(contents))
        )
        for cell, value in zip(cells, values, strict=True):
            cell.setText(value)


def _listed(keeping: Keeping, _steering: Steering) -> tuple[DayBackup, ...]:
    return keeping.backups()


def _compared(keeping: Keeping, source: Path, _steering: Steering) -> Comparison:
    return keeping.compare(source)


def _prepared(keeping: Keeping, source: Path, _steering: Steering) -> Prepared:
    return keeping.prepare(source)
