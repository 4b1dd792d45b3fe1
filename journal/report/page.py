"""Page one: the blocks, their heights in millimetres, how each draws an ``Outline``. No words of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from journal.drawing.chart import EARLIER_SHARE, dashes_of, paint_chart
from journal.drawing.lane import paint_lane
from journal.drawing.scale import ChartGeometry
from journal.drawing.shapes import paint_mark, paint_point
from journal.drawing.style import ChartStyle
from journal.report.outline import Outline, days_counted, more_text, page_text
from journal.report.photo_paint import Pictures, paint_picture
from journal.report.pictures import Picture
from journal.report.sheet import GAP, MM, POINT, Paper, Paragraph, Pencil, line_height, sheet_font, shortened, wrapped
from journal.report.told import Column, ToldLine

TOLD_LINES = 6
TOLD_POINTS = 8.5
MARK_MM = 4.3
PAGE_PICTURE_MM = (58.0, 52.0)
LABEL_MM = 4.5
NOTE_MM = 3.2
"""The line under a label that says what to mind when looking at the photo."""

CHART_LARGEST = 1.6
"""How much a chart may grow into room that other blocks gave away."""


class Block(StrEnum):
    """The blocks of page one, from the top."""

    HEAD = "head"
    ANSWER = "answer"
    QUESTIONS = "questions"
    REDNESS = "redness"
    SENSITIVITY = "sensitivity"
    LANE = "lane"
    TOLD = "told"
    PHOTOS = "photos"
    FOOT = "foot"


HEIGHTS: Mapping[Paper, Mapping[Block, float]] = {
    Paper.A4: dict(zip(Block, (14, 22, 20, 48, 34, 12, 28, 58, 10), strict=True)),
    Paper.LETTER: dict(zip(Block, (14, 22, 20, 44, 32, 12, 28, 46, 10), strict=True)),
}
"""Millimetres of each block when all have content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlace:
    """Which page this is, of how many."""

    page: int
    pages: int


def page_blocks(outline: Outline, paper: Paper) -> dict[Block, QRectF]:
    """Where each block lies, in painter units. The foot stands at the bottom; charts take what empty blocks give."""
    empty = {Block.QUESTIONS: not outline.questions, Block.PHOTOS: not outline.pictures}
    heights = {block: height for block, height in HEIGHTS[paper].items() if not empty.get(block, False)}
    given = sum(HEIGHTS[paper][block] + GAP for block, is_empty in empty.items() if is_empty)
    for block, share in ((Block.REDNESS, 0.6), (Block.SENSITIVITY, 0.4)):
        heights[block] = min(heights[block] * CHART_LARGEST, heights[block] + given * share)
    inside = paper.inside
    placed, y = {}, inside.top()
    for block, height in heights.items():
        top = inside.bottom() - height * MM if block is Block.FOOT else y
        placed[block] = QRectF(inside.left(), top, inside.width(), height * MM)
        y = top + (height + GAP) * MM
    return placed


def paint_first_page(
    painter: QPainter, outline: Outline, paper: Paper, pictures: Pictures, place: PagePlace, *, mono: bool = False
) -> None:
    """Draw page one; the painter's unit is 0.01 mm, its origin the corner of the sheet."""
    pencil = Pencil(painter, mono=mono)
    blocks = page_blocks(outline, paper)
    _head(pencil, blocks[Block.HEAD], outline)
    _answer(pencil, blocks[Block.ANSWER], outline)
    if Block.QUESTIONS in blocks:
        _questions(pencil, blocks[Block.QUESTIONS], outline)
    _curves(pencil, blocks, outline)
    _told(pencil, blocks[Block.TOLD], outline)
    if Block.PHOTOS in blocks:
        _photos(pencil, blocks[Block.PHOTOS], outline, pictures)
    paint_foot(pencil, blocks[Block.FOOT], outline, place, with_fields=True)


def picture_boxes(paper: Paper) -> QSizeF:
    """The box of one photo on page one, in millimetres."""
    return QSizeF(PAGE_PICTURE_MM[0], min(PAGE_PICTURE_MM[1], HEIGHTS[paper][Block.PHOTOS] - LABEL_MM))


