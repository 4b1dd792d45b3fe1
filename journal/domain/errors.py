"""What can go wrong that a person can do something about. Everything else is a bug.

No sentences live here: ``journal.words.error_text`` puts an error into one plain line.

    JournalError
    +-- ValueRefused         a value outside what product and plan allow (command line status 2)
    +-- JournalUnavailable   the file cannot be opened, read or written (status 1)
    +-- PhotoRefused         one picture was not taken in (status 1)
    +-- RecoveryCodeRefused  a recovery key that was mistyped (status 1)
    +-- PlanFaulty           a care plan with faults; nothing of it was loaded (status 1)
    +-- TransferRefused      a folder that cannot be imported; nothing of it was taken in (status 1)
    +-- BackupRefused        a file that cannot be restored or salvaged; the journal was not touched (status 1)
"""

from enum import StrEnum, auto


class JournalError(Exception):
    """Something the person can act on; never a bug."""


class Refusal(StrEnum):
    """Why a value was refused."""

    RATING = auto()
    DAY_AFTER_NOW = auto()
    TREATMENT_AFTER_NOW = auto()
    DEPTH = auto()
    HABIT = auto()
    SYMPTOM = auto()
    HABIT_BOTH = auto()
    PERIOD = auto()
    TIME = auto()
    VIEW = auto()
    PART = auto()
    NO_TREATMENT = auto()
    NO_ENTRY = auto()
    NO_PHOTO = auto()
    NOTHING_GIVEN = auto()
    QUESTION_COUNT = auto()
    SAME_INSTANT = auto()
    ALIGNMENT = auto()
    DAY_TAKEN = auto()
    NO_FLAG = auto()
    TREATMENT_COUNT = auto()
    ANSWER = auto()
    NOT_IN_BIN = auto()


class ValueRefused(JournalError):
    """A value that was refused where it was given; nothing changed.

    ``allowed`` names what would have been taken, when that is a short list.
    """

    def __init__(self, refusal: Refusal, value: object = None, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(refusal, value, allowed)
        self.refusal = refusal
        self.value = value
        self.allowed = allowed


class Trouble(StrEnum):
    """Why a journal could not be opened, read or written."""

    MISSING = auto()
    NOT_A_JOURNAL = auto()
    DAMAGED = auto()
    NEWER = auto()
    LOCKED = auto()
    NO_PERMISSION = auto()
    FOLDER_GONE = auto()
    DISK_FULL = auto()
    PASSPHRASE = auto()
    NO_PASSPHRASE = auto()
    HAS_PASSPHRASE = auto()
    IN_THE_OPEN = auto()
    RECOVERY_KEY = auto()
    READ_ONLY = auto()
    NOT_EMPTY = auto()
    EMPTIED = auto()
    """No file, or one of no bytes, where a journal was: its backups or older copies lie beside."""
    HELD = auto()
    """A window has the journal open."""
    NOTHING_LEFT = auto()
    """Of a file that was to be salvaged: nothing of a journal could be found in it."""


class JournalUnavailable(JournalError):
    """The journal file is out of reach; it was left untouched."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble = trouble
        self.detail = detail


class RecoveryCodeRefused(JournalError):
    """A recovery key that cannot be right as it was typed: these groups, by number from 1, or so many ``found``.

    Nothing of what was typed is kept in it. With neither, each group is right in itself and the whole is not.
    """

    def __init__(self, *, groups: tuple[int, ...] = (), found: int | None = None) -> None:
        super().__init__(groups, found)
        self.groups = groups
        self.found = found


class PhotoRefusal(StrEnum):
    """Why a picture was not taken in."""

    NOT_A_PICTURE = auto()
    EMPTY = auto()
    CUT_OFF = auto()
    TOO_MANY_PIXELS = auto()
    TOO_LARGE = auto()
    ALREADY_THERE = auto()
    TWICE = auto()
    UNREADABLE = auto()
    DAY_UNKNOWN = auto()
    NO_FILE = auto()


class PhotoRefused(JournalError):
    """One picture was not taken in, and nothing of it was kept. ``name`` is the file as it was given."""

    def __init__(self, refusal: PhotoRefusal, name: str) -> None:
        super().__init__(refusal, name)
        self.refusal = refusal
        self.name = name


class PlanFaulty(JournalError):
    """A care plan with faults, each one line: place, what is wrong, what is allowed."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class TransferFault(StrEnum):
    """Why a folder was not imported."""

    NOT_AN_EXPORT = auto()
    NEWER = auto()
    FAULTY = auto()
    PICTURE = auto()


class TransferRefused(JournalError):
    """A folder that is not a whole export; nothing of it was taken in. ``place`` names the file or row."""

    def __init__(self, fault: TransferFault, place: str = "") -> None:
        super().__init__(fault, place)
        self.fault = fault
        self.place = place


class BackupRefused(JournalError):
    """A file that cannot be restored or salvaged; the journal was not touched. ``name`` is the file as it was given."""

    def __init__(self, trouble: Trouble, name: str, detail: str = "") -> None:
        super().__init__(trouble, name, detail)
        self.trouble = trouble
        self.name = name
        self.detail = detail
