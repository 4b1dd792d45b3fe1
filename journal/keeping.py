"""What keeps a journal safe: its backups, the way back from them, and what is wrong with its file.

For the window and the command line alike. Every method opens a connection of its own and may run on any thread.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.backup import Comparison, Contents, DayBackup, Fault, KeptFile, Restored, Salvaged
from journal.domain.errors import JournalUnavailable, PhotoRefused, Trouble
from journal.domain.photo import PreparedPhoto
from journal.store import checking, leavings
from journal.store.backups import daily, kept, monthly, place, restoring
from journal.store.backups.whole import contents
from journal.store.journal_store import JournalStore
from journal.store.traces import SALVAGED
from journal.store.trouble import told

if TYPE_CHECKING:
    from journal.store.key import Key

CHECKED_EVERY = timedelta(days=30)


def _always() -> bool:
    return True


@dataclass(slots=True)
class Prepared:
    """A backup that was copied beside the journal and checked: it can take the journal's place at once."""

    part: Path
    contents: Contents
    _keeping: "Keeping"
    _files: ExitStack

    def take_place(self, now: datetime) -> Restored:
        """Put it there; nothing of this process may have the journal open. Raises ``JournalUnavailable``."""
        old = restoring.take_place(self._keeping.journal, self.part, now, self._keeping.key)
        self._files.close()
        return Restored(contents=self.contents, kept=old)

    def drop(self) -> None:
        """It is not wanted any more."""
        self._files.close()


