"""The form of an exported folder: names, what a row looks like in it, and whether one that is read can be believed.

No file and no connection is touched here. What is written is what is stored, so that out and in again changes nothing;
what is read must be exactly what this program would have stored.
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from journal.domain.errors import JournalError, TransferFault, TransferRefused
from journal.domain.photo import Copy
from journal.domain.treatment import checked_depth
from journal.store import answer_rows, photo_rows, rows
from journal.store.rows import Row, Stamp, Table, Value

FORMAT = "recovery-journal export"
VERSION = 2
READ_VERSIONS = (1, VERSION)
JSON_FILE = "journal.json"
PHOTOS_FOLDER = "photos"
LARGEST_INTEGER = 2**63 - 1

_JSON_COLUMNS = frozenset({"habits", "symptoms", "areas", "add_ons", "questions", "signs"})
_FLAG_COLUMNS = frozenset({"symptoms_asked", "edited", "rf", "welcomed", "mirrored"})
_MOMENT_COLUMNS = frozenset({"saved_at", "replaced_at", "removed_at", "used_at", "given_at"})
_CLOCK_COLUMNS = frozenset({"clock", "replaced_clock"})
_CLOCKS = frozenset({rows.CLOCK_OWN, rows.CLOCK_GIVEN})
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/tiff": "tif",
    "image/heic": "heic",
    "image/heif": "heif",
}
_ADDED_IN_2: Mapping[str, Mapping[str, object]] = {
    rows.PROFILE.name: {"planned_treatments": None, "next_appointment": None},
    rows.PLAN.name: {"treatment_id": None, "from_at": None},
    rows.PHOTO.name: {"camera": "", "quality": None, "day_source": "given", "mirrored": False, "alignment": None},
}
"""What a folder of version 1 lacks, as a journal of that time is upgraded."""
_STAMP = Stamp(at=datetime(2000, 1, 1, tzinfo=UTC))


def picture_name(photo_id: int, copy: Copy, media_type: str) -> str:
    """The name of a picture's file; made of the id alone, so that nothing read can lead out of the folder."""
    ending = _ENDINGS.get(media_type, "bin") if copy is Copy.ORIGINAL else "jpg"
    return f"{photo_id}-{copy}.{ending}"


def row_out(table: Table, row: Row) -> dict[str, Any]:
    """A stored row as it stands in the file: lists as lists, flags as true and false."""
    return {name: _value_out(name, value) for name, value in zip(table.columns, row, strict=True)}


def _value_out(name: str, value: Value) -> object:
    if name in _JSON_COLUMNS:
        return json.loads(str(value))
    return bool(value) if name in _FLAG_COLUMNS else value


def rows_in(table: Table, found: object, version: int = VERSION) -> list[Row]:
    """The rows of one table, each as it would have been stored. Raises ``TransferRefused`` for anything else."""
    if version == 1 and table is rows.ACKNOWLEDGEMENT and found is None:
        return []
    if not isinstance(found, list):
        raise TransferRefused(TransferFault.FAULTY, table.name)
    added = _ADDED_IN_2.get(table.name, {}) if version == 1 else {}
    read = [
        _row_in(table, number, {**added, **one} if isinstance(one, dict) else one)
        for number, one in enumerate(found, start=1)
    ]
    if len({row[0] for row in read}) != len(read):
        raise TransferRefused(TransferFault.FAULTY, f"{table.name}: {table.key} twice")
    return read


def _row_in(table: Table, number: int, found: object) -> Row:
    place = f"{table.name} {number}"
    if not isinstance(found, dict) or set(found) != set(table.columns):
        raise TransferRefused(TransferFault.FAULTY, place)
    try:
        row = tuple(_value_in(name, found[name]) for name in table.columns)
        _CHECKS[table.name](row)
        for name, value in zip(table.columns, row, strict=True):
            _check_mark(name, value)
    except (JournalError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise TransferRefused(TransferFault.FAULTY, place) from error
    return row


def _value_in(name: str, value: object) -> Value:
    if name in _JSON_COLUMNS:
        value = rows.json_text(value)
    elif name in _FLAG_COLUMNS:
        if not isinstance(value, bool):
            raise TypeError(name)
        return int(value)
    if value is None or isinstance(value, float):
        return value
    if isinstance(value, str):
        value.encode("utf-8")
        return value
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST_INTEGER:
        raise TypeError(name)
    return value


def _check_mark(name: str, value: Value) -> None:
    if name in _CLOCK_COLUMNS and value not in _CLOCKS:
        raise ValueError(name)
    if name == "id" and not (isinstance(value, int) and value > 0):
        raise ValueError(name)
    if name in _MOMENT_COLUMNS and value is not None:
        moment = datetime.fromisoformat(str(value))
        if moment.tzinfo is None or moment.isoformat() != value:
            raise ValueError(name)
    if name in {"saved_at", "replaced_at", "used_at", "given_at"} and value is None:
        raise ValueError(name)


def _same(row: Row, again: Row, columns: int) -> None:
    """Raises ``ValueError`` unless both begin alike in ``columns`` columns, types too."""
    if rows.checksum(row[:columns]) != rows.checksum(again[:columns]):
        raise ValueError(columns)


def _check_entry(row: Row) -> None:
    entry = rows.entry_of(row)
    for moment in (entry.entered_at, entry.redness_at, entry.sensitivity_at):
        _check_aware(moment)
    _same(row, rows.entry_row(entry, _STAMP), 11)


def _check_version(row: Row) -> None:
    _check_entry(row[1:-2])


def _check_treatment(row: Row) -> None:
    treatment = rows.treatment_of(row)
    _check_aware(treatment.at)
    if treatment.depth_mm is not None:
        checked_depth(treatment.depth_mm)
    _same(row, rows.treatment_row(treatment, treatment.id, _STAMP), 9)


def _check_baseline(row: Row) -> None:
    baseline = rows.baseline_of(row)
    _same(row, rows.baseline_row(baseline, int(row[0] or 0), _STAMP), 4)


def _check_profile(row: Row) -> None:
    _same(row, rows.profile_row(rows.profile_of(row), _STAMP), 9)


def _check_plan(row: Row) -> None:
    use = answer_rows.plan_use_of(row)
    for moment in (use.used_at, use.from_at):
        _check_aware(moment)
    _same(row, answer_rows.plan_row(use, use.id, _STAMP), 5)


def _check_acknowledgement(row: Row) -> None:
    one = answer_rows.acknowledgement_of(row)
    _check_aware(one.at)
    _same(row, answer_rows.acknowledgement_row(one, one.id, _STAMP), 11)


def _check_photo(row: Row) -> None:
    photo = photo_rows.photo_of(row)
    _check_aware(photo.added_at)
    if len(photo.sha256) != 64 or set(photo.sha256) - set("0123456789abcdef"):
        raise ValueError(photo.id)
    if min(photo.width, photo.height, photo.bytes) < 1:
        raise ValueError(photo.id)
    _same(row, photo_rows.photo_row(photo, _STAMP), 16)


def _check_aware(moment: datetime | None) -> None:
    if moment is not None and moment.tzinfo is None:
        raise ValueError(moment)


_CHECKS: Mapping[str, Callable[[Row], None]] = {
    rows.ENTRY.name: _check_entry,
    rows.ENTRY_VERSION.name: _check_version,
    rows.TREATMENT.name: _check_treatment,
    rows.BASELINE.name: _check_baseline,
    rows.PROFILE.name: _check_profile,
    rows.PLAN.name: _check_plan,
    rows.PHOTO.name: _check_photo,
    rows.ACKNOWLEDGEMENT.name: _check_acknowledgement,
}
