"""The program's own drawings as icons, coloured by the palette. No file but ``resources/icons`` is read here."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.resources import resource

SIZES = (16, 20, 24, 32, 48)


def icon_pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing in one colour, ``size`` logical pixels square."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color.name())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def make_icon(name: str, normal: QColor, chosen: QColor | None = None, faint: QColor | None = None) -> QIcon:
    """An icon in one colour, another when its button is checked, another when it is disabled."""
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(icon_pixmap(name, normal, size), QIcon.Mode.Normal, QIcon.State.Off)
        if chosen is not None:
            icon.addPixmap(icon_pixmap(name, chosen, size), QIcon.Mode.Normal, QIcon.State.On)
        if faint is not None:
            icon.addPixmap(icon_pixmap(name, faint, size), QIcon.Mode.Disabled, QIcon.State.Off)
    return icon
