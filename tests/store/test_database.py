"""Opening: what is refused is left as it is, what is ours is set up as it must be."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from journal import changes
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Refusal, Trouble, ValueRefused
from journal.store import database
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, TODAY, filled, load, opened, reread


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.journal"


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder, and no rights beyond those of an ordinary user while the test runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() != 0:
            yield folder
            folder.chmod(0o700)
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)
            folder.chmod(0o700)


def trouble_of(path: Path, *, create: bool = False) -> Trouble:
    with pytest.raises(JournalUnavailable) as caught:
        changes.open_journal(path, create=create)
    return caught.value.trouble


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def log_something(path: Path) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=4), NOW), NOW)


def test_a_missing_journal_is_refused_to_a_reader_and_not_made(path: Path) -> None:
    assert trouble_of(path) is Trouble.MISSING
    assert not path.exists()


def test_looking_at_a_new_journal_makes_no_file(path: Path) -> None:
    with opened(path) as (store, record):
        assert record.is_empty
        assert store.check() == ()
        assert not store.has_changed_outside()

    assert not path.exists()


def test_a_refused_value_makes_no_file(path: Path) -> None:
    with opened(path) as (_, record), pytest.raises(ValueRefused):
        changes.log(record, TODAY, Answers(redness=11), NOW)

    assert not path.exists()


def test_a_file_of_no_bytes_is_a_new_journal(path: Path) -> None:
    path.touch()
    store, record = changes.open_journal(path, create=False)

    assert record.is_empty
    assert path.stat().st_size == 0
    changes.perform(store, record, changes.log(record, TODAY, Answers(redness=4), NOW), NOW)
    store.close()
    assert reread(path).facts.entries[TODAY].redness == 4


def test_only_the_owner_may_read_the_file_and_its_log(path: Path) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=4), NOW), NOW)

        assert names_in(path.parent) == ["my.journal", "my.journal-shm", "my.journal-wal"]
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}


def test_a_journal_that_others_could_read_is_made_private(path: Path) -> None:
    log_something(path)
    path.chmod(0o644)
    reread(path)

    assert mode(path) == 0o600


def test_the_programs_own_folder_is_made_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "own.journal"
    store, record = changes.open_journal(path, create=True, makes_folder=True)

    assert not path.parent.exists()
    changes.perform(store, record, changes.log(record, TODAY, Answers(redness=4), NOW), NOW)
    store.close()
    assert mode(path.parent) == 0o700


def test_the_default_journal_brings_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = changes.default_journal()
    log_something(path)

    assert mode(path.parent) == 0o700


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("auto_vacuum", 2),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("application_id", database.APPLICATION_ID),
        ("user_version", database.SCHEMA_VERSION),
    ],
)
def test_a_journal_is_open_as_it_should_be(path: Path, pragma: str, value: object) -> None:
    log_something(path)
    with opened(path) as (store, _):
        assert store.connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_every_table_is_strict(path: Path) -> None:
    log_something(path)
    with opened(path) as (store, _):
        tables = store.connection.execute("PRAGMA table_list").fetchall()

    assert {row[1] for row in tables if not row[5]} == {"sqlite_schema", "sqlite_temp_schema", "_sqlite_migrations"}


def test_a_closed_journal_is_one_file(path: Path) -> None:
    filled(path)

    assert names_in(path.parent) == ["my.journal"]


@pytest.mark.parametrize("content", [b"hello", b"hello world" * 1000, b"SQLite format 3\x00", b"\x00" * 5000])
def test_what_is_not_a_database_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert trouble_of(path, create=True) is Trouble.NOT_A_JOURNAL
    assert path.read_bytes() == content
    assert names_in(path.parent) == ["my.journal"]


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE songs (title)")
    connection.close()
    content = path.read_bytes()

    assert trouble_of(path, create=True) is Trouble.NOT_A_JOURNAL
    assert path.read_bytes() == content
    assert names_in(path.parent) == ["my.journal"]


@pytest.mark.parametrize("kind", ["VIEW evil AS SELECT 1", "TRIGGER evil AFTER INSERT ON entry BEGIN SELECT 1; END"])
def test_a_journal_with_code_in_it_is_not_ours(path: Path, kind: str) -> None:
    log_something(path)
    with opened(path) as (store, _):
        store.connection.execute(f"CREATE {kind}")

    assert trouble_of(path) is Trouble.NOT_A_JOURNAL


def set_version(path: Path, version: int) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA user_version={version}")
    connection.close()


def test_a_newer_journal_is_left_as_it_is(path: Path) -> None:
    log_something(path)
    set_version(path, database.SCHEMA_VERSION + 1)
    content = path.read_bytes()

    assert trouble_of(path, create=True) is Trouble.NEWER
    assert path.read_bytes() == content
    assert names_in(path.parent) == ["my.journal"]


def test_a_newer_version_that_is_only_in_the_log_is_seen(path: Path, tmp_path: Path) -> None:
    log_something(path)
    writer = dbapi2.connect(str(path), isolation_level=None)
    writer.execute(f"PRAGMA user_version={database.SCHEMA_VERSION + 1}")
    killed = tmp_path / "killed" / path.name
    killed.parent.mkdir()
    for ending in ("", "-wal"):
        (killed.parent / (path.name + ending)).write_bytes((path.parent / (path.name + ending)).read_bytes())
    content = {ending: (killed.parent / (path.name + ending)).read_bytes() for ending in ("", "-wal")}

    assert trouble_of(killed) is Trouble.NEWER
    assert {ending: (killed.parent / (path.name + ending)).read_bytes() for ending in content} == content
    writer.close()


def test_a_missing_folder_is_named_as_that(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "my.journal"

    assert trouble_of(path, create=True) is Trouble.FOLDER_GONE
    assert trouble_of(path) is Trouble.FOLDER_GONE
    assert not path.parent.exists()


def test_a_file_in_the_folders_place_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert trouble_of(tmp_path / "file" / "my.journal", create=True) is Trouble.FOLDER_GONE


def test_a_folder_is_not_a_journal(tmp_path: Path) -> None:
    assert trouble_of(tmp_path, create=True) is Trouble.NOT_A_JOURNAL


def test_a_folder_without_permission_is_told(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)

    assert trouble_of(ordinary_folder / "my.journal", create=True) is Trouble.NO_PERMISSION


def test_a_file_without_permission_is_told(ordinary_folder: Path) -> None:
    path = ordinary_folder / "my.journal"
    log_something(path)
    path.chmod(0)

    assert trouble_of(path) is Trouble.NO_PERMISSION


def test_a_read_only_journal_can_be_read_and_says_that_it_cannot_be_written(ordinary_folder: Path) -> None:
    path = ordinary_folder / "my.journal"
    log_something(path)
    path.chmod(0o400)
    with opened(path) as (store, record):
        assert record.facts.entries[TODAY].redness == 4
        with pytest.raises(JournalUnavailable) as caught:
            changes.perform(store, record, changes.log(record, TODAY, Answers(redness=5), NOW), NOW)

    assert caught.value.trouble is Trouble.READ_ONLY


def test_reading_a_read_only_journal_leaves_nothing_beside_it(ordinary_folder: Path) -> None:
    path = ordinary_folder / "my.journal"
    log_something(path)
    path.chmod(0o400)
    with opened(path) as (store, _):
        assert store.check() == ()

    assert names_in(ordinary_folder) == ["my.journal"]


def test_a_journal_in_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(ordinary_folder: Path) -> None:
    path = ordinary_folder / "my.journal"
    log_something(path)
    ordinary_folder.chmod(0o500)
    with opened(path) as (store, record):
        assert record.facts.entries[TODAY].redness == 4
        with pytest.raises(JournalUnavailable) as caught:
            changes.perform(store, record, changes.log(record, TODAY, Answers(redness=5), NOW), NOW)

    assert caught.value.trouble is Trouble.READ_ONLY
    assert names_in(ordinary_folder) == ["my.journal"]


@pytest.mark.parametrize("at", [100, 4100, 20_000])
def test_a_journal_with_pages_overwritten_is_damaged(path: Path, at: int) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[at : at + 3000] = b"\xa5" * 3000
    path.write_bytes(bytes(content))

    assert found_by_opening_or_check(path)


def test_each_fault_of_a_damaged_file_is_one_line(path: Path) -> None:
    filled(path)
    content = bytearray(path.read_bytes())
    content[4096 : 2 * 4096] = b"\xa5" * 4096
    path.write_bytes(bytes(content))
    with opened(path) as (store, _):
        faults = store.check()

    assert len(faults) > 1
    assert all(len(fault.detail.splitlines()) <= 1 for fault in faults)


def found_by_opening_or_check(path: Path) -> bool:
    try:
        with opened(path) as (store, _):
            return store.check() != ()
    except JournalUnavailable as error:
        return error.trouble is Trouble.DAMAGED


def test_a_journal_that_is_cut_off_is_damaged(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:8192])

    assert trouble_of(path) is Trouble.DAMAGED


def test_two_new_windows_on_one_place_make_one_journal(path: Path) -> None:
    first, _ = changes.open_journal(path, create=True)
    second, empty = changes.open_journal(path, create=True)
    changes.perform(second, empty, changes.log(empty, TODAY, Answers(redness=4), NOW), NOW)

    assert first.has_changed_outside()
    assert load(first).entries[TODAY].redness == 4
    first.close()
    second.close()


def test_another_connections_writing_is_seen_once(path: Path) -> None:
    log_something(path)
    with opened(path) as (store, _):
        log_again = store.open_again()
        record = reread(path)
        changes.perform(log_again, record, changes.log(record, TODAY, Answers(redness=7), NOW), NOW)
        log_again.close()

        assert store.has_changed_outside()
        assert not store.has_changed_outside()


def test_no_photo_is_in_a_new_journal(path: Path) -> None:
    from journal.domain.photo import Copy

    with opened(path) as (store, _), pytest.raises(ValueRefused) as caught:
        store.photo_bytes(1, Copy.ORIGINAL)

    assert caught.value.refusal is Refusal.NO_PHOTO
    assert isinstance(store, JournalStore)


def run(path: Path, *statements: str) -> None:
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        for statement in ("PRAGMA writable_schema=ON", *statements):
            connection.execute(statement)


def test_an_index_that_does_not_fit_is_no_sound_file_but_passes_the_quick_look(tmp_path: Path) -> None:
    path = tmp_path / "file"
    run(
        path,
        "CREATE TABLE one (a)",
        "CREATE TABLE two (a)",
        "CREATE INDEX of_one ON one (a)",
        "INSERT INTO one VALUES (1)",
    )
    run(path, "DELETE FROM sqlite_schema WHERE name = 'of_one'")
    with closing(database.connect(path)) as connection:
        connection.execute("UPDATE one SET a = 2")
    run(path, "INSERT INTO sqlite_schema VALUES ('index', 'of_one', 'one', 4, 'CREATE INDEX of_one ON one (a)')")
    with closing(database.connect(path)) as connection:
        looks = [database.is_sound(connection), database.is_sound(connection, quick=True)]
        tables = [database.is_sound(connection, name) for name in ("one", "two")]
    assert (looks, tables) == ([False, True], [False, True])
