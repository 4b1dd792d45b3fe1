"""Photos of two treatments that can be held against each other: one view, the same day of each course."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.domain.photo import Photo, latest_before
from journal.domain.record import Record

NEAR_DAYS = 1
EXACT_UP_TO = 3
"""In the first days the skin changes from day to day: there only the very same day number counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDay:
    """A photo and its like of an earlier treatment."""

    earlier: Photo
    later: Photo


def same_day_earlier(record: Record, photo: Photo) -> Photo | None:
    """The photo of the same view and day number of an earlier treatment, the latest such treatment first.

    From day 4 on the day number may be one off. None before the first treatment, and when there is none.
    """
    treatment, number = record.treatment_on(photo.day), record.day_number(photo.day)
    if treatment is None or number is None:
        return None
    near: dict[Photo, tuple[int, int, int]] = {}
    for one in record.photos:
        earlier, other = record.treatment_on(one.day), record.day_number(one.day)
        if one.view is not photo.view or earlier is None or other is None or earlier.number >= treatment.number:
            continue
        apart = abs(other - number)
        if apart <= (0 if min(number, other) <= EXACT_UP_TO else NEAR_DAYS):
            near[one] = (apart, -earlier.number, -one.id)
    return min(near, key=lambda one: near[one]) if near else None


def photo_before(record: Record, photo: Photo) -> Photo | None:
    """The last photo of its view from before a photo's treatment: its "before", as the summary has it."""
    treatment = record.treatment_on(photo.day)
    if treatment is None:
        return None
    return latest_before(record.photos, photo.view, treatment.day)


def same_days(record: Record, photos: Sequence[Photo]) -> tuple[SameDay, ...]:
    """The pairs of those photos that have a like, in the order of the photos."""
    found = ((same_day_earlier(record, photo), photo) for photo in photos)
    return tuple(SameDay(earlier=earlier, later=later) for earlier, later in found if earlier is not None)
