"""``passphrase``: set, change, remove, the recovery key; every command with a passphrase from a file, never waiting."""

import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import Hold, Holder
from journal.passphrase import is_encrypted, set_passphrase
from tests.cli.conftest import picture

PASSPHRASE = "Grüße, kalter See"
OTHER = "another one"


def written(name: str, text: str | bytes) -> str:
    """A file in the working folder; its name."""
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


@pytest.fixture
def first(folder):
    return written("first", f"{PASSPHRASE}\nsecond line")


@pytest.fixture
def second(folder):
    return written("second", f"{OTHER}\r\n")


@pytest.fixture
def encrypted(treated, first):
    treated.done("passphrase", "set", "--new-passphrase-file", first)
    return treated


def test_a_journal_is_encrypted_and_every_command_takes_its_passphrase(treated, first):
    days = treated.done("days").out
    said = treated.done("passphrase", "set", "--new-passphrase-file", first)
    assert is_encrypted(treated.path)
    assert len(said.lines[-1].split() + said.lines[-2].split()) == 14
    assert treated.done("days", "--passphrase-file", first).out == days
    assert treated.done("--passphrase-file", first, "days").out == days
    treated.done("log", "--redness", "4", "--passphrase-file", first)
    treated.done("photo", "add", picture(Path("a.jpg")), "--date", "2026-11-21", "--passphrase-file", first)
    treated.done("check", "--passphrase-file", first)
    treated.done("export", "out", "--passphrase-file", first)
    assert PASSPHRASE not in said.out


def test_a_passphrase_is_taken_as_composed_characters(encrypted):
    decomposed = written("nfd", "Gru\u0308ße, kalter See\n".encode())
    assert "2026-11-20" in encrypted.done("days", "--passphrase-file", decomposed).out


def test_no_passphrase_and_no_terminal_ends_at_once(encrypted):
    assert "passphrase" in encrypted.assert_refused("days", status=1)
    assert "passphrase" in encrypted.assert_refused("log", "--redness", "4", status=1)
    assert "--new-passphrase-file" in encrypted.assert_refused(
        "passphrase", "change", "--passphrase-file", "first", status=1
    )


def test_a_wrong_passphrase_is_one_line(encrypted, second):
    line = encrypted.assert_refused("days", "--passphrase-file", second, status=1)
    assert "does not fit" in line
    assert OTHER not in line


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"", "no passphrase"), (b"\nnext", "no passphrase"), (b"\xff\xfe\n", "UTF-8"), (b"x" * 5000, "too long")],
    ids=["empty", "empty line", "not text", "long"],
)
def test_a_file_that_holds_no_passphrase_is_told(encrypted, content, part):
    assert part in encrypted.assert_refused("days", "--passphrase-file", written("odd", content), status=1)


def test_a_missing_passphrase_file_is_told(encrypted):
    assert "cannot be read" in encrypted.assert_refused("days", "--passphrase-file", "nowhere", status=1)


def test_a_changed_passphrase_makes_the_old_sheet_void(treated, first, second):
    def key(*arguments: str) -> str:
        return "\n".join(treated.done("passphrase", *arguments).lines[-2:])

    old = written("old key", key("set", "--new-passphrase-file", first))
    new = written("new key", key("change", "--passphrase-file", first, "--new-passphrase-file", second))
    treated.assert_refused("days", "--passphrase-file", first, status=1)
    assert "void" in treated.assert_refused("days", "--recovery-key-file", old, status=1)
    treated.done("days", "--recovery-key-file", new)
    treated.done("days", "--passphrase-file", second)
    assert key("sheet", "--passphrase-file", second) == Path(new).read_text()


def test_a_mistyped_recovery_key_names_the_group(encrypted, first):
    groups = " ".join(encrypted.done("passphrase", "sheet", "--passphrase-file", first).lines[-2:]).split()
    groups[4] = ("B" if groups[4].startswith("A") else "A") + groups[4][1:]
    line = encrypted.assert_refused("days", "--recovery-key-file", written("key", " ".join(groups)), status=1)
    assert "group 5." in line


