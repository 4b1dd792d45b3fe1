"""What is said of backups, in words: what a file holds, when a backup was made, how much room it takes."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from journal.domain.backup import Contents, DayBackup, Fault, Kept, KeptFile
from journal.error_words import fault_text
from journal.words import full_day, time_of_day

SHOWN_FAULTS = 12


def contents_text(contents: Contents) -> str:
    """What is in a file: days and photos."""
    day_count, photo_count = contents.days, contents.photos  # lupdate sees counts that are plain names
    days = QCoreApplication.translate("backups", "%n day(s)", "", day_count)
    photos = QCoreApplication.translate("backups", "%n photo(s)", "", photo_count)
    return QCoreApplication.translate("backups", "{days}, {photos}").format(days=days, photos=photos)


def last_entry_text(contents: Contents | None) -> str:
    """The day of the last entry."""
    if contents is None or contents.last_day is None:
        return QCoreApplication.translate("backups", "none")
    return full_day(contents.last_day)


def moment_text(backup: DayBackup, today: date) -> str:
    """When it was made: day and time."""
    return _moment_text(backup.at, today)


def _moment_text(at: datetime, today: date) -> str:
    day = full_day(at.date())
    if at.date() == today:
        day = QCoreApplication.translate("backups", "today")
    return QCoreApplication.translate("backups", "{day}, {time}").format(day=day, time=time_of_day(at))


def backup_line(backup: DayBackup, today: date) -> str:
    """One backup in a list."""
    if backup.contents is None:
        text = QCoreApplication.translate("backups", "{moment}: does not open with this passphrase")
        return text.format(moment=moment_text(backup, today))
    text = QCoreApplication.translate("backups", "{moment}: {contents}")
    return text.format(moment=moment_text(backup, today), contents=contents_text(backup.contents))


def kept_line(kept: KeptFile, today: date) -> str:
    """One file that was kept aside, in a list."""
    texts = {
        Kept.UPDATE: QCoreApplication.translate("backups", "{moment}, before an update: {contents}, {size}"),
        Kept.RESTORE: QCoreApplication.translate("backups", "{moment}, kept by a restore: {contents}, {size}"),
        Kept.EMPTIED: QCoreApplication.translate("backups", "{moment}, the emptied file: {contents}, {size}"),
    }
    if kept.contents is not None:
        contents = contents_text(kept.contents)
    elif kept.size == 0:
        contents = QCoreApplication.translate("backups", "nothing")
    else:
        contents = QCoreApplication.translate("backups", "damaged, or under another passphrase")
    moment = _moment_text(kept.at, today)
    return texts[kept.why].format(moment=moment, contents=contents, size=_size(kept.size))


def status_text(newest: DayBackup | None, today: date) -> str:
    """When the last backup was made, what is in it, and that it was verified."""
    if newest is None:
        return QCoreApplication.translate("backups", "There is no backup yet. The first is made by itself.")
    if newest.contents is None:
        text = QCoreApplication.translate("backups", "Backup of {moment}: does not open with this passphrase.")
        return text.format(moment=moment_text(newest, today))
    text = QCoreApplication.translate("backups", "Backup of {moment}: {contents}, verified.")
    return text.format(moment=moment_text(newest, today), contents=contents_text(newest.contents))


def space_text(used: int, free: int | None) -> str:
    """What the backups take, and what is free beside them."""
    if free is None and not used:
        return QCoreApplication.translate("backups", "Nothing is there now.")
    if free is None:
        return QCoreApplication.translate("backups", "They take {used}.").format(used=_size(used))
    text = QCoreApplication.translate("backups", "They take {used}; {free} are free there.")
    return text.format(used=_size(used), free=_size(free))


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def faults_text(faults: tuple[Fault, ...]) -> str:
    """Each fault a line: where and what; the first dozen."""
    lines = [f"{fault.where}: {fault_text(fault)}" for fault in faults[:SHOWN_FAULTS]]
    hidden = len(faults) - len(lines)
    if hidden > 0:
        lines.append(QCoreApplication.translate("backups", "and %n more", "", hidden))
    return "\n".join(lines)


def kept_text(kept: Path | None) -> str:
    """Where the file is that was there before."""
    if kept is None:
        return ""
    text = QCoreApplication.translate("backups", "What was here before is kept beside it as {name}.")
    return text.format(name=kept.name)
