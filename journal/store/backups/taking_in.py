"""An exported folder becomes a whole journal beside the one that is there, which it can then take the place of.

The new file is made, checked and counted first; the old one is kept aside by ``restoring.take_place``. So an import
over data is the old file or the new one, and has a way back.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Contents
from journal.store import database
from journal.store.backups import files
from journal.store.backups.whole import verified
from journal.store.journal_store import JournalStore
from journal.store.traces import IMPORT
from journal.store.transfer import import_journal
from journal.store.trouble import told
from journal.whole_file import real_path

if TYPE_CHECKING:
    from journal.store.key import Key


@contextmanager
def brought_in(path: Path, folder: Path, key: "Key | None" = None) -> Iterator[tuple[Path, Contents]]:
    """A journal beside ``path`` with all that the folder holds, under the key; gone at the end.

    Raises ``TransferRefused`` for the folder, ``JournalUnavailable`` for the journal's place.
    """
    real = real_path(path)
    with told(real, writing=True), files.part_file(real, ending=IMPORT) as part:
        with closing(JournalStore.open(part, create=True, key=key)) as store:
            import_journal(store, folder, replace=False)
        with closing(database.connect(part, key)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        found = verified(part, key)
        files.sync(part)
        yield part, found
