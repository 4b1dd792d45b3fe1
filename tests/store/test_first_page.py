"""An encrypted journal without its first page: its key by a backup's salt, rows and photos under a page made anew."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.errors import BackupRefused
from journal.keeping import salvage_journal
from journal.store.backups import daily
from journal.store.backups.restoring import restore
from journal.store.damaged_key import has_encrypted_copies, key_of_backups, key_of_damaged
from journal.store.key import Key
from journal.store.rekeying import rekey
from tests.store.journals import NOW, content, filled, opened
from tests.store.test_key import KEY

PAGE = 4096


def made(path: Path, how: str) -> None:
    """An encrypted journal whose file came to be in this way, with a backup."""
    filled(path, key=None if how == "passphrase set" else KEY)
    if how == "passphrase set":
        rekey(path, None, KEY)
    with opened(path, KEY) as (store, _):
        found = daily.back_up(store.connection, path, NOW, KEY)
    if how == "restored":
        assert found is not None
        kept = restore(path, found.path, NOW, KEY).kept
        assert kept is not None
        kept.unlink()


def spoiled(path: Path, how: str) -> bytes:
    data = path.read_bytes()
    page = {"zeros": bytes(PAGE), "noise": os.urandom(PAGE), "tail": data[:16] + os.urandom(PAGE - 16)}[how]
    path.write_bytes(page + data[PAGE:])
    return path.read_bytes()


@pytest.mark.parametrize("how", ["from the start", "passphrase set", "restored"])
@pytest.mark.parametrize("spoiling", ["zeros", "noise", "tail"])
def test_everything_comes_back_without_the_first_page(tmp_path: Path, how: str, spoiling: str) -> None:
    path = tmp_path / "my.journal"
    made(path, how)
    with opened(path, KEY) as (_, before):
        pass
    data = spoiled(path, spoiling)
    key = key_of_damaged(path, lambda salt: Key(raw=KEY.raw, salt=salt))
    assert key == KEY
    found = salvage_journal(path, tmp_path / "new.journal", NOW, key)
    assert found.lost == ()
    assert path.read_bytes() == data
    with opened(tmp_path / "new.journal", KEY) as (_, after):
        assert content(after) == content(before)
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_another_key_or_none_is_no_key_of_it(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    made(path, "from the start")
    spoiled(path, "noise")
    other = Key(raw=bytes(32), salt=KEY.salt)
    assert key_of_damaged(path, lambda salt: Key(raw=bytes(32), salt=salt)) is None
    assert key_of_backups(path, lambda salt: Key(raw=bytes(32), salt=salt)) is None
    assert key_of_backups(path, lambda salt: Key(raw=KEY.raw, salt=salt)) == KEY
    assert has_encrypted_copies(path)
    with pytest.raises(BackupRefused):
        salvage_journal(path, tmp_path / "new.journal", NOW + timedelta(1), other)
    assert not (tmp_path / "new.journal").exists()
