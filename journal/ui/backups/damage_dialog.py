"""A damaged journal: what is wrong, and what can be done: a backup, or what can still be read of it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from journal.domain.backup import DayBackup, Fault, Salvaged
from journal.domain.errors import BackupRefused, JournalError, Trouble
from journal.keeping import Keeping
from journal.ui.backups.mending import Mending
from journal.ui.backups.phrases import backup_line, contents_text, faults_text
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Words, set_look

WIDTH = 620
MOST_LINES = 5
LINES_AROUND = 1.5
"""The edge of the list and the space inside it, in lines."""


class DamageDialog(WorkDialog):
    """``was_mended`` says afterwards whether another file took the damaged one's place."""

    def __init__(self, mending: Mending, faults: tuple[Fault, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The journal's file is damaged"), WIDTH, parent)
        self._mending = mending
        self._today = today
        self._salvaged: tuple[Path, Salvaged] | None = None
        self.was_mended = False
        self.list = QPlainTextEdit(faults_text(faults))
        self.newest = Words(self.tr("Looking for backups …"))
        self.offer = Words(
            self.tr("Every day and photo that is still whole goes into a new file; what is lost is named.")
        )
        self.restore_button = Button(self.tr("Restore a backup …"), "primary")
        self.salvage_button = Button(self.tr("Get out what can be read"))
        self.use_button = Button(self.tr("Use this in its place"), "primary")
        self._build()
        self._connect()
        self._look(partial(_newest, mending.keeping), self._show_newest)

    def _build(self) -> None:
        self.column.addWidget(
            Words(
                self.tr(
                    "Disks and sticks do this; it is nothing you did. The file is left exactly as it is, and nothing "
                    "more is written into it."
                )
            )
        )
        self.column.addWidget(self._build_list())
        self.column.addWidget(self._build_backup())
        self.column.addWidget(self._build_salvage())
        self._finish()
        self.restore_button.setFocus()

    def _build_list(self) -> QPlainTextEdit:
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What is wrong"))
        self._fit_list()
        return self.list

    def _fit_list(self) -> None:
        """As many lines as there are, up to a few; the rest of them scrolls."""
        lines = min(self.list.blockCount(), MOST_LINES) + LINES_AROUND
        self.list.setFixedHeight(round(lines * self.list.fontMetrics().lineSpacing()))
        self.list.setVisible(bool(self.list.toPlainText()))

    def _build_backup(self) -> Card:
        card = Card()
        card.body.addWidget(Words(self.tr("The newest backup"), "subheading"))
        card.body.addWidget(self.newest)
        card.body.addLayout(_row(self.restore_button))
        return card

    def _build_salvage(self) -> Card:
        card = Card()
        card.body.addWidget(Words(self.tr("Or what can still be read"), "subheading"))
        card.body.addWidget(self.offer)
        card.body.addWidget(self.said)
        card.body.addLayout(_row(self.salvage_button, self.use_button))
        self.use_button.hide()
        return card

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self._on_restore)
        self.salvage_button.clicked.connect(self.salvage)
        self.use_button.clicked.connect(self.use)

    def salvage(self) -> None:
        """Make a new file beside the damaged one."""
        text = self.tr(
            "Reading every day and photo into a new file. Many photos take some minutes; this window stays until it is "
            "done."
        )
        self._work(partial(_salvaged, self._mending), self._show_salvaged, text)

    def _show_busy(self) -> None:
        super()._show_busy()
        self.restore_button.setEnabled(not self._must_end)
        self.salvage_button.setEnabled(not self._job.is_busy)

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
        self._fit()

    def _show_salvaged(self, found: object) -> None:
        if not isinstance(found, tuple):
            raise TypeError(found)
        self._salvaged = found
        path, salvaged = found
        if salvaged.lost:
            text = self.tr("{name} holds {contents}. What is lost stands in the list above.")
            self.list.setPlainText(faults_text(salvaged.lost))
            self.list.setAccessibleName(self.tr("What is lost"))
            self._fit_list()
        else:
            text = self.tr("{name} holds {contents}. Nothing was lost.")
        self.use_button.show()
        self.salvage_button.hide()
        set_look(self.restore_button, "kind", "plain")  # there is one next step, and now it is the other one
        self._say(text.format(name=path.name, contents=contents_text(salvaged.contents)))
        self.use_button.setFocus()
        self.area.ensureWidgetVisible(self.use_button)

    def _on_failed(self, error: object) -> None:
        if isinstance(error, BackupRefused) and error.trouble is Trouble.NOTHING_LEFT:
            self._show_nothing_left()
        else:
            super()._on_failed(error)

    def _show_nothing_left(self) -> None:
        self.offer.hide()
        self.salvage_button.hide()
        self._say(
            self.tr(
                "Nothing of a journal could be found in this file. It was left exactly as it is. A backup may still "
                "hold your days: restore one, above. If the journal lies somewhere else too, on a stick or another "
                "computer, close this and choose that file."
            )
        )
        self.restore_button.setFocus()
        self.area.ensureWidgetVisible(self.said)


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
