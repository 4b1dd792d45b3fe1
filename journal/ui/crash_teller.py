"""Brings a bug of any thread to the window's thread and shows it. How the crash window looks is not here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from journal.ui.dialogs import CrashWindow


class CrashTeller(QObject):
    """Shows a crash window for a bug of any thread; while one is open, further ones only go to the log."""

    _told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: CrashWindow | None = None
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def window(self) -> "CrashWindow | None":
        """The crash window that is open."""
        return self._window

    def tell(self, report: str) -> None:
        """Called from any thread."""
        self._told.emit(report)

    def _show(self, report: str) -> None:
        if self._window is None:
            from journal.ui.dialogs import CrashWindow  # late: needed for a bug alone

            self._window = CrashWindow(report)
            self._window.finished.connect(self._on_finished)
            self._window.show()

    def _on_finished(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
