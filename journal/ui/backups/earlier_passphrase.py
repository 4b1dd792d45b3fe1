"""A backup that the journal's key does not open: what opened the journal then is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.domain.errors import JournalError, Trouble
from journal.ui.locking.key_field import KeyField
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Words

EARLIER = (Trouble.PASSPHRASE, Trouble.NO_PASSPHRASE)
"""What a backup under another passphrase is refused with."""


class EarlierPassphrase(Card):
    """Hidden until it is asked for. ``is_encrypted``: whether the journal has a passphrase now.

    Signals:
        given (str, bool): what was typed, to be tried; whether it is the groups of the sheet of then.
        changed (): it asks for more room, or less.
    """

    given = Signal(str, bool)
    changed = Signal()

    def __init__(self, *, is_encrypted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="sunken")
        self.open_button = Button(self.tr("Open it"), "primary")
        self.field = KeyField(self.tr("Passphrase of this backup"), self.open_button)
        text = (
            self.tr("It has the passphrase that the journal had then. Restored, it opens with the one of now.")
            if is_encrypted
            else self.tr("It has the passphrase that the journal had then. Restored, it has none, as the journal now.")
        )
        self.body.addWidget(Words(text))
        self.body.addWidget(self.field)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.field.given.connect(self.given)
        self.field.changed.connect(self.changed)

    def ask(self) -> None:
        """Show the field, with the focus in it."""
        self.show()
        self.field.take_focus()

    def refuse(self, error: JournalError) -> bool:
        """Say that what was typed is wrong, and let the next try wait; False for an error of another kind."""
        return self.field.refuse(error)

    def found(self) -> None:
        """It was right."""
        self.field.found()
        self.hide()

    def forget(self) -> None:
        """Forget what was typed, and hide."""
        self.field.forget()
        self.hide()
