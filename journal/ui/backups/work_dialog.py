"""The frame of a dialog that works on files: its words scroll, its buttons stay, it never closes in the middle."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.ui.backups.job import Job
from journal.ui.tasks import Work
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.fitting import fit_height
from journal.ui.widgets.labels import FaultLine, Heading, Words
from journal.ui.widgets.scrolled import scroll_area

SIDE = 24
BESIDE_BAR = 8
"""Between the words and the bar that scrolls them; the frame is so much narrower on that side."""


class WorkDialog(QDialog):
    """Put widgets into ``column`` and buttons into ``foot``, then call ``_finish``.

    What is told, ``said``, comes last, unless it was put somewhere else. ``closing`` is the button that closes without
    doing anything; a plain "Close" when none is given.
    """

    def __init__(self, title: str, width: int, parent: QWidget | None = None, closing: Button | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._must_end = False
        self._job = Job(self)
        self.said = Words()
        self.fault = FaultLine()
        self.close_button = closing or Button(QCoreApplication.translate("backups", "Close"))
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self.column.setSpacing(12)
        self.column.addWidget(Heading(title, "title"))
        self.area = scroll_area(content)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self._build_frame()
        self.close_button.clicked.connect(self.reject)
        self._job.failed.connect(self._on_failed)
        self._job.busy_changed.connect(self._show_busy)

    def _build_frame(self) -> None:
        self.setWindowTitle("Recovery Journal")
        self.setMinimumWidth(self._width)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE, 20, SIDE - BESIDE_BAR, 20)
        whole.setSpacing(12)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.fault)
        whole.addLayout(self.foot)
        self.resize(self._width, 1)  # else it begins as high as Qt makes any window, and is never made lower

    def _finish(self, *buttons: Button) -> None:
        """Close the frame: what is told below the words, the buttons at the right of the foot."""
        if self.said.parentWidget() is None:
            self.column.addWidget(self.said)
        self.column.addStretch(1)
        self.said.hide()
        self.foot.addStretch(1)
        for button in (self.close_button, *buttons):
            self.foot.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def done(self, result: int) -> None:
        """Close, but not in the middle of what must end; what was only looked at is let go."""
        if not self._must_end:
            self._job.stop()
            super().done(result)

    def _look(self, work: Work, done: Callable[[object], None]) -> None:
        """Read something; the latest wish counts, and the dialog may close meanwhile."""
        if not self._must_end:
            self.fault.tell("")
            self._job.begin_instead(work, done)

    def _work(self, work: Work, done: Callable[[object], None], said: str) -> None:
        """Do what has to end before the dialog closes, and say so meanwhile."""
        if not self._job.is_busy:
            self._must_end = True
            self.fault.tell("")
            self._say(said)
            self._job.begin_instead(work, done)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """As wide as the text size asks for, never so narrow that the words scroll sideways."""
        fit_height(self, self._width, self.area)

    def _show_busy(self) -> None:
        """Buttons by what is under way; more of them in the dialogs themselves."""
        self._must_end = self._must_end and self._job.is_busy
        self.close_button.setEnabled(not self._must_end)

    def _on_failed(self, error: object) -> None:
        self.said.hide()
        if isinstance(error, JournalError):
            self.fault.tell(error_text(error))
        self._fit()
