"""Where a journal's automatic backups lie: beside it, or in a folder that the person chose, on another disk at best.

The choice is kept beside the journal and not among the window's settings, so that commands know it too and it moves
with the journal.
"""

import hashlib
import os
from pathlib import Path

from journal.store.backups.files import sync_folder
from journal.store.database import FOLDER_MODE
from journal.whole_file import write_whole

ENDING = ".backups"
CHOICE_FILE = "elsewhere"
OWNER_FILE = "of"
FOLDERS_TRIED = 100


def own_folder(journal: Path) -> Path:
    """The folder beside the journal."""
    real = Path(os.path.realpath(journal))
    return real.with_name(real.name + ENDING)


def chosen_folder(journal: Path) -> Path | None:
    """What the person chose; None for the folder beside the journal."""
    try:
        text = (own_folder(journal) / CHOICE_FILE).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return Path(text) if text else None


def choose(journal: Path, folder: Path | None) -> None:
    """From now on backups go into a folder of their own in ``folder``; None: beside the journal. Raises ``OSError``."""
    own = own_folder(journal)
    own.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if folder is None:
        (own / CHOICE_FILE).unlink(missing_ok=True)
    else:
        write_whole(own / CHOICE_FILE, os.fsencode(folder.absolute()))
    sync_folder(own)


def backup_folder(journal: Path) -> Path:
    """The folder that this journal's backups lie in, or will. It may be missing, with the drive that it is on."""
    chosen = chosen_folder(journal)
    if chosen is None:
        return own_folder(journal)
    for number in range(1, FOLDERS_TRIED):
        name = journal.name + ENDING
        folder = chosen / (name if number == 1 else f"{name}-{number}")
        if not folder.exists() or _owner(folder) in ("", _mark(journal)):
            return folder
    return chosen / (journal.name + ENDING + "-" + _mark(journal)[:8])


def make(journal: Path) -> Path:
    """The folder of this journal's backups, made if its drive is there. Raises ``OSError``."""
    folder = backup_folder(journal)
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if not _owner(folder):
        write_whole(folder / OWNER_FILE, _mark(journal).encode())
    return folder


def _mark(journal: Path) -> str:
    """Tells journals of one name apart that put their backups into one folder."""
    return hashlib.sha256(os.fsencode(os.path.realpath(journal))).hexdigest()[:32]


def _owner(folder: Path) -> str:
    try:
        return (folder / OWNER_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
