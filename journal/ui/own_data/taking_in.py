"""An exported folder in the journal's place: choose it, see both sides counted, put it there, and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.backup import Comparison
from journal.keeping import Keeping, Prepared
from journal.ui.backups.mending import Mending
from journal.ui.backups.replacing_dialog import ReplacingDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Words, set_look

WIDTH = 560


class TakingInDialog(ReplacingDialog):
    """Any folder that was exported, this journal's or another's."""

    def __init__(self, mending: Mending, parent: QWidget | None = None) -> None:
        title = self.tr("Take an export in")
        super().__init__(title, self.tr("This folder"), mending, WIDTH, parent)
        self._folder: Path | None = None
        self.choose_button = Button(self.tr("Choose the folder …"), "primary")
        self._build()
        self.choose_button.clicked.connect(self._on_choose)
        self.place_button.clicked.connect(self.take_in)

    def _build(self) -> None:
        self.column.addWidget(
            Words(
                self.tr(
                    "It takes the place of everything in this journal. The journal as it is now is kept beside it, and "
                    "you can bring it back."
                )
            )
        )
        self.column.addWidget(self.comparison)
        self._finish(self.choose_button, self.place_button)
        self.choose_button.setFocus()
        self.undo_button.setAccessibleName(self.tr("Undo the import"))
        self.place_button.hide()

    def choose(self, folder: Path) -> None:
        """Show what this folder would bring."""
        self._folder = folder
        self.place_button.hide()
        self._compare(partial(_compared, self._mending.keeping, folder))

    def take_in(self) -> None:
        """Make a journal of the folder, check it whole, and put it in place."""
        if self._folder is not None:
            self._prepare(partial(_prepared, self._mending, self._folder), self._take_place)

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose an exported folder"))
        if name:
            self.choose(Path(name))

    def _show_comparison(self, found: object) -> None:
        set_look(self.choose_button, "kind", "plain")
        self.choose_button.setText(self.tr("Another folder …"))
        super()._show_comparison(found)

    def _take_place(self, prepared: object) -> None:
        self._put(prepared, self.tr("Taken in. The journal now holds {contents}."))
        self.choose_button.setVisible(not self.was_replaced)

    def _show_busy(self) -> None:
        super()._show_busy()
        self.choose_button.setEnabled(not self._must_end)


def _compared(keeping: Keeping, folder: Path, _steering: Steering) -> Comparison:
    return keeping.compare_import(folder)


def _prepared(mending: Mending, folder: Path, _steering: Steering) -> Prepared:
    return mending.keeping.prepare_import(folder, mending.now)
