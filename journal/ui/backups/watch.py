"""What the keeper of the backups found, told in the window."""

from functools import partial

from PySide6.QtCore import QObject

from journal.domain.backup import Fault
from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.ui.backups.keeper import BackupKeeper
from journal.ui.backups.mending import of_session
from journal.ui.backups.strips import FileStrip
from journal.ui.main_window import MainWindow
from journal.ui.theme import Theme


class BackupWatch(QObject):
    """The keeper of one window's journal, and its lines at the window's top."""

    def __init__(self, window: MainWindow, theme: Theme, *, empties_bin: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.keeper = BackupKeeper(window.session, self, empties_bin=empties_bin)
        self.keeper.damaged.connect(self._tell_damage)
        self.keeper.not_backed_up.connect(self._tell_missing)
        self.strip: FileStrip | None = None

    def start(self) -> None:
        """Begin."""
        self.keeper.start()

    def _tell_damage(self, faults: tuple[Fault, ...]) -> None:
        self._window.session.hold_still()
        text = self.tr("A part of the journal's file is damaged. Nothing more is written into it.")
        strip = self._show(FileStrip(text, self.tr("What can be done …"), self._theme, is_urgent=True))
        strip.act_requested.connect(partial(_open_damage, self._window, faults, strip))

    def _tell_missing(self, error: JournalError) -> None:
        text = self.tr("The backup could not be made. {reason}").format(reason=error_text(error))
        strip = self._show(FileStrip(text, self.tr("Settings"), self._theme))
        strip.act_requested.connect(self._window.open_settings)

    def _show(self, strip: FileStrip) -> FileStrip:
        self.strip = strip
        self._window.add_strip(strip)
        return strip


def _open_damage(window: MainWindow, faults: tuple[Fault, ...], strip: FileStrip) -> None:
    from journal.ui.backups.damage_dialog import DamageDialog  # late: rarely wanted

    dialog = DamageDialog(of_session(window.session), faults, window.session.today(), window)
    dialog.finished.connect(partial(_close_damage, dialog, strip))
    dialog.open()


def _close_damage(dialog: "QObject", strip: FileStrip, _result: int = 0) -> None:
    if getattr(dialog, "was_mended", False):
        strip.hide()
