"""A journal put under another key: whole, verified, old or new whatever happens in between."""

import os
import random
import signal
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from journal import changes
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.passphrase import KeyStage
from journal.domain.photo import Copy, View
from journal.store import database, rekeying
from journal.store.database import Standing
from journal.store.journal_store import JournalStore
from journal.store.key import Key, salt_of
from journal.store.rekeying import rekey
from tests.store.journals import FIRST, NOW, content, filled, opened, prepared

KEY = Key(raw=bytes(range(100, 132)), salt=bytes(range(16)))
OTHER = Key(raw=bytes(range(32)), salt=bytes(range(50, 66)))
MARKERS = (b"a picture", b"SQLite format", b"CREATE TABLE", b"Clinic")
KILLS = 20


def held(path: Path, key: Key | None) -> tuple[object, ...]:
    """All that a journal holds, its pictures too; the file is sound."""
    store, record = changes.open_journal(path, create=False, key=key)
    with closing(store):
        assert store.check() == ()
        pictures = tuple(store.photo_bytes(photo.id, copy) for photo in record.photos for copy in Copy)
        return (*content(record), pictures)


def pragma(path: Path, key: Key | None, name: str) -> int:
    with closing(database.connect(path, key)) as connection:
        return database.number(connection, name)


@pytest.fixture
def path(tmp_path):
    filled(tmp_path / "my.journal")
    return tmp_path / "my.journal"


@pytest.mark.parametrize(
    "steps", [(KEY,), (KEY, OTHER), (KEY, None), (KEY, KEY)], ids=["set", "change", "remove", "same"]
)
def test_a_journal_under_another_key_is_the_same_journal(path, steps):
    before = held(path, None)
    key = None
    for following in steps:
        rekey(path, key, following)
        key = following
    assert held(path, key) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600
    assert pragma(path, key, "application_id") == database.APPLICATION_ID
    assert pragma(path, key, "user_version") == database.SCHEMA_VERSION
    assert pragma(path, key, "auto_vacuum") == 2
    if key is not None:
        assert salt_of(path) == key.salt
        assert not any(marker in path.read_bytes() for marker in MARKERS)


def test_it_tells_how_far_it_is_and_never_goes_back(path):
    with opened(path) as (store, _):
        for number in range(12):
            changes.keep_photo(store, prepared(random.randbytes(400_000) + bytes([number])), FIRST, View.LEFT, NOW)
    told = []
    rekey(path, None, KEY, lambda stage, part: told.append((list(KeyStage).index(stage), part)))
    assert {stage for stage, _ in told} == {0, 1, 2}
    assert [stage for stage, _ in told] == sorted(stage for stage, _ in told)
    for stage in range(3):
        parts = [part for each, part in told if each == stage]
        assert parts == sorted(parts)
        assert 0 <= parts[0] < parts[-1] <= 1


def test_what_the_log_beside_the_file_holds_goes_along(path):
    with opened(path) as (store, record):
        changes.perform(store, record, changes.unlog(record, FIRST, (), NOW), NOW)
        kept = {name: path.with_name(name).read_bytes() for name in (path.name, path.name + "-wal")}
    for name, data in kept.items():  # as a killed process leaves it
        path.with_name(name).write_bytes(data)
    rekey(path, None, KEY)
    with opened(path, KEY) as (_, record):
        assert FIRST not in record.facts.entries or record.facts.entries[FIRST].is_empty


def test_a_link_stays_a_link(path, tmp_path):
    link = tmp_path / "link.journal"
    link.symlink_to(path)
    rekey(link, None, KEY)
    assert link.is_symlink()
    assert database.standing(path) is Standing.ENCRYPTED


def refused(path: Path, key: Key | None, new_key: Key | None) -> Trouble:
    before = path.read_bytes()
    with pytest.raises(JournalUnavailable) as error:
        rekey(path, key, new_key)
    assert path.read_bytes() == before
    assert not database.part_of(path).exists()
    return error.value.trouble


def test_a_journal_that_is_open_elsewhere_is_refused_and_stays(path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with opened(path) as (store, record):
        assert refused(path, None, KEY) is Trouble.LOCKED
        changes.perform(store, record, changes.unlog(record, FIRST, (), NOW), NOW)
    rekey(path, None, KEY)
    assert database.standing(path) is Standing.ENCRYPTED


def test_nobody_gets_in_while_the_copy_is_made(path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    seen = []
    verify = rekeying._verify

    def verified(*given):
        with pytest.raises(JournalUnavailable) as error:
            JournalStore.open(path, create=False)
        seen.append(error.value.trouble)
        verify(*given)

    monkeypatch.setattr(rekeying, "_verify", verified)
    rekey(path, None, KEY)
    assert seen == [Trouble.LOCKED]


def test_a_copy_that_differs_never_takes_the_place(path, monkeypatch):
    copy = rekeying._copy

    def spoiled(connection, part, new_key):
        copy(connection, part, new_key)
        with closing(database.connect(part, new_key)) as made:
            made.execute("DELETE FROM entry_version")

    before = held(path, None)
    monkeypatch.setattr(rekeying, "_copy", spoiled)
    with pytest.raises(JournalUnavailable) as error:
        rekey(path, None, KEY)
    assert (error.value.trouble, error.value.detail) == (Trouble.DAMAGED, "entry_version")
    assert held(path, None) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_disk_that_runs_full_leaves_the_old_file(path):
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom tests.store.test_rekeying import KEY, rekey\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\nrekey(Path(sys.argv[1]), None, KEY)"
    )
    before = held(path, None)
    ran = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert "Trouble.DISK_FULL" in ran.stderr
    assert held(path, None) == before
    assert not database.part_of(path).exists()


def test_the_wrong_key_and_no_key_change_nothing(path):
    rekey(path, None, KEY)
    assert refused(path, OTHER, None) is Trouble.PASSPHRASE
    assert refused(path, None, None) is Trouble.NO_PASSPHRASE


def test_a_missing_journal_is_not_made(tmp_path):
    with pytest.raises(JournalUnavailable) as error:
        rekey(tmp_path / "none.journal", None, KEY)
    assert error.value.trouble is Trouble.MISSING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_killed_at_any_moment_it_is_the_old_or_the_new(path):
    with opened(path) as (store, _):
        for _ in range(4):
            changes.keep_photo(store, prepared(random.randbytes(300_000)), FIRST, View.LEFT, NOW)
    before = held(path, None)
    code = (
        "import sys\nfrom pathlib import Path\nfrom tests.store.test_rekeying import KEY, rekey\n"
        "path = Path(sys.argv[1])\nprint(flush=True)\n"
        "key = None\nwhile True:\n    rekey(path, key, KEY if key is None else None)\n"
        "    key = KEY if key is None else None\n    print(flush=True)"
    )
    found = set()
    for number in range(KILLS):
        key = KEY if database.standing(path) is Standing.ENCRYPTED else None
        if key is not None:
            rekey(path, key, None)
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(1 + number % 2):  # one in two is killed when the first change is done
            process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(number // 2 * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        standing = database.standing(path)
        found.add(standing)
        assert held(path, KEY if standing is Standing.ENCRYPTED else None) == before
        cold = path.with_name(path.name + "-journal")  # of the change back to the log: killed before it began
        if cold.exists():
            assert cold.read_bytes()[:8] in (b"", bytes(8))
            cold.unlink()
        assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert found == {Standing.JOURNAL, Standing.ENCRYPTED}
