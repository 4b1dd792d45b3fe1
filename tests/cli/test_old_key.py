"""Copies from before a change of the passphrase, opened by the passphrase or the recovery sheet of then."""

from pathlib import Path

import pytest

from journal.__main__ import main
from journal.passphrase import is_encrypted
from tests.cli.test_passphrase import backed_up, encrypted, first, second, written

__all__ = ["encrypted", "first", "second"]


@pytest.fixture
def sheet(encrypted, first):
    """The groups of the first sheet, in a file."""
    return written("sheet", encrypted.done("passphrase", "sheet", "--passphrase-file", first).out.split(":", 1)[1])


@pytest.fixture
def changed(encrypted, first, second, sheet):
    """A journal under the second passphrase with 7 more, and what was kept aside under the first."""
    (aside,) = backed_up(encrypted, "--passphrase-file", first)
    encrypted.done("passphrase", "change", "--passphrase-file", first, "--new-passphrase-file", second)
    encrypted.days = encrypted.done("days", "--passphrase-file", second).out
    encrypted.done("log", "--redness", "7", "--passphrase-file", second)
    encrypted.aside = aside
    return encrypted


@pytest.mark.parametrize("option", [("--old-passphrase-file", "first"), ("--old-recovery-key-file", "sheet")])
def test_a_restored_one_comes_under_the_passphrase_of_now(changed, second, option):
    said = changed.done("restore", str(changed.aside), "--yes", "--passphrase-file", second, *option).out
    assert "does not open" not in said
    assert "passphrase of this backup" not in said
    assert changed.done("days", "--passphrase-file", second).out == changed.days
    assert is_encrypted(changed.path)


def test_the_sheet_of_then_alone_opens_it_too_and_then_opens_the_journal(changed):
    said = changed.done("restore", str(changed.aside), "--yes", "--recovery-key-file", "sheet").out
    assert "now opens with the passphrase of this backup" in said
    assert changed.done("days", "--passphrase-file", "first").out == changed.days


def test_where_the_journal_is_in_the_open_the_restored_one_is(changed, second):
    changed.done("passphrase", "remove", "--passphrase-file", second)
    changed.done("restore", str(changed.aside), "--yes", "--old-recovery-key-file", "sheet")
    assert not is_encrypted(changed.path)
    assert changed.done("days").out == changed.days


def test_where_no_journal_is_it_opens_as_the_backup_does_and_that_is_said(changed, first):
    changed.path.unlink()
    said = changed.done("restore", str(changed.aside), "--yes", "--old-passphrase-file", first).out
    assert "Here now: nothing." in said
    assert "now opens with the passphrase of this backup" in said
    assert changed.done("days", "--passphrase-file", first).out == changed.days


def test_what_does_not_open_the_backup_is_one_line_that_names_it(changed, second):
    shared = ("restore", str(changed.aside), "--yes", "--passphrase-file", second)
    assert f"{changed.aside}: the passphrase does not fit" in changed.assert_refused(
        *shared, "--old-passphrase-file", second, status=1
    )
    new = changed.done("passphrase", "sheet", "--passphrase-file", second).out.split(":", 1)[1]
    line = changed.assert_refused(*shared, "--old-recovery-key-file", written("new", new), status=1)
    assert f"{changed.aside}: this recovery sheet does not open it" in line
    mistyped = written("mistyped", Path("sheet").read_text().replace(" ", " A", 1))
    assert "recovery key" in changed.assert_refused(*shared, "--old-recovery-key-file", mistyped, status=1)


def test_a_wrong_passphrase_of_the_journal_itself_is_told_as_its_own(changed, first):
    line = changed.assert_refused(
        "restore", str(changed.aside), "--yes", "--passphrase-file", first, "--old-passphrase-file", first, status=1
    )
    assert line == "The passphrase does not fit this journal."


def test_copies_follow_by_the_sheet_of_then(changed, second):
    shared = ("passphrase", "copies", "--passphrase-file", second, "--encrypt", "--old-recovery-key-file")
    assert f"Under the new one: {changed.aside}" in changed.done(*shared, "sheet").out
    assert "opens with that sheet" in changed.done(*shared, "sheet").out
    changed.done("restore", str(changed.aside), "--yes", "--passphrase-file", second)
    assert changed.done("days", "--passphrase-file", second).out == changed.days


@pytest.mark.parametrize(
    "arguments",
    [
        ("restore", "a", "--old-passphrase-file", "a", "--old-recovery-key-file", "a"),
        ("restore", "--undo", "--old-passphrase-file", "a"),
        ("passphrase", "copies", "--encrypt", "--old-passphrase-file", "a", "--old-recovery-key-file", "a"),
        ("passphrase", "copies", "--old-recovery-key-file", "a"),
    ],
)
def test_what_does_not_go_together_is_wrong(command, arguments):
    command.assert_refused(*arguments)


def test_a_backup_in_the_open_needs_nothing_that_is_given_for_it(command, second):
    command.done("log", "--redness", "4")
    command.done("export", "out")
    command.done("import", "out", "--replace")
    (day,) = command.path.with_name(f"{command.path.name}.backups").glob("*.day")
    command.done("passphrase", "set", "--new-passphrase-file", second)
    shared = ("--passphrase-file", second)
    command.done("restore", str(day), "--yes", *shared, "--old-passphrase-file", "none")
    assert is_encrypted(command.path)


def test_what_cannot_be_read_is_told_before_any_copy_is_changed(changed, second):
    changed.path.with_name(f"{changed.path.name}.before-1").write_bytes(plain_journal(changed))
    shared = ("passphrase", "copies", "--encrypt", "--passphrase-file", second)
    assert "missing cannot be read" in changed.assert_refused(*shared, "--old-passphrase-file", "missing", status=1)


def test_what_a_killed_run_left_is_told_as_removed(changed, second):
    left = changed.path.with_name(f".{changed.path.name}.restore")
    left.write_bytes(plain_journal(changed))
    assert changed.done("passphrase", "copies", "--encrypt", "--passphrase-file", second).lines == [f"Removed: {left}"]


def plain_journal(command) -> bytes:
    other = command.path.with_name("other.journal")
    assert main(["--journal", str(other), "log", "--redness", "4"]) == 0
    return other.read_bytes()
