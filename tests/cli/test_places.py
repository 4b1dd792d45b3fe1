"""``check`` says where a journal lies when that is worth knowing, and nothing more at home."""

from tests.cli.conftest import CommandLine


def test_check_names_the_synced_folder_and_the_other_version(treated, folder, capfd):
    away = folder / "Dropbox"
    away.mkdir()
    treated.path.rename(away / "my.journal")
    other = "my (Anna's conflicted copy 2026-11-22).journal"
    (away / other).write_bytes((away / "my.journal").read_bytes())
    command = CommandLine(away / "my.journal", capfd)

    sound, where, versions = command.done("check").lines
    assert sound == "The journal is sound."
    assert where.startswith("Your journal lies in a folder that Dropbox copies to other computers.")
    assert other in versions
    assert command.done("check", "--json").json == {
        "sound": True,
        "faults": [],
        "place": {"kind": "synced", "service": "Dropbox", "other_versions": [other]},
    }
    assert sorted(each.name for each in away.iterdir()) == sorted(["my.journal", other])
