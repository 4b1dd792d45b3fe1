"""A damaged journal: what is wrong, and what can be done: a backup, or what can still be read of it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from journal.domain.backup import DayBackup, Fault, Salvaged
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.keeping import Keeping
from journal.ui.backups.job import Job
from journal.ui.backups.mending import Mending
from journal.ui.backups.phrases import backup_line, contents_text, faults_text
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.scrolled import scroll_area

WIDTH = 620
LIST_HEIGHT = 104


class DamageDialog(QDialog):
    """``was_mended`` says afterwards whether another file took the damaged one's place."""

    def __init__(self, mending: Mending, faults: tuple[Fault, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mending = mending
        self._today = today
        self._job = Job(self)
        self._salvaged: tuple[Path, Salvaged] | None = None
        self._is_reading = False
        self.was_mended = False
        self.list = QPlainTextEdit(faults_text(faults))
        self.newest = Words(self.tr("Looking for backups …"))
        self.outcome = Words()
        self.fault = FaultLine()
        self.restore_button = Button(self.tr("Restore a backup …"), "primary")
        self.salvage_button = Button(self.tr("Get out what can be read"))
        self.use_button = Button(self.tr("Use this in its place"), "primary")
        self.close_button = Button(self.tr("Close"))
        self._build()
        self._connect()
        self._job.begin(partial(_newest, mending.keeping), self._show_newest)

    def _build(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(WIDTH)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(Heading(self.tr("The journal's file is damaged"), "title"))
        column.addWidget(
            Words(
                self.tr(
                    "Disks and sticks do this; it is nothing you did. The file is left exactly as it is, and nothing "
                    "more is written into it."
                )
            )
        )
        column.addWidget(self._build_list(), 1)
        column.addWidget(self._build_backup())
        column.addWidget(self._build_salvage())
        self._area = scroll_area(content)
        foot = QHBoxLayout()
        foot.addWidget(self.fault, 1)
        foot.addStretch(0)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 16, 20)
        whole.setSpacing(12)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)

    def _build_list(self) -> QPlainTextEdit:
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What is wrong"))
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.list.setVisible(bool(self.list.toPlainText()))
        return self.list

    def _build_backup(self) -> Card:
        card = Card()
        card.body.addWidget(Words(self.tr("The newest backup"), "subheading"))
        card.body.addWidget(self.newest)
        card.body.addLayout(_row(self.restore_button))
        return card

    def _build_salvage(self) -> Card:
        card = Card()
        card.body.addWidget(Words(self.tr("Or what can still be read"), "subheading"))
        card.body.addWidget(
            Words(self.tr("Every day and photo that is still whole goes into a new file; what is lost is named."))
        )
        card.body.addWidget(self.outcome)
        card.body.addLayout(_row(self.salvage_button, self.use_button))
        self.outcome.hide()
        self.use_button.hide()
        return card

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self._on_restore)
        self.salvage_button.clicked.connect(self.salvage)
        self.use_button.clicked.connect(self.use)
        self.close_button.clicked.connect(self.accept)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self, WIDTH, self._area)

    def done(self, result: int) -> None:
        """Close, but not in the middle of a salvage."""
        if not self._is_reading:
            self._job.stop()
            super().done(result)

    def salvage(self) -> None:
        """Make a new file beside the damaged one."""
        if self._job.begin(partial(_salvaged, self._mending), self._show_salvaged):
            self._set_reading(is_reading=True)
            self.fault.tell("")
            self._say(
                self.tr(
                    "Reading every day and photo into a new file. Many photos take some minutes; this window stays "
                    "until it is done."
                )
            )

    def _show_busy(self) -> None:
        if not self._job.is_busy:
            self._set_reading(is_reading=False)

    def _set_reading(self, *, is_reading: bool) -> None:
        self._is_reading = is_reading
        for button in (self.salvage_button, self.restore_button, self.close_button):
            button.setEnabled(not is_reading)

    def use(self) -> None:
        """The salvaged file takes the damaged one's place, which is kept."""
        if self._salvaged is None:
            return
        path, found = self._salvaged
        try:
            self._mending.replace(partial(self._mending.keeping.adopt, path, found.contents, self._mending.now))
        except JournalError as error:
            self._on_failed(error)
            return
        self.was_mended = True
        self.accept()

    def _on_restore(self) -> None:
        from journal.ui.backups.restore_dialog import RestoreDialog  # late: a second step

        dialog = RestoreDialog(self._mending, self._today, self)
        dialog.finished.connect(self._on_restore_closed)
        dialog.open()

    def _on_restore_closed(self) -> None:
        dialog = self.sender()
        if getattr(dialog, "was_restored", False):
            self.was_mended = True
            self.accept()

    def _show_newest(self, backup: object) -> None:
        if isinstance(backup, DayBackup):
            self.newest.setText(backup_line(backup, self._today))
        else:
            self.newest.setText(self.tr("There is none in its folder; you may have one elsewhere."))

    def _show_salvaged(self, found: object) -> None:
        if not isinstance(found, tuple):
            raise TypeError(found)
        self._salvaged = found
        path, salvaged = found
        if salvaged.lost:
            text = self.tr("{name} holds {contents}. What is lost stands in the list above.")
            self.list.setPlainText(faults_text(salvaged.lost))
            self.list.setAccessibleName(self.tr("What is lost"))
            self.list.show()
        else:
            text = self.tr("{name} holds {contents}. Nothing was lost.")
        self._say(text.format(name=path.name, contents=contents_text(salvaged.contents)))
        self.use_button.show()
        self.salvage_button.hide()
        fit_height(self, WIDTH, self._area)

    def _say(self, text: str) -> None:
        self.outcome.setText(text)
        self.outcome.show()
        fit_height(self, WIDTH, self._area)

    def _on_failed(self, error: object) -> None:
        self.outcome.hide()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
            fit_height(self, WIDTH, self._area)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _newest(keeping: Keeping, _steering: Steering) -> DayBackup | None:
    return next((each for each in keeping.backups() if each.contents is not None), None)


def _salvaged(mending: Mending, _steering: Steering) -> tuple[Path, Salvaged]:
    return mending.keeping.salvage(mending.now)
