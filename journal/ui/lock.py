"""The lock's place in the window. What locks and unlocks is loaded only for a journal with a passphrase."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal.session import JournalSession
from journal.ui.settings import Settings

if TYPE_CHECKING:
    from journal.ui.locking.desktop import DesktopWatch
    from journal.ui.locking.guard import Guard
    from journal.ui.main_window import MainWindow


class Lock(QObject):
    """Locks one window.

    Signals:
        not_to_be_had (str): why nothing was locked, and how that is changed.
    """

    not_to_be_had = Signal(str)

    def __init__(self, window: "MainWindow", session: JournalSession, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._guard: Guard | None = None
        self._desktop: DesktopWatch | None = None
        session.taken_out.connect(self.watch)

    @property
    def guard(self) -> "Guard | None":
        """What watches over the window from when it is first asked for; None while the journal lies in the open."""
        if self._guard is None and self._session.key is not None:
            from journal.ui.locking.guard import Guard  # late: most journals have no passphrase

            self._guard = Guard(self._window, self._session, self._settings)
        return self._guard

    def watch(self) -> None:
        """From now on lock by itself, if there is a passphrase: after idle minutes, and when the computer sleeps."""
        if self.guard is not None and self._desktop is None:
            from journal.ui.locking.desktop import watch_desktop

            self._desktop = watch_desktop(self)
            self._desktop.leaving.connect(self.now)

    def now(self) -> None:
        """Lock at once. Without a passphrase there is no lock that pretends to be one."""
        if self.guard is not None:
            self.guard.lock()
        if self._session.key is None and not self._session.is_away:
            self.not_to_be_had.emit(
                self.tr("Nothing locks a journal without a passphrase. You can set one in Settings (Ctrl+,).")
            )
