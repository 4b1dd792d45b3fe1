"""Painting: on a picture, on paper and in a widget, without a warning; pictures compared with kept ones.

The kept pictures hold no text, since fonts differ between machines. Renew them with ``RENEW_GOLDENS=1``.
"""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter

from journal.domain.ratings import Scale
from journal.drawing.chart import ChartStyle, paint_chart
from journal.drawing.chart_data import CourseChart, course_chart
from journal.drawing.lane import paint_lane
from journal.drawing.lane_data import course_lane
from journal.drawing.month import month_layout, paint_month
from journal.drawing.month_data import Logged, calendar_day
from journal.drawing.palette import DARK, LIGHT
from tests import builders
from tests.drawing.courses import day, flagged_course

GOLDEN = Path(__file__).parent / "golden"
TOLERANCE = 0.004
"""The share of the full range by which two pictures may differ on average: other rasterisers, same picture."""
WIDTH, HEIGHT = 420, 240
NARROW = 280
"""As wide as the small curve of Today: the days touch."""


def font(size: int = 12) -> QFont:
    made = QFont()
    made.setPixelSize(size)
    return made


def styles() -> dict[str, ChartStyle]:
    return {
        "light": ChartStyle.screen(LIGHT, font()),
        "dark": ChartStyle.screen(DARK, font()),
        "paper": ChartStyle.paper(font(), point=1.33),
        "mono": ChartStyle.paper(font(), point=1.33, mono=True),
        "compact": ChartStyle.screen(LIGHT, font(), compact=True),
    }


def without_text(style: ChartStyle) -> ChartStyle:
    return replace(style, with_text=False)


def the_chart() -> CourseChart:
    record = flagged_course()
    treatment = record.treatments[-1]
    return course_chart(
        record,
        treatment,
        Scale.REDNESS,
        first_day=treatment.day,
        last_day=day(14),
        compare=record.treatments,
        today=day(14),
    )


def paint(painter: QPainter, rect: QRectF, style: ChartStyle) -> None:
    """The curve with its lane below."""
    record = flagged_course()
    treatment = record.treatments[-1]
    chart = the_chart()
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.55)
    geometry = paint_chart(painter, upper, chart, style, cursor_day=6)
    lower = QRectF(rect.left(), upper.bottom(), rect.width(), rect.height() * 0.45)
    paint_lane(
        painter, lower, course_lane(record, treatment, first_day=treatment.day, last_day=day(14)), style, geometry
    )


def picture(style: ChartStyle) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(style.color("surface"))
    painter = QPainter(image)
    paint_chart(painter, QRectF(0, 0, WIDTH, HEIGHT), the_chart(), style, cursor_day=6)
    painter.end()
    return image


def difference(left: QImage, right: QImage) -> float:
    """The mean difference of all channels, 0 to 1."""
    one, two = (bytes(image.convertToFormat(QImage.Format.Format_RGB888).constBits()) for image in (left, right))
    return sum(abs(a - b) for a, b in zip(one, two, strict=True)) / (255 * len(one))


def assert_like_golden(image: QImage, name: str) -> None:
    path = GOLDEN / f"{name}.png"
    if os.environ.get("RENEW_GOLDENS"):
        assert image.save(str(path))
    golden = QImage(str(path))
    assert golden.size() == image.size()
    assert difference(golden, image) < TOLERANCE


@pytest.mark.parametrize("name", ["light", "dark", "paper", "mono"])
def test_the_course_looks_as_it_did(qapp, name):
    assert_like_golden(picture(without_text(styles()[name])), f"course-{name}")


