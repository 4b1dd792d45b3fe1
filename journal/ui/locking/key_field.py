"""The field for what opens a file: the passphrase, or the groups of the recovery sheet. Nothing of it is shown.

A wrong one is said and makes the next try wait a little, longer each time; a timer waits, never the window. Who uses it
tries what was given, and tells how that went.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from journal.domain.errors import BackupRefused, JournalError, JournalUnavailable, RecoveryCodeRefused, Trouble
from journal.error_words import error_text
from journal.ui.locking.fields import SecretField
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.labels import FaultLine

LONGEST_WAIT = 15
SECOND_MS = 1000
GROUP_LINES = 6
WRONG = (Trouble.PASSPHRASE, Trouble.RECOVERY_KEY)


class KeyField(QWidget):
    """The two ways in, one at a time. ``open_button`` is put somewhere by who uses it.

    Signals:
        given (str, bool): what was typed, to be tried; whether it is the sheet's groups. Then ``found`` or ``refuse``.
        changed (): another way is asked for, or something is said.
    """

    given = Signal(str, bool)
    changed = Signal()

    def __init__(self, name: str, open_button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong_count = 0
        self._seconds = 0
        self._reason = ""
        self._is_tried = False
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self.passphrase = SecretField(name)
        self.groups = QPlainTextEdit()
        self.fault = FaultLine()
        self.other_way = LinkButton(self.tr("Use the recovery sheet"))
        self.open_button = open_button
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

    def found(self) -> None:
        """It was right: nothing of it is kept."""
        self._wrong_count = 0
        self.forget()

    def forget(self) -> None:
        """Forget what was typed and said of it; a wait goes on."""
        self._end_try()
        self._reason = ""
        self.passphrase.clear()
        self.groups.clear()
        self._tell()

    def refuse(self, error: JournalError) -> bool:
        """Say that it was wrong, and wait; False for an error of another kind, which is not told here."""
        self._end_try()
        is_wrong = isinstance(error, JournalUnavailable | BackupRefused) and error.trouble in WRONG
        if not is_wrong and not isinstance(error, RecoveryCodeRefused):
            return False
        self._reason = error_text(error)
        if is_wrong:  # what cannot be right as typed is no guess
            self._seconds = min(2**self._wrong_count, LONGEST_WAIT)
            self._wrong_count += 1
            self.open_button.setEnabled(False)
            self._second.start()
        self.passphrase.select_all()
        self._tell()
        self.take_focus()
        return True

    def _build(self) -> None:
        self.groups.setAccessibleName(self.tr("The groups of the recovery sheet"))
        self.groups.setPlaceholderText(self.tr("14 groups of 5 characters, in their order"))
        self.groups.setTabChangesFocus(True)
        self.groups.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.groups.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.passphrase, self.groups, self.fault):
            column.addWidget(widget)
        column.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._give)
        self.passphrase.edit.returnPressed.connect(self._give)
        self.other_way.clicked.connect(self._change_way)
        self._second.timeout.connect(self._on_second)

    def _change_way(self) -> None:
        by_sheet = not self.by_sheet
        self.groups.setFixedHeight(GROUP_LINES * self.groups.fontMetrics().lineSpacing())
        self.groups.setVisible(by_sheet)
        self.passphrase.setVisible(not by_sheet)
        self.other_way.setText(self.tr("Use the passphrase") if by_sheet else self.tr("Use the recovery sheet"))
        self._reason = ""
        self._tell()
        self.take_focus()

    def _give(self) -> None:
        text = self.groups.toPlainText() if self.by_sheet else self.passphrase.text()
        if self._is_tried or self._seconds or not text:
            return
        self._is_tried = True
        self.open_button.setEnabled(False)
        self.given.emit(text, self.by_sheet)

    def _end_try(self) -> None:
        self._is_tried = False
        self.open_button.setEnabled(not self._seconds)

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._second.stop()
            self.open_button.setEnabled(not self._is_tried)
        self._tell()

    def _tell(self) -> None:
        again = self.tr("You can try again in %n second(s).", "", self._seconds) if self._seconds else ""
        if again and self._reason:
            self.fault.tell(self.tr("{reason} {again}").format(reason=self._reason, again=again))
        else:
            self.fault.tell(again or self._reason)
        self.changed.emit()
