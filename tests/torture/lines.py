"""Mutated plans, import folders and command lines through the real command line: done, or refused with one line."""

import json
import os
import random
import shlex
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree, rmtree

import click

from journal.cli.border import run
from journal.resources import resource
from journal.store.transfer import export_journal
from tests.store.journals import opened
from tests.store.newer import filled_with_all
from tests.torture.batches import quiet, tried, words
from tests.torture.mutants import bytes_changed, text_changed, tree_changed
from tests.torture.world import Figure, held, room, seeded

NOW = "2026-11-24T20:00"
LINES_MAX = 400
"""A plan can have that many faults, one line each."""


def said(arguments: Sequence[str], folder: Path) -> tuple[int, list[str]]:
    """The status of a command and its lines on standard error. Raises ``AssertionError`` for a bug's traces."""
    quiet()
    complaints = folder / "stderr"
    kept = os.dup(2)
    handle = os.open(complaints, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(handle, 2)
    try:
        status = run(["--journal", str(folder / "my.journal"), "--now", NOW, *arguments])
    finally:
        os.dup2(kept, 2)
        os.close(handle)
        os.close(kept)
    text = complaints.read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    told = f"{shlex.join(arguments)[:300]}: {status} {text[:400]}"
    assert status in (0, 1, 2), told
    assert "Traceback" not in text, told
    assert "This is a bug" not in text, told
    assert len(lines) <= LINES_MAX, told
    assert bool(lines) or status == 0, told
    assert all(line.strip() for line in lines), told
    return status, lines


def plans(times: int) -> Figure:
    """``plan check`` and ``plan use``."""
    text = resource("plans", "default.toml").read_text(encoding="utf-8")

    def trial(number: int) -> str:
        numbers = seeded("plan", number)
        with room("plan") as folder:
            file = folder / "plan.toml"
            data = text_changed(text, numbers).encode("utf-8", "replace")
            file.write_bytes(bytes_changed(data, numbers) if numbers.random() < 0.2 else data)
            status, _ = said(["plan", "check", str(file)], folder)
            if number % 10 == 0:
                used, _ = said(["plan", "use", str(file)], folder)
                assert used == status, "check and use differ"
                assert said(["days"], folder)[0] == (0 if used == 0 else 1)
        return "accepted" if status == 0 else "refused"

    came, failures, peak = tried(trial, times)
    return Figure(row="mutated plans", times=times, held=words(came, peak), failures=tuple(failures))


def folders(times: int) -> Figure:
    """``import`` of changed folders: all of one, or nothing."""
    with room("folders") as base:
        filled_with_all(base / "whole.journal")
        with opened(base / "whole.journal") as (store, _):
            export_journal(store, base / "export")

        def trial(number: int) -> str:
            numbers = seeded("folder", number)
            with room("folder") as folder:
                copytree(base / "export", folder / "export")
                _spoil(folder / "export", numbers)
                status, lines = said(["import", str(folder / "export")], folder)
                if status == 0:
                    held(folder / "my.journal")
                    return "taken in whole"
                assert len(lines) == 1, lines
                there = sorted(each.name for each in folder.iterdir())
                assert there == ["export", "stderr"], there
            return "refused"

        came, failures, peak = tried(trial, times)
    return Figure(row="mutated import folders", times=times, held=words(came, peak), failures=tuple(failures))


def _spoil(folder: Path, numbers: random.Random) -> None:
    file = folder / "journal.json"
    kind = numbers.randrange(6)
    if kind <= 2:
        tree = tree_changed(json.loads(file.read_text(encoding="utf-8")), numbers)
        file.write_text(json.dumps(tree), encoding="utf-8")
    elif kind == 3:
        file.write_bytes(bytes_changed(file.read_bytes(), numbers))
    elif kind == 4:
        file.write_text("[" * numbers.choice((10, 100_000)) + "1" * numbers.choice((1, 100_000)), encoding="utf-8")
    else:
        _spoil_file(numbers.choice([file, *sorted((folder / "photos").iterdir()), folder / "photos"]), numbers)


def _spoil_file(path: Path, numbers: random.Random) -> None:
    kind = numbers.randrange(5)
    data = path.read_bytes() if path.is_file() else b"x" * 20
    if kind == 4 and path.is_file():
        path.write_bytes(bytes_changed(data, numbers))
        return
    rmtree(path) if path.is_dir() else path.unlink()
    if kind == 0:
        path.symlink_to(numbers.choice(["/etc/hostname", "../..", "journal.json", "/dev/zero"]))
    elif kind == 1:
        path.mkdir()
    elif kind == 2:
        os.mkfifo(path)


FILES = (
    "my.journal",
    "gone",
    "plan.toml",
    "photo.jpg",
    "junk",
    "out",
    "sub",
    "sub/out",
    "",
    ".",
    "x\ny",
    "\udc80",
    "é.jpg",
)
VALUES = (
    *("0", "4", "10", "11", "-1", "1.5", "9" * 30, "x", "", " ", "front", "left", "exercise", "sauna", "pus", "fever"),
    *(
        "2026-11-20",
        "2026-11-20T14:00",
        "2026-11-30",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "today",
        "2026-11-20T14",
    ),
    *("0.5,0.5", "0.1,0.1,0.2,0.2", "0.31,0.42:0.33,0.40", "nan", "inf", "1e400", "٣", "\u202e", "a\tb", "--", "-"),
)
NEVER = frozenset({"--help", "--demo", "--version"})


def command_lines(times: int) -> Figure:
    """Commands put together from the real ones, their options, and values that are right, wrong and strange."""
    from journal.cli.commands import journal

    every = _commands(journal, ())
    with room("lines") as base:
        filled_with_all(base / "my.journal")
        (base / "plan.toml").write_text(resource("plans", "default.toml").read_text(encoding="utf-8"))
        (base / "junk").write_bytes(seeded("junk").randbytes(5000))
        (base / "sub").mkdir()

        def trial(number: int) -> str:
            numbers = seeded("line", number)
            with room("line") as folder:
                copytree(base, folder, dirs_exist_ok=True)
                os.chdir(folder)
                before = (folder / "my.journal").read_bytes()
                arguments = _arguments(*numbers.choice(every), numbers)
                status, _ = said(arguments, folder)
                if status == 2:
                    after = (folder / "my.journal").read_bytes()
                    assert after == before, f"{shlex.join(arguments)}: refused and yet changed"
                os.chdir("/")
            return f"status {status}"

        came, failures, peak = tried(trial, times)
    return Figure(row="mutated command lines", times=times, held=words(came, peak), failures=tuple(failures))


def _commands(group: click.Group, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], click.Command]]:
    found = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += _commands(command, (*path, name))
        else:
            found.append(((*path, name), command))
    return found


def _arguments(path: tuple[str, ...], command: click.Command, numbers: random.Random) -> list[str]:
    given = list(path)
    for parameter in command.params:
        is_option = isinstance(parameter, click.Option)
        for _ in range(numbers.choice((0, 0, 0, 1, 1, 2)) if is_option else numbers.choice((0, 1, 1, 1, 1, 1, 2))):
            if is_option and not NEVER & set(parameter.opts):
                given.append(numbers.choice([*parameter.opts, *parameter.secondary_opts]))
            if not (is_option and getattr(parameter, "is_flag", False)):
                given.append(numbers.choice(FILES if numbers.random() < 0.3 else VALUES))
    if numbers.random() < 0.1:
        given.insert(numbers.randrange(len(given) + 1), numbers.choice(("--nonsense", "-x", "--json", "--", "\x01")))
    if numbers.random() < 0.1:
        numbers.shuffle(given)
    # No argument can hold a byte of value 0, and a terminal's command line is never asked.
    return [each.replace("\0", "") for each in given]
