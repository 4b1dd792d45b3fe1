"""The window's composition root: log, crash hook, one instance, look, journal, session, window.

``build`` gives the window without running it, for tests; ``run`` is the program.
"""

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from journal import changes
from journal.clock import Clock
from journal.crash import install_crash_hook, remove_crash_hook
from journal.domain.errors import JournalError, JournalUnavailable, Trouble
from journal.holding import Hold, Holder
from journal.language import install_language, spoken_language
from journal.logs import log_folder, start_log, stop_log
from journal.session import JournalSession
from journal.ui.crash_teller import CrashTeller
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.single_instance import SingleInstance
from journal.ui.theme import Theme

if TYPE_CHECKING:
    from journal.passphrase import Key
    from journal.ui.backups.watch import BackupWatch
    from journal.ui.signals import SignalWatch

logger = logging.getLogger(__name__)

NAME = "recovery-journal"
SETTINGS_FILE = "window.ini"
FUSION = ("-style", "fusion")
"""Named here and not by ``setStyle``: that makes Python's side of every style class, which takes long."""
PAINTED_MS = 300
"""After showing the window: its first page is painted by then, and what can wait begins."""


def settings_file() -> Path:
    """Where the window's settings lie."""
    from platformdirs import user_config_path  # late: tests give a file of their own

    return user_config_path(NAME, appauthor=False) / SETTINGS_FILE


def build(
    journal: Path, *, clock: Clock, settings: Settings, theme: Theme, demo: bool = False, key: "Key | None" = None
) -> MainWindow:
    """Open the journal (a new one if there is none) and make its window, not shown. Raises ``JournalError``."""
    makes_folder = journal == changes.default_journal()
    store, record = changes.open_journal(
        journal, create=True, makes_folder=makes_folder, late_photos=True, language=spoken_language(), key=key
    )
    session = JournalSession(store, record, clock)
    window = MainWindow(session, theme, settings, journal)
    session.setParent(window)
    if demo:
        window.mark_as_demo()
    return window


def run(journal: Path, *, demo: bool, clock: Clock) -> int:
    """Show the window until it is closed; the exit status."""
    application = make_application()
    handler = start_log(log_folder())
    try:
        if not demo:
            return Program(application, clock).run(journal)
        # Late: pictures are drawn and taken in there.
        from tempfile import TemporaryDirectory

        from journal.demo import demo_journal

        with TemporaryDirectory(prefix="recovery-journal-") as folder:
            return Program(application, clock, demo=True).run(demo_journal(Path(folder), clock.now()))
    finally:
        stop_log(handler)


