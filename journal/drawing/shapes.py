"""The shapes that carry meaning: points of a course, flags with their letters. Shape and letter first, colour last.

diamond L   look again, take care        square C    call the clinic this week
triangle T  call today                   octagon E   emergency
circle D    done earlier than advised    circle M    missed
ring with a number: that treatment, on paper
"""

import math
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPolygonF, Qt

from journal import words
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Tier
from journal.drawing.style import ChartStyle


class Mark(StrEnum):
    """What a shape says."""

    LOOK = "look"
    CALL = "call"
    TODAY = "today"
    EMERGENCY = "emergency"
    EARLY = "early"
    MISSED = "missed"


_TIER_MARKS = {
    Tier.CAUTION: Mark.LOOK,
    Tier.CALL: Mark.CALL,
    Tier.TODAY: Mark.TODAY,
    Tier.EMERGENCY: Mark.EMERGENCY,
}
_CALLING = (Mark.CALL, Mark.TODAY, Mark.EMERGENCY)


def tier_mark(tier: Tier) -> Mark | None:
    """The shape of a tier; info has none."""
    return _TIER_MARKS.get(tier)


def finding_mark(finding: Finding) -> Mark | None:
    """The shape of a finding that is marked: of its tier, or done early, or missed."""
    if finding.rule.kind is Kind.AVOID:
        return Mark.EARLY
    if finding.rule.kind is Kind.DO:
        return Mark.MISSED
    return tier_mark(finding.tier)


def mark_letter(mark: Mark) -> str:
    """The letter inside a shape."""
    letters = {
        Mark.LOOK: QCoreApplication.translate("marks", "L", "letter for: look again"),
        Mark.CALL: QCoreApplication.translate("marks", "C", "letter for: call this week"),
        Mark.TODAY: QCoreApplication.translate("marks", "T", "letter for: call today"),
        Mark.EMERGENCY: QCoreApplication.translate("marks", "E", "letter for: emergency"),
        Mark.EARLY: QCoreApplication.translate("marks", "D", "letter for: done early"),
        Mark.MISSED: QCoreApplication.translate("marks", "M", "letter for: missed"),
    }
    return letters[mark]


def mark_word(mark: Mark) -> str:
    """What a shape means, for legends."""
    meanings = {
        Mark.LOOK: QCoreApplication.translate("marks", "look again"),
        Mark.CALL: QCoreApplication.translate("marks", "call this week"),
        Mark.TODAY: QCoreApplication.translate("marks", "call today"),
        Mark.EMERGENCY: QCoreApplication.translate("marks", "emergency"),
        Mark.EARLY: QCoreApplication.translate("marks", "done early"),
        Mark.MISSED: QCoreApplication.translate("marks", "missed"),
    }
    return meanings[mark]


def mark_token(mark: Mark) -> str:
    """The palette's colour of a shape."""
    return "call" if mark in _CALLING else "caution"


def paint_mark(painter: QPainter, center: QPointF, size: float, mark: Mark, style: ChartStyle) -> None:
    """A filled shape of ``size`` with its letter in the colour of the surface."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(mark_token(mark)))
    if mark in (Mark.EARLY, Mark.MISSED):
        painter.drawEllipse(center, size * 0.5, size * 0.5)
    else:
        painter.drawPolygon(_outline(center, size, mark))
    if style.with_text:
        _paint_letter(painter, center, size, mark, style)
    painter.restore()


def paint_treatment(painter: QPainter, center: QPointF, size: float, number: int, style: ChartStyle) -> None:
    """A treatment: a ring with its number."""
    painter.save()
    painter.setPen(style.pen("ink", style.own_width * 0.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, size * 0.5, size * 0.5)
    if style.with_text:
        font = QFont(style.font)
        font.setWeight(QFont.Weight.Bold)
        font.setPixelSize(max(1, round(size * 0.6)))
        painter.setFont(font)
        painter.setPen(style.color("ink"))
        box = QRectF(center.x() - size, center.y() - size, 2 * size, 2 * size)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.number(number))
    painter.restore()


def paint_point(painter: QPainter, center: QPointF, style: ChartStyle, *, hollow: bool, crossed: bool) -> None:
    """One rating: a full point, ``hollow`` when filled in later, ``crossed`` when edited afterwards."""
    radius = style.point_radius
    painter.setPen(style.pen("ink", style.own_width * 0.9))
    painter.setBrush(style.color("surface" if hollow else "ink"))
    painter.drawEllipse(center, radius, radius)
    if crossed:
        paint_cross(painter, center, style)


def paint_cross(painter: QPainter, center: QPointF, style: ChartStyle) -> None:
    """Edited afterwards: over the point, or alone where the rating was taken away."""
    arm = style.point_radius * 1.45
    painter.setPen(style.pen("ink", style.own_width * 0.6))
    painter.drawLine(QLineF(center.x() - arm, center.y() - arm, center.x() + arm, center.y() + arm))
    painter.drawLine(QLineF(center.x() - arm, center.y() + arm, center.x() + arm, center.y() - arm))


def _outline(center: QPointF, size: float, mark: Mark) -> QPolygonF:
    half = size / 2
    if mark is Mark.TODAY:
        corners = [(0.0, -1.2), (1.3, 0.98), (-1.3, 0.98)]
    elif mark is Mark.CALL:
        corners = [(-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)]
    elif mark is Mark.EMERGENCY:
        turns = [math.radians(22.5 + 45 * side) for side in range(8)]
        corners = [(1.05 * math.cos(turn), 1.05 * math.sin(turn)) for turn in turns]
    else:
        corners = [(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)]
    return QPolygonF([QPointF(center.x() + x * half, center.y() + y * half) for x, y in corners])


def _paint_letter(painter: QPainter, center: QPointF, size: float, mark: Mark, style: ChartStyle) -> None:
    font = QFont(style.font)
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(max(1, round(size * (0.54 if mark is Mark.TODAY else 0.6))))
    painter.setFont(font)
    painter.setPen(style.color("surface"))
    drop = size * 0.16 if mark is Mark.TODAY else 0.0
    box = QRectF(center.x() - size, center.y() - size + drop, 2 * size, 2 * size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark_letter(mark))
