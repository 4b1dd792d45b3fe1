"""The three drawings of the photo guide: light, distance, pose. Heads without a face: of nobody, looking at nobody."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from journal.drawing.palette import Palette

WIDTH, HEIGHT = 240.0, 150.0
LINE = 2.5
FINE = 1.5
RADIUS = 9.0


class Step(StrEnum):
    """The steps of the guide, in order."""

    LIGHT = "light"
    DISTANCE = "distance"
    POSE = "pose"


def draw_step(painter: QPainter, step: Step, room: QRectF, palette: Palette) -> None:
    """Draw one step as large as the room allows, in the middle of it."""
    scale = min(room.width() / WIDTH, room.height() / HEIGHT)
    drawings: dict[Step, Callable[[QPainter, Palette], None]] = {
        Step.LIGHT: _draw_light,
        Step.DISTANCE: _draw_distance,
        Step.POSE: _draw_pose,
    }
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.center() - QPointF(WIDTH, HEIGHT) * scale / 2)
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.sunken))
    painter.drawRoundedRect(QRectF(0, 0, WIDTH, HEIGHT), RADIUS, RADIUS)
    drawings[step](painter, palette)
    painter.restore()


def _pen(colour: str, width: float = LINE) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _draw_light(painter: QPainter, palette: Palette) -> None:
    """A window whose light falls on a head; the lamp behind the head is crossed out."""
    window = QRectF(18, 26, 52, 86)
    painter.setPen(_pen(palette.ink, FINE))
    painter.setBrush(QColor(palette.caution_soft))
    painter.drawRect(window)
    painter.drawLine(QPointF(window.center().x(), window.top()), QPointF(window.center().x(), window.bottom()))
    painter.drawLine(QPointF(window.left(), window.center().y()), QPointF(window.right(), window.center().y()))
    painter.setPen(_pen(palette.caution, FINE))
    for down in (-24, 0, 24):
        painter.drawLine(QPointF(82, 68 + down * 0.9), QPointF(106, 68 + down * 0.55))
    _draw_side_head(painter, QPointF(142, 66), palette, faces=-1)
    _draw_lamp(painter, QPointF(206, 40), palette)


def _draw_lamp(painter: QPainter, top: QPointF, palette: Palette) -> None:
    shade = QPainterPath(top + QPointF(-9, 0))
    shade.lineTo(top + QPointF(9, 0))
    shade.lineTo(top + QPointF(17, 24))
    shade.lineTo(top + QPointF(-17, 24))
    shade.closeSubpath()
    painter.setPen(_pen(palette.second_ink, FINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shade)
    painter.drawLine(top + QPointF(0, 24), top + QPointF(0, 72))
    painter.drawLine(top + QPointF(-12, 72), top + QPointF(12, 72))
    painter.setPen(_pen(palette.call))
    painter.drawLine(top + QPointF(-22, 64), top + QPointF(22, 8))


def _draw_distance(painter: QPainter, palette: Palette) -> None:
    """A phone propped up on books, its back to the face, a head at eye level, and the metre between them."""
    table = 118.0
    painter.setPen(_pen(palette.second_ink, FINE))
    painter.drawLine(QPointF(14, table), QPointF(92, table))
    painter.setBrush(QColor(palette.surface))
    for index, width in enumerate((50, 44, 48)):
        painter.drawRect(QRectF(48 - width / 2, table - 12 * (index + 1), width, 12))
    phone = QRectF(40, table - 36 - 46, 15, 46)
    painter.setPen(_pen(palette.ink))
    painter.setBrush(QColor(palette.accent_soft))
    painter.drawRoundedRect(phone, 3, 3)
    painter.setBrush(QColor(palette.accent))
    painter.setPen(_pen(palette.accent, FINE))
    painter.drawEllipse(QPointF(phone.right() + 2, phone.top() + 9), 3, 3)
    painter.setPen(QPen(QColor(palette.accent), FINE, Qt.PenStyle.DashLine))
    for target in (24.0, 92.0):
        painter.drawLine(QPointF(phone.right() + 8, phone.top() + 9), QPointF(158, target))
    _draw_side_head(painter, QPointF(192, 58), palette, faces=-1)
    _draw_metre(painter, QPointF(58, 136), QPointF(176, 136), palette)


def _draw_metre(painter: QPainter, start: QPointF, end: QPointF, palette: Palette) -> None:
    painter.setPen(_pen(palette.ink, FINE))
    painter.drawLine(start, end)
    for tip, way in ((start, 1), (end, -1)):
        painter.drawLine(tip, tip + QPointF(way * 6, -4))
        painter.drawLine(tip, tip + QPointF(way * 6, 4))
    font = painter.font()
    font.setPixelSize(13)
    painter.setFont(font)
    plate = QRectF(0, 0, 36, 18)
    plate.moveCenter((start + end) / 2)
    painter.fillRect(plate, QColor(palette.sunken))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, "1 m")


def _draw_pose(painter: QPainter, palette: Palette) -> None:
    """Three frames: the head from the front, then turned to either side; hair back, mouth closed."""
    for index, turn in enumerate((0, -1, 1)):
        frame = QRectF(12 + index * 74, 20, 68, 110)
        painter.setPen(_pen(palette.hairline, FINE))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(frame, 6, 6)
        painter.save()
        painter.setClipRect(frame)
        _draw_head(painter, frame.center() - QPointF(0, 8), palette, turn=turn)
        painter.restore()


def _draw_head(painter: QPainter, middle: QPointF, palette: Palette, *, turn: int) -> None:
    """A head that faces out of the picture or is turned half to a side."""
    painter.setPen(_pen(palette.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle - QPointF(turn * 10, 34), 9, 7)
    painter.setBrush(QColor(palette.accent_soft))
    painter.drawEllipse(middle, 20, 26)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(middle.x() - 30, middle.y() + 34, 60, 50), 20 * 16, 140 * 16)
    features = middle + QPointF(turn * 9, 0)
    for side in (-1, 1):
        eye = features + QPointF(side * 8 - turn * 1.5, -4)
        painter.drawLine(eye - QPointF(3, 0), eye + QPointF(3, 0))
    painter.drawLine(features + QPointF(turn * 2, -1), features + QPointF(turn * 4, 7))
    painter.drawLine(features + QPointF(-5, 14), features + QPointF(5, 14))


def _draw_side_head(painter: QPainter, middle: QPointF, palette: Palette, *, faces: int) -> None:
    """A head from the side, with its shoulders; ``faces`` is -1 for the picture's left."""
    painter.setPen(_pen(palette.accent))
    painter.setBrush(QColor(palette.accent_soft))
    painter.drawEllipse(middle, 24, 28)
    nose = QPainterPath(middle + QPointF(faces * 23, -4))
    nose.lineTo(middle + QPointF(faces * 31, 6))
    nose.lineTo(middle + QPointF(faces * 23, 9))
    painter.drawPath(nose)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(middle + QPointF(faces * 15, -6), middle + QPointF(faces * 9, -6))
    shoulders = QPainterPath(middle + QPointF(-34, 62))
    shoulders.cubicTo(middle + QPointF(-30, 36), middle + QPointF(-12, 34), middle + QPointF(-9, 27))
    shoulders.moveTo(middle + QPointF(9, 27))
    shoulders.cubicTo(middle + QPointF(12, 34), middle + QPointF(30, 36), middle + QPointF(34, 62))
    painter.drawPath(shoulders)
