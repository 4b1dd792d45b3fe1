"""The person's own earlier treatment in one sentence, for paper and window alike. Words only."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.domain.settling import own_reference
from journal.domain.treatment import Treatment


def own_sentence(record: Record, treatment: Treatment, today: date) -> str:
    """Such as "Redness first back to 2 or less on day 4; last time, after treatment 1, on day 6."; or empty."""
    found = own_reference(record, treatment, Scale.REDNESS, today)
    if found is None:
        return ""
    return QCoreApplication.translate(
        "report",
        "{scale} first back to {level} or less on day {day}; last time, after treatment {number}, on day {earlier}.",
    ).format(
        scale=words.scale_name(Scale.REDNESS, record.profile.irritation_look),
        level=found.level,
        day=found.day,
        number=found.earlier_treatment,
        earlier=found.earlier_day,
    )
