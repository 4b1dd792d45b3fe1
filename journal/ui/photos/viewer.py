"""One photo large: its day, view and capture time, zoom, and the way to the next and the previous."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal import words
from journal.domain.errors import JournalError
from journal.domain.photo import Copy, DaySource, Photo
from journal.session import JournalSession
from journal.ui.photos.canvas import PhotoCanvas
from journal.ui.photos.cover import Cover
from journal.ui.photos.model import PhotoModel
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import show_drawing
from journal.ui.widgets.flow_layout import FlowLayout


class PhotoViewer(QWidget):
    """Shows the photos of the gallery's model one at a time.

    Signals:
        closed (): back to the gallery.
        change_requested (int), removal_requested (int), compare_requested (int), flip_requested (int),
        copy_requested (int): for the photo shown.
    """

    closed = Signal()
    change_requested = Signal(int)
    removal_requested = Signal(int)
    compare_requested = Signal(int)
    flip_requested = Signal(int)
    copy_requested = Signal(int)

    def __init__(
        self, session: JournalSession, model: PhotoModel, cover: Cover, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._cover = cover
        self._theme = theme
        self._photo: Photo | None = None
        self._build()
        self._connect()
        self._show_icons()

    def _build(self) -> None:
        self._back = _button(self.tr("All photos"), "quiet", self.tr("Back to all photos"))
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._detail = QLabel()
        self._detail.setProperty("role", "second")
        self._fit = _button(self.tr("Fit"), "plain", self.tr("Fit the photo to the window"))
        self._actual = _button(self.tr("100%"), "plain", self.tr("Show the photo at its own size"))
        self._zoom = QLabel()
        self._zoom.setProperty("role", "second")
        self._compare = _button(self.tr("Compare"), "plain", self.tr("Compare this photo with another"))
        self._copy = _button(self.tr("Save a copy"), "plain", self.tr("Save or share a copy of this photo"))
        self._more = _button(self.tr("More"), "plain", self.tr("More to do with this photo"))
        menu = QMenu(self._more)
        menu.addAction(self.tr("Change day or view")).triggered.connect(self._ask_change)
        menu.addAction(self.tr("Flip: it is a mirror image, this is my left")).triggered.connect(self._ask_flip)
        self._more.setMenu(menu)
        self._remove = _button(self.tr("Remove"), "plain", self.tr("Remove this photo"))
        self._previous = _button("", "quiet", self.tr("Previous photo"))
        self._next = _button("", "quiet", self.tr("Next photo"))
        self.marks = QLabel()
        self.marks.setProperty("role", "small")
        self.marks.setWordWrap(True)
        self.canvas = PhotoCanvas(self._theme)
        self.canvas.setAccessibleDescription(
            self.tr("Plus and minus zoom, 0 fits, 1 shows the own size, Shift and arrows move.")
        )
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        for label in (self._title, self._detail):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words_column.addWidget(label)
        head.addWidget(self._back)
        head.addLayout(words_column, 1)
        middle = QHBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self._previous)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self._next)
        foot = QWidget()
        flow = FlowLayout(foot, gap=8)
        for one in (self._fit, self._actual, self._zoom, self._compare, self._copy, self._more, self._remove):
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.marks)
        layout.addLayout(middle, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._fit.clicked.connect(self.canvas.fit)
        self._actual.clicked.connect(self.canvas.actual_size)
        self.canvas.zoomed.connect(self._show_zoom)
        self.canvas.uncover_requested.connect(self._uncover)
        self._cover.changed.connect(self._show_picture)
        self._compare.clicked.connect(self._ask_compare)
        self._copy.clicked.connect(self._ask_copy)
        self._remove.clicked.connect(self._ask_removal)
        self._previous.clicked.connect(partial(self.step, -1))
        self._next.clicked.connect(partial(self.step, 1))
        self._theme.changed.connect(self._show_icons)

    def _show_icons(self) -> None:
        icons = {
            self._back: "chevron-left",
            self._previous: "chevron-left",
            self._next: "chevron-right",
            self._copy: "save",
            self._compare: "compare",
            self._more: "edit",
            self._remove: "trash",
        }
        for button, name in icons.items():
            show_drawing(button, self._theme, name)

    @property
    def photo(self) -> Photo | None:
        """The photo that is shown."""
        return self._photo

    def show_photo(self, photo_id: int) -> None:
        """Show a photo of the model, fitted; the same photo again only renews its words."""
        row = self._model.row_of(photo_id)
        if row is None:
            self.closed.emit()
            return
        before, self._photo = self._photo, self._model.photos[row]
        is_same = before is not None and before.id == photo_id and before.mirrored == self._photo.mirrored
        if not is_same:
            self._show_picture()
        self._show_words(row)

    def leave(self) -> None:
        """Forget the picture; its memory goes with it."""
        self._photo = None
        self.canvas.show_picture(QPixmap())

    def set_first_focus(self) -> None:
        """The picture has the focus: arrows, plus and minus work at once."""
        self.canvas.setFocus()

    def step(self, step: int) -> None:
        """Go to the next or previous photo; at an end nothing happens."""
        row = self._model.row_of(self._photo.id) if self._photo else None
        if row is not None and 0 <= row + step < self._model.rowCount():
            self.show_photo(self._model.photos[row + step].id)

    def _show_picture(self) -> None:
        """The picture, or what stands there while it is covered."""
        photo = self._photo
        if photo is None:
            return
        is_covered = self._cover.covers(photo.id)
        self.canvas.show_picture(QPixmap() if is_covered else self._picture(photo))
        self.canvas.set_covered(is_covered=is_covered)

    def _uncover(self) -> None:
        if self._photo is not None:
            self._cover.uncover(self._photo.id)

    def _picture(self, photo: Photo) -> QPixmap:
        try:
            image = QImage.fromData(self._session.photo_bytes(photo.id, Copy.DISPLAY))
            return QPixmap.fromImage(image.flipped(Qt.Orientation.Horizontal) if photo.mirrored else image)
        except JournalError as error:
            self._session.failed.emit(error)
            return QPixmap()

    def _show_words(self, row: int) -> None:
        photo = self._model.photos[row]
        view = words.view_name(photo.view)
        self._title.setText(self.tr("{day}, {view}").format(day=self._model.day_text(photo.day), view=view))
        place = self.tr("{number} of {count}").format(number=row + 1, count=self._model.rowCount())
        self._detail.setText(f"{self._captured_text(photo)} · {place}")
        self.canvas.setAccessibleName(self._title.text())
        marks = self._model.marks.sentences(photo)
        self.marks.setText(marks)
        self.marks.setVisible(bool(marks))
        self._previous.setEnabled(row > 0)
        self._next.setEnabled(row < self._model.rowCount() - 1)
        self._show_zoom()

    def _captured_text(self, photo: Photo) -> str:
        if photo.captured_at is None and photo.day_source is DaySource.NAME:
            return self.tr("The day is from the file's name")
        if photo.captured_at is None:
            return self.tr("The photo does not say when it was taken")
        return self.tr("Taken {day}, {time}").format(
            day=words.full_day(photo.captured_at.date()), time=words.time_of_day(photo.captured_at)
        )

    def _show_zoom(self) -> None:
        self._zoom.setText(self.tr("{percent}%").format(percent=self.canvas.percent))

    def _ask_change(self) -> None:
        if self._photo is not None:
            self.change_requested.emit(self._photo.id)

    def _ask_compare(self) -> None:
        if self._photo is not None:
            self.compare_requested.emit(self._photo.id)

    def _ask_copy(self) -> None:
        if self._photo is not None:
            self.copy_requested.emit(self._photo.id)

    def _ask_flip(self) -> None:
        if self._photo is not None:
            self.flip_requested.emit(self._photo.id)

    def _ask_removal(self) -> None:
        if self._photo is not None:
            self.removal_requested.emit(self._photo.id)

    def _close(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self._close,
            Qt.Key.Key_Left: partial(self.step, -1),
            Qt.Key.Key_Right: partial(self.step, 1),
            Qt.Key.Key_Delete: self._ask_removal,
            Qt.Key.Key_C: self._ask_compare,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()


def _button(text: str, kind: str, said: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAccessibleName(said or text)
    button.setToolTip(said)
    return button
