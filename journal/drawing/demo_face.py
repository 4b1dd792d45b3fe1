"""Example pictures: a plainly drawn face of nobody, redder or calmer, from the front or a side.

Flat shapes and no likeness: it must be taken neither for a photo nor for a person. Text needs a QGuiApplication.
"""

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from journal.domain.photo import View
from journal.domain.similarity import UNCHANGED, Similarity

SIZE = (1200, 1500)
WIDTH, HEIGHT = 1200.0, 1500.0
REDNESS_MAX = 10
PEELING_DAYS = range(3, 7)

WALL_TOP, WALL_BOTTOM = QColor("#E3EAE9"), QColor("#CBD8D7")
SKIN, SKIN_SHADE, SKIN_LINE = QColor("#EFCDB0"), QColor("#DFB593"), QColor("#BC8A69")
HAIR, HAIR_LIGHT = QColor("#4B3C37"), QColor("#63514A")
SHIRT, SHIRT_SHADE = QColor("#5E8F8D"), QColor("#4F7F7D")
BROW, EYE, LIPS = QColor("#5F4A41"), QColor("#3E3835"), QColor("#C98775")
RED, DOT, FLAKE = QColor("#D6452F"), QColor("#B03022"), QColor("#FFF3E6")
LABEL_GROUND, LABEL_INK = QColor(255, 255, 255, 225), QColor("#39474B")

CLOSE_UP_CENTRE = QPointF(815, 830)
CLOSE_UP_ZOOM = 2.5


@dataclass(frozen=True, slots=True)
class _Pose:
    """``turn`` is -1 for the head turned to the picture's left (its left cheek shows), 0, or 1."""

    turn: int

    def x(self, offset: float) -> float:
        """Where a feature at ``offset`` from the middle of the face lies."""
        squeeze = 1.0 if offset * self.turn <= 0 else 0.62
        return 600 + self.turn * 118 + offset * (squeeze if self.turn else 1.0)


def draw_face(
    day_number: int | None, redness: int, view: View, size: tuple[int, int] = SIZE, held: Similarity = UNCHANGED
) -> QImage:
    """The face on a day after treatment (None: before), its cheeks as red as the rating 0 to 10.

    ``held`` is how the camera was held: it moves the straight face to where it lies on this picture, in the coordinates
    of ``domain.alignment``.
    """
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size[0] / WIDTH, size[1] / HEIGHT)
    strength = min(max(redness, 0), REDNESS_MAX) / REDNESS_MAX
    painter.save()
    _hold(painter, held)
    if view is View.CLOSE_UP:
        painter.translate(WIDTH / 2, HEIGHT / 2)
        painter.scale(CLOSE_UP_ZOOM, CLOSE_UP_ZOOM)
        painter.translate(-CLOSE_UP_CENTRE)
    pose = _Pose({View.LEFT: -1, View.RIGHT: 1}.get(view, 0))
    _paint_person(painter, pose, strength, is_peeling=day_number in PEELING_DAYS)
    painter.restore()
    _paint_label(painter)
    painter.end()
    return image


def _hold(painter: QPainter, held: Similarity) -> None:
    unit, turned = max(WIDTH, HEIGHT), held.factor
    painter.translate(WIDTH / 2 + held.shift.real * unit, HEIGHT / 2 + held.shift.imag * unit)
    painter.setTransform(QTransform(turned.real, turned.imag, -turned.imag, turned.real, 0, 0), combine=True)
    painter.translate(-WIDTH / 2, -HEIGHT / 2)


def _paint_person(painter: QPainter, pose: _Pose, strength: float, *, is_peeling: bool) -> None:
    _paint_wall(painter)
    _paint_hair_behind(painter, pose)
    _paint_body(painter)
    _paint_ears(painter, pose)
    head = _head(pose)
    _paint_head(painter, head)
    painter.save()
    painter.setClipPath(head)
    _paint_redness(painter, pose, strength, is_peeling=is_peeling)
    painter.restore()
    _paint_features(painter, pose)
    _paint_fringe(painter, pose, head)


def _paint_wall(painter: QPainter) -> None:
    wall = QLinearGradient(0, 0, 0, HEIGHT)
    wall.setColorAt(0, WALL_TOP)
    wall.setColorAt(1, WALL_BOTTOM)
    painter.fillRect(QRectF(-WIDTH, -HEIGHT, 3 * WIDTH, 3 * HEIGHT), wall)


