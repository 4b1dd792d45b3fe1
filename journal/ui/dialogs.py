"""Calm dialogs that stand alone: a journal that cannot be opened, and a bug."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journal.domain.errors import JournalError, JournalUnavailable, Trouble
from journal.error_words import error_text
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import Heading, Words, set_look

if TYPE_CHECKING:
    from journal.passphrase import Key

WIDTH = 560
REPORT_HEIGHT = 160
AGAIN = (
    Trouble.LOCKED,
    Trouble.HELD,
    Trouble.NO_PERMISSION,
    Trouble.READ_ONLY,
    Trouble.FOLDER_GONE,
    Trouble.DISK_FULL,
)
"""What goes away by itself, or once the person did something elsewhere: closed a program, put a drive in, made room."""


class Step(Enum):
    """What the dialog can offer next."""

    MEND = auto()
    AGAIN = auto()
    CHOOSE = auto()
    QUIT = auto()


def steps_after(error: JournalError, journal: Path) -> tuple[Step, Step | None]:
    """The next step for this trouble, and the one beside it. Quitting is offered always."""
    trouble = error.trouble if isinstance(error, JournalUnavailable) else None
    if trouble is Trouble.DAMAGED:
        return Step.MEND, Step.CHOOSE
    if trouble is Trouble.NOT_A_JOURNAL:
        return Step.CHOOSE, Step.MEND if journal.is_file() else None
    if trouble in AGAIN:
        return Step.AGAIN, Step.CHOOSE
    if trouble is Trouble.NEWER or trouble is None:
        return Step.QUIT, Step.CHOOSE  # the program is updated or mended meanwhile
    return Step.CHOOSE, Step.AGAIN


def told_as(error: JournalError, journal: Path) -> JournalError:
    """A damaged head makes a journal look like none of ours: what lies beside it says that it was one."""
    if isinstance(error, JournalUnavailable) and error.trouble is Trouble.NOT_A_JOURNAL:
        from journal.keeping import has_copies  # late: most journals open

        if has_copies(journal):
            return JournalUnavailable(Trouble.DAMAGED, error.detail)
    return error


class UnopenableDialog(QDialog):
    """Says why the journal did not open. ``chosen`` is another file afterwards, or the same for another try.

    ``key``: what was typed for an encrypted journal, where that was got to.
    """

    def __init__(
        self, error: JournalError, journal: Path, key: "Key | None" = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chosen: Path | None = None
        self._key = key
        self._journal = journal
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        self.resize(WIDTH, 1)  # else it begins as high as Qt makes any window, and is never made lower
        told = told_as(error, journal)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("The journal could not be opened"), "title"))
        self.reason = Words(self._reason(told))
        column.addWidget(self.reason)
        where = Words(str(journal), "small")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        column.addSpacing(8)
        self.mend_button = Button(self.tr("What can be done …"), parent=self)
        self.again_button = Button(self.tr("Try again"), parent=self)
        self.choose_button = Button(self.tr("Choose another file …"), parent=self)
        self.quit_button = Button(self.tr("Quit"), parent=self)
        column.addLayout(self._build_buttons(*steps_after(told, journal)))
        self._connect()

    def _reason(self, error: JournalError) -> str:
        if isinstance(error, JournalUnavailable) and error.trouble is Trouble.DISK_FULL:
            return self.tr("The disk is full, and an open journal needs some room. Make some, then try again.")
        return error_text(error)

    def _build_buttons(self, first: Step, second: Step | None) -> QHBoxLayout:
        """One row: quitting apart at the left, unless it is the next step; the next step last, filled, for Enter."""
        buttons = {
            Step.MEND: self.mend_button,
            Step.AGAIN: self.again_button,
            Step.CHOOSE: self.choose_button,
            Step.QUIT: self.quit_button,
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        if first is not Step.QUIT:
            row.addWidget(self.quit_button)
        row.addStretch(1)
        for step in (second, first):
            if step is not None:
                row.addWidget(buttons[step])
        for step in set(Step) - {first, second, Step.QUIT}:
            buttons[step].hide()
        set_look(buttons[first], "kind", "primary")
        buttons[first].setDefault(True)
        buttons[first].setFocus()
        return row

    def _connect(self) -> None:
        self.mend_button.clicked.connect(self._on_mend)
        self.again_button.clicked.connect(self._on_again)
        self.choose_button.clicked.connect(self._on_choose)
        self.quit_button.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def choose(self, path: Path) -> None:
        """Take this file and go on."""
        self.chosen = path
        self.accept()

    def _on_mend(self) -> None:
        """What opens the damaged file and its backups is asked first, where they are encrypted and nobody gave it."""
        from journal.keeping import has_encrypted_copies  # late: most journals open

        if self._key is None and has_encrypted_copies(self._journal):
            from journal.ui.locking.unlock import UnlockDialog

            dialog = UnlockDialog(self._journal, self, is_damaged=True)
            dialog.finished.connect(self._on_unlocked)
            dialog.open()
        else:
            self._mend()

    def _on_unlocked(self) -> None:
        self._key = getattr(self.sender(), "key", None)
        if self._key is not None:
            self._mend()

    def _mend(self) -> None:
        # Late: most journals open.
        from journal.ui.backups.damage_dialog import DamageDialog
        from journal.ui.backups.mending import of_file

        mending = of_file(self._journal, self._key)
        dialog = DamageDialog(mending, (), mending.now.date(), self)
        dialog.finished.connect(self._on_mend_closed)
        dialog.open()

    def _on_mend_closed(self) -> None:
        if getattr(self.sender(), "was_mended", False):
            self.choose(self._journal)

    def _on_again(self) -> None:
        self.choose(self._journal)

    def _on_choose(self) -> None:
        folder = str(self._journal.parent)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a journal"), folder)
        if name:
            self.choose(Path(name))


class CrashWindow(QDialog):
    """Says that the program has a fault, with a text to send that holds nothing of the journal."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        self._report = report
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Something in the program went wrong"), "title"))
        column.addWidget(
            Words(
                self.tr(
                    "This is a fault of the program, not yours. Everything that was saved is safe in your journal. You "
                    "can go on; if something looks odd, close the program and open it again."
                )
            )
        )
        column.addWidget(
            Words(self.tr("The text below helps to mend it. It holds nothing from your journal."), "second")
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Fault report"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setMinimumHeight(REPORT_HEIGHT)
        column.addWidget(text, 1)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.copy_button = Button(self.tr("Copy the text"))
        self.close_button = Button(self.tr("Go on"), "primary")
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        return row

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
