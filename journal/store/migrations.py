"""The tables of a journal file and every change to them since, in order.

A migration touches only ``db`` and literals, and never imports from the program: it must do in ten years what it does
today. Released ones are never edited; the tests keep a file of every released schema.
"""

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
