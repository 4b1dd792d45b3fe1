"""Runs the real command line in this process, on a real journal in a temporary folder."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from journal.__main__ import main

NOW = "2026-11-22T20:00"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave: status, standard output, standard error."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()

    @property
    def json(self):
        return json.loads(self.out)


class CommandLine:
    """The command line on one journal, at one moment."""

    def __init__(self, path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capfd = capfd

    def __call__(self, *arguments: str, now: str = NOW) -> Ran:
        self._capfd.readouterr()
        status = main(["--journal", str(self.path), "--now", now, *arguments])
        out, err = self._capfd.readouterr()
        return Ran(status, out, err)

    def done(self, *arguments: str, now: str = NOW) -> Ran:
        ran = self(*arguments, now=now)
        assert (ran.status, ran.err) == (0, "")
        return ran

    def assert_refused(self, *arguments: str, status: int = 2, now: str = NOW) -> str:
        """The one line of a refusal, which changed nothing."""
        before = self.state()
        ran = self(*arguments, now=now)
        assert (ran.status, len(ran.complaints)) == (status, 1), ran
        assert self.state() == before
        return ran.complaints[0]

    def state(self) -> dict[str, bytes]:
        """Every file of the journal's folder."""
        return {path.name: path.read_bytes() for path in self.path.parent.iterdir() if path.is_file()}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder that holds the journal alone; commands run outside of it."""
    monkeypatch.delenv("RECOVERY_JOURNAL", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("TZ", "UTC")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    journal = tmp_path / "journal"
    journal.mkdir()
    return journal


@pytest.fixture
def command(folder, capfd):
    """The command line on a journal that is not there yet."""
    return CommandLine(folder / "my.journal", capfd)


@pytest.fixture
def treated(command):
    """The command line on a journal with one treatment of 1.5 mm, two days ago."""
    command.done("treatment", "add", "--at", "2026-11-20T14:00", "--depth", "1.5")
    return command


def picture(path: Path, color: str = "salmon", taken: str = "") -> str:
    """A small JPEG, with a capture time if one is given; its path as text."""
    exif = Image.Exif()
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    Image.new("RGB", (80, 60), color).save(path, exif=exif)
    return os.fspath(path)
