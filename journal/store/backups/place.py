"""Where a journal's automatic backups lie: beside it, or in a folder that the person chose, on another disk at best.

The choice is kept beside the journal and not among the window's settings, so that commands know it too and it moves
with the journal.
"""

import hashlib
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from journal.store.database import FOLDER_MODE
from journal.store.traces import BACKUPS, EARLIER, MOMENT
from journal.whole_file import real_path, sync_folder, write_whole

CHOICE_FILE = "elsewhere"
OWNER_FILE = "of"
ANEW_FILE = "anew"
"""When a new journal was begun where another one was: the folder elsewhere that was the old one's stays its own."""
FOLDERS_TRIED = 100


def own_folder(journal: Path) -> Path:
    """The folder beside the journal."""
    real = real_path(journal)
    return real.with_name(real.name + BACKUPS)


def chosen_folder(journal: Path) -> Path | None:
    """What the person chose; None for the folder beside the journal."""
    return _chosen(own_folder(journal))


def _chosen(own: Path) -> Path | None:
    try:
        text = (own / CHOICE_FILE).read_text(encoding="utf-8", errors="surrogateescape")
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
    return _folder_of(journal, own_folder(journal))


def _folder_of(journal: Path, own: Path) -> Path:
    chosen, mark = _chosen(own), _mark(journal, own)
    if chosen is None:
        return own
    for number in range(1, FOLDERS_TRIED):
        name = real_path(journal).name + BACKUPS  # the same through every link
        folder = chosen / (name if number == 1 else f"{name}-{number}")
        if not folder.exists() or _owner(folder) in ("", mark):
            return folder
    return chosen / (real_path(journal).name + BACKUPS + "-" + mark[:8])


def make(journal: Path) -> Path:
    """The folder of this journal's backups, made if its drive is there. Raises ``OSError``."""
    folder = backup_folder(journal)
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if not _owner(folder):
        write_whole(folder / OWNER_FILE, _mark(journal, own_folder(journal)).encode())
    return folder


def set_aside(journal: Path, now: datetime) -> Path | None:
    """The backups of the journal that was here get a folder of another name, which no other journal writes into.

    Where they lie elsewhere, they stay there, and the new journal gets a folder of its own beside them. The new name;
    None when there was no folder. Raises ``OSError``.
    """
    own, chosen = own_folder(journal), chosen_folder(journal)
    if not own.exists():
        return None
    name = f"{own.name}{EARLIER}{now:{MOMENT}}"
    aside = own.with_name(name)
    for number in range(2, FOLDERS_TRIED):
        if not os.path.lexists(aside):
            break
        aside = own.with_name(f"{name}-{number}")
    own.rename(aside)
    old = _folder_of(journal, aside)
    if chosen is not None:
        own.mkdir(mode=FOLDER_MODE)
        write_whole(own / ANEW_FILE, now.isoformat().encode())
        write_whole(own / CHOICE_FILE, os.fsencode(chosen))
    sync_folder(own.parent)
    return old


def earlier_folders(journal: Path) -> list[Path]:
    """The folders of backups of journals that were here before this one."""
    return list(dict.fromkeys(folder for each in _set_aside(journal) for folder in (_folder_of(journal, each), each)))


def this_ones_folders(journal: Path) -> list[Path]:
    """Where this journal's own backups may lie: when another folder is chosen, older ones stay beside the journal, and
    those that were made when it was opened by a link have the link's name.
    """
    own = own_folder(journal)
    return list(dict.fromkeys((backup_folder(journal), own, *_marked(_chosen(own), _mark(journal, own)))))


def _marked(chosen: Path | None, mark: str) -> list[Path]:
    try:
        there = sorted(each for each in chosen.iterdir() if BACKUPS in each.name) if chosen is not None else []
    except OSError:
        return []
    return [each for each in there if _owner(each) == mark]


def all_folders(journal: Path) -> list[Path]:
    """Every folder that may hold backups of this journal, then of those that were here before it; once each."""
    return list(dict.fromkeys((*this_ones_folders(journal), *earlier_folders(journal))))


def _set_aside(journal: Path) -> list[Path]:
    own = own_folder(journal)
    try:
        return sorted(
            each for each in own.parent.iterdir() if each.name.startswith(own.name + EARLIER) and each.is_dir()
        )
    except OSError:
        return []


def _mark(journal: Path, own: Path) -> str:
    """Tells journals of one name apart that put their backups into one folder."""
    whose = os.fsencode(real_path(journal))
    with suppress(OSError):  # without it: the first journal at its place
        whose += (own / ANEW_FILE).read_bytes()
    return hashlib.sha256(whose).hexdigest()[:32]


def _owner(folder: Path) -> str:
    try:
        return (folder / OWNER_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
