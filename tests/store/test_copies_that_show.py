"""What lies in the open is named, also damaged or through a link, and nothing is called done that is not."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from journal import passphrase
from journal.keeping import keeping_of
from journal.store import traces
from journal.store.backups import place
from journal.store.key import PAGE_BYTES
from tests.store.journals import NOW, content, filled, reread

RESTORE = "my.journal.before-restore-2026-11-20-101010"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "my.journal"
    filled(path)
    return path


def beheaded(source: Path, target: Path) -> Path:
    target.write_bytes(bytes(PAGE_BYTES) + source.read_bytes()[PAGE_BYTES:])
    return target


@pytest.mark.parametrize("name", [RESTORE, "my.journal.before-2", "my.journal.salvaged", ".my.journal.restore"])
def test_a_damaged_copy_without_its_first_page_still_lies_in_the_open(path: Path, name: str) -> None:
    copy = beheaded(path, path.with_name(name))
    key = passphrase.set_passphrase(path, "a passphrase")
    assert passphrase.copies_in_the_open(path) == (copy,)
    if not name.startswith("."):
        assert passphrase.encrypt_copies(path, [copy], key) == (copy,)
    assert passphrase.remove_copies(path, [copy]) == ()
    assert not copy.exists()


@pytest.mark.parametrize("name", ["my.journal.before-the-visit.pdf", "my.journal.new"])
def test_a_file_of_another_kind_under_a_name_of_somebodys_own_does_not(path: Path, name: str) -> None:
    path.with_name(name).write_bytes(b"%PDF-1.4 " + b"of the visit " * 1000)
    passphrase.set_passphrase(path, "a passphrase")
    assert passphrase.copies_in_the_open(path) == ()


def test_a_database_of_another_program_does_not(path: Path) -> None:
    own = path.with_name("my.journal.before-the-visit.db")
    with closing(dbapi2.connect(str(own))) as connection:
        connection.execute("CREATE TABLE visit (day TEXT)")
        connection.commit()
    passphrase.set_passphrase(path, "a passphrase")
    assert passphrase.copies_in_the_open(path) == ()
    assert passphrase.remove_copies(path, [own]) == ()
    assert own.exists()


def test_an_encrypted_copy_without_its_first_page_does_not(path: Path) -> None:
    passphrase.set_passphrase(path, "a passphrase")
    beheaded(path, path.with_name(RESTORE))
    assert passphrase.copies_in_the_open(path) == ()


def test_a_link_is_neither_replaced_nor_removed_and_stays_named(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "elsewhere" / "own.journal"
    own.parent.mkdir()
    filled(own)
    link = path.with_name(RESTORE)
    link.symlink_to(own)
    key = passphrase.set_passphrase(path, "a passphrase")
    assert passphrase.encrypt_copies(path, [link], key) == (link,)
    assert passphrase.remove_copies(path, [link]) == (link,)
    assert passphrase.copies_in_the_open(path) == (link,)
    assert content(reread(link)) == content(reread(own))


def test_backups_elsewhere_are_the_same_through_every_link(path: Path, tmp_path: Path) -> None:
    disk, link = tmp_path / "disk", tmp_path / "link.journal"
    disk.mkdir()
    link.symlink_to(path)
    keeping_of(path).choose_folder(disk)
    keeping_of(link).back_up(NOW)
    assert [each.name for each in disk.iterdir()] == ["my.journal.backups"]
    assert keeping_of(path).backups() == keeping_of(link).backups() != ()


def test_backups_elsewhere_under_the_name_of_a_link_are_still_known(path: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    keeping_of(path).choose_folder(disk)
    keeping_of(path).back_up(NOW)
    old = (disk / "my.journal.backups").rename(disk / "link.journal.backups")  # as it was called before
    assert [each.path.parent for each in keeping_of(path).backups()] == [old]
    assert old in place.all_folders(path)
    (disk / "other.journal.backups").mkdir()
    assert disk / "other.journal.backups" not in place.all_folders(path)


@pytest.mark.parametrize("name", ["photos.zip", "my.journal.before-restore-notes", "a.pdf", "my.journal.new"])
def test_a_name_of_somebodys_own_is_not_one_of_ours(name: str) -> None:
    assert not traces.is_named_here(Path(name))
