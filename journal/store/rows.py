"""What a row of each table is: its columns, its checksum, and the fact it stands for. No connection.

Dates and moments are ISO text, moments with their offset; lists and habits are JSON text. Decoders raise
``ValueError``, ``KeyError`` or ``TypeError`` for what no version of this program has written.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from zlib import crc32

from journal.domain.entry import NO_HABITS, Entry
from journal.domain.facts import Profile
from journal.domain.ratings import Baseline, IrritationLook, checked_rating
from journal.domain.treatment import Slot, Treatment

Value = str | int | float | None
Row = tuple[Value, ...]

PROFILE_ID = 1
CLOCK_OWN = "own"
CLOCK_GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a change is saved, and whether the person gave the clock (``--now``)."""

    at: datetime
    is_given: bool = False

    @property
    def clock(self) -> str:
        """The mark in the file."""
        return CLOCK_GIVEN if self.is_given else CLOCK_OWN


@dataclass(frozen=True, slots=True)
class Table:
    """A small table. ``columns`` begin with the key and leave the last one of the table, ``checksum``, out."""

    name: str
    columns: tuple[str, ...]

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0]

    @property
    def select(self) -> str:
        """All columns, checksum last."""
        return f"SELECT {', '.join(self.columns)}, checksum FROM {self.name}"

    @property
    def select_one(self) -> str:
        """The row of one key."""
        return f"{self.select} WHERE {self.key} = ?"

    @property
    def put(self) -> str:
        """Insert a row or write it over the one of the same key."""
        names = [*self.columns, "checksum"]
        updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
        marks = ", ".join("?" * len(names))
        return (
            f"INSERT INTO {self.name} ({', '.join(names)}) VALUES ({marks}) "
            f"ON CONFLICT ({self.key}) DO UPDATE SET {updates}"
        )

    def changed(self, row: Row, **values: Value) -> Row:
        """The row with some columns changed."""
        return tuple(values.get(name, value) for name, value in zip(self.columns, row, strict=True))


_ENTRY_COLUMNS = (
    "day",
    "redness",
    "sensitivity",
    "habits",
    "symptoms",
    "symptoms_asked",
    "note",
    "redness_at",
    "sensitivity_at",
    "entered_at",
    "edited",
    "saved_at",
    "clock",
)

ENTRY = Table("entry", _ENTRY_COLUMNS)
ENTRY_VERSION = Table("entry_version", ("id", *_ENTRY_COLUMNS, "replaced_at", "replaced_clock"))
TREATMENT = Table(
    "treatment",
    (
        "id",
        "at",
        "slot",
        "depth_mm",
        "rf",
        "areas",
        "add_ons",
        "provider",
        "note",
        "saved_at",
        "clock",
        "removed_at",
    ),
)
BASELINE = Table("baseline", ("id", "redness", "sensitivity", "given_at", "clock", "removed_at"))
PROFILE = Table(
    "profile",
    (
        "id",
        "irritation_look",
        "clinic_phone",
        "out_of_hours_phone",
        "name",
        "questions",
        "welcomed",
        "planned_treatments",
        "next_appointment",
        "saved_at",
        "clock",
    ),
)
PLAN = Table("plan", ("id", "toml", "treatment_id", "from_at", "used_at", "clock", "removed_at"))
PHOTO = Table(
    "photo",
    (
        "id",
        "day",
        "view",
        "width",
        "height",
        "captured_at",
        "sha256",
        "bytes",
        "media_type",
        "added_at",
        "name",
        "camera",
        "quality",
        "day_source",
        "mirrored",
        "alignment",
        "clock",
        "removed_at",
    ),
)
ACKNOWLEDGEMENT = Table(
    "acknowledgement",
    (
        "id",
        "kind",
        "day",
        "at",
        "rule",
        "treatment_id",
        "tier",
        "signs",
        "redness",
        "sensitivity",
        "said",
        "saved_at",
        "clock",
        "removed_at",
    ),
)
PICTURE = "picture"
"""The bytes: ``photo_id``, ``copy``, ``data``. Each photo's original has its SHA-256 in the photo's row."""

TALLY = Table("tally", ("id", "counts"))
"""One row: how many rows each small table has, see ``journal.store.tally``."""

SMALL_TABLES = (ENTRY, ENTRY_VERSION, TREATMENT, BASELINE, PROFILE, PLAN, PHOTO, ACKNOWLEDGEMENT)


class ChecksumDiffersError(ValueError):
    """A row is not what was written."""


def checksum(row: Sequence[object]) -> int:
    """CRC-32 of a row in ASCII: the same in every version of Python, and any single flipped bit changes it."""
    return crc32(ascii(tuple(row)).encode())


def checked(row: tuple[Value, ...]) -> Row:
    """A stored row without its checksum. Raises ``ChecksumDiffersError``."""
    values = row[:-1]
    if crc32(ascii(values).encode()) != row[-1]:  # ``checksum``, without a call for each of ten years' rows
        raise ChecksumDiffersError
    return values


def checked_all(found: Iterable[tuple[Value, ...]]) -> list[Row]:
    """Stored rows without their checksums, without a call for each of ten years. Raises ``ChecksumDiffersError``."""
    return [
        values if crc32(ascii(values := row[:-1]).encode()) == row[-1] else checked(row)  # which raises
        for row in found
    ]


def picture_checksum(data: bytes) -> int:
    """What tells a changed picture; the original has its SHA-256 beside it."""
    return crc32(data)


