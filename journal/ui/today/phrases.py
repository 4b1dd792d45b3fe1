"""The sentences of the Today page that are made of values. Words of the product itself live in ``journal.words``."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.clock import wall_time
from journal.domain.curve import range_end
from journal.domain.entry import Recorded, recorded_at
from journal.domain.ratings import Band, IrritationLook, Scale, band_of
from journal.domain.record import Record
from journal.ui.today.questions import HabitGroup, Moment
from journal.words import band_word, listed, long_day, range_number, short_day, time_of_day, weekday

_QUESTIONS = {
    (Scale.REDNESS, IrritationLook.PINK_RED): QT_TRANSLATE_NOOP("today", "How red is the treated skin?"),
    (Scale.REDNESS, IrritationLook.DARKER): QT_TRANSLATE_NOOP("today", "How much darker is the treated skin?"),
    (Scale.REDNESS, IrritationLook.HARD_TO_SEE): QT_TRANSLATE_NOOP("today", "How irritated is the treated skin?"),
}
_HINTS = {
    IrritationLook.PINK_RED: QT_TRANSLATE_NOOP("today", "since waking, when calm"),
    IrritationLook.DARKER: QT_TRANSLATE_NOOP("today", "against your usual tone, when calm"),
    IrritationLook.HARD_TO_SEE: QT_TRANSLATE_NOOP("today", "colour, warmth and swelling, when calm"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("today", text)


def day_line(record: Record, day: date) -> str:
    """Where a day stands: "Day 4 after treatment 3"."""
    treatment = record.treatment_on(day)
    if treatment is None:
        return _say("Before the first treatment") if record.treatments else ""
    days = (day - treatment.day).days
    if days == 0:
        return _say("The day of treatment {treatment}").format(treatment=treatment.number)
    return _say("Day {day} after treatment {treatment}").format(day=days, treatment=treatment.number)


def question(scale: Scale, look: IrritationLook) -> str:
    """What a strip asks, by how irritation looks on this person."""
    if scale is Scale.SENSITIVITY:
        return _say("How sore or sensitive?")
    return _say(str(_QUESTIONS[scale, look]))


def hint(scale: Scale, look: IrritationLook) -> str:
    """What to think of when rating."""
    return _say("touch, sting, tightness") if scale is Scale.SENSITIVITY else _say(str(_HINTS[look]))


def band_words(scale: Scale, look: IrritationLook) -> dict[Band, str]:
    """The words under the numbers; a sunburn is named where irritation looks or feels like one."""
    words = {band: band_word(band) for band in Band}
    if scale is Scale.SENSITIVITY or look is not IrritationLook.DARKER:
        words[Band.MODERATE] = _say("moderate, like a sunburn")
    return words


def answer(record: Record, day: date, scale: Scale, rating: int) -> str:
    """The answer to a rating at once: its word, and whether it is in the usual range of that day or above it."""
    word = band_word(band_of(rating))
    expected = record.expected(day, scale)
    if expected is None:
        return _say("{rating}, {word}.").format(rating=rating, word=word)
    end = range_end(expected, record.baseline.of(scale))
    if rating <= end:
        said = _say("{rating}, {word}. In the usual range for day {day} (up to {end}).")
    else:
        said = _say("{rating}, {word}. Above the usual range for day {day} (up to {end}).")
    return said.format(rating=rating, word=word, day=record.day_number(day), end=range_number(end, rating))


def is_above(record: Record, day: date, scale: Scale, rating: int) -> bool:
    """Whether a rating lies above the usual range of its day."""
    expected = record.expected(day, scale)
    return expected is not None and rating > range_end(expected, record.baseline.of(scale))


def group_title(group: HabitGroup, now: datetime, *, is_today: bool) -> str:
    """The part of the day that a group of habits is asked for."""
    if group.moment is Moment.SINCE_TREATMENT:
        return _say("Since the treatment")
    if group.moment is Moment.BEFORE and group.until is not None:
        return _say("Before {time}").format(time=time_of_day(wall_time(group.until, now)))
    if group.moment is Moment.CARE:
        return _say("Your care")
    return _say("Today") if is_today else _say("That day")


def board_end(ends: datetime, now: datetime) -> str:
    """When something is allowed again: "from today, 14:00", "from tomorrow ...", "from Fri ...", "from 4 Dec ..."."""
    wall = wall_time(ends, now)
    days = (wall.date() - wall_time(now, now).date()).days
    time = time_of_day(wall)
    if days <= 0:
        return _say("from today, {time}").format(time=time)
    if days == 1:
        return _say("from tomorrow, {time}").format(time=time)
    if days < 7:
        return _say("from {day}, {time}").format(day=weekday(wall.date()), time=time)
    return _say("from {day}, {time}").format(day=short_day(wall.date()), time=time)


def clinic_first() -> str:
    """Said in the place of every permission while something says to call."""
    return _say("ask the clinic first")


def go_on(last_day: date) -> str:
    """Said of daily care while something says to call: it goes on, and whoever calls can ask about it."""
    return _say("go on daily to {day}, and ask about it when you call").format(day=short_day(last_day))


def board_daily(last_day: date) -> str:
    """Until when something is to be done."""
    return _say("daily to {day}").format(day=short_day(last_day))


def in_a_row(names: Sequence[str]) -> str:
    """Names in a row, "Sport, hot shower, sauna": the first as it is, the others in small letters."""
    return ", ".join([name if index == 0 else _small(name) for index, name in enumerate(names)])


def missed(days: Sequence[date]) -> str:
    """The line about missed days: "Tue and Wed have no entry."."""
    names = listed(weekday(day) for day in days)
    said = _say("{day} has no entry.") if len(days) == 1 else _say("{day} have no entry.")
    return said.format(day=names)


def night_note(day: date) -> str:
    """After midnight the form still belongs to the day that has just ended."""
    return _say("This is for {day}").format(day=long_day(day))


def late_note(record: Record, day: date, now: datetime) -> str:
    """Said beforehand: how what is given now will be marked. Empty while it is on time."""
    entry = record.entry(day)
    recorded = recorded_at(day, now)
    if recorded is Recorded.ON_TIME:
        return ""
    if entry is not None and entry.has_rating:
        return _say("Already logged. A value changed now is marked as edited.")
    if recorded is Recorded.LATE:
        return _say("What you give now is marked as late.")
    return _say("What you give now is marked as filled in later. The rating rules leave it out.")


def _small(name: str) -> str:
    """A name inside a sentence; abbreviations such as "SPF 30" keep their capitals."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
