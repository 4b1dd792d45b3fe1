"""How things are timed: whole processes on a virtual screen, and callables in this process."""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SCREEN = "1920x1080x24"
COMPILED = Path(__file__).parent / ".cache" / "compiled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: what was measured, its limit, both in the same unit."""

    what: str
    measured: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def ratio(self) -> float:
        return self.measured / self.limit

    @property
    def kept(self) -> bool:
        return self.measured <= self.limit


@contextlib.contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """An environment with a screen of its own (Xvfb on a free display), for real windows."""
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is not installed: start-up is measured on a real window")
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        number = pipe.readline().strip()
    try:
        # A user's second start finds compiled modules, whatever this shell says about writing them.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(COMPILED)
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    finally:
        server.terminate()
        server.wait()


def seconds_to_first_line(command: list[str], environment: dict[str, str]) -> float:
    """From the start of the process to its first line on stdout, which it prints once its window is painted."""
    started = time.perf_counter()
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        elapsed = time.perf_counter() - started
        process.stdout.read()
    if line.strip() != "painted":
        sys.exit(f"{command[-1]} painted nothing")
    return elapsed


def in_turn(runs: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Each measure ``runs`` times, A B C A B C ..., after one round that does not count."""
    for measure in measures:
        measure()
    rounds = [[measure() for measure in measures] for _ in range(runs)]
    return [list(column) for column in zip(*rounds, strict=True)]


def median(values: list[float]) -> float:
    return statistics.median(values)


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(action: Callable[[], object]) -> float:
    """Seconds one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
