"""Killed while one file takes another's place (migration, passphrase, backup, restore, import): old or new."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree, rmtree

from sqlcipher3 import dbapi2

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalError
from journal.domain.photo import View
from journal.keeping import Keeping
from journal.store import database
from journal.store.backups.restoring import kept_files, restore
from journal.store.backups.whole import write_backup
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from journal.store.key import Key
from journal.store.rekeying import rekey
from journal.store.transfer import export_journal, import_journal
from tests.store.journals import NOW, TODAY, filled, opened, prepared
from tests.torture.world import KEY, OTHER_KEY, Figure, fork, held, killed_after, room, seeded, timed, waited

JOURNAL, OTHER, TARGET, EXPORT = "my.journal", "other.journal", "copy.journal", "export"
SCHEMA_1 = Path(__file__).parent.parent / "store" / "schemas" / "1.sql"
OLD, NEW = "old", "new"
Held = tuple[object, ...]
Do = Callable[[Path], None]
Judge = Callable[[Path], str]


def two_journals(folder: Path, key: Key | None = None, *, photos: int = 6, size: int = 300_000) -> None:
    """A journal with so many photos of so many bytes, and another one that differs."""
    numbers = seeded("crossings")
    for name in (JOURNAL, OTHER):
        filled(folder / name, key=key)
        with opened(folder / name, key) as (store, record):
            for _ in range(photos):
                changes.keep_photo(store, prepared(numbers.randbytes(size)), TODAY, View.FRONT, NOW)
            note = Answers(note=f"of {name}")
            changes.perform(store, record, changes.log(record, TODAY, note, NOW), NOW)


def prepared_for_import(folder: Path) -> None:
    two_journals(folder)
    export_other(folder)


def export_other(folder: Path) -> None:
    with opened(folder / OTHER) as (store, _):
        export_journal(store, folder / EXPORT)


def of_schema_1(folder: Path) -> None:
    with closing(dbapi2.connect(str(folder / JOURNAL))) as connection:
        connection.executescript(SCHEMA_1.read_text(encoding="utf-8"))


def do_migration(folder: Path) -> None:
    JournalStore.open(folder / JOURNAL, create=False).close()


def do_backup(folder: Path) -> None:
    with closing(JournalStore.open(folder / JOURNAL, create=False)) as store:
        write_backup(store, folder / TARGET)


def do_daily(folder: Path) -> None:
    Keeping(folder / JOURNAL, None).back_up(NOW)


def do_restore(folder: Path) -> None:
    restore(folder / JOURNAL, folder / OTHER, NOW)


def do_import(folder: Path) -> None:
    with closing(JournalStore.open(folder / JOURNAL, create=False)) as store:
        import_journal(store, folder / EXPORT, replace=True)


def do_rekey(old: Key | None, new: Key | None) -> Do:
    return lambda folder: rekey(folder / JOURNAL, old, new)


class Judges:
    """What each crossing may leave, held against what the prepared folder held."""

    def __init__(self, made: Path) -> None:
        self._made = made

    def _was(self, name: str, key: Key | None = None) -> Held:
        with room("was") as folder:
            copytree(self._made, folder, dirs_exist_ok=True)
            return held(folder / name, key)

    def version(self) -> Judge:
        expected = self._was(JOURNAL)

        def judge(folder: Path) -> str:
            with closing(database.connect(folder / JOURNAL, reads_only=True)) as connection:
                version = database.number(connection, "user_version")
            assert held(folder / JOURNAL) == expected
            return NEW if version == database.SCHEMA_VERSION else OLD

        return judge

    def key(self, old: Key | None, new: Key | None) -> Judge:
        expected = self._was(JOURNAL, old)

        def judge(folder: Path) -> str:
            found = [name for name, key in ((OLD, old), (NEW, new)) if _fits(folder / JOURNAL, key)]
            assert len(found) == 1, found
            assert held(folder / JOURNAL, old if found == [OLD] else new) == expected
            left = sorted(each.name for each in folder.iterdir() if each.name.startswith(f".{JOURNAL}.rekey"))
            assert left == [], left
            return found[0]

        return judge

    def copy(self) -> Judge:
        expected = self._was(JOURNAL)

        def judge(folder: Path) -> str:
            assert held(folder / JOURNAL) == expected
            is_there = (folder / TARGET).exists()
            if not is_there:
                do_backup(folder)  # what was left behind is in nobody's way
            assert faults_of_file(folder / TARGET) == ()
            assert held(folder / TARGET) == expected
            return NEW if is_there else OLD

        return judge

    def daily(self) -> Judge:
        expected = self._was(JOURNAL)

        def judge(folder: Path) -> str:
            assert held(folder / JOURNAL) == expected
            keeping = Keeping(folder / JOURNAL, None)
            there = keeping.backups()
            if not there:
                keeping.back_up(NOW)
            for backup in keeping.backups():
                (folder / TARGET).unlink(missing_ok=True)
                restore(folder / TARGET, backup.path, NOW)
                assert held(folder / TARGET) == expected
            return NEW if there else OLD

        return judge

    def either(self) -> Judge:
        mine, other = self._was(JOURNAL), self._was(OTHER)

        def judge(folder: Path) -> str:
            found = held(folder / JOURNAL)
            assert found in (mine, other)
            assert held(folder / OTHER) == other
            if found == other and (folder / JOURNAL).parent == folder and kept_files(folder / JOURNAL):
                assert held(kept_files(folder / JOURNAL)[-1]) == mine
            return NEW if found == other else OLD

        return judge


def _fits(path: Path, key: Key | None) -> bool:
    is_open = database.standing(path) is database.Standing.JOURNAL
    if is_open or key is None:
        return is_open and key is None
    try:
        database.check_key(path, key)
    except JournalError:
        return False
    return True


def _encrypted(folder: Path) -> None:
    two_journals(folder, KEY)


CROSSINGS: dict[str, tuple[Do, Do, Callable[[Judges], Judge]]] = {
    "migration": (of_schema_1, do_migration, Judges.version),
    "passphrase set": (two_journals, do_rekey(None, KEY), lambda judges: judges.key(None, KEY)),
    "passphrase change": (_encrypted, do_rekey(KEY, OTHER_KEY), lambda judges: judges.key(KEY, OTHER_KEY)),
    "passphrase remove": (_encrypted, do_rekey(KEY, None), lambda judges: judges.key(KEY, None)),
    "backup": (two_journals, do_backup, Judges.copy),
    "daily backup": (two_journals, do_daily, Judges.daily),
    "restore": (two_journals, do_restore, Judges.either),
    "import": (prepared_for_import, do_import, Judges.either),
}
"""How the folder is filled, what gets killed in it, who judges what is there then."""


def cross(name: str, times: int) -> Figure:
    """Kill one of the crossings so many times, over all of its length."""
    numbers = seeded("crossing", name)
    failures: list[str] = []
    came: dict[str, int] = {OLD: 0, NEW: 0}
    with room("crossings") as base:
        made, work, complaints = base / "made", base / "work", base / "complaints"
        made.mkdir()
        prepare, do, judged_by = CROSSINGS[name]
        prepare(made)
        judge = judged_by(Judges(made))
        length = max(timed(lambda: _once(made, work, do, complaints)) for _ in range(3))
        for turn in range(times):
            _fresh(made, work)
            seconds = numbers.uniform(0, length * 1.05)
            killed_after(fork(lambda: do(work), complaints), seconds)
            try:
                came[judge(work)] += 1
            except Exception as error:
                failures.append(f"{name}, kill {turn} after {seconds:.4f} s: {type(error).__name__} {error}"[:500])
    held_line = f"old {came[OLD]} times, new {came[NEW]} times, never neither"
    return Figure(row=f"kill -9 during {name}", times=times, held=held_line, failures=tuple(failures))


def _fresh(made: Path, work: Path) -> None:
    rmtree(work, ignore_errors=True)
    copytree(made, work)


def _once(made: Path, work: Path, do: Do, complaints: Path) -> None:
    _fresh(made, work)
    status = waited(fork(lambda: do(work), complaints))
    assert status == os.EX_OK, complaints.read_text(encoding="utf-8")
