"""``export`` and ``import``: everything out and in again."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine, picture


@pytest.fixture
def other(folder, capfd):
    """The command line on another journal, which is not there yet."""
    (folder.parent / "other").mkdir()
    return CommandLine(folder.parent / "other" / "other.journal", capfd)


@pytest.fixture
def exported(treated):
    """A journal with an entry and a photo, exported into the folder \"out\"."""
    treated.done("log", "--redness", "4", "--did", "exercise", "--no-symptoms", "--note", "schön")
    treated.done("photo", "add", picture(Path("one.jpg")), "--date", "2026-11-21")
    treated.done("export", "out")
    return treated


def contents(command):
    reads = (("days", "--json"), ("treatment", "list", "--json"), ("photo", "list", "--json"), ("profile",))
    return [command.done(*arguments).out for arguments in reads]


def test_an_export_comes_in_again_exactly(exported, other):
    other.done("import", "out")

    assert contents(other) == contents(exported)


def test_a_journal_with_data_is_replaced_only_when_asked(exported, other):
    other.done("log", "--date", "2026-11-19", "--redness", "1")

    assert "--replace" in other.assert_refused("import", "out", status=1)
    other.done("import", "out", "--replace")
    assert contents(other) == contents(exported)


@pytest.mark.parametrize("target", ["out", "gone/out", "one.jpg"])
def test_an_export_never_goes_over_anything(exported, target):
    exported.assert_refused("export", target, status=1)

    assert sorted(path.name for path in Path().iterdir()) == ["one.jpg", "out"]


def test_an_export_onto_a_file_says_that_it_is_no_folder(exported):
    assert exported.assert_refused("export", "one.jpg", status=1) == (
        "one.jpg is no folder: name one that is not there yet, or an empty one."
    )


@pytest.mark.parametrize("source", ["gone", ".", "one.jpg"])
def test_what_is_no_export_is_refused_and_makes_no_journal(exported, other, source):
    other.assert_refused("import", source, status=1)

    assert other.state() == {}


def test_what_an_import_replaces_is_in_the_backups(exported, other, folder):
    other.done("import", "out")
    assert not (other.path.parent / "other.journal.backups").exists()
    other.done("log", "--redness", "9")
    before = contents(other)
    other.done("import", "out", "--replace")
    (backup,) = (other.path.parent / "other.journal.backups").glob("*-before.day")
    other.done("restore", str(backup))

    assert contents(other) == before


def test_without_its_backup_an_import_changes_nothing(exported, other):
    other.done("log", "--redness", "9")
    (other.path.parent / "other.journal.backups").write_text("in the way")

    assert "backup" in other.assert_refused("import", "out", "--replace", status=1)


def test_an_import_says_first_what_it_would_change(exported, other):
    assert other.done("import", "out").lines == [
        "Here now: nothing.",
        "out: 1 day, 1 photo, last entry 2026-11-22.",
        "out: taken in.",
    ]
    other.done("unlog", "2026-11-22")
    lines = other.done("import", "out", "--replace", "--yes").lines
    assert lines[:2] == ["Here now: 0 days, 1 photo.", "out: 1 day, 1 photo, last entry 2026-11-22."]
    other.done("restore", "--undo")

    assert other.done("days", "--json").json[-1]["redness"] is None


def test_a_dry_run_changes_nothing(exported, other):
    assert other.done("import", "out", "--dry-run").lines[-1] == "Nothing was changed."
    assert other.state() == {}
    other.done("log", "--redness", "9")
    before = contents(other)

    assert "--replace" in other.done("import", "out", "--dry-run").lines[-1]
    assert contents(other) == before


def test_an_export_says_that_it_is_not_encrypted(treated):
    assert "not encrypted" in treated.done("export", "out").lines[-1]


def test_an_encrypted_journal_stays_encrypted(exported, other):
    Path("secret").write_text("correct horse battery staple\n", encoding="utf-8")
    secret = ["--passphrase-file", "secret"]
    other.done("log", "--redness", "9", *secret)
    other.done("import", "out", "--replace", *secret)

    assert b"SQLite" not in other.path.read_bytes()[:16]
    assert other.done("days", "--json", *secret).json[-1]["redness"] == 4
