"""Starts the program as a user does; prints ``painted`` after the first paint of the Today page and leaves."""

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class FirstPaint(QObject):
    """Watches the application for the Today page's first paint."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == "TodayPage":
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self.report)
        return False

    def report(self) -> None:
        print("painted", flush=True)
        os._exit(0)


class WatchedApplication(QApplication):
    """The application with the watcher in it from its first event."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._watcher = FirstPaint()
        self.installEventFilter(self._watcher)


if __name__ == "__main__":
    import PySide6.QtWidgets

    PySide6.QtWidgets.QApplication = WatchedApplication
    from journal.__main__ import main

    sys.exit(main(sys.argv[1:]))
