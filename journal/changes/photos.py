"""Changes to photos: taken in, moved, laid on another, flipped, removed. The original's bytes never change."""

from dataclasses import replace
from datetime import date, datetime

from journal.changes.change import Change, What
from journal.changes.checks import clean, refuse_day_after
from journal.domain.alignment import Alignment, checked_alignment
from journal.domain.errors import PhotoRefusal, PhotoRefused, Refusal, ValueRefused
from journal.domain.photo import DaySource, Photo, PreparedPhoto, View
from journal.domain.record import Record
from journal.store.journal_store import JournalStore
from journal.store.rows import Stamp


def change_photo(record: Record, photo_id: int, day: date, view: View, now: datetime) -> Change:
    """Move a photo to another day or view. A new day is one that the person gave, whatever camera or name said."""
    before = _photo(record, photo_id)
    after = replace(before, day=day, view=view)
    if day != before.day:
        refuse_day_after(day, now)
        after = replace(after, day_source=DaySource.GIVEN)
    return Change(what=What.PHOTO_CHANGED, day=day, photos=((before, after),))


def align_photo(record: Record, photo_id: int, alignment: Alignment | None) -> Change:
    """Lay a photo on another one of the journal, or (None) take that away. Raises ``ValueRefused``.

    Where the other one hung on this photo it lets go: nothing hangs on itself.
    """
    before = _photo(record, photo_id)
    if alignment is None:
        freed = replace(before, alignment=None)
        return Change(what=What.PHOTO_ALIGNED, day=before.day, photos=((before, freed),))
    checked_alignment(alignment)
    if alignment.to == photo_id:
        raise ValueRefused(Refusal.ALIGNMENT, photo_id)
    fixed = _photo(record, alignment.to)
    pairs: list[tuple[Photo, Photo]] = [(before, replace(before, alignment=alignment))]
    if _hangs_on(record, fixed, photo_id):
        pairs.append((fixed, replace(fixed, alignment=None)))
    return Change(what=What.PHOTO_ALIGNED, day=before.day, photos=tuple(pairs))


def flip_photo(record: Record, photo_id: int) -> Change:
    """Show a mirrored selfie as others see the face, or back. No alignment from it or to it holds any longer."""
    before = _photo(record, photo_id)
    flipped = replace(before, mirrored=not before.mirrored, alignment=None)
    hanging = [photo for photo in record.photos if photo.alignment is not None and photo.alignment.to == photo_id]
    pairs = ((before, flipped), *((photo, replace(photo, alignment=None)) for photo in hanging))
    return Change(what=What.PHOTO_FLIPPED, day=before.day, photos=pairs)


def remove_photo(record: Record, photo_id: int) -> Change:
    """Put a photo into the bin. Raises ``ValueRefused`` when there is none of that id."""
    before = _photo(record, photo_id)
    return Change(what=What.PHOTO_REMOVED, day=before.day, photos=((before, None),))


def keep_photo(
    store: JournalStore,
    prepared: PreparedPhoto,
    day: date,
    view: View,
    now: datetime,
    *,
    day_source: DaySource = DaySource.GIVEN,
    clock_given: bool = False,
) -> Photo:
    """Write a prepared photo in one transaction (any thread, with that thread's own store).

    ``day_source`` is what the day comes from.

    Raises ``PhotoRefused(ALREADY_THERE)`` when a photo of the same SHA-256 is there and not in the bin.
    """
    refuse_day_after(day, now)
    photo = Photo(
        day=day,
        view=view,
        width=prepared.width,
        height=prepared.height,
        captured_at=prepared.captured_at,
        sha256=prepared.sha256,
        bytes=len(prepared.original),
        media_type=prepared.media_type,
        added_at=now,
        name=clean(prepared.name),
        camera=clean(prepared.camera),
        quality=prepared.quality,
        day_source=day_source,
    )
    kept = store.add_photo(photo, prepared, Stamp(at=now, is_given=clock_given))
    if kept is None:
        raise PhotoRefused(PhotoRefusal.ALREADY_THERE, prepared.name)
    return kept


def photo_added(photo: Photo) -> Change:
    """The change that ``keep_photo`` was, for the undo stack."""
    return Change(what=What.PHOTO_ADDED, day=photo.day, photos=((None, photo),))


def _photo(record: Record, photo_id: int) -> Photo:
    for photo in record.photos:
        if photo.id == photo_id:
            return photo
    raise ValueRefused(Refusal.NO_PHOTO, photo_id)


def _hangs_on(record: Record, photo: Photo, photo_id: int) -> bool:
    """Whether a photo is laid on another one, directly or over others."""
    known = {one.id: one for one in record.photos}
    seen: set[int] = set()
    at: Photo | None = photo
    while at is not None and at.alignment is not None and at.id not in seen:
        seen.add(at.id)
        if at.alignment.to == photo_id:
            return True
        at = known.get(at.alignment.to)
    return False
