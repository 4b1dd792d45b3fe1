"""Every released schema opens, and a migration is whole or has not been."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import Hold, Holder
from journal.store import database
from journal.store.migrations import MIGRATIONS
from journal.store.upgrade import upgrade
from tests.store.journals import content, filled, opened, reread
from tests.store.newer import filled_with_all
from tests.test_holding import holding

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"))
HELD = {"1": filled, "2": filled_with_all, "3": filled_with_all}
NEXT = database.SCHEMA_VERSION + 1


def schema(path: Path) -> set[str]:
    with closing(dbapi2.connect(str(path))) as connection:
        return {row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}


def number(path: Path, pragma: str) -> int:
    with closing(dbapi2.connect(str(path))) as connection:
        return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def test_every_released_schema_is_kept() -> None:
    assert [int(path.stem) for path in SCHEMAS] == list(range(1, database.SCHEMA_VERSION + 1))


@pytest.mark.parametrize("source", SCHEMAS, ids=lambda path: path.stem)
def test_a_file_of_every_released_schema_opens_as_what_it_held(source: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.journal"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.executescript(source.read_text(encoding="utf-8"))
    expected = HELD[source.stem](tmp_path / "new.journal")

    assert content(reread(path)) == content(expected)
    assert schema(path) == schema(tmp_path / "new.journal")
    assert number(path, "user_version") == database.SCHEMA_VERSION
    with opened(path) as (store, _):
        assert store.check() == ()


@pytest.mark.parametrize("source", SCHEMAS[:-1], ids=lambda path: path.stem)
def test_a_file_that_another_programs_window_has_is_left_as_it_is(source: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.journal"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.executescript(source.read_text(encoding="utf-8"))
    before = path.read_bytes()

    with holding(path, Holder.WINDOW) as window:
        with pytest.raises(JournalUnavailable) as caught:
            reread(path)
        assert caught.value.trouble is Trouble.HELD
        assert path.read_bytes() == before
        window.kill()
    hold = Hold(path, Holder.WINDOW)
    assert hold.take()
    assert any(content(reread(path)))  # its own window brings it up to date
    hold.release()
    assert number(path, "user_version") == database.SCHEMA_VERSION


def later(*, fails: bool = False) -> Migrations:
    migrations = Migrations("journal")

    @migrations()
    def m001_first_tables(db: Database) -> None:
        pytest.fail("it was applied when the file was made")

    @migrations()
    def m002_plans_answers_and_photo_facts(db: Database) -> None:
        pytest.fail("it was applied when the file was made")

    @migrations()
    def m003_tally(db: Database) -> None:
        pytest.fail("it was applied when the file was made")

    @migrations()
    def m004_next(db: Database) -> None:
        db.table("extra").create({"id": int}, pk="id", strict=True)
        if fails:
            db.execute("INSERT INTO nowhere VALUES (1)")

    return migrations


def test_a_journal_is_copied_before_a_later_migration(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    before = filled(path)
    with closing(database.connect(path)) as connection:
        upgrade(connection, path, later(), database.APPLICATION_ID, NEXT)
    copy = tmp_path / f"my.journal.before-{NEXT}"

    assert number(path, "user_version") == NEXT
    assert path.read_bytes()[60:64] == NEXT.to_bytes(4, "big")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert content(reread(copy)) == content(before)


def test_a_migration_that_fails_has_not_been(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    before = filled(path)
    tables = schema(path)
    with closing(database.connect(path)) as connection, pytest.raises(dbapi2.OperationalError):
        upgrade(connection, path, later(fails=True), database.APPLICATION_ID, NEXT)

    assert content(reread(path)) == content(before)
    assert schema(path) == tables


def test_there_is_one_migration_a_version(tmp_path: Path) -> None:
    filled(tmp_path / "my.journal")
    with closing(database.connect(tmp_path / "my.journal")) as connection:
        applied = MIGRATIONS.applied(Database(connection))

    assert len(applied) == database.SCHEMA_VERSION


def test_a_new_file_is_written_in_one_transaction(tmp_path: Path) -> None:
    """Else a kill between two would leave a file that is nobody's."""
    path = tmp_path / "new.journal"
    migrations = Migrations("journal")

    @migrations()
    def m001_first_tables(db: Database) -> None:
        db.table("entry").create({"day": str})
        sizes.append(path.stat().st_size)
        raise RuntimeError

    sizes: list[int] = []
    path.touch()
    with closing(database.connect(path)) as connection, pytest.raises(RuntimeError):
        upgrade(connection, path, migrations, database.APPLICATION_ID, 1)

    assert sizes == [0]
    assert path.stat().st_size == 0


def test_a_new_file_gives_room_back(tmp_path: Path) -> None:
    filled(tmp_path / "new.journal")

    assert number(tmp_path / "new.journal", "auto_vacuum") == 2
