"""Every write fails in turn: the calls themselves, a file system that runs full or read-only, no page more."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copytree, rmtree

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import View
from journal.error_words import error_text
from journal.store import database
from journal.store.journal_store import JournalStore
from journal.store.key import Key
from journal.store.transfer import import_journal
from tests.store.journals import NOW, TODAY, filled, opened, prepared
from tests.torture import crossings
from tests.torture.crossings import JOURNAL, TARGET, do_backup, do_import, do_rekey, do_restore
from tests.torture.world import BUG, DONE, KEY, OTHER_KEY, REFUSED, Figure, fork, held, room, seeded, waited

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat", "unlink", "rename", "link")
PHOTO = seeded("photo").randbytes(60_000)
SAID = Answers(redness=7, note="said before the disk was full")
ENTRIES, PHOTOS = 6, 7
"""Where they stand in what ``held`` gives; the pictures, three a photo, come after."""
Do = Callable[[Path], None]


def tap(folder: Path, key: Key | None = None) -> None:
    """One check-in and one photo, on a journal that is there or not."""
    with opened(folder / JOURNAL, key) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, SAID, NOW), NOW)
        changes.keep_photo(store, prepared(PHOTO), TODAY, View.FRONT, NOW)


def tap_encrypted(folder: Path) -> None:
    tap(folder, KEY)


def nothing(_folder: Path) -> None:
    """The journal is not there yet."""


def encrypted(folder: Path) -> None:
    filled(folder / JOURNAL, key=KEY)


def plain(folder: Path) -> None:
    filled(folder / JOURNAL)


def two_small(folder: Path) -> None:
    """Small pictures: each page of one is a call, and one page fails as another does."""
    crossings.two_journals(folder, photos=2, size=10_000)


def to_import(folder: Path) -> None:
    two_small(folder)
    crossings.export_other(folder)


def to_import_first(folder: Path) -> None:
    """The journal is not there yet."""
    to_import(folder)
    (folder / JOURNAL).unlink()


def do_first_import(folder: Path) -> None:
    with closing(JournalStore.open(folder / JOURNAL, create=True)) as store:
        import_journal(store, folder / crossings.EXPORT, replace=False)


WORKS: dict[str, tuple[Do, Do, Key | None, Key | None]] = {
    "tap and photo": (plain, tap, None, None),
    "tap and photo, encrypted": (encrypted, tap_encrypted, KEY, KEY),
    "first tap of a new journal": (nothing, tap, None, None),
    "backup": (two_small, do_backup, None, None),
    "daily backup": (two_small, crossings.do_daily, None, None),
    "restore": (two_small, do_restore, None, None),
    "import": (to_import, do_import, None, None),
    "import into a new journal": (to_import_first, do_first_import, None, None),
    "migration": (crossings.of_schema_1, crossings.do_migration, None, None),
    "passphrase set": (plain, do_rekey(None, KEY), None, KEY),
    "passphrase change": (encrypted, do_rekey(KEY, OTHER_KEY), KEY, OTHER_KEY),
    "passphrase remove": (encrypted, do_rekey(KEY, None), KEY, None),
}
"""How the folder is filled, what is done in it, the journal's key before and after."""


def can_inject() -> bool:
    """Whether the system calls of a child can be made to fail."""
    if shutil.which("strace") is None:
        return False
    with room("probe") as folder:
        return Traced(folder).run(lambda: None, ("-e", "trace=fsync")) == DONE


