"""``salvage`` of an encrypted journal whose first page is gone: by passphrase or sheet, with the salt of a backup."""

from pathlib import Path

import pytest

from journal.domain.errors import JournalUnavailable
from journal.keeping import keeping_of
from journal.passphrase import key_by_passphrase
from tests.cli.conftest import picture
from tests.store.journals import NOW

PAGE = 4096


@pytest.fixture
def headless(treated):
    """An encrypted journal, its first page gone, an automatic backup beside it; passphrase and sheet in files."""
    Path("pass").write_text("correct horse\n")
    Path("other").write_text("wrong horse\n")
    treated.done("log", "--redness", "4")
    treated.done("photo", "add", picture(Path("one.jpg")), "--date", "2026-11-21")
    sheet = treated.done("passphrase", "set", "--new-passphrase-file", "pass").lines[-2:]
    Path("sheet").write_text("\n".join(sheet))
    key = key_by_passphrase(treated.path, "correct horse")
    keeping_of(treated.path, key).back_up(NOW)
    treated.path.write_bytes(bytes(PAGE) + treated.path.read_bytes()[PAGE:])
    return treated


@pytest.mark.parametrize("option", [("--passphrase-file", "pass"), ("--recovery-key-file", "sheet")])
def test_a_journal_without_its_first_page_is_salvaged(headless, option):
    data = headless.path.read_bytes()

    said = headless.done("salvage", str(headless.path), "new.journal", *option).out
    assert "verified, 1 day, 1 photo" in said
    assert headless.path.read_bytes() == data
    days = headless.done("--journal", "new.journal", "days", "--json", "--passphrase-file", "pass").json
    assert days[-1]["redness"] == 4


@pytest.mark.parametrize("option", [("--passphrase-file", "other"), ()])
def test_without_what_opens_it_nothing_is_made(headless, option):
    headless.assert_refused("salvage", str(headless.path), "new.journal", *option, status=1)
    assert not Path("new.journal").exists()


def test_no_backup_beside_means_that_the_salt_is_lost(headless):
    for each in headless.path.parent.glob("*.backups/*.day"):
        each.unlink()
    headless.assert_refused("salvage", str(headless.path), "new.journal", "--passphrase-file", "pass", status=1)
    with pytest.raises(JournalUnavailable):
        key_by_passphrase(headless.path, "correct horse")


def test_the_backups_of_an_emptied_journal_are_counted_with_its_passphrase_and_restored(headless):
    headless.path.write_bytes(b"")
    for name in (str(headless.path), "gone.journal"):
        line = headless.assert_refused("salvage", name, "new.journal", "--passphrase-file", "pass", status=1)
        assert "passphrase" not in line
    assert [each["days"] for each in headless.done("backups", "--json").json] == [None]
    (backup,) = headless.done("backups", "--json", "--passphrase-file", "pass").json
    assert (backup["days"], backup["photos"]) == (1, 1)
    assert "does not fit" in headless.assert_refused("backups", "--passphrase-file", "other", status=1)
    headless.done("restore", backup["file"], "--passphrase-file", "pass")
    assert headless.done("days", "--json", "--passphrase-file", "pass").json[-1]["redness"] == 4
