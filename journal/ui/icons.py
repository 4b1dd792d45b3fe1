"""The program's own drawings as icons, coloured by the palette. No file but ``resources/icons`` is read here."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.resources import resource

SIZES = (20, 48)
"""The plain one, and one to be scaled down for large text and fine screens: each costs time at the start.

An icon engine that draws on demand would cost less, but Qt copies engines and PySide frees such a copy at once.
"""


GAP = 0.2
"""What a drawing beside words has at its right, of its own side: 4 px of 20, and 4 more are the style's own."""


def make_icon(
    name: str, normal: QColor, chosen: QColor | None = None, faint: QColor | None = None, *, gap: float = 0.0
) -> QIcon:
    """An icon in one colour, another when its button is checked, another when it is disabled."""
    drawing = QSvgRenderer(str(resource("icons", f"{name}.svg")))
    icon = QIcon()
    for size in SIZES:
        shape = _shape(drawing, size, gap)
        for color, mode, state in (
            (normal, QIcon.Mode.Normal, QIcon.State.Off),
            (chosen, QIcon.Mode.Normal, QIcon.State.On),
            (faint, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            if color is not None:
                icon.addPixmap(_in_color(shape, color), mode, state)
    return icon


def _shape(drawing: QSvgRenderer, size: int, gap: float) -> QPixmap:
    """The drawing in black: painted once, then coloured, which takes a third of painting it again."""
    pixmap = QPixmap(round(size * (1 + gap)), size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _in_color(shape: QPixmap, color: QColor) -> QPixmap:
    pixmap = shape.copy()
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(pixmap.rect())  # and not ``fillRect``, which would have Qt's classes of gradients made
    painter.end()
    return pixmap
