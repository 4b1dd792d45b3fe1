"""The one way in: no command opens the window, a command runs on the command line.

Nothing heavy is imported here: the window never loads the command line, nor the command line the window, and what both
load waits until Python's collector rests (``make_start_quick``).
"""

import builtins
import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class Start(NamedTuple):
    """What the window is started with; ``journal`` as it was given, or nothing."""

    journal: str
    demo: bool
    now: "datetime | None"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run the command that ``argv`` names; the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    start = window_start(arguments)
    if start is None:
        from journal.cli.border import run

        return run(arguments)
    make_start_quick()
    try:
        from journal.app import run as open_window
        from journal.clock import GivenClock, SystemClock

        clock = SystemClock() if start.now is None else GivenClock(start.now)
        return open_window(_journal_path(start.journal), demo=start.demo, clock=clock)
    finally:
        gc.enable()


def make_start_quick() -> None:
    """To be called before the window's modules are loaded.

    The collector rests until the first page is painted: a start makes thousands of objects that last. Modules are
    loaded as Python does it. WORKAROUND: PySide replaces ``__import__`` and reads the source of every module that is
    loaded, in search of its feature switches, which are not used here: https://bugreports.qt.io/browse/PYSIDE-2029.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401  it replaces ``__import__``

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def window_start(arguments: Sequence[str]) -> Start | None:
    """How to start the window; None when there is a command, a wrong option or a question for help."""
    given: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, is_joined, value = rest.pop(0).partition("=")
        if name == "--demo" and not is_joined:
            given[name] = name
        elif name in {"--journal", "--now"} and (is_joined or rest):
            given[name] = value if is_joined else rest.pop(0)
        else:
            return None
    return _checked(given)


def _checked(given: dict[str, str]) -> Start | None:
    try:
        now = _moment(given["--now"]) if "--now" in given else None
    except ValueError:
        return None
    journal = given.get("--journal", "")
    if ("--journal" in given and not journal) or "\0" in journal:
        return None
    return Start(journal=journal, demo="--demo" in given, now=now)


def _moment(given: str) -> "datetime":
    """The moment that was given, in the zone of this computer. Raises ``ValueError``."""
    from datetime import datetime

    from journal.clock import in_local_zone
    from journal.domain.errors import ValueRefused

    try:
        return in_local_zone(datetime.fromisoformat(given))
    except (OverflowError, OSError, ValueRefused) as error:
        raise ValueError(given) from error


def _journal_path(given: str) -> "Path":
    from journal.resources import named_journal

    named = named_journal(given)
    if named is not None:
        return named
    from journal.changes import default_journal

    return default_journal()


if __name__ == "__main__":
    sys.exit(main())
