"""Older copies of the journal that do not lie under its passphrase: named; put under it, or removed, when wanted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal import passphrase
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.passphrase import Key
from journal.ui.locking.progress import KeyProgress
from journal.ui.tasks import Steering, Task
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Callout
from journal.ui.widgets.fitted_dialog import FittedDialog
from journal.ui.widgets.labels import FaultLine, Heading, Words, breakable
from journal.whole_file import named_from

SHOWN = 4
WIDTH = 520


class OlderCopies(Callout):
    """Names them, and offers what can be done. ``old``: those under this key, and not those that lie in the open.

    Nothing is done before a button is pressed. Encrypting loses nothing, so it comes first; removing asks once more.

    Signals:
        busy_changed (): work on them began or ended; meanwhile nothing around may go.
    """

    busy_changed = Signal()

    def __init__(self, journal: Path, key: Key, old: Key | None = None, parent: QWidget | None = None) -> None:
        super().__init__("caution", parent)
        self._journal, self._key, self._old = journal, key, old
        self._copies = self._found()
        self._task: Task | None = None
        self._done = ""
        self._is_asked = False
        self._names = Words("", "small")
        self._asked = Words(self.tr("They will be gone for good, with what only they hold. Remove them?"))
        self.said = Words()
        self.fault = FaultLine()
        self.progress = KeyProgress()
        self.encrypt_button = (
            Button(self.tr("Encrypt these copies"), "primary")
            if old is None
            else Button(self.tr("Put them under the new passphrase"))
        )
        self.remove_button = Button(self.tr("Remove these copies"), "danger")
        self._build()
        self.encrypt_button.clicked.connect(self.encrypt)
        self.remove_button.clicked.connect(self._on_remove)

    def _found(self) -> tuple[Path, ...]:
        if self._old is not None:
            return passphrase.copies_under(self._journal, self._old)
        return passphrase.copies_in_the_open(self._journal)

    def _build(self) -> None:
        self._heading = Words(
            self.tr("These older copies can be read without the passphrase:")
            if self._old is None
            else self.tr("These older copies still open with the passphrase from before, and only with that:")
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.encrypt_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.body.setSpacing(8)
        for widget in (self._heading, self._names, self.progress, self.said, self.fault, self._asked):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.said.hide()
        self._asked.hide()
        self._show()
        self.setVisible(bool(self._copies))

    @property
    def is_busy(self) -> bool:
        """Whether they are being worked on."""
        return self._task is not None

    @property
    def has_some(self) -> bool:
        """Whether there is any such copy."""
        return bool(self._copies)

    def encrypt(self) -> None:
        """Put each under the journal's passphrase, by a checked copy of it."""
        self._done = self.tr("Done. They open with the passphrase of the journal now, and nothing is lost.")
        self._begin(partial(_encrypted, self._journal, self._copies, self._key, self._old))

    def _on_remove(self) -> None:
        """Ask; asked already, remove them."""
        if self._is_asked:
            self.remove()
        else:
            self._show_asked(is_asked=True)

    def _show_asked(self, *, is_asked: bool) -> None:
        self._is_asked = is_asked
        self._asked.setVisible(is_asked)
        self.remove_button.setText(self.tr("Yes, remove them") if is_asked else self.tr("Remove these copies"))

    def remove(self) -> None:
        """Overwrite and remove them."""
        self._done = self.tr("The copies are removed. The next backup is encrypted like the journal.")
        self._begin(partial(_removed, self._journal, self._copies))

    def _begin(self, work: Callable[[Steering], object]) -> None:
        if self._task is not None:
            return
        self._show_asked(is_asked=False)
        self.fault.tell("")
        self.progress.begin(self.tr("Working on %n copy/copies …", "", len(self._copies)), len(self._copies))
        self._task = Task(work, self)
        self._task.progressed.connect(self._show_progress)
        self._task.succeeded.connect(self._show_left)
        self._task.failed.connect(self._show_failed)
        self._task.ended.connect(self._on_ended)
        self._show()
        self.busy_changed.emit()
        self._task.start()

    def _show_progress(self, done: object) -> None:
        if isinstance(done, int):
            self.progress.bar.setValue(done)

    def _show_left(self, left: object) -> None:
        self._copies = self._found()  # also what a backup set aside meanwhile, under another name
        if left:
            text = self.tr(
                "These could not be changed: they are damaged, or nothing may be written there. They are as they were."
            )
            self.fault.tell(text)
        self.said.setText(self._done)
        self.said.setVisible(not self._copies)

    def _show_failed(self, error: object) -> None:
        self._copies = self._found()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))

    def _on_ended(self) -> None:
        if self._task is not None:
            self._task.let_go()
            self._task = None
        self.progress.hide()
        self._show()
        self.busy_changed.emit()

    def _show(self) -> None:
        names = [breakable(named_from(each, self._journal)) for each in self._copies[:SHOWN]]
        more = len(self._copies) - len(names)
        if more > 0:
            names.append(self.tr("and %n more", "", more))
        self._names.setText("\n".join(names))
        for widget in (self._heading, self._names):
            widget.setVisible(bool(self._copies))
        is_offered = bool(self._copies) and self._task is None
        self.encrypt_button.setVisible(is_offered)
        self.remove_button.setVisible(is_offered and self._old is None)


class CopiesDialog(FittedDialog):
    """The older copies that lie in the open, at any time later."""

    def __init__(self, journal: Path, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent, margin=28)
        self.copies = OlderCopies(journal, key)
        self.close_button = Button(self.tr("Done"))
        self.column.addWidget(Heading(self.tr("Older copies of the journal"), "title"))
        text = self.tr(
            "Backups, and files that were kept aside, from before the passphrase was set. Encrypting them loses "
            "nothing. Copies that you carried elsewhere are not known here."
        )
        self.column.addWidget(Words(text, "second"))
        self.column.addWidget(self.copies)
        self.set_foot(self.close_button)
        self.close_button.clicked.connect(self.accept)
        self.copies.busy_changed.connect(self._on_busy)

    def _on_busy(self) -> None:
        self.close_button.setDisabled(self.copies.is_busy)

    def reject(self) -> None:
        """Not while they are worked on: that ends by itself."""
        if not self.copies.is_busy:
            super().reject()


def _encrypted(journal: Path, copies: tuple[Path, ...], key: Key, old: Key | None, steering: Steering) -> object:
    """On a worker: the copies that are left as they were."""
    return passphrase.encrypt_copies(journal, copies, key, old, partial(_report, steering))


def _removed(journal: Path, copies: tuple[Path, ...], steering: Steering) -> object:
    left: list[Path] = []
    for number, each in enumerate(copies):
        steering.report(number)
        left += passphrase.remove_copies(journal, [each])
    return tuple(left)


def _report(steering: Steering, done: int, _total: int) -> None:
    steering.report(done)
