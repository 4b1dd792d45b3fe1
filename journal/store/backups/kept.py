"""Whole files that were kept aside beside a journal: before an update, a restore, an import, a new start."""

import re
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Kept, KeptFile
from journal.domain.errors import JournalUnavailable
from journal.holding import held
from journal.store import database, traces
from journal.store.backups import files
from journal.store.traces import Kind
from journal.store.trouble import READING_ERRORS, told
from journal.whole_file import real_path

if TYPE_CHECKING:
    from journal.store.key import Key

STAYS = timedelta(days=30)
"""A copy from before an update goes with the first backup that is verified this long after it."""
_WHY = {
    Kind.UPDATE: Kept.UPDATE,
    Kind.RESTORE: Kept.RESTORE,
    Kind.OTHER: Kept.RESTORE,
    Kind.EMPTIED: Kept.EMPTIED,
}
_MOMENT = re.compile(traces.MOMENT_PATTERN)


def kept_beside(journal: Path, key: "Key | None" = None) -> tuple[KeptFile, ...]:
    """The files, newest first, each opened and counted. A second name of the journal itself is none of them."""
    from journal.store.backups.restoring import counted  # late: it opens journals

    found = []
    for each in _found(journal):
        with suppress(JournalUnavailable):
            each = replace(each, contents=counted(each.path, key))  # noqa: PLW2901
        found.append(each)
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def space_of(journal: Path) -> int:
    """Bytes that whatever lies beside the journal takes: these, salvaged ones, logs, what a killed run left."""
    real = real_path(journal)
    own = {real.with_name(real.name + end) for end in traces.LOGS}
    there = set(traces.beside(real, set(Kind)))
    return sum(traces.size_of(each) for each in there - own)


def is_any(journal: Path) -> bool:
    """Whether there is one."""
    return bool(_found(journal))


def remove(journal: Path, path: Path) -> None:
    """Remove one of them, with its log. Raises ``JournalUnavailable`` when that cannot be, or it is open itself."""
    if path in {each.path for each in _found(journal)}:
        with told(path, writing=True), held(path):
            files.remove_with_logs(path)


def thin_out(journal: Path, backup: Path, key: "Key | None" = None) -> None:
    """After a verified backup that holds every photo: what was kept before an update, 30 days before it, goes.

    One that is used as a journal of its own was brought up to date too, and stays.
    """
    made = datetime.fromtimestamp(backup.stat().st_mtime)  # noqa: DTZ006 as the files' own times are read
    for each in _found(journal):
        if each.why is Kept.UPDATE and made - each.at >= STAYS and not _is_in_use(each.path, key):
            with suppress(OSError, JournalUnavailable), held(each.path):
                files.remove_with_logs(each.path)


def _is_in_use(path: Path, key: "Key | None") -> bool:
    """Whether it is as new as the version that it was made before, or newer, as far as that can be read."""
    with suppress(JournalUnavailable, *READING_ERRORS):
        fitting = database.key_for(path, key)
        with closing(database.connect(path, fitting, reads_only=True)) as connection:
            return database.number(connection, "user_version") >= int(path.name.rpartition("-")[2])
    return False


def _found(journal: Path) -> list[KeptFile]:
    found = []
    for each in traces.traces_beside(journal):
        if each.kind in _WHY:
            with suppress(OSError):
                found.append(_described(each.path, _WHY[each.kind]))
    return found


def _described(path: Path, why: Kept) -> KeptFile:
    status = path.stat()
    at = datetime.fromtimestamp(status.st_mtime).replace(microsecond=0)  # noqa: DTZ006 the machine's zone, as in names
    if why is Kept.RESTORE and (moment := _MOMENT.search(path.name)):
        with suppress(ValueError):
            at = datetime.strptime(moment[0], traces.MOMENT)  # noqa: DTZ007 a name says no zone
    return KeptFile(path=path, at=at, size=status.st_size, why=why)
