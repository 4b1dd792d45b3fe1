"""Which photos are worth laying beside one: the same day of an earlier treatment first, then before. Pure; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from journal.domain.photo import Photo
from journal.domain.photo_pairs import photo_before, same_day_earlier
from journal.domain.record import Record


class Why(Enum):
    """Why a photo is offered."""

    SAME_DAY_EARLIER = auto()
    """The same day number of an earlier treatment."""
    BEFORE = auto()
    """The last one from before this treatment."""
    FIRST_BEFORE = auto()
    """The last one from before any treatment."""
    PREVIOUS = auto()
    """The one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A photo to compare with, and why."""

    why: Why
    photo: Photo


def same_view(record: Record, photo: Photo) -> tuple[Photo, ...]:
    """All photos of its view, oldest first."""
    return tuple(sorted((one for one in record.photos if one.view is photo.view), key=_age))


def offers(record: Record, photo: Photo) -> tuple[Offer, ...]:
    """What to compare a photo with, the best first, each photo once. All are older than it and of its view."""
    older = tuple(one for one in same_view(record, photo) if _age(one) < _age(photo))
    found: list[Offer] = []
    for why, candidate in (
        (Why.SAME_DAY_EARLIER, same_day_earlier(record, photo)),
        (Why.BEFORE, photo_before(record, photo)),
        (Why.FIRST_BEFORE, _last(one for one in older if record.day_number(one.day) is None)),
        (Why.PREVIOUS, _last(one for one in older if one.day < photo.day)),
    ):
        if candidate is not None and all(candidate.id != offer.photo.id for offer in found):
            found.append(Offer(why=why, photo=candidate))
    return tuple(found)


def partner(record: Record, photo: Photo) -> Photo | None:
    """The photo to open a comparison with: the best offer, else the next newer one of the view, else none."""
    best = offers(record, photo)
    if best:
        return best[0].photo
    others = [one for one in same_view(record, photo) if one.id != photo.id]
    return others[0] if others else None


def in_order(one: Photo, other: Photo) -> tuple[Photo, Photo]:
    """The older first."""
    return (one, other) if _age(one) <= _age(other) else (other, one)


def _last(photos: Iterable[Photo]) -> Photo | None:
    return max(photos, key=_age, default=None)


def _age(photo: Photo) -> tuple[date, int]:
    return photo.day, photo.id
