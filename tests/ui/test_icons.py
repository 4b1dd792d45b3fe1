"""The program's drawings keep their shape wherever they are put."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from journal.ui.icons import make_icon


def test_a_drawing_is_never_stretched(qapp):
    image = QImage(24, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    make_icon("camera", QColor("#000000")).paint(painter, QRect(0, 0, 24, 60))
    painter.end()

    inked = [y for y in range(60) if any(image.pixelColor(x, y).alpha() > 60 for x in range(24))]

    assert inked
    assert inked[-1] - inked[0] < 24
