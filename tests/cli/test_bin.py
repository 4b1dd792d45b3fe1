"""``bin list``, ``bin restore``, ``bin empty``."""

from pathlib import Path

import pytest

from journal.holding import Hold, Holder
from tests.cli.conftest import picture

LATER = "2026-12-23T20:00"


@pytest.fixture
def removed(treated):
    """A journal whose treatment, one photo and one entry were removed."""
    treated.done("log", "--redness", "4", "--note", "sore")
    treated.done("photo", "add", picture(Path("one.jpg")), "--date", "2026-11-21")
    treated.done("unlog", "2026-11-22", now="2026-11-22T20:01")
    treated.done("photo", "remove", "1", now="2026-11-22T20:02")
    treated.done("treatment", "remove", "1", now="2026-11-22T20:03")
    return treated


def test_what_was_removed_is_listed_with_what_is_left(removed):
    assert removed.done("bin", "list").lines == [
        "treatment-1: Treatment of 2026-11-20 14:00; removed 2026-11-22, 30 days left",
        "photo-1: Photo of 2026-11-21, front; removed 2026-11-22, 30 days left",
        'entry-1: Entry of 2026-11-22, redness 4, "sore"; removed 2026-11-22, 30 days left',
    ]
    first = removed.done("bin", "list", "--json", now="2026-11-23T20:03").json[0]
    assert first == {
        "id": "treatment-1",
        "kind": "treatment",
        "day": "2026-11-20",
        "what": "Treatment of 2026-11-20 14:00",
        "removed_at": "2026-11-22T20:03:00+00:00",
        "goes_at": "2026-12-22T20:03:00+00:00",
        "days_left": 29,
    }


def test_an_empty_bin_says_so(treated):
    assert treated.done("bin", "list").lines == ["The bin is empty."]
    assert treated.done("bin", "list", "--json").json == []
    assert treated.done("bin", "empty", "--yes").lines == ["There was nothing to remove."]


def test_things_come_back(removed):
    removed.done("bin", "restore", "entry-1", "photo-1", "treatment-1")

    assert removed.done("bin", "list", "--json").json == []
    assert [one["redness"] for one in removed.done("days", "--json").json] == [None, None, 4]
    assert len(removed.done("photo", "list", "--json").json) == 1
    assert len(removed.done("treatment", "list", "--json").json) == 1


@pytest.mark.parametrize("names", [["entry-9"], ["photo-1", "x"], ["entry-1", "photo-2"]], ids=str)
def test_what_is_not_there_brings_nothing_back(removed, names):
    removed.assert_refused("bin", "restore", *names)


def test_nothing_is_removed_for_good_unless_said(removed):
    before = removed.state()
    ran = removed("bin", "empty")

    assert (ran.status, len(ran.complaints)) == (1, 1)
    assert "--yes" in ran.err
    assert removed.state() == before


def test_all_goes_or_what_is_named(removed):
    removed.done("bin", "empty", "photo-1", "--yes")
    assert [one["id"] for one in removed.done("bin", "list", "--json").json] == ["treatment-1", "entry-1"]
    removed.assert_refused("bin", "restore", "photo-1")
    removed.done("bin", "empty", "--yes")

    assert removed.done("bin", "list", "--json").json == []
    removed.done("check")


def test_what_is_younger_stays(removed):
    removed.done("bin", "empty", "--older-than", "30", "--yes", now="2026-12-22T20:01")

    assert len(removed.done("bin", "list", "--json").json) == 2
    removed.done("bin", "empty", "--older-than", "30", "--yes", now=LATER)
    assert removed.done("bin", "list", "--json").json == []


@pytest.mark.parametrize("arguments", [["photo-1", "--older-than", "1"], ["--older-than", "-1"], ["--older-than", "x"]])
def test_wrong_values_are_refused(removed, arguments):
    removed.assert_refused("bin", "empty", "--yes", *arguments)


def test_the_backups_are_named_and_cleaned_on_request(removed):
    removed.done("export", "out")
    removed.done("import", "out", "--replace")
    lines = removed.done("bin", "empty", "entry-1", "--yes").lines
    assert any(line.startswith("Still in my.journal.backups/") for line in lines)
    lines = removed.done("bin", "empty", "--yes", "--backups").lines

    assert lines[-2:] == [
        "2 things removed for good.",
        "What you copied elsewhere yourself (backup, export, other disks) is not looked into.",
    ]


def test_an_open_window_is_not_pulled_the_rug_from_under(removed):
    hold = Hold(removed.path, Holder.WINDOW)
    assert hold.take()
    before = removed.path.read_bytes()
    assert "window" in removed("bin", "empty", "--yes").err
    hold.release()

    assert removed.path.read_bytes() == before


def test_a_journal_that_is_not_there_has_no_bin(command):
    for arguments in (["list"], ["restore", "entry-1"], ["empty", "--yes"]):
        command.assert_refused("bin", *arguments, status=1)
