"""One plain line for every error a person can act on, for window and command line alike. QtCore only.

Each says what is wrong, what would be taken, and that nothing is lost where that could be feared.
"""

from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.domain.backup import Fault, FaultKind
from journal.domain.errors import (
    BackupRefused,
    JournalError,
    JournalUnavailable,
    PhotoRefusal,
    PhotoRefused,
    PlanFaulty,
    RecoveryCodeRefused,
    Refusal,
    TransferFault,
    TransferRefused,
    Trouble,
    ValueRefused,
)
from journal.domain.recovery_code import GROUP_COUNT, GROUP_LENGTH
from journal.resources import ResourceMissing

_REFUSALS = {
    Refusal.RATING: QT_TRANSLATE_NOOP("errors", "{value} is not a rating: a whole number from 0 to 10."),
    Refusal.DAY_AFTER_NOW: QT_TRANSLATE_NOOP("errors", "{value} is still to come: a day up to today can be given."),
    Refusal.TREATMENT_AFTER_NOW: QT_TRANSLATE_NOOP(
        "errors", "{value} is still to come: a treatment is added once it has been done."
    ),
    Refusal.DEPTH: QT_TRANSLATE_NOOP("errors", "{value} is not a needle depth: from 0.1 to 6 mm, or unknown."),
    Refusal.HABIT: QT_TRANSLATE_NOOP("errors", "{value} is not a habit of the plan: {allowed}."),
    Refusal.SYMPTOM: QT_TRANSLATE_NOOP("errors", "{value} is not a symptom that is asked: {allowed}."),
    Refusal.HABIT_BOTH: QT_TRANSLATE_NOOP("errors", "{value} cannot be both done and not done on one day."),
    Refusal.PERIOD: QT_TRANSLATE_NOOP("errors", "The period ends before it begins: {value}."),
    Refusal.TIME: QT_TRANSLATE_NOOP("errors", "{value} is not a date or time that can be taken: {allowed}."),
    Refusal.VIEW: QT_TRANSLATE_NOOP("errors", "{value} is not a view: {allowed}."),
    Refusal.PART: QT_TRANSLATE_NOOP("errors", "{value} is not a part of an entry: {allowed}."),
    Refusal.NO_TREATMENT: QT_TRANSLATE_NOOP("errors", "There is no treatment {value}."),
    Refusal.NO_ENTRY: QT_TRANSLATE_NOOP("errors", "There is no entry for {value}."),
    Refusal.NO_PHOTO: QT_TRANSLATE_NOOP("errors", "There is no photo {value}."),
    Refusal.NOTHING_GIVEN: QT_TRANSLATE_NOOP("errors", "Nothing was given: name at least one part."),
    Refusal.QUESTION_COUNT: QT_TRANSLATE_NOOP("errors", "Up to three questions fit on the page."),
    Refusal.SAME_INSTANT: QT_TRANSLATE_NOOP("errors", "Treatment {value} is at that very time already."),
    Refusal.ALIGNMENT: QT_TRANSLATE_NOOP("errors", "These two photos cannot be laid on each other like that."),
    Refusal.DAY_TAKEN: QT_TRANSLATE_NOOP("errors", "{value} has an entry already; nothing was moved."),
    Refusal.NO_FLAG: QT_TRANSLATE_NOOP("errors", "{value} asks for no such answer on that day."),
    Refusal.TREATMENT_COUNT: QT_TRANSLATE_NOOP("errors", "{value} is not a number of treatments: from 1 to 99."),
    Refusal.ANSWER: QT_TRANSLATE_NOOP("errors", "There is no answer {value}."),
    Refusal.NOT_IN_BIN: QT_TRANSLATE_NOOP("errors", "{value} is not in the bin."),
}

