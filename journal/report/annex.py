"""The annex: day table, flags in full, photo pairs, flowing over as many pages as they need. No words of its own.

Everything is first cut into slices that are never split, then slices are put on pages; each page repeats its headings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from journal.report.day_rows import DayRow, FullFlag
from journal.report.outline import Outline
from journal.report.page import PagePlace, paint_foot, paint_labelled
from journal.report.photo_paint import Pictures
from journal.report.pictures import Picture, PicturePair
from journal.report.sheet import MM, Paper, Paragraph, Pencil, line_height, sheet_font, wrapped

PAIR_PICTURE_MM = (88.0, 88.0)
PAIR_LETTER_MM = (88.0, 82.0)
PAIR_LABEL_MM = 6.0
HEAD_MM = 9.0
FOOT_MM = 10.0
HEADING_MM = 8.0
POINTS = 8.0
ROW_LINES = 24
"""A note longer than this many lines ends in "…"; the whole stays in the journal."""

COLUMNS = (9.0, 21.0, 9.0, 10.0, 24.0)
"""Widths in millimetres of the short cells; what was told and the flags share the rest."""

TOLD_SHARE = 0.66
CELL_GAP = 1.5

FLAG_DAYS = 10
"""So many days of a flag stay together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A piece that stays whole: its height in painter units and what it draws. ``part`` chooses the heading."""

    height: float
    part: str
    row: DayRow | None = None
    flag: FullFlag | None = None
    pair: PicturePair | None = None


def pair_box(paper: Paper) -> QSizeF:
    """The box of one photo of a pair, in millimetres: two pairs fit a page of either size."""
    return QSizeF(*(PAIR_PICTURE_MM if paper is Paper.A4 else PAIR_LETTER_MM))


def annex_pages(outline: Outline, paper: Paper) -> tuple[tuple[Slice, ...], ...]:
    """The slices of each page of the annex; empty without an annex."""
    if not outline.has_annex:
        return ()
    room = paper.inside.height() - (HEAD_MM + FOOT_MM) * MM
    pages: list[list[Slice]] = [[]]
    left = room
    for piece in _slices(outline, paper):
        page = pages[-1]
        heading = 0.0 if page and page[-1].part == piece.part else HEADING_MM * MM
        if page and piece.height + heading > left:
            pages.append([])
            left, heading = room, HEADING_MM * MM
        pages[-1].append(piece)
        left -= piece.height + heading
    return tuple(tuple(page) for page in pages if page)


def paint_annex_page(
    painter: QPainter,
    outline: Outline,
    paper: Paper,
    slices: Sequence[Slice],
    pictures: Pictures,
    place: PagePlace,
    *,
    mono: bool = False,
) -> None:
    """Draw one page of the annex; the painter's unit is 0.01 mm, its origin the corner of the sheet."""
    pencil = Pencil(painter, mono=mono)
    inside = paper.inside
    pencil.line(QRectF(inside.left(), inside.top(), inside.width(), line_height(10)), outline.title, 10, bold=True)
    pencil.rule(inside.left(), inside.top() + (HEAD_MM - 3.5) * MM, inside.width())
    y, part = inside.top() + HEAD_MM * MM, ""
    for piece in slices:
        if piece.part != part:
            part = piece.part
            _heading(pencil, QRectF(inside.left(), y, inside.width(), HEADING_MM * MM), part, outline)
            y += HEADING_MM * MM
        _paint_slice(pencil, QRectF(inside.left(), y, inside.width(), piece.height), piece, outline, paper, pictures)
        y += piece.height
    foot = QRectF(inside.left(), inside.bottom() - FOOT_MM * MM, inside.width(), FOOT_MM * MM)
    paint_foot(pencil, foot, outline, place, with_fields=False)


def _slices(outline: Outline, paper: Paper) -> Iterable[Slice]:
    width = paper.inside.width()
    for row in outline.day_rows:
        yield Slice(height=_row_height(row, width), part="days", row=row)
    for call in outline.calls:
        yield Slice(height=_flag_height(call, width), part="calls", flag=call)
    for flag in outline.flags:
        yield from _flag_slices(flag, width)
    for pair in outline.pairs:
        yield Slice(height=(pair_box(paper).height() + PAIR_LABEL_MM + 8) * MM, part="photos", pair=pair)


