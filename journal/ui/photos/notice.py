"""The line at the foot of the photos page: how far an intake is, what was not added, what can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from journal.ui.widgets.labels import Words


class Notice(QFrame):
    """Says one thing at a time, with at most one thing to do. Hidden when there is nothing to say.

    Signals:
        acted (): the button was pressed; what was given as its act was done.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._act: Callable[[], object] | None = None
        self._text = Words()  # plain: names of files are told here, whatever they hold
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._button = QPushButton()
        self._close = QPushButton(self.tr("Close"))
        self._close.setProperty("kind", "plain")
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(16)
        layout.addLayout(column, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)
        self._button.clicked.connect(self.acted)
        self.acted.connect(self._run)
        self._close.clicked.connect(self.hide)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_progress(self, text: str, done: int, total: int, cancel: str, act: Callable[[], object]) -> None:
        """How far the work is, with a way to stop it."""
        self._say(text, cancel, act)
        self._close.hide()
        self._bar.show()
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_message(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """A plain message, with something to do about it where there is."""
        self._say(text, action, act)
        self._bar.hide()
        self._close.show()

    def _run(self) -> None:
        act = self._act
        if self._bar.isHidden():
            self.hide()
        if act is not None:
            act()

    def _say(self, text: str, action: str, act: Callable[[], object] | None) -> None:
        self._act = act
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._button.setProperty("kind", "plain")
        self.setAccessibleName(text)
        self.show()
