"""The yardstick of start-up: an empty PySide6 window; prints ``painted`` after its first paint and leaves."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class EmptyWindow(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, report)


def report() -> None:
    print("painted", flush=True)
    QApplication.exit(0)


application = QApplication(sys.argv)
window = EmptyWindow()
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
