"""Named fields one under the other: the names in one column, each in the middle of its field's height."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

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
