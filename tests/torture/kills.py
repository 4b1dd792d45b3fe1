"""Killed at a random moment of a stream of taps and photo intakes: every acknowledged change is in the file."""

import os
import random
import select
import signal
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from journal import changes
from journal.domain.entry import Answers
from journal.domain.photo import Copy, View
from journal.store.key import Key
from tests.store.journals import NOW, TODAY, opened, prepared
from tests.torture.world import KEY, Figure, fork, room, seeded

LIVES = 15
"""Kills that one journal goes through; then the next begins, so that the full check of all photos stays short."""
LONGEST, OPENING = 0.15, 0.02
"""Seconds of life at most: in the stream, and of those that are to die while they open."""
DAYS = 40
SIZES = (5_000, 60_000, 400_000)


@dataclass(slots=True)
class Told:
    """What the child said that it would do next, and of what it said that it was saved."""

    entries: dict[date, tuple[int, int, str]] = field(default_factory=dict)
    photos: set[str] = field(default_factory=set)
    begun: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        """``? change`` before, ``!`` after it was saved."""
        if line.startswith("?"):
            self.begun = line.split()[1:]
        elif line == "!":
            self.keep()

    def keep(self) -> None:
        """What was begun is in the file."""
        match self.begun:
            case ["entry", day, redness, sensitivity, note]:
                self.entries[date.fromisoformat(day)] = (int(redness), int(sensitivity), note)
            case ["photo", sha256]:
                self.photos.add(sha256)
        self.begun = []


def stream(path: Path, key: Key | None, numbers: random.Random, pipe: int) -> None:
    """The child: change after change until it is killed, telling of each before and after."""

    def say(line: str) -> None:
        os.write(pipe, f"{line}\n".encode())

    with opened(path, key) as (store, empty):
        record = empty
        say("ready")
        while True:
            if numbers.random() < 0.3:
                source = prepared(numbers.randbytes(numbers.choice(SIZES)))
                say(f"? photo {source.sha256}")
                photo = changes.keep_photo(store, source, TODAY, View.FRONT, NOW)
                record = changes.adopted(record, changes.photo_added(photo))
            else:
                day = TODAY - timedelta(days=numbers.randrange(DAYS))
                redness, sensitivity = numbers.randrange(11), numbers.randrange(11)
                note = numbers.randbytes(numbers.randrange(1, 400)).hex()
                say(f"? entry {day} {redness} {sensitivity} {note}")
                answers = Answers(redness=redness, sensitivity=sensitivity, note=note)
                record, _ = changes.perform(store, record, changes.log(record, day, answers, NOW), NOW)
            say("!")


def killed(path: Path, key: Key | None, numbers: random.Random, told: Told) -> bool:
    """One life: the child begins, goes on for a random time and is killed. Whether it had got as far as opening."""
    reading, writing = os.pipe()
    seed = numbers.random()
    child = fork(lambda: stream(path, key, random.Random(seed), writing), path.with_name("complaints"))
    os.close(writing)
    is_early = numbers.random() < 0.15
    text = b"" if is_early else _until(reading, b"ready\n", 30.0)
    text += _until(reading, None, numbers.uniform(0, OPENING if is_early else LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, path.with_name("complaints").read_text()
    while piece := os.read(reading, 65536):
        text += piece
    os.close(reading)
    for line in text.decode().splitlines():
        told.take(line)
    return b"ready" in text


def _until(pipe: int, mark: bytes | None, seconds: float) -> bytes:
    """What is said until the mark comes, or the time is over."""
    text, end = b"", time.monotonic() + seconds
    while mark is None or mark not in text:
        ready, _, _ = select.select([pipe], [], [], max(0.0, end - time.monotonic()))
        piece = os.read(pipe, 65536) if ready else b""
        if not piece:
            return text
        text += piece
    return text


def judge(path: Path, key: Key | None, told: Told) -> None:
    """The file holds what was acknowledged, or that and the one change in hand; it is sound, no photo is half there."""
    if not path.exists() or path.stat().st_size == 0:
        assert not told.entries, "acknowledged entries are gone with the file"
        assert not told.photos, "acknowledged photos are gone with the file"
        told.begun = []
        return
    with opened(path, key) as (store, record):
        faults = store.check()
        assert faults == (), faults
        entries = {day: (entry.redness, entry.sensitivity, entry.note) for day, entry in record.facts.entries.items()}
        photos = {photo.sha256 for photo in record.photos}
        if (entries, photos) != (told.entries, told.photos):
            told.keep()
        assert (entries, photos) == (told.entries, told.photos), "an acknowledged change is missing, or one too many"
        for photo in record.photos:
            assert store.photo_bytes(photo.id, Copy.DISPLAY).startswith(b"display of ")
    told.begun = []


def kill_streams(times: int, key: Key | None = None) -> Figure:
    """``times`` kills, on a new journal every few."""
    name = "encrypted" if key else "plain"
    numbers = seeded("kills", name)
    failures: list[str] = []
    early = 0
    with room("kills") as folder:
        path, told = folder / "0.journal", Told()
        for turn in range(times):
            if turn % LIVES == 0:
                path, told = folder / f"{turn}.journal", Told()
            early += not killed(path, key, numbers, told)
            try:
                judge(path, key, told)
            except Exception as error:
                failures.append(f"kill {turn}: {type(error).__name__} {error}")
                path, told = folder / f"{turn}-after.journal", Told()
    return Figure(
        row=f"kill -9 in a stream of taps and photos, {name}",
        times=times,
        held=f"every acknowledged change there, file sound, no half photo ({early} kills while opening)",
        failures=tuple(failures),
    )


def plain(times: int) -> Figure:
    """Without a passphrase."""
    return kill_streams(times)


def encrypted(times: int) -> Figure:
    """With one."""
    return kill_streams(times, KEY)
