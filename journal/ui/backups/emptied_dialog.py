"""A journal's file that is empty or gone while backups of it lie beside: said before anything looks like a new one."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.backup import DayBackup, Restored
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.keeping import Keeping, has_encrypted_copies
from journal.ui.backups.mending import Mending, of_file
from journal.ui.backups.phrases import backup_line, moment_text
from journal.ui.backups.work_dialog import WorkDialog
from journal.ui.tasks import Steering
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.card import Card
from journal.ui.widgets.labels import Words

WIDTH = 620


class EmptiedDialog(WorkDialog):
    """``chosen`` is afterwards the file to open: the journal when it was mended, or another one."""

    def __init__(self, journal: Path, parent: QWidget | None = None) -> None:
        is_there = journal.exists()
        heading = self.tr("The journal's file is empty") if is_there else self.tr("The journal's file is gone")
        super().__init__(heading, WIDTH, parent, Button(self.tr("Quit")))
        self.chosen: Path | None = None
        self._journal = journal
        self._mending: Mending = of_file(journal)
        self._today: date = self._mending.now.date()
        self.newest = Words(self.tr("Looking for backups …"))
        self.restore_button = Button(self.tr("Restore a backup …"), "primary")
        self.anew_button = Button(self.tr("Begin a new journal"))
        self.again_button = Button(self.tr("Try again"))
        self.choose_button = Button(self.tr("Choose another file …"))
        self._is_asked = False
        self._needs_key = has_encrypted_copies(journal)
        self._build(is_there=is_there)
        self._connect()
        self._look(partial(_newest, self._mending.keeping, self._needs_key), self._show_newest)

    def _build(self, *, is_there: bool) -> None:
        self.column.addWidget(Words(self._what(is_there=is_there)))
        where = Words(str(self._journal), "small")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(where)
        backup = Card()
        backup.body.addWidget(Words(self.tr("The newest backup"), "subheading"))
        backup.body.addWidget(self.newest)
        backup.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(backup)
        anew = Card()
        anew.body.addWidget(Words(self.tr("Or a new journal"), "subheading"))
        self.anew_words = Words(self.tr("The old file and all its backups stay, under other names."))
        anew.body.addWidget(self.anew_words)
        anew.body.addWidget(self.anew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(anew)
        self._finish(self.again_button, self.choose_button)

    def _what(self, *, is_there: bool) -> str:
        if is_there:
            return self.tr(
                "A journal was here, and its file now holds nothing. A synced folder, a full disk or a crash may do "
                "this; it is nothing you did. Backups or older copies of it lie beside it, untouched."
            )
        return self.tr(
            "A journal was here, and its file is not at its place: it may have been moved, renamed or deleted. Backups "
            "or older copies of it still lie there, untouched."
        )

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self._on_restore)
        self.anew_button.clicked.connect(self.begin_anew)
        self.again_button.clicked.connect(self._on_again)
        self.choose_button.clicked.connect(self._on_choose)

    def choose(self, path: Path) -> None:
        """Open this file next."""
        self.chosen = path
        self.accept()

    def begin_anew(self) -> None:
        """Asked once more, then an empty journal takes the place."""
        if not self._is_asked:
            self._is_asked = True
            self.anew_words.setText(
                self.tr("The new journal begins with nothing in it. The old file and all its backups stay. Begin it?")
            )
            self.anew_button.setText(self.tr("Yes, begin with nothing"))
            self._fit()
            return
        try:
            self._mending.replace(self._begin)
        except JournalError as error:
            self.fault.tell(error_text(error))
            return
        self.choose(self._journal)

    def _begin(self) -> Restored | None:
        self._mending.keeping.begin_anew(self._mending.now)
        return None

    def _show_newest(self, backup: object) -> None:
        if isinstance(backup, DayBackup) and self._needs_key:
            text = self.tr("{moment}: opens with its passphrase").format(moment=moment_text(backup, self._today))
            self.newest.setText(text)
        elif isinstance(backup, DayBackup):
            self.newest.setText(backup_line(backup, self._today))
        else:
            self.newest.setText(
                self.tr("None lies in the folder of the backups; an older copy, or one elsewhere, may.")
            )
        self._fit()

    def _on_restore(self) -> None:
        """What opens the backups is asked first, where they are encrypted."""
        if not self._needs_key:
            self._restore()
            return
        from journal.ui.locking.unlock import UnlockDialog  # late: most journals have no passphrase

        dialog = UnlockDialog(self._journal, self, is_damaged=True)
        dialog.finished.connect(self._on_unlocked)
        dialog.open()

    def _on_unlocked(self) -> None:
        key = getattr(self.sender(), "key", None)
        if key is not None:
            self._needs_key = False
            self._mending = of_file(self._journal, key)
            self._restore()

    def _restore(self) -> None:
        from journal.ui.backups.restore_dialog import RestoreDialog  # late: a second step

        dialog = RestoreDialog(self._mending, self._today, self, newest=True)
        dialog.finished.connect(self._on_restore_closed)
        dialog.open()

    def _on_restore_closed(self) -> None:
        if getattr(self.sender(), "was_restored", False):
            self.choose(self._journal)

    def _on_again(self) -> None:
        self.choose(self._journal)

    def _on_choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a journal"), str(self._journal.parent))
        if name:
            self.choose(Path(name))


def _newest(keeping: Keeping, needs_key: bool, _steering: Steering) -> DayBackup | None:
    """The newest that opens; before the passphrase is given, the newest."""
    return next((each for each in keeping.backups() if needs_key or each.contents is not None), None)
