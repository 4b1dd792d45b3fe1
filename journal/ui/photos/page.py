"""The photos page: the gallery by day and view, one photo large, and the way in for new ones."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.errors import JournalError
from journal.domain.photo import Copy
from journal.domain.record import Record
from journal.error_words import error_text
from journal.session import JournalSession
from journal.ui.photos.batch import Keeping, Placed, Progress, Reading
from journal.ui.photos.change_dialog import ChangePhotoDialog
from journal.ui.photos.empty import EmptyPhotos
from journal.ui.photos.gallery import Gallery
from journal.ui.photos.header import PhotosHeader
from journal.ui.photos.intake import Intake
from journal.ui.photos.model import PhotoModel, Thumbnails
from journal.ui.photos.notice import Notice
from journal.ui.photos.panel import IntakePanel, refused_text
from journal.ui.photos.sources import FILE_PATTERNS, Offered, may_hold_pictures, offered, sources_of
from journal.ui.photos.viewer import PhotoViewer
from journal.ui.theme import Theme

CONTENT_WIDTH = 1100


class PhotosPage(QWidget):
    """All photos by day and view. New ones arrive by drop, paste or chooser, or through ``take_in``.

    Signals:
        intake_ended (): a batch was kept, refused or dropped.
    """

    intake_ended = Signal()

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._dialog: ChangePhotoDialog | None = None
        self._undo_of: Record | None = None
        self._has_unreached = False
        self._model = PhotoModel(self)
        self._intake = Intake(session, self)
        self._build()
        self._connect()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        self._header = PhotosHeader(self._theme)
        self._thumbnails = Thumbnails(self._thumbnail, self)
        self._gallery = Gallery(self._model, self._thumbnails, self._theme)
        self._empty = EmptyPhotos(self._theme)
        self._viewer = PhotoViewer(self._session, self._model, self._theme)
        self._panel = IntakePanel(self._theme)
        self._panel_room = QScrollArea()
        self._panel_room.setWidgetResizable(True)
        self._panel_room.setWidget(self._panel)
        self._notice = Notice()
        self._stack = QStackedWidget()
        for page in (self._gallery, self._empty, self._viewer, self._panel_room):
            self._stack.addWidget(page)
        content = QWidget()
        content.setMaximumWidth(CONTENT_WIDTH)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        for widget in (self._header, self._stack, self._notice):
            inner.addWidget(widget)
        inner.setStretchFactor(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.addWidget(content)

    def _connect(self) -> None:
        self._header.add_requested.connect(self._choose)
        self._header.filter_changed.connect(self._on_filter)
        self._empty.add_requested.connect(self._choose)
        self._thumbnails.arrived.connect(self._gallery.thumbnails_arrived)
        self._gallery.photo_opened.connect(self._open)
        self._gallery.removal_requested.connect(self._remove)
        self._gallery.menu_requested.connect(self._show_menu)
        self._viewer.closed.connect(self._show_gallery)
        self._viewer.change_requested.connect(self._change)
        self._viewer.removal_requested.connect(self._remove)
        self._panel.placed.connect(self._place)
        self._panel.dropped.connect(self._intake.drop_batch)
        self._intake.progressed.connect(self._show_progress)
        self._intake.asked.connect(self._ask)
        self._intake.finished.connect(self._on_finished)
        self._intake.failed.connect(self._on_failed)
        self._notice.acted.connect(self._on_notice)
        paste = QAction(self.tr("Paste photos"), self)
        paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        paste.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.triggered.connect(self.paste)
        self.addAction(paste)

    # --- the record

    def show_record(self, record: Record) -> None:
        """Draw a record; what is open stays open, the place in the gallery is kept."""
        self._model.show_record(record, self._header.view())
        self._header.show_counts(record.photos)
        if self._undo_of is not None and record is not self._undo_of:
            self._undo_of = None
            self._notice.hide()
        if self._stack.currentWidget() is self._viewer and self._viewer.photo is not None:
            self._viewer.show_photo(self._viewer.photo.id)
        elif self._stack.currentWidget() in {self._gallery, self._empty}:
            self._show_gallery()

    def _show_gallery(self) -> None:
        shown = self._viewer.photo
        self._viewer.leave()
        page = self._gallery if self._session.record.photos else self._empty
        self._stack.setCurrentWidget(page)
        self._header.setVisible(True)
        self._header.show_filters(is_shown=page is self._gallery)
        row = self._model.row_of(shown.id) if shown is not None else None
        if row is not None:
            self._gallery.setCurrentIndex(self._model.index(row))
            self._gallery.setFocus()

    def _thumbnail(self, photo_id: int) -> bytes:
        return self._session.photo_bytes(photo_id, Copy.THUMBNAIL)

    def _on_filter(self) -> None:
        self._model.show_record(self._session.record, self._header.view())
        self._gallery.verticalScrollBar().setValue(0)

    def _open(self, photo_id: int) -> None:
        self._viewer.show_photo(photo_id)
        self._stack.setCurrentWidget(self._viewer)
        self._header.setVisible(False)
        self._viewer.set_first_focus()

    # --- one photo

    def _show_menu(self, photo_id: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = (
            (self.tr("Open"), self._open),
            (self.tr("Change day or view"), self._change),
            (self.tr("Remove"), self._remove),
        )
        for text, act in acts:
            menu.addAction(text).triggered.connect(partial(act, photo_id))
        menu.popup(place)

    def _change(self, photo_id: int, *_: object) -> None:
        row = self._model.row_of(photo_id)
        if row is None:
            return
        photo = self._model.photos[row]
        self._dialog = ChangePhotoDialog(photo, self._session.record, self._session.today(), self._theme, self)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.accepted.connect(self._on_changed)
        self._dialog.open()

    def _on_changed(self) -> None:
        if self._dialog is not None:
            self._session.change_photo(self._dialog.photo.id, self._dialog.day(), self._dialog.view())
            self._dialog = None

    def _remove(self, photo_id: int, *_: object) -> None:
        row = self._model.row_of(photo_id)
        if row is None:
            return
        if self._viewer.photo is not None:
            self._viewer.step(1 if row + 1 < self._model.rowCount() else -1)
        if not self._session.remove_photo(photo_id):
            return
        self.show_record(self._session.record)
        self._offer_undo()
        if self._viewer.photo is None and self._model.rowCount():
            self._gallery.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))

    def _offer_undo(self) -> None:
        self._undo_of = self._session.record
        self._notice.show_message(self.tr("The photo is in the bin."), self.tr("Undo"))

    # --- new photos

    def take_in(self, paths: list[Path], day: date | None) -> None:
        """Start to take files in; ``day`` is the day they were dropped on, if any."""
        self._begin(Offered(sources_of(paths)), day)

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        self._begin(offered(QGuiApplication.clipboard().mimeData()), None)

    def close_intake(self) -> None:
        """Stop an intake after the picture in hand: the window is going."""
        self._intake.close()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Add photos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Photos ({patterns})").format(patterns=FILE_PATTERNS), self.tr("All files (*)")])
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog.setDirectory(pictures)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: list[str]) -> None:
        self.take_in([Path(name) for name in names], None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._begin(offered(event.mimeData()), None)

    def _begin(self, what: Offered, day: date | None) -> None:
        self._has_unreached = what.is_out_of_reach
        if what.sources:
            self._intake.begin(what.sources, day)
            return
        if what.is_out_of_reach:
            self._say(self._unreached_text())
        else:
            self._say(self.tr("There is no picture to add. Copy a photo first, or choose one with Add photos."))

    def _unreached_text(self) -> str:
        return self.tr("Some of it is no file on this computer. Copy it to a folder first, then add it.")

    def _say(self, text: str, action: str = "") -> None:
        self._undo_of = None
        self._notice.show_message(text, action)

    def _show_progress(self, progress: Progress, is_keeping: bool) -> None:
        self._undo_of = None
        said = (
            self.tr("Adding photo {number} of {total}") if is_keeping else self.tr("Reading photo {number} of {total}")
        )
        text = said.format(number=progress.number, total=progress.total)
        self._notice.show_progress(text, progress.number - 1, progress.total, self.tr("Cancel"))

    def _ask(self, reading: Reading, day: date | None) -> None:
        self._notice.hide()
        session = self._session
        fallback = day or session.offered_day()
        self._panel.ask(reading, session.record, today=session.today(), fallback=fallback)
        self._viewer.leave()
        self._header.setVisible(True)
        self._header.show_filters(is_shown=False)
        self._stack.setCurrentWidget(self._panel_room)
        self._panel.set_first_focus()

    def _place(self, placed: list[Placed]) -> None:
        self._show_gallery()
        self._intake.place(placed)

    def _on_finished(self, keeping: Keeping) -> None:
        self._show_gallery()
        self._notice.hide()
        row = self._model.row_of(keeping.kept[0].id) if keeping.kept else None
        if row is not None:
            self._gallery.setCurrentIndex(self._model.index(row))
            self._gallery.setFocus()
        lines = []
        if keeping.was_cancelled and keeping.kept:
            lines.append(self.tr("Stopped. %n photo(s) were added before.", "", len(keeping.kept)))
        elif keeping.refused and keeping.kept:
            lines.append(self.tr("%n photo(s) added.", "", len(keeping.kept)))
        if keeping.refused:
            lines.append(refused_text(self, keeping.refused))
        if self._has_unreached:
            lines.append(self._unreached_text())
            self._has_unreached = False
        if lines:
            self._say("\n".join(lines))
        self.intake_ended.emit()

    def _on_failed(self, error: JournalError) -> None:
        self._show_gallery()
        self._say(error_text(error))
        self.intake_ended.emit()

    def _on_notice(self) -> None:
        if self._undo_of is not None:
            self._notice.hide()
            self._session.undo()
        else:
            self._intake.cancel()
