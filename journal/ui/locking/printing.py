"""The recovery sheet on a printer."""

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from journal.report.paper_device import CREATOR, page_layout
from journal.report.recovery_sheet import DOCUMENT_TITLE, RecoverySheet, paint_recovery_sheet
from journal.report.sheet import Paper


def print_sheet(sheet: RecoverySheet, parent: QWidget) -> bool:
    """Ask for a printer and print; False when the person changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(DOCUMENT_TITLE)
    printer.setCreator(CREATOR)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(Paper.A4))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    printer.setFullPage(True)
    paint_recovery_sheet(printer, sheet, Paper.A4)
    return True
