"""Opens real windows on real files for the tests of the shell."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal.app import build
from journal.clock import GivenClock
from journal.passphrase import Key
from journal.ui.main_window import MainWindow
from journal.ui.settings import Settings
from journal.ui.theme import Theme, ThemeChoice

NOW = "2026-11-24T20:00+00:00"
WIDE = (1366, 768)


class Shell:
    """A window, its session and its journal; ``open_again`` reads the same file anew."""

    def __init__(self, qtbot, folder: Path, now: str = NOW, key: Key | None = None) -> None:
        self._qtbot = qtbot
        self._key = key
        self.journal = folder / "test.journal"
        self.settings_file = folder / "window.ini"
        self.clock = GivenClock(datetime.fromisoformat(now))
        self.theme = Theme(ThemeChoice.LIGHT)
        self.window = self.open()

    @property
    def session(self):
        return self.window.session

    def open(self) -> MainWindow:
        self.theme.apply(QApplication.instance())
        settings = Settings(self.settings_file)
        window = build(self.journal, clock=self.clock, settings=settings, theme=self.theme, key=self._key)
        self._qtbot.addWidget(window)
        window.resize(*WIDE)
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    def open_again(self) -> MainWindow:
        self.window.close()
        self.window = self.open()
        return self.window

    def lose_journal(self) -> bytes:
        """Put a folder where the journal was, so that nothing can be saved; what was in the file."""
        self.session.close()
        kept = self.journal.read_bytes()
        self.journal.unlink()
        self.journal.mkdir()
        return kept

    def bring_back(self, kept: bytes) -> None:
        self.session.close()
        self.journal.rmdir()
        self.journal.write_bytes(kept)
