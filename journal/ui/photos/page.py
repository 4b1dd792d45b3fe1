"""The photos page: the gallery by day and view, one photo large, and the way in for new ones."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal.domain.photo import Copy, View
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.photos.acts import PhotoActs
from journal.ui.photos.arrivals import Arrivals
from journal.ui.photos.batch import Keeping
from journal.ui.photos.compare.comparison import Comparison
from journal.ui.photos.cover import Cover
from journal.ui.photos.empty import EmptyPhotos
from journal.ui.photos.gallery import Gallery
from journal.ui.photos.guide import PhotoGuide
from journal.ui.photos.header import PhotosHeader
from journal.ui.photos.model import PhotoModel, Thumbnails
from journal.ui.photos.notice import Notice
from journal.ui.photos.sources import may_hold_pictures
from journal.ui.photos.strip.panel import StripPanel
from journal.ui.photos.tray.panel import IntakePanel
from journal.ui.photos.viewer import PhotoViewer
from journal.ui.settings import Settings
from journal.ui.theme import Theme

CONTENT_WIDTH = 1100
QWIDGETSIZE_MAX = 16_777_215


class PhotosPage(QWidget):
    """All photos by day and view. New ones arrive by drop, paste or chooser, or through ``take_in``.

    Signals:
        question_asked (): a batch was read; day and view are asked.
        intake_ended (): a batch was kept, refused or dropped.
    """

    question_asked = Signal()
    intake_ended = Signal()

    def __init__(self, session: JournalSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.acts = PhotoActs(session, theme, self)
        self._settings: Settings | None = None
        self._wants_guide = False
        self._undo_of: Record | None = None
        self._marked: int | None = None
        self._came_from: int | None = None
        self.model = PhotoModel(self)
        self.cover = Cover(self)
        self._build()
        self.arrivals = Arrivals(session, self.panel, self.notice, self)
        self._connect()
        self.setAcceptDrops(True)

    def _build(self) -> None:
        self.header = PhotosHeader(self._theme)
        self.thumbnails = Thumbnails(self._thumbnail, self)
        self.gallery = Gallery(self.model, self.thumbnails, self.cover, self._theme)
        self.strip = StripPanel(self.thumbnails, self.cover, self._theme)
        self.guide = PhotoGuide(self._theme)
        self._empty = EmptyPhotos(self._theme)
        self.viewer = PhotoViewer(self._session, self.model, self.cover, self._theme)
        self.compare = Comparison(self._session, self.cover, self._theme)
        self.panel = IntakePanel(self._theme, self._session.now)
        self._panel_room = QScrollArea()
        self._panel_room.setWidgetResizable(True)
        self._panel_room.setWidget(self.panel)
        self.notice = Notice()
        self._stack = QStackedWidget()
        for page in (self.gallery, self.strip, self._empty, self.guide, self.viewer, self.compare, self._panel_room):
            self._stack.addWidget(page)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        for widget in (self.header, self._stack, self.notice):
            inner.addWidget(widget)
        inner.setStretchFactor(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 16, 28, 20)
        layout.addWidget(self._content)

    def _connect(self) -> None:
        self._stack.currentChanged.connect(self._on_turned)
        self._on_turned()
        self.header.add_requested.connect(self.arrivals.choose)
        self.header.layout_changed.connect(self._on_layout)
        self.header.guide_requested.connect(self.show_guide)
        self.guide.dismissed.connect(self._dismiss_guide)
        self.header.filter_changed.connect(self._on_filter)
        self._empty.add_requested.connect(self.arrivals.choose)
        self.thumbnails.arrived.connect(self.gallery.thumbnails_arrived)
        self.thumbnails.arrived.connect(self.strip.strip.viewport().update)
        self.gallery.photo_opened.connect(self.open_photo)
        self.gallery.removal_requested.connect(self._remove)
        self.gallery.menu_requested.connect(self._show_menu)
        self.gallery.compare_requested.connect(self.open_compare)
        self.viewer.closed.connect(self._show_home)
        self.viewer.compare_requested.connect(self.open_compare)
        self.compare.closed.connect(self._close_compare)
        self.viewer.change_requested.connect(self.acts.ask_change)
        self.viewer.removal_requested.connect(self._remove)
        self.viewer.flip_requested.connect(self.acts.flip)
        self.viewer.copy_requested.connect(self.acts.save_copy)
        self.strip.photo_opened.connect(self.open_photo)
        self.strip.pair_chosen.connect(self._compare_pair)
        self.strip.strip.menu_requested.connect(self._show_menu)
        self.arrivals.asked.connect(self._show_question)
        self.arrivals.answered.connect(self._show_home)
        self.arrivals.ended.connect(self._on_arrived)
        self.arrivals.failed.connect(self._on_not_arrived)
        paste = QAction(self.tr("Paste photos"), self)
        paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        paste.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.triggered.connect(self.arrivals.paste)
        self.addAction(paste)

    def use_settings(self, settings: Settings) -> None:
        """What the person chose for photos, now and whenever it changes."""
        self._settings = settings
        self._wants_guide = not settings.guide_dismissed
        settings.photos_changed.connect(self._on_settings)
        self._on_settings()
        self.arrivals.use_settings(settings)

    def _on_settings(self) -> None:
        if self._settings is not None:
            self.cover.turn(is_on=self._settings.covers_photos)

    def _on_turned(self) -> None:
        """Words are read in a narrow column; a photo is looked at as large as it can be."""
        is_picture = self._stack.currentWidget() in {self.viewer, self.compare, self.strip}
        self._content.setMaximumWidth(QWIDGETSIZE_MAX if is_picture else CONTENT_WIDTH)

    # --- the record

    def show_record(self, record: Record) -> None:
        """Draw a record; what is open stays open, the place in the gallery is kept."""
        self.model.show_record(record, self.header.view())
        self.header.show_counts(record.photos)
        if self._undo_of is not None and record is not self._undo_of:
            self._undo_of = None
            self.notice.hide()
        if self._stack.currentWidget() is self.viewer and self.viewer.photo is not None:
            self.viewer.show_photo(self.viewer.photo.id)
        elif self._stack.currentWidget() is self.compare:
            self.compare.show_record(record)
        elif self._stack.currentWidget() in {self.gallery, self.strip, self._empty, self.guide}:
            self._show_home()

    @property
    def shown(self) -> str:
        """What is on the page: gallery, strip, empty, guide, viewer, compare or question."""
        names: dict[QWidget | None, str] = {
            self.gallery: "gallery",
            self.strip: "strip",
            self._empty: "empty",
            self.guide: "guide",
            self.viewer: "viewer",
            self.compare: "compare",
            self._panel_room: "question",
        }
        return names.get(self._stack.currentWidget(), "")

    def go_home(self) -> None:
        """From one photo or two back to all of them; a question that waits stays."""
        if self._stack.currentWidget() in {self.viewer, self.compare}:
            self._show_home()

    def _show_home(self) -> None:
        """The gallery, the strip, or what stands there before the first photo."""
        shown = self.viewer.photo
        self.viewer.leave()
        self.compare.leave()
        self.header.setVisible(True)
        self.header.show_filters(is_shown=bool(self._session.record.photos))
        if self._wants_guide:
            self.header.show_filters(is_shown=False)
            self._stack.setCurrentWidget(self.guide)
        elif not self._session.record.photos:
            self._stack.setCurrentWidget(self._empty)
        elif self.header.is_strip:
            self.strip.show_record(self._session.record, self.header.view() or View.FRONT)
            self._stack.setCurrentWidget(self.strip)
        else:
            self._stack.setCurrentWidget(self.gallery)
        if shown is not None:
            self._go_to(shown.id)

    def show_guide(self) -> None:
        """How photos are taken that can be compared."""
        self._wants_guide = True
        self._show_home()
        self.guide.set_first_focus()

    def _dismiss_guide(self) -> None:
        self._wants_guide = False
        if self._settings is not None:
            self._settings.guide_dismissed = True
        self._show_home()
        (self.gallery if self._session.record.photos else self._empty).setFocus()

    def _go_to(self, photo_id: int) -> None:
        """The focus goes to a photo, where it is shown."""
        row = self.model.row_of(photo_id)
        if self._stack.currentWidget() is self.strip:
            self.strip.choose_photo(photo_id)
            self.strip.strip.setFocus()
        elif row is not None:
            self.gallery.setCurrentIndex(self.model.index(row))
            self.gallery.setFocus()

    def _thumbnail(self, photo_id: int) -> bytes:
        return self._session.photo_bytes(photo_id, Copy.THUMBNAIL)

    def _on_filter(self) -> None:
        self.model.show_record(self._session.record, self.header.view())
        self.gallery.verticalScrollBar().setValue(0)
        self._show_home()

    def _on_layout(self) -> None:
        self._show_home()

    def open_photo(self, photo_id: int, *_: object) -> None:
        """Show a photo large; or beside the one that was marked to be compared."""
        if self._marked is not None and self._marked != photo_id:
            self.open_compare(photo_id)
            return
        self._unmark()
        self.viewer.show_photo(photo_id)
        self._stack.setCurrentWidget(self.viewer)
        self.header.setVisible(False)
        self.viewer.set_first_focus()

    # --- two photos

    def open_compare(self, photo_id: int, *_: object) -> None:
        """Lay a photo beside what is most worth comparing it with, or beside the one that was marked for it."""
        photo, other = self.acts.photo(photo_id), self.acts.photo(self._marked)
        self._unmark()
        if photo is None:
            return
        self._came_from = photo_id if self._stack.currentWidget() is self.viewer else None
        if not self.compare.compare(photo, other):
            self._undo_of = None
            self.notice.show_message(
                self.tr("There is no other photo of this view yet. A second one can be compared with it.")
            )
            return
        self._show_compare()

    def _compare_pair(self, first: int, second: int) -> None:
        one, other = self.acts.photo(first), self.acts.photo(second)
        if one is not None and other is not None and self.compare.compare(one, other):
            self._came_from = None
            self._show_compare()

    def _show_compare(self) -> None:
        self._stack.setCurrentWidget(self.compare)
        self.header.setVisible(False)
        self.compare.set_first_focus()

    def mark_to_compare(self, photo_id: int, *_: object) -> None:
        """Compare this photo with the one that is opened next."""
        self._marked = photo_id
        self._undo_of = None
        self.notice.show_message(self.tr("Choose the photo to compare with."), self.tr("Cancel"), self._unmark)

    def _unmark(self) -> None:
        if self._marked is not None:
            self._marked = None
            self.notice.hide()

    def _close_compare(self) -> None:
        if self._came_from is not None and self.acts.photo(self._came_from) is not None:
            self.compare.leave()
            self.open_photo(self._came_from)
        else:
            shown = self.compare.panel.photos
            self._show_home()
            if shown is not None:
                self._go_to(shown[1].id)

    # --- one photo

    def _show_menu(self, photo_id: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = (
            (self.tr("Open"), self.open_photo),
            (self.tr("Compare"), self.open_compare),
            (self.tr("Compare with another ..."), self.mark_to_compare),
            (self.tr("Change day or view"), self.acts.ask_change),
            (self.tr("Save a copy"), self.acts.save_copy),
            (self.tr("Flip: it is a mirror image"), self.acts.flip),
            (self.tr("Remove"), self._remove),
        )
        for text, act in acts:
            menu.addAction(text).triggered.connect(partial(act, photo_id))
        menu.popup(place)

    def _remove(self, photo_id: int, *_: object) -> None:
        row = self.model.row_of(photo_id)
        if row is None:
            return
        if self.viewer.photo is not None:
            self.viewer.step(1 if row + 1 < self.model.rowCount() else -1)
        if not self._session.remove_photo(photo_id):
            return
        self.show_record(self._session.record)
        self._offer_undo()
        if self.viewer.photo is None and self.model.rowCount():
            self.gallery.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))

    def _offer_undo(self) -> None:
        self._undo_of = self._session.record
        self.notice.show_message(self.tr("The photo is in the bin."), self.tr("Undo"), self._session.undo)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cover.cover_all()

    # --- new photos

    def take_in(self, paths: list[Path], day: date | None) -> None:
        """Start to take files in; ``day`` is the day they were dropped on, if any."""
        self.arrivals.take_in(paths, day)

    def close_intake(self) -> None:
        """Stop an intake after the picture in hand: the window is going."""
        self.arrivals.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.arrivals.take_in_data(event.mimeData())

    def _show_question(self) -> None:
        self._undo_of = None
        self._marked = None
        self.viewer.leave()
        self.compare.leave()
        self.header.setVisible(True)
        self.header.show_filters(is_shown=False)
        self._stack.setCurrentWidget(self._panel_room)
        self.panel.set_first_focus()
        self.question_asked.emit()

    def _on_arrived(self, keeping: Keeping) -> None:
        self._undo_of = None
        self._show_home()
        if keeping.kept:
            self._go_to(keeping.kept[0].id)
        self.intake_ended.emit()

    def _on_not_arrived(self) -> None:
        self._show_home()
        self.intake_ended.emit()
