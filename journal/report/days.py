"""Days of a course as people say them: periods, day numbers, runs of days. Words only; nothing is painted here."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from journal.domain.record import Record
from journal.domain.treatment import Treatment

LAST_DEFAULT_NUMBER = 28
RUNS_TOLD = 3
"""With more runs than this, days are counted and not listed; the annex lists them."""

translate = QCoreApplication.translate


def default_period(record: Record, treatment: Treatment, today: date) -> tuple[date, date]:
    """Day 0 to today, to day 28 or to the eve of the next treatment, whichever comes first; both ends count."""
    ends = [today, treatment.day + timedelta(days=LAST_DEFAULT_NUMBER)]
    eve = record.course_end(treatment)
    if eve is not None:
        ends.append(eve)
    return treatment.day, max(treatment.day, min(ends))


def number_of(treatment: Treatment, day: date) -> int:
    """Days since the treatment's date; negative before it."""
    return (day - treatment.day).days


def number_text(number: int) -> str:
    """A day number with a true minus sign."""
    return str(number) if number >= 0 else f"−{-number}"


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers joined, as (first, last)."""
    ordered = sorted(set(numbers))
    if not ordered:
        return []
    breaks = [(left, right) for left, right in pairwise(ordered) if right != left + 1]
    starts = [ordered[0], *(right for _, right in breaks)]
    ends = [*(left for left, _ in breaks), ordered[-1]]
    return list(zip(starts, ends, strict=True))


def days_text(numbers: Iterable[int]) -> str:
    """In words: "day 5", "days 5 and 6", "days 3 to 6", "days 1, 3, 5 to 7", "9 days from 2 to 28"."""
    numbers = tuple(numbers)
    parts = runs(numbers)
    if len(parts) == 1 and parts[0][0] == parts[0][1]:
        return translate("report", "day {number}").format(number=number_text(parts[0][0]))
    if len(set(numbers)) == 2:
        first, last = number_text(parts[0][0]), number_text(parts[-1][1])
        return translate("report", "days {first} and {last}").format(first=first, last=last)
    if len(parts) > RUNS_TOLD:
        count = sum(last - first + 1 for first, last in parts)
        return translate("report", "%n day(s) from {first} to {last}", None, count).format(
            first=number_text(parts[0][0]), last=number_text(parts[-1][1])
        )
    texts = [text for first, last in parts for text in _run_texts(first, last)]
    return translate("report", "days {days}").format(days=translate("report", ", ", "between days").join(texts))


def _run_texts(first: int, last: int) -> list[str]:
    if last - first < 2:
        return [number_text(number) for number in range(first, last + 1)]
    return [translate("report", "{first} to {last}").format(first=number_text(first), last=number_text(last))]
