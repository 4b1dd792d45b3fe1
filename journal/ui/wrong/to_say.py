"""What to say on the phone: what was done and when, how it is rated, what was ticked. No widgets."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from journal.domain.entry import SYMPTOMS
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.words import full_day, lower_first, scale_name, symptom_name


def _say(text: str) -> str:
    return QCoreApplication.translate("wrong", text)


def to_say(record: Record, day: date) -> tuple[str, ...]:
    """The sentences, of what is known alone; empty when nothing is."""
    return (*_treatment(record, day), *_ratings(record, day), *_signs(record, day))


def _treatment(record: Record, day: date) -> Iterator[str]:
    treatment = record.treatment_on(day)
    if treatment is None:
        return
    how = [_say("Microneedling with RF") if treatment.rf else _say("Microneedling")]
    if treatment.depth_mm is not None:
        depth = QLocale().toString(float(treatment.depth_mm), "g", 3)
        how.append(_say("{depth} mm").format(depth=depth))
    text = _say("{what} on {date}; today is day {number}.")
    yield text.format(
        what=_say(", ").join(how),
        date=full_day(treatment.day),
        number=(day - treatment.day).days,
    )


def _ratings(record: Record, day: date) -> Iterator[str]:
    entry = record.entry(day)
    look = record.profile.irritation_look
    for scale in Scale:
        rating = None if entry is None else entry.rating(scale)
        if rating is not None:
            yield _say("{scale} {rating} of 10.").format(scale=scale_name(scale, look), rating=rating)


def _signs(record: Record, day: date) -> Iterator[str]:
    entry = record.entry(day)
    ticked = [] if entry is None else [sign for sign in SYMPTOMS if sign in entry.symptoms]
    if ticked:
        named = _say("; ").join(lower_first(symptom_name(sign)) for sign in ticked)
        yield _say("I see or feel: {signs}.").format(signs=named)
