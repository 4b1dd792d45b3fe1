"""The words of the product, translatable, for window, paper and command line alike. QtCore only; no widgets.

A day is written by Qt's locale. Sentences that belong to one screen live with that screen.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, QTime

from journal.domain.entry import Recorded
from journal.domain.findings import State
from journal.domain.photo import View
from journal.domain.plan import Tier
from journal.domain.ratings import Band, IrritationLook, Scale

if TYPE_CHECKING:
    from journal.domain.photo_marks import MarkKind  # only photos need it

_HABITS = {
    "make-up": QT_TRANSLATE_NOOP("words", "Make-up"),
    "exercise": QT_TRANSLATE_NOOP("words", "Sport"),
    "hot-shower": QT_TRANSLATE_NOOP("words", "Hot shower"),
    "sauna": QT_TRANSLATE_NOOP("words", "Sauna"),
    "swimming": QT_TRANSLATE_NOOP("words", "Swimming"),
    "alcohol": QT_TRANSLATE_NOOP("words", "Alcohol"),
    "harsh-product": QT_TRANSLATE_NOOP("words", "Harsh product"),
    "direct-sun": QT_TRANSLATE_NOOP("words", "Direct sun"),
    "tanning-bed": QT_TRANSLATE_NOOP("words", "Tanning bed"),
    "picking": QT_TRANSLATE_NOOP("words", "Picking"),
    "waxing": QT_TRANSLATE_NOOP("words", "Waxing"),
    "shaving": QT_TRANSLATE_NOOP("words", "Shaving"),
    "other-treatment": QT_TRANSLATE_NOOP("words", "Other treatment"),
    "sunscreen": QT_TRANSLATE_NOOP("words", "Sunscreen"),
    "moisturiser": QT_TRANSLATE_NOOP("words", "Moisturiser"),
}

_SYMPTOMS = {
    "swelling": QT_TRANSLATE_NOOP("words", "Swelling"),
    "peeling": QT_TRANSLATE_NOOP("words", "Peeling"),
    "itching": QT_TRANSLATE_NOOP("words", "Itching"),
    "tightness": QT_TRANSLATE_NOOP("words", "Tightness"),
    "dark-patches": QT_TRANSLATE_NOOP("words", "Darker patches"),
    "pus": QT_TRANSLATE_NOOP("words", "Pus or yellow crusts"),
    "spreading": QT_TRANSLATE_NOOP("words", "Redness that spreads"),
    "warmer": QT_TRANSLATE_NOOP("words", "Clearly hotter or more swollen than yesterday"),
    "fever": QT_TRANSLATE_NOOP("words", "Fever, 38 °C or more"),
    "unwell": QT_TRANSLATE_NOOP("words", "Feeling ill, shivering or dizzy"),
    "blisters": QT_TRANSLATE_NOOP("words", "Blisters"),
    "cold-sore": QT_TRANSLATE_NOOP("words", "Cold sore, or tingling where one comes"),
    "eye": QT_TRANSLATE_NOOP("words", "Redness, swelling or blisters near an eye"),
    "face-swelling": QT_TRANSLATE_NOOP("words", "Swollen lips, tongue or whole face"),
    "breathing": QT_TRANSLATE_NOOP("words", "Trouble breathing or swallowing"),
    "vision": QT_TRANSLATE_NOOP("words", "Seeing differently"),
    "burn": QT_TRANSLATE_NOOP("words", "White, grey, black or raw skin"),
    "numbness": QT_TRANSLATE_NOOP("words", "Numbness or weakness in the face"),
    "severe-pain": QT_TRANSLATE_NOOP("words", "Severe pain, or pain that paracetamol does not ease"),
    "bumps": QT_TRANSLATE_NOOP("words", "Itchy or tender bumps or plaques"),
    "bleeding": QT_TRANSLATE_NOOP("words", "Bleeding or oozing"),
}

_BANDS = {
    Band.NONE: QT_TRANSLATE_NOOP("words", "none"),
    Band.VERY_SLIGHT: QT_TRANSLATE_NOOP("words", "very slight"),
    Band.MILD: QT_TRANSLATE_NOOP("words", "mild"),
    Band.MODERATE: QT_TRANSLATE_NOOP("words", "moderate"),
    Band.SEVERE: QT_TRANSLATE_NOOP("words", "severe"),
}

_TIERS = {
    Tier.INFO: QT_TRANSLATE_NOOP("words", "good to know"),
    Tier.CAUTION: QT_TRANSLATE_NOOP("words", "take care"),
    Tier.CALL: QT_TRANSLATE_NOOP("words", "call the clinic this week"),
    Tier.TODAY: QT_TRANSLATE_NOOP("words", "call the clinic today"),
    Tier.EMERGENCY: QT_TRANSLATE_NOOP("words", "emergency: now"),
}

_RECORDED = {
    Recorded.ON_TIME: QT_TRANSLATE_NOOP("words", "on time"),
    Recorded.LATE: QT_TRANSLATE_NOOP("words", "late"),
    Recorded.RECALLED: QT_TRANSLATE_NOOP("words", "filled in later"),
}

_STATES = {
    State.MET: QT_TRANSLATE_NOOP("words", "met"),
    State.NOT_MET: QT_TRANSLATE_NOOP("words", "not met"),
    State.UNKNOWN: QT_TRANSLATE_NOOP("words", "unknown"),
}

_VIEWS = {
    View.FRONT: QT_TRANSLATE_NOOP("words", "front"),
    View.LEFT: QT_TRANSLATE_NOOP("words", "left"),
    View.RIGHT: QT_TRANSLATE_NOOP("words", "right"),
    View.CLOSE_UP: QT_TRANSLATE_NOOP("words", "close-up"),
}

_PHOTO_MARKS = {
    "too dark": QT_TRANSLATE_NOOP("words", "too dark"),
    "too bright": QT_TRANSLATE_NOOP("words", "too bright"),
    "blurred": QT_TRANSLATE_NOOP("words", "blurred"),
    "smaller": QT_TRANSLATE_NOOP("words", "much smaller"),
    "other camera": QT_TRANSLATE_NOOP("words", "another camera"),
}

_SCALES = {
    Scale.REDNESS: QT_TRANSLATE_NOOP("words", "Redness"),
    Scale.SENSITIVITY: QT_TRANSLATE_NOOP("words", "Sensitivity"),
}

_LOOK_SCALES = {
    IrritationLook.DARKER: QT_TRANSLATE_NOOP("words", "Darkening"),
    IrritationLook.HARD_TO_SEE: QT_TRANSLATE_NOOP("words", "Irritation"),
}


def _word(text: object) -> str:
    return QCoreApplication.translate("words", str(text))


def habit_name(habit: str, names: Mapping[str, str] | None = None) -> str:
    """The name of a habit: the plan's own words first (``names``, by habit), else the product's, else its own word."""
    if names and habit in names:
        return names[habit]
    return _word(_HABITS[habit]) if habit in _HABITS else habit


def symptom_name(symptom: str) -> str:
    """The name of a symptom or warning sign, in the patient's words."""
    return _word(_SYMPTOMS[symptom]) if symptom in _SYMPTOMS else symptom


