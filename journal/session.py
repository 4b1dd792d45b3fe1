"""The window's hold on the journal: the record, every change, undo and redo. The only way from a screen to the store."""

from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from journal.clock import Clock, offered_day
from journal.domain.entry import Answers
from journal.domain.facts import Profile
from journal.domain.photo import Copy, Photo, PreparedPhoto, View
from journal.domain.record import Record
from journal.domain.treatment import Treatment


class JournalSession(QObject):
    """Holds the current record. Each change is written before ``record_changed`` tells of it.

    Signals:
        record_changed (Record): something changed; every visible page draws the new record.
        failed (JournalError): a change could not be saved; nothing changed, what was typed stays on the screen.
        history_changed (): what can be undone or redone changed.
    """

    record_changed = Signal(object)
    failed = Signal(object)
    history_changed = Signal()

    @property
    def record(self) -> Record:
        raise NotImplementedError

    def now(self) -> datetime:
        raise NotImplementedError

    def today(self) -> date:
        """The civil date."""
        return self.now().date()

    def offered_day(self) -> date:
        """The day the check-in opens on (before 04:00: the one that has just ended)."""
        return offered_day(self.now())

    # every change: True when saved, False after ``failed``
    def log(self, day: date, answers: Answers) -> bool: ...
    def unlog(self, day: date, *parts: str) -> bool: ...
    def add_treatment(self, treatment: Treatment) -> bool: ...
    def change_treatment(self, number: int, treatment: Treatment) -> bool: ...
    def remove_treatment(self, number: int) -> bool: ...
    def set_baseline(self, redness: int, sensitivity: int) -> bool: ...
    def set_profile(self, profile: Profile) -> bool: ...
    def change_photo(self, photo_id: int, day: date, view: View) -> bool: ...
    def remove_photo(self, photo_id: int) -> bool: ...

    def photo_bytes(self, photo_id: int, copy: Copy) -> bytes: ...
    def keep_photo(self, prepared: PreparedPhoto, day: date, view: View) -> Photo:
        """Called on a WORKER thread: writes with a connection of its own. Raises JournalError."""
        ...
    def adopt_photo(self, photo: Photo) -> None:
        """Called on the window's thread after ``keep_photo``: takes the photo into the record and the undo stack."""

    @property
    def undo_text(self) -> str: ...  # "" when nothing
    @property
    def redo_text(self) -> str: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
