"""A page whose content scrolls and stands in the middle of wide windows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled(page: QWidget, content: QWidget, *, margin: int = 20) -> QScrollArea:
    """Fill a page with content that scrolls, centred."""
    ground = QWidget()
    middle = QHBoxLayout(ground)
    middle.setContentsMargins(28, margin, 28, margin)
    middle.addStretch(1)
    middle.addWidget(content, 1000)
    middle.addStretch(1)
    area = scroll_area(ground)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    return area


def scroll_area(content: QWidget) -> QScrollArea:
    """Content that scrolls when there is too little room, and is never a stop of the tab key itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
