"""What is done with one photo in a dialog of its own: another day or view, a copy that leaves; and flipping it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from journal.domain.errors import JournalError
from journal.domain.photo import Copy, Photo
from journal.session import JournalSession
from journal.ui.photos.change_dialog import ChangePhotoDialog
from journal.ui.theme import Theme


class PhotoActs(QObject):
    """Asks, and has the session do it. The dialogs belong to the page; each is None while it is not open."""

    def __init__(self, session: JournalSession, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._theme = theme
        self._page = page
        self.change_dialog: ChangePhotoDialog | None = None
        self.leaving_dialog: QDialog | None = None

    def photo(self, photo_id: int | None) -> Photo | None:
        """A photo of the record; None when there is none of that id."""
        return next((photo for photo in self._session.record.photos if photo.id == photo_id), None)

    def flip(self, photo_id: int, *_: object) -> None:
        """Show a mirrored selfie as others see the face, or back."""
        self._session.flip_photo(photo_id)

    def ask_change(self, photo_id: int, *_: object) -> None:
        """Ask for another day or view of a photo."""
        photo = self.photo(photo_id)
        if photo is None:
            return
        session = self._session
        self.change_dialog = ChangePhotoDialog(photo, session.record, session.today(), self._theme, self._page)
        self.change_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.change_dialog.accepted.connect(self._on_changed)
        self.change_dialog.finished.connect(self._on_change_ended)
        self.change_dialog.open()

    def _on_changed(self) -> None:
        dialog = self.change_dialog
        if dialog is not None:
            self._session.change_photo(dialog.photo.id, dialog.day(), dialog.view())

    def _on_change_ended(self) -> None:
        self.change_dialog = None

    def save_copy(self, photo_id: int, *_: object) -> None:
        """Ask what may be seen of a copy, and save or copy that."""
        photo = self.photo(photo_id)
        if photo is None:
            return
        from journal.ui.photos.leaving.dialog import LeavingDialog  # late: brings Pillow

        try:
            display = self._session.photo_bytes(photo_id, Copy.DISPLAY)
        except JournalError as error:
            self._session.failed.emit(error)
            return
        self.leaving_dialog = LeavingDialog(photo, display, self._theme, self._page)
        self.leaving_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.leaving_dialog.finished.connect(self._on_left)
        self.leaving_dialog.open()

    def _on_left(self) -> None:
        self.leaving_dialog = None