def chart_style(points: float, *, mono: bool) -> ChartStyle:
    """The look of curves and lane on paper."""
    return ChartStyle.paper(sheet_font(points), point=POINT, mono=mono)


def paint_foot(pencil: Pencil, box: QRectF, outline: Outline, place: PagePlace, *, with_fields: bool) -> None:
    """The foot of every page: fields to fill in (page one only), plan and curve, page number."""
    pencil.rule(box.left(), box.top(), box.width())
    top = box.top() + 1.6 * MM
    if with_fields:
        _fields(pencil, QRectF(box.left(), top, box.width() * 0.55, line_height(9)), outline)
    pages = page_text(place.page, place.pages)
    right = QRectF(box.left() + box.width() * 0.55, top, box.width() * 0.45, line_height(8))
    pencil.line(right, f"{outline.not_a_diagnosis} · {pages}", 8, right=True)
    notes = QRectF(box.left(), box.bottom() - line_height(7), box.width(), line_height(7))
    pencil.line(notes, outline.foot_notes, 7, grey=True)


def _head(pencil: Pencil, box: QRectF, outline: Outline) -> None:
    name_width = min(pencil.width(outline.name, 10), box.width() * 0.35) if outline.name else 0.0
    title = QRectF(box.left(), box.top(), box.width() - name_width - 4 * MM, line_height(14))
    pencil.line(title, outline.title, 14, bold=True)
    if outline.name:
        pencil.line(
            QRectF(box.right() - name_width, box.top() + 1.2 * MM, name_width + 1, line_height(10)), outline.name, 10
        )
    pencil.fill(QRectF(box.left(), box.top() + 6.6 * MM, box.width(), 7.4 * MM), [Paragraph(text=outline.details)])


def _answer(pencil: Pencil, box: QRectF, outline: Outline) -> None:
    pencil.frame(box)
    paragraphs = [
        Paragraph(text=outline.sentence, points=12, is_bold=True),
        Paragraph(text=outline.own_sentence),
        Paragraph(text=outline.more_sentence),
        Paragraph(text=outline.open_now.text, is_bold=outline.open_now.is_strong),
        Paragraph(text=" ".join(outline.coverage)),
    ]
    shown = [paragraph for paragraph in paragraphs if paragraph.text]
    inner = box.adjusted(3.5 * MM, 1.9 * MM, -3.5 * MM, -1.2 * MM)
    pencil.fill(inner, shown, spread=0.4)


def _questions(pencil: Pencil, box: QRectF, outline: Outline) -> None:
    title_width = pencil.width(outline.questions_title, 9, bold=True) + 4 * MM
    pencil.line(QRectF(box.left(), box.top(), title_width, line_height(9)), outline.questions_title, 9, bold=True)
    top = box.top() + 4.2 * MM
    height = (box.bottom() - top) / max(len(outline.questions), 1)
    for number, question in enumerate(outline.questions, start=1):
        row = QRectF(box.left(), top + (number - 1) * height, box.width(), height)
        text = Paragraph(text=f"{number}  {question}", points=10)
        pencil.fill(row.adjusted(0, 0.2 * MM, 0, -0.3 * MM), [text])
        pencil.rule(row.left(), row.bottom() - 0.25 * MM, row.width(), points=0.25)


def _curves(pencil: Pencil, blocks: Mapping[Block, QRectF], outline: Outline) -> None:
    style = chart_style(8, mono=pencil.mono)
    redness, sensitivity = blocks[Block.REDNESS], blocks[Block.SENSITIVITY]
    title_width = pencil.width(outline.redness_title, 9, bold=True)
    pencil.line(
        QRectF(redness.left(), redness.top(), redness.width() / 2, line_height(9)), outline.redness_title, 9, bold=True
    )
    left = redness.left() + title_width + 4 * MM
    _legend(pencil, QRectF(left, redness.top(), redness.right() - left, line_height(9)), outline.legend, style)
    pencil.line(sensitivity, outline.sensitivity_title, 9, bold=True)
    _earlier(pencil, sensitivity, outline.earlier_line, style)
    title = line_height(9) + 0.6 * MM
    paint_chart(pencil.painter, redness.adjusted(0, title, 0, 0), outline.redness, style)
    geometry = paint_chart(pencil.painter, sensitivity.adjusted(0, title, 0, 0), outline.sensitivity, style)
    _lane(pencil, blocks[Block.LANE], outline, style, geometry)


