"""Setting, changing and removing the passphrase, and the recovery sheet once more: one dialog, two steps.

First what is needed is typed; then, once the file is under its new key, the recovery sheet is handed out. In between
the file is closed, and a worker makes the checked copy that takes its place.
"""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import passphrase
from journal.domain.errors import JournalError, JournalUnavailable, Trouble
from journal.domain.passphrase import KeyStage, Strength, strength
from journal.error_words import error_text
from journal.passphrase import Key
from journal.session import JournalSession
from journal.ui.locking.fields import SecretField
from journal.ui.locking.handing_out import HandingOut
from journal.ui.locking.progress import KeyProgress
from journal.ui.tasks import Steering, Task
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.fitted_dialog import FittedDialog
from journal.ui.widgets.labels import FaultLine, Heading, Words

WIDTH = 520


class Aim(Enum):
    """What the dialog is opened for."""

    SET = auto()
    CHANGE = auto()
    REMOVE = auto()
    SHEET = auto()

    @property
    def asks_current(self) -> bool:
        """Whether the passphrase of now is asked: the window may have been left open."""
        return self is not Aim.SET

    @property
    def asks_new(self) -> bool:
        """Whether a new one is asked, twice."""
        return self in (Aim.SET, Aim.CHANGE)


class PassphraseDialog(FittedDialog):
    """Brings the journal of a session under another key, or hands its recovery sheet out."""

    def __init__(self, session: JournalSession, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent, margin=28)
        self._session = session
        self._aim = aim
        self._key = session.key
        self._task: Task | None = None
        self._outcome: object = None
        self.current = SecretField(self.tr("Passphrase of now"))
        self.first = SecretField(self.tr("New passphrase"))
        self.again = SecretField(self.tr("Once more"))
        self.strength = Words("", "second")
        self.progress = KeyProgress()
        self.fault = FaultLine()
        self.cancel_button = Button(self.tr("Cancel"))
        self.go_button = Button("", "danger" if aim is Aim.REMOVE else "primary")
        self.handing_out: HandingOut | None = None
        self._build()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.current if self._aim.asks_current else self.first).edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Not while a copy is made: it ends by itself."""
        if self._task is None and not (self.handing_out and self.handing_out.is_busy):
            super().reject()

    def _build(self) -> None:
        heading, text, go = _texts(self._aim)
        self.go_button.setText(go)
        self._step = QWidget()
        step = QVBoxLayout(self._step)
        step.setContentsMargins(0, 0, 0, 0)
        step.setSpacing(12)
        step.addWidget(Heading(heading, "title"))
        step.addWidget(Words(text, "second"))
        for field, is_asked in (
            (self.current, self._aim.asks_current),
            (self.first, self._aim.asks_new),
            (self.strength, self._aim.asks_new),
            (self.again, self._aim.asks_new),
        ):
            field.setVisible(is_asked)
            step.addWidget(field)
        step.addWidget(self.progress)
        step.addWidget(self.fault)
        self.column.addWidget(self._step)
        self.set_foot(self.cancel_button, self.go_button)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self._go)
        self.first.edit.textEdited.connect(self._tell_strength)
        for field in (self.current, self.first, self.again):
            field.edit.returnPressed.connect(self._go)

    def _tell_strength(self) -> None:
        self.strength.setText(_strength_text(strength(self.first.text())))

    def _tell(self, fault: str) -> None:
        self.fault.tell(fault)

    def _fault(self) -> str:
        if self._aim.asks_current and not self.current.text():
            return self.tr("Type the passphrase of now.")
        if self._aim.asks_new and not self.first.text().strip():
            return self.tr("Type a new passphrase.")
        if self._aim.asks_new and self.first.text() != self.again.text():
            return self.tr("The two are not the same. Type the second one once more.")
        return ""

    def _go(self) -> None:
        if self._task is not None:
            return
        fault = self._fault()
        self._tell(fault)
        if fault:
            return
        work = _work(self._aim, self._session.path, self._key, self.current.text(), self.first.text())
        if self._aim is not Aim.SHEET:
            self._session.put_away()
            self.progress.begin(self.tr("One moment …"))
        self._show_busy(is_busy=True)
        self._task = Task(work, self)
        self._task.progressed.connect(self.progress.show_stage)
        self._task.succeeded.connect(self._keep_outcome)
        self._task.failed.connect(self._keep_outcome)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    def _show_busy(self, *, is_busy: bool) -> None:
        for field in (self.current, self.first, self.again, self.strength):
            is_asked = self._aim.asks_current if field is self.current else self._aim.asks_new
            field.setVisible(is_asked and not is_busy)
        for button in (self.cancel_button, self.go_button):
            button.setDisabled(is_busy)
        if not is_busy:
            self.progress.hide()

    def _keep_outcome(self, outcome: object) -> None:
        self._outcome = (outcome,)

    def _on_ended(self) -> None:
        """The worker has told its last: the file is taken out again, under whichever key it lies now."""
        outcome = self._outcome[0] if isinstance(self._outcome, tuple) else None
        if self._task is not None:
            self._task.wait()
            self._task.deleteLater()
            self._task = None
        is_done = self._outcome is not None and not isinstance(outcome, JournalError)
        self._outcome = None
        key = outcome if is_done and (outcome is None or isinstance(outcome, Key)) else self._key
        fault = error_text(outcome) if isinstance(outcome, JournalError) else ""
        try:
            if self._session.is_away:
                self._session.take_out(key)
        except JournalError as error:
            fault = error_text(error)
        self._show_busy(is_busy=False)
        if fault or not is_done:
            self._tell(fault)
            (self.current if self._aim.asks_current else self.first).edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_done(key)

    def _show_done(self, key: Key | None) -> None:
        for field in (self.current, self.first, self.again):
            field.clear()
        if key is None:
            self.accept()
            return
        old, self._key = self._key, key
        self._step.hide()
        self.hide_foot()
        self.handing_out = HandingOut(key, self._session, old=old if self._aim is Aim.CHANGE else None)
        self.handing_out.finished.connect(self.accept)
        self.column.addWidget(self.handing_out)
        self.handing_out.show()  # at once: a layout shows what it is given a moment later
        self.handing_out.print_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _texts(aim: Aim) -> tuple[str, str, str]:
    """Heading, what it means, and the button."""
    translate = QCoreApplication.translate
    return {
        Aim.SET: (
            translate("passphrase", "Set a passphrase"),
            translate(
                "passphrase",
                "It encrypts the whole journal, photos too. Nobody can open it without the passphrase, and nobody can "
                "make you a new one: so a recovery sheet comes with it. Four or five words that do not belong together "
                "are easy to keep in mind and hard to guess.",
            ),
            translate("passphrase", "Encrypt the journal"),
        ),
        Aim.CHANGE: (
            translate("passphrase", "Change the passphrase"),
            translate("passphrase", "A new recovery sheet comes with it. The old sheet is void then."),
            translate("passphrase", "Change it"),
        ),
        Aim.REMOVE: (
            translate("passphrase", "Remove the passphrase"),
            translate(
                "passphrase",
                "Whoever can use this computer account can open the journal then, photos too. Backups made until now "
                "stay encrypted: keep the passphrase, or its sheet, as long as you want to be able to open those.",
            ),
            translate("passphrase", "Remove it"),
        ),
        Aim.SHEET: (
            translate("passphrase", "The recovery sheet once more"),
            translate("passphrase", "It is the same sheet as before, and opens the same journal."),
            translate("passphrase", "Go on"),
        ),
    }[aim]


def _strength_text(found: Strength) -> str:
    translate = QCoreApplication.translate
    return {
        Strength.NONE: "",
        Strength.WEAK: translate("passphrase", "Easy to guess for somebody who has the file and a fast computer."),
        Strength.FAIR: translate("passphrase", "Takes a fast computer long. One word more makes it much harder."),
        Strength.STRONG: translate("passphrase", "Hard to guess, if it is nothing that others know of you."),
    }[found]


def _work(aim: Aim, path: Path, key: Key | None, current: str, new: str) -> Callable[[Steering], object]:
    return partial(_done, aim, path, key, current, new)


def _done(aim: Aim, path: Path, key: Key | None, current: str, new: str, steering: Steering) -> Key | None:
    """On a worker: the key that the file lies under afterwards."""
    progress = partial(_report, steering)
    if aim is Aim.SET and not path.exists():
        return passphrase.new_key(new)  # nothing was written yet: it is encrypted from its first byte
    if aim is Aim.SET:
        return passphrase.set_passphrase(path, new, progress)
    if key is None or not passphrase.fits(key, current):
        raise JournalUnavailable(Trouble.PASSPHRASE)
    if aim is Aim.CHANGE:
        return passphrase.change_passphrase(path, key, new, progress)
    if aim is Aim.REMOVE:
        passphrase.remove_passphrase(path, key, progress)
        return None
    return key


def _report(steering: Steering, stage: KeyStage, part: float) -> None:
    steering.report((stage, part))
