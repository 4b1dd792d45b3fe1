"""What a change was about, in words: for undo, redo and what was removed. QtCore only."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.changes import Change, What
from journal.words import full_day, weekday_name

DAYS_NAMED_BY_WEEKDAY = 6

_NAMES = {
    What.TREATMENT_ADDED: QT_TRANSLATE_NOOP("changes", "treatment added"),
    What.TREATMENT_CHANGED: QT_TRANSLATE_NOOP("changes", "treatment changed"),
    What.TREATMENT_REMOVED: QT_TRANSLATE_NOOP("changes", "treatment removed"),
    What.BASELINE: QT_TRANSLATE_NOOP("changes", "ordinary evening changed"),
    What.PHOTO_ADDED: QT_TRANSLATE_NOOP("changes", "photo added"),
    What.PHOTO_CHANGED: QT_TRANSLATE_NOOP("changes", "photo moved"),
    What.PHOTO_ALIGNED: QT_TRANSLATE_NOOP("changes", "photo aligned"),
    What.PHOTO_FLIPPED: QT_TRANSLATE_NOOP("changes", "photo flipped"),
    What.PHOTO_REMOVED: QT_TRANSLATE_NOOP("changes", "photo removed"),
    What.ENTRY_MOVED: QT_TRANSLATE_NOOP("changes", "entry moved"),
    What.PLAN: QT_TRANSLATE_NOOP("changes", "care plan changed"),
    What.CALLED: QT_TRANSLATE_NOOP("changes", "call noted"),
    What.ASIDE: QT_TRANSLATE_NOOP("changes", "flag put aside"),
    What.ANSWERED: QT_TRANSLATE_NOOP("changes", "question answered"),
    What.ENDED: QT_TRANSLATE_NOOP("changes", "daily log ended"),
    What.BROUGHT_BACK: QT_TRANSLATE_NOOP("changes", "brought back from the bin"),
}
_OTHER = QT_TRANSLATE_NOOP("changes", "settings changed")


def change_text(change: Change, today: date) -> str:
    """A change in a few words: "Tuesday's check-in"."""
    if change.what is What.ENTRY:
        text = QCoreApplication.translate("changes", "{day}'s check-in")
        return text.format(day=_day_words(change.day, today))
    return QCoreApplication.translate("changes", str(_NAMES.get(change.what, _OTHER)))


def _day_words(day: date | None, today: date) -> str:
    if day is None:
        return ""
    if 0 <= (today - day).days <= DAYS_NAMED_BY_WEEKDAY:
        return weekday_name(day)
    return full_day(day)
