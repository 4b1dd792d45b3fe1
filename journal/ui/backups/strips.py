"""The quiet lines about the file: a backup that could not be made, and damage, with what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, IconButton
from journal.ui.widgets.labels import Words


class FileStrip(QFrame):
    """One sentence with one thing to do.

    Signals:
        act_requested (): the person wants it done.
    """

    act_requested = Signal()

    def __init__(
        self, text: str, act: str, theme: Theme, parent: QWidget | None = None, *, is_urgent: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip-call" if is_urgent else "strip")
        self.setAccessibleName(text)
        self.text = text
        self.act_button = Button(act, "danger" if is_urgent else "plain")
        self.close_button = IconButton("close", self.tr("Hide this line"), theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Words(text, "call" if is_urgent else "text"), 1)
        row.addWidget(self.act_button)
        row.addWidget(self.close_button)
        self.act_button.clicked.connect(self.act_requested)
        self.close_button.clicked.connect(self.hide)
