"""The picture of one month: seven columns of cells, each with what its day holds. Data come from ``month_data``.

A cell says by shape what it says by colour: a full dot is logged on the day, a ring filled in later, a cross through it
edited, hatching missing; flags and habits are the lettered shapes of ``shapes``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF, Qt

from journal import words
from journal.drawing.month_data import WEEK, CalendarDay, Logged, month_weeks
from journal.drawing.shapes import Mark, paint_cross, paint_mark, paint_point, tier_mark
from journal.drawing.style import ChartStyle

GAP = 4.0
RADIUS = 9.0
PAD = 7.0
HATCH = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGeometry:
    """Where the cells of a painted month lie."""

    first: date
    head: QRectF
    cells: Mapping[date, QRectF]

    def hit(self, position: QPointF) -> date | None:
        """The day under a position."""
        return next((day for day, cell in self.cells.items() if cell.contains(position)), None)


def month_layout(rect: QRectF, first: date, first_weekday: int, metrics: QFontMetricsF) -> MonthGeometry:
    """The cells of a month: five rows or six, so that little jumps from month to month."""
    weeks = month_weeks(first, first_weekday)
    head = QRectF(rect.left(), rect.top(), rect.width(), metrics.height() * 1.5)
    width, height = rect.width() / WEEK, (rect.height() - head.height()) / max(5, len(weeks))
    cells = {
        day: QRectF(rect.left() + column * width, head.bottom() + row * height, width, height).adjusted(
            GAP / 2, GAP / 2, -GAP / 2, -GAP / 2
        )
        for row, week in enumerate(weeks)
        for column, day in enumerate(week)
        if day is not None
    }
    return MonthGeometry(first=first, head=head, cells=cells)


def paint_month(
    painter: QPainter,
    geometry: MonthGeometry,
    days: Mapping[date, CalendarDay],
    style: ChartStyle,
    *,
    chosen: date | None = None,
    focused: bool = False,
) -> None:
    """Paint the cells of ``days``; ``chosen`` gets an edge, a stronger one while the month has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for day, cell in geometry.cells.items():
        if day in days:
            _paint_cell(painter, cell, days[day], style)
    if chosen is not None and chosen in geometry.cells:
        width = 3.0 if focused else 2.0
        painter.setPen(style.pen("accent", width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(geometry.cells[chosen].adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    if style.with_text:
        _paint_weekdays(painter, geometry, style)
    painter.restore()


def day_marks(day: CalendarDay) -> tuple[Mark, ...]:
    """The lettered shapes of a day, gravest first."""
    found = [tier_mark(day.tier)] if day.tier is not None else []
    found += [Mark.EARLY] if day.early else []
    found += [Mark.MISSED] if day.missed else []
    return tuple(mark for mark in found if mark is not None)


def paint_sign(painter: QPainter, box: QRectF, day: CalendarDay, style: ChartStyle) -> None:
    """One sign of a cell alone, for a legend: how the day is logged, or its photos."""
    if day.logged is Logged.MISSING:
        _hatch(painter, box, style)
    elif day.photos:
        side = box.height() * 0.9
        center = box.center()
        _paint_camera(painter, QRectF(center.x() - side / 2, center.y() - side * 0.36, side, side * 0.72), style)
    else:
        _paint_log(painter, box.center(), day, style)


def _paint_weekdays(painter: QPainter, geometry: MonthGeometry, style: ChartStyle) -> None:
    names: dict[float, str] = {cell.center().x(): words.weekday(day) for day, cell in geometry.cells.items()}
    painter.setFont(style.font)
    painter.setPen(style.color("second_ink"))
    for x, name in names.items():
        box = QRectF(
            x - geometry.head.width() / 14, geometry.head.top(), geometry.head.width() / 7, geometry.head.height()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _paint_cell(painter: QPainter, cell: QRectF, day: CalendarDay, style: ChartStyle) -> None:
    _paint_ground(painter, cell, day, style)
    inner = cell.adjusted(PAD, PAD * 0.6, -PAD, -PAD * 0.8)
    metrics = style.metrics(painter)
    if style.with_text:
        _paint_numbers(painter, inner, day, style, metrics)
    line = metrics.height()
    room = QRectF(inner.left(), inner.top() + line * 1.3, inner.width(), inner.height() - line * 1.3)
    placed = _placed(day, room, line, style)
    if day.logged is Logged.MISSING:
        _hatch(painter, _beside(cell.adjusted(2, 2, -2, -2), [box for _, box in placed]), style)
    for sign, box in placed:
        if isinstance(sign, Mark):
            paint_mark(painter, box.center(), box.height() * 0.95, sign, style)
        elif sign == "photos":
            _paint_camera(painter, box.adjusted(0, box.height() * 0.14, 0, -box.height() * 0.14), style)
        else:
            _paint_log(painter, box.center(), day, style)


def _placed(day: CalendarDay, room: QRectF, line: float, style: ChartStyle) -> list[tuple[Mark | str, QRectF]]:
    """The signs of a cell in lines from its foot upwards, above the hatching if there is room, else before it; those
    that find none are left to the words.
    """
    signs: list[Mark | str] = ["log"] if day.edited or day.logged not in (Logged.NOTHING, Logged.MISSING) else []
    signs += [*day_marks(day), *(["photos"] if day.photos else [])]
    placed: list[tuple[Mark | str, QRectF]] = []
    left, bottom = room.left(), room.bottom()
    hatching = HATCH * 2 * style.unit
    if day.logged is Logged.MISSING and bottom - hatching - line >= room.top() - line * 0.3:
        bottom -= hatching
    for sign in signs:
        if left > room.left() and left + line > room.right() + 1:
            left, bottom = room.left(), bottom - line * 1.25
        if bottom - line < room.top() - line * 0.3:
            break
        placed.append((sign, QRectF(left, bottom - line, line, line)))
        left += line * 1.4
    return placed


def _paint_ground(painter: QPainter, cell: QRectF, day: CalendarDay, style: ChartStyle) -> None:
    painter.setPen(style.pen("hairline", 1.0))
    token = "sunken" if day.logged in (Logged.NOTHING, Logged.MISSING) else "surface"
    token = "accent_soft" if day.treatment is not None else token
    painter.setBrush(style.color(token) if not day.is_future else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cell, RADIUS, RADIUS)


def _beside(cell: QRectF, signs: list[QRectF]) -> QRectF:
    """What the signs at the foot of a cell leave to the hatching: all of it where they stand above."""
    taken = [box.right() for box in signs if box.bottom() > cell.bottom() - box.height() / 2]
    return QRectF(QPointF(max(taken, default=cell.left()), cell.top()), cell.bottomRight())


def _hatch(painter: QPainter, cell: QRectF, style: ChartStyle) -> None:
    """Slanted lines along the foot of the cell, like the gaps of the curves."""
    painter.setPen(style.pen("typical", style.thin_width))
    height = min(cell.height() * 0.3, HATCH * 2 * style.unit)
    top, bottom = cell.bottom() - height - 3, cell.bottom() - 3
    x = cell.left() + RADIUS / 2
    while x + height < cell.right() - RADIUS / 2:
        painter.drawLine(QLineF(x, bottom, x + height, top))
        x += HATCH * style.unit


def _paint_numbers(
    painter: QPainter, inner: QRectF, day: CalendarDay, style: ChartStyle, metrics: QFontMetricsF
) -> None:
    """The date at the left, large; the treatment or the day number at the right."""
    font = QFont(style.font)
    font.setPixelSize(round(metrics.height() * 1.0))
    font.setWeight(QFont.Weight.Bold if day.is_today else QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(style.color("second_ink" if day.is_future else "ink"))
    text = str(day.day.day)
    top = QRectF(inner.left(), inner.top(), inner.width(), metrics.height() * 1.25)
    painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    if day.is_today:
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(style.pen("accent", 2.0))
        painter.drawLine(QLineF(top.left(), top.bottom(), top.left() + width, top.bottom()))
    room = top.width() - painter.fontMetrics().horizontalAdvance(text) - PAD / 2
    painter.setFont(style.bold_font() if day.treatment is not None else style.font)
    painter.setPen(style.color("accent" if day.treatment is not None else "second_ink"))
    corner = next((text for text in corner_texts(day) if painter.fontMetrics().horizontalAdvance(text) <= room), "")
    painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, corner)


def corner_texts(day: CalendarDay) -> tuple[str, ...]:
    """Such as "T3" on a treatment's day, "day 6" or where that is too wide "d6"; nothing outside a course."""
    if day.treatment is not None:
        return (QCoreApplication.translate("month", "T{number}", "short for treatment").format(number=day.treatment),)
    if day.number is None or not day.in_course:
        return ()
    return (
        QCoreApplication.translate("month", "day {number}").format(number=day.number),
        QCoreApplication.translate("month", "d{number}", "short for day").format(number=day.number),
    )


def _paint_log(painter: QPainter, center: QPointF, day: CalendarDay, style: ChartStyle) -> None:
    """A point when ratings were given, a bar when something else was; a cross alone where all was taken away."""
    if day.logged in (Logged.NOTHING, Logged.MISSING):
        paint_cross(painter, center, style)
    elif day.logged is Logged.PARTLY:
        reach = QPointF(style.point_radius, 0)
        painter.setPen(style.pen("ink", style.own_width))
        painter.drawLine(QLineF(center - reach, center + reach))
        if day.edited:
            paint_cross(painter, center, style)
    else:
        paint_point(painter, center, style, hollow=day.logged is Logged.LATER, crossed=day.edited)


def _paint_camera(painter: QPainter, box: QRectF, style: ChartStyle) -> None:
    painter.setPen(style.pen("second_ink", style.own_width * 0.75))
    painter.setBrush(style.color("surface"))
    painter.drawRoundedRect(box, 2, 2)
    painter.drawEllipse(box.center(), box.height() * 0.26, box.height() * 0.26)
    hump = box.width() * 0.18
    middle = box.center().x()
    top = box.top()
    painter.drawPolyline(
        QPolygonF([QPointF(middle - hump, top), QPointF(middle, top - hump * 0.8), QPointF(middle + hump, top)])
    )
