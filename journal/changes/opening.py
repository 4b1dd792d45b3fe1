"""Opening a journal: which one, and all of it but the pictures as a record."""

from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.curve import Curve
from journal.domain.errors import JournalError
from journal.domain.plan import Plan
from journal.domain.record import Record, build_record
from journal.domain.sound_tables import curve_of, plan_of, tables_beside
from journal.resources import resource
from journal.store.journal_store import JournalStore

if TYPE_CHECKING:
    from journal.store.key import Key

DEFAULT_NAME = "recovery.journal"
SHIPPED, KEPT = "default.toml", "default.json"


def default_journal() -> Path:
    """The journal that opens when none is named, in the user's data folder."""
    # Late: a named journal does without.
    from platformdirs import user_data_path

    return user_data_path("recovery-journal", appauthor=False) / DEFAULT_NAME


def open_journal(
    path: Path,
    *,
    create: bool,
    makes_folder: bool = False,
    late_photos: bool = False,
    key: "Key | None" = None,
    language: str = "en",
) -> tuple[JournalStore, Record]:
    """Open a journal and read all of it but the pictures, with the plan and curve that ship with the program.

    With ``create`` a missing file is an empty journal; the file is made by the first change. ``makes_folder`` makes the
    folder too; for ``default_journal`` it is always made. ``late_photos`` leaves the photos' facts for later. ``key``
    opens an encrypted journal and encrypts a new one; ``language`` chooses the plans'
    sentences. Raises ``JournalUnavailable``, ``PlanFaulty``.
    """
    is_own = makes_folder or (not path.parent.exists() and path == default_journal())
    store = JournalStore.open(path, create=create, makes_folder=is_own, key=key)
    try:
        return store, build_record(store.load(shipped_plan(language), shipped_curve(), late_photos=late_photos))
    except JournalError:
        store.close()
        raise


def shipped_plan(language: str) -> Plan:
    """The care plan that ships with the program. Raises ``ResourceMissing``, ``PlanFaulty``."""
    toml, kept = _shipped("plans")
    tables = tables_beside(toml, kept)
    if tables is not None:
        return plan_of(tables, toml, language)
    from journal.domain.plan_file import read_plan  # late: only where somebody changed the file

    return read_plan(toml, SHIPPED, language)


def shipped_curve() -> Curve:
    """The expected curve that ships with the program. Raises ``ResourceMissing``, ``PlanFaulty``."""
    toml, kept = _shipped("curves")
    tables = tables_beside(toml, kept)
    if tables is not None:
        return curve_of(tables)
    from journal.domain.curve_file import read_curve  # late: as above

    return read_curve(toml, SHIPPED)


def _shipped(folder: str) -> tuple[str, str]:
    """A file's text and what was kept of it."""
    toml = resource(folder, SHIPPED)
    kept = resource(folder, KEPT)
    return toml.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8")
