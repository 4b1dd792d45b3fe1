"""Backups that are made by themselves, and the look at the file that goes before: on a thread, after the first paint,
once an hour, and at the end of the program. Says calmly, once, what could not be done.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from journal.domain.backup import DayBackup, Fault
from journal.domain.bin import BinItem
from journal.domain.errors import JournalError, JournalUnavailable
from journal.emptying import Emptying
from journal.keeping import Keeping
from journal.session import JournalSession
from journal.ui.backups.job import Job
from journal.ui.tasks import Steering

FIRST_MS = 4_000
EVERY_MS = 3_600_000
END_SECONDS = 0.8
"""What a backup may take at the end of the program before it leaves the rest to the next start."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Look:
    """What one round came to."""

    faults: tuple[Fault, ...] = ()
    made: DayBackup | None = None
    emptied: tuple[BinItem, ...] = ()
    """What was removed for good, since it lay in the bin for 30 days."""
    error: JournalUnavailable | None = None
    """Why no backup was made although one was due."""


class BackupKeeper(QObject):
    """Keeps the backups of the journal that a session has open.

    Signals:
        backed_up (DayBackup): a backup was made.
        damaged (tuple of Fault): the file is not what was written.
        not_backed_up (JournalError): a backup was due and could not be made; told once a run.
    """

    backed_up = Signal(object)
    damaged = Signal(object)
    not_backed_up = Signal(object)

    def __init__(self, session: JournalSession, parent: QObject | None = None, *, empties_bin: bool = True) -> None:
        super().__init__(parent)
        self._session = session
        self._empties_bin = empties_bin
        self._emptied_on: date | None = None
        self._job = Job(self)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._has_told = False
        self._has_damage = False
        self._job.failed.connect(self._on_failed)

    def start(self) -> None:
        """Begin, once the first page has long been painted."""
        QTimer.singleShot(FIRST_MS, self, self.look)
        self._timer.start()

    def look(self) -> None:
        """One round: the small tables first, then a backup if one is due, once a month the whole file."""
        if not self._has_damage and not self._session.is_away:
            now = self._session.now()
            emptying = self._session.emptying() if self._empties_bin and self._emptied_on != now.date() else None
            if self._job.begin(partial(_looked, self._session.keeping(), emptying, now), self._on_looked):
                self._emptied_on = now.date()

    def finish(self) -> None:
        """At the end of the program, after the session was closed: what this evening brought, if it is quick."""
        self._timer.stop()
        self._job.stop()
        if self._has_damage:
            return
        keeping, ends = self._session.keeping(), time.monotonic() + END_SECONDS
        try:
            if keeping.is_due():
                keeping.back_up(self._session.now(), wanted=partial(_is_before, ends))
        except JournalError as error:
            logger.warning("no backup at the end: %s", type(error).__name__)

    def _on_looked(self, found: object) -> None:
        if not isinstance(found, Look):
            raise TypeError(found)
        if found.emptied:
            self._session.forget(found.emptied)
        if found.made is not None:
            self.backed_up.emit(found.made)
        if found.faults:
            self._has_damage = True
            self.damaged.emit(found.faults)
        if found.error is not None:
            self._on_failed(found.error)

    def _on_failed(self, error: object) -> None:
        logger.warning("no backup: %s", type(error).__name__)
        if not self._has_told:
            self._has_told = True
            self.not_backed_up.emit(error)


def _is_before(moment: float) -> bool:
    return time.monotonic() < moment


def _looked(keeping: Keeping, emptying: Emptying | None, now: datetime, steering: Steering) -> Look:
    wanted: Callable[[], bool] = partial(_is_wanted, steering)
    faults = keeping.quick_faults()
    if faults:
        return Look(faults=faults)
    made, error = None, None
    emptied: tuple[BinItem, ...] = ()
    try:
        if emptying is not None:
            emptied = emptying.empty_older(now).items  # before the backup, which then does not hold it
        if keeping.is_due():
            made = keeping.back_up(now, wanted=wanted)
    except JournalUnavailable as found:
        error = found
    if keeping.is_check_due(now.date()) and wanted():
        faults = keeping.full_faults(now.date(), wanted)
    return Look(faults=faults, made=made, emptied=emptied, error=error)


def _is_wanted(steering: Steering) -> bool:
    return not steering.is_cancelled
