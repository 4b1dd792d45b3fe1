"""Work on another thread. The window's side owns the signals; the worker is handed what it may emit and nothing else.

A worker never touches a widget, the session's record or an object that may be gone: results, progress and errors
reach the window's thread through queued signals; an error that is no ``JournalError`` is raised there, for the crash
hook.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance

from journal.domain.errors import JournalError


class Steering:
    """What the work itself may use: report how far it is, and ask whether it is still wanted. Any thread."""

    def __init__(self, report: Callable[[object], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether to stop at the next point where everything kept is whole."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def report(self, progress: object) -> None:
        """Tell the window's thread how far the work is."""
        self._report(progress)


Work = Callable[[Steering], object]


class Task(QObject):
    """One piece of work, run once, on a thread of its own.

    Signals, all on the thread of this object:
        progressed (object): what the work reported.
        succeeded (object): what the work returned, also after a cancel.
        failed (JournalError): the work could not be done.
        broke (): a bug; the error is raised on this thread right after.
        ended (): after any end; the task may go.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    broke = Signal()
    ended = Signal()
    _fell = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steering = Steering(partial(_emit, self.progressed))
        ends = _Ends(self.succeeded, self.failed, self._fell, self.ended)
        # A plain thread and not a pool: it keeps all it needs alive by itself when the window's side goes first.
        self._thread = threading.Thread(target=_run, args=(work, self._steering, ends), name="task")
        self._fell.connect(self._raise_here)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; ``succeeded`` still tells what was done."""
        self._steering.cancel()

    def wait(self) -> None:
        """Block until the thread has ended: for the way out only, after ``cancel``."""
        if self._thread.is_alive():
            self._thread.join()

    def let_go(self) -> None:
        """After it told how it ended. Its thread has one more word to say, and would say it to nothing."""
        self.wait()
        self.deleteLater()

    def _raise_here(self, error: BaseException) -> None:
        self.broke.emit()
        raise error


class _Ends:
    """The bound signals that tell how it ended."""

    __slots__ = ("ended", "failed", "fell", "succeeded")

    def __init__(
        self, succeeded: SignalInstance, failed: SignalInstance, fell: SignalInstance, ended: SignalInstance
    ) -> None:
        self.succeeded = succeeded
        self.failed = failed
        self.fell = fell
        self.ended = ended


def _run(work: Work, steering: Steering, ends: _Ends) -> None:
    try:
        result = work(steering)
    except JournalError as error:
        _emit(ends.failed, error)
    except Exception as error:  # noqa: BLE001  a border: handed whole to the window's thread
        _emit(ends.fell, error)
    else:
        _emit(ends.succeeded, result)
    _emit(ends.ended)


def _emit(signal: SignalInstance, *values: object) -> None:
    with suppress(RuntimeError):  # the window's side is gone; nobody waits for this any more
        signal.emit(*values)
