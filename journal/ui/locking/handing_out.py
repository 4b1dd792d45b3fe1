"""The recovery sheet handed out: on paper, or as a file. The key is not shown on the screen."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal import passphrase
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.passphrase import Key
from journal.report.recovery_sheet import RecoverySheet, write_recovery_sheet
from journal.session import JournalSession
from journal.ui.locking.copies import OlderCopies
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import FaultLine, Heading, Words

FILE_NAME = "recovery-sheet.pdf"


class HandingOut(QWidget):
    """Prints or saves the sheet, and names the older copies that do not lie under its key.

    ``old``: what the journal was under before its passphrase was changed.

    Signals:
        finished (): the person is done with it.
    """

    finished = Signal()

    def __init__(
        self, key: Key, session: JournalSession, *, old: Key | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet = RecoverySheet(
            groups=passphrase.recovery_groups(key.raw), file_name=session.path.name, made_on=session.today()
        )
        self.copies = OlderCopies(session.path, key)
        self.old_copies = OlderCopies(session.path, key, old) if old is not None else None
        self.said = Words("", "second")
        self.fault = FaultLine()
        self.print_button = Button(self.tr("Print the sheet …"), "primary")
        self.save_button = Button(self.tr("Save it as PDF …"))
        self.done_button = Button(self.tr("Done"))
        self._build(is_changed=old is not None)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_path)
        self.done_button.clicked.connect(self.finished)
        for copies in self._all_copies():
            copies.busy_changed.connect(self._on_busy)

    @property
    def is_busy(self) -> bool:
        """Whether copies are being worked on: nothing may be closed then."""
        return any(copies.is_busy for copies in self._all_copies())

    def _all_copies(self) -> tuple[OlderCopies, ...]:
        return (self.copies,) if self.old_copies is None else (self.copies, self.old_copies)

    def _on_busy(self) -> None:
        self.done_button.setDisabled(self.is_busy)
        for copies in self._all_copies():
            copies.setEnabled(not self.is_busy or copies.is_busy)

    def _build(self, *, is_changed: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Your recovery sheet"), "title"))
        if is_changed:
            column.addWidget(Words(self.tr("The passphrase is changed. The old recovery sheet is void: destroy it.")))
        text = self.tr(
            "Print it and keep it away from this computer: it opens the journal when the passphrase is forgotten. "
            "Whoever has the sheet and the file can read everything."
        )
        column.addWidget(Words(text, "second"))
        for copies in self._all_copies():
            column.addWidget(copies)
        column.addWidget(self.said)
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.done_button)
        column.addLayout(row)
        self.said.hide()

    def _ask_path(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), str(Path(folder) / FILE_NAME), self.tr("PDF files (*.pdf)")
        )
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the sheet as a PDF."""
        try:
            write_recovery_sheet(path if path.suffix else path.with_suffix(".pdf"), self._sheet)
        except JournalError as error:
            self._complain(error_text(error))
        else:
            self._say(self.tr("Saved. Print it, then delete the file: it opens the journal."))

    def _print(self) -> None:
        from journal.ui.locking.printing import print_sheet  # late: it looks for printers

        if print_sheet(self._sheet, self):
            self._say(self.tr("Sent to the printer."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        self.fault.tell("")

    def _complain(self, text: str) -> None:
        self.said.hide()
        self.fault.tell(text)
