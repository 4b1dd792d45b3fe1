"""The strip of eleven cells on which a rating is given: its keys, its geometry and its words for a screen reader.

It shows what it is told and says what was wished. It never starts anywhere, never copies yesterday and never keeps a
rating by itself. How it is painted lives in ``rating_paint``.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.ratings import HIGHEST, LOWEST, Band, band_of
from journal.ui.theme import Theme
from journal.ui.widgets.rating_paint import StripGeometry, StripLook, paint_strip

DIGITS = "0123456789"
GEOMETRIES_KEPT = 16
"""Widths of which the cells are kept: a window being resized goes through hundreds."""
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
SETTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
TAKERS = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class RatingStrip(QWidget):
    """Eleven cells, 0 to 10. Digits set at once, ``1`` then ``0`` is ten, arrows move a cursor, Delete takes away."""

    rating_chosen = Signal(int)
    taken_back = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = theme
        self._rating: int | None = None
        self._cursor: int | None = None
        self._hovered: int | None = None
        self._one_was_typed = False
        self._marker: int | None = None
        self._marker_word = ""
        self._band_words: dict[Band, str] = {}
        self._geometries: dict[tuple[int, bool], StripGeometry] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._on_theme_changed)
        self._say_value()

    @property
    def rating(self) -> int | None:
        """The rating shown; None when none was given."""
        return self._rating

    @property
    def cursor_cell(self) -> int | None:
        """Where the arrow keys stand; None until one was pressed."""
        return self._cursor

    @property
    def marker(self) -> int | None:
        """The value marked as yesterday's; never a rating of this day."""
        return self._marker

    def set_name(self, name: str) -> None:
        """What is rated, for a screen reader."""
        if name != self._name:
            self._name = name
            self._say_value()

    def set_rating(self, rating: int | None) -> None:
        """Show a rating, or none."""
        if rating != self._rating:
            self._rating = rating
            self._cursor = None
            self._say_value()
            self.update()

    def set_marker(self, value: int | None, word: str) -> None:
        """Mark a cell as the day before's, with its word."""
        if (value, word) != (self._marker, self._marker_word):
            self._marker, self._marker_word = value, word
            self._say_value()
            self.updateGeometry()
            self.update()

    def set_band_words(self, words: dict[Band, str]) -> None:
        """The words under the numbers."""
        if words != self._band_words:
            self._band_words = dict(words)
            self._say_value()
            self.update()

    def announce(self, sentence: str) -> None:
        """Have a screen reader say the answer."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # late: nothing is said before an answer

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def cell_rect(self, value: int) -> QRect:
        """Where the cell of a value lies, in the widget."""
        return self._geometry().cells[value].toRect()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._geometry(width).height

    def sizeHint(self) -> QSize:
        return QSize(640, self._geometry(640).height)

    def minimumSizeHint(self) -> QSize:
        width = StripGeometry.smallest_width(self._theme)
        return QSize(width, self._geometry(max(self.width(), width)).height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ten_is_open, self._one_was_typed = self._one_was_typed, False
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        if held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif event.text() and event.text() in DIGITS:
            self._on_digit(int(event.text()), ten_is_open=ten_is_open, repeated=event.isAutoRepeat())
        elif key in STEPS:
            self._move_cursor(STEPS[key])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._place_cursor(LOWEST if key == Qt.Key.Key_Home else HIGHEST)
        elif key in SETTERS and self._cursor is not None:
            self.rating_chosen.emit(self._cursor)
        elif key in TAKERS:
            self._take_back()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        value = self._cell_at(event.position().toPoint())
        self._one_was_typed = False
        if event.button() == Qt.MouseButton.LeftButton and value is not None:
            self._cursor = None
            self.rating_chosen.emit(value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._one_was_typed = False
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._one_was_typed = False
        self._cursor = None
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = StripLook(
            rating=self._rating,
            cursor=self._cursor,
            hovered=self._hovered,
            marker=self._marker,
            marker_word=self._marker_word,
            band_words=self._band_words,
            has_focus=self.hasFocus(),
        )
        paint_strip(QPainter(self), self._geometry(), look, self._theme)

    def _geometry(self, width: int | None = None) -> StripGeometry:
        key = (width or self.width(), self._marker is not None)
        if key not in self._geometries:  # Qt asks many times for one arrangement
            if len(self._geometries) >= GEOMETRIES_KEPT:
                self._geometries.clear()
            self._geometries[key] = StripGeometry.fitting(key[0], self._theme, has_marker=key[1])
        return self._geometries[key]

    def _cell_at(self, point: QPoint) -> int | None:
        for value, cell in enumerate(self._geometry().cells):
            if cell.contains(point):
                return value
        return None

    def _hover(self, value: int | None) -> None:
        if value != self._hovered:
            self._hovered = value
            self.update()

    def _on_digit(self, digit: int, *, ten_is_open: bool, repeated: bool) -> None:
        if repeated:
            return
        self._cursor = None
        self._one_was_typed = digit == 1
        self.rating_chosen.emit(HIGHEST if ten_is_open and digit == 0 else digit)

    def _move_cursor(self, step: int) -> None:
        start = self._rating if self._cursor is None else self._cursor
        if start is None:
            start = LOWEST - 1 if step > 0 else HIGHEST + 1
        self._place_cursor(min(max(start + step, LOWEST), HIGHEST))

    def _place_cursor(self, value: int) -> None:
        self._cursor = value
        self.announce(self._in_words(value))
        self.update()

    def _take_back(self) -> None:
        if self._rating is not None:
            self.taken_back.emit()

    def _in_words(self, value: int) -> str:
        word = self._band_words.get(band_of(value), "")
        return self.tr("{value} of 10, {word}").format(value=value, word=word)

    def _say_value(self) -> None:
        if self._rating is None:
            name = self.tr("{what}, not answered").format(what=self._name)
        else:
            name = self.tr("{what}, {answer}").format(what=self._name, answer=self._in_words(self._rating))
        self.setAccessibleName(name)
        parts = [self.tr("Type a digit, 1 then 0 for ten. Delete takes the answer away.")]
        if self._marker is not None:
            marked = self.tr("{word}: {value}")
            parts.insert(0, marked.format(word=self._marker_word, value=self._marker))
        self.setAccessibleDescription(" ".join(parts))

    def _on_theme_changed(self) -> None:
        self._geometries.clear()
        self.updateGeometry()
        self.update()
