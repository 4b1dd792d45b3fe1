"""The course of one batch: read on a worker, ask once, keep on a worker. Knows no widgets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from journal.domain.errors import JournalError, PhotoRefused
from journal.domain.photo import Photo
from journal.session import JournalSession
from journal.ui.photos.batch import Candidate, Keeping, Placed, Progress, Reading, Source, keep_batch, read_batch
from journal.ui.tasks import Task


class Intake(QObject):
    """Takes batches in, one after the other.

    Signals:
        progressed (Progress, bool): which picture is worked on, and whether it is being kept (else read).
        asked (Reading, date | None): which day and view? Answer with ``place`` or ``drop_batch``.
        finished (Keeping): the batch is done or cancelled; ``kept`` are in the journal.
        failed (JournalError): the journal could not be written; what was kept before stays.
    """

    progressed = Signal(object, bool)
    asked = Signal(object, object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, session: JournalSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._day: date | None = None
        self._refused: tuple[PhotoRefused, ...] = ()
        self._is_asking = False
        self._is_keeping = False
        self._rest: tuple[Candidate, ...] = ()
        self._waiting: list[tuple[tuple[Source, ...], date | None]] = []

    @property
    def is_busy(self) -> bool:
        """Whether a batch is being read, asked about or kept."""
        return self._task is not None or self._is_asking

    @property
    def is_at_work(self) -> bool:
        """Whether a batch is being read or kept on another thread."""
        return self._task is not None

    def begin(self, sources: Sequence[Source], day: date | None) -> None:
        """Read a batch, now or after the one that is under way. ``day`` is the day it was dropped on, if any."""
        if self.is_busy:
            self._waiting.append((tuple(sources), day))
            return
        self._day, self._refused, self._is_keeping = day, (), False
        known = frozenset(photo.sha256 for photo in self._session.record.photos)
        self._run(Task(partial(read_batch, tuple(sources), known), self), self._on_read)

    def place(self, placed: Sequence[Placed], rest: Sequence[Candidate] = ()) -> None:
        """The answer: keep these. The rest is asked about again afterwards."""
        self._is_asking, self._is_keeping = False, True
        self._rest = tuple(rest)
        self._run(Task(partial(keep_batch, tuple(placed), self._session.keep_photo), self), self._on_kept)

    def drop_batch(self) -> None:
        """The other answer: nothing is kept."""
        self._is_asking = False
        self._finish(Keeping((), self._refused, was_cancelled=True))

    def cancel(self) -> None:
        """Stop after the picture in hand; whole photos stay."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop and wait: the window is going."""
        self._waiting.clear()
        if self._task is not None:
            self._task.progressed.disconnect(self._on_progress)  # what is kept is in the file; nobody draws it now
            self._task.cancel()
            self._task.wait()

    def _run(self, task: Task, then: object) -> None:
        self._task = task
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(then)
        task.failed.connect(self._on_failed)
        task.broke.connect(self._on_broke)
        task.start()

    def _on_progress(self, told: object) -> None:
        if isinstance(told, Photo):
            self._session.adopt_photo(told)
        elif isinstance(told, Progress):
            self.progressed.emit(told, self._is_keeping)

    def _on_read(self, reading: Reading) -> None:
        self._end_task()
        self._refused = reading.refused
        if not reading.candidates:
            self._finish(Keeping((), reading.refused, was_cancelled=reading.was_cancelled))
            return
        self._is_asking = True
        self.asked.emit(reading, self._day)

    def _on_kept(self, keeping: Keeping) -> None:
        self._end_task()
        self._finish(replace(keeping, refused=self._refused + keeping.refused))

    def _on_failed(self, error: JournalError) -> None:
        self._end_task()
        self.failed.emit(error)
        self._begin_waiting()

    def _on_broke(self) -> None:
        self._end_task()
        self._finish(Keeping((), self._refused, was_cancelled=True))

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.let_go()
            self._task = None

    def _finish(self, keeping: Keeping) -> None:
        self.finished.emit(keeping)
        rest, self._rest = self._rest, ()
        if rest and not self.is_busy:
            self._refused = ()
            self._is_asking = True
            self.asked.emit(Reading(rest, ()), None)
        self._begin_waiting()

    def _begin_waiting(self) -> None:
        if self._waiting and not self.is_busy:
            sources, day = self._waiting.pop(0)
            self.begin(sources, day)
