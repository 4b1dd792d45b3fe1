"""Whole files that were kept aside beside the journal: what each holds, and removing it, asked once more."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from journal.domain.backup import KeptFile
from journal.keeping import Keeping
from journal.ui.backups.phrases import kept_line
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Words

WIDTH = 620
LIST_HEIGHT = 200


class KeptDialog(WorkDialog):
    """Nothing goes by a single key: the button asks, and asks anew for another file."""

    def __init__(self, keeping: Keeping, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Older copies beside the journal"), WIDTH, parent)
        self._keeping = keeping
        self._today = today
        self._files: tuple[KeptFile, ...] = ()
        self._asked: KeptFile | None = None
        self.list = QListWidget()
        self.remove_button = Button(self.tr("Remove …"))
        self._build()
        self._connect()
        self._look(partial(_listed, keeping), self._show)

    def _build(self) -> None:
        self.column.addWidget(
            Words(
                self.tr(
                    "Whole files with photos, as they were before an update, a restore or an import. Each can be "
                    "restored. One from before an update goes by itself with the first verified backup 30 days later; "
                    "the others stay until you remove them."
                )
            )
        )
        self.list.setAccessibleName(self.tr("Older copies"))
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        self.column.addWidget(self.list, 1)
        self._finish(self.remove_button)
        self.list.hide()
        self.remove_button.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_chosen)
        self.remove_button.clicked.connect(self.remove)

    def remove(self) -> None:
        """Ask about the chosen file; asked already, remove it."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._files):
            return
        chosen = self._files[row]
        if self._asked != chosen:
            self._asked = chosen
            text = self.tr("{file} will be gone for good, with its photos. Remove it?")
            self._say(text.format(file=kept_line(chosen, self._today)))
            self.remove_button.setText(self.tr("Yes, remove it"))
            return
        self._work(partial(_removed, self._keeping, chosen), self._show, self.tr("Removing …"))

    def _on_chosen(self, row: int) -> None:
        self._asked = None
        self.remove_button.setText(self.tr("Remove …"))
        self.remove_button.setEnabled(row >= 0)
        if row >= 0:
            self.list.item(row).setSelected(True)  # the keyboard alone makes it the current one, and that is not seen
        self._say("")

    def _show(self, found: object) -> None:
        self._files = found if isinstance(found, tuple) else ()
        self.list.clear()
        for each in self._files:
            item = QListWidgetItem(kept_line(each, self._today), self.list)
            item.setToolTip(str(each.path))
            item.setData(Qt.ItemDataRole.UserRole, str(each.path))
        self.list.setVisible(bool(self._files))
        self.remove_button.setVisible(bool(self._files))
        self._on_chosen(self.list.currentRow())
        if not self._files:
            self._say(self.tr("No older copy lies beside the journal."))

    def _show_busy(self) -> None:
        super()._show_busy()
        self.list.setEnabled(not self._must_end)
        self.remove_button.setEnabled(not self._must_end and self.list.currentRow() >= 0)


def _listed(keeping: Keeping, _steering: Steering) -> tuple[KeptFile, ...]:
    return keeping.kept_aside()


def _removed(keeping: Keeping, file: KeptFile, _steering: Steering) -> tuple[KeptFile, ...]:
    keeping.remove_kept(file.path)
    return keeping.kept_aside()
