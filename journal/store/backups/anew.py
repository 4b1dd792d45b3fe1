"""A new journal where one was: what was left of the old one, and its backups, stay under other names.

The backups get a folder of another name, so that those of the new journal never thin them out or mix with them.
"""

import os
from datetime import datetime
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store import database, opening
from journal.store.backups import place
from journal.store.traces import EMPTIED, LOGS, MOMENT
from journal.store.trouble import told
from journal.whole_file import real_path, sync_folder


def begin_anew(path: Path, now: datetime) -> Path | None:
    """Make an empty journal where a file of no bytes is, or none; the folder of the old backups, None without one.

    The caller holds the journal. Killed in the middle, the question is asked again. Raises ``JournalUnavailable``
    (``NOT_EMPTY`` when a journal is there).
    """
    if database.standing(path).is_there:
        raise JournalUnavailable(Trouble.NOT_EMPTY)
    real = real_path(path)
    with told(real, writing=True):
        aside = _free_name(real, EMPTIED, now)
        for ending in ("", *LOGS):
            left = real.with_name(real.name + ending)
            if left.exists():
                left.rename(aside.with_name(aside.name + ending))
        folder = place.set_aside(real, now)
        sync_folder(real.parent)
    opening.create(real).close()
    return folder


def _free_name(path: Path, ending: str, now: datetime) -> Path:
    name = f"{path.name}{ending}{now:{MOMENT}}"
    for number in range(1, 1000):
        free = path.with_name(name if number == 1 else f"{name}-{number}")
        if not os.path.lexists(free):
            return free
    raise JournalUnavailable(Trouble.NOT_EMPTY)
