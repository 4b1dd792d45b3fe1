"""An import over data: the old file or the new one, wherever it is killed; and what people's spreadsheets see."""

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from journal import changes
from journal.domain.entry import Answers
from journal.domain.treatment import Treatment
from journal.keeping import Keeping
from journal.store.transfer import coming
from tests.store.journals import NOW, TODAY, filled, opened
from tests.store.test_transfer import everything, export

KILLED = """
import os, signal, sys
left = int(sys.argv.pop(1))
def count(event, _arguments):
    global left
    if event in {"open", "os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir"}:
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
from journal.__main__ import main
import journal.cli.commands, journal.store.upgrade, journal.store.migrations
sys.addaudithook(count)
sys.exit(main(sys.argv[1:]))
"""


def small(path: Path) -> None:
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, TODAY, Answers(redness=9), NOW), NOW)


def imported(path: Path, folder: Path, left: int) -> int:
    """The status of an import that is killed at its ``left``-th step on files."""
    arguments = ["--journal", str(path), "import", str(folder), "--replace"]
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(left), *arguments], capture_output=True, check=False, timeout=60
    ).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_wherever_it_is_killed_the_journal_is_the_old_or_the_new(tmp_path: Path) -> None:
    filled(tmp_path / "source.journal")
    export(tmp_path / "source.journal", tmp_path / "out")
    new = everything(tmp_path / "source.journal")
    seen = []
    for left in range(1, 400, 9):
        path = tmp_path / str(left) / "my.journal"
        path.parent.mkdir()
        small(path)
        old = everything(path)
        status = imported(path, tmp_path / "out", left)
        found = everything(path)
        assert found in (old, new)
        with opened(path) as (store, _):
            assert store.check() == ()
        seen.append(status)
        if status == 0:
            assert found == new
            break
    assert seen[-1] == 0
    assert seen.count(-signal.SIGKILL) == len(seen) - 1 >= 3


def test_the_file_that_was_there_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    filled(tmp_path / "source.journal")
    export(tmp_path / "source.journal", tmp_path / "out")
    small(path)
    old = everything(path)
    keeping = Keeping(path, None)
    found = keeping.compare_import(tmp_path / "out")
    assert found.present is not None
    assert (found.present.days, found.coming.days, found.coming.photos) == (1, 2, 1)
    prepared = keeping.prepare_import(tmp_path / "out", NOW)
    prepared.take_place(NOW)

    assert everything(path) == everything(tmp_path / "source.journal")
    keeping.undo(NOW)
    assert everything(path) == old


def test_what_would_come_is_counted_as_in_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "my.journal"
    filled(path)
    with opened(path) as (store, record):
        changes.perform(store, record, changes.log(record, NOW.date(), Answers(redness=1), NOW), NOW)
    export(path, tmp_path / "out")
    keeping = Keeping(path, None)

    assert coming(tmp_path / "out") == keeping.compare_import(tmp_path / "out").present


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"])
def test_a_spreadsheet_takes_no_note_for_a_formula(tmp_path: Path, sign: str) -> None:
    text = f'{sign}HYPERLINK("http://x")'
    path = tmp_path / "my.journal"
    with opened(path) as (store, record):
        logged, _ = changes.perform(store, record, changes.log(record, TODAY, Answers(note=text), NOW), NOW)
        treatment = Treatment(at=NOW, provider=text, note=text, areas=(text,), add_ons=(text,))
        changes.perform(store, logged, changes.add_treatment(logged, treatment, NOW), NOW)
    export(path, tmp_path / "out")
    for name in ("entries.csv", "treatments.csv"):
        with (tmp_path / "out" / name).open(encoding="utf-8", newline="") as file:
            cells = [cell for line in csv.reader(file) for cell in line]
        assert f"'{text}" in cells
        assert not [cell for cell in cells if cell.startswith(sign)]
    tables = json.loads((tmp_path / "out" / "journal.json").read_text(encoding="utf-8"))["tables"]
    assert (tables["entry"][0]["note"], tables["treatment"][0]["note"]) == (text, text)
