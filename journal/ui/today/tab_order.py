"""The order of the Tab key follows the order of the layouts, also for what is built later. Nothing more."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def focusable(root: QWidget) -> Iterator[QWidget]:
    """The widgets below ``root`` that Tab reaches, as they stand in its layouts."""
    layout = root.layout()
    if layout is None:
        for child in root.children():
            if isinstance(child, QWidget):
                yield from _with_own(child)
        return
    yield from _in_layout(layout)


def set_tab_order(widgets: Sequence[QWidget]) -> None:
    """Have Tab go from each to the next."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield from _with_own(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _with_own(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    yield from focusable(widget)
