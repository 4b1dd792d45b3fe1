"""What is left of a journal wherever it may lie: beside it, and in every folder of its backups. Opens nothing."""

from collections.abc import Collection
from pathlib import Path

from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.backups import monthly, place
from journal.store.traces import BACKUPS, COPIES, LOGS, WHOLE, Kind, beside, named_in, size_of
from journal.store.trouble import told
from journal.whole_file import real_path


def in_backups(journal: Path, kinds: Collection[Kind] = COPIES) -> list[Path]:
    """The files of these kinds in every folder of its backups (``place.all_folders``)."""
    return [each.path for folder in place.all_folders(journal) for each in named_in(folder) if each.kind in kinds]


def everywhere(journal: Path, kinds: Collection[Kind] = COPIES) -> list[Path]:
    """The files of these kinds beside the journal, then those of its backups; of no bytes none, nor beside a log."""
    found = (*beside(journal, kinds), *in_backups(journal, kinds))
    return [each for each in found if size_of(each) or size_of(each.with_name(each.name + LOGS[0]))]


def are_beside(path: Path) -> bool:
    """Whether something says that there was a journal at ``path``. Opens no journal and no backup."""
    real = real_path(path)
    is_told = any(size_of(each) for each in (real.with_name(real.name + LOGS[0]), *beside(real, WHOLE)))
    return is_told or (real.with_name(real.name + BACKUPS).is_dir() and _tell_of_it(real))


def refuse_emptied(path: Path) -> None:
    """Raises ``JournalUnavailable`` (``EMPTIED``) where no file lies, or an empty one, beside what a journal left."""
    with told(path):
        is_new = not path.exists() or (path.is_file() and size_of(path) == 0)
        if is_new and are_beside(path):
            raise JournalUnavailable(Trouble.EMPTIED)


def _tell_of_it(journal: Path) -> bool:
    """A backup, or the note of a check: both are of a journal that had something in it."""
    if (place.own_folder(journal) / monthly.NAME).is_file():
        return True
    return any(each.kind is Kind.DAY for folder in place.this_ones_folders(journal) for each in named_in(folder))
