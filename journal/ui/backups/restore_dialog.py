"""A backup in the journal's place: choose it, see both sides counted, put it there, and the way back."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from journal.domain.backup import Comparison, DayBackup, KeptFile
from journal.domain.errors import BackupRefused, JournalError, JournalUnavailable
from journal.keeping import Keeping, Prepared
from journal.passphrase import Key, key_by_passphrase, key_by_recovery
from journal.ui.backups.earlier_passphrase import EARLIER, EarlierPassphrase
from journal.ui.backups.mending import Mending
from journal.ui.backups.phrases import backup_line, kept_line
from journal.ui.backups.replacing_dialog import ReplacingDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Words

WIDTH = 620
LIST_HEIGHT = 200


class RestoreDialog(ReplacingDialog):
    """The backups of the folder in a list, and any other file. ``newest``: begin with the newest that opens."""

    def __init__(self, mending: Mending, today: date, parent: QWidget | None = None, *, newest: bool = False) -> None:
        title = self.tr("Restore a backup")
        super().__init__(title, self.tr("This backup"), mending, WIDTH, parent)
        self._today = today
        self._source: Path | None = None
        self._takes_newest = newest
        self.list = QListWidget()
        self.file_button = Button(self.tr("Another file …"))
        self.restore_button = self.place_button
        self._source_key: Key | None = None
        self.earlier = EarlierPassphrase(is_encrypted=mending.keeping.key is not None)
        self._build()
        self._connect()
        self._say(self.tr("Looking for backups …"))
        self.file_button.setFocus()  # a list that gets the focus chooses its first line, if it is there by then
        self._look(partial(_listed, mending.keeping), self._show_backups)

    @property
    def was_restored(self) -> bool:
        """Whether the journal is another one now."""
        return self.was_replaced

    def _build(self) -> None:
        text = self.tr("The journal as it is now is kept beside it, and you can bring it back.")
        self.column.addWidget(Words(text))
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.list.setMaximumHeight(LIST_HEIGHT)
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        self.column.addWidget(self.list)
        self.column.addWidget(self.file_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.earlier)
        self.column.addWidget(self.comparison)
        self._finish(self.restore_button)
        self.undo_button.setAccessibleName(self.tr("Undo the restore"))
        self.restore_button.setEnabled(False)

    def _connect(self) -> None:
        self.earlier.given.connect(self.open_with)
        self.earlier.changed.connect(self._show_earlier)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.file_button.clicked.connect(self._on_file)
        self.restore_button.clicked.connect(self.restore)

    def choose(self, source: Path) -> None:
        """Show what this file would bring."""
        self._source, self._source_key = source, None
        self.earlier.forget()
        self._compare(partial(_compared, self._mending.keeping, source))

    def restore(self) -> None:
        """Copy the chosen file, check it whole, and put it in the journal's place."""
        if self._source is not None:
            work = partial(_prepared, self._mending.keeping, self._source, self._source_key)
            self._prepare(work, self._take_place)

    def open_with(self, text: str, by_sheet: bool) -> None:
        """Show what the chosen file would bring, which lies under a passphrase, or opens with a sheet, from before."""
        if self._source is not None:
            self._compare(partial(_opened_with, self._mending.keeping, self._source, text, by_sheet))

    def _show_comparison(self, found: object) -> None:
        match found:
            case (Key() as key, Comparison() as comparison):
                self._source_key = key
                self.earlier.found()
                super()._show_comparison(comparison)
            case _:
                super()._show_comparison(found)

    def _on_failed(self, error: object) -> None:
        if self.earlier.isVisibleTo(self) and isinstance(error, JournalError) and self.earlier.refuse(error):
            return
        if _asks_earlier(error) and self._source is not None and self._source_key is None:
            self.earlier.ask()  # what was tried is the journal's own key: nothing that the person did was wrong
            self._show_earlier()
            return
        super()._on_failed(error)

    def _show_earlier(self) -> None:
        """All of what is asked is seen, where there is too little room for all of the dialog."""
        self._fit()
        if self.earlier.isVisibleTo(self):
            self.area.ensureWidgetVisible(self.earlier, 0, 0)

    def _show_backups(self, backups: object) -> None:
        self._say("")
        for backup in backups if isinstance(backups, tuple) else ():
            if isinstance(backup, DayBackup | KeptFile):
                item = QListWidgetItem(self._line(backup), self.list)
                item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
        self.list.setVisible(self.list.count() > 0)
        self.list.doItemsLayout()
        self._fit()
        self._choose_newest(backups)
        if self.list.count() == 0:
            self._say(self.tr("There is no backup in its folder. Choose a file that was backed up elsewhere."))

    def _line(self, backup: DayBackup | KeptFile) -> str:
        if isinstance(backup, KeptFile):
            return kept_line(backup, self._today)
        return backup_line(backup, self._today)

    def _choose_newest(self, backups: object) -> None:
        if self._takes_newest and isinstance(backups, tuple):
            opening = (row for row, backup in enumerate(backups) if backup.contents is not None)
            self.list.setCurrentRow(next(opening, -1))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            item.setSelected(True)  # the keyboard alone makes it the current one, and that is not seen
            self.choose(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a backup"))
        if name:
            self.choose(Path(name))

    def _take_place(self, prepared: object) -> None:
        self._put(prepared, self.tr("Restored. The journal now holds {contents}."))

    def _show_busy(self) -> None:
        super()._show_busy()
        for widget in (self.list, self.file_button):
            widget.setEnabled(not self._must_end)


def _listed(keeping: Keeping, _steering: Steering) -> tuple[DayBackup | KeptFile, ...]:
    """The backups, then what was kept aside, also under an earlier passphrase: the dialog asks for it."""
    return (*keeping.backups(), *(each for each in keeping.kept_aside() if each.size))


def _compared(keeping: Keeping, source: Path, _steering: Steering) -> Comparison:
    return keeping.compare(source)


def _asks_earlier(error: object) -> bool:
    return isinstance(error, BackupRefused) and error.trouble in EARLIER


def _opened_with(
    keeping: Keeping, source: Path, given: str, by_sheet: bool, _steering: Steering
) -> tuple[Key, Comparison]:
    try:
        key = key_by_recovery(source, given) if by_sheet else key_by_passphrase(source, given)
    except JournalUnavailable as error:
        raise BackupRefused(error.trouble, source.name, error.detail) from error
    return key, keeping.compare(source, key)


def _prepared(keeping: Keeping, source: Path, source_key: Key | None, _steering: Steering) -> Prepared:
    return keeping.prepare(source, source_key)
