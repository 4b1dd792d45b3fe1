"""The frame of a chart: grid, axis of days with dates, ratings, word bands. No data is painted here."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, Qt

from journal import words
from journal.domain.ratings import HIGHEST, Band
from journal.drawing.chart_data import CourseChart
from journal.drawing.scale import ChartGeometry, label_step
from journal.drawing.style import ChartStyle

GAP = 8.0
BAND_MIDDLES = ((Band.SEVERE, 9.0), (Band.MODERATE, 6.0), (Band.MILD, 3.5), (Band.VERY_SLIGHT, 1.5))
BAND_EDGES = (0.5, 2.5, 4.5, 7.5)
"""Where one word gives way to the next, between the whole numbers."""

MOST_AWRY = 0.4
"""How far a word may stand under its middle where the lines are closer than letters are high, in heights of letters."""


def layout(rect: QRectF, chart: CourseChart, style: ChartStyle, metrics: QFontMetricsF) -> ChartGeometry:
    """The plot inside ``rect`` that leaves room for every label, as measured by ``metrics``."""
    first, last = chart.first_index, chart.last_index
    if not style.with_text:
        margin = style.point_radius * 2
        plot = rect.adjusted(margin, margin, -margin, -margin)
        return ChartGeometry(plot=plot, first=first, last=last, inset=margin)
    gap = GAP * style.unit
    left = metrics.horizontalAdvance(str(HIGHEST)) + gap
    right = 0.0 if style.compact else gap + _band_width(metrics)
    top = metrics.height() / 2
    bottom = gap / 2 + metrics.height() * (1.0 if style.compact or not style.with_dates else 2.0)
    plot = rect.adjusted(left, top, -right, -bottom)
    label = "00" if style.compact else words.short_day(chart.days[0].day)
    inset = max(style.point_radius * 2, metrics.horizontalAdvance(label) / 2)
    return ChartGeometry(plot=plot, first=first, last=last, inset=min(inset, max(0.0, plot.width() / 3)))


def paint_axes(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    """Grid lines with their ratings, days with their dates, word bands at the right."""
    _paint_grid(painter, style, geometry)
    if not style.with_text:
        return
    painter.setFont(style.font)
    _paint_numbers(painter, chart, style, geometry)
    if not style.compact:
        if style.with_dates:
            _paint_dates(painter, chart, style, geometry)
        _paint_word_bands(painter, style, geometry)


def _band_width(metrics: QFontMetricsF) -> float:
    return max(metrics.horizontalAdvance(words.band_word(band)) for band, _ in BAND_MIDDLES)


def value_ticks(height: float, label_height: float) -> tuple[int, ...]:
    """The ratings that get a line and a label in that height."""
    for step in (2, 5):
        if height / HIGHEST * step >= label_height:
            return tuple(range(0, HIGHEST + 1, step))
    return (0, HIGHEST)


def _paint_grid(painter: QPainter, style: ChartStyle, geometry: ChartGeometry) -> None:
    metrics = style.metrics(painter)
    plot = geometry.plot
    dots = (style.thin_width, style.thin_width * 4)
    painter.setPen(style.pen("hairline", style.thin_width, dots if style.mono else ()))
    ticks = value_ticks(plot.height(), metrics.height() * 0.9 if style.with_text else 0.0)
    for value in ticks:
        y = geometry.y_of(value)
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
    if not style.with_text:
        return
    painter.setFont(style.font)
    painter.setPen(style.color("second_ink"))
    for value in ticks:
        box = QRectF(0, 0, plot.left() - GAP * style.unit, metrics.height())
        box.moveCenter(QPointF(box.center().x(), geometry.y_of(value)))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(value))


def _paint_numbers(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    metrics = style.metrics(painter)
    widest = max(metrics.horizontalAdvance(str(chart.number_of(day.index))) for day in chart.days)
    step = label_step(widest + GAP * style.unit, geometry.day_width)
    for index in _ticks(chart, step):
        is_today = index == chart.today_index
        painter.setFont(style.bold_font() if is_today else style.font)
        painter.setPen(style.color("ink" if is_today else "second_ink"))
        text = str(chart.number_of(index)).replace("-", "\N{MINUS SIGN}")
        _centred(painter, geometry.x_of(index), geometry.plot.bottom() + GAP / 2 * style.unit, text, metrics.height())
    painter.setFont(style.font)


def _paint_dates(painter: QPainter, chart: CourseChart, style: ChartStyle, geometry: ChartGeometry) -> None:
    metrics = style.metrics(painter)
    texts = {day.index: words.short_day(day.day) for day in chart.days}
    widest = max(metrics.horizontalAdvance(text) for text in texts.values())
    step = label_step(widest + GAP * style.unit, geometry.day_width)
    painter.setPen(style.color("second_ink"))
    top = geometry.plot.bottom() + GAP / 2 * style.unit + metrics.height()
    for index in _ticks(chart, step):
        _centred(painter, geometry.x_of(index), top, texts[index], metrics.height())


def _paint_word_bands(painter: QPainter, style: ChartStyle, geometry: ChartGeometry) -> None:
    metrics = style.metrics(painter)
    plot = geometry.plot
    left = plot.right() + GAP * style.unit
    painter.setPen(style.pen("hairline", style.thin_width))
    for edge in BAND_EDGES:
        y = geometry.y_of(edge)
        painter.drawLine(QLineF(plot.right() - GAP / 2 * style.unit, y, plot.right() + GAP / 2 * style.unit, y))
    painter.setPen(style.color("second_ink"))
    for band, y in band_places(geometry, metrics.height()):
        box = QRectF(
            left, y - metrics.height() / 2, metrics.horizontalAdvance(words.band_word(band)) + 1, metrics.height()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.band_word(band))


def band_places(geometry: ChartGeometry, height: float) -> list[tuple[Band, float]]:
    """Each word that has room and the height of its middle, from the top; ``height`` is that of the letters."""
    places: list[tuple[Band, float]] = []
    floor = geometry.plot.top() - height
    for band, middle in BAND_MIDDLES:
        wanted = geometry.y_of(middle)
        y = max(wanted, floor + height / 2)
        if y - wanted <= height * MOST_AWRY:
            places.append((band, y))
            floor = y + height / 2
    return places


def _ticks(chart: CourseChart, step: int) -> list[int]:
    return [day.index for day in chart.days if day.index % step == 0]


def _centred(painter: QPainter, x: float, top: float, text: str, height: float) -> None:
    width = painter.fontMetrics().horizontalAdvance(text) * 2.0 + height
    painter.drawText(QRectF(x - width / 2, top, width, height), Qt.AlignmentFlag.AlignHCenter, text)
