"""Asks once more before something is removed for good, and says which backups still hold it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.bin import BinItem
from journal.domain.errors import JournalError
from journal.emptying import Emptying
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.backups.job import Job
from journal.ui.own_data.phrases import files_text, item_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.scrolled import scroll_area

WIDTH = 560
SHOWN_ITEMS = 5

Found = tuple[tuple[Path, ...], tuple[Path, ...]]


class ErasureDialog(QDialog):
    """The safe answer is the one that Enter gives.

    Signals:
        confirmed (tuple of BinItem, bool): remove these for good; whether from the backups too.
    """

    confirmed = Signal(object, bool)

    def __init__(self, session: JournalSession, items: tuple[BinItem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items = items
        self._job = Job(self)
        self.what = Words(self._what())
        self.holding = Words(self.tr("Looking into the backups …"), "second")
        self.files = Words("", "small")
        self.backups = QCheckBox(self.tr("Remove it from these too"))
        self.fault = FaultLine()
        self.keep_button = Button(self.tr("Keep it in the bin"), "primary")
        self.remove_button = Button(self.tr("Remove for good"), "danger")
        self._build()
        self._connect()
        self._job.begin(partial(_found, session.emptying(), [item.name for item in items]), self._show)

    def _what(self) -> str:
        lines = [item_text(item) for item in self._items[:SHOWN_ITEMS]]
        hidden = len(self._items) - len(lines)
        if hidden > 0:
            lines.append(self.tr("and %n more", "", hidden))
        return "\n".join(lines)

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Remove for good?"), "title"))
        column.addWidget(self.what)
        column.addWidget(Words(self.tr("After that nothing brings it back, not even undo.")))
        card = Card(surface="sunken")
        card.body.setSpacing(8)
        for widget in (self.holding, self.files, self.backups):
            card.body.addWidget(widget)
        text = self.tr("Copies that you made elsewhere yourself are not looked into.")
        card.body.addWidget(Words(text, "small"))
        column.addWidget(card)
        column.addStretch(1)
        self._area = scroll_area(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 16, 20)
        whole.setSpacing(12)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.fault)
        whole.addLayout(self._build_foot())
        self.resize(WIDTH, 1)  # else it begins as high as Qt makes any window, and is never made lower
        self.files.hide()
        self.backups.hide()
        self.remove_button.setEnabled(False)
        self.keep_button.setDefault(True)
        self.keep_button.setFocus()

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.remove_button)
        return row

    def _connect(self) -> None:
        self.keep_button.clicked.connect(self.reject)
        self.remove_button.clicked.connect(self._on_remove)
        self._job.failed.connect(self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH, self._area)

    def done(self, result: int) -> None:
        """Close; what is still looked for is let go."""
        self._job.stop()
        super().done(result)

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
        fit_height(self, WIDTH, self._area)

    def _on_remove(self) -> None:
        self.confirmed.emit(self._items, self.backups.isChecked())
        self.accept()

    def _on_failed(self, error: object) -> None:
        self.holding.setText(self.tr("The backups could not be looked into."))
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
            fit_height(self, WIDTH, self._area)


def _found(emptying: Emptying, names: list[str], _steering: Steering) -> Found:
    return emptying.holding(names)
