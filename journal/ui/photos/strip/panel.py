"""The strip with the one thing to be said about it: how two of its photos are compared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.domain.photo import View
from journal.domain.record import Record
from journal.ui.photos.cover import Cover
from journal.ui.photos.model import Thumbnails
from journal.ui.photos.strip.view import Strip
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button
from journal.ui.widgets.labels import Words


class StripPanel(QWidget):
    """Shows one view along the days.

    Signals:
        photo_opened (int): to be shown large.
        pair_chosen (int, int): to be compared.
    """

    photo_opened = Signal(int)
    pair_chosen = Signal(int, int)

    def __init__(self, thumbnails: Thumbnails, cover: Cover, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = Strip(thumbnails, cover, theme)
        self.two = Button(self.tr("Compare two"))
        self.two.setCheckable(True)
        self.hint = Words("", "second")
        self.nothing = Words(self.tr("There is no photo of this view yet."), "second")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.two)
        foot.addWidget(self.hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.nothing)
        layout.addWidget(self.strip, 1)
        layout.addLayout(foot)
        self.two.toggled.connect(self._on_two)
        self.strip.photo_opened.connect(self._on_opened)
        self.strip.pair_chosen.connect(self._on_pair)
        self._show_hint()

    def show_record(self, record: Record, view: View) -> None:
        """Draw a record; the first time at its newest end."""
        is_new = not self.strip.strip.steps
        self.strip.strip.show_record(record, view)
        has_photos = bool(self.strip.strip.steps)
        self.nothing.setVisible(not has_photos)
        self.two.setVisible(has_photos)
        self.hint.setVisible(has_photos)
        if is_new and has_photos:
            self.strip.show_newest()

    def choose_photo(self, photo_id: int) -> None:
        """Go to a photo."""
        row = self.strip.strip.row_of(photo_id)
        if row >= 0:
            self.strip.setCurrentIndex(self.strip.strip.index(row))

    def _on_two(self) -> None:
        self.strip.chosen = []
        self.strip.viewport().update()
        self._show_hint()

    def _on_opened(self, photo_id: int) -> None:
        if self.two.isChecked():
            self.strip.choose(photo_id)
            self._show_hint()
        else:
            self.photo_opened.emit(photo_id)

    def _on_pair(self, first: int, second: int) -> None:
        self.two.setChecked(False)
        self.pair_chosen.emit(first, second)

    def _show_hint(self) -> None:
        if not self.two.isChecked():
            text = self.tr("A click opens a photo. Space or Ctrl and click choose two to compare.")
        elif self.strip.chosen:
            text = self.tr("Choose the second photo.")
        else:
            text = self.tr("Choose the first photo.")
        self.hint.setText(text)
