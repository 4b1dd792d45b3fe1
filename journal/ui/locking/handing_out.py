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
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Callout
from journal.ui.widgets.labels import FaultLine, Heading, Words

FILE_NAME = "recovery-sheet.pdf"
SHOWN = 4


class HandingOut(QWidget):
    """Prints or saves the sheet, and names the older copies that still lie in the open.

    Signals:
        finished (): the person is done with it.
    """

    finished = Signal()

    def __init__(
        self, key: Key, session: JournalSession, *, is_changed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet = RecoverySheet(
            groups=passphrase.recovery_groups(key.raw), file_name=session.path.name, made_on=session.today()
        )
        self._copies = passphrase.copies_in_the_open(session.path)
        self.said = Words("", "second")
        self.fault = FaultLine()
        self.print_button = Button(self.tr("Print the sheet …"), "primary")
        self.save_button = Button(self.tr("Save it as PDF …"))
        self.done_button = Button(self.tr("Done"))
        self.remove_button = Button(self.tr("Remove these copies"), "danger")
        self.copies = Callout("caution")
        self._build(is_changed=is_changed)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_path)
        self.done_button.clicked.connect(self.finished)
        self.remove_button.clicked.connect(self._remove_copies)

    def _build(self, *, is_changed: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("Your recovery sheet")))
        if is_changed:
            column.addWidget(Words(self.tr("The passphrase is changed. The old recovery sheet is void: destroy it.")))
        text = self.tr(
            "Print it and keep it away from this computer: it opens the journal when the passphrase is forgotten. "
            "Whoever has the sheet and the file can read everything."
        )
        column.addWidget(Words(text, "second"))
        column.addWidget(self.copies)
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
        self.copies.body.addWidget(Words(self.tr("These older copies can be read without the passphrase:")))
        self._names = Words("", "small")
        self.copies.body.addWidget(self._names)
        remove = QHBoxLayout()
        remove.addWidget(self.remove_button)
        remove.addStretch(1)
        self.copies.body.addLayout(remove)
        self._show_copies()

    def _show_copies(self) -> None:
        self.copies.setVisible(bool(self._copies))
        names = [each.name for each in self._copies[:SHOWN]]
        more = len(self._copies) - len(names)
        if more > 0:
            names.append(self.tr("and %n more", "", more))
        self._names.setText("\n".join(names))

    def _remove_copies(self) -> None:
        self._copies = passphrase.remove_copies(self._copies)
        self._show_copies()
        if self._copies:
            self._complain(self.tr("Some of the copies could not be removed."))
        else:
            self._say(self.tr("The copies are removed. The next backup is encrypted like the journal."))

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
