"""The lane under the curves: what is to be avoided or done, flags as shapes with letters, things done too early.

On screen each stretch is a bar; on paper there is room for the shapes alone. Data come from ``lane_data``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, Qt

from journal import words
from journal.domain.findings import Finding
from journal.domain.plan import Kind
from journal.drawing.lane_data import LaneData, LaneSlip, LaneWindow
from journal.drawing.scale import ChartGeometry
from journal.drawing.shapes import Mark, paint_mark, paint_treatment, tier_mark
from journal.drawing.style import ChartStyle

PAD = 6.0
ROW_SHARE = 1.1
"""The height of a row, in lines of text."""
MARK_SHARE = 1.0
"""The size of a mark, in lines of text."""
REACH_SHARE = 0.75
"""How far from its middle a mark can be clicked, in sizes."""


@dataclass(frozen=True, slots=True)
class PlacedWindow:
    """A bar with its name and the row it lies in. ``label_left`` is where the name begins."""

    window: LaneWindow
    row: int
    left: float
    right: float
    label: str
    label_left: float


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A shape of the lane where it lies: a flag or a slip with its findings, or on paper a treatment."""

    center: QPointF
    size: float
    mark: Mark | None = None
    treatment: int | None = None
    findings: tuple[Finding, ...] = ()


def lane_height(lane: LaneData, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF) -> float:
    """The height the lane needs under a chart of that geometry."""
    rows = 1 + max((placed.row for placed in _placed(lane, style, geometry, metrics)), default=-1)
    return (rows + _mark_rows(lane, geometry, metrics)) * _row_height(metrics)


