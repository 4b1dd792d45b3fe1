"""One window per journal: a lock says who is first, a local socket lets a second start raise the first's window.

QtNetwork is imported only when it is needed: by a second start, and by the first after its window is shown. The socket
is a local one (a file or a pipe of this user); nothing leaves the machine.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

from journal.whole_file import real_path

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

logger = logging.getLogger(__name__)

ATTEMPTS = 12
WAIT_MS = 250
RAISE = b"raise\n"


class SingleInstance(QObject):
    """This process's claim on one journal file.

    Signals:
        raise_requested (): the program was started again on the same journal.
    """

    raise_requested = Signal()

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Short: with the folder for temporary files before it, a local socket's path has about 100 characters.
        self._name = f"journal-{_hash(str(real_path(journal)))[:16]}"
        self._lock = QLockFile(QDir(QDir.tempPath()).filePath(f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only a dead process makes a lock stale
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """True when this process is the first; False after the first was asked to raise its window.

        A first that was killed, or that neither answers nor ends, does not block.
        """
        if self._lock.tryLock(0):
            return True
        for _ in range(ATTEMPTS):
            if self._raise_first():
                return False
            if self._lock.tryLock(WAIT_MS):
                return True
        logger.warning("another process holds the lock and does not answer")
        return True

    def listen(self) -> None:
        """From now on answer a second start."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # what a killed process left behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        if not self._server.listen(self._name):
            logger.warning("no second start can be answered")

    def release(self) -> None:
        """Give the claim up."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _raise_first(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(RAISE)
        socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return True

    def _on_connected(self) -> None:
        if self._server is None:
            return
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            self.raise_requested.emit()


def _hash(text: str) -> str:
    """SHA-256 in hex. By Qt, which is loaded already: Python's own brings in a library at every start."""
    hashed = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(hashed.toHex().data()).decode()
