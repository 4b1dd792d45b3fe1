"""The kinds of values that options take, each checked to the letter. Nothing of the journal lives here.

Each function is a type of click: text in, value out, or ``ValueRefused``, or click's own refusal.
"""

import math
import re
from datetime import date, datetime, time

import click

from journal.clock import in_local_zone
from journal.domain.area import Area
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.ratings import HIGHEST
from journal.domain.treatment import SLOT_HOURS, Slot, checked_depth

FIRST_YEAR = 1900
LAST_YEAR = 2199
DAY_FORM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT_FORM = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)?", re.ASCII | re.IGNORECASE
)
SLOT_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](morning|midday|afternoon)", re.ASCII)
NUMBER_FORM = re.compile(r"\d{1,9}", re.ASCII)
DEPTH_FORM = re.compile(r"\d{0,4}\.?\d{1,9}", re.ASCII)
SHARE_FORM = re.compile(r"\d?\.?\d{1,9}", re.ASCII)
UNKNOWN_DEPTH = "unknown"
NO_APPOINTMENT = "none"
DAY_ALLOWED = ("YYYY-MM-DD",)
MOMENT_ALLOWED = ("YYYY-MM-DDTHH:MM",)
TREATMENT_ALLOWED = (*MOMENT_ALLOWED, *(f"YYYY-MM-DD {slot}" for slot in Slot))

When = tuple[datetime, Slot | None]


def text(value: str) -> str:
    """Any text that can be stored: whole Unicode characters."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise click.BadParameter("this text holds bytes that are no characters.") from error
    if "\0" in value:
        raise click.BadParameter("this text holds a zero character.")
    return value


def file(value: str) -> str:
    """A path as given; whether it is there is for the command to find out."""
    if not value or "\0" in value:
        raise click.BadParameter("this is no file name.")
    return value


def rating(value: str) -> int:
    """A whole number 0 to 10. Raises ``ValueRefused``."""
    if not NUMBER_FORM.fullmatch(value) or int(value) > HIGHEST:
        raise ValueRefused(Refusal.RATING, value)
    return int(value)


def number(value: str) -> int:
    """The number of a treatment or photo, from 1."""
    if not NUMBER_FORM.fullmatch(value) or int(value) < 1:
        raise click.BadParameter(f"{value!r} is not a whole number from 1.")
    return int(value)


def day(value: str) -> date:
    """A civil date, YYYY-MM-DD. Raises ``ValueRefused``."""
    if not DAY_FORM.fullmatch(value):
        raise ValueRefused(Refusal.TIME, value, DAY_ALLOWED)
    return _checked_day(value, value, DAY_ALLOWED)


def moment(value: str) -> datetime:
    """A date with a time, or a date alone (its midnight), aware; without an offset in this machine's zone."""
    if DAY_FORM.fullmatch(value):
        return _aware(datetime.combine(_checked_day(value, value, MOMENT_ALLOWED), time()), value)
    return _moment(value, MOMENT_ALLOWED)


def appointment(value: str) -> date | str:
    """A civil date, or ``none``. Raises ``ValueRefused``."""
    return value if value == NO_APPOINTMENT else day(value)


def count(value: str) -> int:
    """A whole number from 0."""
    if not NUMBER_FORM.fullmatch(value):
        raise click.BadParameter(f"{value!r} is not a whole number from 0.")
    return int(value)


def when(value: str) -> When:
    """A date with a time, or with a slot of the day: the moment, aware, and the slot. Raises ``ValueRefused``."""
    match = SLOT_FORM.fullmatch(value)
    if match is None:
        return _moment(value, TREATMENT_ALLOWED), None
    slot = Slot(match[2])
    end = time(SLOT_HOURS[slot][1])
    return _aware(datetime.combine(_checked_day(match[1], value, TREATMENT_ALLOWED), end), value), slot


def depth(value: str) -> float:
    """A depth in mm from 0.1 to 6; nan for ``unknown``, which an option left out is not. Raises ``ValueRefused``."""
    if value == UNKNOWN_DEPTH:
        return math.nan
    if not DEPTH_FORM.fullmatch(value):
        raise ValueRefused(Refusal.DEPTH, value)
    return checked_depth(float(value))


def marks(value: str) -> tuple[complex, complex]:
    """A mark on this photo and the same on the other, "0.3,0.4:0.32,0.41": fractions of each one's width and height."""
    parts = [_shares(part, 2) for part in value.split(":")]
    if len(parts) != 2 or None in parts:
        raise click.BadParameter(f"{value!r} is not X,Y:X,Y with fractions from 0 to 1.")
    one, other = (complex(*part) for part in parts if part is not None)
    return one, other


def area(value: str) -> Area:
    """A part of a picture, "0.1,0.2,0.5,0.3": left, top, width and height as fractions of its width and height."""
    shares = _shares(value, 4)
    if shares is None:
        raise click.BadParameter(f"{value!r} is not X,Y,W,H with fractions from 0 to 1.")
    given = Area(x=shares[0], y=shares[1], width=shares[2], height=shares[3])
    if not given.is_inside:
        raise click.BadParameter(f"{value!r} is no part of a picture: it is empty, or reaches beyond its edges.")
    return given


def _shares(text: str, count: int) -> list[float] | None:
    """So many fractions from 0 to 1, with commas between them; None when they are not."""
    parts = text.split(",")
    if len(parts) != count or not all(SHARE_FORM.fullmatch(part) for part in parts):
        return None
    shares = [float(part) for part in parts]
    return shares if all(0 <= share <= 1 for share in shares) else None


def _moment(value: str, allowed: tuple[str, ...]) -> datetime:
    if not MOMENT_FORM.fullmatch(value):
        raise ValueRefused(Refusal.TIME, value, allowed)
    try:
        given = datetime.fromisoformat(value.upper())
    except ValueError as error:
        raise ValueRefused(Refusal.TIME, value, allowed) from error
    _checked_day(value[:10], value, allowed)
    return _aware(given, value)


def _aware(given: datetime, value: str) -> datetime:
    try:
        return in_local_zone(given)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueRefused(Refusal.TIME, value) from error


def _checked_day(part: str, value: str, allowed: tuple[str, ...]) -> date:
    try:
        given = date.fromisoformat(part)
    except ValueError as error:
        raise ValueRefused(Refusal.TIME, value, allowed) from error
    if not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise ValueRefused(Refusal.TIME, value, allowed)
    return given
