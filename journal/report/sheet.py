"""The sheet of paper: sizes in hundredths of a millimetre, fonts in points, lines of text that fit. No content.

One painter unit is 0.01 mm on every device, so that preview, printer and PDF break every line at the same place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from journal.drawing.palette import PAPER

MM = 100.0
POINT = 25.4 / 72 * MM
LINE = 1.28
"""Height of a line of text, in its point size."""

MARGIN = 12.0
GAP = 3.0
SMALLEST = 0.72
"""How far a text may shrink before its end is left out."""


class Paper(StrEnum):
    """The two sizes that are printed."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)

    @property
    def page_size(self) -> QPageSize:
        """For printer and PDF."""
        return QPageSize(QPageSize.PageSizeId.A4 if self is Paper.A4 else QPageSize.PageSizeId.Letter)

    @property
    def sheet(self) -> QRectF:
        """The whole sheet in painter units."""
        width, height = self.size_mm
        return QRectF(0, 0, width * MM, height * MM)

    @property
    def inside(self) -> QRectF:
        """The sheet without its margins, in painter units."""
        margin = MARGIN * MM
        return self.sheet.adjusted(margin, margin, -margin, -margin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text with its size in points."""

    text: str
    points: float = 9.0
    is_bold: bool = False


class Pencil:
    """Writes and draws on one painter, in black, white and, unless ``mono``, the greys of the paper palette."""

    def __init__(self, painter: QPainter, *, mono: bool = False) -> None:
        self.painter = painter
        self.mono = mono
        self.grey = QColor(PAPER.ink if mono else PAPER.second_ink)
        self.ink = QColor(PAPER.ink)
        painter.setPen(self.ink)

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """The desktop's own family in that size."""
        return sheet_font(points, bold=bold)

    def width(self, text: str, points: float, *, bold: bool = False) -> float:
        """The width of a line."""
        return QFontMetricsF(self.font(points, bold=bold)).horizontalAdvance(text)

    def line(
        self, box: QRectF, text: str, points: float, *, bold: bool = False, right: bool = False, grey: bool = False
    ) -> None:
        """One line from the top of ``box``; shrunk a little if it must be, then its end left out."""
        size = points
        while size > points * SMALLEST and self.width(text, size, bold=bold) > box.width():
            size -= 0.25
        font = self.font(size, bold=bold)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        x = box.right() - metrics.horizontalAdvance(shown) if right else box.left()
        self.painter.setFont(font)
        self.painter.setPen(self.grey if grey else self.ink)
        self.painter.drawText(QPointF(x, box.top() + baseline(points)), shown)

    def fill(self, box: QRectF, paragraphs: Sequence[Paragraph], *, spread: float = 0.0) -> None:
        """Paragraphs one under the other, all shrunk alike until they fit; what still does not is left out with "…"."""
        scale = 1.0
        while scale > SMALLEST and self.height(paragraphs, box.width(), scale, spread) > box.height():
            scale -= 0.04
        y = box.top()
        for paragraph in paragraphs:
            y = self._write(paragraph, QRectF(box.left(), y, box.width(), box.bottom() - y), scale) + spread * MM

    def height(self, paragraphs: Sequence[Paragraph], width: float, scale: float = 1.0, spread: float = 0.0) -> float:
        """The height that the paragraphs take."""
        heights = [
            len(wrapped(one.text, self.font(one.points * scale, bold=one.is_bold), width))
            * line_height(one.points * scale)
            for one in paragraphs
        ]
        return sum(heights) + max(0, len(heights) - 1) * spread * MM

    def lines(self, box: QRectF, text: str, points: float) -> None:
        """A text over several lines at its own size; what does not fit is left out with "…"."""
        self._write(Paragraph(text=text, points=points), box, 1.0)

    def rule(self, x: float, y: float, width: float, *, points: float = 0.5) -> None:
        """A thin line across."""
        self.painter.setPen(QPen(self.ink, points * POINT))
        self.painter.drawLine(QPointF(x, y), QPointF(x + width, y))

    def frame(self, box: QRectF, *, points: float = 0.75) -> None:
        """A frame that lies inside ``box``."""
        half = points * POINT / 2
        self.painter.setPen(QPen(self.ink, points * POINT))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(box.adjusted(half, half, -half, -half))

    def _write(self, paragraph: Paragraph, box: QRectF, scale: float) -> float:
        points = paragraph.points * scale
        font = self.font(points, bold=paragraph.is_bold)
        lines = shortened(wrapped(paragraph.text, font, box.width()), int((box.height() + 1) // line_height(points)))
        self.painter.setFont(font)
        self.painter.setPen(self.ink)
        y = box.top()
        metrics = QFontMetricsF(font)
        for text in lines:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            self.painter.drawText(QPointF(box.left(), y + baseline(points)), shown)
            y += line_height(points)
        return y


def sheet_font(points: float, *, bold: bool = False) -> QFont:
    """The desktop's own family, sized in painter units, with tabular figures where the font has them."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(max(1, round(points * POINT)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setItalic(False)
    font.setFeature(QFont.Tag("liga"), 0)  # so that every letter can be searched in the PDF
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return font


def line_height(points: float) -> float:
    """The height of one line in painter units."""
    return points * LINE * POINT


def baseline(points: float) -> float:
    """From the top of a line to its baseline."""
    return points * POINT * 1.0


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The text in lines no wider than ``width``; a word that is wider is broken."""
    if not text:
        return []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    encoded = text.encode("utf-16-le")
    return [encoded[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip() for start, length in lines]


def shortened(lines: list[str], room: int) -> list[str]:
    """At most ``room`` lines; the last one says by "…" that there is more."""
    if len(lines) <= room:
        return lines
    kept = lines[: max(0, room)]
    if kept:
        kept[-1] = kept[-1].rstrip(" .,;") + " …"
    return kept