def test_a_removed_passphrase_leaves_the_journal_in_the_open(encrypted, first):
    encrypted.done("passphrase", "remove", "--passphrase-file", first)
    assert not is_encrypted(encrypted.path)
    encrypted.done("days")
    encrypted.done("days", "--passphrase-file", first)


def test_the_sheet_is_a_pdf_that_holds_every_group(treated, first):
    said = treated.done("passphrase", "set", "--new-passphrase-file", first, "--sheet", "sheet.pdf")
    groups = " ".join(treated.done("passphrase", "sheet", "--passphrase-file", first).lines[-2:]).split()
    text = PdfReader("sheet.pdf").pages[0].extract_text()
    joined = "".join(text.split())  # a reader may put a space where the letters of a group stand apart
    assert all(group in joined for group in groups)
    assert not any(group in said.out for group in groups)
    assert "22 November 2026" in text
    assert Path("sheet.pdf").stat().st_mode & 0o777 == 0o600


def test_a_sheet_that_cannot_be_written_is_told_before_anything_changes(treated, first):
    line = treated.assert_refused(
        "passphrase", "set", "--new-passphrase-file", first, "--sheet", "nowhere/s.pdf", status=1
    )
    assert "no such folder" in line


@pytest.mark.parametrize("name", ["change", "remove", "sheet"])
def test_a_journal_in_the_open_has_no_passphrase_to_change(treated, first, name):
    more = ("--new-passphrase-file", first) if name == "change" else ()
    assert "has no passphrase" in treated.assert_refused("passphrase", name, *more, status=1)
    assert "has no passphrase" in treated.assert_refused(
        "passphrase", name, *more, "--passphrase-file", first, status=1
    )


def test_a_passphrase_is_set_once_and_on_a_journal_that_is_there(encrypted, command, first):
    again = ("passphrase", "set", "--new-passphrase-file", first, "--passphrase-file", first)
    assert "already" in encrypted.assert_refused(*again, status=1)
    command.path = command.path.with_name("none.journal")
    assert "no journal" in command.assert_refused(*again, status=1)


def test_a_new_journal_is_encrypted_from_its_first_byte(command, first):
    command.assert_refused("days", "--passphrase-file", first, status=1)
    command.done("baseline", "--redness", "1", "--sensitivity", "0", "--passphrase-file", first)
    assert is_encrypted(command.path)
    command.assert_refused("days", status=1)


def test_a_file_of_no_bytes_becomes_an_encrypted_journal(command, first):
    command.path.touch()
    command.done("passphrase", "set", "--new-passphrase-file", first)
    assert is_encrypted(command.path)
    command.done("check", "--passphrase-file", first)


@pytest.mark.parametrize("how", ["empty", "gone"])
@pytest.mark.parametrize("name", ["set", "change", "remove", "sheet", "copies"])
def test_an_emptied_journal_beside_its_copies_is_told_by_each_of_them(treated, first, name, how):
    copy = treated.path.with_name(f"{treated.path.name}.before-2")
    treated.path.rename(copy)
    if how == "empty":
        treated.path.touch()
    more = ("--new-passphrase-file", first) if name in ("set", "change") else ()
    line = treated.assert_refused("passphrase", name, *more, status=1)
    assert "restore FILE" in line
    assert [treated.path.exists(), copy.exists()] == [how == "empty", True]


def test_an_emptied_journal_is_never_made_a_new_encrypted_one(treated):
    treated.path.rename(treated.path.with_name(f"{treated.path.name}.before-2"))
    treated.path.touch()
    with pytest.raises(JournalUnavailable) as refused:
        set_passphrase(treated.path, PASSPHRASE)
    assert refused.value.trouble is Trouble.EMPTIED
    assert treated.path.read_bytes() == b""


def test_an_open_window_is_told_and_nothing_changes(treated, first):
    window = Hold(treated.path, Holder.WINDOW)
    assert window.take()
    line = treated.assert_refused("passphrase", "set", "--new-passphrase-file", first, status=1)
    window.release()
    assert "window" in line


