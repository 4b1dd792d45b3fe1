"""Journals and pictures for the tests of the visit summary."""

from datetime import date, timedelta
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from journal.domain.facts import Profile
from journal.domain.photo import Copy, Photo, View
from journal.domain.ratings import Baseline
from journal.domain.record import Record
from journal.report.photo_paint import jpeg
from journal.report.sheet import MARGIN
from journal.report.summary import Summary
from tests import builders

DAY_ZERO = date(2026, 11, 20)
REDNESS = (6, 5, 4, None, 3, 5, 6, 4, 3, 2, 2, 1, 1)
SENSITIVITY = (4, 3, 2, None, 2, 3, 4, 2, 2, 1, 1, 1, 1)


def day(number: int) -> date:
    return DAY_ZERO + timedelta(days=number)


def given_baseline() -> Baseline:
    return Baseline(redness=1, sensitivity=0, given_at=builders.moment("2026-11-01T20:00"))


def nine_photos() -> tuple[Photo, ...]:
    places = [(number, view) for number in (-1, 6, 12) for view in (View.FRONT, View.LEFT, View.RIGHT)]
    return tuple(builders.photo(day(number), view, id=place) for place, (number, view) in enumerate(places, start=1))


def risen_course(**more) -> Record:
    """Day 3 missing, day 9 filled in later, day 10 edited; sport on day 1; it rises on days 5 and 6."""
    entries = []
    for number, (redness, sensitivity) in enumerate(zip(REDNESS, SENSITIVITY, strict=True)):
        if redness is None:
            continue
        entries.append(
            builders.entry(
                day(number),
                redness,
                sensitivity,
                habits={"exercise": True} if number == 1 else {},
                symptoms={"peeling"} if 4 <= number <= 6 else set(),
                days_late=4 if number == 9 else 0,
                edited=number == 10,
            )
        )
    profile = Profile(name="Ada Example", questions=("When may I use tretinoin again?",))
    values = {"baseline": given_baseline(), "photos": nine_photos(), "profile": profile, **more}
    return builders.record(*entries, **values)


@cache
def noisy_photo(seed: int = 1, size: tuple[int, int] = (1536, 2048)) -> bytes:
    """A picture with grain like a phone's at night: hard to compress."""
    width, height = size
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(QColor(200, 150, 130))
    painter = QPainter(image)
    value = seed * 7919 + 1
    for _ in range(30_000):
        value = (value * 1103515245 + 12345) % (1 << 31)
        color = QColor(120 + value % 120, 90 + (value >> 8) % 100, 80 + (value >> 16) % 100)
        painter.fillRect((value >> 4) % width, (value >> 11) % height, 9, 7, color)
    painter.end()
    return jpeg(image, 90)


def photo_bytes(photo_id: int, _copy: Copy) -> bytes:
    return noisy_photo(photo_id % 3)


def rendered(summary: Summary, page: int, dots_per_mm: float = 3, *, smooth: bool = True) -> QImage:
    """A page as a picture, white where nothing is drawn."""
    width, height = summary.paper.size_mm
    image = QImage(round(width * dots_per_mm), round(height * dots_per_mm), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(dots_per_mm / 100, dots_per_mm / 100)
    if smooth:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    summary.paint_page(painter, page)
    painter.end()
    return image


def is_blank_outside(image: QImage, dots_per_mm: float = 3) -> bool:
    """Whether the margins hold nothing."""
    edge = int((MARGIN - 0.4) * dots_per_mm)
    width, height = image.width(), image.height()
    strips = (
        image.copy(0, 0, width, edge),
        image.copy(0, height - edge, width, edge),
        image.copy(0, 0, edge, height),
        image.copy(width - edge, 0, edge, height),
    )
    return all(_is_white(strip) for strip in strips)


def _is_white(image: QImage) -> bool:
    white = QImage(image.size(), image.format())
    white.fill(0xFFFFFFFF)
    return image == white
