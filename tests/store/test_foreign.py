"""A journal file from elsewhere whose schema carries more than a journal has: refused, and left as it is."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest
from sqlcipher3 import dbapi2

from journal.domain.errors import BackupRefused, JournalUnavailable, Trouble
from journal.domain.photo import Copy
from journal.keeping import Keeping
from journal.store import database
from journal.store.backups import photo_store
from journal.store.backups.restoring import compare, restore
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from tests.store.journals import NOW, filled

Spoil = Callable[[Path], None]


def by(*statements: str) -> Spoil:
    def spoil(path: Path) -> None:
        with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute("PRAGMA journal_mode=DELETE")

    return spoil


def written_over(table: str, old: str, new: str) -> Spoil:
    """The schema's own text changed, as no statement would let one."""
    change = f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'"
    return by("PRAGMA writable_schema=ON", change, "PRAGMA writable_schema=RESET")


HOSTILE: dict[str, Spoil] = {
    "a view": by("CREATE VIEW seen AS SELECT * FROM entry"),
    "a view in a table's place": by("ALTER TABLE entry RENAME TO plan2", "CREATE VIEW entry AS SELECT * FROM plan2"),
    "a trigger": by("CREATE TRIGGER after_entry AFTER INSERT ON entry BEGIN DELETE FROM photo; END"),
    "a virtual table": by("CREATE VIRTUAL TABLE words USING fts5(text)"),
    "a foreign table": by("CREATE TABLE other (id INTEGER) STRICT"),
    "a foreign column": by("ALTER TABLE entry ADD COLUMN other TEXT"),
    "a generated column": by("ALTER TABLE entry ADD COLUMN name TEXT AS (upper(note)) VIRTUAL"),
    "a reckoned default": written_over("entry", '"note" TEXT NOT NULL', '"note" TEXT DEFAULT (1 + 1)'),
    "a check": by("ALTER TABLE entry ADD COLUMN name TEXT CHECK (length(name) < 5)"),
    "a collation": by("ALTER TABLE entry ADD COLUMN name TEXT COLLATE nocase"),
    "a foreign index": by("CREATE INDEX idx_other ON entry (note)"),
    "an index of another table": by("DROP INDEX idx_photo_day", "CREATE INDEX idx_photo_day ON entry (day)"),
    "an index of an expression": by("DROP INDEX idx_photo_day", "CREATE INDEX idx_photo_day ON photo (abs(day))"),
    "a partial index": by("DROP INDEX idx_photo_day", "CREATE INDEX idx_photo_day ON photo (day) WHERE day > 1"),
    "a table of any types": written_over("entry", ") STRICT", ")"),
    "a comment": written_over("entry", "CREATE TABLE", "CREATE /* x */ TABLE"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "made.journal"
    filled(path)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(copy(made, tmp_path / "my.journal"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_schema_that_is_not_ours_is_refused_everywhere(path: Path, tmp_path: Path, name: str) -> None:
    HOSTILE[name](path)
    before = path.read_bytes()
    for look in (lambda: JournalStore.open(path, create=False), lambda: faults_of_file(path)):
        with pytest.raises(JournalUnavailable) as caught:
            look()
        assert caught.value.trouble is Trouble.NOT_A_JOURNAL
    mine = tmp_path / "mine.journal"
    for bring in (lambda: compare(mine, path), lambda: restore(mine, path, NOW)):
        with pytest.raises(BackupRefused) as refused:
            bring()
        assert refused.value.trouble is Trouble.NOT_A_JOURNAL
    assert path.read_bytes() == before
    assert not mine.exists()


@pytest.mark.parametrize("statement", ["CREATE VIEW seen AS SELECT * FROM picture", "CREATE TABLE other (id INTEGER)"])
def test_a_backups_photo_file_that_holds_more_is_refused(path: Path, statement: str) -> None:
    keeping = Keeping(path, None)
    assert keeping.back_up(NOW) is not None
    folder = keeping.folder
    by(statement)(folder / photo_store.NAME)
    with pytest.raises(JournalUnavailable) as caught, photo_store.opened(folder, None, reads_only=True):
        pytest.fail("it was opened")
    assert caught.value.trouble is Trouble.NOT_A_JOURNAL


def test_the_engine_is_set_as_for_files_from_elsewhere(path: Path) -> None:
    with closing(database.connect(path)) as connection:
        set_to = {name: database.number(connection, name) for name in ("trusted_schema", "cell_size_check")}
        assert set_to == {"trusted_schema": 0, "cell_size_check": 1}
        assert connection.execute("PRAGMA mmap_size").fetchone() in {None, (0,)}
        with pytest.raises(dbapi2.OperationalError, match="not authorized"):
            connection.execute("SELECT load_extension('x')")


def test_a_picture_that_is_text_is_damage(path: Path) -> None:
    written_over("picture", '"data" BLOB', '"data" TEXT')(path)
    by("UPDATE picture SET data = CAST('x' AS TEXT)")(path)
    store = JournalStore.open(path, create=False)
    with closing(store), pytest.raises(JournalUnavailable) as caught:
        store.photo_bytes(1, Copy.ORIGINAL)
    assert caught.value.trouble is Trouble.DAMAGED
    assert faults_of_file(path)
