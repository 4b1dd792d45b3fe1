"""The visit summary on its way out: as a PDF, on a printer, in the preview. One painter for all three.

Layout and words come from ``page``, ``annex`` and ``outline``. Needs a ``QGuiApplication``, on whatever platform.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter

from journal.domain.errors import Refusal, ValueRefused
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.report.annex import Slice, annex_pages, paint_annex_page, pair_box
from journal.report.days import default_period
from journal.report.outline import Options, Outline, outline
from journal.report.page import PagePlace, paint_first_page, picture_boxes
from journal.report.paper_device import paint_pages, pdf_of, write_file
from journal.report.pdf_pack import JpegStream, NotAsExpected, packed
from journal.report.photo_paint import PaperPictures, PhotoBytes, Pictures, jpeg
from journal.report.photo_print import Print
from journal.report.sheet import Paper

DOCUMENT_TITLE = "Visit summary"
PHOTO_BUDGET = 1_700_000
"""Bytes for all photos of a file, so that it stays below 2 MB with its fonts and curves."""

QUALITIES = {85: 1.0, 75: 0.62, 62: 0.42, 48: 0.32, 34: 0.23, 22: 0.15, 12: 0.09}
"""JPEG qualities, best first, with the size to expect beside the first one's (grainy photos, measured)."""

STAND_IN_WIDTH = 3
"""Stand-ins are 3 pixels wide and 3, 4, 5 ... high: sizes that no photo has."""


class Summary:
    """One outline laid out on one paper: its pages, and each of them painted.

    From an ``earlier`` summary with the same photos in the same sizes their decoded pictures are kept.
    """

    def __init__(
        self,
        outline: Outline,
        photo_bytes: PhotoBytes,
        *,
        paper: Paper,
        mono: bool = False,
        earlier: "Summary | None" = None,
    ) -> None:
        self.outline = outline
        self.paper = paper
        self.mono = mono
        self._annex: tuple[tuple[Slice, ...], ...] = annex_pages(outline, paper)
        pictures: PaperPictures = PaperPictures(photo_bytes, _boxes(outline, paper), mono=mono)
        kept = earlier is not None and earlier.pictures.are_like(pictures)
        self.pictures: PaperPictures = earlier.pictures if earlier is not None and kept else pictures

    @property
    def page_count(self) -> int:
        """Page one and the annex."""
        return 1 + len(self._annex)

    def paint_page(self, painter: QPainter, page: int, pictures: Pictures | None = None) -> None:
        """Paint page ``page`` (from 1). The painter's unit is 0.01 mm, its origin the corner of the sheet."""
        pictures = pictures or self.pictures
        place = PagePlace(page=page, pages=self.page_count)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page == 1:
            paint_first_page(painter, self.outline, self.paper, pictures, place, mono=self.mono)
        else:
            slices = self._annex[page - 2]
            paint_annex_page(painter, self.outline, self.paper, slices, pictures, place, mono=self.mono)
        painter.restore()

    def paint_on(self, device: QPagedPaintDevice, pictures: Pictures | None = None, pages: Sequence[int] = ()) -> None:
        """All pages, or ``pages``, on a printer or PDF whose layout is the paper's with no margins."""
        chosen = pages or range(1, self.page_count + 1)
        paint_pages(device, self.paper, chosen, lambda painter, page: self.paint_page(painter, page, pictures))


class StandIns:
    """A stand-in for each photo: a few pixels that ``pdf_pack`` finds again by their size."""

    def __init__(self, pictures: PaperPictures) -> None:
        self._pictures = pictures
        self._images: dict[Print, QImage] = {}

    def image(self, one: Print) -> QImage | None:
        """The stand-in of a photo; None when the photo cannot be read."""
        if self._pictures.image(one) is None:
            return None
        if one not in self._images:
            image = QImage(STAND_IN_WIDTH, STAND_IN_WIDTH + len(self._images), QImage.Format.Format_RGB32)
            image.fill(len(self._images))
            self._images[one] = image
        return self._images[one]

    def size(self, one: Print) -> QSize | None:
        """The photo's own size: its shape on the page."""
        return self._pictures.size(one)

    def streams(self) -> dict[tuple[int, int], JpegStream]:
        """What goes in their place, within the budget."""
        room = PHOTO_BUDGET // max(1, len(self._images))
        return {
            (stand_in.width(), stand_in.height()): _stream(image, room)
            for one, stand_in in self._images.items()
            if (image := self._pictures.image(one)) is not None
        }


def pdf_bytes(summary: Summary) -> bytes:
    """The summary as a PDF: vectors, embedded fonts, photos as JPEG of 300 dpi (``mono``: black and white dots)."""
    if summary.mono or not summary.outline.photo_ids:
        return _plain_pdf(summary, None)
    stand_ins = StandIns(summary.pictures)
    pdf = _plain_pdf(summary, stand_ins)
    try:
        return packed(pdf, stand_ins.streams())
    except NotAsExpected:
        return _plain_pdf(summary, None)


def write_pdf(
    path: Path, outline: Outline, photo_bytes: PhotoBytes, *, paper: Paper = Paper.A4, mono: bool = False
) -> None:
    """Write the summary to ``path``, whole or not at all. Raises ``JournalUnavailable`` when that cannot be done."""
    write_file(path, pdf_bytes(Summary(outline, photo_bytes, paper=paper, mono=mono)))


def write_summary(  # noqa: PLR0913 the whole choice of the person, each by name
    record: Record,
    photo_bytes: PhotoBytes,
    path: Path,
    *,
    treatment_number: int | None = None,
    first: date | None = None,
    last: date | None = None,
    paper: str = "a4",
    mono: bool = False,
    today: date,
) -> None:
    """Write the summary of a treatment (the latest) and a period (the default one) to ``path``.

    Raises ``ValueRefused`` (no such treatment, first after last), ``JournalUnavailable`` (the path cannot be written).
    """
    treatment = chosen_treatment(record, treatment_number)
    default_first, default_last = default_period(record, treatment, today)
    start, end = first or default_first, last or default_last
    if start > end:
        raise ValueRefused(Refusal.PERIOD, (start, end))
    content = outline(record, treatment, start, end, today, Options())
    write_pdf(path, content, photo_bytes, paper=Paper(paper), mono=mono)


def chosen_treatment(record: Record, number: int | None) -> Treatment:
    """Treatment ``number``, or the latest. Raises ``ValueRefused`` when there is none."""
    for treatment in reversed(record.treatments):
        if number is None or treatment.number == number:
            return treatment
    raise ValueRefused(Refusal.NO_TREATMENT, number)


def _boxes(outline: Outline, paper: Paper) -> dict[Print, QSizeF]:
    """The largest box in which each photo is drawn: a photo of page one and annex is stored once."""
    boxes = {picture.print: picture_boxes(paper) for picture in outline.pictures}
    for pair in outline.pairs:
        for picture in (pair.left, pair.right):
            if picture is not None:
                boxes[picture.print] = pair_box(paper)
    return boxes


def _plain_pdf(summary: Summary, pictures: Pictures | None) -> bytes:
    return pdf_of(summary.paper, DOCUMENT_TITLE, lambda writer: summary.paint_on(writer, pictures))


def _stream(image: QImage, room: int) -> JpegStream:
    best = next(iter(QUALITIES))
    data = jpeg(image, best)
    full = len(data)
    for quality, share in QUALITIES.items():
        if len(data) <= room:
            break
        if quality != best and full * share <= room:
            data = jpeg(image, quality)
    return JpegStream(data=data, width=image.width(), height=image.height())
