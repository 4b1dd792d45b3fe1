"""The picture of one course, for screen and paper alike: band, typical line, the patient's own points, gaps left open.

``paint_chart`` is the only painter of curves. Data come from ``chart_data``; text and table from ``chart_text``.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPolygonF, Qt

from journal.drawing.axes import layout, paint_axes
from journal.drawing.chart_data import Comparison, CourseChart, RangePoint, joined
from journal.drawing.chart_text import chart_columns, chart_rows, chart_sentence, own_label
from journal.drawing.scale import ChartGeometry
from journal.drawing.shapes import paint_cross, paint_point
from journal.drawing.style import ChartStyle

__all__ = ["ChartGeometry", "ChartStyle", "chart_columns", "chart_rows", "chart_sentence", "paint_chart"]

HATCH = 5.0
GAP_WIDTH = 12.0
WIDE_HATCH = 12.0
DASHES: tuple[tuple[float, ...], ...] = ((), (10, 4), (8, 3, 2, 3), (2, 3))
"""Line patterns of the treatments laid over, in order."""
EARLIER_SHARE = 0.55
"""How wide an earlier treatment's line is beside the own one."""

EDGE_SHARE = 1.2
"""How wide the white edge of a label on paper is beside a point's radius; half of it lies outside the letters."""


def paint_chart(
    painter: QPainter, rect: QRectF, chart: CourseChart, style: ChartStyle, *, cursor_day: int | None = None
) -> ChartGeometry:
    """Paint ``chart`` into ``rect`` and tell where its days lie. ``cursor_day`` is a day index that is being read."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    geometry = layout(rect, chart, style, style.metrics(painter))
    for corners in chart.ranges:
        _paint_band(painter, corners, style, geometry)
    _paint_gaps(painter, chart, style, geometry)
    paint_axes(painter, chart, style, geometry)
    for corners in chart.ranges:
        _paint_typical(painter, corners, style, geometry)
    _paint_starts(painter, chart, style, geometry)
    labels = _labels(chart, style, geometry, style.metrics(painter)) if style.with_text else []
    for order, comparison in enumerate(chart.comparisons):
        _paint_comparison(painter, comparison, dashes_of(order, style), style, geometry)
    if cursor_day is not None:
        _paint_cursor(painter, cursor_day, style, geometry, [box for _, box in labels])
    _paint_own(painter, chart, style, geometry)
    for text, box in labels:
        _paint_label(painter, text, box, style)
    painter.restore()
    return geometry


def _paint_label(painter: QPainter, text: str, box: QRectF, style: ChartStyle) -> None:
    """A name at its line; on paper with a white edge, since grid, hatching and letters are of one ink there."""
    painter.setFont(style.font)
    if style.on_paper:
        metrics = style.metrics(painter)
        start = QPointF(box.center().x() - metrics.horizontalAdvance(text) / 2, box.top() + metrics.ascent())
        outline = QPainterPath()
        outline.addText(start, style.font, text)
        painter.strokePath(outline, style.pen("surface", style.point_radius * EDGE_SHARE))
    painter.setPen(style.color("accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def dashes_of(order: int, style: ChartStyle) -> tuple[float, ...]:
    """The line pattern of the treatment laid over in that place, in the painter's units."""
    return tuple(dash * style.unit for dash in DASHES[order % len(DASHES)])


def _paint_band(painter: QPainter, corners: tuple[RangePoint, ...], style: ChartStyle, geometry: ChartGeometry) -> None:
    upper = [QPointF(geometry.x_of(corner.index), geometry.y_of(corner.high)) for corner in corners]
    lower = [QPointF(geometry.x_of(corner.index), geometry.y_of(corner.low)) for corner in corners]
    band = QPolygonF(upper + lower[::-1])
    if not style.mono:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("band"))
        painter.drawPolygon(band)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen("ink", style.thin_width))
    painter.drawPolygon(band)
    step = HATCH * style.unit * 1.6
    x = geometry.x_of(corners[0].index) + step / 2
    while x < geometry.x_of(corners[-1].index):
        painter.drawLine(QLineF(x, _height_at(upper, x), x, _height_at(lower, x)))
        x += step


def _height_at(line: list[QPointF], x: float) -> float:
    for left, right in pairwise(line):
        if left.x() <= x <= right.x() and right.x() > left.x():
            return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x())
    return line[-1].y()


