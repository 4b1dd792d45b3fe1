"""The recovery sheet: one page with a journal's raw key, to be printed and kept somewhere else. Needs QtGui.

The key is painted, never kept: what is handed in is gone when the page is. File name and title say nothing medical.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPainter

from journal.report.paper_device import paint_pages, pdf_of, write_file
from journal.report.sheet import MM, POINT, Paper, Paragraph, Pencil
from journal.words import full_day

translate = QCoreApplication.translate

DOCUMENT_TITLE = "Recovery sheet"
ACROSS = 4
"""Groups in a line: as many as are typed without losing the place."""

GROUP_SIZE = QSizeF(42 * MM, 17 * MM)
KEY_POINTS = 20.0
TEXT_POINTS = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What is on the page. ``file_name`` is the journal's, without its folder."""

    groups: tuple[str, ...] = field(repr=False)
    file_name: str
    made_on: date


def write_recovery_sheet(path: Path, sheet: RecoverySheet, paper: Paper = Paper.A4) -> None:
    """Write the page as a PDF, whole or not at all. Raises ``JournalUnavailable`` when that cannot be done."""
    write_file(path, pdf_of(paper, DOCUMENT_TITLE, lambda writer: paint_recovery_sheet(writer, sheet, paper)))


def paint_recovery_sheet(device: QPagedPaintDevice, sheet: RecoverySheet, paper: Paper) -> None:
    """Paint the page on a printer or a PDF."""
    paint_pages(device, paper, (1,), lambda painter, _: paint_sheet(painter, sheet, paper))


def paint_sheet(painter: QPainter, sheet: RecoverySheet, paper: Paper) -> None:
    """Paint the page in painter units."""
    pencil = Pencil(painter)
    inside = paper.inside.adjusted(6 * MM, 8 * MM, -6 * MM, -8 * MM)
    y = _write(pencil, inside, inside.top(), _head(sheet), 2.5)
    y = _paint_groups(pencil, QRectF(inside.left(), y + 6 * MM, inside.width(), 0), sheet.groups)
    _write(pencil, inside, y + 8 * MM, _foot(), 2.5)


def _write(pencil: Pencil, inside: QRectF, top: float, paragraphs: Sequence[Paragraph], spread: float) -> float:
    height = pencil.height(paragraphs, inside.width(), spread=spread) + MM
    pencil.fill(QRectF(inside.left(), top, inside.width(), height), paragraphs, spread=spread)
    return top + height


def _head(sheet: RecoverySheet) -> tuple[Paragraph, ...]:
    return (
        Paragraph(text=translate("recovery sheet", "Recovery sheet"), points=22, is_bold=True),
        Paragraph(
            text=translate("recovery sheet", "File: {name}. Made on {date}.").format(
                name=sheet.file_name, date=full_day(sheet.made_on)
            ),
            points=TEXT_POINTS,
        ),
        Paragraph(
            text=translate(
                "recovery sheet",
                "This key opens the file above when its passphrase is forgotten. Without the passphrase and without "
                "this sheet nobody can open the file, neither you nor the makers of the program.",
            ),
            points=TEXT_POINTS,
        ),
    )


def _foot() -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(text=text, points=TEXT_POINTS, is_bold=is_bold)
        for text, is_bold in (
            (translate("recovery sheet", "How to use it"), True),
            (
                translate(
                    "recovery sheet",
                    "Open the program. Where it asks for the passphrase, choose “Use the recovery sheet” and type the "
                    "groups in the order of their numbers. Small letters and spaces do not matter; there is no letter "
                    "I, L, O or U. A mistyped group is named.",
                ),
                False,
            ),
            (translate("recovery sheet", "How to keep it"), True),
            (
                translate(
                    "recovery sheet",
                    "Whoever has this sheet and the file can read all of it. Keep the sheet away from the computer, "
                    "as you would keep a key to your home. Do not photograph it.",
                ),
                False,
            ),
            (
                translate(
                    "recovery sheet",
                    "A new passphrase makes this sheet void: a new sheet comes with it. Destroy this one then.",
                ),
                True,
            ),
        )
    )


def _paint_groups(pencil: Pencil, box: QRectF, groups: Sequence[str]) -> float:
    """The groups with their numbers, in rows; the height at which they end."""
    font = _key_font()
    left = box.left()
    for index, group in enumerate(groups):
        row, column = divmod(index, ACROSS)
        cell = QRectF(
            QPointF(left + column * GROUP_SIZE.width(), box.top() + row * GROUP_SIZE.height()), GROUP_SIZE
        ).adjusted(0, 0, -2 * MM, -2.5 * MM)
        pencil.frame(cell, points=0.5)
        number = QRectF(cell.left() + 1.5 * MM, cell.top() + 1 * MM, 8 * MM, 4 * MM)
        pencil.line(number, str(index + 1), 8, grey=True)
        pencil.painter.setFont(font)
        pencil.painter.setPen(pencil.ink)
        pencil.painter.drawText(cell.adjusted(5 * MM, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, group)
    rows = -(-len(groups) // ACROSS)
    return box.top() + rows * GROUP_SIZE.height()


def _key_font() -> QFont:
    """Every character as wide as the other, digits and letters well apart."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(KEY_POINTS * POINT))
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