_REFUSALS_UNNAMED = {
    Refusal.HABIT: QT_TRANSLATE_NOOP("errors", "{value} is not a habit of the plan."),
    Refusal.SYMPTOM: QT_TRANSLATE_NOOP("errors", "{value} is not a symptom that is asked."),
    Refusal.TIME: QT_TRANSLATE_NOOP("errors", "{value} is not a date or time that can be taken."),
    Refusal.VIEW: QT_TRANSLATE_NOOP("errors", "{value} is not a view: front, left, right, close-up."),
    Refusal.PART: QT_TRANSLATE_NOOP(
        "errors", "{value} is not a part of an entry: redness, sensitivity, habits, symptoms, note or a habit."
    ),
    Refusal.NO_TREATMENT: QT_TRANSLATE_NOOP("errors", "There is no treatment yet."),
    Refusal.SAME_INSTANT: QT_TRANSLATE_NOOP("errors", "There is already a treatment at that time."),
    Refusal.PERIOD: QT_TRANSLATE_NOOP("errors", "The period ends before it begins."),
}
"""Where no value, or no list of what is allowed, came with the refusal."""

_TROUBLES = {
    Trouble.MISSING: QT_TRANSLATE_NOOP("errors", "There is no journal at this place yet."),
    Trouble.NOT_A_JOURNAL: QT_TRANSLATE_NOOP("errors", "This file is not a Recovery Journal. It was left as it is."),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP(
        "errors", "The journal is damaged and cannot be read. It was left as it is; a backup can be used in its place."
    ),
    Trouble.EMPTIED: QT_TRANSLATE_NOOP(
        "errors",
        "The journal's file is empty or gone, but a journal was here: its backups or older copies lie beside it. "
        "Nothing was changed.",
    ),
    Trouble.NEWER: QT_TRANSLATE_NOOP(
        "errors",
        "The journal was written by a newer version of Recovery Journal. It was left as it is; update to open it.",
    ),
    Trouble.LOCKED: QT_TRANSLATE_NOOP(
        "errors", "The journal is in use by another program. Nothing was changed; try again in a moment."
    ),
    Trouble.NO_PERMISSION: QT_TRANSLATE_NOOP("errors", "You may not read or write the journal at this place."),
    Trouble.FOLDER_GONE: QT_TRANSLATE_NOOP("errors", "The journal's folder is not there. Is a drive missing?"),
    Trouble.DISK_FULL: QT_TRANSLATE_NOOP(
        "errors", "The disk is full, so this was not saved. Make some room and try again."
    ),
    Trouble.PASSPHRASE: QT_TRANSLATE_NOOP("errors", "The passphrase does not fit this journal."),
    Trouble.NO_PASSPHRASE: QT_TRANSLATE_NOOP("errors", "This journal opens with its passphrase, and none was given."),
    Trouble.HAS_PASSPHRASE: QT_TRANSLATE_NOOP("errors", "The journal has a passphrase already. Nothing was changed."),
    Trouble.IN_THE_OPEN: QT_TRANSLATE_NOOP("errors", "The journal has no passphrase. Nothing was changed."),
    Trouble.RECOVERY_KEY: QT_TRANSLATE_NOOP(
        "errors",
        "The recovery key does not open this journal. A sheet from before the last change of the passphrase is void.",
    ),
    Trouble.READ_ONLY: QT_TRANSLATE_NOOP("errors", "The journal can only be read here, so nothing was changed."),
    Trouble.NOT_EMPTY: QT_TRANSLATE_NOOP("errors", "There is something already. Nothing was changed."),
    Trouble.HELD: QT_TRANSLATE_NOOP(
        "errors", "The journal is open in a window. Close the window first; nothing was changed."
    ),
    Trouble.NOTHING_LEFT: QT_TRANSLATE_NOOP(
        "errors", "Nothing of a journal could be found in this file. It was left as it is."
    ),
}

