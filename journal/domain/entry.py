"""What was logged for one day, when it was given, and how it may be revised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from journal.domain.errors import Refusal, ValueRefused
from journal.domain.ratings import Scale, checked_rating

NO_HABITS: Mapping[str, bool] = MappingProxyType({})

HABITS: tuple[str, ...] = (
    "make-up",
    "exercise",
    "hot-shower",
    "sauna",
    "swimming",
    "alcohol",
    "harsh-product",
    "direct-sun",
    "tanning-bed",
    "picking",
    "waxing",
    "shaving",
    "other-treatment",
    "sunscreen",
    "moisturiser",
)
"""The habits every plan knows; a plan may add its own."""

EXPECTED_SYMPTOMS: tuple[str, ...] = ("swelling", "peeling", "itching", "tightness", "dark-patches")
WARNING_SIGNS: tuple[str, ...] = (
    "pus",
    "spreading",
    "warmer",
    "fever",
    "unwell",
    "blisters",
    "cold-sore",
    "eye",
    "face-swelling",
    "breathing",
    "vision",
    "burn",
    "numbness",
    "severe-pain",
    "bumps",
    "bleeding",
)
SYMPTOMS: tuple[str, ...] = EXPECTED_SYMPTOMS + WARNING_SIGNS
DARK_PATCHES_FROM_DAY = 7


class Part(StrEnum):
    """The parts of an entry, each of which may be missing."""

    REDNESS = "redness"
    SENSITIVITY = "sensitivity"
    HABITS = "habits"
    SYMPTOMS = "symptoms"
    NOTE = "note"


class Recorded(StrEnum):
    """When an entry's ratings were first saved."""

    ON_TIME = "on time"
    LATE = "late"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One day's log.

    ``entered_at`` is the first saving of the entry, ``redness_at`` and ``sensitivity_at`` those of the ratings (aware,
    in the offset of the place). Habits not in ``habits`` were not answered. ``symptoms`` holds the ones ticked; all
    others are "no" if ``symptoms_asked``, and not asked otherwise.
    """

    day: date
    entered_at: datetime
    redness: int | None = None
    sensitivity: int | None = None
    habits: Mapping[str, bool] = field(default_factory=lambda: NO_HABITS)
    symptoms: frozenset[str] = frozenset()
    symptoms_asked: bool = False
    note: str = ""
    redness_at: datetime | None = None
    sensitivity_at: datetime | None = None
    edited: bool = False

    def rating(self, scale: Scale) -> int | None:
        """The rating of one scale, None when not given."""
        return self.redness if scale is Scale.REDNESS else self.sensitivity

    @property
    def has_rating(self) -> bool:
        """Whether the day counts as logged: at least one rating."""
        return self.redness is not None or self.sensitivity is not None

    @property
    def recorded(self) -> Recorded | None:
        """From the later of its ratings' first saving; None without a rating."""
        times = [
            at
            for at, rating in ((self.redness_at, self.redness), (self.sensitivity_at, self.sensitivity))
            if at is not None and rating is not None
        ]
        return recorded_at(self.day, max(times)) if times else None

    @property
    def is_empty(self) -> bool:
        """Nothing is left in it. Such an entry is kept only for its mark as edited; ``Record.entry`` hides it."""
        return not (self.has_rating or self.habits or self.symptoms_asked or self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is being given for a day; None leaves that part as it stands.

    ``habits`` are merged answer by answer; ``symptoms`` answers the whole list (an empty set: none of them).
    """

    redness: int | None = None
    sensitivity: int | None = None
    habits: Mapping[str, bool] | None = None
    symptoms: frozenset[str] | None = None
    note: str | None = None


def on_time_until(day: date) -> datetime:
    """Noon of the next day, in wall time."""
    return datetime.combine(day + timedelta(days=1), time(12))


def recorded_at(day: date, entered_at: datetime) -> Recorded:
    """How a rating of ``day``, first saved at ``entered_at``, counts; both borders belong to the earlier word."""
    wall = entered_at.replace(tzinfo=None)
    if wall <= on_time_until(day):
        return Recorded.ON_TIME
    if wall <= datetime.combine(day + timedelta(days=1), time()) + timedelta(hours=48):
        return Recorded.LATE
    return Recorded.RECALLED


def checked_answers(answers: Answers, habits: Iterable[str]) -> Answers:
    """The same answers. Raises ``ValueRefused`` for a rating, habit or symptom that does not exist."""
    for value in (answers.redness, answers.sensitivity):
        if value is not None:
            checked_rating(value)
    known = tuple(habits)
    for habit in answers.habits or ():
        if habit not in known:
            raise ValueRefused(Refusal.HABIT, habit, known)
    for symptom in answers.symptoms or ():
        if symptom not in SYMPTOMS:
            raise ValueRefused(Refusal.SYMPTOM, symptom, SYMPTOMS)
    return answers


def revised(previous: Entry | None, day: date, answers: Answers, now: datetime) -> Entry:
    """The entry of ``day`` with ``answers`` given at ``now``: given parts replace, others stay.

    A rating keeps the time of its first saving when its value is changed; a change after noon of the next day marks the
    entry as edited (product, "recorded").
    """
    entry = previous or Entry(day=day, entered_at=now)
    edited = entry.edited or (_is_after_noon(day, now) and _changes_given(entry, answers))
    return replace(
        entry,
        redness=entry.redness if answers.redness is None else answers.redness,
        sensitivity=entry.sensitivity if answers.sensitivity is None else answers.sensitivity,
        habits=MappingProxyType({**entry.habits, **(answers.habits or {})}),
        symptoms=entry.symptoms if answers.symptoms is None else answers.symptoms,
        symptoms_asked=entry.symptoms_asked or answers.symptoms is not None,
        note=entry.note if answers.note is None else answers.note,
        redness_at=entry.redness_at or (None if answers.redness is None else now),
        sensitivity_at=entry.sensitivity_at or (None if answers.sensitivity is None else now),
        edited=edited,
    )


def without(entry: Entry, parts: Iterable[str], now: datetime) -> Entry | None:
    """The entry with parts taken away, each a ``Part`` or one habit; None when nothing at all is left.

    Taken away by noon of the next day, a rating's first saving is forgotten with it, so that giving it again later
    counts from then. Taken away after that, the first saving stays and the entry is marked as edited.
    """
    late = _is_after_noon(entry.day, now)
    changed = entry
    for part in parts:
        changed = _without_part(changed, part, keep_time=late)
    changed = replace(changed, edited=entry.edited or (late and changed != entry))
    return None if changed.is_empty and not changed.edited else changed


def has_part(entry: Entry, part: str) -> bool:
    """Whether a ``Part`` or one habit was given."""
    match part:
        case Part.REDNESS:
            return entry.redness is not None
        case Part.SENSITIVITY:
            return entry.sensitivity is not None
        case Part.HABITS:
            return bool(entry.habits)
        case Part.SYMPTOMS:
            return entry.symptoms_asked
        case Part.NOTE:
            return bool(entry.note)
        case habit:
            return habit in entry.habits


def moved(entry: Entry, to: date) -> Entry:
    """The entry as that of another day, marked as edited; its values keep the time of their first saving."""
    return replace(entry, day=to, edited=True)


def _without_part(entry: Entry, part: str, *, keep_time: bool) -> Entry:
    match part:
        case Part.REDNESS:
            return replace(entry, redness=None, redness_at=entry.redness_at if keep_time else None)
        case Part.SENSITIVITY:
            return replace(entry, sensitivity=None, sensitivity_at=entry.sensitivity_at if keep_time else None)
        case Part.HABITS:
            return replace(entry, habits=NO_HABITS)
        case Part.SYMPTOMS:
            return replace(entry, symptoms=frozenset(), symptoms_asked=False)
        case Part.NOTE:
            return replace(entry, note="")
        case habit:
            kept = {name: answer for name, answer in entry.habits.items() if name != habit}
            return replace(entry, habits=MappingProxyType(kept))


def _is_after_noon(day: date, now: datetime) -> bool:
    return now.replace(tzinfo=None) > on_time_until(day)


def _changes_given(entry: Entry, answers: Answers) -> bool:
    if any(
        given is not None and new is not None and new != given
        for given, new in (
            (entry.redness, answers.redness),
            (entry.sensitivity, answers.sensitivity),
            (entry.note or None, answers.note),
            (entry.symptoms if entry.symptoms_asked else None, answers.symptoms),
        )
    ):
        return True
    return any(entry.habits.get(habit, answer) != answer for habit, answer in (answers.habits or {}).items())
