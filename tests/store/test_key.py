"""The key of an encrypted journal: SQLCipher's own derivation, files told apart, nothing of it shown."""

import os
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from journal import changes
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import Copy
from journal.domain.record import Record
from journal.store import database
from journal.store.database import Standing
from journal.store.journal_store import JournalStore
from journal.store.key import Key, key_from_passphrase, new_salt, salt_of
from journal.store.upgrade import upgrade
from tests.store.journals import FIRST, NOW, content, filled, opened

PASSPHRASE = "Grüße 'q\" 日本"
SALT = bytes(range(16))
KEY = Key(raw=bytes(range(100, 132)), salt=SALT)
"""Made without a derivation, which takes a tenth of a second."""
MARKER = b"a picture"


class Encrypted(NamedTuple):
    """A journal under ``KEY`` and what it holds."""

    path: Path
    record: Record


@pytest.fixture
def encrypted(tmp_path):
    path = tmp_path / "my.journal"
    return Encrypted(path, filled(path, key=KEY))


def trouble(path: Path, key: Key | None = None) -> Trouble:
    before = path.read_bytes()
    with pytest.raises(JournalUnavailable) as refused:
        JournalStore.open(path, create=True, key=key)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return refused.value.trouble


def quoted(passphrase: str) -> str:
    return passphrase.replace("'", "''")


def test_a_derived_key_opens_what_the_engine_made_with_the_passphrase(tmp_path):
    path = tmp_path / "made.db"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key='{quoted(PASSPHRASE)}'")
        connection.execute("CREATE TABLE seen (word)")
    key = key_from_passphrase(unicodedata.normalize("NFD", PASSPHRASE), salt_of(path))
    with closing(dbapi2.connect(str(path))) as connection:
        database.give_key(connection, key)
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("seen",)]


def test_the_engine_opens_with_the_passphrase_what_a_derived_key_made(tmp_path):
    path = tmp_path / "my.journal"
    filled(path, key=key_from_passphrase(PASSPHRASE, new_salt()))
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key='{quoted(PASSPHRASE)}'")
        assert connection.execute("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)
        assert connection.execute("PRAGMA auto_vacuum").fetchone() == (2,)


def test_a_key_shows_nothing_of_itself():
    shown = f"{KEY!r} {KEY}"
    assert KEY.raw.hex() not in shown
    assert repr(KEY.raw) not in shown
    with pytest.raises(ValueError, match=r"^$"):
        Key(raw=b"short", salt=SALT)


def test_an_encrypted_journal_reads_back_whole_and_shows_nothing_on_the_disk(encrypted):
    path, record = encrypted
    assert salt_of(path) == KEY.salt
    store, read = changes.open_journal(path, create=False, key=KEY)
    with closing(store):
        assert content(read) == content(record)
        assert store.key == KEY
        assert store.check() == ()
        with closing(store.open_again()) as again:
            assert again.photo_bytes(record.photos[0].id, Copy.ORIGINAL) == MARKER
        changes.perform(store, read, changes.unlog(read, FIRST, (), NOW), NOW)
        for file in path.parent.iterdir():
            data = file.read_bytes()
            assert not any(marker in data for marker in (MARKER, b"SQLite format", b"CREATE TABLE", b"Clinic"))


def test_a_plain_journal_and_a_journal_without_a_file_need_no_key(tmp_path):
    path = tmp_path / "plain.journal"
    record = filled(path)
    with closing(JournalStore.open(path, create=False, key=KEY)) as store:
        assert store.key is None
    with opened(path) as (_, read):
        assert content(read) == content(record)
    with closing(JournalStore.open(tmp_path / "none.journal", create=True, key=KEY)) as store:
        assert store.is_new
        assert store.key == KEY


def test_no_key_and_a_wrong_one_are_told_apart(encrypted):
    wrong = Key(raw=bytes(32), salt=SALT)
    assert database.standing(encrypted.path) is Standing.ENCRYPTED
    assert trouble(encrypted.path) is Trouble.NO_PASSPHRASE
    assert trouble(encrypted.path, wrong) is Trouble.PASSPHRASE


def test_a_damaged_first_page_is_no_wrong_passphrase(encrypted):
    with encrypted.path.open("r+b") as file:
        file.seek(2000)
        byte = file.read(1)[0]
        file.seek(2000)
        file.write(bytes([byte ^ 1]))
    assert trouble(encrypted.path, KEY) is Trouble.DAMAGED


def test_another_programs_cipher_text_is_not_a_journal(tmp_path):
    path = tmp_path / "other.db"
    with closing(dbapi2.connect(str(path))) as connection:
        database.give_key(connection, KEY)
        connection.execute("CREATE TABLE seen (word)")
    assert trouble(path, KEY) is Trouble.NOT_A_JOURNAL


def test_a_newer_encrypted_journal_is_left_as_it_is(encrypted):
    with closing(database.connect(encrypted.path, KEY)) as connection:
        connection.execute(f"PRAGMA user_version={database.SCHEMA_VERSION + 1}")
    assert trouble(encrypted.path, KEY) is Trouble.NEWER


@pytest.mark.parametrize(
    "data",
    [b"text " * 4000, bytes(8192), b"\xff\xd8\xff" + os.urandom(9000), os.urandom(300), b"SQLite format 3"],
    ids=["text", "zeros", "jpeg", "too short", "cut off"],
)
def test_what_is_no_cipher_text_is_not_asked_for_a_passphrase(tmp_path, data):
    path = tmp_path / "other.journal"
    path.write_bytes(data)
    assert trouble(path, KEY) is Trouble.NOT_A_JOURNAL


def test_random_bytes_are_opened_by_no_key(tmp_path):
    path = tmp_path / "noise.journal"
    path.write_bytes(os.urandom(40_960))
    assert trouble(path) is Trouble.NO_PASSPHRASE
    assert trouble(path, KEY) is Trouble.PASSPHRASE


def test_the_copy_before_an_upgrade_has_the_same_key(encrypted):
    later = Migrations("journal")

    @later()
    def m999_later(db: Database) -> None:
        db.table("later").create({"id": int}, pk="id", strict=True)

    following = database.SCHEMA_VERSION + 1
    with closing(database.connect(encrypted.path, KEY)) as connection:
        upgrade(connection, encrypted.path, later, database.APPLICATION_ID, following, KEY)
    copy = encrypted.path.with_name(f"my.journal.before-{following}")
    with opened(copy, KEY) as (_, read):
        assert content(read) == content(encrypted.record)
    assert salt_of(copy) == KEY.salt
