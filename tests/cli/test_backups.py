"""``backup``, ``restore``, ``check``: a verified copy, the way back, and a window that has the journal open."""

import subprocess
import sys
from pathlib import Path

import pytest

from journal.holding import Hold, Holder
from journal.keeping import keeping_of
from tests.cli.conftest import picture
from tests.store.journals import NOW

HOLD = """
import sys
from pathlib import Path
from journal.holding import Hold, Holder
Hold(Path(sys.argv[1]), Holder.WINDOW).take()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def saved(treated):
    """A journal with an entry and a photo, and its backup in \"b.journal\"."""
    treated.done("log", "--redness", "4")
    treated.done("photo", "add", picture(Path("one.jpg")), "--date", "2026-11-21")
    treated.done("backup", "b.journal")
    return treated


@pytest.fixture
def window(saved):
    """Another process that has the journal open as a window has."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(saved.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        process.stdout.readline()
        yield process
        process.stdin.close()


def redness(command):
    return command.done("days", "--json").json[-1]["redness"]


def test_a_backup_says_what_it_holds(saved):
    said = saved.done("backup", "c.journal").out

    assert "c.journal: verified, 1 day, 1 photo, last entry 2026-11-22." in said
    assert saved.done("--journal", "b.journal", "check").lines == ["The journal is sound."]


@pytest.mark.parametrize("target", ["b.journal", "one.jpg", ".", "gone/c.journal"])
def test_a_backup_that_cannot_be_written_says_so(saved, target):
    saved.assert_refused("backup", target, status=1)

    assert sorted(path.name for path in Path().iterdir()) == ["b.journal", "one.jpg"]


def test_without_a_journal_there_is_no_backup(command):
    command.assert_refused("backup", "c.journal", status=1)

    assert list(Path().iterdir()) == []


def test_a_restore_shows_both_and_can_be_undone(saved):
    saved.done("log", "--date", "2026-11-21", "--redness", "7")
    saved.done("log", "--redness", "9")
    said = saved.done("restore", "b.journal").lines

    assert said[0] == "Here now: 2 days, 1 photo, last entry 2026-11-22."
    assert said[1] == "b.journal: 1 day, 1 photo, last entry 2026-11-22."
    assert "my.journal.before-restore-" in said[3]
    assert redness(saved) == 4
    saved.done("restore", "--undo")
    assert redness(saved) == 9
    saved.done("restore", "--undo")
    assert redness(saved) == 4


def test_a_restore_brings_a_journal_where_none_is(saved, folder):
    saved.path.unlink()
    said = saved.done("restore", "b.journal").lines

    assert said[0] == "Here now: nothing."
    assert redness(saved) == 4
    assert saved.done("check").lines == ["The journal is sound."]


def test_a_damaged_journal_is_kept_aside_and_replaced(saved, folder):
    data = saved.path.read_bytes()[:6000]
    saved.path.write_bytes(data)
    said = saved.done("restore", "b.journal").lines

    assert said[0] == "Here now: a file that cannot be read."
    assert redness(saved) == 4
    assert data in [path.read_bytes() for path in folder.iterdir()]


@pytest.mark.parametrize("arguments", [(), ("--undo", "b.journal")])
def test_a_restore_of_nothing_or_of_two_things_is_wrong(saved, arguments):
    saved.assert_refused("restore", *arguments)


@pytest.mark.parametrize("arguments", [("gone",), ("one.jpg",), (".",), ("--undo",)])
def test_a_restore_that_cannot_be_says_so(saved, arguments):
    saved.assert_refused("restore", *arguments, status=1)


@pytest.mark.parametrize(
    "arguments",
    [("restore", "b.journal"), ("restore", "--undo"), ("import", "out", "--replace")],
    ids=" ".join,
)
def test_an_open_window_is_told_and_nothing_changed(saved, window, arguments):
    saved.done("export", "out")

    assert "window" in saved.assert_refused(*arguments, status=1)
    window.kill()
    window.wait()


def test_an_open_window_does_not_hinder_backup_and_log(saved, window):
    saved.done("backup", "c.journal")
    saved.done("log", "--redness", "5")

    assert redness(saved) == 5


def test_a_window_that_was_killed_does_not_hinder(saved, window):
    window.kill()
    window.wait()

    saved.done("restore", "b.journal")
    assert Hold(saved.path, Holder.WINDOW).take()


def test_check_names_each_fault_and_where(saved):
    data = bytearray(saved.path.read_bytes())
    place = data.index(b"sunscreen") if b"sunscreen" in data else data.rindex(b"\xff\xd8\xff")
    data[place + 40] ^= 1
    saved.path.write_bytes(data)

    found = saved("check", "--json")
    assert found.status == 1
    assert not found.json["sound"]
    assert {"where", "what"} == set(found.json["faults"][0])
    assert found.json["faults"][0]["where"].startswith("photo 1")
    assert found.complaints == [f"{fault['where']}: {fault['what']}" for fault in found.json["faults"]]


def test_a_salvage_of_a_sound_journal_loses_nothing(saved):
    said = saved.done("salvage", str(saved.path), "new.journal").out

    assert "new.journal: verified, 1 day, 1 photo" in said
    assert saved.done("--journal", "new.journal", "check").lines == ["The journal is sound."]


def test_a_salvage_names_what_is_lost_and_leaves_the_file_as_it_is(saved):
    data = bytearray(saved.path.read_bytes())
    place = data.index(b"2026-11-22")
    data[place + 9] ^= 1
    saved.path.write_bytes(data)
    ran = saved("salvage", str(saved.path), "new.journal")

    assert ran.status == 1
    assert ran.complaints
    assert saved.path.read_bytes() == data
    assert saved.done("--journal", "new.journal", "check").lines == ["The journal is sound."]


@pytest.mark.parametrize(
    "arguments", [("gone", "n"), ("one.jpg", "n"), ("b.journal", "one.jpg"), ("b.journal", "no/n")]
)
def test_a_salvage_that_cannot_be_says_so(saved, arguments):
    line = saved.assert_refused("salvage", *arguments, status=1)

    assert ("nothing of a journal" in line) == (arguments[0] == "one.jpg")
    assert "not a backup" not in line
    assert sorted(path.name for path in Path().iterdir()) == ["b.journal", "one.jpg"]


@pytest.fixture
def emptied(saved):
    saved.path.write_bytes(b"")
    saved.path.with_name(saved.path.name + ".before-2").write_bytes(Path("b.journal").read_bytes())
    return saved


@pytest.mark.parametrize(
    "arguments",
    [("log", "--redness", "4"), ("days",), ("check",), ("baseline", "--redness", "1", "--sensitivity", "0")],
)
def test_an_emptied_journal_beside_older_copies_takes_nothing_and_says_the_ways_on(emptied, arguments):
    line = emptied.assert_refused(*arguments, status=1)
    assert "restore FILE" in line
    assert "--start-new" in line


def test_a_journal_that_is_gone_beside_older_copies_is_told_by_the_check_as_well(emptied):
    emptied.path.unlink()
    assert "restore FILE" in emptied.assert_refused("check", status=1)


def test_an_emptied_journal_is_restored_or_begun_anew(emptied):
    emptied.done("restore", "b.journal")
    assert redness(emptied) is not None
    emptied.assert_refused("restore", "--start-new", status=1)
    emptied.path.unlink()
    emptied.done("restore", "--start-new")
    emptied.done("log", "--redness", "7")
    assert redness(emptied) == 7
    emptied.path.write_bytes(b"")
    emptied.done("restore", "--start-new")
    assert any("the emptied file: nothing is in it" in line for line in emptied.done("backups").lines)


def test_everything_that_can_be_restored_is_listed(emptied):
    emptied.done("restore", "b.journal")
    kept = next(emptied.path.parent.glob("*.before-restore-*"))
    kept.write_bytes(Path("b.journal").read_bytes())
    keeping_of(emptied.path).back_up(NOW)
    emptied.path.write_bytes(b"")
    before = emptied.state()

    listed = emptied.done("backups", "--json").json
    assert listed[0]["kind"] == "of the day"
    assert sorted(each["kind"] for each in listed[1:]) == ["before an update", "kept by a restore"]
    assert {(each["days"], each["photos"]) for each in listed} == {(1, 1)}
    lines = emptied.done("backups").lines
    assert "1 day, 1 photo" in lines[0]
    assert lines[-1].startswith("With their photos they take 0.")
    assert lines[-1].endswith("are free there.")
    assert emptied.state() == before
    for each in listed:
        emptied.done("restore", each["file"])


def test_where_nothing_is_nothing_is_listed(command):
    assert command.done("backups", "--json").json == []
    assert command.done("backups").lines == ["There are no backups here."]


def test_an_older_copy_is_removed_only_when_it_is_meant(emptied):
    emptied.done("restore", "b.journal")
    (older,) = (each["file"] for each in emptied.done("backups", "--json").json if each["kind"] == "before an update")
    assert "--yes" in emptied.assert_refused("backups", "--remove", older, status=1)
    for other in (str(emptied.path), ".", ".."):
        assert "no older copy" in emptied.assert_refused("backups", "--remove", other, "--yes", status=1)
    emptied.done("backups", "--remove", Path(older).name, "--yes")
    assert "before an update" not in emptied.done("backups").out
    assert redness(emptied) == 4


def test_the_name_that_was_given_is_removed_and_no_other_of_the_same_file(emptied):
    older = emptied.path.with_name(f"{emptied.path.name}.before-a")
    older.write_bytes(b"something")
    link = older.with_name(f"{emptied.path.name}.before-b")
    link.symlink_to(older)
    emptied.done("backups", "--remove", link.name, "--yes")
    assert (older.read_bytes(), link.is_symlink()) == (b"something", False)
    elsewhere = Path("elsewhere")
    elsewhere.symlink_to(older)
    assert "no older copy" in emptied.assert_refused(
        "backups", "--remove", str(elsewhere.absolute()), "--yes", status=1
    )
    assert older.exists()
