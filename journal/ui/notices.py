"""The quiet lines of the window: what could not be saved, what was removed, and that an example is no one's data.

What is seldom seen is filled when it first has something to say: a start shows none of it.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, IconButton, LinkButton
from journal.ui.widgets.labels import Words

TOAST_MS = 9_000


class DemoStrip(QFrame):
    """Says that what is shown is an example."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 28, 8)
        text = self.tr("Example journal: not your data. It is removed when you close the window.")
        row.addWidget(Words(text))


class FailedBanner(QFrame):
    """Says that a change was not saved, and why.

    Signals:
        again_requested (): the person wants it tried again.
    """

    again_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "strip-call")
        self._theme = theme
        self.hide()

    def _fill(self) -> None:
        self._words = Words("", "call")
        self._again = Button(self.tr("Try again"), "danger")
        self._again.setAccessibleName(self.tr("Try to save again"))
        close = IconButton("close", self.tr("Hide this line"), self._theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)
        row.addWidget(close)
        self._again.clicked.connect(self.again_requested)
        close.clicked.connect(self.hide)

    @property
    def text(self) -> str:
        """What it says."""
        return self.accessibleName()

    def tell(self, reason: str) -> None:
        """Show the reason."""
        if self.layout() is None:
            self._fill()
        text = self.tr("Not saved: {reason} What you typed is still here.").format(reason=_as_sentence(reason))
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()


class Toast(QFrame):
    """What was just done, with the way back, for a few seconds.

    Signals:
        acted (): the person pressed its button.
    """

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "toast")
        self._theme = theme
        self.hide()

    def _fill(self) -> None:
        self._words = Words("", wrap=False)
        self._act = LinkButton("")
        close = IconButton("close", self.tr("Hide this line"), self._theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 4, 4)
        row.setSpacing(8)
        for widget in (self._words, self._act, close):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self._act.clicked.connect(self.acted)
        close.clicked.connect(self.hide)

    @property
    def text(self) -> str:
        """What it says."""
        return self.accessibleName()

    @property
    def button(self) -> LinkButton:
        """The way back."""
        return self._act

    def tell(self, text: str, action: str = "") -> None:
        """Show it for a while, with a button if there is something to do."""
        if self.layout() is None:
            self._fill()
        self._words.setText(text)
        self._act.setText(action)
        self._act.setAccessibleName(action)
        self._act.setVisible(bool(action))
        self.setAccessibleName(text)
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()


def _as_sentence(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."