def painted_month(record, name: str) -> QImage:
    image = QImage(700, 500, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    style = styles()[name]
    geometry = month_layout(QRectF(0, 0, 700, 500), date(2026, 11, 1), 0, style.metrics(painter))
    days = {shown: calendar_day(record, shown, day(9)) for shown in geometry.cells}
    paint_month(painter, geometry, days, style)
    painter.end()
    return image


@pytest.mark.parametrize("left", [{"note": "windy"}, {}], ids=["a note is left", "nothing is left"])
def test_a_rating_taken_away_afterwards_is_seen_on_the_calendar(qapp, left):
    edited, untouched = (
        builders.record(builders.entry(day(-3), edited=edited, **left), builders.entry(day(2), edited=edited, **left))
        for edited in (True, False)
    )
    assert painted_month(edited, "light") != painted_month(untouched, "light")


@pytest.mark.parametrize("lines", [3.2, 6.0])
def test_photos_of_a_day_without_an_entry_are_seen_in_low_cells_too(qapp, lines):
    """With large text there is no room for them above the hatching."""
    style = styles()["light"]
    missing = calendar_day(flagged_course(), day(3), day(12))
    assert missing.logged is Logged.MISSING

    def painted(photos: int) -> QImage:
        image = QImage(WIDTH, round(QFontMetricsF(style.font).height() * (1.5 + 6 * lines)), QImage.Format.Format_RGB32)
        image.fill(style.color("surface"))
        painter = QPainter(image)
        geometry = month_layout(QRectF(image.rect()), day(3).replace(day=1), 0, style.metrics(painter))
        paint_month(painter, geometry, {day(3): replace(missing, photos=photos)}, style)
        painter.end()
        return image

    assert painted(1) != painted(0)


@pytest.mark.parametrize("name", ["light", "paper", "mono"])
def test_a_rating_taken_away_afterwards_is_seen_on_the_curve(qapp, name):
    def painted(*, edited: bool) -> QImage:
        record = builders.record(builders.entry(day(1), 5, 4), builders.entry(day(2), None, 3, edited=edited))
        chart = course_chart(
            record, record.treatments[0], Scale.REDNESS, first_day=day(0), last_day=day(6), today=day(4)
        )
        assert chart.emptied == ((2,) if edited else ())
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        paint_chart(painter, QRectF(0, 0, WIDTH, HEIGHT), chart, styles()[name])
        painter.end()
        return image

    assert painted(edited=True) != painted(edited=False)


@pytest.mark.parametrize("first_weekday", [0, 6])
@pytest.mark.parametrize("month", [date(2026, 11, 1), date(2027, 2, 1), date(2028, 2, 1)])
def test_a_months_cells_lie_inside_and_never_overlap(qapp, month, first_weekday):
    rect = QRectF(10, 20, 700, 500)
    geometry = month_layout(rect, month, first_weekday, QFontMetricsF(font()))
    cells = list(geometry.cells.items())
    assert all(rect.contains(cell) for _, cell in cells)
    assert not any(one.intersects(two) for n, (_, one) in enumerate(cells) for _, two in cells[n + 1 :])
    assert all(geometry.hit(cell.center()) == shown for shown, cell in cells)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("size", [(800, 640), (300, 200), (60, 40)])
def test_a_month_paints_at_every_size_without_a_warning(qapp, qtlog, name, size):
    style = styles()[name]
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    geometry = month_layout(QRectF(0, 0, *size), date(2026, 11, 1), 0, style.metrics(painter))
    days = {shown: calendar_day(flagged_course(), shown, day(9)) for shown in geometry.cells}
    paint_month(painter, geometry, days, style, chosen=day(6), focused=True)
    assert painter.end()
    assert not [record.message for record in qtlog.records]


@pytest.mark.parametrize("name", ["light", "dark", "paper", "mono", "compact"])
@pytest.mark.parametrize("size", [(1060, 500), (320, 180), (90, 60)])
def test_it_paints_at_every_size_without_a_warning(qapp, qtlog, name, size):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, *size), styles()[name])
    assert painter.end()
    assert not [record.message for record in qtlog.records]


def test_paper_holds_vectors_and_text_but_no_picture(qapp, qtlog):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(186, 80), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    paint(painter, QRectF(0, 0, writer.width(), writer.height()), ChartStyle.paper(font(7)))
    assert painter.end()
    data = bytes(buffer.data().data())
    assert data.startswith(b"%PDF")
    assert b"/Subtype /Image" not in data
    assert not [record.message for record in qtlog.records]


def test_in_one_bit_everything_is_black_or_white(qapp):
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    style = without_text(styles()["mono"])
    assert {style.color(token).name() for token in ("ink", "hairline", "typical", "accent", "call", "caution")} == {
        "#000000"
    }
    paint(painter, QRectF(0, 0, WIDTH, HEIGHT), style)
    painter.end()
    assert len({image.pixelColor(x, y).name() for x in range(0, WIDTH, 3) for y in range(0, HEIGHT, 3)}) > 1


def test_nothing_of_the_patients_line_lies_over_a_gap(qapp):
    style = without_text(styles()["light"])
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(style.color("surface"))
    painter = QPainter(image)
    geometry = paint_chart(painter, QRectF(0, 0, WIDTH, HEIGHT), the_chart(), style)
    painter.end()
    ink = style.color("ink").name()

    def inks(index: int) -> bool:
        x = round(geometry.x_of(index))
        return ink in {image.pixelColor(x, y).name() for y in range(HEIGHT)}

    assert inks(2)
    assert not inks(3)
    assert inks(4)


def test_weeks_without_an_entry_are_a_quiet_field():
    """One field of few lines: day by day they would be darker than anything that was logged."""
    record = flagged_course()
    treatment = record.treatments[-1]
    chart = course_chart(record, treatment, Scale.REDNESS, first_day=treatment.day, last_day=day(28), today=day(28))
    picture = QImage(NARROW, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_chart(painter, QRectF(0, 0, NARROW, HEIGHT), chart, without_text(styles()["compact"]))
    painter.end()
    room = [(x, y) for x in range(NARROW * 6 // 10, NARROW * 9 // 10) for y in range(HEIGHT // 4, HEIGHT // 2)]
    inked = sum(picture.pixelColor(x, y).lightness() < 200 for x, y in room) / len(room)
    assert 0.02 < inked < 0.25
