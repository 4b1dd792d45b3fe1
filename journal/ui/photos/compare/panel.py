"""Two photos compared: which two, in which way, and what lies between them in words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from journal import words
from journal.domain.errors import JournalError
from journal.domain.photo import Copy, Photo
from journal.domain.record import Record
from journal.session import JournalSession
from journal.ui.photos.between import beside_name, between_text
from journal.ui.photos.compare.canvas import CompareCanvas, Way
from journal.ui.photos.compare.lens import carried
from journal.ui.photos.compare.offers import in_order, offers, partner, same_view
from journal.ui.photos.compare.picker import PhotoPicker
from journal.ui.photos.compare.picture import Picture
from journal.ui.photos.compare.placing import Places
from journal.ui.photos.compare.telling import told
from journal.ui.photos.cover import Cover
from journal.ui.photos.marks import PhotoMarks
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import Button, IconButton
from journal.ui.widgets.choice import ChoiceRow
from journal.ui.widgets.flow_layout import FlowLayout, turn
from journal.ui.widgets.labels import Words

BLINK_MS = 1200
SLIDER_STEPS = 100
PICKERS_BESIDE = 30
"""From how many heights of letters on the two pickers stand beside each other."""


class ComparePanel(QWidget):
    """Shows two photos under one lens. The left one is the older unless the person swapped them.

    Signals:
        closed (): back to where it was opened from.
        align_requested (): the older is to be lined up with the newer.
    """

    closed = Signal()
    align_requested = Signal()

    def __init__(self, session: JournalSession, cover: Cover, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cover = cover
        self._theme = theme
        self._marks = PhotoMarks()
        self._left: Photo | None = None
        self._right: Photo | None = None
        self._pictures: dict[int, Picture] = {}
        self._blink = QTimer(self)
        self._blink.setInterval(BLINK_MS)
        self._build()
        self._connect()
        self._show_way()

    # --- building

    def _build(self) -> None:
        back = self.tr("Back")
        self.back = IconButton("chevron-left", self.tr("Back to the photos"), self._theme, text=back)
        self.title = Words("", "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.left_picker = PhotoPicker(self.tr("Left photo"), self._theme)
        self.right_picker = PhotoPicker(self.tr("Right photo"), self._theme)
        self.ways = ChoiceRow(self.tr("How to compare"), self._way_names())
        self.ways.choose(Way.SIDE.value)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, SLIDER_STEPS)
        self.slider.setFixedWidth(round(self._theme.base_px * 9))
        self.slider_name = QLabel()
        self.slider_name.setProperty("role", "second")
        self.play = Button(self.tr("Start blinking"))
        self.play.setCheckable(True)
        self.turn = Button(self.tr("Turn the line"))
        self.swap = Button(self.tr("Swap"))
        self.swap.setToolTip(self.tr("Left becomes right"))
        self.align = Button(self.tr("Line up"))
        self.align.setToolTip(self.tr("Lay the older photo on the newer one by two or three points, or by hand"))
        self.align.setAccessibleDescription(self.align.toolTip())
        self.fit = Button(self.tr("Fit"))
        self.fit.setAccessibleName(self.tr("Fit both photos to the window"))
        self.zoom = QLabel()
        self.zoom.setProperty("role", "second")
        self.marks = Words("", "small")
        self.canvas = CompareCanvas(self._theme)
        self._lay_out()

    def _way_names(self) -> list[tuple[str, str]]:
        return [
            (Way.SIDE.value, self.tr("Side by side")),
            (Way.WIPE.value, self.tr("Wipe")),
            (Way.BLINK.value, self.tr("Blink")),
            (Way.GHOST.value, self.tr("See through")),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.align)
        self._pickers = pickers = QHBoxLayout()
        pickers.setSpacing(16)
        pickers.addWidget(self.left_picker, 1)
        pickers.addWidget(self.swap)
        pickers.addWidget(self.right_picker, 1)
        tools = QWidget()
        flow = FlowLayout(tools, gap=8)
        for one in (self.ways, self.slider_name, self.slider, self.turn, self.play, self.fit, self.zoom):
            flow.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(pickers)
        layout.addWidget(self.marks)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(tools)

    def _connect(self) -> None:
        self.back.clicked.connect(self._close)
        self.left_picker.chosen.connect(self._choose_left)
        self.right_picker.chosen.connect(self._choose_right)
        self.align.clicked.connect(self._ask_align)
        self.swap.clicked.connect(self.swap_photos)
        self.ways.chosen.connect(self._on_way)
        self.turn.clicked.connect(self.canvas.turn_line)
        self.slider.valueChanged.connect(self._on_slider)
        self.play.toggled.connect(self._on_play)
        self.fit.clicked.connect(self.canvas.fit)
        self.canvas.lens_changed.connect(self._show_zoom)
        self.canvas.share_changed.connect(self._show_share)
        self.canvas.uncover_requested.connect(self._uncover)
        self._cover.changed.connect(self._show_covered)
        self._blink.timeout.connect(self._show_other)

    # --- which photos

    @property
    def photos(self) -> tuple[Photo, Photo] | None:
        """The left and the right photo."""
        return None if self._left is None or self._right is None else (self._left, self._right)

    @property
    def is_blinking(self) -> bool:
        """Whether the two are shown in turn by themselves."""
        return self._blink.isActive()

    def compare(self, photo: Photo, other: Photo | None = None) -> bool:
        """Show a photo beside another, or beside what is most worth comparing it with; False when there is none."""
        other = other or partner(self._session.record, photo)
        if other is None or other.id == photo.id:
            return False
        self._left, self._right = in_order(photo, other)
        self.canvas.fit()
        self._draw()
        return True

    def show_record(self, record: Record) -> None:
        """Draw the two as they stand in the record; close when one is gone."""
        by_id = {photo.id: photo for photo in record.photos}
        if self._left is None or self._right is None:
            return
        left, right = by_id.get(self._left.id), by_id.get(self._right.id)
        if left is None or right is None:
            self._close()
            return
        self._left, self._right = left, right
        self._draw()

    def leave(self) -> None:
        """Forget the pictures; their memory goes with them."""
        self.play.setChecked(False)
        self._left = self._right = None
        self._pictures.clear()
        self.canvas.show_pictures(Picture(), Picture())
        self.canvas.fit()

    def set_first_focus(self) -> None:
        """The pictures have the focus: arrows, plus and minus work at once."""
        self.canvas.setFocus()

    def swap_photos(self) -> None:
        """Left becomes right."""
        self._left, self._right = self._right, self._left
        self._draw()

    def _ask_align(self) -> None:
        self.align_requested.emit()

    def _choose_left(self, photo_id: int) -> None:
        self._show_pair(self._photo(photo_id) or self._left, self._right)

    def _choose_right(self, photo_id: int) -> None:
        self._show_pair(self._left, self._photo(photo_id) or self._right)

    def _show_pair(self, left: Photo | None, right: Photo | None) -> None:
        """Other photos; the same place of the face stays where it is, as far as it is known how they lie."""
        before = None if self.photos is None else in_order(*self.photos)[1]
        self._left, self._right = left, right
        after = None if self.photos is None else in_order(*self.photos)[1]
        if before is not None and after is not None and not self.canvas.is_fitted:
            lies = Places(self._session.record.photos).lies_on(before, after)
            if lies is not None:
                self.canvas.lens = carried(self.canvas.lens, lies)
        self._draw()

    def _photo(self, photo_id: int) -> Photo | None:
        return next((photo for photo in self._session.record.photos if photo.id == photo_id), None)

    def _draw(self) -> None:
        if self._left is None or self._right is None:
            return
        record, left, right = self._session.record, self._left, self._right
        self.left_picker.show_choice(record, left, same_view(record, left), offers(record, right))
        self.right_picker.show_choice(record, right, same_view(record, right))
        self._pictures = {photo.id: self.picture(photo.id) for photo in (left, right)}
        pictures = self._pictures[left.id], self._pictures[right.id]
        if left.id != right.id:
            for picture, placement in zip(pictures, Places(record.photos).pair(left, right), strict=True):
                picture.placement = placement
        self.canvas.labels = self.label(left), self.label(right)
        self.canvas.show_pictures(*pictures)
        self._show_covered()
        self._show_words()

    def _show_covered(self) -> None:
        if self.photos is not None:
            left, right = self.photos
            self.canvas.covered = self._cover.covers(left.id), self._cover.covers(right.id)
            self.align.setEnabled(not any(self.canvas.covered))
            self.canvas.update()

    def _uncover(self, index: int) -> None:
        if self.photos is not None:
            self._cover.uncover(self.photos[index].id)

    def picture(self, photo_id: int) -> Picture:
        """The picture of a photo, read once as long as it is shown."""
        if photo_id in self._pictures:
            return self._pictures[photo_id]
        try:
            return Picture(QImage.fromData(self._session.photo_bytes(photo_id, Copy.DISPLAY)))
        except JournalError as error:
            self._session.failed.emit(error)
            return Picture()

    def label(self, photo: Photo) -> str:
        """A photo's day, with its view where the two are of different ones."""
        other = self._right if self._left is not None and photo.id == self._left.id else self._left
        name = beside_name(self._session.record, photo, other or photo)
        if self._left is not None and self._right is not None and self._left.view is not self._right.view:
            return self.tr("{day}, {view}").format(day=name, view=words.view_name(photo.view))
        return name

    def _show_words(self) -> None:
        if self._left is None or self._right is None:
            return
        older, newer = in_order(self._left, self._right)
        said = between_text(self._session.record, older, newer)
        view = words.view_name(newer.view)
        self.title.setText(self.tr("{between} · {view}").format(between=said, view=view))
        self.setAccessibleName(self.title.text())
        self._show_marks(self._left, self._right)
        self._describe()

    def _show_marks(self, left: Photo, right: Photo) -> None:
        """What makes the two hard to compare, with what was measured as the tip."""
        self._marks.show(self._session.record.photos)
        lines = [
            text.format(marks=self._marks.line(photo))
            for photo, text in ((left, self.tr("Left: {marks}")), (right, self.tr("Right: {marks}")))
            if self._marks.of(photo)
        ]
        measured = "\n".join(filter(None, (self._marks.sentences(left), self._marks.sentences(right))))
        self.marks.setText("   ".join(lines))
        self.marks.setToolTip(measured)
        self.marks.setAccessibleDescription(measured)
        self.marks.setVisible(bool(lines))

    # --- in which way

    def _on_way(self, way: str) -> None:
        self.play.setChecked(False)
        self.canvas.choose_way(Way(way))
        self._show_way()

    def choose_way(self, way: Way) -> None:
        """Compare in this way."""
        self.ways.choose(way.value)
        self._on_way(way.value)

    def _show_way(self) -> None:
        way = self.canvas.way
        has_slider = way in {Way.WIPE, Way.GHOST}
        self.slider.setVisible(has_slider)
        self.slider_name.setVisible(has_slider)
        self.turn.setVisible(way is Way.WIPE)
        self.play.setVisible(way is Way.BLINK)
        name = self.tr("Dividing line") if way is Way.WIPE else self.tr("Strength of the left photo")
        self.slider_name.setText(name if way is Way.GHOST else "")
        self.slider_name.setVisible(way is Way.GHOST)
        self.slider.setAccessibleName(name)
        self._show_share()

    def _show_share(self) -> None:
        self.slider.blockSignals(True)  # noqa: FBT003  Qt's signature
        self.slider.setValue(round(self.canvas.share * SLIDER_STEPS))
        self.slider.blockSignals(False)  # noqa: FBT003  Qt's signature
        self._describe()

    def _on_slider(self, value: int) -> None:
        self.canvas.set_share(value / SLIDER_STEPS)

    def _on_play(self, is_on: bool) -> None:
        self.play.setText(self.tr("Stop blinking") if is_on else self.tr("Start blinking"))
        if is_on:
            self._blink.start()
        else:
            self._blink.stop()

    def _show_other(self) -> None:
        self.canvas.show_second(is_shown=not self.canvas.is_second_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.base_px * PICKERS_BESIDE
        turn(self._pickers, is_beside=not is_narrow)
        self._pickers.setSpacing(4 if is_narrow else 16)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)

    def _show_zoom(self) -> None:
        self.zoom.setText(self.tr("{percent}%").format(percent=self.canvas.percent))

    def _describe(self) -> None:
        """What the canvas shows, for a screen reader."""
        self.canvas.setAccessibleName(told(self.canvas))
        self.canvas.setAccessibleDescription(
            self.tr(
                "Plus and minus zoom both, 0 fits, Shift and arrows move. S, W, B and G choose the way, X swaps, "
                "T turns the line, L lines up. Page up and down change the right photo, with Shift the left one."
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self._on_escape,
            Qt.Key.Key_S: partial(self.choose_way, Way.SIDE),
            Qt.Key.Key_W: partial(self.choose_way, Way.WIPE),
            Qt.Key.Key_B: partial(self.choose_way, Way.BLINK),
            Qt.Key.Key_G: partial(self.choose_way, Way.GHOST),
            Qt.Key.Key_X: self.swap_photos,
            Qt.Key.Key_T: self.canvas.turn_line,
            Qt.Key.Key_L: self._ask_align,
            Qt.Key.Key_PageUp: partial(self._step, -1, event.modifiers()),
            Qt.Key.Key_PageDown: partial(self._step, 1, event.modifiers()),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _step(self, step: int, modifiers: Qt.KeyboardModifier) -> None:
        """The right photo steps through the days; with Shift the left one."""
        is_left = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        (self.left_picker if is_left else self.right_picker).step(step)

    def _on_escape(self) -> None:
        if self.play.isChecked():
            self.play.setChecked(False)
        else:
            self._close()

    def _close(self) -> None:
        self.closed.emit()
