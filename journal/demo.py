"""The example journal of ``--demo``: three treatments of nobody, in a throw-away file.

Everything in it is made up and drawn by the program. It goes through the same changes as a real journal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal import changes
from journal.domain.entry import Answers
from journal.domain.facts import Profile
from journal.domain.photo import Photo, View
from journal.domain.photo_frames import alignment_of
from journal.domain.similarity import Similarity
from journal.domain.treatment import Slot, Treatment

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from journal.domain.record import Record
    from journal.store.journal_store import JournalStore

FILE_NAME = "example.journal"
EVENING = time(20, 15)
DAYS_SINCE_LATEST = 9
DAYS_BETWEEN = 35
PHOTO_SIZE = (900, 1125)
JPEG_QUALITY = 88
NO_SIGNS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What was logged for one day of a course; ``days_late`` is when, counted from that day's evening."""

    redness: int | None = None
    sensitivity: int | None = None
    habits: Mapping[str, bool] = field(default_factory=dict)
    symptoms: frozenset[str] | None = NO_SIGNS
    note: str = ""
    days_late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One treatment of the example, its evenings and photos by day number; days left out are missing."""

    depth_mm: float
    evenings: Mapping[int, Evening]
    photos: Mapping[int, tuple[View, ...]]
    add_ons: tuple[str, ...] = ()
    slot: Slot | None = None


def _day(redness: int, sensitivity: int, *, signs: str = "", note: str = "", late: int = 0, **habits: bool) -> Evening:
    answers = {name.replace("_", "-"): answer for name, answer in habits.items()}
    return Evening(
        redness=redness,
        sensitivity=sensitivity,
        habits=answers,
        symptoms=frozenset(signs.split()),
        note=note,
        days_late=late,
    )


THREE_VIEWS = (View.FRONT, View.LEFT, View.RIGHT)

COURSES = (
    Course(
        depth_mm=1.0,
        slot=Slot.MORNING,
        evenings={
            0: _day(4, 3, moisturiser=True, make_up=False),
            1: _day(3, 2, signs="tightness", moisturiser=True, exercise=False),
            2: _day(2, 1, moisturiser=True, sunscreen=True, exercise=False, sauna=False),
            3: _day(1, 1, signs="peeling", moisturiser=True, sunscreen=True),
            4: _day(1, 0, signs="peeling", moisturiser=True, sunscreen=True, direct_sun=False),
            6: _day(1, 0, moisturiser=True, sunscreen=True),
            8: _day(1, 0, sunscreen=True, harsh_product=False),
            11: _day(1, 0, sunscreen=True),
            14: _day(0, 0, sunscreen=True),
        },
        photos={-1: (View.FRONT,), 1: (View.FRONT,), 7: (View.FRONT,)},
    ),
    Course(
        depth_mm=1.5,
        add_ons=("PRP",),
        evenings={
            0: _day(7, 4, moisturiser=True, make_up=False),
            1: _day(6, 3, signs="swelling tightness", moisturiser=True, exercise=False, make_up=True),
            2: _day(5, 3, signs="tightness", moisturiser=True, exercise=False, sauna=False, sunscreen=True),
            3: _day(4, 2, signs="peeling", moisturiser=True, sunscreen=True, harsh_product=False),
            4: _day(3, 2, signs="peeling", moisturiser=True, sunscreen=True),
            5: _day(3, 1, signs="peeling itching", moisturiser=True, sunscreen=False, note="Cloudy, stayed in."),
            6: _day(2, 1, moisturiser=True, sunscreen=True),
            7: _day(2, 0, sunscreen=True),
            9: _day(1, 0, sunscreen=True, late=4),
            10: _day(1, 0, sunscreen=True),
            13: _day(1, 0, sunscreen=True),
        },
        photos={0: (View.FRONT,), 3: (View.FRONT,), 7: THREE_VIEWS},
    ),
    Course(
        depth_mm=1.5,
        evenings={
            0: _day(6, 4, moisturiser=True, make_up=False, alcohol=False),
            1: _day(5, 3, signs="tightness", moisturiser=True, exercise=True, make_up=False, note="Short run at noon."),
            2: _day(4, 2, signs="tightness", moisturiser=True, exercise=False, sunscreen=True, sauna=False),
            4: _day(3, 2, signs="peeling", moisturiser=True, sunscreen=True, harsh_product=False, late=1),
            5: _day(5, 3, signs="peeling itching", moisturiser=True, sunscreen=True, harsh_product=True),
            6: _day(6, 4, signs="warmer", moisturiser=True, sunscreen=True, harsh_product=False),
            7: _day(4, 2, sunscreen=True, note="Clinic: keep it cool, nothing active, look again in two days."),
            8: _day(3, 2, sunscreen=True, direct_sun=False),
        },
        photos={-1: (View.FRONT,), 0: (View.FRONT,), 3: (View.FRONT,), 6: THREE_VIEWS, 8: (View.FRONT,)},
    ),
)


def demo_journal(folder: Path, now: datetime) -> Path:
    """Write the example journal into ``folder``, ending today, and give its path."""
    path = folder / FILE_NAME
    store, record = changes.open_journal(path, create=True)
    try:
        _fill(store, record, now)
    finally:
        store.close()
    return path


def _fill(store: "JournalStore", record: "Record", now: datetime) -> None:
    latest = now.date() - timedelta(days=DAYS_SINCE_LATEST)
    starts = [latest - timedelta(days=DAYS_BETWEEN * back) for back in reversed(range(len(COURSES)))]
    before = _at(starts[0] - timedelta(days=1), now)
    for change in (
        changes.set_baseline(record, 1, 0, before),
        changes.set_profile(record, _profile()),
    ):
        record, _ = changes.perform(store, record, change, before)
    for start, course in zip(starts, COURSES, strict=True):
        record = _add_course(store, record, start, course, now)
        record = _add_photos(store, record, start, course, now)


def _profile() -> Profile:
    return Profile(
        questions=("Was the bump on day 6 from the product?", "When may I use retinol again?"), welcomed=True
    )


def _add_course(store: "JournalStore", record: "Record", start: date, course: Course, now: datetime) -> "Record":
    hour = 12 if course.slot else 14
    treatment = Treatment(
        at=datetime.combine(start, time(hour), now.tzinfo),
        slot=course.slot,
        depth_mm=course.depth_mm,
        areas=("cheeks", "temples"),
        add_ons=course.add_ons,
    )
    change = changes.add_treatment(record, treatment, _at(start, now))
    record, _ = changes.perform(store, record, change, _at(start, now))
    for day, evening in _evenings(start, course):
        at = min(_at(day + timedelta(days=evening.days_late), now), now)
        answers = Answers(
            redness=evening.redness,
            sensitivity=evening.sensitivity,
            habits=evening.habits,
            symptoms=evening.symptoms,
            note=evening.note or None,
        )
        record, _ = changes.perform(store, record, changes.log(record, day, answers, at), at)
    return record


def _evenings(start: date, course: Course) -> Iterator[tuple[date, Evening]]:
    for number, evening in course.evenings.items():
        yield start + timedelta(days=number), evening


def _add_photos(store: "JournalStore", record: "Record", start: date, course: Course, now: datetime) -> "Record":
    # Late: pictures need QtGui and Pillow, which nothing else here does.
    from journal.drawing.demo_face import draw_face
    from journal.photos.intake import prepare

    for number, views in course.photos.items():
        day = start + timedelta(days=number)
        evening = course.evenings.get(number)
        redness = evening.redness if evening and evening.redness is not None else 1
        for view in views:
            held, at = _held(len(record.photos)), min(_at(day, now), now)
            picture = draw_face(number, redness, view, PHOTO_SIZE, held)
            prepared = prepare(_jpeg(picture), f"example-{day.isoformat()}-{view}.jpg")
            kept = changes.keep_photo(store, prepared, day, view, at)
            record = changes.adopted(record, changes.photo_added(kept))
            record = _laid_on_first(store, record, kept, held, at)
    return record


def _held(place: int) -> Similarity:
    """How the camera was held for one photo after the other: never twice alike, as by hand."""
    return Similarity.of(1 + (place * 5 % 9 - 4) * 0.02, place * 7 % 11 - 5, (place % 5 - 2) * 0.015, place % 3 * 0.01)


def _laid_on_first(store: "JournalStore", record: "Record", photo: Photo, held: Similarity, at: datetime) -> "Record":
    """The photo on the first one of its view, as if both had been marked by hand without a miss."""
    taken = sorted(record.photos, key=_id)
    first, on = next((place, one) for place, one in enumerate(taken) if one.view is photo.view)
    if on.id == photo.id:
        return record
    alignment = alignment_of(held.inverse.then(_held(first)), on.id)
    record, _ = changes.perform(store, record, changes.align_photo(record, photo.id, alignment), at)
    return record


def _id(photo: Photo) -> int:
    return photo.id


def _jpeg(picture: "QImage") -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG", JPEG_QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _at(day: date, now: datetime) -> datetime:
    return datetime.combine(day, EVENING, now.tzinfo)