def _lane(pencil: Pencil, box: QRectF, outline: Outline, style: ChartStyle, geometry: ChartGeometry) -> None:
    paint_lane(pencil.painter, box, outline.lane, style, geometry)


def _legend(pencil: Pencil, box: QRectF, words: tuple[str, ...], style: ChartStyle) -> None:
    """Samples with their words, from the right; shrunk together when the line is short."""
    points = 8.0
    sample, pad = 5.0 * MM, 1.2 * MM
    gap = 2.6 * MM

    def needed(size: float) -> float:
        return sum(pencil.width(word, size) + sample + pad + gap for word in words) - gap

    while points > 5.5 and needed(points) > box.width():
        points -= 0.25
    x = box.right() - needed(points)
    for place, word in enumerate(words):
        _sample(pencil, place, QRectF(x, box.top() + 0.3 * MM, sample, line_height(8) * 0.9), style)
        width = pencil.width(word, points)
        pencil.line(QRectF(x + sample + pad, box.top() + 0.2 * MM, width + 2, line_height(points)), word, points)
        x += sample + pad + width + gap


def _earlier(pencil: Pencil, box: QRectF, text: str, style: ChartStyle) -> None:
    """The person's own earlier line, named at the right of the lower chart's title where it is drawn."""
    if not text:
        return
    width = pencil.width(text, 8)
    pencil.line(QRectF(box.right() - width - 2, box.top() + 0.2 * MM, width + 2, line_height(8)), text, 8)
    middle, right = box.top() + 0.3 * MM + line_height(8) * 0.45, box.right() - width - 1.2 * MM - 2
    pencil.painter.setPen(style.pen("accent", style.own_width * EARLIER_SHARE, dashes_of(0, style)))
    pencil.painter.drawLine(QPointF(right - 5 * MM, middle), QPointF(right, middle))


def _sample(pencil: Pencil, place: int, box: QRectF, style: ChartStyle) -> None:
    painter, middle = pencil.painter, box.center()
    painter.save()
    if place == 0:
        painter.setPen(QPen(pencil.ink, style.thin_width))
        if not style.mono:
            painter.setBrush(style.color("band"))
        painter.drawRect(box.adjusted(0, 0.5 * MM, 0, -0.5 * MM))
        if style.mono:
            _strokes(painter, box.adjusted(0, 0.5 * MM, 0, -0.5 * MM), slant=0.0)
    elif place == 1:
        painter.setPen(style.pen("typical", style.typical_width, (5 * style.unit, 4 * style.unit)))
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
    elif place == 5:
        painter.setPen(QPen(pencil.ink, style.thin_width))
        _strokes(painter, box.adjusted(0.5 * MM, 0.4 * MM, -0.5 * MM, -0.4 * MM), slant=1.0)
    else:
        paint_point(painter, middle, style, hollow=place == 3, crossed=place == 4)
    painter.restore()


def _strokes(painter: QPainter, box: QRectF, *, slant: float) -> None:
    x, step = box.left(), 0.8 * MM
    reach = box.height() * slant
    while x + reach <= box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + reach, box.top()))
        x += step


def _told(pencil: Pencil, box: QRectF, outline: Outline) -> None:
    pencil.rule(box.left(), box.top(), box.width())
    gap = 5 * MM
    width = (box.width() - 2 * gap) / 3
    for place, column in enumerate(outline.told):
        left = box.left() + place * (width + gap)
        _column(pencil, QRectF(left, box.top() + 0.8 * MM, width, box.height() - 0.8 * MM), column, outline)