def _paint_typical(
    painter: QPainter, corners: tuple[RangePoint, ...], style: ChartStyle, geometry: ChartGeometry
) -> None:
    painter.setPen(style.pen("typical", style.typical_width, (5 * style.unit, 4 * style.unit)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([QPointF(geometry.x_of(corner.index), geometry.y_of(corner.typical)) for corner in corners])


def _paint_gaps(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    painter.setPen(style.pen("typical", style.thin_width))
    width = min(GAP_WIDTH * style.unit, geometry.day_width)
    plot = geometry.plot
    if width == geometry.day_width:
        for first, last in _runs(chart.gaps):
            left = geometry.x_of(first) - width / 2
            _hatch(painter, QRectF(left, plot.top(), (last - first + 1) * width, plot.height()), style)
        return
    step = HATCH * style.unit
    for index in chart.gaps:
        left = geometry.x_of(index) - width / 2
        y = plot.bottom()
        while y > plot.top():
            rise = min(width, y - plot.top())
            painter.drawLine(QLineF(left, y, left + rise, y - rise))
            y -= step


def _hatch(painter: QPainter, box: QRectF, style: ChartStyle) -> None:
    """Days without an entry that touch each other: one quiet field, so that it never outshines what was logged."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    step = WIDE_HATCH * style.unit
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step
    painter.restore()


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each run of numbers that follow one another."""
    first = last = None
    for index in indices:
        if last is None or first is None or index != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = index
        last = index
    if first is not None and last is not None:
        yield first, last


def _paint_starts(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    """A line and a name where another treatment lies inside the period."""
    metrics = style.metrics(painter)
    for mark in chart.treatments:
        if mark.treatment == chart.treatment or not chart.first_index <= mark.index <= chart.last_index:
            continue
        x = geometry.x_of(mark.index)
        painter.setPen(style.pen("accent", style.thin_width))
        painter.drawLine(QLineF(x, geometry.plot.top(), x, geometry.plot.bottom()))
        if style.with_text:
            painter.setFont(style.font)
            painter.setPen(style.color("accent"))
            painter.drawText(QPointF(x + 4 * style.unit, geometry.plot.top() + metrics.ascent()), f"T{mark.treatment}")


def _paint_cursor(
    painter: QPainter, index: int, style: ChartStyle, geometry: ChartGeometry, labels: list[QRectF]
) -> None:
    """A line through the day that is read; it lets labels be."""
    if not geometry.first <= index <= geometry.last:
        return
    x, top = geometry.x_of(index), geometry.plot.top()
    painter.setPen(style.pen("accent", style.typical_width))
    for box in sorted((box for box in labels if box.left() <= x <= box.right()), key=QRectF.top):
        painter.drawLine(QLineF(x, top, x, max(top, box.top())))
        top = box.bottom()
    painter.drawLine(QLineF(x, top, x, geometry.plot.bottom()))


def _paint_own(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    painter.setPen(style.pen("ink", style.own_width))
    for left, right in chart.segments():
        painter.drawLine(
            QLineF(
                geometry.x_of(left.index),
                geometry.y_of(left.value),
                geometry.x_of(right.index),
                geometry.y_of(right.value),
            )
        )
    for point in chart.points:
        center = QPointF(geometry.x_of(point.index), geometry.y_of(point.value))
        paint_point(painter, center, style, hollow=point.is_hollow, crossed=point.edited)
    for index in chart.emptied:
        center = QPointF(geometry.x_of(index), geometry.plot.bottom() - style.point_radius * 1.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("surface"))
        painter.drawEllipse(center, style.point_radius * 1.6, style.point_radius * 1.6)
        paint_cross(painter, center, style)


def _paint_comparison(
    painter: QPainter,
    comparison: Comparison,
    dashes: tuple[float, ...],
    style: ChartStyle,
    geometry: ChartGeometry,
) -> None:
    width = style.own_width * EARLIER_SHARE
    painter.setPen(style.pen("accent", width, dashes))
    in_line = set()
    for left, right in joined(comparison.points):
        in_line |= {left.index, right.index}
        painter.drawLine(
            QLineF(
                geometry.x_of(left.index),
                geometry.y_of(left.value),
                geometry.x_of(right.index),
                geometry.y_of(right.value),
            )
        )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("accent"))
    for point in comparison.points:
        if point.index not in in_line:
            painter.drawEllipse(
                QPointF(geometry.x_of(point.index), geometry.y_of(point.value)), width * 1.6, width * 1.6
            )


def _line_boxes(chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> list[QRectF]:
    """Where points and lines are, so that no label lies on them."""
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = [
        ((left.index, left.value), (right.index, right.value))
        for points in (chart.points, *(other.points for other in chart.comparisons))
        for left, right in (*joined(points), *((point, point) for point in points))
    ]
    for corners in chart.ranges:
        lines += [((left.index, left.typical), (right.index, right.typical)) for left, right in pairwise(corners)]
    reach = style.point_radius * 0.9
    boxes = []
    for (left, start), (right, end) in lines:
        steps = max(1, round((right - left) * geometry.day_width / (2 * reach)))
        for step in range(steps):
            x = geometry.x_of(left + (right - left) * step / steps)
            y = geometry.y_of(start + (end - start) * step / steps)
            boxes.append(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
    return boxes


def _labels(
    chart: CourseChart, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF
) -> list[tuple[str, QRectF]]:
    """The names of the treatments laid over, each at its own line where nothing else is; left out without room."""
    taken = _line_boxes(chart, style, geometry)
    labels = []
    for order, comparison in enumerate(chart.comparisons):
        text = own_label(comparison.treatment)
        places = _label_places(comparison, order, geometry, metrics.size(0, text))
        box = next((box for box in places if not any(box.intersects(other) for other in taken)), None)
        if box is not None:
            labels.append((text, box))
            taken.append(box)
    return labels


def _label_places(comparison: Comparison, order: int, geometry: ChartGeometry, size: QSizeF) -> Iterator[QRectF]:
    """Above and below the points: from the line's end for every other line, from its height for those between."""
    lift = size.height() * 0.75
    points = [point for point in comparison.points if geometry.first <= point.index <= geometry.last]
    for point in sorted(points, key=lambda point: -point.value if order % 2 else -point.index):
        for offset in (-lift, lift, -1.4 * lift, -2.2 * lift):
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(QPointF(geometry.x_of(point.index), geometry.y_of(point.value) + offset))
            box.moveRight(min(box.right(), geometry.plot.right()))
            box.moveLeft(max(box.left(), geometry.plot.left()))
            if geometry.plot.contains(box):
                yield box