class Keeping:
    """The backups of one journal. ``opener`` gives another connection where this process has the journal open."""

    def __init__(self, journal: Path, key: "Key | None", opener: Callable[[], JournalStore] | None = None) -> None:
        self.journal = journal
        self.key = key
        self._opener = opener

    @contextmanager
    def _opened(self) -> Iterator[JournalStore]:
        store = (
            self._opener() if self._opener is not None else JournalStore.open(self.journal, create=False, key=self.key)
        )
        try:
            yield store
        finally:
            store.close()

    def is_due(self) -> bool:
        """Whether the journal holds what the newest backup does not. Raises ``JournalUnavailable``."""
        with self._opened() as store:
            return not store.is_new and daily.has_changed(store.connection, self.journal, self.key)

    def back_up(
        self, now: datetime, *, is_before: bool = False, wanted: Callable[[], bool] = _always
    ) -> DayBackup | None:
        """Make a verified backup of now; None when there is no journal yet or it was no longer wanted.

        Raises ``JournalUnavailable`` (``FOLDER_GONE``: the chosen drive is missing).
        """
        with self._opened() as store:
            if store.is_new:
                return None
            return daily.back_up(store.connection, self.journal, now, self.key, is_before=is_before, wanted=wanted)

    def backups(self) -> tuple[DayBackup, ...]:
        """The verified backups that are there, newest first."""
        return daily.backups_of(self.journal, self.key)

    def space(self) -> tuple[int, int | None]:
        """Bytes taken by the backups and by what is kept aside beside the journal; bytes free where backups lie."""
        used, free = daily.space_of(self.journal)
        return used + kept.space_of(self.journal), free

    def kept_aside(self) -> tuple[KeptFile, ...]:
        """The whole files that were kept aside beside the journal, newest first."""
        return kept.kept_beside(self.journal, self.key)

    @property
    def has_kept(self) -> bool:
        """Whether any file was kept aside."""
        return kept.is_any(self.journal)

    def remove_kept(self, path: Path) -> None:
        """Remove one of them for good. Raises ``JournalUnavailable``."""
        kept.remove(self.journal, path)

    @property
    def folder(self) -> Path:
        """Where the backups lie; missing with its drive."""
        return place.backup_folder(self.journal)

    @property
    def chosen_folder(self) -> Path | None:
        """The folder that the person chose; None for the one beside the journal."""
        return place.chosen_folder(self.journal)

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups into this folder from now on; older ones stay where they are. Raises ``JournalUnavailable``."""
        with told(self.journal, writing=True):
            place.choose(self.journal, folder)

    def compare(self, source: Path, source_key: "Key | None" = None) -> Comparison:
        """What a backup would bring beside what is there. Raises ``BackupRefused``.

        ``source_key``: of a backup under a passphrase from before.
        """
        if self._opener is None and source_key is None:
            return restoring.compare(self.journal, source, self.key)
        coming = restoring.coming(self.journal, source, source_key or self.key)
        try:
            with self._opened() as store, told(self.journal):
                return Comparison(coming=coming, present=None if store.is_new else contents(store.connection))
        except JournalUnavailable:
            return Comparison(coming=coming, present=None, is_unreadable=True)

    def compare_import(self, folder: Path) -> Comparison:
        """What an exported folder would bring beside what is there. Raises ``TransferRefused``."""
        from journal.store.transfer import coming  # late: asked for by hand, seldom

        found = coming(folder)
        with self._opened() as store, told(self.journal):
            return Comparison(coming=found, present=None if store.is_new else contents(store.connection))

    def prepare_import(self, folder: Path, now: datetime) -> Prepared:
        """Make a journal of an exported folder, beside this one, and back this one up.

        Raises ``TransferRefused`` for the folder, ``JournalUnavailable``.
        """
        from journal.store.backups.taking_in import brought_in  # late: asked for by hand, seldom

        with ExitStack() as stack:
            part, found = stack.enter_context(brought_in(self.journal, folder, self.key))
            self.back_up(now, is_before=True)
            return Prepared(part, found, self, stack.pop_all())

    def export(self, folder: Path) -> None:
        """Write everything into a folder. Raises ``JournalUnavailable`` (``NOT_EMPTY``)."""
        from journal.store.transfer import export_journal  # late: asked for by hand, seldom

        with self._opened() as store:
            export_journal(store, folder)

    def prepare(self, source: Path, source_key: "Key | None" = None) -> Prepared:
        """Copy a backup beside the journal and check it whole. Raises ``BackupRefused``, ``JournalUnavailable``."""
        with ExitStack() as stack:
            bringing = restoring.brought(self.journal, source, self.key, source_key=source_key)
            part, found = stack.enter_context(bringing)
            return Prepared(part, found, self, stack.pop_all())

    def undo(self, now: datetime) -> Restored | None:
        """Bring back what the last restore kept aside; None when there is nothing. Raises ``JournalUnavailable``.

        While the journal is open here, a file that is encrypted under another key is not brought back: it would not
        open.
        """
        kept = restoring.kept_files(self.journal)
        if self._opener is not None and kept and not restoring.may_open(kept[-1], self.key):
            raise JournalUnavailable(Trouble.NO_PASSPHRASE if self.key is None else Trouble.PASSPHRASE)
        return restoring.undo(self.journal, now, self.key)

    def salvage(self, now: datetime) -> tuple[Path, Salvaged]:
        """A new journal beside a damaged one, of what can still be read. Raises as ``salvage_journal`` does."""
        for number in range(1, 1000):
            target = self.journal.with_name(self.journal.name + (SALVAGED if number == 1 else f"{SALVAGED}-{number}"))
            if not target.exists():
                break
        return target, salvage_journal(self.journal, target, now, self.key)

    def adopt(self, new: Path, found: Contents, now: datetime) -> Restored:
        """Put a salvaged journal in the damaged one's place, which is kept. Raises ``JournalUnavailable``."""
        return Restored(contents=found, kept=restoring.take_place(self.journal, new, now, self.key))

    def begin_anew(self, now: datetime) -> Path | None:
        """An empty journal in the place of a file of no bytes; where the old backups lie. Raises as ``begin_anew``."""
        from journal.store.backups.anew import begin_anew  # late: asked for by hand, seldom

        return begin_anew(self.journal, now)

    @property
    def can_undo(self) -> bool:
        """Whether a restore kept a file aside."""
        return bool(restoring.kept_files(self.journal))

    def quick_faults(self) -> tuple[Fault, ...]:
        """What is wrong with the tables without pictures. Raises ``JournalUnavailable``."""
        with self._opened() as store:
            return () if store.is_new else checking.quick_faults(store.connection, self.journal)

    def is_check_due(self, today: date) -> bool:
        """Whether the last full check is a month ago."""
        last = monthly.last_check(self.journal)
        return last is None or today - last >= CHECKED_EVERY

    def full_faults(self, today: date, wanted: Callable[[], bool] = _always) -> tuple[Fault, ...]:
        """What is wrong with the journal; reads all of it, and all photos of its backups.

        A photo of the backups that is not what it was is taken out of them: the next one takes it over anew. What is
        no longer wanted ends early, and does not count as a check. Raises ``JournalUnavailable``.
        """
        with self._opened() as store:
            if store.is_new:
                return ()
            connection = store.connection
            connection.set_progress_handler(lambda: 0 if wanted() else 1, 10_000)
            found = checking.faults(connection, self.journal)
        if not found and wanted():
            with suppress(JournalUnavailable):  # the next backup finds it too, and begins another file
                daily.look_through_photos(self.journal, self.key, wanted)
        if not wanted():
            return ()
        monthly.note_check(self.journal, today)
        return found


