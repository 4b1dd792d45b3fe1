"""Asking for what opens the journal: the passphrase, or the groups of the recovery sheet. Nothing of it is shown.

A wrong one is said and makes the next try wait a little, longer each time; a timer waits, never the window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from journal import passphrase
from journal.domain.errors import JournalError, JournalUnavailable, RecoveryCodeRefused, Trouble
from journal.error_words import error_text
from journal.passphrase import Key
from journal.ui.locking.fields import SecretField
from journal.ui.tasks import Steering, Task
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitted_dialog import FittedDialog
from journal.ui.widgets.labels import FaultLine, Heading, Words

WIDTH = 520
LONGEST_WAIT = 15
SECOND_MS = 1000
GROUP_LINES = 6
WRONG = (Trouble.PASSPHRASE, Trouble.RECOVERY_KEY)

HEADLESS = (*WRONG, Trouble.DAMAGED)
"""What is said of a file whose first page is damaged: without its salt the right passphrase looks like a wrong one."""

KeyOf = Callable[[Path, str], Key]


@dataclass(frozen=True, slots=True)
class OfDamaged:
    """The passphrase is right, and the file does not open with it."""

    key: Key
    error: JournalUnavailable


class UnlockCard(Card):
    """The two ways in, one at a time. ``is_damaged``: a key is wanted that fits the pages of the file or its backups.

    ``key_of_damaged`` is what was typed for a file that turned out to be damaged.

    Signals:
        found (Key): this opens the journal.
        refused (JournalError): neither can: the file is damaged, or gone.
        changed (): another way is asked for, or something is said.
    """

    found = Signal(object)
    refused = Signal(object)
    changed = Signal()

    def __init__(self, journal: Path, heading: str, parent: QWidget | None = None, *, is_damaged: bool = False) -> None:
        super().__init__(parent, margin=28)
        self._journal = journal
        self._is_damaged = is_damaged
        self.key_of_damaged: Key | None = None
        self._wrong_count = 0
        self._seconds = 0
        self._reason = ""
        self._task: Task | None = None
        self._outcome: object = None
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self.heading = Heading(heading, "title")
        self.passphrase = SecretField(self.tr("Passphrase"))
        self.groups = QPlainTextEdit()
        self.fault = FaultLine()
        self.open_button = Button(self.tr("Open"), "primary")
        self.other_way = LinkButton(self.tr("Use the recovery sheet"))
        self._build()
        self._connect()

    @property
    def by_sheet(self) -> bool:
        """Whether the groups of the sheet are asked for."""
        return self.groups.isVisibleTo(self)

    @property
    def wait(self) -> int:
        """Seconds until the next try is taken."""
        return self._seconds

    def take_focus(self) -> None:
        """Where typing goes at once."""
        (self.groups if self.by_sheet else self.passphrase).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_way_out(self, button: Button) -> None:
        """A button beside "Open"."""
        self._buttons.insertWidget(0, button)

    def _build(self) -> None:
        self.groups.setAccessibleName(self.tr("The groups of the recovery sheet"))
        self.groups.setPlaceholderText(self.tr("14 groups of 5 characters, in their order"))
        self.groups.setTabChangesFocus(True)
        self.groups.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.groups.hide()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.open_button)
        for widget in (self.heading, self.passphrase, self.groups, self.fault):
            self.body.addWidget(widget)
        self.body.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(4)
        self.body.addLayout(self._buttons)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._try)
        self.passphrase.edit.returnPressed.connect(self._try)
        self.other_way.clicked.connect(self._change_way)
        self._second.timeout.connect(self._on_second)

    def _change_way(self) -> None:
        by_sheet = not self.by_sheet
        self.groups.setFixedHeight(GROUP_LINES * self.groups.fontMetrics().lineSpacing())
        self.groups.setVisible(by_sheet)
        self.passphrase.setVisible(not by_sheet)
        self.other_way.setText(self.tr("Use the passphrase") if by_sheet else self.tr("Use the recovery sheet"))
        if not self._seconds:
            self.fault.tell("")
        self.changed.emit()
        self.take_focus()

    def _try(self) -> None:
        text = self.groups.toPlainText() if self.by_sheet else self.passphrase.text()
        if self._task is not None or self._seconds or not text:
            return
        work = partial(_key_of_damaged if self._is_damaged else _key, self._journal, text, self.by_sheet)
        self.open_button.setEnabled(False)
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
        if isinstance(outcome, Key):
            self._on_found(outcome)
        elif isinstance(outcome, OfDamaged):
            self.key_of_damaged = outcome.key
            self.refused.emit(outcome.error)
        elif isinstance(outcome, JournalError):
            self._on_failed(outcome)

    def _on_found(self, key: Key) -> None:
        self._wrong_count = 0
        self.fault.tell("")
        self.passphrase.clear()
        self.groups.clear()
        self.found.emit(key)

    def _on_failed(self, error: JournalError) -> None:
        is_wrong = isinstance(error, JournalUnavailable) and error.trouble in WRONG
        if not is_wrong and not isinstance(error, RecoveryCodeRefused):
            self.refused.emit(error)
            return
        self._reason = error_text(error)
        if is_wrong:  # what cannot be right as typed is no guess
            self._seconds = min(2**self._wrong_count, LONGEST_WAIT)
            self._wrong_count += 1
            self.open_button.setEnabled(False)
            self._second.start()
        self.passphrase.select_all()
        self._tell()
        self.take_focus()

    def _end_task(self) -> None:
        self.open_button.setEnabled(True)
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._second.stop()
            self.open_button.setEnabled(True)
        self._tell()

    def _tell(self) -> None:
        if self._seconds:
            again = self.tr("You can try again in %n second(s).", "", self._seconds)
            self.fault.tell(self.tr("{reason} {again}").format(reason=self._reason, again=again))
        else:
            self.fault.tell(self._reason)
        self.changed.emit()


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
