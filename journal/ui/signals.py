"""SIGTERM and SIGINT end the window as its close button does."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class SignalWatch(QObject):
    """Turns a signal of the operating system into one of Qt.

    Python runs its handlers only between its own instructions; the byte that it writes on arrival wakes Qt's loop.

    Signals:
        end_requested (): the process was asked to end.
    """

    end_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.settimeout(0)
        self._wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, self._keep) for number in (signal.SIGTERM, signal.SIGINT)}
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def stop(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        for end in (self._reader, self._writer):
            end.close()

    def _keep(self, number: int, frame: FrameType | None) -> None:
        """The byte in the socket says it all; this only keeps Python from ending the process at once."""

    def _on_woken(self) -> None:
        numbers = self._reader.recv(64)
        if set(numbers) & {signal.SIGTERM, signal.SIGINT}:
            self.end_requested.emit()