def salvage_journal(source: Path, target: Path, now: datetime, key: "Key | None" = None) -> Salvaged:
    """Make a new journal of all that a damaged one still gives, photos too, with the list of what is lost.

    Raises ``BackupRefused`` for the source, ``JournalUnavailable`` for the target (``NOT_EMPTY``: something is there).
    """
    from journal.store.rows import Stamp
    from journal.store.salvage.salvaging import salvage  # late: it brings in sqlite-utils

    return salvage(source, target, Stamp(at=now), _remade, key)


def key_of_damaged(journal: Path, text: str, *, by_sheet: bool) -> "Key | None":
    """The key of a damaged or emptied journal, by what was typed: the passphrase, or the groups of the recovery sheet.

    The salt that it needs stands at the head of the file, and in every copy of it: where the head is gone, a backup has
    it. Tried against the file's own pages, or against the backups of a file of no bytes; None when it fits nowhere.
    Raises ``RecoveryCodeRefused`` for groups that were mistyped.
    """
    from journal.domain.recovery_code import key_from_recovery  # late: of an encrypted journal that does not open
    from journal.store import damaged_key
    from journal.store.key import Key, key_from_passphrase

    raw = key_from_recovery(text) if by_sheet else b""

    def key_of(salt: bytes) -> Key:
        return Key(raw=raw, salt=salt) if by_sheet else key_from_passphrase(text, salt)

    if journal.is_file() and journal.stat().st_size > 0:
        return damaged_key.key_of_damaged(journal, key_of)
    return damaged_key.key_of_backups(journal, key_of)


def has_encrypted_copies(journal: Path) -> bool:
    """Whether some backup or older copy beside a journal opens with a passphrase only."""
    from journal.store.damaged_key import has_encrypted_copies as has_some  # late: of a journal that does not open

    return has_some(journal)


def has_copies(journal: Path) -> bool:
    """Whether a backup, or an older copy, lies beside: what is at this place then was a journal. Opens none."""
    return leavings.are_beside(journal)


def _remade(data: bytes) -> PreparedPhoto | None:
    from journal.photos.intake import prepare  # late: it brings in Pillow

    try:
        return prepare(data, "")
    except PhotoRefused:
        return None


def keeping_of(journal: Path, key: "Key | None" = None) -> Keeping:
    """For a journal that this process does not have open."""
    return Keeping(journal, key)


def is_damage(error: JournalUnavailable) -> bool:
    """Whether a backup or a salvage can help."""
    return error.trouble in (Trouble.DAMAGED, Trouble.NOT_A_JOURNAL)
