"""The way to the bin, out and in again, in the settings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.session import JournalSession
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.labels import Words


class OwnDataPanel(QWidget):
    """Three buttons; each opens its own dialog."""

    def __init__(self, session: JournalSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.bin_button = Button(self.tr("Bin …"))
        self.out_button = Button(self.tr("Take everything out …"))
        self.in_button = Button(self.tr("Take an export in …"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        text = self.tr("What you remove lies in the bin for 30 days. All of it is yours to take elsewhere.")
        column.addWidget(Words(text))
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        for button in (self.bin_button, self.out_button, self.in_button):
            flow.addWidget(button)
        column.addWidget(row)
        self.bin_button.clicked.connect(self.open_bin)
        self.out_button.clicked.connect(self.open_export)
        self.in_button.clicked.connect(self.open_import)

    def open_bin(self) -> None:
        """What was removed, to be brought back or removed for good."""
        from journal.ui.own_data.bin_dialog import BinDialog  # late: rarely wanted

        BinDialog(self._session, self).open()

    def open_export(self) -> None:
        """Everything into a folder."""
        from journal.ui.own_data.taking_out import TakingOutDialog  # late: rarely wanted

        TakingOutDialog(self._session, self).open()

    def open_import(self) -> None:
        """An exported folder in the journal's place."""
        from journal.ui.backups.mending import of_session  # late: rarely wanted
        from journal.ui.own_data.taking_in import TakingInDialog

        TakingInDialog(of_session(self._session), self).open()
