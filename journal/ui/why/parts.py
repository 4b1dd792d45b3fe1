"""What both dialogs are made of: their frame, the scrolling reading part, the small table of values."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from journal.finding_words import ValueRow
from journal.ui.theme import Theme
from journal.ui.widgets.labels import Heading, Words
from journal.ui.widgets.scrolled import scroll_area
from journal.words import long_day

WIDTH = 640
HEIGHT = 680
SCREEN_SHARE = 0.9


def set_up(dialog: QDialog, theme: Theme) -> QVBoxLayout:
    """Give a dialog its title (which says nothing), its size by the text's, and the column that it is filled into."""
    dialog.setWindowTitle("Recovery Journal")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    room = dialog.screen().availableGeometry()
    scale = theme.text_scale
    dialog.resize(
        min(round(WIDTH * scale), round(room.width() * SCREEN_SHARE)),
        min(round(HEIGHT * scale), round(room.height() * SCREEN_SHARE)),
    )
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    return column


def head_line(title: str, day: date) -> QHBoxLayout:
    """The title and the day that it is about."""
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(Heading(title, "title"))
    row.addWidget(
        Words(long_day(day), "second", wrap=False), 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    )
    return row


def reading_area(content: QWidget, name: str, text: str) -> QScrollArea:
    """Content that is read by arrow and page keys; a screen reader hears ``text``, the whole of it."""
    area = scroll_area(content)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setAccessibleDescription(text)
    return area


class ValueTable(QWidget):
    """Values day by day, a row each."""

    def __init__(self, rows: Sequence[ValueRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        heads = (self.tr("Day"), self.tr("What"), self.tr("Rating"), self.tr("Usual range up to"))
        for column, head in enumerate(heads):
            grid.addWidget(Words(head, "small", wrap=False), 0, column)
        for line, row in enumerate(rows, start=1):
            for column, text in enumerate((row.day, row.what, row.value, row.usual)):
                grid.addWidget(Words(text, wrap=False), line, column)
        grid.setColumnStretch(len(heads) - 1, 1)


def add_all(layout: QLayout, texts: Sequence[str], role: str = "text") -> None:
    """Each text as a paragraph."""
    for text in texts:
        layout.addWidget(Words(text, role))