def make_application() -> QApplication:
    """Qt's application with our names; the one that exists if there is one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([NAME, *FUSION])
    application.setApplicationName(NAME)
    application.setApplicationDisplayName("Recovery Journal")
    application.setDesktopFileName(NAME)
    install_language(application)
    return application


class Program(QObject):
    """One run: holds what must live as long as the window."""

    def __init__(self, application: QApplication, clock: Clock, *, demo: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self._clock = clock
        self._demo = demo
        self._signals: SignalWatch | None = None
        self._crashes = CrashTeller(self)
        self._settings = Settings(settings_file(), self)
        self._theme = Theme(self._settings.theme, self._settings.text_scale, self)
        self._instance: SingleInstance | None = None
        self._hold: Hold | None = None
        self._key: Key | None = None
        self._window: MainWindow | None = None
        self._backups: BackupWatch | None = None
        if demo:
            self._watch_signals()  # the example's folder is to go, whenever the end comes

    def run(self, journal: Path) -> int:
        """Open and show, then wait for the end."""
        install_crash_hook(self._crashes.tell, qVersion())
        try:
            self._theme.apply(self._application)
            if not self._open(journal):
                return 0
            QTimer.singleShot(PAINTED_MS, self._on_shown)
            return self._application.exec()
        finally:
            self._end()

    def _open(self, journal: Path) -> bool:
        """The window on this journal, or on another one that the person chose. False when there is none to show."""
        chosen: Path | None = journal
        while chosen is not None:
            if not self._claim(chosen):
                return False
            try:
                self._window = self._build(chosen)
            except JournalError as error:
                logger.warning("the journal could not be opened: %s", type(error).__name__)
                self._release()
                chosen = self._ask(error, chosen)
            else:
                if self._window is not None:
                    self._window.show()
                return self._window is not None
        return False

    def _build(self, journal: Path) -> MainWindow | None:
        """The window; None when the passphrase was asked for and the person went away."""
        self._key = None
        self._hold = Hold(journal, Holder.WINDOW)
        if not self._hold.take() and self._hold.other() is Holder.COMMAND:
            raise JournalUnavailable(Trouble.LOCKED)
        try:
            return self._made(journal, None)
        except JournalUnavailable as error:
            if error.trouble is not Trouble.NO_PASSPHRASE:
                raise
        self._key = self._ask_key(journal)
        if self._key is None:
            return None
        window = self._made(journal, self._key)
        self._key = None  # the store has it, and lets go of it when the window is locked
        return window

    def _made(self, journal: Path, key: "Key | None") -> MainWindow:
        window = build(journal, clock=self._clock, settings=self._settings, theme=self._theme, demo=self._demo, key=key)
        window.session.record_changed.connect(self._on_record_changed)
        return window

    def _ask_key(self, journal: Path) -> "Key | None":
        """What opens the journal; None when the person went away. Raises ``JournalError`` when nothing can."""
        from journal.ui.locking.unlock import UnlockDialog  # late: most journals have no passphrase

        dialog = UnlockDialog(journal)
        self._watch_signals().end_requested.connect(dialog.reject)
        if self._instance is not None:
            self._instance.listen()
            self._instance.raise_requested.connect(dialog.come_forward)
        dialog.exec()
        if dialog.error is not None:
            self._key = dialog.key  # of a damaged file: for its backups and the salvage
            raise dialog.error
        return dialog.key

    def _on_record_changed(self) -> None:
        if self._hold is not None:
            self._hold.take()  # of a new journal whose folder was made by its first change

    def _ask(self, error: JournalError, journal: Path) -> Path | None:
        # Late: most journals open.
        from journal.ui.backups.emptied_dialog import EmptiedDialog
        from journal.ui.dialogs import UnopenableDialog

        is_emptied = isinstance(error, JournalUnavailable) and error.trouble is Trouble.EMPTIED
        dialog = EmptiedDialog(journal) if is_emptied else UnopenableDialog(error, journal, self._key)
        self._watch_signals().end_requested.connect(dialog.reject)
        dialog.exec()
        return dialog.chosen

    def _claim(self, journal: Path) -> bool:
        self._instance = SingleInstance(journal, self)
        return self._instance.claim()

    def _release(self) -> None:
        if self._hold is not None:
            self._hold.release()
            self._hold = None
        if self._instance is not None:
            self._instance.release()
            self._instance = None

    def _on_shown(self) -> None:
        """What can wait until the first page is painted; until then a signal simply ends the program."""
        gc.enable()
        if self._instance is not None and self._window is not None:
            self._watch_signals()
            self._instance.raise_requested.connect(self._window.come_forward)
            self._instance.listen()
            if not self._demo:
                self._window.tell_place()
                self._watch_backups(self._window)
            self._window.lock.watch()

    def _watch_backups(self, window: MainWindow) -> None:
        from journal.ui.backups.watch import BackupWatch  # late: the first page does without

        self._backups = BackupWatch(window, self._theme, empties_bin=not self._clock.is_given)
        self._backups.start()

    def _watch_signals(self) -> "SignalWatch":
        if self._signals is None:
            from journal.ui.signals import SignalWatch  # late: it brings in the network

            self._signals = SignalWatch(self)
            self._signals.end_requested.connect(self._on_end_requested)
        return self._signals

    def _on_end_requested(self) -> None:
        self._application.closeAllWindows()
        self._application.exit(0)

    def _end(self) -> None:
        if self._backups is not None:
            self._backups.keeper.finish()
        remove_crash_hook()
        self._release()
        if self._signals is not None:
            self._signals.stop()