def paint_lane(painter: QPainter, rect: QRectF, lane: LaneData, style: ChartStyle, geometry: ChartGeometry) -> None:
    """Paint the lane into ``rect``; days lie where ``geometry`` (of the chart above) has them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = style.metrics(painter)
    height = _row_height(metrics)
    for bar in _bars(lane, style, geometry, metrics):
        _paint_bar(painter, bar, QRectF(rect.left(), rect.top() + bar.row * height, rect.width(), height), style)
    for placed in placed_marks(rect, lane, style, geometry, metrics):
        if placed.mark is not None:
            paint_mark(painter, placed.center, placed.size, placed.mark, style)
        elif placed.treatment is not None:
            paint_treatment(painter, placed.center, placed.size, placed.treatment, style)
    painter.restore()


def findings_at(
    point: QPointF, rect: QRectF, lane: LaneData, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF
) -> tuple[Finding, ...]:
    """What the shape at ``point`` stands for, the gravest first; nothing beside the shapes."""
    for placed in placed_marks(rect, lane, style, geometry, metrics):
        reach = placed.size * REACH_SHARE
        if abs(point.x() - placed.center.x()) <= reach and abs(point.y() - placed.center.y()) <= reach:
            return tuple(sorted(placed.findings, key=_by_tier))
    return ()


def placed_marks(
    rect: QRectF, lane: LaneData, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF
) -> list[PlacedMark]:
    """Flags and slips in one row, side by side on a day that has both; in two rows where days are too close."""
    bars = _bars(lane, style, geometry, metrics)
    height, size = _row_height(metrics), metrics.height() * MARK_SHARE
    top = rect.top() + (1 + max((bar.row for bar in bars), default=-1)) * height
    in_two = _mark_rows(lane, geometry, metrics) == 2
    flagged = {flag.index for flag in lane.flags}
    both = flagged & {slip.index for slip in lane.slips}
    marks = []
    for flag in lane.flags:
        x = geometry.x_of(flag.index) - (size * 0.6 if flag.index in both and not in_two else 0)
        center = QPointF(x, top + height / 2)
        marks.append(PlacedMark(center, size, mark=tier_mark(flag.tier), findings=flag.findings))
    if style.on_paper:
        taken = flagged | {slip.index for slip in lane.slips}
        for treated in lane.treatments:
            x = geometry.x_of(treated.index) - (size * 1.2 if treated.index in taken else 0)
            marks.append(PlacedMark(QPointF(x, top + height / 2), size, treatment=treated.treatment))
    row = top + (height * 1.5 if in_two else height / 2)
    beside: dict[int, int] = dict.fromkeys(both, 1) if not in_two else {}
    for slip in lane.slips:
        place = beside.get(slip.index, 0)
        beside[slip.index] = place + (2 if place else 1)
        x = geometry.x_of(slip.index) + size * (0.6 * place if slip.index in both and not in_two else 1.2 * place)
        marks.append(PlacedMark(QPointF(x, row), size, mark=slip_mark(slip), findings=slip.findings))
    return marks


def _bars(lane: LaneData, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF) -> list[PlacedWindow]:
    """The bars; on paper there is room for the shapes alone."""
    return [] if style.on_paper else _placed(lane, style, geometry, metrics)


def _by_tier(finding: Finding) -> int:
    return -finding.tier


def slip_mark(slip: LaneSlip) -> Mark:
    """Done early, or missed."""
    return Mark.EARLY if slip.kind is Kind.AVOID else Mark.MISSED


def lane_marks(lane: LaneData) -> tuple[Mark, ...]:
    """The shapes that occur in a lane, for its legend, in order of weight."""
    found = {slip_mark(slip) for slip in lane.slips} | {tier_mark(flag.tier) for flag in lane.flags}
    return tuple(mark for mark in Mark if mark in found)


def window_label(window: LaneWindow, names: Mapping[str, str], *, with_treatment: bool) -> str:
    """The name of a bar: "Sport, heat · Shaving"; for another treatment's its number too. ``names``: a plan's own."""
    name = " · ".join(_group_names(window.habits, names))
    if window.kind is Kind.DO:
        name = QCoreApplication.translate("lane", "{habit} daily").format(habit=name)
    if with_treatment:
        return QCoreApplication.translate("lane", "{habit} (treatment {number})").format(
            habit=name, number=window.treatment
        )
    return name


def _group_names(habits: tuple[str, ...], plan_names: Mapping[str, str]) -> list[str]:
    groups = (
        (("exercise", "hot-shower", "sauna"), QCoreApplication.translate("lane", "Sport, heat")),
        (("direct-sun", "tanning-bed"), QCoreApplication.translate("lane", "Sun")),
        (("picking", "waxing"), QCoreApplication.translate("lane", "Picking, waxing")),
        (("harsh-product",), QCoreApplication.translate("lane", "Harsh products")),
    )
    left = list(habits)
    names: dict[str, str] = {}
    for members, name in groups:
        if all(member in left and member not in plan_names for member in members):
            names[members[0]] = name
            left = [habit for habit in left if habit not in members[1:]]
    return [names.get(habit, words.habit_name(habit, plan_names)) for habit in left]


def _row_height(metrics: QFontMetricsF) -> float:
    return metrics.height() * ROW_SHARE


def _mark_rows(lane: LaneData, geometry: ChartGeometry, metrics: QFontMetricsF) -> int:
    both = {flag.index for flag in lane.flags} & {slip.index for slip in lane.slips}
    if both and geometry.day_width < metrics.height() * MARK_SHARE * 2.4:
        return 2
    return 1 if lane.flags or lane.slips else 0


def _placed(lane: LaneData, style: ChartStyle, geometry: ChartGeometry, metrics: QFontMetricsF) -> list[PlacedWindow]:
    """Each bar in the first row where neither it nor its name touches another."""
    pad = PAD * style.unit
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for window in lane.windows:
        left = geometry.x_of(max(window.start, geometry.first))
        right = geometry.x_of(min(window.end, geometry.last))
        label = window_label(window, lane.habit_names, with_treatment=window.treatment != lane.treatment)
        width = metrics.horizontalAdvance(label)
        label_left = max(geometry.plot.left(), min(left + pad, geometry.plot.right() - width))
        span = (min(left, label_left), max(right, label_left + width) + pad)
        row = next((number for number, spans in enumerate(rows) if _is_free(spans, span)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(span)
        placed.append(PlacedWindow(window, row, left, right, label, label_left))
    return placed


def _is_free(spans: list[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] <= start or span[0] >= end for start, end in spans)


def _paint_bar(painter: QPainter, bar: PlacedWindow, row: QRectF, style: ChartStyle) -> None:
    height = row.height() * 0.84
    box = QRectF(bar.left, row.center().y() - height / 2, max(bar.right - bar.left, 2.0), height)
    paint_bar(painter, box, bar.window.kind, style)
    if style.with_text:
        painter.setFont(style.font)
        painter.setPen(style.color("ink"))
        area = QRectF(bar.label_left, row.top(), row.right() - bar.label_left, row.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bar.label)


def paint_bar(painter: QPainter, box: QRectF, kind: Kind, style: ChartStyle) -> None:
    """A stretch: full for what is to be avoided, an open dashed edge for what is to be done."""
    radius = min(4.0 * style.unit, box.height() / 3)
    if kind is Kind.DO:
        painter.setPen(style.pen("accent", style.thin_width, (3 * style.unit, 3 * style.unit)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("accent_soft"))
    painter.drawRoundedRect(box, radius, radius)
