"""Many small trials in few children: each child is limited in time and memory, and what it dies of is found out."""

import json
import os
import resource
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.torture.world import fork, limit, room, waited

BATCH = 50
MEMORY = 1_000_000_000
SECONDS = 5.0
Trial = Callable[[int], str]
"""Does the trial of a number and gives in a word how it went; raises for what must not happen."""


def tried(trial: Trial, times: int, *, batch: int = BATCH) -> tuple[Counter[str], list[str], int]:
    """Every number's trial: how they went, what must not have happened, and the most memory in bytes."""
    came: Counter[str] = Counter()
    failures: list[str] = []
    peak = 0
    with room("batch") as folder:
        first = 0
        while first < times:
            last = min(first + batch, times)
            status = waited(fork(lambda a=first, b=last: _trials(trial, range(a, b), folder), folder / "complaints"))
            for line in (folder / "said").read_text(encoding="utf-8").splitlines():
                number, word, fault, memory = json.loads(line)
                first, peak = number + 1, max(peak, memory)
                came[word] += 1
                if fault:
                    failures.append(f"{number}: {fault}")
            if first < last:
                failures.append(f"{first}: {_death(status, folder / 'complaints')}")
                came["died"] += 1
                first += 1
    return came, failures, peak


def _death(status: int, complaints: Path) -> str:
    if status == -signal.SIGALRM:
        return f"took longer than {SECONDS:g} s"
    return f"ended with {status}: " + complaints.read_text(encoding="utf-8", errors="replace")[-400:]


def _trials(trial: Trial, numbers: range, folder: Path) -> None:
    limit(memory=MEMORY)
    with (folder / "said").open("w", encoding="utf-8") as said:
        for number in numbers:
            limit(seconds=SECONDS)
            word, fault = "faulty", ""
            try:
                word = trial(number)
            except AssertionError as error:
                fault = str(error)[:600] or "AssertionError"
            except Exception as error:
                fault = f"{type(error).__name__}: {error}"[:600]
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            said.write(json.dumps([number, word, fault, memory]) + "\n")
            said.flush()
    limit(seconds=0)


def words(came: Counter[str], peak: int) -> str:
    """How often each, and the peak, in one line."""
    return ", ".join(f"{count} {word}" for word, count in came.most_common()) + f"; at most {peak / 1e6:.0f} MB"


def quiet() -> None:
    """In a child: nothing it prints is seen."""
    handle = os.open(os.devnull, os.O_WRONLY)
    os.dup2(handle, 1)
