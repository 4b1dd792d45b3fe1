"""What goes wrong while writing: told plainly, and nothing changed."""

import random
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlcipher3 import dbapi2

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import Copy, View
from journal.error_words import fault_text
from journal.store.journal_store import JournalStore
from journal.store.trouble import told
from tests.store.journals import NOW, TODAY, content, filled, opened, prepared, reread

KILLS = 20
STREAM = """
import sys
from datetime import datetime
from pathlib import Path
from journal import changes
from journal.domain.entry import Answers

path, first = Path(sys.argv[1]), int(sys.argv[2])
now = datetime.fromisoformat(sys.argv[3])
store, record = changes.open_journal(path, create=True)
for number in range(first, first + 100_000):
    change = changes.log(record, now.date(), Answers(note=str(number), redness=number % 11), now)
    record, _ = changes.perform(store, record, change, now)
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my.journal"
    filled(path)
    return path


@contextmanager
def refused(expected: Trouble, path: Path) -> Iterator[None]:
    before = content(reread(path))
    with pytest.raises(JournalUnavailable) as caught:
        yield
    assert caught.value.trouble is expected
    assert content(reread(path)) == before


def long_note(path: Path, around: Callable[[dbapi2.Connection], None] = id) -> None:
    with opened(path) as (store, record):
        around(store.connection)
        change = changes.log(record, TODAY, Answers(note="x" * 2_000_000), NOW)
        try:
            changes.perform(store, record, change, NOW)
        except JournalUnavailable:
            small = changes.log(record, TODAY, Answers(redness=1), NOW)
            assert not store.connection.in_transaction
            assert small.entries[0][0] == record.facts.entries[TODAY]
            raise


def lines(store: JournalStore) -> list[str]:
    return [f"{fault.where}: {fault_text(fault)}" for fault in store.check()]


def test_a_full_disk_is_told_and_nothing_changed(path: Path) -> None:
    def fill(connection: dbapi2.Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    with refused(Trouble.DISK_FULL, path):
        long_note(path, fill)


def test_a_file_that_may_not_grow_is_told_as_a_full_disk(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with refused(Trouble.DISK_FULL, path):
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, hard))
        try:
            long_note(path)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_new_journal_on_a_full_disk_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "new.journal"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with opened(path) as (store, record):
        change = changes.log(record, TODAY, Answers(redness=4), NOW)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            with pytest.raises(JournalUnavailable) as caught:
                changes.perform(store, record, change, NOW)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

        assert caught.value.trouble is Trouble.DISK_FULL
        assert list(tmp_path.iterdir()) == []
        changes.perform(store, record, change, NOW)
    assert reread(path).facts.entries[TODAY].redness == 4


def test_a_half_photo_is_never_kept(path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with refused(Trouble.DISK_FULL, path), opened(path) as (store, _):
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, hard))
        try:
            changes.keep_photo(store, prepared(b"large" * 500_000), TODAY, View.FRONT, NOW)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_locked_journal_is_told_and_nothing_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.store.database.BUSY_SECONDS", 0.05)
    other = dbapi2.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with refused(Trouble.LOCKED, path):
        long_note(path)
    other.execute("ROLLBACK")
    other.close()


def test_a_journal_taken_away_under_an_open_window_is_told(path: Path) -> None:
    moved = path.with_name("moved.journal")
    with opened(path) as (store, record):
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).rename(moved.with_name(moved.name + ending))

        with pytest.raises(JournalUnavailable) as caught:
            changes.perform(store, record, changes.log(record, TODAY, Answers(redness=4), NOW), NOW)

    assert caught.value.trouble is Trouble.MISSING
    assert not path.exists()


def test_a_row_that_differs_from_what_was_written_is_found(path: Path) -> None:
    with opened(path) as (store, _):
        store.connection.execute("UPDATE entry SET redness = 5 WHERE day = '2026-11-20'")

        assert lines(store) == ["entry 2026-11-20: differs from what was written"]
    with pytest.raises(JournalUnavailable) as caught:
        changes.open_journal(path, create=False)
    assert caught.value.trouble is Trouble.DAMAGED


def test_a_photo_that_differs_from_what_was_taken_in_is_found(path: Path) -> None:
    with opened(path) as (store, _):
        store.connection.execute("UPDATE picture SET data = x'00' WHERE photo_id = 1 AND copy != 'display'")
        store.connection.execute("DELETE FROM picture WHERE photo_id = 2 AND copy = 'display'")

        assert lines(store) == [
            "photo 1: its thumbnail picture: differs from what was written",
            "photo 1: differs from what was taken in",
            "photo 2: its display picture: is missing",
        ]


def test_a_sound_journal_has_no_fault(path: Path) -> None:
    with opened(path) as (store, _):
        assert store.check() == ()


def test_killed_at_any_moment_no_acknowledged_tap_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "killed.journal"
    chance = random.Random(20)
    reached = 0
    for _ in range(KILLS):
        command = [sys.executable, "-c", STREAM, str(path), str(reached + 1), NOW.isoformat()]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            acknowledged = [int(child.stdout.readline()) for _ in range(chance.randint(1, 30))]
            child.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in child.stdout.read().split("\n")[:-1]]
        entry = reread(path).facts.entries[TODAY]
        reached = int(entry.note)

        assert reached in (acknowledged[-1], acknowledged[-1] + 1)
        assert entry.redness == reached % 11
    with opened(path) as (store, _):
        versions = store.connection.execute("SELECT count(*) FROM entry_version").fetchone()[0]

        assert store.check() == ()
        assert versions == reached - 1


def test_a_picture_that_is_not_what_was_written_is_not_handed_out(path: Path) -> None:
    with opened(path) as (store, _):
        store.connection.execute("UPDATE picture SET data = x'00' WHERE photo_id = 1 AND copy = 'display'")
        with pytest.raises(JournalUnavailable) as caught:
            store.photo_bytes(1, Copy.DISPLAY)

        assert caught.value.trouble is Trouble.DAMAGED
        assert store.photo_bytes(1, Copy.ORIGINAL) == b"a picture"


@pytest.mark.parametrize(("free", "expected"), [(0, Trouble.DISK_FULL), (10**9, Trouble.DAMAGED)])
def test_a_disk_too_full_to_open_is_not_told_as_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, expected: Trouble
) -> None:
    """The index of the log needs room when a journal is opened."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(JournalUnavailable) as caught, told(path):
        raise dbapi2.OperationalError("disk I/O error")

    assert caught.value.trouble is expected


def test_a_schema_that_is_no_text_is_damage(path: Path) -> None:
    with pytest.raises(JournalUnavailable) as caught, told(path):
        b"\xcf".decode()

    assert caught.value.trouble is Trouble.DAMAGED


def test_no_raw_error_comes_out_of_the_first_look_at_a_new_connection(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_connection: dbapi2.Connection, _pragma: str) -> int:
        raise dbapi2.OperationalError("disk I/O error")

    with opened(path) as (store, _):
        connection = store.connection
        monkeypatch.setattr("journal.store.database.number", fails)
        with pytest.raises(JournalUnavailable):
            JournalStore(path, connection)
