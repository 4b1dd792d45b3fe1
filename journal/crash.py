"""What happens to a bug: it is written to the log, then told to whoever listens. No widgets, no values.

The report names the kind of error and the places in the code. It never holds the error's own words, which could quote
what a person typed.
"""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from journal import __version__

logger = logging.getLogger(__name__)

Listener = Callable[[str], None]
"""Is told the report, on the thread in which the bug happened."""


def crash_report(kind: type[BaseException], trace: TracebackType | None, qt_version: str = "") -> str:
    """The text a person may send: versions, the kind of error, module and line of each step."""
    # Late: a start that goes well reports nothing.
    import platform
    import traceback

    steps = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    head = [
        f"Recovery Journal {__version__}",
        f"Python {platform.python_version()}, Qt {qt_version or 'not loaded'}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    return "\n".join([*head, *steps])


def install_crash_hook(listener: Listener | None, qt_version: str = "") -> None:
    """From now on every uncaught error of any thread goes to the log and then to the listener."""

    def on_error(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        del error  # its words may quote what a person typed
        if issubclass(kind, KeyboardInterrupt):
            return
        report = crash_report(kind, trace, qt_version)
        logger.critical("a bug\n%s", report)
        if listener is not None:
            listener(report)

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        on_error(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error


def remove_crash_hook() -> None:
    """Back to Python's own."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__


def _short(file_name: str) -> str:
    """The last two parts of a path: enough to find the line, and no user's name."""
    return "/".join(Path(file_name).parts[-2:])
