"""Where photos lie on each other: the chain from a photo to the one at its end, and any two that share that end.

Coordinates are those of ``alignment``: origin in the picture's centre, unit its long side, y down, after the flip.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journal.domain.alignment import Alignment, checked_alignment
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import Photo
from journal.domain.similarity import UNCHANGED, Similarity, similarity_from_points


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a photo lies: by ``similarity`` on the photo ``root``, at the end of its chain.

    A photo that hangs on none is its own root. The root may have been removed since: what hangs on it still lies alike.
    """

    root: int
    similarity: Similarity


def similarity_of(alignment: Alignment) -> Similarity:
    """The alignment as a map of points."""
    return Similarity.of(alignment.scale, alignment.turn, alignment.dx, alignment.dy)


def alignment_of(similarity: Similarity, to: int) -> Alignment:
    """The map as an alignment on photo ``to``. Raises ``ValueRefused`` outside the limits."""
    if not similarity.is_sound:
        raise ValueRefused(Refusal.ALIGNMENT, to)
    return checked_alignment(
        Alignment(
            to=to,
            scale=similarity.scale,
            turn=similarity.turn,
            dx=similarity.shift.real,
            dy=similarity.shift.imag,
        )
    )


def alignment_from_points(moving: Sequence[complex], fixed: Sequence[complex], to: int) -> Alignment:
    """The alignment on photo ``to`` from marks on both photos, pair by pair, two or more.

    The marks to ask for are far apart and do not move with the face: the outer corners of the eyes and the tip of the
    chin. Raises ``ValueRefused`` for marks in one place, and for two that no two photos of one face could give.
    """
    try:
        return alignment_of(similarity_from_points(moving, fixed), to)
    except ValueError as error:
        raise ValueRefused(Refusal.ALIGNMENT, to) from error


def by_id(photos: Iterable[Photo]) -> Mapping[int, Photo]:
    """The photos by their ids, as the functions here want them."""
    return {photo.id: photo for photo in photos}


def place_of(photos: Mapping[int, Photo], photo: Photo) -> Place:
    """Follow the photo's chain to its end: a photo that hangs on none, or one that is no longer there.

    A ring, which no change makes, ends where it would be entered again.
    """
    similarity, at, seen = UNCHANGED, photo, {photo.id}
    while at.alignment is not None:
        to = at.alignment.to
        if to in seen:
            break
        similarity = similarity.then(similarity_of(at.alignment))
        next_one = photos.get(to)
        if next_one is None:
            return Place(root=to, similarity=similarity)
        seen.add(to)
        at = next_one
    return Place(root=at.id, similarity=similarity)


def relative(photos: Mapping[int, Photo], moving: Photo, fixed: Photo) -> Similarity | None:
    """How one photo lies on another; None when nothing ties them, or what ties them is beyond what can be shown."""
    if moving.id == fixed.id:
        return UNCHANGED
    one, other = place_of(photos, moving), place_of(photos, fixed)
    if one.root != other.root:
        return None
    between = one.similarity.then(other.similarity.inverse)
    return between if between.is_sound else None


def shared_frame(photos: Mapping[int, Photo], shown: Sequence[Photo]) -> Photo | None:
    """The photo in whose frame most of the shown ones can be laid: the first of the largest group; None for none."""
    groups: dict[int, list[Photo]] = {}
    for photo in shown:
        groups.setdefault(place_of(photos, photo).root, []).append(photo)
    largest = max(groups.values(), key=len, default=[])
    return largest[0] if largest else None


def to_unit(x: float, y: float, photo: Photo) -> complex:
    """A point in pixels of the upright, flipped photo, at whatever size it is shown whole in ``photo``'s shape."""
    return complex(x - photo.width / 2, y - photo.height / 2) / max(photo.width, photo.height)


def from_fraction(x: float, y: float, photo: Photo) -> complex:
    """A point given as fractions of the photo's width and height, from its left top corner."""
    return to_unit(x * photo.width, y * photo.height, photo)
