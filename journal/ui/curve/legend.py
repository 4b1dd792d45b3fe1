"""The legend of the curves: each sign beside its words, wrapping where the window is narrow."""

from collections.abc import Iterator
from enum import StrEnum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.plan import Kind
from journal.drawing.chart import EARLIER_SHARE, ChartStyle, dashes_of
from journal.drawing.chart_data import CourseChart
from journal.drawing.chart_text import own_label
from journal.drawing.lane import lane_marks, paint_bar
from journal.drawing.lane_data import LaneData
from journal.drawing.shapes import Mark, mark_word, paint_mark, paint_point
from journal.ui.theme import Theme

SPACE = 16.0
SIGN = 16.0
PAD = 6.0


class Sign(StrEnum):
    """What a legend can name."""

    POINT = auto()
    HOLLOW = auto()
    CROSSED = auto()
    GAP = auto()
    OTHER = auto()
    TYPICAL = auto()
    BAND = auto()
    AVOID = auto()
    DO = auto()


Item = tuple[Sign | Mark, str, int]
"""A sign, its words, and its place among its kind."""


class LegendView(QWidget):
    """One line of signs with their words, or more where they do not fit. Names only what the charts hold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[Item, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_charts(self, charts: tuple[CourseChart, ...]) -> None:
        """Name what these charts hold."""
        points = [point for chart in charts for point in chart.points]
        items: list[Item] = [(Sign.POINT, self.tr("logged on the day"), 0)]
        if any(point.is_hollow for point in points):
            items.append((Sign.HOLLOW, self.tr("filled in later"), 0))
        if any(day.is_edited for chart in charts for day in chart.days):
            items.append((Sign.CROSSED, self.tr("edited"), 0))
        if any(chart.gaps for chart in charts):
            items.append((Sign.GAP, self.tr("no entry"), 0))
        others = list(dict.fromkeys(other.treatment for chart in charts for other in chart.comparisons))
        for order, number in enumerate(others):
            items.append((Sign.OTHER, own_label(number), order))
        items += [(Sign.TYPICAL, self.tr("typical"), 0), (Sign.BAND, self.tr("usual range, a guide"), 0)]
        self._show(items)

    def show_lane(self, lane: LaneData) -> None:
        """Name the shapes of this lane."""
        items: list[Item] = [(mark, mark_word(mark), 0) for mark in lane_marks(lane)]
        if any(window.kind is Kind.AVOID for window in lane.windows):
            items.append((Sign.AVOID, self.tr("leave it for now"), 0))
        if any(window.kind is Kind.DO for window in lane.windows):
            items.append((Sign.DO, self.tr("do it daily"), 0))
        self._show(items)

    def _show(self, items: list[Item]) -> None:
        self._items = tuple(items)
        self.setAccessibleName(self.tr("Legend: {signs}").format(signs=", ".join(text for _, text, _ in items)))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = [row for _, row, _ in self._placed(float(width))]
        return round((max(rows, default=0) + 1) * self._row_height())

    def sizeHint(self) -> QSize:
        last = list(self._placed(1e9))[-1:]
        return QSize(round(last[0][2] + self._width_of(last[0][0])) if last else 0, round(self._row_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(self._row_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style()
        height = self._row_height()
        placed = list(self._placed(float(self.width())))
        for item, row, left in placed:
            shift = self._shift(placed, row)
            self._paint_item(painter, item, QRectF(left + shift, row * height, self._width_of(item), height), style)
        painter.end()

    def _shift(self, placed: list[tuple[Item, int, float]], row: int) -> float:
        """Rows end at the right edge, under the page's own margin."""
        right = max(left + self._width_of(item) for item, number, left in placed if number == row)
        return self.width() - right

    def _style(self) -> ChartStyle:
        return ChartStyle.screen(self._theme.palette, self._theme.font("small"))

    def _row_height(self) -> float:
        return QFontMetricsF(self._style().font).height() * 1.5

    def _width_of(self, item: Item) -> float:
        unit = self._style().unit
        text = QFontMetricsF(self._style().font).horizontalAdvance(item[1])
        return text + (2 * PAD if item[0] is Sign.BAND else SIGN + PAD) * unit + 1

    def _placed(self, width: float) -> Iterator[tuple[Item, int, float]]:
        left, row = 0.0, 0
        for item in self._items:
            own = self._width_of(item)
            if left > 0 and left + own > width:
                left, row = 0.0, row + 1
            yield item, row, left
            left += own + SPACE * self._style().unit

    def _paint_item(self, painter: QPainter, item: Item, box: QRectF, style: ChartStyle) -> None:
        sign, text, order = item
        unit = style.unit
        left = box.left() + (PAD if sign is Sign.BAND else SIGN + PAD) * unit
        if sign is Sign.BAND:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.color("band"))
            painter.drawRoundedRect(box.adjusted(0, 2 * unit, 0, -2 * unit), 4, 4)
        else:
            _paint_sign(painter, sign, order, QRectF(box.left(), box.top(), SIGN * unit, box.height()), style)
        painter.setFont(style.font)
        painter.setPen(style.color("accent" if sign is Sign.OTHER else "ink" if sign is Sign.BAND else "second_ink"))
        painter.drawText(
            QRectF(left, box.top(), box.right() - left + 1, box.height()), Qt.AlignmentFlag.AlignVCenter, text
        )


def _paint_sign(painter: QPainter, sign: Sign | Mark, order: int, box: QRectF, style: ChartStyle) -> None:
    center = box.center()
    line = QLineF(box.left(), center.y(), box.right(), center.y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(sign, Mark):
        paint_mark(painter, center, 14 * style.unit, sign, style)
    elif sign in (Sign.AVOID, Sign.DO):
        bar = QRectF(box.left(), center.y() - 6 * style.unit, box.width(), 12 * style.unit)
        paint_bar(painter, bar, Kind.DO if sign is Sign.DO else Kind.AVOID, style)
    elif sign in (Sign.POINT, Sign.HOLLOW, Sign.CROSSED):
        paint_point(painter, center, style, hollow=sign is Sign.HOLLOW, crossed=sign is Sign.CROSSED)
    elif sign is Sign.OTHER:
        painter.setPen(style.pen("accent", style.own_width * EARLIER_SHARE, dashes_of(order, style)))
        painter.drawLine(line)
    elif sign is Sign.TYPICAL:
        painter.setPen(style.pen("typical", style.typical_width, (4 * style.unit, 3 * style.unit)))
        painter.drawLine(line)
    else:
        side = 12 * style.unit
        painter.setPen(style.pen("typical", style.thin_width))
        square = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        painter.drawRect(square)
        for share in (1 / 3, 2 / 3, 1.0):
            painter.drawLine(
                QLineF(
                    QPointF(square.left(), square.top() + side * share),
                    QPointF(square.left() + side * share, square.top()),
                )
            )
