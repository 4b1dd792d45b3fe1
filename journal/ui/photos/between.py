"""How days of photos are named beside each other, and what lies between two of them, in words."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.photo import Photo
from journal.domain.photo_pairs import photo_before, same_day_earlier
from journal.domain.record import Record

translate = QCoreApplication.translate


def day_name(record: Record, day: date, *, with_treatment: bool = False) -> str:
    """A day by its number: "Day 3", "Day 3 after treatment 2", "Before treatment"."""
    number, treatment = record.day_number(day), record.treatment_on(day)
    if number is None or treatment is None:
        return translate("photos", "Before treatment")
    if with_treatment:
        return translate("photos", "Day {number} after treatment {treatment}").format(
            number=number, treatment=treatment.number
        )
    return translate("photos", "Day {number}").format(number=number)


def dated_name(record: Record, day: date) -> str:
    """A day by number and date, with its treatment where there are several: for lists and labels."""
    name = day_name(record, day, with_treatment=len(record.treatments) > 1)
    return translate("photos", "{day} · {date}").format(day=name, date=words.dated(day))


def beside_name(record: Record, photo: Photo, other: Photo) -> str:
    """A photo's day as the label beside another photo: "Before treatment 3" where it is that one's "before"."""
    if _is_before(record, photo, other):
        treatment = record.treatment_on(other.day)
        number = 1 if treatment is None else treatment.number
        return translate("photos", "Before treatment {treatment}").format(treatment=number)
    return day_name(record, photo.day, with_treatment=len(record.treatments) > 1)


def between_text(record: Record, older: Photo, newer: Photo) -> str:
    """What lies between two photos: "Day 2 and day 9, 7 days apart"."""
    first, second = older.day, newer.day
    if first == second:
        return translate("photos", "{day}: both photos are of the same day").format(day=day_name(record, first))
    apart = (second - first).days
    earlier, later = record.day_number(first), record.day_number(second)
    one, other = record.treatment_on(first), record.treatment_on(second)
    if earlier is None and later is None:
        return translate("photos", "Both before treatment, %n day(s) apart", "", apart)
    if earlier is None or one is None:
        text = translate(
            "photos", "Before treatment and day {second} after treatment {treatment}, %n day(s) apart", "", apart
        )
        return text.format(second=later, treatment=other.number if other else 1)
    if _is_before(record, older, newer):
        text = translate("photos", "Before treatment {treatment} and day {second} after it, %n day(s) apart", "", apart)
        return text.format(second=later, treatment=other.number if other else 1)
    if other is None or one.number == other.number:
        text = translate("photos", "Day {first} and day {second}, %n day(s) apart", "", apart)
        return text.format(first=earlier, second=later)
    text = translate(
        "photos",
        "Day {first} after treatment {one} and day {second} after treatment {other}, %n day(s) apart",
        "",
        apart,
    )
    return text.format(first=earlier, one=one.number, second=later, other=other.number)


def _is_before(record: Record, older: Photo, newer: Photo) -> bool:
    """Whether it is of an earlier course and the other's "before"; not where both are of the same day number."""
    if record.treatment_on(older.day) is None or same_day_earlier(record, newer) == older:
        return False
    before = photo_before(record, newer)
    return before is not None and before.id == older.id
