"""What several changes check alike: a day to come, text that can be stored."""

from datetime import date, datetime

from journal.domain.errors import Refusal, ValueRefused


def refuse_day_after(day: date, now: datetime) -> None:
    """Raises ``ValueRefused`` for a day that is still to come."""
    if day > now.date():
        raise ValueRefused(Refusal.DAY_AFTER_NOW, day)


def clean(text: str) -> str:
    """Text that every file and page can hold: no half characters (a file name may bring them) and no NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