class Traced:
    """Children whose system calls are counted, or made to fail."""

    def __init__(self, folder: Path) -> None:
        self.trace = folder / "trace"
        self.complaints = folder / "complaints"

    def run(self, work: Callable[[], None], options: tuple[str, ...]) -> int:
        """The status of the work, done under strace from its first call on."""

        def begin() -> None:
            os.kill(os.getpid(), signal.SIGSTOP)
            work()

        child = fork(begin, self.complaints)
        os.waitpid(child, os.WUNTRACED)
        command = ["strace", "-p", str(child), "-o", str(self.trace), *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr is not None
            is_attached = "attached" in tracer.stderr.readline()
            os.kill(child, signal.SIGCONT)
            status = waited(child)
        return status if is_attached else BUG

    def calls(self, work: Callable[[], None], folder: Path) -> list[tuple[str, int]]:
        """The calls of the work that write, each with its number among those of its name.

        Files are opened outside of the folder too, to be read: those are the program's own and left alone.
        """
        assert self.run(work, ("-e", f"trace={','.join(CALLS)}")) == DONE, self.complaints.read_text()
        found: list[tuple[str, int]] = []
        counts = dict.fromkeys(CALLS, 0)
        for line in self.trace.read_text(encoding="utf-8", errors="replace").splitlines():
            match = re.match(r"(\w+)\(", line)
            if match is not None and match[1] in counts:
                counts[match[1]] += 1
                if match[1] != "openat" or str(folder) in line:
                    found.append((match[1], counts[match[1]]))
        return found


def injected(name: str, most: int | None = None) -> Figure:
    """Each call of one work fails once, all others hold; ``most``: only so many of them, spread evenly."""
    row = f"write error at each call: {name}"
    if not can_inject():
        return Figure(row=row, times=0, held="not tried: strace cannot be used here")
    prepare, do, key, key_after = WORKS[name]
    failures: list[str] = []
    refused = 0
    with room("writes") as base:
        made, work, traced = base / "made", base / "work", Traced(base)
        made.mkdir()
        prepare(made)
        _fresh(made, work)
        do(work)  # what is imported late is imported now, and not when opening a file fails
        expected = [_held_or_none(made / JOURNAL, key), _held_or_none(work / JOURNAL, key_after)]
        _fresh(made, work)
        places = traced.calls(lambda: do(work), work)
        step = 1 if most is None else max(1, len(places) // most)
        for call, at in places[::step]:
            _fresh(made, work)
            error = "EIO" if "sync" in call else "ENOSPC"
            options = ("-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={at}")
            status = traced.run(lambda: do(work), options)
            refused += status == REFUSED
            with _noting(failures, f"{name}, {call} {at}"):
                assert status in (DONE, REFUSED), traced.complaints.read_text(encoding="utf-8")[-600:]
                _judge(work, key, key_after, expected)
                if status == REFUSED:
                    _again(work, do, base / "complaints", expected)
    return Figure(
        row=row,
        times=len(places[::step]),
        held=f"told {refused} times and otherwise got over; file whole, old or new; worked the next time",
        failures=tuple(failures),
    )


def _judge(work: Path, key: Key | None, key_after: Key | None, expected: list[object]) -> None:
    """The journal is the old or the new one, and so is any backup."""
    fits = crossings._fits(work / JOURNAL, key_after) if key is not key_after and (work / JOURNAL).exists() else False
    assert _held_or_none(work / JOURNAL, key_after if fits else key) in _with_parts(expected)
    if (work / TARGET).exists():
        held(work / TARGET)


def _again(work: Path, do: Do, complaints: Path, expected: list[object]) -> None:
    """What was refused works the next time, unless it had been done but for a last word."""
    status = waited(fork(lambda: do(work), complaints))
    assert status in (DONE, REFUSED), complaints.read_text(encoding="utf-8")[-600:]
    if status == REFUSED:
        assert (work / TARGET).exists() or _is_done(work, expected), "the next time it was refused again"


def _is_done(work: Path, expected: list[object]) -> bool:
    found = (_held_or_none(work / JOURNAL, key) for key in (None, KEY, OTHER_KEY) if _opens(work / JOURNAL, key))
    return expected[1] in found


def _opens(path: Path, key: Key | None) -> bool:
    return path.exists() and crossings._fits(path, key)


def _with_parts(expected: list[object]) -> list[object]:
    """Two changes are made by a tap and a photo: the first of them may be saved alone."""
    old, new = expected
    if isinstance(new, tuple) and new[PHOTOS]:
        without_photo = (*new[:PHOTOS], new[PHOTOS][:-1], *new[PHOTOS + 1 : -3])
        return [old, new, without_photo]
    return [old, new]


def _held_or_none(path: Path, key: Key | None) -> object:
    if not path.exists() or path.stat().st_size == 0:
        return None
    with suppress(JournalUnavailable):
        found = held(path, key)
        return found if found[ENTRIES] or found[PHOTOS] else None
    assert _is_empty(path, key)
    return None


def _is_empty(path: Path, key: Key | None) -> bool:
    with closing(database.connect(path, key)) as connection:
        return connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0


@contextmanager
def _noting(failures: list[str], what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        failures.append(f"{what}: {type(error).__name__} {str(error)[:900]}")


def _fresh(made: Path, work: Path) -> None:
    rmtree(work, ignore_errors=True)
    copytree(made, work)


def pages(times: int) -> Figure:
    """The file may not grow beyond each of so many pages: refused in words, unchanged, and saved once there is room."""
    failures: list[str] = []
    with room("pages") as folder:
        path = folder / JOURNAL
        filled(path)
        before = held(path)
        for more in range(times):
            with _noting(failures, f"{more} pages more"), opened(path) as (store, record):
                count = database.number(store.connection, "page_count")
                store.connection.execute(f"PRAGMA max_page_count={count + more}")
                try:
                    changes.keep_photo(store, prepared(PHOTO * 2), TODAY, View.FRONT, NOW)
                except JournalUnavailable as error:
                    assert error.trouble is Trouble.DISK_FULL
                    assert "\n" not in error_text(error)
                    assert held(path) == before
                else:
                    break
                store.connection.execute("PRAGMA max_page_count=1000000")
                small = changes.log(record, TODAY, Answers(redness=more % 10), NOW)
                changes.perform(store, record, small, NOW)
            before = held(path)
    return Figure(
        row="no room for one more page, page after page",
        times=times,
        held="told as a full disk, nothing changed, saved once there was room",
        failures=tuple(failures),
    )


def full_file_system(times: int) -> Figure:
    """A small file system with less and less room left."""
    return _on_small_disk("a file system that runs full", times, _filled_up)


def _on_small_disk(row: str, times: int, trial: Callable[[str, Path, int], Figure]) -> Figure:
    """What is tried on a small file system of its own; where none can be mounted, that it was not."""
    with room("small-disk") as base:
        disk = base / "disk"
        disk.mkdir()
        with mounted(disk) as is_mounted:
            if not is_mounted:
                return Figure(row=row, times=0, held="not tried: only root can mount one")
            return trial(row, disk, times)


@contextmanager
def mounted(disk: Path) -> Iterator[bool]:
    """A file system of a megabyte in memory, where this process may mount one."""
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    is_mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", str(disk)], check=True)


def _filled_up(row: str, disk: Path, times: int) -> Figure:
    failures: list[str] = []
    told = 0
    for turn in range(times):
        for left in disk.iterdir():
            left.unlink()
        filled(disk / JOURNAL)
        before = held(disk / JOURNAL)
        _fill(disk, room_left=turn * 4096)
        with _noting(failures, f"{turn * 4096} bytes left"):
            is_told = False
            try:
                tap(disk)
            except JournalUnavailable as error:
                is_told = True
                assert error.trouble is Trouble.DISK_FULL, error
            told += is_told
            (disk / "filler").unlink()
            after = held(disk / JOURNAL)
            if is_told:
                tap(disk)
            new = held(disk / JOURNAL)
            assert after in (_with_parts([before, new]) if is_told else [new])
    held_line = f"{told} times told as a full disk, file whole, saved once there was room"
    return Figure(row=row, times=times, held=held_line, failures=tuple(failures))


def _fill(disk: Path, *, room_left: int) -> None:
    with (disk / "filler").open("wb") as filler:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        filler.write(bytes(max(0, free - room_left)))


def read_only(times: int) -> Figure:
    """The file system becomes read-only under the journal, and writable again."""
    return _on_small_disk("a file system that becomes read-only", times, _made_read_only)


def _made_read_only(row: str, disk: Path, times: int) -> Figure:
    failures: list[str] = []
    filled(disk / JOURNAL)
    for turn in range(times):
        with _noting(failures, f"turn {turn}"):
            _remounted_under(disk, turn)
    held_line = "told, nothing changed, saved once it could be written"
    return Figure(row=row, times=times, held=held_line, failures=tuple(failures))


def _remounted_under(disk: Path, turn: int) -> None:
    _remount(disk, "rw")
    with opened(disk / JOURNAL) as (store, record):
        before = record.facts.entries[TODAY]
        change = changes.log(record, TODAY, Answers(redness=turn % 11, note=f"turn {turn}"), NOW)
    # The engine holds its files open for writing: what was open goes on, so the journal is opened anew.
    _remount(disk, "ro")
    with opened(disk / JOURNAL) as (store, record):
        assert record.facts.entries[TODAY] == before
        try:
            changes.perform(store, record, change, NOW)
        except JournalUnavailable as error:
            assert error.trouble is Trouble.READ_ONLY, error.trouble
        else:
            raise AssertionError("it was written")
    _remount(disk, "rw")
    with opened(disk / JOURNAL) as (store, record):
        changes.perform(store, record, change, NOW)
    held(disk / JOURNAL)


def _remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True, capture_output=True)
