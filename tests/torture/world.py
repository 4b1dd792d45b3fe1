"""What the rows of the torture suite share: figures, and children of this process that are killed, limited or timed.

Children are forked, so that each starts in a millisecond with everything imported; so nothing here may start a thread.
"""

import os
import random
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from journal import changes
from journal.domain.errors import JournalError
from journal.domain.photo import Copy
from journal.store.key import Key
from tests.store.journals import content

KEY = Key(raw=bytes(range(100, 132)), salt=bytes(range(16)))
OTHER_KEY = Key(raw=bytes(range(32)), salt=bytes(range(50, 66)))
DONE, REFUSED, BUG = 0, 10, 70
SEED = 20261124


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What came of a row: how often, what held in one line, and everything that did not."""

    row: str
    times: int
    held: str
    failures: tuple[str, ...] = ()


def seeded(*parts: object) -> random.Random:
    """The same numbers for the same parts, in every run."""
    return random.Random("-".join(str(part) for part in (SEED, *parts)))


@contextmanager
def room(name: str) -> Iterator[Path]:
    """A folder of its own, gone at the end."""
    with tempfile.TemporaryDirectory(prefix=f"torture-{name}-") as folder:
        yield Path(folder)


def fork(work: Callable[[], int | None], complaints: Path) -> int:
    """Start a child that does the work; its number. Its status is what the work gives, or that of an error.

    ``complaints`` takes its standard error.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        _be_child(work, complaints)
    return child


def _be_child(work: Callable[[], int | None], complaints: Path) -> NoReturn:
    status = BUG
    try:
        handle = os.open(complaints, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(handle, 2)
        status = work() or DONE
    except JournalError:
        status = REFUSED
    except BaseException:
        with suppress(BaseException):
            traceback.print_exc()
    finally:
        os._exit(status)


def waited(child: int) -> int:
    """The status a child ended with, negative for a signal."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def killed_after(child: int, seconds: float) -> bool:
    """Let a child live for so long, then kill it; whether it had not ended by itself."""
    handle = os.pidfd_open(child)
    try:
        ended, _, _ = select.select([handle], [], [], seconds)
        os.kill(child, signal.SIGKILL)
    finally:
        os.close(handle)
    os.waitpid(child, 0)
    return not ended


def limit(*, memory: int | None = None, seconds: float | None = None) -> None:
    """Called in a child: no more memory of its own than that, and the end by a signal after so long."""
    if memory is not None:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    if seconds is not None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def held(path: Path, key: Key | None = None) -> tuple[object, ...]:
    """All that a journal holds, pictures too. It passes the full check, or ``AssertionError``."""
    store, record = changes.open_journal(path, create=False, key=key)
    with closing(store):
        faults = store.check()
        assert faults == (), faults
        return (*content(record), *(store.photo_bytes(photo.id, copy) for photo in record.photos for copy in Copy))


def timed(work: Callable[[], object]) -> float:
    """How many seconds it takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
