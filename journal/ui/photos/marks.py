"""The quality marks of the photos of a record, worked out for those that are looked at. No widgets."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from journal.domain.photo import Photo, View
from journal.domain.photo_marks import PhotoMark, photo_marks
from journal.ui.photos.mark_words import mark_sentence, marks_line


class PhotoMarks:
    """Marks by photo. The last photo of a view is found by bisection: there may be ten thousand."""

    def __init__(self) -> None:
        self._photos: Sequence[Photo] = ()
        self._by_view: dict[View, list[Photo]] | None = None
        self._kept: dict[int, tuple[PhotoMark, ...]] = {}

    def show(self, photos: Sequence[Photo]) -> None:
        """Take the photos of a record."""
        if photos is not self._photos:
            self._photos, self._by_view, self._kept = photos, None, {}

    def of(self, photo: Photo) -> tuple[PhotoMark, ...]:
        """The marks of a photo of the record."""
        if photo.id not in self._kept:
            self._kept[photo.id] = photo_marks(photo, self._last_before(photo))
        return self._kept[photo.id]

    def line(self, photo: Photo) -> str:
        """Its marks in a few words; empty when there is none."""
        return marks_line(self.of(photo))

    def sentences(self, photo: Photo) -> str:
        """Each mark with the value measured and what to do, a line each."""
        return "\n".join(mark_sentence(mark, photo) for mark in self.of(photo))

    def _last_before(self, photo: Photo) -> Photo | None:
        """The latest of its view from an earlier day."""
        if self._by_view is None:
            self._by_view = defaultdict(list)
            for one in sorted(self._photos, key=_age):
                self._by_view[one.view].append(one)
        same = self._by_view.get(photo.view, [])
        place = bisect_left(same, (photo.day.toordinal(), -1), key=_age)
        return same[place - 1] if place else None


def _age(photo: Photo) -> tuple[int, int]:
    return photo.day.toordinal(), photo.id
