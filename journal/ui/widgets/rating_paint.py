"""Where the cells of a rating strip lie and how they look. No keys, no values of its own, no widgets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from journal.domain.ratings import HIGHEST, LOWEST, Band, band_of
from journal.ui.theme import STEPS, Theme

CELL_MIN = 44
CELL_HEIGHT = 46
GAP = 6
RING = 3
RADIUS = 9
MARKER_TIP = 6
FIRST_ROW = 6
"""A narrow strip wraps after 5: 0-5 above, 6-10 below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripLook:
    """What a strip shows."""

    rating: int | None
    cursor: int | None
    hovered: int | None
    marker: int | None
    marker_word: str
    band_words: Mapping[Band, str]
    has_focus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StripGeometry:
    """The cells by value, the line of words under each row of cells, and the height of it all, in pixels."""

    cells: tuple[QRectF, ...]
    words: tuple[QRectF, ...]
    height: int
    marker_height: int

    @classmethod
    def fitting(cls, width: int, theme: Theme, *, has_marker: bool) -> Self:
        """One row where eleven cells have room, else 0-5 over 6-10."""
        text = QFontMetrics(theme.font("text"))
        small = QFontMetrics(theme.font("small"))
        cell_height = max(CELL_HEIGHT, text.height() + 22)
        marker_height = small.height() + MARKER_TIP if has_marker else 0
        is_wide = width - 2 * RING >= 11 * CELL_MIN + 10 * 4
        rows = (range(11),) if is_wide else (range(FIRST_ROW), range(FIRST_ROW, 11))
        columns = len(rows[0])
        gap = GAP if width - 2 * RING >= columns * CELL_MIN + (columns - 1) * GAP else 4
        cell_width = (width - 2 * RING - (columns - 1) * gap) / columns
        cells: list[QRectF] = []
        words: list[QRectF] = []
        top = float(RING)
        for row in rows:
            top += marker_height
            cells += [QRectF(RING + i * (cell_width + gap), top, cell_width, cell_height) for i in range(len(row))]
            words.append(QRectF(RING, top + cell_height + 4, width - 2 * RING, small.height()))
            top += cell_height + 4 + small.height() + (4 if len(rows) > 1 and row is rows[0] else 0)
        return cls(cells=tuple(cells), words=tuple(words), height=round(top + 1), marker_height=marker_height)

    @staticmethod
    def smallest_width(theme: Theme) -> int:
        """Six cells side by side, each as wide as a finger or its number needs."""
        number = QFontMetrics(theme.font("text")).horizontalAdvance("10") + 12
        return FIRST_ROW * max(CELL_MIN, number) + (FIRST_ROW - 1) * 4 + 2 * RING

    def spans(self) -> Iterator[tuple[Band, QRectF]]:
        """The stretch of the line of words that belongs to each band; a band that wraps has two."""
        rows = (range(11),) if len(self.words) == 1 else (range(FIRST_ROW), range(FIRST_ROW, 11))
        for row, line in zip(rows, self.words, strict=True):
            for band in Band:
                cells = [self.cells[value] for value in row if band_of(value) is band]
                if cells:
                    yield band, QRectF(cells[0].left(), line.top(), cells[-1].right() - cells[0].left(), line.height())


def paint_strip(painter: QPainter, geometry: StripGeometry, look: StripLook, theme: Theme) -> None:
    """The cells with their numbers, the words under them, the day before's marker and the ring of the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for value, cell in enumerate(geometry.cells):
        _paint_cell(painter, cell, value, look, theme)
    _paint_words(painter, geometry, look, theme)
    if look.marker is not None and LOWEST <= look.marker <= HIGHEST:
        _paint_marker(painter, geometry, look, theme)
    if look.has_focus:
        _paint_ring(painter, geometry, look, theme)


def _paint_cell(painter: QPainter, cell: QRectF, value: int, look: StripLook, theme: Theme) -> None:
    palette = theme.palette
    is_chosen = value == look.rating
    fill, edge = (palette.accent, palette.accent) if is_chosen else (palette.sunken, palette.hairline)
    if value == look.hovered and not is_chosen:
        fill, edge = palette.accent_soft, palette.accent
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    font = QFont(theme.font("text"))
    font.setPixelSize(round(font.pixelSize() * 1.1))
    font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(QColor(palette.on_accent if is_chosen else palette.ink))
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(value))


def _paint_words(painter: QPainter, geometry: StripGeometry, look: StripLook, theme: Theme) -> None:
    font = _words_font(geometry, look, theme)
    chosen = band_of(look.rating) if look.rating is not None else None
    for band, span in geometry.spans():
        font.setWeight(QFont.Weight.DemiBold if band is chosen else QFont.Weight.Normal)
        words = _fitting(look.band_words.get(band, ""), QFontMetrics(font), span.width() + GAP)
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.ink if band is chosen else theme.palette.second_ink))
        painter.drawText(span, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


def _words_font(geometry: StripGeometry, look: StripLook, theme: Theme) -> QFont:
    """The small font, or one a little smaller in which every band's first words have room, also in bold."""
    font = QFont(theme.font("small"))
    smallest = min(font.pixelSize(), STEPS["small"])
    while font.pixelSize() > smallest:
        metrics = QFontMetrics(_bold(font))
        firsts = ((look.band_words.get(band, "").split(",", maxsplit=1)[0], span) for band, span in geometry.spans())
        if all(metrics.horizontalAdvance(first) <= span.width() + GAP for first, span in firsts):
            break
        font.setPixelSize(font.pixelSize() - 1)
    return font


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _fitting(words: str, metrics: QFontMetrics, width: float) -> str:
    """The words, or what stands before their first comma, or as much of it as there is room for."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    return metrics.elidedText(words.split(",", maxsplit=1)[0], Qt.TextElideMode.ElideRight, int(width))


def _paint_marker(painter: QPainter, geometry: StripGeometry, look: StripLook, theme: Theme) -> None:
    """A small pointer over the cell, with its word: an anchor for the eye, not an answer."""
    cell = geometry.cells[look.marker or 0]
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(theme.palette.second_ink))
    width = painter.fontMetrics().horizontalAdvance(look.marker_word)
    last = geometry.words[0].right()
    left = min(max(cell.center().x() - width / 2, RING), last - width)
    line = QRectF(left, cell.top() - geometry.marker_height, width, geometry.marker_height - MARKER_TIP)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, look.marker_word)
    x, y = cell.center().x(), cell.top() - 1.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.palette.second_ink))
    painter.drawPolygon(QPolygonF([QPointF(x - 4.5, y - 4.5), QPointF(x + 4.5, y - 4.5), QPointF(x, y)]))


def _paint_ring(painter: QPainter, geometry: StripGeometry, look: StripLook, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.palette.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = look.cursor if look.cursor is not None else look.rating
    if at is not None:
        painter.drawRoundedRect(geometry.cells[at].adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
        return
    rows = (geometry.cells,) if len(geometry.words) == 1 else (geometry.cells[:FIRST_ROW], geometry.cells[FIRST_ROW:])
    for row in rows:
        painter.drawRoundedRect(row[0].united(row[-1]).adjusted(-2, -2, 2, 2), RADIUS + 2, RADIUS + 2)
