"""What is printed of a photo: which one, flipped or not, and where it lies in the frame of the others of its view.

Facts only; ``pictures`` adds the words, ``photo_paint`` the pixels.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journal.domain.photo import Photo
from journal.domain.photo_frames import relative, shared_frame
from journal.domain.similarity import UNCHANGED, Similarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One photo on paper, wherever it stands: the same print is decoded once and stored once.

    ``frame`` is the shape (width, height) that is shown. By ``by`` the flipped photo is laid into it, in the
    coordinates of ``domain.alignment``; ``is_laid`` tells whether that came from the person's own marks.
    """

    photo_id: int
    frame: tuple[int, int]
    mirrored: bool = False
    by: Similarity = UNCHANGED
    is_laid: bool = False


def prints(photos: Mapping[int, Photo], shown: Sequence[Photo]) -> dict[int, Print]:
    """The prints of all shown photos of one view, by their ids: as many as can be in one frame, the others whole.

    So what is laid on each other has one scale and one crop, on page one as in the annex.
    """
    frame = shared_frame(photos, shown)
    ties = {photo.id: None if frame is None else relative(photos, photo, frame) for photo in shown}
    several = sum(tie is not None for tie in ties.values()) > 1
    made = {}
    for photo in shown:
        tie = ties[photo.id]
        own = (photo.width, photo.height)
        if frame is None or tie is None or not several:
            made[photo.id] = Print(photo_id=photo.id, frame=own, mirrored=photo.mirrored)
        else:
            made[photo.id] = Print(
                photo_id=photo.id, frame=(frame.width, frame.height), mirrored=photo.mirrored, by=tie, is_laid=True
            )
    return made