def _flag_slices(flag: FullFlag, width: float) -> Iterable[Slice]:
    """A rule with its first days together; many days follow in pieces of ten."""
    starts = range(0, max(len(flag.days), 1), FLAG_DAYS)
    for start in starts:
        piece = replace(flag, days=flag.days[start : start + FLAG_DAYS])
        if start:
            piece = replace(piece, title="", text="", advice="")
        if start != starts[-1]:
            piece = replace(piece, outcome="", source="")
        yield Slice(height=_flag_height(piece, width), part="flags", flag=piece)


def _heading(pencil: Pencil, box: QRectF, part: str, outline: Outline) -> None:
    titles = {"calls": outline.calls_title, "flags": outline.flags_title, "photos": outline.pairs_title}
    if part != "days":
        pencil.line(box.adjusted(0, 2.4 * MM, 0, 0), titles[part], 10, bold=True)
        return
    for cell, text in zip(_cells(box), outline.day_headings, strict=True):
        pencil.line(cell.adjusted(0, 2.2 * MM, 0, 0), text, POINTS, bold=True)
    pencil.rule(box.left(), box.bottom() - 0.8 * MM, box.width())


def _paint_slice(pencil: Pencil, box: QRectF, piece: Slice, outline: Outline, paper: Paper, pictures: Pictures) -> None:
    if piece.row is not None:
        _paint_row(pencil, box, piece.row)
    elif piece.flag is not None:
        pencil.fill(box.adjusted(0, 0, 0, 2), _flag_paragraphs(piece.flag))
    elif piece.pair is not None:
        _paint_pair(pencil, box, piece.pair, outline, paper, pictures)


def _cells(box: QRectF) -> list[QRectF]:
    """The cells of a row: the short ones, told, flags."""
    gap = CELL_GAP * MM
    rest = box.width() - sum(COLUMNS) * MM - len(COLUMNS) * gap
    widths = [*(width * MM for width in COLUMNS), rest * TOLD_SHARE - gap, rest * (1 - TOLD_SHARE)]
    cells, x = [], box.left()
    for width in widths:
        cells.append(QRectF(x, box.top(), width, box.height()))
        x += width + gap
    return cells


def _row_height(row: DayRow, width: float) -> float:
    cells = _cells(QRectF(0, 0, width, 0))
    font = sheet_font(POINTS)
    texts = (*row.cells, row.told, row.flags)
    lines = max(len(wrapped(text, font, cell.width())) for text, cell in zip(texts, cells, strict=True))
    return max(1, min(lines, ROW_LINES)) * line_height(POINTS) + 1.2 * MM


def _paint_row(pencil: Pencil, box: QRectF, row: DayRow) -> None:
    pencil.rule(box.left(), box.bottom(), box.width(), points=0.25)
    inner = box.adjusted(0, 0.5 * MM, 0, -0.5 * MM)
    cells = _cells(inner)
    for cell, text in zip(cells, (*row.cells, row.told, row.flags), strict=True):
        pencil.lines(cell, text, POINTS)


def _flag_paragraphs(flag: FullFlag) -> list[Paragraph]:
    texts = [Paragraph(text=flag.title, points=9, is_bold=True)] if flag.title else []
    texts += [Paragraph(text=text, points=POINTS) for text in (*flag.before, *flag.days, *flag.after)]
    return texts


def _flag_height(flag: FullFlag, width: float) -> float:
    total = 0.0
    for paragraph in _flag_paragraphs(flag):
        font = sheet_font(paragraph.points, bold=paragraph.is_bold)
        total += len(wrapped(paragraph.text, font, width)) * line_height(paragraph.points)
    return min(total, 200 * MM) + 2.5 * MM


def _paint_pair(
    pencil: Pencil, box: QRectF, pair: PicturePair, outline: Outline, paper: Paper, pictures: Pictures
) -> None:
    pencil.line(box, pair.title, 9, bold=True)
    size = pair_box(paper)
    top = box.top() + 5 * MM
    gap = 10 * MM if paper is Paper.A4 else 12 * MM
    sides: tuple[Picture | None, ...] = (pair.left, pair.right)
    for place, picture in enumerate(sides):
        if picture is not None:
            left = box.left() + place * (size.width() * MM + gap)
            frame = QRectF(left, top, size.width() * MM, size.height() * MM)
            paint_labelled(pencil, frame, picture, pictures, outline.no_picture)
