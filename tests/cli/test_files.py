"""``summary``, ``plan``, ``check``: papers and files."""

import os
from pathlib import Path

import pytest

from journal.resources import resource


@pytest.fixture
def course(treated, qapp):
    """A treatment with two logged days; the application that painting needs is there."""
    treated.done("log", "--date", "2026-11-21", "--redness", "5", "--sensitivity", "3")
    treated.done("log", "--redness", "4", "--sensitivity", "2")
    return treated


@pytest.mark.parametrize("options", [(), ("--paper", "letter"), ("--mono",), ("--treatment", "1")])
def test_the_summary_is_a_pdf(course, options):
    course.done("summary", "-o", "visit.pdf", *options)

    assert Path("visit.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in Path().iterdir()) == ["visit.pdf"]


def test_a_summary_is_written_over_an_older_one(course):
    Path("visit.pdf").write_text("older")
    course.done("summary", "-o", "visit.pdf", "--from", "2026-11-20", "--to", "2026-11-22")

    assert Path("visit.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-o", "v.pdf", "--treatment", "2"),
        ("-o", "v.pdf", "--treatment", "x"),
        ("-o", "v.pdf", "--from", "2026-11-22", "--to", "2026-11-21"),
        ("-o", "v.pdf", "--paper", "a3"),
    ],
)
def test_a_wrong_summary_is_refused_and_writes_nothing(course, arguments):
    course.assert_refused("summary", *arguments)

    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("target", ["gone/visit.pdf", "."])
def test_a_summary_that_cannot_be_written_says_so(course, target):
    course.assert_refused("summary", "-o", target, status=1)


def test_a_summary_never_goes_over_the_journal(course):
    course.assert_refused("summary", "-o", str(course.path), status=1)


def test_without_a_treatment_there_is_no_summary(command):
    command.done("log", "--redness", "1")

    command.assert_refused("summary", "-o", "visit.pdf", status=1)


def test_the_plan_is_shown_as_stored_and_nothing_else(treated):
    assert treated.done("plan", "show").out == resource("plans", "default.toml").read_text(encoding="utf-8")


def test_a_sound_plan_is_sound_without_a_journal(command):
    command.done("plan", "check", str(resource("plans", "default.toml")))

    assert command.state() == {}


def test_every_fault_of_a_plan_is_one_line(command):
    text = resource("plans", "default.toml").read_text(encoding="utf-8")
    Path("mine.toml").write_text(text.replace("hours = 48", "hours = -1"), encoding="utf-8")

    ran = command("plan", "check", "mine.toml")
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.complaints) == text.count("hours = 48")
    assert all(line.startswith("mine.toml: rule ") for line in ran.complaints)


@pytest.mark.parametrize("data", [b"", b"[[[", b"\xff\xfe", b"x" * 2_000_000])
def test_what_is_no_plan_is_refused_in_plain_lines(command, data):
    Path("mine.toml").write_bytes(data)

    ran = command("plan", "check", "mine.toml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.complaints


def test_a_plan_that_is_not_there_is_told(command):
    command.assert_refused("plan", "check", "gone.toml", status=1)


if hasattr(os, "mkfifo"):

    def test_a_plan_is_never_waited_for(command):
        os.mkfifo("pipe")

        command.assert_refused("plan", "check", "pipe", status=1)


def test_a_sound_journal_is_sound(treated):
    assert treated.done("check", "--json").json == {"sound": True, "faults": []}
    assert treated.done("check").lines == ["The journal is sound."]


def test_a_damaged_journal_is_found(treated):
    data = bytearray(treated.path.read_bytes())
    data[4096:8192] = b"\x00" * 4096
    treated.path.write_bytes(data)

    ran = treated("check", "--json")
    assert ran.status == 1
    assert ran.complaints
    assert ran.json["sound"] is False


def test_what_is_not_a_journal_is_left_as_it_is(command):
    command.path.write_text("a shopping list")

    for arguments in (("days",), ("log", "--redness", "1"), ("check",)):
        command.assert_refused(*arguments, status=1)
