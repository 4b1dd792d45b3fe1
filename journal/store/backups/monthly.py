"""When a journal's file was last checked whole: a date in a small file among its backups."""

from datetime import date
from pathlib import Path

from journal.store.backups.place import own_folder
from journal.store.database import FOLDER_MODE
from journal.store.trouble import told
from journal.whole_file import write_whole

NAME = "checked"


def last_check(journal: Path) -> date | None:
    """The day of the last full check; None when there was none that could be noted."""
    try:
        return date.fromisoformat((own_folder(journal) / NAME).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def note_check(journal: Path, today: date) -> None:
    """Remember that the file was checked whole today. Raises ``JournalUnavailable``."""
    folder = own_folder(journal)
    with told(folder, writing=True):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        write_whole(folder / NAME, today.isoformat().encode())