def _fill(painter: QPainter, path: QPainterPath, colour: QColor) -> None:
    painter.fillPath(path, colour)


def _ellipse(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), width, height)
    return path


def _paint_hair_behind(painter: QPainter, pose: _Pose) -> None:
    hair = _ellipse(600 - pose.turn * 62, 560, 372, 425)
    bun = _ellipse(600 - pose.turn * 150, 150, 128, 112)
    _fill(painter, bun, HAIR)
    _fill(painter, hair, HAIR)


def _paint_body(painter: QPainter) -> None:
    shoulders = QPainterPath(QPointF(60, 1500))
    shoulders.cubicTo(80, 1310, 300, 1290, 440, 1230)
    shoulders.lineTo(760, 1230)
    shoulders.cubicTo(900, 1290, 1120, 1310, 1140, 1500)
    shoulders.closeSubpath()
    _fill(painter, shoulders, SHIRT)
    neck = QPainterPath(QPointF(470, 980))
    neck.lineTo(470, 1210)
    neck.cubicTo(480, 1350, 720, 1350, 730, 1210)
    neck.lineTo(730, 980)
    neck.closeSubpath()
    collar = neck.translated(0, 26)
    _fill(painter, collar.subtracted(QPainterPath()), SHIRT_SHADE)
    _fill(painter, neck, SKIN_SHADE)


def _paint_ears(painter: QPainter, pose: _Pose) -> None:
    for side in (-1, 1):
        if side == pose.turn:
            continue
        x = 600 + side * 318
        _fill(painter, _ellipse(x, 745, 52, 88), SKIN_SHADE)


def _head(pose: _Pose) -> QPainterPath:
    lean = pose.turn * 46
    path = QPainterPath(QPointF(600, 300))
    path.cubicTo(800, 300, 922, 450, 918, 680)
    path.cubicTo(915, 900, 820 + lean, 1120, 600 + lean * 1.4, 1130)
    path.cubicTo(380 + lean, 1120, 285, 900, 282, 680)
    path.cubicTo(278, 450, 400, 300, 600, 300)
    return path


def _paint_head(painter: QPainter, head: QPainterPath) -> None:
    shade = QRadialGradient(QPointF(600, 660), 480)
    shade.setColorAt(0, SKIN)
    shade.setColorAt(0.72, SKIN)
    shade.setColorAt(1, SKIN_SHADE)
    painter.fillPath(head, shade)


def _cheeks(pose: _Pose) -> tuple[tuple[QPointF, float], ...]:
    """Middle and half width of each cheek that is seen."""
    if not pose.turn:
        return (QPointF(420, 830), 150.0), (QPointF(780, 830), 150.0)
    near = 600 - pose.turn * 118
    far = 600 + pose.turn * 252
    return (QPointF(near, 840), 205.0), (QPointF(far, 830), 66.0)


def _paint_redness(painter: QPainter, pose: _Pose, strength: float, *, is_peeling: bool) -> None:
    places = [(middle, width, width * 0.98) for middle, width in _cheeks(pose)]
    places.append((QPointF(pose.x(0), 430), 230, 95))
    places.append((QPointF(pose.x(0), 1062), 120, 58))
    for index, (middle, width, height) in enumerate(places):
        part = strength if index < 2 else strength * 0.6
        _paint_blush(painter, middle, width, height, 0.10 + 0.62 * part)
        _paint_dots(painter, middle, (width, height), part, seed=index)
    if is_peeling:
        for middle, width in _cheeks(pose):
            _paint_flakes(painter, middle, width)


def _paint_blush(painter: QPainter, middle: QPointF, width: float, height: float, alpha: float) -> None:
    painter.save()
    painter.translate(middle)
    painter.scale(1, height / width)
    blush = QRadialGradient(QPointF(0, 0), width)
    for stop, share in ((0.0, 1.0), (0.45, 0.78), (0.8, 0.24), (1.0, 0.0)):
        colour = QColor(RED)
        colour.setAlphaF(alpha * share)
        blush.setColorAt(stop, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blush)
    painter.drawEllipse(QPointF(0, 0), width, width)
    painter.restore()