def test_an_encrypted_journal_is_backed_up_and_restored_with_its_passphrase(encrypted, first, second):
    days = encrypted.done("days", "--passphrase-file", first).out
    encrypted.done("backup", "copy.journal", "--passphrase-file", first)
    assert is_encrypted(Path("copy.journal"))
    encrypted.done("log", "--redness", "7", "--passphrase-file", first)
    assert encrypted("restore", "copy.journal", "--yes", "--passphrase-file", second).status == 1
    encrypted.done("restore", "copy.journal", "--yes", "--passphrase-file", first)
    assert encrypted.done("days", "--passphrase-file", first).out == days
    encrypted.done("restore", "--undo", "--passphrase-file", first)
    assert encrypted.done("days", "--passphrase-file", first).out != days


def backed_up(command, *options: str) -> list[Path]:
    """A journal that was kept aside; it lies in the open or under the journal's passphrase, as the journal does."""
    command.done("backup", "copy.journal", *options)
    command.done("restore", "copy.journal", "--yes", *options)
    Path("copy.journal").unlink()
    return sorted(command.path.parent.glob(f"{command.path.name}.before-restore-*"))


def test_copies_from_before_are_named_and_encrypted_when_wanted(treated, first):
    (aside,) = backed_up(treated)
    days = treated.done("days").out
    said = treated.done("passphrase", "set", "--new-passphrase-file", first).out
    assert f"Still in the open: {aside}" in said
    assert "copies --encrypt" in said
    assert "copies --remove" in said
    shared = ("passphrase", "copies", "--passphrase-file", first)
    assert treated.done(*shared).out == f"Still in the open: {aside}\n"
    assert treated.done(*shared, "--encrypt").out == f"Encrypted: {aside}\n"
    assert is_encrypted(aside)
    assert "No copy" in treated.done(*shared).out
    treated.done("restore", str(aside), "--yes", "--passphrase-file", first)
    assert treated.done("days", "--passphrase-file", first).out == days


def test_a_copy_that_was_carried_elsewhere_is_encrypted_when_named(treated, first):
    treated.done("backup", "copy.journal")
    days = treated.done("days").out
    treated.done("passphrase", "set", "--new-passphrase-file", first)
    shared = ("passphrase", "copies", "--passphrase-file", first)
    assert "no such file" in treated.assert_refused(*shared, "--encrypt", "none.journal", status=1)
    treated.assert_refused(*shared, "copy.journal")
    treated.assert_refused(*shared, "--remove", "copy.journal")
    assert treated.done(*shared, "--encrypt", "copy.journal").out == "Encrypted: copy.journal\n"
    assert treated.done("--journal", "copy.journal", "days", "--passphrase-file", first).out == days


def test_a_file_that_is_no_journal_is_not_encrypted(encrypted, first):
    text = written("list.txt", "a shopping list " * 1000)
    shared = ("passphrase", "copies", "--passphrase-file", first)
    found = encrypted(*shared, "--encrypt", text)
    assert found.status == 1
    assert Path(text).read_text() == "a shopping list " * 1000


def test_a_copy_that_cannot_be_encrypted_is_named_and_can_be_removed(treated, first):
    (aside,) = backed_up(treated)
    data = aside.read_bytes()
    aside.write_bytes(data[:4096] + bytes(len(data) - 4096))
    treated.done("passphrase", "set", "--new-passphrase-file", first)
    shared = ("passphrase", "copies", "--passphrase-file", first)
    found = treated(*shared, "--encrypt")
    assert found.status == 1
    assert f"Still in the open: {aside}" in found.out
    assert "--remove" in found.err
    assert treated.done(*shared, "--remove").out == f"Removed: {aside}\n"
    assert not aside.exists()


