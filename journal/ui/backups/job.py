"""One piece of work at a time for a widget: it begins, and its end comes back to a method of the widget."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journal.ui.tasks import Task, Work


class Job(QObject):
    """Runs work on a thread of its own; a second piece is refused while one runs.

    Signals:
        busy_changed (): work began or ended.
        failed (JournalError): the work could not be done.
    """

    busy_changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._done: Callable[[object], None] | None = None
        self._next: tuple[Work, Callable[[object], None]] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def begin(self, work: Work, done: Callable[[object], None]) -> bool:
        """Start; ``done`` (a bound method) gets what the work returned, on this thread. False while another runs."""
        if self._task is not None:
            return False
        self._done = done
        self._task = Task(work, self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.broke.connect(self._end)
        self.busy_changed.emit()
        self._task.start()
        return True

    def begin_instead(self, work: Work, done: Callable[[object], None]) -> None:
        """Start as soon as what runs has ended. What that brings is dropped, and so is what still waited."""
        if self._task is None:
            self.begin(work, done)
        else:
            self._done = None
            self._next = (work, done)

    def stop(self) -> None:
        """Ask what runs to stop, and wait for it; nothing more is heard of it."""
        if self._task is not None:
            self._done = self._next = None
            self._task.cancel()
            self._task.wait()
            self._task = None

    def _on_succeeded(self, result: object) -> None:
        done = self._done
        self._end()
        if done is not None:
            done(result)

    def _on_failed(self, error: object) -> None:
        is_wanted = self._done is not None
        self._end()
        if is_wanted:
            self.failed.emit(error)

    def _end(self) -> None:
        task, self._task, self._done = self._task, None, None
        if task is not None:
            task.let_go()
        following, self._next = self._next, None
        if following is None or not self.begin(*following):
            self.busy_changed.emit()
