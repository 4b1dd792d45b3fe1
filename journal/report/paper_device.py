"""Pages on their way out: painted on a printer or into a PDF, and the file written whole. No layout, no words.

One painter unit is 0.01 mm on every device. Needs a ``QGuiApplication``, on whatever platform.
"""

import errno
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from journal.domain.errors import JournalUnavailable, Trouble
from journal.report.pdf_pack import with_spaces, without_xmp
from journal.report.sheet import Paper
from journal.whole_file import write_whole

CREATOR = "Recovery Journal"
RESOLUTION = 1200

PaintPage = Callable[[QPainter, int], None]
"""Paints a page, by its number from 1."""


def page_layout(paper: Paper) -> QPageLayout:
    """Upright, without the device's own margins: ours are in the layout."""
    return QPageLayout(paper.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def paint_pages(device: QPagedPaintDevice, paper: Paper, pages: Iterable[int], paint: PaintPage) -> None:
    """Pages on a printer or PDF whose layout is the paper's. Raises ``JournalUnavailable`` when it cannot be begun."""
    painter = QPainter(device)
    if not painter.isActive():
        raise JournalUnavailable(Trouble.NO_PERMISSION)
    try:
        sheet = paper.sheet
        painter.scale(device.width() / sheet.width(), device.height() / sheet.height())
        for place, page in enumerate(pages):
            if place:
                device.newPage()
            paint(painter, page)
    finally:
        painter.end()


def pdf_of(paper: Paper, title: str, paint_on: Callable[[QPdfWriter], None]) -> bytes:
    """A PDF of vectors and embedded fonts, with its text searchable; ``title`` is the document's."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(CREATOR)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    paint_on(writer)
    return without_xmp(with_spaces(bytes(buffer.data().data())))


def write_file(path: Path, data: bytes) -> None:
    """Write the file whole or not at all. Raises ``JournalUnavailable`` when that cannot be done."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise JournalUnavailable(_trouble(error), str(path)) from error


def _trouble(error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble.FOLDER_GONE
    return Trouble.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else Trouble.NO_PERMISSION