def entry_row(entry: Entry, stamp: Stamp) -> Row:
    """The entry as saved at the stamp."""
    return (
        entry.day.isoformat(),
        entry.redness,
        entry.sensitivity,
        json_text(dict(entry.habits)),
        json_text(sorted(entry.symptoms)),
        int(entry.symptoms_asked),
        entry.note,
        moment_text(entry.redness_at),
        moment_text(entry.sensitivity_at),
        entry.entered_at.isoformat(),
        int(entry.edited),
        stamp.at.isoformat(),
        stamp.clock,
    )


def entry_of(row: Row) -> Entry:
    """The entry a row stands for."""
    day, redness, sensitivity, habits, symptoms, asked, note, redness_at, sensitivity_at, entered_at, edited, *_ = row
    return Entry(
        day=date.fromisoformat(str(day)),
        entered_at=moment_of(entered_at),
        redness=None if redness is None else checked_rating(redness),
        sensitivity=None if sensitivity is None else checked_rating(sensitivity),
        habits=_habits(str(habits)),
        symptoms=_symptoms(str(symptoms)),
        symptoms_asked=bool(asked),
        note=str(note),
        redness_at=moment_or_none(redness_at),
        sensitivity_at=moment_or_none(sensitivity_at),
        edited=bool(edited),
    )


def treatment_row(treatment: Treatment, row_id: int, stamp: Stamp) -> Row:
    """The treatment as saved at the stamp, not in the bin."""
    return (
        row_id,
        treatment.at.isoformat(),
        treatment.slot and str(treatment.slot),
        None if treatment.depth_mm is None else float(treatment.depth_mm),
        int(treatment.rf),
        json_text(list(treatment.areas)),
        json_text(list(treatment.add_ons)),
        treatment.provider,
        treatment.note,
        stamp.at.isoformat(),
        stamp.clock,
        None,
    )


def treatment_of(row: Row) -> Treatment:
    """The treatment a row stands for, without its number."""
    row_id, at, slot, depth, rf, areas, add_ons, provider, note, *_ = row
    return Treatment(
        id=whole(row_id),
        at=moment_of(at),
        slot=None if slot is None else Slot(str(slot)),
        depth_mm=None if depth is None else float(depth),
        rf=bool(rf),
        areas=words_of(areas),
        add_ons=words_of(add_ons),
        provider=str(provider),
        note=str(note),
    )


def baseline_row(baseline: Baseline, row_id: int, stamp: Stamp) -> Row:
    """A baseline that was given, not in the bin."""
    return (row_id, baseline.redness, baseline.sensitivity, moment_text(baseline.given_at), stamp.clock, None)


def baseline_of(row: Row) -> Baseline:
    """The baseline a row stands for."""
    _, redness, sensitivity, given_at, *_ = row
    return Baseline(
        redness=checked_rating(redness), sensitivity=checked_rating(sensitivity), given_at=moment_of(given_at)
    )


def profile_row(profile: Profile, stamp: Stamp) -> Row:
    """The one row of the profile."""
    return (
        PROFILE_ID,
        str(profile.irritation_look),
        profile.clinic_phone,
        profile.out_of_hours_phone,
        profile.name,
        json_text(list(profile.questions)),
        int(profile.welcomed),
        profile.planned_treatments,
        None if profile.next_appointment is None else profile.next_appointment.isoformat(),
        stamp.at.isoformat(),
        stamp.clock,
    )


def profile_of(row: Row) -> Profile:
    """The profile a row stands for."""
    _, look, clinic_phone, out_of_hours_phone, name, questions, welcomed, planned, appointment, *_ = row
    return Profile(
        irritation_look=IrritationLook(str(look)),
        clinic_phone=str(clinic_phone),
        out_of_hours_phone=str(out_of_hours_phone),
        name=str(name),
        questions=words_of(questions),
        welcomed=bool(welcomed),
        planned_treatments=None if planned is None else whole(planned),
        next_appointment=None if appointment is None else date.fromisoformat(str(appointment)),
    )


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def json_text(value: object) -> str:
    """A list or mapping as it is stored: one way only, keys sorted."""
    return _encode(value)


def moment_text(moment: datetime | None) -> str | None:
    """A moment as it is stored."""
    return None if moment is None else moment.isoformat()


def moment_of(value: Value) -> datetime:
    """A stored moment. Raises ``ValueError``."""
    return datetime.fromisoformat(str(value))


def moment_or_none(value: Value) -> datetime | None:
    """A stored moment that may be missing. Raises ``ValueError``."""
    return None if value is None else datetime.fromisoformat(str(value))


def whole(value: Value) -> int:
    """A stored whole number. Raises ``TypeError``."""
    if not isinstance(value, int):
        raise TypeError(value)
    return value


# Most days have the same few answers, and what is decoded cannot be changed: ten years share a few hundred values.
@lru_cache(maxsize=1024)
def _habits(text: str) -> Mapping[str, bool]:
    answers = json.loads(text)
    if not all(isinstance(answer, bool) for answer in answers.values()):
        raise TypeError(text)
    return MappingProxyType(answers) if answers else NO_HABITS


@lru_cache(maxsize=1024)
def _symptoms(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def words_of(text: Value) -> tuple[str, ...]:
    """A stored list of words. Raises ``TypeError``, ``ValueError``."""
    words = json.loads(str(text))
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise TypeError(text)
    return tuple(words)