def _column(pencil: Pencil, box: QRectF, column: Column, outline: Outline) -> None:
    """Up to six lines; a long item takes two of them, what does not fit is counted in the last."""
    pencil.line(box, column.title, 9, bold=True)
    height = (box.height() - line_height(9)) / TOLD_LINES
    top = box.top() + line_height(9)
    items = [(line, _told_texts(pencil, line, box.width())) for line in column.lines]
    if sum(len(texts) for _, texts in items) > TOLD_LINES:
        items = [(line, [line.short or _joined(line.text, days_counted(line))]) for line in column.lines]
    used = 0
    for place, (line, texts) in enumerate(items):
        is_last = place == len(items) - 1
        if used + len(texts) > TOLD_LINES - (0 if is_last else 1):
            text = more_text(len(items) - place, has_annex=outline.has_annex)
            pencil.line(QRectF(box.left(), top + used * height, box.width(), height), text, TOLD_POINTS)
            return
        _told_line(pencil, QRectF(box.left(), top + used * height, box.width(), height), line, texts)
        used += len(texts)


def _told_texts(pencil: Pencil, line: ToldLine, width: float) -> list[str]:
    text = _joined(line.text, line.days)
    room = width - (MARK_MM * MM if line.mark is not None else 0)
    return shortened(wrapped(text, pencil.font(TOLD_POINTS, bold=line.is_strong), room), 2)


def _joined(text: str, days: str) -> str:
    return f"{text}, {days}" if days else text


def _told_line(pencil: Pencil, box: QRectF, line: ToldLine, texts: list[str]) -> None:
    if line.mark is not None:
        size = 3.1 * MM
        center = QPointF(box.left() + size / 2, box.top() + line_height(TOLD_POINTS) / 2)
        paint_mark(pencil.painter, center, size, line.mark, chart_style(8, mono=pencil.mono))
        box = box.adjusted(MARK_MM * MM, 0, 0, 0)
    for place, text in enumerate(texts):
        pencil.line(box.translated(0, place * box.height()), text, TOLD_POINTS, bold=line.is_strong)


def _photos(pencil: Pencil, box: QRectF, outline: Outline, pictures: Pictures) -> None:
    width = PAGE_PICTURE_MM[0] * MM
    gap = (box.width() - 3 * width) / 2
    words = LABEL_MM + (NOTE_MM if any(picture.note for picture in outline.pictures) else 0)
    height = min(PAGE_PICTURE_MM[1] * MM, box.height() - words * MM)
    for place, picture in enumerate(outline.pictures):
        left = box.left() + place * (width + gap)
        paint_labelled(pencil, QRectF(left, box.top(), width, height), picture, pictures, outline.no_picture)


def paint_labelled(pencil: Pencil, box: QRectF, picture: Picture, pictures: Pictures, missing: str) -> None:
    """A photo in ``box``, its label and note under it; a frame with a word where the photo cannot be read."""
    image, shape = pictures.image(picture.print), pictures.size(picture.print)
    bottom = box.bottom()
    if image is None or shape is None:
        pencil.frame(box, points=0.5)
        pencil.fill(box.adjusted(3 * MM, 3 * MM, -3 * MM, -3 * MM), [Paragraph(text=missing, points=8)])
    else:
        place = paint_picture(pencil.painter, box, image, shape)
        bottom = place.bottom()
        if picture.print.is_laid:  # a laid photo may end inside its frame
            pencil.frame(place, points=0.25)
    line = QRectF(box.left(), bottom + 0.6 * MM, box.width(), line_height(8))
    pencil.line(line, picture.label, 8)
    if picture.note:
        pencil.line(line.translated(0, line_height(8)), picture.note, 7.5, grey=True)


def _fields(pencil: Pencil, box: QRectF, outline: Outline) -> None:
    x, side = box.left(), 3.0 * MM
    for word in outline.foot_boxes:
        width = pencil.width(word, 9)
        pencil.line(QRectF(x, box.top(), width + 2, box.height()), word, 9)
        x += width + 1.2 * MM
        pencil.frame(QRectF(x, box.top() + 0.4 * MM, side, side), points=0.5)
        x += side + 4 * MM
    for word in outline.foot_lines:
        width = pencil.width(word, 9)
        pencil.line(QRectF(x, box.top(), width + 2, box.height()), word, 9)
        x += width + 1.2 * MM
        pencil.rule(x, box.top() + 3.6 * MM, 14 * MM, points=0.4)
        x += 18 * MM
