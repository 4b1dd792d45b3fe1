"""Asks once more before something is removed for good, and says which backups still hold it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.domain.bin import BinItem
from journal.emptying import Emptying
from journal.session import JournalSession
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.own_data.phrases import files_text, item_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Words

WIDTH = 560
SHOWN_ITEMS = 5

Found = tuple[tuple[Path, ...], tuple[Path, ...]]


class ErasureDialog(WorkDialog):
    """The safe answer is the one that Enter gives.

    Signals:
        confirmed (tuple of BinItem, bool): remove these for good; whether from the backups too.
    """

    confirmed = Signal(object, bool)

    def __init__(self, session: JournalSession, items: tuple[BinItem, ...], parent: QWidget | None = None) -> None:
        keep = Button(self.tr("Keep it in the bin"), "primary")
        super().__init__(self.tr("Remove for good?"), WIDTH, parent, keep)
        self._session = session
        self._items = items
        self.what = Words(self._what())
        self.holding = Words(self.tr("Looking into the backups …"), "second")
        self.files = Words("", "small")
        self.backups = QCheckBox(self.tr("Remove it from these too"))
        self.remove_button = Button(self.tr("Remove for good"), "danger")
        self._build()
        self.remove_button.clicked.connect(self._on_remove)
        self._look(partial(_found, session.emptying(), [item.name for item in items]), self._show)

    def _what(self) -> str:
        lines = [item_text(item) for item in self._items[:SHOWN_ITEMS]]
        hidden = len(self._items) - len(lines)
        if hidden > 0:
            lines.append(self.tr("and %n more", "", hidden))
        return "\n".join(lines)

    def _build(self) -> None:
        self.column.addWidget(self.what)
        self.column.addWidget(Words(self.tr("After that nothing brings it back, not even undo.")))
        card = Card(surface="sunken")
        card.body.setSpacing(8)
        for widget in (self.holding, self.files, self.backups):
            card.body.addWidget(widget)
        text = self.tr("Copies that you made elsewhere yourself are not looked into.")
        card.body.addWidget(Words(text, "small"))
        self.column.addWidget(card)
        self._finish(self.remove_button)
        self.files.hide()
        self.backups.hide()
        self.remove_button.setEnabled(False)
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _show(self, found: object) -> None:
        if not isinstance(found, tuple):
            raise TypeError(found)
        holding, unread = found
        if holding or unread:
            self.holding.setText(self.tr("These files still hold it, or cannot be looked into:"))
            self.files.setText(files_text((*holding, *unread), self._session.path))
            self.files.show()
            self.backups.setVisible(bool(holding))
        else:
            self.holding.setText(self.tr("No backup in its folder holds it."))
        self.remove_button.setEnabled(True)
        self._fit()

    def _on_remove(self) -> None:
        self.confirmed.emit(self._items, self.backups.isChecked())
        self.accept()

    def _on_failed(self, error: object) -> None:
        self.holding.setText(self.tr("The backups could not be looked into."))
        super()._on_failed(error)


def _found(emptying: Emptying, names: list[str], _steering: Steering) -> Found:
    return emptying.holding(names)
