"""The window's hold on the journal: the record, every change, undo and redo. The only way to the store."""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from journal import changes
from journal.change_words import change_text
from journal.changes import Change
from journal.clock import Clock, offered_day
from journal.domain.acknowledgement import AcknowledgementKind
from journal.domain.alignment import Alignment
from journal.domain.entry import Answers
from journal.domain.errors import JournalError, JournalUnavailable, Trouble, ValueRefused
from journal.domain.facts import Profile
from journal.domain.photo import Copy, DaySource, Photo, PreparedPhoto, View
from journal.domain.plan import Plan
from journal.domain.record import Record, build_record
from journal.domain.treatment import Treatment
from journal.store.journal_store import JournalStore

if TYPE_CHECKING:
    from journal.changes import Call
    from journal.domain.backup import Restored
    from journal.domain.bin import BinItem
    from journal.domain.place import Place
    from journal.emptying import Emptying
    from journal.keeping import Keeping
    from journal.passphrase import Key

HISTORY_MAX = 100

logger = logging.getLogger(__name__)


class JournalSession(QObject):
    """Holds the current record. Each change is written before ``record_changed`` tells of it.

    Signals:
        record_changed (Record): something changed; every visible page draws the new record.
        failed (JournalError): a change could not be saved; nothing changed, what was typed stays on the screen.
        history_changed (): what can be undone or redone changed.
        performed (Change): a change was made by the person, not by undo or redo.
        taken_out (): the file is open again, perhaps under another key or none.
    """

    record_changed = Signal(object)
    failed = Signal(object)
    history_changed = Signal()
    performed = Signal(object)
    taken_out = Signal()

    def __init__(self, store: JournalStore, record: Record, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._record = record
        self._clock = clock
        self._done: deque[Change] = deque(maxlen=HISTORY_MAX)
        self._undone: list[Change] = []
        self._unsaved: Callable[[], Change] | None = None
        self._is_damaged = False
        self._is_away = False

    @property
    def record(self) -> Record:
        """The journal as it stands in the file."""
        return self._record

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._store.path

    def place(self) -> "Place":
        """Where the file lies; looks at its folder."""
        return self._store.place()

    @property
    def has_unsaved(self) -> bool:
        """Whether the last change could not be saved."""
        return self._unsaved is not None

    @property
    def key(self) -> "Key | None":
        """What opens the journal; None when it lies in the open, and while it is put away."""
        return self._store.key

    @property
    def is_away(self) -> bool:
        """Whether the file is closed for the time being: locked, or under a new key just now."""
        return self._is_away

    def put_away(self) -> None:
        """Close the file and forget its key. Until ``take_out`` nothing is read or written."""
        with suppress(JournalError):
            self._record.photos  # noqa: B018  what was put off is read now: later it cannot be, nor be compared
        self._store.put_away()
        self._is_away = True

    def take_out(self, key: "Key | None") -> None:
        """Open the file again, and take in what was written meanwhile. Raises ``JournalError``; then it stays away."""
        self._store.take_out(key)
        self._is_away = False
        there = self._in_file()
        if not changes.says_the_same(there, self._record):
            self._take_up(there)
        self.taken_out.emit()

    def now(self) -> datetime:
        """This moment, by the clock that was given."""
        return self._clock.now()

    def today(self) -> date:
        """The civil date."""
        return self.now().date()

    def offered_day(self) -> date:
        """The day the check-in opens on (before 04:00: the one that has just ended)."""
        return offered_day(self.now())

    def log(self, day: date, answers: Answers) -> bool:
        """Give answers for a day."""
        return self._make(lambda: changes.log(self._record, day, answers, self.now()))

    def unlog(self, day: date, *parts: str) -> bool:
        """Take parts of an entry away; without parts the whole."""
        return self._make(lambda: changes.unlog(self._record, day, parts, self.now()))

    def refusal_of(self, treatment: Treatment, number: int | None = None) -> ValueRefused | None:
        """Why this treatment (in the place of ``number``) would not be taken; None when it would be."""
        try:
            if number is None:
                changes.add_treatment(self._record, treatment, self.now())
            else:
                changes.change_treatment(self._record, number, treatment, self.now())
        except ValueRefused as refusal:
            return refusal
        return None

    def add_treatment(self, treatment: Treatment) -> bool:
        """Add a treatment."""
        return self._make(lambda: changes.add_treatment(self._record, treatment, self.now()))

    def change_treatment(self, number: int, treatment: Treatment) -> bool:
        """Replace treatment ``number``."""
        return self._make(lambda: changes.change_treatment(self._record, number, treatment, self.now()))

    def remove_treatment(self, number: int) -> bool:
        """Take treatment ``number`` away."""
        return self._make(lambda: changes.remove_treatment(self._record, number))

    def set_baseline(self, redness: int, sensitivity: int) -> bool:
        """Give the baseline."""
        return self._make(lambda: changes.set_baseline(self._record, redness, sensitivity, self.now()))

    def set_profile(self, profile: Profile) -> bool:
        """Set phones, name, questions, look."""
        return self._make(lambda: changes.set_profile(self._record, profile))

    def move_entry(self, day: date, to: date) -> bool:
        """Move an entry to another day."""
        return self._make(lambda: changes.move_entry(self._record, day, to, self.now()))

    def read_plan(self, path: Path) -> Plan:
        """The plan of a file, its sentences in the window's language. Raises ``PlanFaulty``."""
        return changes.read_plan_file(path, self._record.facts.plan.language)

    def use_plan(self, plan: Plan) -> bool:
        """Take up a care plan for the latest treatment and later ones."""
        return self._make(lambda: changes.use_plan(self._record, plan, self.now()))

    def called(self, call: "Call", *also: "Call") -> bool:
        """Keep that the clinic was called about a flag, or about several at once."""
        return self._make(lambda: changes.called(self._record, call, self.now(), *also))

    def put_aside(self, rule: str, day: date) -> bool:
        """Put a flag of tier caution or info aside for the treatment of its day."""
        return self._make(lambda: changes.put_aside(self._record, rule, day, self.now()))

    def take_up(self, rule: str, day: date) -> bool:
        """Bring back what was put aside."""
        return self._make(lambda: changes.take_up(self._record, rule, day))

    def take_back(self, acknowledgement_id: int) -> bool:
        """Take an answer back: a call, something put aside, an ending."""
        return self._make(lambda: changes.take_back(self._record, acknowledgement_id))

    def answered(self, kind: AcknowledgementKind, day: date, signs: frozenset[str]) -> bool:
        """Answer the questions on the eve of a treatment or those of the months after the plan."""
        return self._make(lambda: changes.answered(self._record, kind, day, signs, self.now()))

    def end_course(self, treatment: Treatment) -> bool:
        """End a treatment's daily log."""
        return self._make(lambda: changes.ended(self._record, treatment, self.now()))

    def align_photo(self, photo_id: int, alignment: Alignment | None) -> bool:
        """Lay a photo on another one, or (None) take that away."""
        return self._make(lambda: changes.align_photo(self._record, photo_id, alignment))

    def flip_photo(self, photo_id: int) -> bool:
        """Show a mirrored selfie as others see the face, or back."""
        return self._make(lambda: changes.flip_photo(self._record, photo_id))

    def change_photo(self, photo_id: int, day: date, view: View) -> bool:
        """Move a photo to another day or view."""
        return self._make(lambda: changes.change_photo(self._record, photo_id, day, view, self.now()))

    def remove_photo(self, photo_id: int) -> bool:
        """Put a photo into the bin."""
        return self._make(lambda: changes.remove_photo(self._record, photo_id))

    def bin_items(self) -> "tuple[BinItem, ...]":
        """What can be brought back, removed last first. Raises ``JournalError``."""
        from journal.emptying import items_of  # late: only the bin asks

        return items_of(self._store)

    def bring_back(self, names: Iterable[str]) -> bool:
        """Bring things back from the bin."""
        from journal.emptying import all_items_of  # late: only the bin asks

        return self._make(lambda: changes.bring_back(self._record, all_items_of(self._store), names))

    def emptying(self) -> "Emptying":
        """The bin, to be emptied on any thread; ``forget`` tells this session afterwards."""
        from journal.emptying import Emptying  # late: not needed for the first page

        return Emptying(self.path, self._store.key, self._store.open_again)

    def forget(self, gone: "Iterable[BinItem]") -> None:
        """These were removed for good: what spoke of them can be undone no more."""
        lost = tuple(gone)
        self._done = deque((each for each in self._done if not changes.touches(each, lost)), maxlen=HISTORY_MAX)
        self._undone = [each for each in self._undone if not changes.touches(each, lost)]
        self.history_changed.emit()

    def photo_bytes(self, photo_id: int, copy: Copy) -> bytes:
        """One stored picture of a photo. Raises ``JournalError``."""
        return self._store.photo_bytes(photo_id, copy)

    def keep_photo(
        self, prepared: PreparedPhoto, day: date, view: View, day_source: DaySource = DaySource.GIVEN
    ) -> Photo:
        """Called on a worker's thread: writes with a connection of its own. Raises ``JournalError``."""
        self._refuse_damaged()
        store = self._store.open_again()
        try:
            return changes.keep_photo(
                store, prepared, day, view, self.now(), day_source=day_source, clock_given=self._clock.is_given
            )
        finally:
            store.close()

    def adopt_photo(self, photo: Photo) -> None:
        """Called on the window's thread after ``keep_photo``: takes the photo into the record and the undo stack."""
        change = changes.photo_added(photo)
        self._record = changes.adopted(self._record, change)
        self._remember(change)
        self.record_changed.emit(self._record)

    def try_again(self) -> bool:
        """Make the change once more that could not be saved last; True when there is none left."""
        return self._unsaved is None or self._make(self._unsaved)

    @property
    def undo_text(self) -> str:
        """What undo would take back, in words; empty when there is nothing."""
        return self.tr("Undo: {what}").format(what=self.describe(self._done[-1])) if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would do again, in words; empty when there is nothing."""
        return self.tr("Redo: {what}").format(what=self.describe(self._undone[-1])) if self._undone else ""

    def undo(self) -> bool:
        """Take the latest change back; False when there is none or it could not be saved."""
        made = self._perform(self._done[-1].reversed) if self._done else None
        if made is None:
            return False
        self._done.pop()
        self._undone.append(made.reversed())
        self.history_changed.emit()
        return True

    def redo(self) -> bool:
        """Do again what was undone last; False when there is nothing or it could not be saved."""
        made = self._perform(lambda: self._undone[-1]) if self._undone else None
        if made is None:
            return False
        self._undone.pop()
        self._done.append(made)
        self.history_changed.emit()
        return True

    def read_again_if_changed(self) -> None:
        """Take in what another process wrote. What could be undone before cannot be undone on top of that.

        The file also stirs when a worker of our own wrote: then it says what is known here, and all stays as it is.
        """
        if self.is_away:
            return
        try:
            if self._store.has_changed_outside() and not changes.says_the_same(there := self._in_file(), self._record):
                self._take_up(there)
        except JournalError as error:
            self._tell(error)

    def _in_file(self) -> Record:
        return build_record(self._store.load(self._record.facts.plan, self._record.curve))

    def _take_up(self, record: Record) -> None:
        self._record = record
        self._done.clear()
        self._undone.clear()
        self.history_changed.emit()
        self.record_changed.emit(self._record)

    def keeping(self) -> "Keeping":
        """The backups of this journal, to be asked from any thread while it is open here."""
        from journal.keeping import Keeping  # late: not needed for the first page

        return Keeping(self.path, self._store.key, self._store.open_again)

    def hold_still(self) -> None:
        """The file is damaged: from now on nothing is written into it."""
        self._is_damaged = True

    def replace_file(self, replacing: "Callable[[], Restored | None]") -> "Restored | None":
        """Let go of the file, have another one put in its place, and show that one. Raises ``JournalError``.

        Whether or not it was replaced, what lies there is open afterwards; nothing from before can be undone.
        """
        self._store.close()
        try:
            return replacing()
        finally:
            self._store = JournalStore.open(self.path, create=True, key=self._store.key)
            self._is_damaged = False
            self._take_up(self._in_file())

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def describe(self, change: Change) -> str:
        """What a change was about: "Tuesday's check-in"."""
        return change_text(change, self.today())

    def _make(self, change: Callable[[], Change]) -> bool:
        """Write a new change; False after ``failed``. A change of nothing is saved already."""
        self.read_again_if_changed()  # a command may have written while the window stayed in front
        try:
            wanted = change()
        except JournalError as error:
            self._tell(error)
            return False
        if wanted.is_nothing:
            return True
        made = self._perform(lambda: wanted)
        self._unsaved = change if made is None else None
        if made is None:
            return False
        self._remember(made)
        self.performed.emit(made)
        return True

    def _perform(self, change: Callable[[], Change]) -> Change | None:
        try:
            self._refuse_damaged()
            record, made = changes.perform(
                self._store, self._record, change(), self.now(), clock_given=self._clock.is_given
            )
        except JournalError as error:
            self._tell(error)
            return None
        self._record = record
        self.record_changed.emit(record)
        return made

    def _refuse_damaged(self) -> None:
        if self._is_damaged:
            raise JournalUnavailable(Trouble.DAMAGED)

    def _remember(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()
        self.history_changed.emit()

    def _tell(self, error: JournalError) -> None:
        logger.warning("not saved: %s", type(error).__name__)
        self.failed.emit(error)
