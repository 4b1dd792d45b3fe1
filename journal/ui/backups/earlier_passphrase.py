"""A backup that the journal's key does not open: the passphrase it was made under is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.domain.errors import Trouble
from journal.ui.locking.fields import SecretField
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Words

EARLIER = (Trouble.PASSPHRASE, Trouble.NO_PASSPHRASE)
"""What a backup under another passphrase is refused with."""


class EarlierPassphrase(QWidget):
    """Hidden until it is asked for. ``is_encrypted``: whether the journal has a passphrase now.

    Signals:
        given (str): what was typed, to be tried.
    """

    given = Signal(str)

    def __init__(self, *, is_encrypted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SecretField(self.tr("Passphrase of this backup"))
        self.open_button = Button(self.tr("Open it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        text = (
            self.tr("It has the passphrase that the journal had then. Restored, it opens with the one of now.")
            if is_encrypted
            else self.tr("It has the passphrase that the journal had then. Restored, it has none, as the journal now.")
        )
        column.addWidget(self.field)
        column.addWidget(Words(text, "small"))
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.open_button.clicked.connect(self._give)
        self.field.edit.returnPressed.connect(self._give)

    def ask(self) -> None:
        """Show the field, with the focus in it."""
        self.show()
        self.field.select_all()
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what was typed, and hide."""
        self.field.clear()
        self.hide()

    def _give(self) -> None:
        self.given.emit(self.field.text())
