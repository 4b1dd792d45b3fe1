"""The program's own drawings as icons, coloured by the palette. No file but ``resources/icons`` is read here."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from journal.resources import resource


def icon_pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing in one colour, ``size`` logical pixels square."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _paint(painter, QRectF(pixmap.rect()), name, color)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def make_icon(name: str, normal: QColor, chosen: QColor | None = None, faint: QColor | None = None) -> QIcon:
    """An icon in one colour, another when its button is checked, another when it is disabled."""
    return QIcon(Drawing(name, normal, chosen or normal, faint or normal))


class Drawing(QIconEngine):
    """Draws when asked, in the size asked for: sharp on every screen, and a start draws only what is seen."""

    def __init__(self, name: str, normal: QColor, chosen: QColor, faint: QColor) -> None:
        super().__init__()
        self._name = name
        self._colors = (normal, chosen, faint)
        self._drawn: dict[tuple[int, int, float, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return Drawing(self._name, *self._colors)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.drawPixmap(square, self.scaledPixmap(square.size(), mode, state, painter.device().devicePixelRatio()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        color = self._color(mode, state)
        key = (size.width(), size.height(), scale, color.name())
        if key not in self._drawn:
            side = min(size.width(), size.height())
            self._drawn[key] = icon_pixmap(self._name, color, side, scale)
        return self._drawn[key]

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        normal, chosen, faint = self._colors
        if mode == QIcon.Mode.Disabled:
            return faint
        return chosen if state == QIcon.State.On else normal


def _paint(painter: QPainter, box: QRectF, name: str, color: QColor) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, box)
