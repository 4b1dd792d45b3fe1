"""Placements for painting, from what photos know of where they lie on each other."""

from collections.abc import Iterable

from journal.domain.photo import Photo
from journal.domain.photo_frames import by_id, place_of, relative
from journal.domain.similarity import UNCHANGED, Similarity
from journal.ui.photos.compare.picture import Placement


class Places:
    """Where the photos of one record lie. Made once for a set of photos."""

    def __init__(self, photos: Iterable[Photo]) -> None:
        self._by_id = by_id(photos)

    def in_frame(self, photo: Photo) -> tuple[Placement, Photo]:
        """A photo in the frame at the end of its chain, and the photo whose frame that is, itself when that is gone."""
        place = place_of(self._by_id, photo)
        return self._placement(photo, place.similarity), self._by_id.get(place.root, photo)

    def lies_on(self, moving: Photo, fixed: Photo) -> Similarity | None:
        """How one photo lies on another; None when the two were never lined up."""
        return relative(self._by_id, moving, fixed)

    def pair(self, left: Photo, right: Photo) -> tuple[Placement, Placement]:
        """Both in the frame of the newer one; centre on centre where nothing is known."""
        newer = max(left, right, key=_age)
        one, other = (self._placement(photo, self.lies_on(photo, newer) or UNCHANGED) for photo in (left, right))
        return one, other

    @staticmethod
    def _placement(photo: Photo, lies: Similarity) -> Placement:
        return Placement(lies=lies, is_mirrored=photo.mirrored)


def _age(photo: Photo) -> tuple[int, int]:
    return photo.day.toordinal(), photo.id