def _paint_dots(painter: QPainter, middle: QPointF, half: tuple[float, float], strength: float, *, seed: int) -> None:
    """The fine dots that needles leave, as many and as dark as it is red; none below a rating of 3."""
    if strength < 0.25:
        return
    place = random.Random(seed)  # noqa: S311  a texture, the same on every run
    colour = QColor(DOT)
    colour.setAlphaF(0.16 + 0.34 * strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for _ in range(int(260 * strength * half[0] / 150)):
        angle, distance = place.random() * math.tau, math.sqrt(place.random()) * 0.86
        offset = QPointF(math.cos(angle) * distance * half[0], math.sin(angle) * distance * half[1])
        painter.drawEllipse(middle + offset, 2.6, 2.6)


def _paint_flakes(painter: QPainter, middle: QPointF, width: float) -> None:
    place = random.Random(7)  # noqa: S311  a texture, the same on every run
    colour = QColor(FLAKE)
    colour.setAlphaF(0.75)
    painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for _ in range(int(width / 9)):
        angle, distance = place.random() * math.tau, math.sqrt(place.random()) * 0.75 * width
        start = middle + QPointF(math.cos(angle) * distance, math.sin(angle) * distance)
        painter.drawLine(start, start + QPointF(9, place.uniform(-5, 5)))


def _line(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_features(painter: QPainter, pose: _Pose) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in (-1, 1):
        middle = pose.x(side * 148)
        half = 52.0 if side != pose.turn else 34.0
        _arc(painter, _line(BROW, 17), QPointF(middle, 588), half * 1.3, -26)
        # Closed, resting eyes: a drawing that does not look back.
        _arc(painter, _line(EYE, 11), QPointF(middle, 690), half, 26)
    nose = QPainterPath(QPointF(pose.x(0) + pose.turn * 22, 745))
    tip = pose.x(0) + (pose.turn * 52 if pose.turn else 0)
    nose.quadTo(tip + (26 if not pose.turn else pose.turn * 16), 850, tip - (8 if not pose.turn else 0), 866)
    nose.quadTo(tip - 30, 874, tip - 40, 858)
    painter.setPen(_line(SKIN_LINE, 9))
    painter.drawPath(nose)
    mouth = pose.x(0) + pose.turn * 12
    _arc(painter, _line(LIPS, 18), QPointF(mouth, 962), 78 if not pose.turn else 58, 24)


def _arc(painter: QPainter, pen: QPen, middle: QPointF, half: float, bend: float) -> None:
    path = QPainterPath(middle - QPointF(half, 0))
    path.quadTo(middle + QPointF(0, bend * 1.6), middle + QPointF(half, 0))
    painter.setPen(pen)
    painter.drawPath(path)


def _paint_fringe(painter: QPainter, pose: _Pose, head: QPainterPath) -> None:
    middle = 600 + pose.turn * 70
    cap = QPainterPath(QPointF(200, 700))
    cap.cubicTo(250, 560, 300, 470, middle - 10, 372)
    cap.cubicTo(900, 470, 950, 560, 1000, 700)
    cap.lineTo(1000, 100)
    cap.lineTo(200, 100)
    cap.closeSubpath()
    around = head.united(_ellipse(600 - pose.turn * 62, 560, 372, 425))
    _fill(painter, cap.intersected(around), HAIR)
    strand = QPainterPath(QPointF(middle - 40, 268))
    strand.cubicTo(420, 330, 330, 430, 290, 560)
    other = QPainterPath(QPointF(middle + 40, 268))
    other.cubicTo(780, 330, 870, 430, 910, 560)
    painter.setPen(_line(HAIR_LIGHT, 9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(strand)
    painter.drawPath(other)


def _paint_label(painter: QPainter) -> None:
    text = QCoreApplication.translate("demo", "example")
    font = QFont()
    font.setPixelSize(40)
    font.setWeight(QFont.Weight.DemiBold)
    width = QFontMetricsF(font).horizontalAdvance(text) + 56
    frame = QRectF(WIDTH - width - 36, HEIGHT - 76 - 36, width, 76)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LABEL_GROUND)
    painter.drawRoundedRect(frame, 38, 38)
    painter.setFont(font)
    painter.setPen(LABEL_INK)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)
