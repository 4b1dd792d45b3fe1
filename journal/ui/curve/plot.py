"""One curve as a widget: it paints, is hovered and moved through by arrow keys. What a day means is told elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.domain.findings import Finding
from journal.drawing.axes import layout
from journal.drawing.chart import ChartGeometry, ChartStyle, chart_sentence, paint_chart
from journal.drawing.chart_data import CourseChart
from journal.drawing.lane import findings_at, lane_height, paint_lane
from journal.drawing.lane_data import LaneData
from journal.ui.theme import Theme

LEAST_ROWS = 8.0
"""The least height of a chart, in lines of its labels."""
LANE_GAP = 4.0
LANE_TEXT = 0.86
"""The lane's text, as a share of the labels': it stands back behind the curves."""


class CourseView(QWidget):
    """A chart, and below it the lane if one is given.

    Signals:
        day_pointed (int): the reading moved to that day index, by mouse or keys.
        day_chosen (int): that day is to be opened.
        flag_chosen (Finding): a shape of the lane was clicked.
    """

    day_pointed = Signal(int)
    day_chosen = Signal(int)
    flag_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        least_rows: float = LEAST_ROWS,
        with_dates: bool = True,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least_rows = least_rows
        self._with_dates = with_dates
        self._chart: CourseChart | None = None
        self._lane: LaneData | None = None
        self._cursor: int | None = None
        self._told = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.refresh)

    def show_chart(self, chart: CourseChart, lane: LaneData | None = None) -> None:
        """Draw this chart, with this lane below."""
        self._chart = chart
        self._lane = lane
        self._describe()
        self.refresh()

    def set_cursor(self, index: int | None, told: str = "") -> None:
        """Mark the day that is read; ``told`` is what a screen reader says of it."""
        if (index, told) != (self._cursor, self._told):
            self._cursor, self._told = index, told
            self._describe()
            self.update()

    def _describe(self) -> None:
        sentence = "" if self._chart is None else chart_sentence(self._chart)
        self.setAccessibleDescription("\n".join(part for part in (self._told, sentence) if part))

    @property
    def style_now(self) -> ChartStyle:
        """The style of the theme as it is."""
        style = ChartStyle.screen(self._theme.palette, self._theme.font("small"))
        return replace(style, with_dates=self._with_dates)

    @property
    def lane_style(self) -> ChartStyle:
        """The same, with smaller text."""
        font = QFont(self._theme.font("small"))
        font.setPixelSize(max(12, round(font.pixelSize() * LANE_TEXT)))
        return ChartStyle.screen(self._theme.palette, font)

    def refresh(self) -> None:
        """Make room for the lane and draw again."""
        metrics = QFontMetricsF(self.style_now.font)
        self.setMinimumHeight(round(metrics.height() * self._least_rows + self._lane_room()))
        self.updateGeometry()
        self.update()

    def geometry_now(self) -> ChartGeometry | None:
        """Where the days lie in the widget as it is."""
        if self._chart is None:
            return None
        return layout(self._chart_rect(), self._chart, self.style_now, QFontMetricsF(self.style_now.font))

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chart is None:
            return
        painter = QPainter(self)
        style = self.style_now
        geometry = paint_chart(painter, self._chart_rect(), self._chart, style, cursor_day=self._cursor)
        if self._lane is not None:
            paint_lane(painter, self._lane_rect(), self._lane, self.lane_style, geometry)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index is not None:
            self.day_pointed.emit(index)
        hand = bool(self.findings_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def findings_at(self, position: QPointF) -> tuple[Finding, ...]:
        """What the shape of the lane at ``position`` stands for, the gravest first."""
        geometry = self.geometry_now()
        if geometry is None or self._lane is None:
            return ()
        style = self.lane_style
        return findings_at(position, self._lane_rect(), self._lane, style, geometry, QFontMetricsF(style.font))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        findings = self.findings_at(event.position())
        if findings:
            self.flag_chosen.emit(findings[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index is not None:
            self.day_chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._chart is None:
            super().keyPressEvent(event)
            return
        here = self._chart.first_index if self._cursor is None else self._cursor
        targets = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Home: self._chart.first_index,
            Qt.Key.Key_End: self._chart.last_index,
        }
        key = Qt.Key(event.key())
        if key in targets:
            self.day_pointed.emit(max(self._chart.first_index, min(self._chart.last_index, targets[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_chosen.emit(here)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _index_at(self, position: QPointF) -> int | None:
        geometry = self.geometry_now()
        if geometry is None or not geometry.plot.left() <= position.x() <= geometry.plot.right():
            return None
        return geometry.index_at(position.x())

    def _chart_rect(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2, 2, -2, -2 - self._lane_room())

    def _lane_rect(self) -> QRectF:
        rect = QRectF(self.rect())
        rect.setTop(self._chart_rect().bottom() + LANE_GAP * self.style_now.unit)
        return rect

    def _lane_room(self) -> float:
        if self._lane is None or self._chart is None:
            return 0.0
        style = self.style_now
        metrics = QFontMetricsF(style.font)
        geometry = layout(QRectF(self.rect()), self._chart, style, metrics)
        lane = self.lane_style
        return lane_height(self._lane, lane, geometry, QFontMetricsF(lane.font)) + LANE_GAP * style.unit

    def _paint_focus(self, painter: QPainter) -> None:
        style = self.style_now
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.pen("accent", 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
