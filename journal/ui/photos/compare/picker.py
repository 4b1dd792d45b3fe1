"""The choice of one of the two photos: all of its view by day, what is worth comparing first, and a step either way."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from journal import words
from journal.domain.photo import Photo
from journal.domain.record import Record
from journal.ui.photos.between import dated_name
from journal.ui.photos.compare.offers import Offer, Why
from journal.ui.theme import Theme
from journal.ui.widgets.buttons import IconButton
from journal.ui.widgets.elided_box import SHORTER, ElidedBox

SEEN_MAX = 18
LETTERS = 7


class _Choices(QAbstractListModel):
    """Offers first, then all photos. Words are made for the lines that are looked at only: there may be thousands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.record: Record | None = None
        self.offers: tuple[Offer, ...] = ()
        self.photos: tuple[Photo, ...] = ()

    def show(self, record: Record, offers: Sequence[Offer], photos: Sequence[Photo]) -> None:
        self.beginResetModel()
        self.record, self.offers, self.photos = record, tuple(offers), tuple(photos)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers) + len(self.photos)

    def photo(self, row: int) -> Photo:
        return self.offers[row].photo if row < len(self.offers) else self.photos[row - len(self.offers)]

    def row_of(self, photo_id: int) -> int:
        for row, photo in enumerate(self.photos):
            if photo.id == photo_id:
                return row + len(self.offers)
        return -1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.record is None or role not in (Qt.ItemDataRole.DisplayRole, SHORTER):
            return None
        photo = self.photo(index.row())
        if role == SHORTER:
            return [words.dated(photo.day), words.short_day(photo.day)]  # the day number stands on the picture
        named = dated_name(self.record, photo.day)
        if index.row() >= len(self.offers):
            return named
        return _offer_text(self.offers[index.row()].why).format(day=named)


def _offer_text(why: Why) -> str:
    texts = {
        Why.SAME_DAY_EARLIER: QCoreApplication.translate("photos", "Same day, earlier treatment: {day}"),
        Why.BEFORE: QCoreApplication.translate("photos", "Before this treatment: {day}"),
        Why.FIRST_BEFORE: QCoreApplication.translate("photos", "Before: {day}"),
        Why.PREVIOUS: QCoreApplication.translate("photos", "The one before: {day}"),
    }
    return texts[why]


class PhotoPicker(QWidget):
    """A list of days with a step to the earlier and the later one.

    Signals:
        chosen (int): the id of the photo that the person chose.
    """

    chosen = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Choices(self)
        self._shown: int | None = None
        self.earlier = IconButton("chevron-left", self.tr("{which}: earlier day").format(which=name), theme)
        self.later = IconButton("chevron-right", self.tr("{which}: later day").format(which=name), theme)
        self.box = ElidedBox()
        self.box.setAccessibleName(name)
        self.box.setModel(self._model)
        self.box.setMaxVisibleItems(SEEN_MAX)
        self.box.setMinimumContentsLength(LETTERS)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.earlier, self.box, self.later):
            row.addWidget(widget)
        self.box.activated.connect(self._on_activated)
        self.earlier.clicked.connect(partial(self.step, -1))
        self.later.clicked.connect(partial(self.step, 1))

    def show_choice(self, record: Record, photo: Photo, photos: Sequence[Photo], offers: Sequence[Offer] = ()) -> None:
        """Show which photo of these (oldest first) is chosen."""
        self._model.show(record, offers, tuple(reversed(photos)))
        self._shown = photo.id
        row = self._model.row_of(photo.id)
        self.box.setCurrentIndex(row)
        self.later.setEnabled(row > len(offers))
        self.earlier.setEnabled(0 <= row < self._model.rowCount() - 1)

    def step(self, step: int) -> None:
        """To the next earlier (-1) or later (1) photo; at an end nothing happens."""
        row = -1 if self._shown is None else self._model.row_of(self._shown)
        wanted = row - step
        if row >= 0 and len(self._model.offers) <= wanted < self._model.rowCount():
            self.chosen.emit(self._model.photo(wanted).id)

    def texts(self) -> list[str]:
        """All lines, as they are read."""
        return [self.box.itemText(row) for row in range(self.box.count())]

    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self._model.photo(row).id)
