"""Where photos lie on one plane. The only place that turns what a photo knows of itself into a placement."""

from collections.abc import Iterable

from journal.domain.photo import Photo
from journal.domain.similarity import UNCHANGED, Similarity
from journal.ui.photos.compare.picture import Placement


class Places:
    """Follows what each photo was lined up with, link by link. Made once for a set of photos."""

    def __init__(self, photos: Iterable[Photo]) -> None:
        self._by_id = {photo.id: photo for photo in photos}

    def photo(self, photo_id: int) -> Photo | None:
        """One of them."""
        return self._by_id.get(photo_id)

    def root_of(self, photo: Photo) -> tuple[int, Similarity]:
        """The photo that this one hangs on in the end, and how it lies on it; itself when it was never lined up."""
        lies, seen = UNCHANGED, {photo.id}
        while photo.alignment is not None and photo.alignment.to in self._by_id and photo.alignment.to not in seen:
            kept = photo.alignment
            lies = lies.then(Similarity.of(kept.scale, kept.turn, kept.dx, kept.dy))
            photo = self._by_id[kept.to]
            seen.add(photo.id)
        return photo.id, lies

    def lies_on(self, moving: Photo, fixed: Photo) -> Similarity | None:
        """How one photo lies on another; None when the two were never lined up."""
        (root, moving_lies), (other_root, fixed_lies) = self.root_of(moving), self.root_of(fixed)
        return moving_lies.then(fixed_lies.inverse) if root == other_root else None

    def pair(self, left: Photo, right: Photo) -> tuple[Placement, Placement]:
        """Both on the plane of the newer one; centre on centre where nothing is known."""
        newer = max(left, right, key=_age)
        placed = []
        for photo in (left, right):
            lies = UNCHANGED if photo.id == newer.id else self.lies_on(photo, newer) or UNCHANGED
            placed.append(Placement(lies=lies, is_mirrored=photo.mirrored))
        return placed[0], placed[1]


def _age(photo: Photo) -> tuple[int, int]:
    return photo.day.toordinal(), photo.id
