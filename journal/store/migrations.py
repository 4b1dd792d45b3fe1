"""The tables of a journal file and every change to them since, in order.

A migration touches only ``db`` and literals, and never imports from the program: it must do in ten years what it does
today. Released ones are never edited; the tests keep a file of every released schema.
"""

import json
from zlib import crc32

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("journal")

ENTRY = {
    "redness": int,
    "sensitivity": int,
    "habits": str,
    "symptoms": str,
    "symptoms_asked": int,
    "note": str,
    "redness_at": str,
    "sensitivity_at": str,
    "entered_at": str,
    "edited": int,
    "saved_at": str,
    "clock": str,
}
ENTRY_FILLED = {"habits", "symptoms", "symptoms_asked", "note", "entered_at", "edited", "saved_at", "clock"}

PHOTO = {
    "id": int,
    "day": str,
    "view": str,
    "width": int,
    "height": int,
    "captured_at": str,
    "sha256": str,
    "bytes": int,
    "media_type": str,
    "added_at": str,
    "name": str,
    "clock": str,
    "removed_at": str,
    "checksum": int,
}
PHOTO_OPEN = {"id", "captured_at", "removed_at"}


@MIGRATIONS()
def m001_first_tables(db: Database) -> None:
    """Entries with their versions, treatments, baselines, the profile, plans, photos and their pictures."""
    _create_entries(db)
    _create_treatments(db)
    _create_person(db)
    _create_photos(db)


def _create_entries(db: Database) -> None:
    db.table("entry").create(
        {"day": str, **ENTRY, "checksum": int}, pk="day", not_null={"day", "checksum", *ENTRY_FILLED}, strict=True
    )
    db.table("entry_version").create(
        {"id": int, "day": str, **ENTRY, "replaced_at": str, "replaced_clock": str, "checksum": int},
        pk="id",
        not_null={"day", "replaced_at", "replaced_clock", "checksum", *ENTRY_FILLED},
        strict=True,
    )
    db.table("entry_version").create_index(["day"])


def _create_treatments(db: Database) -> None:
    db.table("treatment").create(
        {
            "id": int,
            "at": str,
            "slot": str,
            "depth_mm": float,
            "rf": int,
            "areas": str,
            "add_ons": str,
            "provider": str,
            "note": str,
            "saved_at": str,
            "clock": str,
            "removed_at": str,
            "checksum": int,
        },
        pk="id",
        not_null={"at", "rf", "areas", "add_ons", "provider", "note", "saved_at", "clock", "checksum"},
        strict=True,
    )


def _create_person(db: Database) -> None:
    db.table("baseline").create(
        {
            "id": int,
            "redness": int,
            "sensitivity": int,
            "given_at": str,
            "clock": str,
            "removed_at": str,
            "checksum": int,
        },
        pk="id",
        not_null={"redness", "sensitivity", "given_at", "clock", "checksum"},
        strict=True,
    )
    _create_profile(db)
    _create_plans(db)


def _create_profile(db: Database) -> None:
    db.table("profile").create(
        {
            "id": int,
            "irritation_look": str,
            "clinic_phone": str,
            "out_of_hours_phone": str,
            "name": str,
            "questions": str,
            "welcomed": int,
            "saved_at": str,
            "clock": str,
            "checksum": int,
        },
        pk="id",
        not_null={
            "irritation_look",
            "clinic_phone",
            "out_of_hours_phone",
            "name",
            "questions",
            "welcomed",
            "saved_at",
            "clock",
            "checksum",
        },
        strict=True,
    )


def _create_plans(db: Database) -> None:
    db.table("plan").create(
        {"id": int, "toml": str, "used_at": str, "clock": str, "removed_at": str, "checksum": int},
        pk="id",
        not_null={"toml", "used_at", "clock", "checksum"},
        strict=True,
    )


def _create_photos(db: Database) -> None:
    db.table("photo").create(PHOTO, pk="id", not_null=PHOTO.keys() - PHOTO_OPEN, strict=True)
    db.table("photo").create_index(["sha256"], unique=True)
    db.table("photo").create_index(["day"])  # photos lie far apart, between their pictures
    _create_pictures(db)


def _create_pictures(db: Database) -> None:
    db.table("picture").create(
        {"photo_id": int, "copy": str, "data": bytes, "checksum": int},
        pk=("photo_id", "copy"),
        foreign_keys=[("photo_id", "photo", "id")],
        not_null={"photo_id", "copy", "data", "checksum"},
        strict=True,
    )


PROFILE_2 = (
    "id irritation_look clinic_phone out_of_hours_phone name questions welcomed planned_treatments next_appointment "
    "saved_at clock"
)
PLAN_2 = "id toml treatment_id from_at used_at clock removed_at"
PHOTO_2 = (
    "id day view width height captured_at sha256 bytes media_type added_at name camera quality day_source mirrored "
    "alignment clock removed_at"
)


@MIGRATIONS()
def m002_plans_answers_and_photo_facts(db: Database) -> None:
    """From which treatment a plan holds, what was acknowledged, what is planned, how photos lie on each other."""
    for name, kind in (("planned_treatments", int), ("next_appointment", str)):
        db.table("profile").add_column(name, kind)
    for name, kind in (("treatment_id", int), ("from_at", str)):
        db.table("plan").add_column(name, kind)
    db.table("photo").add_column("camera", str, not_null_default="")
    db.table("photo").add_column("quality", str)
    db.table("photo").add_column("day_source", str, not_null_default="given")
    db.table("photo").add_column("mirrored", int, not_null_default=0)
    db.table("photo").add_column("alignment", str)
    for table, columns in (("profile", PROFILE_2), ("plan", PLAN_2), ("photo", PHOTO_2)):
        _sum_again(db, table, columns.split())
    _create_acknowledgements(db)


def _sum_again(db: Database, table: str, columns: list[str]) -> None:
    """The checksum of every row with its new columns, as the program reckons it from this version on."""
    for row in list(db.execute(f"SELECT {', '.join(columns)} FROM {table}")):
        db.execute(f"UPDATE {table} SET checksum = ? WHERE id = ?", (crc32(ascii(tuple(row)).encode()), row[0]))


def _create_acknowledgements(db: Database) -> None:
    db.table("acknowledgement").create(
        {
            "id": int,
            "kind": str,
            "day": str,
            "at": str,
            "rule": str,
            "treatment_id": int,
            "tier": str,
            "signs": str,
            "redness": int,
            "sensitivity": int,
            "said": str,
            "saved_at": str,
            "clock": str,
            "removed_at": str,
            "checksum": int,
        },
        pk="id",
        not_null={"kind", "day", "at", "rule", "signs", "said", "saved_at", "clock", "checksum"},
        strict=True,
    )


SMALL_TABLES_3 = ("entry", "entry_version", "treatment", "baseline", "profile", "plan", "photo", "acknowledgement")


@MIGRATIONS()
def m003_tally(db: Database) -> None:
    """How many rows each small table has and what their checksums add up to, so that a missing one is noticed."""
    db.table("tally").create(
        {"id": int, "counts": str, "checksum": int}, pk="id", not_null={"counts", "checksum"}, strict=True
    )
    counts = {
        table: list(db.execute(f"SELECT count(*), coalesce(sum(checksum), 0) FROM {table}").fetchone())
        for table in SMALL_TABLES_3
    }
    row = (1, json.dumps(counts, separators=(",", ":"), sort_keys=True))
    db.execute("INSERT INTO tally VALUES (?, ?, ?)", (*row, crc32(ascii(row).encode())))
