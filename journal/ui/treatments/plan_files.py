"""The ways in and out of a care plan: opening a file, saving a copy for the clinic, its sheet on paper or as a PDF."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.plan import Plan
from journal.ui.visit.choices import paper_of
from journal.whole_file import write_whole

PLAN_NAME = "care-plan.toml"
SHEET_NAME = "care-plan.pdf"


def ask_plan(parent: QWidget) -> Path | None:
    """Which plan's file to open; None when the person changed their mind."""
    name, _ = QFileDialog.getOpenFileName(
        parent, _say("Open a care plan"), _documents(), _say("Care plans (*.toml);;All files (*)")
    )
    return Path(name) if name else None


def ask_copy(parent: QWidget) -> Path | None:
    """Where a copy of the plan is to go."""
    return _asked(parent, _say("Save a copy of the plan"), PLAN_NAME, _say("Care plans (*.toml)"))


def ask_sheet(parent: QWidget) -> Path | None:
    """Where the sheet is to go."""
    return _asked(parent, _say("Save the plan's sheet as PDF"), SHEET_NAME, _say("PDF files (*.pdf)"))


def save_copy(plan: Plan, path: Path) -> None:
    """Write the plan's file as it was taken up, whole or not at all. Raises ``JournalUnavailable``."""
    try:
        write_whole(path, plan.toml.encode("utf-8"))
    except OSError as error:
        raise JournalUnavailable(Trouble.NO_PERMISSION, str(path)) from error


def save_sheet(plan: Plan, path: Path) -> None:
    """Write the sheet as a PDF on the country's paper. Raises ``JournalUnavailable``."""
    from journal.report.plan_sheet import write_plan_sheet  # late: most starts write none

    write_plan_sheet(path, plan, paper=paper_of(QLocale()).value)


def print_sheet(plan: Plan, parent: QWidget) -> bool:
    """Ask for a printer and print the sheet; False when the person changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: the module looks for printers

    from journal.report.paper_device import page_layout
    from journal.report.plan_sheet import DOCUMENT_TITLE, PlanSheet

    sheet = PlanSheet(plan, paper=paper_of(QLocale()))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(DOCUMENT_TITLE)
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(sheet.paper))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    printer.setFullPage(True)
    sheet.paint_on(printer)
    return True


def _asked(parent: QWidget, title: str, name: str, pattern: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(_documents()) / name), pattern)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _say(text: str) -> str:
    return QCoreApplication.translate("plan", text)
