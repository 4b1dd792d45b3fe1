"""The border: where options stand, which status ends a call, and that nothing ever escapes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.__main__ import main, window_start
from tests.cli.conftest import NOW

ROOT = Path(__file__).parent.parent.parent
FULL = Path("/dev/full")
"""A device that is always full, on systems that have one."""

READING = (
    *(("days",), ("days", "--json"), ("why", "2026-11-22"), ("treatment", "list"), ("photo", "list")),
    *(("summary", "-o", "v.pdf"), ("plan", "show"), ("check",), ("profile",), ("unlog", "2026-11-22")),
    *(("treatment", "remove", "1"), ("photo", "remove", "1"), ("photo", "save", "1", "x.jpg"), ("export", "out")),
)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_missing_journal_is_told_and_not_made(command, arguments):
    command.assert_refused(*arguments, status=1)

    assert command.state() == {}


def test_a_folder_that_is_not_there_is_told(command):
    command.path = command.path.parent / "gone" / "my.journal"

    ran = command("log", "--redness", "1")
    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert not command.path.parent.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--journal", "{}", "--now", NOW, "log", "--redness", "4"),
        ("log", "--journal", "{}", "--now", NOW, "--redness", "4"),
        ("log", "--redness", "4", "--journal={}", f"--now={NOW}"),
        ("--now", NOW, "treatment", "--journal", "{}", "add", "--at", "2026-11-22T10:00"),
        ("--journal", "elsewhere", "log", "--redness", "4", "--now", NOW, "--journal", "{}"),
    ],
)
def test_journal_and_clock_stand_before_or_after_a_name(command, arguments):
    status = main([part.format(command.path) for part in arguments])

    assert status == 0
    assert [one["date"] for one in command.done("days", "--json").json] == ["2026-11-22"]
    assert list(Path().iterdir()) == []


def test_the_environment_names_the_journal(command, monkeypatch):
    monkeypatch.setenv("RECOVERY_JOURNAL", str(command.path))

    assert main(["log", "--redness", "4", "--now", NOW]) == 0
    assert command.path.exists()


def test_the_default_journal_lies_in_the_data_folder(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    assert main(["days"]) == 1
    assert not (tmp_path / "data").exists()
    assert main(["log", "--redness", "4"]) == 0
    assert list((tmp_path / "data").rglob("*.journal")) or list((tmp_path / "home").rglob("*.journal"))


def test_an_option_after_two_dashes_is_a_name(command):
    assert "--demo" in command.assert_refused("photo", "add", "--date", "2026-11-21", "--", "--demo", status=1)


def test_a_note_may_look_like_an_option(treated):
    treated.done("log", "--note", "--demo")

    assert treated.done("days", "--json").json[-1]["note"] == "--demo"


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("treatment",),
        ("treatment", "fly"),
        ("--fly",),
        ("log", "--fly"),
        ("backup",),
        ("days", "--now", "soon"),
        ("days", "--journal", ""),
        ("log", "--redness", "1", "--note", "a\0b"),
    ],
)
def test_a_wrong_call_is_one_plain_line(treated, arguments):
    line = treated.assert_refused(*arguments)

    assert "Usage" not in line


def test_help_and_version_are_answered(command):
    for arguments in (("--help",), ("log", "--help"), ("photo", "add", "--help"), ("--version",)):
        assert command.done(*arguments).out


def test_only_a_call_without_a_command_opens_the_window():
    assert window_start([]) is not None
    assert window_start(["--demo", "--journal=x", "--now", NOW]) is not None
    assert [window_start(part) for part in (["days"], ["--now"], ["--now", "soon"], ["--help"], ["--journal", ""])] == [
        None
    ] * 5


def test_the_example_journal_is_thrown_away(command, qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    days = command.done("days", "--demo", "--json").json

    assert days
    assert command.state() == {}
    assert not list(tmp_path.glob("journal-*"))


def process(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("DISPLAY", None)
    call = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(call, env=environment, check=False, timeout=120, **options)


def test_a_process_never_waits_for_input_and_speaks_utf8(treated):
    treated.done("log", "--note", "ruhig – schön 🙂")
    reading, writing = os.pipe()
    options = {"stdin": reading, "capture_output": True}
    try:
        ran = process("days", "--json", "--journal", str(treated.path), "--now", NOW, **options)
    finally:
        os.close(reading)
        os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "ruhig – schön 🙂".encode() in ran.stdout


def test_a_reader_that_leaves_is_no_failure(treated):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = process("days", "--json", "--journal", str(treated.path), stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, b"")


if FULL.exists():

    def test_a_full_disk_is_told(treated):
        with FULL.open("w") as full:
            ran = process("days", "--journal", str(treated.path), stdout=full, stderr=subprocess.PIPE)

        assert ran.returncode == 1
        assert ran.stderr.count(b"\n") == 1


def test_a_process_ends_with_the_status(treated):
    assert process("log", "--redness", "11", "--journal", str(treated.path), capture_output=True).returncode == 2
    assert process("days", "--journal", "gone.journal", capture_output=True).returncode == 1


WORDS = (
    *("treatment", "photo", "plan", "add", "change", "remove", "list", "save", "show", "check", "log", "unlog", "days"),
    *("why", "baseline", "summary", "profile", "--redness", "--sensitivity", "--did", "--did-not", "--symptom", "--at"),
    *(
        "--no-symptoms",
        "--note",
        "--date",
        "--from",
        "--to",
        "--json",
        "--depth",
        "--rf",
        "--no-rf",
        "--view",
        "--part",
    ),
    *("-o", "--paper", "--mono", "--treatment", "--area", "--with", "--question", "--look", "--original", "--now"),
    *("0", "1", "2", "4", "10", "11", "-1", "nan", "1.5", "unknown", "2026-11-20", "2026-11-22", "2026-11-23", ""),
    *("2026-11-20T14:00", "2026-11-20 midday", "exercise", "sauna", "pus", "peeling", "front", "a4", "x.pdf", ".", "/"),
    *("--", "--help", "=", "--json=1", "--redness=4", "--date=2026-11-21", "one.jpg", "\0", "\n", "é", "\udce4", "🙂"),
)
COMMANDS = st.sampled_from(
    [
        *(("treatment", part) for part in ("add", "change", "remove", "list")),
        *(("photo", part) for part in ("add", "change", "remove", "list", "save")),
        *(("plan", part) for part in ("show", "check", "difference", "sheet")),
        *(
            (name,)
            for name in ("baseline", "log", "unlog", "days", "why", "profile", "check", "summary", "days --json")
        ),
    ]
)
TOKENS = st.one_of(st.sampled_from(WORDS), st.text(max_size=6), st.integers(-20, 20).map(str))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(named=COMMANDS, tokens=st.lists(TOKENS, max_size=7))
def test_whatever_is_given_ends_as_a_status_in_plain_lines(treated, qapp, named, tokens):
    ran = treated(*named, *(token for token in tokens if token not in {"--journal", "--demo"}))

    assert ran.status in {0, 1, 2}
    assert "Traceback" not in ran.err
    assert "This is a bug" not in ran.err
    assert (ran.status == 0) == (ran.err == "")


@pytest.mark.parametrize(
    "arguments",
    [("days",), ("log", "--redness", "4"), ("restore", "b"), ("import", "out", "--replace"), ("bin", "empty")],
    ids=" ".join,
)
def test_links_that_lead_in_a_ring_are_told(command, arguments):
    command.path.symlink_to(command.path.name)

    ran = command(*arguments)

    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert "bug" not in ran.complaints[0]
