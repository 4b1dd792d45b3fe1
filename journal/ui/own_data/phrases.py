"""What is said of things in the bin and of the files that still hold them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from journal.domain.bin import BinItem
from journal.domain.entry import Entry
from journal.domain.photo import Photo
from journal.domain.treatment import Treatment
from journal.ui.widgets.labels import breakable
from journal.whole_file import named_from
from journal.words import full_day, listed, time_of_day, view_name

SHOWN_FILES = 8


def item_text(item: BinItem) -> str:
    """What was removed."""
    match item.what:
        case Entry() as entry:
            return _entry_text(entry)
        case Photo() as photo:
            text = QCoreApplication.translate("bin", "Photo of {day}: {view}")
            return text.format(day=full_day(photo.day), view=view_name(photo.view))
        case Treatment() as treatment:
            text = QCoreApplication.translate("bin", "Treatment of {day}, {time}")
            return text.format(day=full_day(treatment.day), time=time_of_day(treatment.at))


def _entry_text(entry: Entry) -> str:
    parts = []
    if entry.redness is not None:
        parts.append(QCoreApplication.translate("bin", "redness {rating}").format(rating=entry.redness))
    if entry.sensitivity is not None:
        parts.append(QCoreApplication.translate("bin", "sensitivity {rating}").format(rating=entry.sensitivity))
    if entry.habits:
        parts.append(QCoreApplication.translate("bin", "habits"))
    if entry.symptoms_asked:
        parts.append(QCoreApplication.translate("bin", "signs"))
    if entry.note:
        parts.append(QCoreApplication.translate("bin", "a note"))
    text = QCoreApplication.translate("bin", "Check-in of {day}: {parts}")
    return text.format(day=full_day(entry.day), parts=listed(parts))


def left_text(item: BinItem, now: datetime) -> str:
    """Since when it lies there and for how long yet."""
    left = item.days_left(now)
    days = QCoreApplication.translate("bin", "%n day(s) left", "", left)
    text = QCoreApplication.translate("bin", "Removed {day}; {days}")
    return text.format(day=full_day(item.removed_at.date()), days=days)


def files_text(files: Sequence[Path], journal: Path) -> str:
    """Files, one a line, named from the journal's folder; the first few."""
    lines = [breakable(named_from(each, journal)) for each in files]
    hidden = len(lines) - SHOWN_FILES
    if hidden > 0:
        lines = [*lines[:SHOWN_FILES], QCoreApplication.translate("bin", "and %n more", "", hidden)]
    return "\n".join(lines)
