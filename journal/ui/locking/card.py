"""The passphrase among the settings: set it, change it, take it away, and after how many idle minutes to lock."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal import passphrase
from journal.session import JournalSession
from journal.ui.settings import LOCK_MINUTES, Settings
from journal.ui.widgets.buttons import Button, LinkButton
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import Words


class PassphraseField(QWidget):
    """What protects the journal, in words, with the ways to change it."""

    def __init__(self, session: JournalSession, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.state = Words("", "second")
        self.set_button = Button(self.tr("Set a passphrase …"))
        self.change_button = LinkButton(self.tr("Change it …"))
        self.sheet_button = LinkButton(self.tr("Recovery sheet …"))
        self.remove_button = LinkButton(self.tr("Remove it …"))
        self.copies_button = LinkButton(self.tr("Older copies that lie open …"))
        self.minutes = ChoiceRow(self.tr("Lock after idle minutes"), self._choices())
        self._idle = Words(self.tr("Lock when nobody has used it for"), "subheading")
        self._build()
        self.show_state()
        for button, name in (
            (self.set_button, "SET"),
            (self.change_button, "CHANGE"),
            (self.sheet_button, "SHEET"),
            (self.remove_button, "REMOVE"),
        ):
            button.clicked.connect(partial(self._open, name))
        self.copies_button.clicked.connect(self._open_copies)
        self.minutes.chosen.connect(self._on_minutes)

    def _choices(self) -> list[tuple[str, str]]:
        return [
            (str(minutes), self.tr("%n minute(s)", "", minutes) if minutes else self.tr("Never"))
            for minutes in (*LOCK_MINUTES[1:], LOCK_MINUTES[0])
        ]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(20)
        for button in (self.change_button, self.sheet_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.copies_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._idle)
        column.addWidget(self.minutes)

    def show_state(self) -> None:
        """Say how it stands."""
        has_one = self._session.key is not None
        self.state.setText(
            self.tr("The journal is encrypted. Ctrl+L locks it at once.")
            if has_one
            else self.tr("The journal has no passphrase: whoever uses this computer account can open it.")
        )
        self.set_button.setVisible(not has_one)
        for widget in (self.change_button, self.sheet_button, self.remove_button, self._idle, self.minutes):
            widget.setVisible(has_one)
        self.copies_button.setVisible(has_one and bool(passphrase.copies_in_the_open(self._session.path)))
        self.minutes.choose(str(self._settings.lock_minutes))

    def _open(self, name: str, *_: object) -> None:
        from journal.ui.locking.dialog import Aim, PassphraseDialog  # late: rarely wanted

        dialog = PassphraseDialog(self._session, Aim[name], self)
        dialog.finished.connect(self.show_state)
        dialog.open()

    def _open_copies(self) -> None:
        from journal.ui.locking.copies import CopiesDialog  # late: rarely wanted

        if self._session.key is not None:
            dialog = CopiesDialog(self._session.path, self._session.key, self)
            dialog.finished.connect(self.show_state)
            dialog.open()

    def _on_minutes(self, minutes: str) -> None:
        self._settings.lock_minutes = int(minutes)