_BACKUPS = {
    Trouble.MISSING: QT_TRANSLATE_NOOP("errors", "{name}: there is no such file. Nothing was changed."),
    Trouble.NOT_A_JOURNAL: QT_TRANSLATE_NOOP(
        "errors", "{name}: not a backup of Recovery Journal. Nothing was changed."
    ),
    Trouble.DAMAGED: QT_TRANSLATE_NOOP("errors", "{name}: damaged, so it was not used. Nothing was changed."),
    Trouble.NEWER: QT_TRANSLATE_NOOP(
        "errors", "{name}: written by a newer version of Recovery Journal. Update to use it. Nothing was changed."
    ),
    Trouble.LOCKED: QT_TRANSLATE_NOOP("errors", "{name}: in use by another program. Nothing was changed."),
    Trouble.PASSPHRASE: QT_TRANSLATE_NOOP("errors", "{name}: the passphrase does not fit. Nothing was changed."),
    Trouble.RECOVERY_KEY: QT_TRANSLATE_NOOP(
        "errors", "{name}: this recovery sheet does not open it. Nothing was changed."
    ),
    Trouble.NO_PASSPHRASE: QT_TRANSLATE_NOOP(
        "errors", "{name}: opens with its passphrase, and none was given. Nothing was changed."
    ),
    Trouble.NOT_EMPTY: QT_TRANSLATE_NOOP("errors", "{name}: the journal itself. Nothing was changed."),
    Trouble.NOTHING_LEFT: QT_TRANSLATE_NOOP(
        "errors", "{name}: nothing of a journal could be found in it. It was left as it is; a backup may still hold it."
    ),
}
_BACKUP_UNREADABLE = QT_TRANSLATE_NOOP("errors", "{name}: cannot be read. Nothing was changed.")

_FAULTS = {
    FaultKind.STRUCTURE: QT_TRANSLATE_NOOP("errors", "not as it should be ({detail})"),
    FaultKind.UNREADABLE: QT_TRANSLATE_NOOP("errors", "cannot be read"),
    FaultKind.DIFFERS: QT_TRANSLATE_NOOP("errors", "differs from what was written"),
    FaultKind.NOT_AS_TAKEN_IN: QT_TRANSLATE_NOOP("errors", "differs from what was taken in"),
    FaultKind.MISSING: QT_TRANSLATE_NOOP("errors", "is missing"),
    FaultKind.ROWS: QT_TRANSLATE_NOOP("errors", "does not have all the rows that were written"),
    FaultKind.SMALLER: QT_TRANSLATE_NOOP("errors", "only a smaller copy is left"),
    FaultKind.FACTS: QT_TRANSLATE_NOOP(
        "errors", "its day and view are lost; it lies on the day the camera wrote, else on today"
    ),
}

_PHOTOS = {
    PhotoRefusal.NOT_A_PICTURE: QT_TRANSLATE_NOOP(
        "errors", "{name}: not a picture that can be read (JPEG, PNG, WebP, TIFF, HEIC)."
    ),
    PhotoRefusal.EMPTY: QT_TRANSLATE_NOOP("errors", "{name}: the file is empty."),
    PhotoRefusal.CUT_OFF: QT_TRANSLATE_NOOP("errors", "{name}: the picture is cut off or damaged. Copy it again."),
    PhotoRefusal.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP("errors", "{name}: larger than 100 megapixels (WebP: 50)."),
    PhotoRefusal.TOO_LARGE: QT_TRANSLATE_NOOP("errors", "{name}: larger than 64 MB."),
    PhotoRefusal.ALREADY_THERE: QT_TRANSLATE_NOOP("errors", "{name}: this picture is already in the journal."),
    PhotoRefusal.TWICE: QT_TRANSLATE_NOOP("errors", "{name}: the same picture as another one of these."),
    PhotoRefusal.UNREADABLE: QT_TRANSLATE_NOOP("errors", "{name}: the file cannot be read."),
    PhotoRefusal.DAY_UNKNOWN: QT_TRANSLATE_NOOP(
        "errors", "{name}: the picture names no day that fits this journal. Give the day (--date)."
    ),
    PhotoRefusal.NO_FILE: QT_TRANSLATE_NOOP("errors", "{name}: there is no such file."),
}

_TRANSFERS = {
    TransferFault.NOT_AN_EXPORT: QT_TRANSLATE_NOOP(
        "errors", "This folder is not an export of Recovery Journal ({place}). Nothing was taken in."
    ),
    TransferFault.NEWER: QT_TRANSLATE_NOOP(
        "errors", "This folder was exported by another version of Recovery Journal ({place}). Nothing was taken in."
    ),
    TransferFault.FAULTY: QT_TRANSLATE_NOOP(
        "errors", "This folder is not whole: {place} cannot be read. Nothing was taken in."
    ),
    TransferFault.PICTURE: QT_TRANSLATE_NOOP(
        "errors", "This folder is not whole: the picture {place} is missing or changed. Nothing was taken in."
    ),
}

