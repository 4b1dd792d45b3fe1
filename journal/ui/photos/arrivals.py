"""How new photos come in: dropped, pasted, chosen or found; read, asked about, kept; and what is said of them."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from journal.domain.errors import JournalError
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.photos.batch import Candidate, Keeping, Placed, Progress, Reading
from journal.ui.photos.intake import Intake
from journal.ui.photos.notice import Notice
from journal.ui.photos.sources import FILE_PATTERNS, Offered, offered, sources_of
from journal.ui.photos.tray.panel import IntakePanel, refused_text
from journal.ui.photos.watching import FolderWatch
from journal.ui.settings import Settings

MANY = 60
"""More new pictures at once than this are hardly photos of one's skin."""


class Arrivals(QObject):
    """The way in. The page shows the panel when ``asked`` and itself again when ``answered`` or ``ended``.

    Signals:
        asked (): a batch was read; the panel asks for day and view.
        answered (): the panel was answered; keeping goes on.
        ended (Keeping): the batch is done, refused or dropped.
        failed (): the journal could not be written.
    """

    asked = Signal()
    answered = Signal()
    ended = Signal(object)
    failed = Signal()

    def __init__(self, session: JournalSession, panel: IntakePanel, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._panel = panel
        self._notice = notice
        self._page = page
        self._has_unreached = False
        self._folder: Path | None = None
        self._settings: Settings | None = None
        self._offered: list[Path] = []
        self._came = 0.0
        self.watch = FolderWatch(self)
        self.watch.found.connect(self._offer_found)
        self.watch.missed.connect(self._tell_missed)
        self._intake = Intake(session, self)
        panel.placed.connect(self._place)
        panel.dropped.connect(self._intake.drop_batch)
        self._intake.progressed.connect(self._show_progress)
        self._intake.asked.connect(self._ask)
        self._intake.finished.connect(self._on_finished)
        self._intake.failed.connect(self._on_failed)

    def use_settings(self, settings: Settings) -> None:
        """Look for new pictures in the folder that was chosen, now and whenever another one is."""
        self._settings = settings
        settings.photos_changed.connect(self._on_settings)
        self._on_settings()

    def _on_settings(self) -> None:
        if self._settings is not None:
            self.watch.watch(self._settings.watched_folder, self._settings.watched_since)

    # --- ways in

    def take_in(self, paths: list[Path], day: date | None) -> None:
        """Start to take files in; ``day`` is the day they were dropped on, if any."""
        self.begin(Offered(sources_of(paths)), day)

    def take_in_data(self, mime: QMimeData) -> None:
        """Take in what was dropped."""
        self.begin(offered(mime), None)

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        self.begin(offered(QGuiApplication.clipboard().mimeData()), None)

    def choose(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self._page, self.tr("Add photos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Photos ({patterns})").format(patterns=FILE_PATTERNS), self.tr("All files (*)")])
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def begin(self, what: Offered, day: date | None) -> None:
        """Read what was offered, or say why there is nothing to read."""
        self._has_unreached = what.is_out_of_reach
        if what.sources:
            self._intake.begin(what.sources, day)
        elif what.is_out_of_reach:
            self._notice.show_message(self._unreached_text())
        else:
            self._notice.show_message(
                self.tr("There is no picture to add. Copy a photo first, or choose one with Add photos.")
            )

    def cancel(self) -> None:
        """Stop after the picture in hand; whole photos stay."""
        self._intake.cancel()

    def close(self) -> None:
        """Stop and wait: the window is going."""
        self.watch.close()
        self._intake.close()

    def _on_chosen(self, names: list[str]) -> None:
        self.take_in([Path(name) for name in names], None)

    # --- the folder that is looked at

    def _offer_found(self, paths: list[Path], came: float) -> None:
        """New pictures wait until they are wanted; nobody is taken away from what they do."""
        self._offered = list(dict.fromkeys([*paths, *self._offered]))
        self._came = max(came, self._came)
        if not self._intake.is_busy:
            self._offer()

    def _offer(self) -> None:
        count, folder = len(self._offered), self._offered[0].parent.name
        if count > MANY:
            text = self.tr(
                "%n new picture(s) in the folder {folder}, more than photos of your skin would be. "
                "Choose a folder for those alone, or look at the newest.",
                "",
                count,
            )
        else:
            text = self.tr("%n new picture(s) in the folder {folder}.", "", count)
        self._notice.show_message(text.format(folder=folder), self.tr("Look at them"), self._take_offered)

    def _take_offered(self) -> None:
        paths, self._offered = self._offered[:MANY], []
        if self._settings is not None:
            self._settings.seen_until(self._came)
        self.take_in(paths, None)

    def _tell_missed(self, folder: Path) -> None:
        if not self._intake.is_busy:
            self._notice.show_message(
                self.tr("The folder {folder} is not there any more. Choose another one in the settings.").format(
                    folder=folder.name
                )
            )

    # --- the course of a batch

    def _show_progress(self, progress: Progress, is_keeping: bool) -> None:
        said = (
            self.tr("Adding photo {number} of {total}") if is_keeping else self.tr("Reading photo {number} of {total}")
        )
        text = said.format(number=progress.number, total=progress.total)
        self._notice.show_progress(text, progress.number - 1, progress.total, self.tr("Cancel"), self.cancel)

    def _ask(self, reading: Reading, day: date | None) -> None:
        self._notice.hide()
        session = self._session
        self._panel.ask(reading, session.record, dropped_on=day, fallback=day or session.offered_day())
        self.asked.emit()

    def _place(self, placed: list[Placed], rest: tuple[Candidate, ...]) -> None:
        self.answered.emit()
        self._intake.place(placed, rest)

    def _on_finished(self, keeping: Keeping) -> None:
        self._notice.hide()
        lines = self._lines(keeping)
        self._has_unreached = False
        if keeping.folders:
            self._folder = keeping.folders[0]
            self._notice.show_message("\n".join(lines), self.tr("Open folder"), self._open_folder)
        elif lines:
            self._notice.show_message("\n".join(lines))
        self.ended.emit(keeping)
        if self._offered and not self._intake.is_busy and not lines:
            self._offer()

    def _lines(self, keeping: Keeping) -> list[str]:
        lines = []
        count = len(keeping.kept)
        if keeping.was_cancelled and count:
            lines.append(self.tr("Stopped. %n photo(s) were added before.", "", count))
        elif count and (keeping.refused or keeping.folders):
            lines.append(self.tr("%n photo(s) added.", "", count))
        if keeping.folders:
            lines.append(self._folders_text(keeping.folders))
        if keeping.refused:
            lines.append(refused_text(keeping.refused))
        if self._has_unreached:
            lines.append(self._unreached_text())
        return lines

    def _folders_text(self, folders: tuple[Path, ...]) -> str:
        """Where the files still lie: on a family's computer they are seen there by everyone."""
        if len(folders) > 1:
            return self.tr("The original files still lie where they were, some of them in the folder {folder}.").format(
                folder=folders[0].name
            )
        return self.tr("The original files still lie in the folder {folder}. Others may see them there.").format(
            folder=folders[0].name
        )

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _on_failed(self, error: JournalError) -> None:
        self._notice.show_message(error_text(error))
        self.failed.emit()

    def _unreached_text(self) -> str:
        return self.tr("Some of it is no file on this computer. Copy it to a folder first, then add it.")
