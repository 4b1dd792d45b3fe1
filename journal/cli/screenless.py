"""Qt without a screen, for the commands that paint: the summary and the pictures of the example journal."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from journal.language import install_language


def application() -> QCoreApplication:
    """The application that painting needs; the caller holds it as long as it paints."""
    there = QCoreApplication.instance()
    if there is not None:
        return there
    made = QGuiApplication(["recovery-journal"])
    install_language(made)
    return made
