"""The photos of one view, oldest first, and what stands before each: days without one, or a treatment."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from journal import words
from journal.domain.photo import Photo, View
from journal.domain.record import Record
from journal.domain.treatment import Treatment
from journal.ui.photos.between import day_name
from journal.ui.photos.compare.picture import Placement
from journal.ui.photos.compare.placing import Places

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One photo of the strip with what lies between it and the one before."""

    photo: Photo
    gap: int
    """Days since the photo before; 0 for the first one and for one of the same day."""
    treatments: tuple[Treatment, ...]
    """Those between the photo before and this one."""


def steps(record: Record, view: View) -> Iterator[Step]:
    """The strip of a view, oldest first."""
    photos = sorted((photo for photo in record.photos if photo.view is view), key=_age)
    before: Photo | None = None
    waiting = list(record.treatments)
    for photo in photos:
        passed = []
        while waiting and waiting[0].day <= photo.day:
            passed.append(waiting.pop(0))
        gap = 0 if before is None else (photo.day - before.day).days
        yield Step(photo=photo, gap=gap, treatments=tuple(passed))
        before = photo


class StripModel(QAbstractListModel):
    """The steps of one view as rows. Where each photo lies is worked out when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.record: Record | None = None
        self.steps: tuple[Step, ...] = ()
        self._view: View | None = None
        self._places = Places(())

    def show_record(self, record: Record, view: View) -> None:
        """Take the photos of a view; nothing happens when they are the same."""
        before, self.record = self.record, record
        is_same = before is not None and self._view is view and before.photos is record.photos
        if is_same and before is not None and before.treatments == record.treatments:
            return
        self.beginResetModel()
        self._view = view
        self.steps = tuple(steps(record, view))
        self._places = Places(record.photos)
        self.endResetModel()

    def in_frame(self, row: int) -> tuple[Placement, Photo]:
        """Where a photo lies in the frame that it shares with those it was lined up with, and whose frame that is."""
        return self._places.in_frame(self.steps[row].photo)

    def row_of(self, photo_id: int) -> int:
        """Where a photo is; -1 when it is not shown."""
        return next((row for row, step in enumerate(self.steps) if step.photo.id == photo_id), -1)

    def name(self, row: int) -> str:
        """A photo's day by its number."""
        return "" if self.record is None else day_name(self.record, self.steps[row].photo.day)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return f"{self.name(index.row())} · {words.full_day(self.steps[index.row()].photo.day)}"


def _age(photo: Photo) -> tuple[int, int]:
    return photo.day.toordinal(), photo.id
