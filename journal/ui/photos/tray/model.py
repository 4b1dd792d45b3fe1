"""The tray as a model: every waiting photo with its words, and what is pointed out about it."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from journal import words
from journal.domain.photo import DaySource, Photo, View
from journal.domain.photo_days import DayDoubt
from journal.domain.photo_marks import PhotoMark
from journal.domain.record import Record
from journal.ui.photos.between import day_name
from journal.ui.photos.mark_words import mark_sentence, marks_line
from journal.ui.photos.sources import shown_name
from journal.ui.photos.tray import waiting as tray
from journal.ui.photos.tray.waiting import Choice, Waiting

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
PIXMAPS_MAX = 160


class TrayModel(QAbstractListModel):
    """Photos that wait. Row by row the same order as ``waiting``."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Waiting] = []
        self.views: list[View | None] = []
        self._record: Record | None = None
        self._today = date.min
        self._choice: Choice = None
        self._now = datetime.min.replace(tzinfo=UTC)
        self._photos: list[Photo] = []
        self._pointed: dict[int, tuple[tuple[PhotoMark, ...], Photo | None]] = {}
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()

    def show(self, waiting: Iterable[Waiting], record: Record, now: datetime) -> None:
        """Take a batch."""
        self.beginResetModel()
        self._record, self._today = record, now.date()
        self.waiting = list(waiting)
        self._pixmaps.clear()
        self._judge(now)
        self.endResetModel()

    def choose_view(self, choice: Choice, now: datetime) -> None:
        """Another view for the batch."""
        self._choice = choice
        self._judge(now)
        self._told()

    def give(self, rows: Sequence[int], now: datetime, *, day: date | None = None, view: View | None = None) -> None:
        """Give some of them a day, a view, or both; they move to their day."""
        self.beginResetModel()
        for row in rows:
            one = self.waiting[row] if day is None else self.waiting[row].on(day)
            self.waiting[row] = (
                one
                if view is None
                else Waiting(candidate=one.candidate, told=one.told, day=one.day, source=one.source, view=view)
            )
        self.waiting = tray.in_days(self.waiting)
        self._judge(now)
        self.endResetModel()

    def leave_out(self, rows: Sequence[int], now: datetime) -> None:
        """Take some out of the batch; their files stay where they are."""
        self.beginResetModel()
        self.waiting = [one for row, one in enumerate(self.waiting) if row not in set(rows)]
        self._judge(now)
        self.endResetModel()

    @property
    def pointed_rows(self) -> tuple[int, ...]:
        """The rows whose marks were looked at so far."""
        return tuple(self._pointed)

    @property
    def without_day(self) -> list[int]:
        """The rows that wait for a day."""
        return [row for row, one in enumerate(self.waiting) if one.day is None]

    def _judge(self, now: datetime) -> None:
        """Views at once; what is pointed out only for the rows that are looked at: a folder may hold thousands."""
        self._now = now
        self._pointed.clear()
        self._photos = []
        if self._record is not None:
            self.views = tray.views(self.waiting, self._choice, self._record, self._today)

    def photo(self, row: int) -> Photo:
        """What a row would be in the journal."""
        if not self._photos:
            self._photos = [
                tray.as_photo(one, view or View.FRONT, self._today, self._now)
                for one, view in zip(self.waiting, self.views, strict=True)
            ]
        return self._photos[row]

    def _pointed_out(self, row: int) -> tuple[tuple[PhotoMark, ...], Photo | None]:
        """Its quality marks, and the photo that it is nearly surely the same as."""
        if row not in self._pointed and self._record is not None:
            photo = self.photo(row)
            is_known = self.views[row] is not None
            twin = tray.twin_of(photo, self._record, self._photos[:row]) if is_known else None
            self._pointed[row] = tray.marks_of(photo, self._record) if is_known else (), twin
        return self._pointed.get(row, ((), None))

    def _told(self) -> None:
        if self.waiting:
            self.dataChanged.emit(self.index(0), self.index(len(self.waiting) - 1))

    # --- words

    def day_line(self, row: int) -> str:
        """The day, or the question."""
        one = self.waiting[row]
        if one.day is None:
            return self.tr("Which day?")
        when = words.short_day(one.day)
        if self._record is None or self._record.day_number(one.day) is None:
            return self.tr("{date} · before").format(date=when)
        return self.tr("{date} · {day}").format(date=when, day=day_name(self._record, one.day).lower())

    def second_line(self, row: int) -> str:
        """The view, and where the day comes from when that is not the camera."""
        one, view = self.waiting[row], self.views[row]
        named = self.tr("view?") if view is None else words.view_name(view)
        if one.day is not None and one.source is DaySource.NAME:
            return self.tr("{view} · day by name").format(view=named)
        return named

    def mark_line(self, row: int) -> str:
        """What is pointed out, in a few words."""
        marks, twin = self._pointed_out(row)
        return self.tr("taken twice?") if twin is not None else marks_line(marks)

    def details(self, row: int) -> list[str]:
        """All there is to say of a photo, a line each."""
        one = self.waiting[row]
        lines = [
            self.tr("{name}: {told}").format(name=shown_name(one.candidate.source.name), told=self._told_text(one))
        ]
        marks, twin = self._pointed_out(row)
        if twin is not None:
            lines.append(
                self.tr(
                    "A photo of this view was taken in the same second, on {day}. One of them may be enough."
                ).format(day=words.full_day(twin.day))
            )
        lines += [mark_sentence(mark, self.photo(row)) for mark in marks]
        return lines

    def _told_text(self, one: Waiting) -> str:
        told = one.told
        if told.told is None:
            return self.tr("it does not say when it was taken.")
        day = words.full_day(told.told)
        if told.doubt is DayDoubt.IN_FUTURE:
            return self.tr("it says {day}, which is in the future.").format(day=day)
        if told.doubt is DayDoubt.TOO_EARLY:
            return self.tr("it says {day}, more than a year before the first treatment.").format(day=day)
        if told.source is DaySource.NAME:
            return self.tr("its name says {day}.").format(day=day)
        return self.tr("taken on {day}.").format(day=day)

    def pixmap(self, row: int) -> QPixmap:
        """Its thumbnail."""
        candidate = self.waiting[row].candidate
        if candidate.sha256 not in self._pixmaps:
            self._pixmaps[candidate.sha256] = QPixmap.fromImage(QImage.fromData(candidate.thumbnail))
        while len(self._pixmaps) > PIXMAPS_MAX:
            self._pixmaps.popitem(last=False)
        return self._pixmaps[candidate.sha256]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.waiting)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.day_line(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = (
                self.day_line(row),
                self.second_line(row),
                self.mark_line(row),
                shown_name(self.waiting[row].candidate.source.name),
            )
            return ", ".join(line for line in lines if line)
        return None
