"""The navigation at the left: the pages, settings, undo and redo, and the way out when something is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, IconButton, show_drawing
from journal.ui.widgets.labels import Words, set_look

WIDTH = 200
NARROW_WIDTH = 64
MARGIN = 8
PAGES = ("today", "calendar", "curve", "photos", "treatments", "visit")


class PageButton(Button):
    """The button of one page. Not in a button group: that would let the tab key reach the shown page alone.

    Signals:
        chosen (str): the page's key.
    """

    chosen = Signal(str)

    def __init__(self, key: str, name: str, kind: str) -> None:
        super().__init__(name, kind)
        self._key = key
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._key)


class Navigation(QFrame):
    """One button a page, of which the shown one is down.

    Signals:
        page_requested (str): a page's key, or "wrong".
        settings_requested (), undo_requested (), redo_requested ().
    """

    page_requested = Signal(str)
    settings_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "nav")
        self._theme = theme
        self._is_narrow: bool | None = None
        """Not known until the window has its width: dressing costs a start, twice would cost it twice."""
        self._buttons: dict[str, PageButton] = {}
        self._build()
        self._connect()

    def page_name(self, key: str) -> str:
        """The name of a page as people read it."""
        return {
            "today": self.tr("Today"),
            "calendar": self.tr("Calendar"),
            "curve": self.tr("Curve"),
            "photos": self.tr("Photos"),
            "treatments": self.tr("Treatments"),
            "visit": self.tr("Visit"),
            "wrong": self.tr("Something is wrong"),
        }[key]

    def button(self, key: str) -> Button:
        """The button of a page."""
        return self._buttons[key]

    def show_page(self, key: str) -> None:
        """Press the button of the page that is shown."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def show_history(self, undo_text: str, redo_text: str) -> None:
        """Say what undo and redo would do; without one its button is off."""
        for button, text, nothing in (
            (self._undo, undo_text, self.tr("Nothing to undo")),
            (self._redo, redo_text, self.tr("Nothing to redo")),
        ):
            button.setEnabled(bool(text))
            button.setToolTip(text or nothing)
            button.setAccessibleName(text or nothing)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, or icons and words."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_narrow is None:
            self.set_narrow(narrow=False)
        super().showEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, MARGIN, 16)
        column.setSpacing(4)
        self._wordmark = Words(self.tr("Recovery Journal"), "wordmark", wrap=False)
        self._wordmark.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._wordmark)
        column.addSpacing(16)
        for number, key in enumerate(PAGES, start=1):
            button = self._make_button(key, f"Ctrl+{number}")
            column.addWidget(button)
        column.addStretch(1)
        column.addLayout(self._build_foot())
        column.addSpacing(8)
        column.addWidget(self._make_button("wrong", "F1", "alarm"))

    def _build_foot(self) -> QHBoxLayout:
        self._settings = Button(self.tr("Settings"), "nav")
        self._settings.setAccessibleName(self.tr("Settings"))
        self._undo = IconButton("undo", self.tr("Nothing to undo"), self._theme)
        self._redo = IconButton("redo", self.tr("Nothing to redo"), self._theme)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._settings, 1)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        return row

    def _make_button(self, key: str, shortcut: str, kind: str = "nav") -> PageButton:
        name = self.page_name(key)
        button = PageButton(key, name, kind)
        button.setToolTip(self.tr("{page} ({shortcut})").format(page=name, shortcut=shortcut))
        button.chosen.connect(self.page_requested)
        self._buttons[key] = button
        return button

    def _connect(self) -> None:
        self._settings.clicked.connect(self.settings_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        """Icons in the palette's colours, words or none, and the width that they need."""
        for key, button in self._buttons.items():
            self._dress_button(button, self.page_name(key))
            if key == "wrong":
                show_drawing(button, self._theme, "warning", "call", "call")
            else:
                show_drawing(button, self._theme, key, "second_ink", "accent")
        self._dress_button(self._settings, self.tr("Settings"))
        show_drawing(self._settings, self._theme, "settings")
        self._settings.setToolTip(self.tr("Settings"))
        for widget in (self._wordmark, self._undo, self._redo):
            widget.setVisible(not self._is_narrow)
        self._set_width()

    def _dress_button(self, button: Button, name: str) -> None:
        button.setText("" if self._is_narrow else name)
        set_look(button, "narrow", bool(self._is_narrow))

    def _set_width(self) -> None:
        if self._is_narrow:
            self.setFixedWidth(round(NARROW_WIDTH * max(1.0, self._theme.text_scale * 0.9)))
            return
        self.ensurePolished()
        wrong = self._buttons["wrong"]
        others = [button.sizeHint().width() for button in self._buttons.values() if button is not wrong]
        foot = sum(button.sizeHint().width() for button in (self._settings, self._undo, self._redo))
        needed = max(*others, foot, self._wordmark.sizeHint().width(), WIDTH - 2 * MARGIN)
        if wrong.sizeHint().width() > needed:
            wrong.setText(in_two_lines(wrong.text()))
        self.setFixedWidth(max(needed, wrong.sizeHint().width()) + 2 * MARGIN)


def in_two_lines(words: str) -> str:
    """Broken at the space nearest to its middle; one word stays whole."""
    spaces = [place for place, letter in enumerate(words) if letter == " "]
    if not spaces:
        return words
    middle = min(spaces, key=lambda place: abs(2 * place + 1 - len(words)))
    return f"{words[:middle]}\n{words[middle + 1 :]}"


def is_narrow_width(width: int, text_scale: float) -> bool:
    """Whether a window of this width has room for icons alone."""
    return width < 900 * (1 + (text_scale - 1) / 2)
