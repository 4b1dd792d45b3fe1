"""How far a whole journal's copy is: by the bytes that were written, the pages that were read, the photos that were
held against their hashes. Told to whoever shows it; nothing else is done here.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.passphrase import KeyStage

if TYPE_CHECKING:
    from sqlite3 import Connection

Progress = Callable[[KeyStage, float], None]
"""Told what is being done, and how much of that, 0 to 1. Called on the thread that works, some times a second."""
STEPS = 200
"""Of the engine's, between two calls: a page that is checked counts as one."""


def forward(progress: Progress | None) -> Progress | None:
    """Passes on only what is further than all before: pages are still counted while the photos are read."""
    if progress is None:
        return None
    order = list(KeyStage)
    furthest = (-1, 0.0)

    def told(stage: KeyStage, part: float) -> None:
        nonlocal furthest
        if (order.index(stage), part) > furthest:
            furthest = order.index(stage), part
            progress(stage, part)

    return told


@contextmanager
def copying(connection: "Connection", old: Path, part: Path, progress: Progress | None) -> Iterator[None]:
    """While a copy of a whole file is written through this connection."""
    total = max(1, old.stat().st_size)

    def told() -> int:
        if progress is not None:
            with suppress(OSError):
                progress(KeyStage.COPYING, min(1.0, part.stat().st_size / total))
        return 0

    with _watched(connection, told, progress):
        yield


@contextmanager
def checking_pages(connection: "Connection", pages: int, progress: Progress | None) -> Iterator[None]:
    """While all pages of a file are read through this connection."""
    calls = 0

    def told() -> int:
        nonlocal calls
        calls += 1
        if progress is not None:
            progress(KeyStage.CHECKING, min(1.0, calls * STEPS / max(1, pages)))
        return 0

    with _watched(connection, told, progress):
        yield


@contextmanager
def _watched(connection: "Connection", told: Callable[[], int], progress: Progress | None) -> Iterator[None]:
    if progress is None:
        yield
        return
    connection.set_progress_handler(told, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
