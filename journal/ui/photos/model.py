"""The photos of the gallery as a model: which, in which order, named how; and their thumbnails, fetched when seen."""

from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from time import perf_counter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from journal import words
from journal.domain.errors import JournalError
from journal.domain.photo import Photo, View
from journal.domain.record import Record
from journal.ui.photos.marks import PhotoMarks

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
THUMBNAILS_MAX = 160
SLICE_SECONDS = 0.008
VIEW_ORDER = {view: place for place, view in enumerate(View)}


class Thumbnails(QObject):
    """The latest thumbnails that were asked for, at most 160 (some 50 MB). Fetched in slices of 8 ms.

    Signals:
        arrived (): some came in.
    """

    arrived = Signal()

    def __init__(self, fetch: Callable[[int], bytes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._wanted: deque[int] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fetch_some)

    def get(self, photo_id: int) -> QPixmap | None:
        """The thumbnail, or None: then it is on its way."""
        picture = self._kept.get(photo_id)
        if picture is None:
            self._want(photo_id)
            return None
        self._kept.move_to_end(photo_id)
        return picture

    @property
    def count(self) -> int:
        """How many are kept."""
        return len(self._kept)

    @property
    def is_waiting(self) -> bool:
        """Whether some that were asked for are still to come."""
        return bool(self._wanted)

    def want_only(self, photo_ids: Sequence[int]) -> None:
        """Forget what is waited for and no longer seen."""
        seen = set(photo_ids)
        self._wanted = deque(photo_id for photo_id in self._wanted if photo_id in seen)

    def _want(self, photo_id: int) -> None:
        if photo_id not in self._wanted:
            self._wanted.append(photo_id)
        if not self._timer.isActive():
            self._timer.start()

    def _fetch_some(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._wanted and perf_counter() < end:
            photo_id = self._wanted.popleft()
            self._kept[photo_id] = self._picture(photo_id)
        while len(self._kept) > THUMBNAILS_MAX:
            self._kept.popitem(last=False)
        if not self._wanted:
            self._timer.stop()
        self.arrived.emit()

    def _picture(self, photo_id: int) -> QPixmap:
        try:
            image = QImage.fromData(self._fetch(photo_id))
        except JournalError:
            return QPixmap()
        return QPixmap.fromImage(image)


class PhotoModel(QAbstractListModel):
    """The photos of one filter, newest day first, within a day by view. ``counts`` gives the sections."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._view: View | None = None
        self._photos: tuple[Photo, ...] = ()
        self.counts: tuple[int, ...] = ()
        self.marks = PhotoMarks()

    def show_record(self, record: Record, view: View | None) -> bool:
        """Take the photos of a record; False when they are the same as before."""
        self.marks.show(record.photos)
        before, self._record = self._record, record
        treatments = before.treatments if before else None
        if before and before.photos is record.photos and self._view is view and treatments == record.treatments:
            return False  # what most changes leave alone: a rating, a note
        self._view = view
        photos = tuple(_newest_first(record, view))
        if photos == self._photos and treatments == record.treatments:
            return False
        self.beginResetModel()
        self._photos = photos
        self.counts = tuple(len(tuple(group)) for _, group in groupby(photos, key=_day_of))
        self.endResetModel()
        return True

    @property
    def photos(self) -> tuple[Photo, ...]:
        """All photos in the order shown."""
        return self._photos

    def row_of(self, photo_id: int) -> int | None:
        """Where a photo is; None when it is not shown."""
        return next((row for row, photo in enumerate(self._photos) if photo.id == photo_id), None)

    def heading(self, row: int) -> str:
        """The heading of the section that begins with a row: "Day 2 · Sunday 22 November"."""
        return self.day_text(self._photos[row].day)

    def heading_detail(self, row: int) -> str:
        """What stands beside the heading: which treatment, and the year."""
        day = self._photos[row].day
        treatment = self._record.treatment_on(day) if self._record else None
        if treatment is None:
            return ""
        return self.tr("after treatment {number}, {month}").format(number=treatment.number, month=words.month_name(day))

    def day_text(self, day: date) -> str:
        """A day in words, with its number after the treatment."""
        number = self._record.day_number(day) if self._record else None
        if number is None:
            return self.tr("Before treatment · {date}").format(date=words.full_day(day))
        return self.tr("Day {number} · {date}").format(number=number, date=words.long_day(day))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._photos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        photo = self._photos[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.view_name(photo.view)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("{view}, {day}").format(view=words.view_name(photo.view), day=self.day_text(photo.day))
            marks = self.marks.line(photo)
            return self.tr("{photo}, {marks}").format(photo=said, marks=marks) if marks else said
        return photo if role == Qt.ItemDataRole.UserRole else None


def _day_of(photo: Photo) -> date:
    return photo.day


def _newest_first(record: Record, view: View | None) -> list[Photo]:
    photos = [photo for photo in record.photos if view is None or photo.view is view]
    return sorted(photos, key=_place)


def _place(photo: Photo) -> tuple[int, int, int]:
    return -photo.day.toordinal(), VIEW_ORDER[photo.view], photo.id
