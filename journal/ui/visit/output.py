"""The ways out of the page: the printer's dialog and the file's. The pages themselves are painted by the report."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.report.paper_device import CREATOR, page_layout
from journal.report.summary import DOCUMENT_TITLE, Summary, write_pdf
from journal.session import JournalSession

FILE_NAME = "visit-summary.pdf"
"""Gives nothing away."""


def ask_path(parent: QWidget) -> Path | None:
    """Where the PDF is to go; None when the person changed their mind."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("visit", "Save the summary as PDF"),
        str(Path(folder) / FILE_NAME),
        QCoreApplication.translate("visit", "PDF files (*.pdf)"),
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".pdf")


def save(summary: Summary, session: JournalSession, path: Path) -> None:
    """Write the PDF. Raises ``JournalUnavailable`` when it cannot be written."""
    write_pdf(path, summary.outline, session.photo_bytes, paper=summary.paper, mono=summary.mono)


def print_summary(summary: Summary, parent: QWidget) -> bool:
    """Ask for a printer and print; False when the person changed their mind."""
    # Late: most starts never print, and the module looks for printers.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(DOCUMENT_TITLE)
    printer.setCreator(CREATOR)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(summary.paper))
    printer.setFromTo(1, summary.page_count)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, summary.page_count)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    chosen = range(printer.fromPage() or 1, (printer.toPage() or summary.page_count) + 1)
    printer.setFullPage(True)
    summary.paint_on(printer, pages=tuple(chosen))
    return True