def test_copies_under_the_passphrase_from_before_are_named_restorable_and_follow(encrypted, first, second):
    (aside,) = backed_up(encrypted, "--passphrase-file", first)
    options = ("--passphrase-file", first, "--new-passphrase-file", second)
    said = encrypted.done("passphrase", "change", *options).out
    assert f"Still under the passphrase from before: {aside}" in said
    shared = ("passphrase", "copies", "--passphrase-file", second, "--encrypt", "--old-passphrase-file")
    assert "No copy that is known here opens" in encrypted.done(*shared, second).out
    assert f"Under the new one: {aside}" in encrypted.done(*shared, first).out
    encrypted.done("restore", str(aside), "--yes", "--passphrase-file", second)
    encrypted.done("check", "--passphrase-file", second)


def test_a_copy_that_stayed_under_the_passphrase_from_before_is_restored_with_it(encrypted, first, second):
    (aside,) = backed_up(encrypted, "--passphrase-file", first)
    days = encrypted.done("days", "--passphrase-file", first).out
    encrypted.done("passphrase", "change", "--passphrase-file", first, "--new-passphrase-file", second)
    said = encrypted.done("restore", str(aside), "--yes", "--passphrase-file", first).out
    assert "Here now: a journal that this passphrase does not open." in said
    assert "now opens with the passphrase of this backup" in said
    assert encrypted.done("days", "--passphrase-file", first).out == days


def test_a_removed_passphrase_is_still_needed_for_the_copies_under_it(encrypted, first):
    (aside,) = backed_up(encrypted, "--passphrase-file", first)
    days = encrypted.done("days", "--passphrase-file", first).out
    said = encrypted.done("passphrase", "remove", "--passphrase-file", first).out
    assert "Keep the passphrase" in said
    encrypted.done("restore", str(aside), "--yes", "--passphrase-file", first)
    assert encrypted.done("days", "--passphrase-file", first).out == days


def test_a_restore_from_before_the_passphrase_is_undone_encrypted(treated, first):
    backed_up(treated)
    days = treated.done("days").out
    treated.done("passphrase", "set", "--new-passphrase-file", first)
    treated.done("restore", "--undo", "--passphrase-file", first)
    assert is_encrypted(treated.path)
    assert treated.done("days", "--passphrase-file", first).out == days


def test_encrypting_and_removing_copies_is_one_or_the_other(encrypted, first):
    shared = ("passphrase", "copies", "--passphrase-file", first)
    encrypted.assert_refused(*shared, "--encrypt", "--remove")
    encrypted.assert_refused(*shared, "--old-passphrase-file", first)


def test_a_passphrase_is_never_an_argument(command):
    command.assert_refused("passphrase", "set", "secret")
    command.assert_refused("passphrase", "set", "--passphrase", "secret")
    command.assert_refused("days", "--passphrase-file", "a", "--recovery-key-file", "b")


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX's")
@pytest.mark.parametrize(
    ("answers", "status"),
    [((f"{PASSPHRASE}\n", f"{PASSPHRASE}\n"), 0), ((f"{PASSPHRASE}\n", "\x04"), 1)],
    ids=["twice", "away"],
)
def test_at_a_terminal_it_is_asked_twice_and_not_shown_and_how_far_it_is(treated, answers, status):
    treated.done("photo", "add", picture(Path("a.jpg")), "--date", "2026-11-21")
    end, terminal = pty.openpty()
    command = [sys.executable, "-m", "journal", "--journal", str(treated.path), "passphrase", "set"]
    environment = os.environ | {"PYTHONPATH": os.fspath(Path(__file__).parents[2])}
    process = subprocess.Popen(
        command, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, env=environment, start_new_session=True
    )
    os.close(terminal)
    shown = ""
    for prompt, answer in zip(("New passphrase: ", "Once more: "), answers, strict=True):
        while prompt not in shown:
            shown += os.read(end, 1024).decode()
        os.write(end, answer.encode())
    out, _ = process.communicate(timeout=60)
    os.set_blocking(end, False)
    with suppress(BlockingIOError):
        shown += os.read(end, 65536).decode()
    os.close(end)
    assert ("Checking every photo in the copy: " in shown) == (status == 0)
    assert process.returncode == status
    assert is_encrypted(treated.path) == (status == 0)
    assert PASSPHRASE not in out.decode() + shown
