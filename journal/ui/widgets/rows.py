"""Named fields one under the other, the names in one column; and words no wider than one reads well."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from journal.ui.widgets.labels import Words


def named_rows(rows: Iterable[tuple[str, QWidget]]) -> QGridLayout:
    """A grid of names and fields; the fields take the room."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for index, (name, field) in enumerate(rows):
        words = Words(name, wrap=False)
        words.setBuddy(field)
        is_tall = isinstance(field, QPlainTextEdit)
        grid.addWidget(words, index, 0, Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter)
        if field.minimumWidth() == field.maximumWidth():
            grid.addWidget(field, index, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(field, index, 1)
    return grid


def narrow_words(words: QLabel, width: int) -> QHBoxLayout:
    """Words that wrap at a width, with the height that they need there: a column alone would reckon with its own."""
    words.setMaximumWidth(width)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words, 1000)
    row.addStretch(1)
    return row
