"""What a calendar day says in words, all of it in sentences. No widgets."""

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.ratings import IrritationLook, Scale
from journal.drawing.month_data import CalendarDay, Logged
from journal.ui.curve.flag_words import flag_title


def day_heading(day: CalendarDay) -> str:
    """Such as "Thursday 26 November"; today says so."""
    if day.is_today:
        return QCoreApplication.translate("CalendarPage", "{day}, today").format(day=words.long_day(day.day))
    return words.long_day(day.day)


def day_place(day: CalendarDay) -> str:
    """The treatment of the day, or how many days after one it is."""
    if day.treatment is not None:
        return QCoreApplication.translate("CalendarPage", "Treatment {number}").format(number=day.treatment)
    if day.number is None:
        return QCoreApplication.translate("CalendarPage", "Before the first treatment")
    text = QCoreApplication.translate("CalendarPage", "Day {number} after treatment {treatment}")
    return text.format(number=day.number, treatment=day.latest_treatment)


def log_text(day: CalendarDay) -> str:
    """How the day stands in the log."""
    texts = {
        Logged.NOTHING: QCoreApplication.translate("CalendarPage", "Nothing logged"),
        Logged.MISSING: QCoreApplication.translate("CalendarPage", "No entry: missing"),
        Logged.PARTLY: QCoreApplication.translate("CalendarPage", "Something logged, no rating"),
        Logged.ON_TIME: QCoreApplication.translate("CalendarPage", "Logged on time"),
        Logged.LATER: QCoreApplication.translate("CalendarPage", "Filled in later"),
    }
    text = QCoreApplication.translate("CalendarPage", "Still to come") if day.is_future else texts[day.logged]
    if day.edited:
        return QCoreApplication.translate("CalendarPage", "{logged}, edited afterwards").format(logged=text)
    return text


def ratings_text(day: CalendarDay, look: IrritationLook) -> str:
    """Such as "Redness 4, sensitivity not given"; empty without any rating."""
    if day.redness is None and day.sensitivity is None:
        return ""
    values = ((Scale.REDNESS, day.redness), (Scale.SENSITIVITY, day.sensitivity))
    return ", ".join(_rating(words.scale_name(scale, look), value) for scale, value in values)


def _rating(name: str, value: int | None) -> str:
    if value is None:
        return QCoreApplication.translate("CalendarPage", "{scale} not given").format(scale=name)
    return QCoreApplication.translate("CalendarPage", "{scale} {value}").format(scale=name, value=value)


def photos_text(day: CalendarDay) -> str:
    """How many photos; empty without any."""
    if not day.photos:
        return ""
    count = day.photos
    return QCoreApplication.translate("CalendarPage", "%n photo(s)", "", count)


def flags_text(day: CalendarDay) -> str:
    """The flags that are marked, gravest first; empty without any."""
    if not day.findings:
        return ""
    flags = "; ".join(flag_title(finding) for finding in day.findings)
    return QCoreApplication.translate("CalendarPage", "Flagged: {flags}").format(flags=flags)


def judged_text(day: CalendarDay, *, is_unknown: bool) -> str:
    """That a day with an unknown warning rule is not clear; nothing of days to come, and never that one is clear."""
    if day.is_future or not is_unknown:
        return ""
    return QCoreApplication.translate("CalendarPage", "Not every warning rule can be judged on that day.")


def day_sentence(day: CalendarDay, look: IrritationLook) -> str:
    """Everything the cell shows, for a tooltip and a screen reader."""
    parts = (
        day_heading(day),
        day_place(day),
        log_text(day),
        ratings_text(day, look),
        flags_text(day),
        photos_text(day),
    )
    return ". ".join(part for part in parts if part) + "."