_RECOVERY_GROUPS = QT_TRANSLATE_NOOP("errors", "Mistyped in the recovery key: group {groups}. The others are right.")
_RECOVERY_COUNT = QT_TRANSLATE_NOOP(
    "errors", "The recovery key has {whole} groups of {length} characters; {found} were found."
)
_RECOVERY_WHOLE = QT_TRANSLATE_NOOP(
    "errors", "The recovery key is not right as a whole. Compare it with the sheet once more."
)

_FAULTY_PLAN = QT_TRANSLATE_NOOP("errors", "The care plan has a fault: {fault}")
_FAULTY_PLAN_MORE = QT_TRANSLATE_NOOP("errors", "The care plan has {count} faults, the first is: {fault}")
_MISSING_FILE = QT_TRANSLATE_NOOP("errors", "A file of the program is missing ({name}). Install it again.")
_OTHER = QT_TRANSLATE_NOOP("errors", "This could not be done.")
_SHOWN = 60


def error_text(error: JournalError) -> str:
    """The error in one plain line, with what would have been taken where that is a short list."""
    match error:
        case ValueRefused():
            return _refusal_text(error)
        case JournalUnavailable():
            return _translated(_TROUBLES[error.trouble])
        case PhotoRefused() | BackupRefused():
            return _file_text(error)
        case TransferRefused() | RecoveryCodeRefused():
            return _handed_in_text(error)
        case PlanFaulty() if error.faults:
            sentence = _FAULTY_PLAN if len(error.faults) == 1 else _FAULTY_PLAN_MORE
            return _translated(sentence).format(fault=error.faults[0], count=len(error.faults))
    return _translated(_MISSING_FILE if isinstance(error, ResourceMissing) else _OTHER).format(name=error)


def fault_text(fault: Fault) -> str:
    """What is wrong at a fault's place, without the place."""
    return _translated(_FAULTS[fault.kind]).format(detail=fault.detail)


def _file_text(error: PhotoRefused | BackupRefused) -> str:
    if isinstance(error, PhotoRefused):
        return _translated(_PHOTOS[error.refusal]).format(name=error.name)
    return _translated(_BACKUPS.get(error.trouble, _BACKUP_UNREADABLE)).format(name=error.name)


def _handed_in_text(error: TransferRefused | RecoveryCodeRefused) -> str:
    if isinstance(error, TransferRefused):
        return _translated(_TRANSFERS[error.fault]).format(place=error.place)
    if error.groups:
        return _translated(_RECOVERY_GROUPS).format(groups=", ".join(map(str, error.groups)))
    if error.found is not None:
        return _translated(_RECOVERY_COUNT).format(whole=GROUP_COUNT, length=GROUP_LENGTH, found=error.found)
    return _translated(_RECOVERY_WHOLE)


def _refusal_text(error: ValueRefused) -> str:
    sentence = str(_REFUSALS[error.refusal])
    if error.refusal in _REFUSALS_UNNAMED:
        lists_allowed = "{allowed}" in sentence
        if (lists_allowed and not error.allowed) or (not lists_allowed and error.value is None):
            sentence = str(_REFUSALS_UNNAMED[error.refusal])
    return _translated(sentence).format(value=_value_text(error.value), allowed=", ".join(error.allowed))


def _value_text(value: object) -> str:
    match value:
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case tuple():
            return " - ".join(_value_text(part) for part in value)
        case str():
            return f"“{value if len(value) <= _SHOWN else value[: _SHOWN - 1] + '…'}”"
        case None:
            return _translated(QT_TRANSLATE_NOOP("errors", "This"))
        case _:
            return str(value)


def _translated(text: object) -> str:
    # QT_TRANSLATE_NOOP gives its text back typed as an object.
    return QCoreApplication.translate("errors", str(text))
