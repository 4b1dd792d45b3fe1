"""The welcome's question about the computer account, and the offer of a passphrase before anything is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.session import JournalSession
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.labels import Words

YES, NO = "yes", "no"


class SharedField(QWidget):
    """Yes or no; it may be left open. Saves nothing but the passphrase."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.answer = ChoiceRow(
            self.tr("Does anyone else use this computer account?"), ((YES, self.tr("Yes")), (NO, self.tr("No")))
        )
        self.said = Words("", "second")
        self.set_button = Button(self.tr("Set a passphrase …"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.answer)
        column.addWidget(self.said)
        column.addWidget(self.set_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_state()
        self.answer.chosen.connect(self._show_state)
        self.set_button.clicked.connect(self._open)

    def _show_state(self) -> None:
        is_shared = self.answer.value == YES
        has_one = self._session.key is not None
        self.said.setText(
            self.tr("The journal is encrypted with your passphrase from the start.")
            if has_one
            else self.tr(
                "Then they can open your journal and see its photos. A passphrase encrypts it; it can also be set any "
                "time later, in Settings."
            )
        )
        self.said.setVisible(is_shared or has_one)
        self.set_button.setVisible(is_shared and not has_one)

    def _open(self) -> None:
        from journal.ui.locking.dialog import Aim, PassphraseDialog  # late: only on yes

        dialog = PassphraseDialog(self._session, Aim.SET, self)
        dialog.finished.connect(self._show_state)
        dialog.open()
