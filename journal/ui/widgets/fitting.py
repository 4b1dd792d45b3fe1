"""Dialogs as high as their words need at their width, and never higher than the screen."""

from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

SCREEN_SHARE = 0.9
QWIDGETSIZE_MAX = (1 << 24) - 1
TEXT_SIZE = 16
"""Pixels of the words at which widths of dialogs are meant."""


def text_width(widget: QWidget, width: int) -> int:
    """A width that is meant at plain text, at the size that the text has; never more than the screen has room for."""
    scaled = round(width * max(widget.font().pixelSize() / TEXT_SIZE, 1.0))
    return min(scaled, round(widget.screen().availableGeometry().width() * SCREEN_SHARE))


def fit_height(dialog: QDialog, width: int, area: QScrollArea | None = None) -> None:
    """Give a dialog with a layout the height that its wrapping words take at ``width``, or at its own if wider.

    ``width`` grows with the text. Where the screen has too little room, what is in ``area`` scrolls.
    """
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    wide = max(text_width(dialog, width), dialog.width(), layout.minimumSize().width())
    room = round(dialog.screen().availableGeometry().height() * SCREEN_SHARE)
    if area is not None:
        wide = max(wide, _least_width(dialog, area))
        _fit_area(area, wide, room)
        layout.activate()
    wanted = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    if area is not None:
        area.setMaximumHeight(QWIDGETSIZE_MAX)
    dialog.setMinimumHeight(min(wanted, room))
    dialog.resize(wide, min(max(wanted, dialog.height()), room))


def _least_width(dialog: QDialog, area: QScrollArea) -> int:
    """So wide that the words in ``area`` never scroll sideways, where the screen has room for that."""
    content, around = area.widget(), dialog.layout()
    inner = None if content is None else content.layout()
    if inner is None or around is None:
        return 0
    margins = around.contentsMargins()
    beside = margins.left() + margins.right() + area.verticalScrollBar().sizeHint().width()
    room = round(dialog.screen().availableGeometry().width() * SCREEN_SHARE)
    return min(inner.totalMinimumSize().width() + beside, room)


def _fit_area(area: QScrollArea, wide: int, room: int) -> None:
    content, around = area.widget(), area.window().layout()
    inner = None if content is None else content.layout()
    if content is None or inner is None or around is None:
        return
    _measure_anew(content)
    area.setMinimumHeight(0)
    area.setMaximumHeight(0)  # so that what is left is what stands around it, as high as it wraps
    around.activate()
    margins = around.contentsMargins()
    inside = wide - margins.left() - margins.right() - area.verticalScrollBar().sizeHint().width()
    outside = around.totalHeightForWidth(wide) if around.hasHeightForWidth() else around.totalSizeHint().height()
    height = max(0, min(inner.totalHeightForWidth(inside), room - outside))
    area.setMaximumHeight(height)  # else it is counted as high as it would like to be unscrolled
    area.setMinimumHeight(height)


def _measure_anew(content: QWidget) -> None:
    """What was just shown or hidden far inside is told upwards step by step, and only in a moment: tell it now."""
    for part in reversed(content.findChildren(QWidget)):
        layout = part.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            part.updateGeometry()
