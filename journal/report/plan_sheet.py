"""The care plan on paper, to be read, corrected and signed by a clinician. Layout and file; words in ``plan_outline``.

Everything is cut into slices that are never split; a section's headings stay with its first row and are repeated.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter

from journal.domain.plan import Plan
from journal.report.outline import page_text
from journal.report.paper_device import paint_pages, pdf_of, write_file
from journal.report.plan_outline import SheetOutline, SheetRow, SheetSection, plan_sheet_outline
from journal.report.sheet import MM, Paper, Paragraph, Pencil, line_height, sheet_font, wrapped

DOCUMENT_TITLE = "Care plan"
COLUMNS = (50.0, 29.0)
"""Widths in millimetres of what and when; the rule has the rest."""

CELL_GAP = 3.0
POINTS = 8.0
ROW_MM = 1.2
TITLE_MM = 7.0
HEADINGS_MM = 4.4
HEAD_MM = 20.0
FOOT_MM = 7.0
CLOSING_MM = 5.0
SIGN_MM = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSlice:
    """A row of a section, and whether the section begins with it; its height without any headings."""

    section: SheetSection
    row: SheetRow
    is_first: bool
    height: float


class PlanSheet:
    """A plan laid out on one paper: its pages, and each of them painted."""

    def __init__(self, plan: Plan, *, paper: Paper = Paper.A4, mono: bool = False) -> None:
        self.outline = plan_sheet_outline(plan)
        self.paper = paper
        self.mono = mono
        self._pages = _laid_out(self.outline, paper)

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self._pages)

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint page ``page`` (from 1). The painter's unit is 0.01 mm, its origin the corner of the sheet."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pencil = Pencil(painter, mono=self.mono)
        inside = self.paper.inside
        y = inside.top()
        if page == 1:
            _head(pencil, QRectF(inside.left(), y, inside.width(), HEAD_MM * MM), self.outline)
            y += HEAD_MM * MM
        y = _slices(pencil, inside, y, self._pages[page - 1])
        if page == self.page_count:
            _closing(pencil, QRectF(inside.left(), y, inside.width(), _closing_height(self.outline)), self.outline)
        foot = QRectF(inside.left(), inside.bottom() - FOOT_MM * MM, inside.width(), FOOT_MM * MM)
        _foot(pencil, foot, self.outline.foot, page_text(page, self.page_count))
        painter.restore()

    def paint_on(self, device: QPagedPaintDevice) -> None:
        """All pages on a printer or PDF whose layout is the paper's with no margins."""
        paint_pages(device, self.paper, range(1, self.page_count + 1), self.paint_page)


def plan_sheet_pdf(plan: Plan, *, paper: Paper = Paper.A4, mono: bool = False) -> bytes:
    """The plan sheet as a PDF."""
    return pdf_of(paper, DOCUMENT_TITLE, PlanSheet(plan, paper=paper, mono=mono).paint_on)


def write_plan_sheet(path: Path, plan: Plan, *, paper: str = "a4", mono: bool = False) -> None:
    """Write the plan sheet to ``path``, whole or not at all. Raises ``JournalUnavailable``."""
    write_file(path, plan_sheet_pdf(plan, paper=Paper(paper), mono=mono))


def _laid_out(outline: SheetOutline, paper: Paper) -> tuple[tuple[SheetSlice, ...], ...]:
    """The slices of each page. The closing stands whole on the last one, never without a rule above what is signed."""
    room = paper.inside.height() - (FOOT_MM + 2) * MM
    left = room - HEAD_MM * MM
    pages: list[list[SheetSlice]] = [[]]
    for piece in _cut(outline, paper):
        heading = _heading_height(piece, is_on_top=not pages[-1])
        if pages[-1] and piece.height + heading > left:
            pages.append([])
            left, heading = room, _heading_height(piece, is_on_top=True)
        pages[-1].append(piece)
        left -= piece.height + heading
    if _closing_height(outline) > left and len(pages[-1]) > 1:
        pages.append([pages[-1].pop()])
    return tuple(tuple(page) for page in pages)


def _cut(outline: SheetOutline, paper: Paper) -> Iterator[SheetSlice]:
    width = paper.inside.width()
    for section in outline.sections:
        for place, row in enumerate(section.rows):
            yield SheetSlice(section=section, row=row, is_first=place == 0, height=_row_height(row, width))


def _heading_height(piece: SheetSlice, *, is_on_top: bool) -> float:
    return (TITLE_MM + HEADINGS_MM) * MM if piece.is_first or is_on_top else 0.0