def band_word(band: Band) -> str:
    """The word under the numbers of a strip."""
    return _word(_BANDS[band])


def tier_word(tier: Tier) -> str:
    """What a tier asks of the person."""
    return _word(_TIERS[tier])


def recorded_word(recorded: Recorded) -> str:
    """When an entry was given, as shown to people."""
    return _word(_RECORDED[recorded])


def state_word(state: State) -> str:
    """Met, not met, unknown."""
    return _word(_STATES[state])


def view_name(view: View) -> str:
    """The name of a view of the face."""
    return _word(_VIEWS[view])


def photo_mark_name(kind: "MarkKind") -> str:
    """What a photo is marked with, in a word or two."""
    return _word(_PHOTO_MARKS[kind])


def scale_name(scale: Scale, look: IrritationLook = IrritationLook.PINK_RED) -> str:
    """The heading of a scale; for redness it follows how irritation looks on this person."""
    if scale is Scale.REDNESS and look in _LOOK_SCALES:
        return _word(_LOOK_SCALES[look])
    return _word(_SCALES[scale])


def number(value: float) -> str:
    """A number with at most one decimal, by the locale."""
    rounded = math.floor(value * 10 + 0.5 + 1e-9) / 10  # halves up, as people round: 3.25 is 3.3
    return QLocale().toString(rounded, "f", 0 if rounded == int(rounded) else 1)


def exact_number(value: float) -> str:
    """A number as it was given, by the locale: "2", "1.25"."""
    return QLocale().toString(float(value), "g", 6)


def range_number(end: float, rating: float) -> str:
    """Where the usual range ends, beside a rating: cut where rounding would contradict it ("3, above, up to 3")."""
    rounded = math.floor(end * 10 + 0.5 + 1e-9) / 10
    return number(math.floor(end * 10) / 10 if end < rating <= rounded else rounded)


def listed(names: Iterable[str]) -> str:
    """Names with a last "and": "Mon, Tue and Wed"."""
    *most, last = names
    return _word("{most} and {last}").format(most=", ".join(most), last=last) if most else last


def lower_first(text: str) -> str:
    """The text inside a sentence: first letter small, unless the word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def long_day(day: date) -> str:
    """For headings: "Sunday 22 November"."""
    return QLocale().toString(_qdate(day), "dddd d MMMM")


def full_day(day: date) -> str:
    """With the year: "22 November 2026"."""
    return QLocale().toString(_qdate(day), "d MMMM yyyy")


def short_day(day: date) -> str:
    """For axes and boards: "22 Nov"."""
    return QLocale().toString(_qdate(day), "d MMM")


def dated(day: date) -> str:
    """With the year where there is little room: "22 Nov 2026"."""
    return QLocale().toString(_qdate(day), "d MMM yyyy")


def weekday(day: date) -> str:
    """A short weekday, as in Sun."""
    return QLocale().toString(_qdate(day), "ddd")


def weekday_name(day: date) -> str:
    """The day's name in full, "Sunday"."""
    return QLocale().toString(_qdate(day), "dddd")


def month_name(day: date) -> str:
    """For a month's heading: "November 2026"."""
    return QLocale().toString(_qdate(day), "MMMM yyyy")


def time_of_day(moment: datetime) -> str:
    """By the locale's short form: "14:00"."""
    return QLocale().toString(QTime(moment.hour, moment.minute), "HH:mm")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
