"""Unlocking: what was typed is tried on the journal's file, by a worker; the small window that asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal import passphrase
from journal.domain.errors import JournalError, JournalUnavailable, Trouble
from journal.passphrase import Key
from journal.ui.locking.key_field import WRONG, KeyField
from journal.ui.tasks import Steering, Task
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitted_dialog import FittedDialog
from journal.ui.widgets.labels import Heading, Words

WIDTH = 520

HEADLESS = (*WRONG, Trouble.DAMAGED)
"""What is said of a file whose first page is damaged: without its salt the right passphrase looks like a wrong one."""

KeyOf = Callable[[Path, str], Key]


@dataclass(frozen=True, slots=True)
class OfDamaged:
    """The passphrase is right, and the file does not open with it."""

    key: Key
    error: JournalUnavailable


class UnlockCard(Card):
    """Opens a journal. ``is_damaged``: a key is wanted that fits the pages of the file or its backups.

    ``key_of_damaged`` is what was typed for a file that turned out to be damaged.

    Signals:
        found (Key): this opens the journal.
        refused (JournalError): neither can: the file is damaged, or gone.
    """

    found = Signal(object)
    refused = Signal(object)

    def __init__(self, journal: Path, heading: str, parent: QWidget | None = None, *, is_damaged: bool = False) -> None:
        super().__init__(parent, margin=28)
        self._journal = journal
        self._is_damaged = is_damaged
        self.key_of_damaged: Key | None = None
        self._task: Task | None = None
        self._outcome: object = None
        self.heading = Heading(heading, "title")
        self.open_button = Button(self.tr("Open"), "primary")
        self.field = KeyField(self.tr("Passphrase"), self.open_button)
        self._build()
        self.field.given.connect(self._try)

    def take_focus(self) -> None:
        """Where typing goes at once."""
        self.field.take_focus()

    def add_way_out(self, button: Button) -> None:
        """A button beside "Open"."""
        self._buttons.insertWidget(0, button)

    def _build(self) -> None:
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.open_button)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.field)
        self.body.addSpacing(4)
        self.body.addLayout(self._buttons)

    def _try(self, text: str, by_sheet: bool) -> None:
        work = partial(_key_of_damaged if self._is_damaged else _key, self._journal, text, by_sheet)
        self._task = Task(work, self)
        self._task.succeeded.connect(self._keep_outcome)
        self._task.failed.connect(self._keep_outcome)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    def _keep_outcome(self, outcome: object) -> None:
        self._outcome = outcome

    def _on_ended(self) -> None:
        """The worker has told its last: what follows may take this card, and the task with it, away."""
        outcome, self._outcome = self._outcome, None
        self._end_task()
        if isinstance(outcome, JournalError):
            if not self.field.refuse(outcome):
                self.refused.emit(outcome)
            return
        self.field.found()
        if isinstance(outcome, Key):
            self.found.emit(outcome)
        elif isinstance(outcome, OfDamaged):
            self.key_of_damaged = outcome.key
            self.refused.emit(outcome.error)

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None


def _key(journal: Path, text: str, by_sheet: bool, steering: Steering) -> Key | OfDamaged:
    """On a worker: a passphrase takes a tenth of a second to become a key. Raises ``JournalError``."""
    key_of: KeyOf = passphrase.key_by_recovery if by_sheet else passphrase.key_by_passphrase
    try:
        return key_of(journal, text)
    except JournalUnavailable as error:
        if error.trouble not in HEADLESS:
            raise
        refused = error
    try:
        return OfDamaged(_key_of_damaged(journal, text, by_sheet, steering), JournalUnavailable(Trouble.DAMAGED))
    except JournalUnavailable:
        raise refused from None


def _key_of_damaged(journal: Path, text: str, by_sheet: bool, _steering: Steering) -> Key:
    """The key although the file does not open: tried against its pages, or against its backups. Raises as above."""
    from journal.keeping import key_of_damaged  # late: most journals open

    found = key_of_damaged(journal, text, by_sheet=by_sheet)
    if found is None:
        raise JournalUnavailable(Trouble.RECOVERY_KEY if by_sheet else Trouble.PASSPHRASE)
    return found


class UnlockDialog(FittedDialog):
    """The small window before the journal's own. ``key`` is what opened it; None when the person went away.

    ``error`` is why it cannot be opened at all, when that is so; ``key`` is then that of a damaged file.
    ``is_damaged``: asked for the mending of a file that does not open.
    """

    def __init__(self, journal: Path, parent: QWidget | None = None, *, is_damaged: bool = False) -> None:
        super().__init__(WIDTH + 48, parent)
        self.key: Key | None = None
        self.error: JournalError | None = None
        heading = self.tr("Its backups have a passphrase") if is_damaged else self.tr("This journal has a passphrase")
        self.card = UnlockCard(journal, heading, is_damaged=is_damaged)
        self.quit_button = Button(self.tr("Back") if is_damaged else self.tr("Quit"))
        self.card.add_way_out(self.quit_button)
        self.column.addWidget(self.card)
        self.column.addWidget(Words(journal.name, "small"))
        self.column.addStretch(1)
        self.card.found.connect(self._on_found)
        self.card.refused.connect(self._on_refused)
        self.quit_button.clicked.connect(self.reject)

    def come_forward(self) -> None:
        """Raise it: somebody started the program again."""
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.card.take_focus()

    def _on_found(self, key: Key) -> None:
        self.key = key
        self.accept()

    def _on_refused(self, error: JournalError) -> None:
        self.error = error
        self.key = self.card.key_of_damaged
        self.reject()