def _slices(pencil: Pencil, inside: QRectF, y: float, pieces: Sequence[SheetSlice]) -> float:
    for place, piece in enumerate(pieces):
        heading = _heading_height(piece, is_on_top=place == 0)
        if heading:
            _headings(pencil, QRectF(inside.left(), y, inside.width(), heading), piece.section)
        y += heading
        _row(pencil, QRectF(inside.left(), y, inside.width(), piece.height), piece.row)
        y += piece.height
    return y


def _cells(box: QRectF) -> list[QRectF]:
    gap = CELL_GAP * MM
    widths = [width * MM for width in COLUMNS]
    widths.append(box.width() - sum(widths) - gap * len(widths))
    cells, x = [], box.left()
    for width in widths:
        cells.append(QRectF(x, box.top(), width, box.height()))
        x += width + gap
    return cells


def _texts(row: SheetRow) -> list[Paragraph]:
    return [
        Paragraph(text=row.what, points=POINTS, is_bold=True),
        Paragraph(text=row.when, points=POINTS),
        Paragraph(text=row.told, points=POINTS),
    ]


def _row_height(row: SheetRow, width: float) -> float:
    cells = _cells(QRectF(0, 0, width, 0))
    lines = max(
        len(wrapped(text.text, sheet_font(text.points, bold=text.is_bold), cell.width()))
        for text, cell in zip(_texts(row), cells, strict=True)
    )
    return lines * line_height(POINTS) + ROW_MM * MM


def _row(pencil: Pencil, box: QRectF, row: SheetRow) -> None:
    inner = box.adjusted(0, ROW_MM / 2 * MM, 0, 2)
    for cell, text in zip(_cells(inner), _texts(row), strict=True):
        pencil.fill(cell, [text])
    pencil.rule(box.left(), box.bottom(), box.width(), points=0.25)


def _headings(pencil: Pencil, box: QRectF, section: SheetSection) -> None:
    title = box.adjusted(0, 1.9 * MM, 0, 0)
    pencil.line(title, section.title, 11, bold=True)
    columns = box.adjusted(0, TITLE_MM * MM, 0, 0)
    for cell, text in zip(_cells(columns), section.columns, strict=True):
        pencil.line(cell, text, 7.5, grey=True)
    pencil.rule(box.left(), box.bottom(), box.width(), points=0.75)


def _head(pencil: Pencil, box: QRectF, outline: SheetOutline) -> None:
    pencil.line(box, outline.title, 14, bold=True)
    details = QRectF(box.left(), box.top() + 7 * MM, box.width(), line_height(9))
    pencil.line(details, outline.details, 9)
    x, top, width = box.left(), box.top() + 13 * MM, box.width() / 2 - 4 * MM
    for label, phone in outline.phones:
        _field(pencil, QRectF(x, top, width, line_height(10)), label, phone)
        x += width + 8 * MM


def _field(pencil: Pencil, box: QRectF, label: str, value: str) -> None:
    """A label with its value, or with a line to write on."""
    label_width = pencil.width(label, 10) + 2.5 * MM
    pencil.line(QRectF(box.left(), box.top(), label_width, box.height()), label, 10)
    rest = box.adjusted(label_width, 0, 0, 0)
    if value:
        pencil.line(rest, value, 10, bold=True)
    else:
        pencil.rule(rest.left(), box.top() + 4.2 * MM, rest.width(), points=0.4)


def _closing_height(outline: SheetOutline) -> float:
    return (4 + CLOSING_MM * len(outline.closing) + SIGN_MM) * MM


def _closing(pencil: Pencil, box: QRectF, outline: SheetOutline) -> None:
    y = box.top() + 4 * MM
    for text in outline.closing:
        pencil.line(QRectF(box.left(), y, box.width(), line_height(9)), text, 9)
        y += CLOSING_MM * MM
    shares = (0.42, 0.18, 0.4)
    x, gap = box.left(), 6 * MM
    for label, share in zip(outline.sign, shares, strict=True):
        width = (box.width() - gap * (len(shares) - 1)) * share
        _field(pencil, QRectF(x, y + 9 * MM, width, line_height(10)), label, "")
        x += width + gap


def _foot(pencil: Pencil, box: QRectF, mark: str, pages: str) -> None:
    pencil.rule(box.left(), box.top() + 1.5 * MM, box.width())
    line = QRectF(box.left(), box.bottom() - line_height(7.5), box.width(), line_height(7.5))
    pencil.line(line.adjusted(0, 0, -30 * MM, 0), mark, 7.5, grey=True)
    pencil.line(line.adjusted(line.width() - 30 * MM, 0, 0, 0), pages, 7.5, right=True)
