"""The bin: what was removed and for how long it stays; bring it back, or remove it for good once that was confirmed."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journal.domain.bin import BinItem, Emptied
from journal.domain.errors import JournalError
from journal.emptying import Emptying
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.backups.job import Job
from journal.ui.own_data.erasure_dialog import ErasureDialog
from journal.ui.own_data.phrases import files_text, item_text, left_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words

WIDTH = 640
LIST_HEIGHT = 240


class BinDialog(QDialog):
    """Several things may be chosen at once."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job = Job(self)
        self._items: dict[str, BinItem] = {}
        self.list = QListWidget()
        self.empty = Words(self.tr("The bin is empty."), "second")
        self.said = Words()
        self.fault = FaultLine()
        self.back_button = Button(self.tr("Bring back"), "primary")
        self.remove_button = Button(self.tr("Remove for good …"))
        self.empty_button = Button(self.tr("Empty the bin …"))
        self.close_button = Button(self.tr("Close"))
        self._build()
        self._connect()
        self.look()

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        self.list.setAccessibleName(self.tr("What lies in the bin"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setSpacing(4)
        self.list.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Bin"), "title"))
        text = self.tr("What you removed stays here for 30 days. After that it is removed for good by itself.")
        column.addWidget(Words(text))
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        column.addWidget(self.said)
        column.addWidget(self.fault)
        column.addLayout(self._build_foot())
        self.said.hide()

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.empty_button)
        row.addStretch(1)
        for button in (self.close_button, self.remove_button, self.back_button):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.list.itemSelectionChanged.connect(self._show_buttons)
        self.back_button.clicked.connect(self.bring_back)
        self.remove_button.clicked.connect(self._on_remove)
        self.empty_button.clicked.connect(self._on_empty)
        self.close_button.clicked.connect(self.accept)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def done(self, result: int) -> None:
        """Close, but not in the middle of a removal."""
        if not self._job.is_busy:
            super().done(result)

    def look(self) -> None:
        """Show what lies there now."""
        try:
            items = self._session.bin_items()
        except JournalError as error:
            self._on_failed(error)
            items = ()
        self._items = {item.name: item for item in items}
        self.list.clear()
        for item in items:
            text = f"{item_text(item)}\n{left_text(item, self._session.now())}"
            line = QListWidgetItem(text, self.list)
            line.setData(Qt.ItemDataRole.UserRole, item.name)
        self.list.setVisible(bool(items))
        self.empty.setVisible(not items)
        if items:
            self.list.setCurrentRow(0)
        self._show_buttons()

    @property
    def chosen(self) -> tuple[BinItem, ...]:
        """What is chosen, in the order of the list."""
        lines = sorted(self.list.selectedItems(), key=self.list.row)
        return tuple(self._items[str(line.data(Qt.ItemDataRole.UserRole))] for line in lines)

    def bring_back(self) -> None:
        """Bring back what is chosen, all of it or nothing."""
        chosen = self.chosen
        self.fault.tell("")
        self.said.hide()
        self._session.failed.connect(self._on_failed)
        try:
            if chosen and self._session.bring_back([item.name for item in chosen]):
                self._say(self.tr("Brought back: %n thing(s).", "", len(chosen)))
                self.look()
        finally:
            self._session.failed.disconnect(self._on_failed)

    def remove(self, items: tuple[BinItem, ...], *, backups: bool) -> None:
        """Remove these for good, without asking; with ``backups`` from those too."""
        names = [item.name for item in items]
        work = partial(
            _emptied, self._session.emptying(), self._session, names, len(names) == len(self._items), backups
        )
        if self._job.begin(work, self._show_done):
            self.fault.tell("")
            self._say(self.tr("Removing …"))

    def _on_remove(self) -> None:
        self._ask(self.chosen)

    def _on_empty(self) -> None:
        self._ask(tuple(self._items.values()))

    def _ask(self, items: tuple[BinItem, ...]) -> None:
        if items and not self._job.is_busy:
            dialog = ErasureDialog(self._session, items, self)
            dialog.confirmed.connect(self._on_confirmed)
            dialog.open()

    def _on_confirmed(self, items: tuple[BinItem, ...], backups: bool) -> None:
        self.remove(items, backups=backups)

    def _show_done(self, done: object) -> None:
        if not isinstance(done, Emptied):
            raise TypeError(done)
        self._session.forget(done.items)
        self.look()
        left = (*done.backups, *done.unread)
        if left:
            text = self.tr("Removed for good from the journal. These files may still hold it:\n{files}")
            self._say(text.format(files=files_text(left, self._session.path)))
        elif done.is_in_log:
            self._say(self.tr("Removed. Another program is reading the journal; traces go when it ends."))
        else:
            self._say(self.tr("Removed for good."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        fit_height(self, WIDTH)

    def _show_buttons(self) -> None:
        is_free = not self._job.is_busy
        has_chosen = bool(self.list.selectedItems())
        self.back_button.setEnabled(is_free and has_chosen)
        self.remove_button.setEnabled(is_free and has_chosen)
        self.empty_button.setEnabled(is_free and bool(self._items))
        self.close_button.setEnabled(is_free)

    def _on_failed(self, error: object) -> None:
        self.said.hide()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
            fit_height(self, WIDTH)


def _emptied(
    emptying: Emptying,
    session: JournalSession,
    names: list[str],
    is_all: bool,
    backups: bool,
    _steering: Steering,
) -> Emptied:
    if is_all:
        return emptying.empty_older(session.now(), timedelta(0), backups=backups)
    return emptying.empty(names, backups=backups)
