"""Whether a journal lay at a place where none is now: its backups, older copies and its log lie beside. Names only."""

import os
from contextlib import suppress
from pathlib import Path

BACKUPS = ".backups"
"""What the folder of its backups is called, behind the journal's own name."""
OLDER = ".before-"
"""What a file that was kept aside is called, behind the journal's own name."""


def are_beside(path: Path) -> bool:
    """Whether something says that there was a journal at ``path``. Opens no journal and no backup."""
    real = Path(os.path.realpath(path))
    with suppress(OSError), os.scandir(real.parent) as there:
        return any(_is_trace(each, real) for each in there if each.name.startswith(real.name))
    return False


def _is_trace(entry: "os.DirEntry[str]", journal: Path) -> bool:
    rest = entry.name.removeprefix(journal.name)
    if rest == BACKUPS:
        return entry.is_dir() and _tell_of_it(journal)
    if rest == "-wal":
        return entry.is_file() and entry.stat().st_size > 0
    return rest.startswith(OLDER) and entry.is_file() and entry.stat().st_size > 0


def _tell_of_it(journal: Path) -> bool:
    """A backup, or the note of a check: both are of a journal that had something in it."""
    from journal.store.backups import place  # late: nearly every start has its journal
    from journal.store.backups.monthly import NAME

    if (place.own_folder(journal) / NAME).is_file():
        return True
    for folder in {place.own_folder(journal), place.backup_folder(journal)}:
        with suppress(OSError):
            if any(each.suffix == ".day" for each in folder.iterdir()):
                return True
    return False
