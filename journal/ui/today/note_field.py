"""The note of a day: saved when typing rests, when the focus leaves, when the page goes. Typed text is never lost."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

REST_MS = 600
LINES = 2


class NoteField(QPlainTextEdit):
    """A small text field. What is typed belongs to the day it was typed on, whatever is shown later."""

    note_given = Signal(object, str)
    """The day and its note, the empty text to take it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._saved = ""
        self._is_showing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.flush)
        self.setPlaceholderText(self.tr("Note, if you like"))
        self.setAccessibleName(self.tr("Note"))
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_typed(self) -> bool:
        """Whether there is text that nobody has taken yet."""
        return self.toPlainText().strip() != self._saved.strip()

    def show_note(self, day: date, note: str) -> None:
        """Show a day's note. Text being typed for the same day stays."""
        stays = day == self._day and (self.is_typed or self.toPlainText().strip() == note.strip())
        self._day, self._saved = day, note
        if stays:
            return
        self._rest.stop()
        self._is_showing = True
        self.setPlainText(note)
        self._is_showing = False
        if note:
            self._go_to_end()

    def _go_to_end(self) -> None:
        from PySide6.QtGui import QTextCursor  # late: most days are opened without a note

        self.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        """Hand over what was typed, now."""
        self._rest.stop()
        if self._day is not None and self.is_typed:
            text = self.toPlainText().strip()
            self._saved = text
            self.note_given.emit(self._day, text)

    def fit_lines(self) -> None:
        """As high as two lines of the present font."""
        margins = self.contentsMargins()
        height = QFontMetrics(self.font()).lineSpacing() * LINES + margins.top() + margins.bottom() + 20
        self.setFixedHeight(max(height, 64))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self._rest.start()
