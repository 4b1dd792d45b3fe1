"""The day that a picture file's name tells, as phones and messengers write it. Names only; no file is touched.

Known forms: a year first, month and day after it, all together or parted by one kind of mark, anywhere in the name:
``IMG-20261122-WA0003``, ``PXL_20261122_201500123``, ``20261122201500``, ``Screenshot_2026-11-22-20-15-00``,
``WhatsApp Image 2026-11-22 at 20.15.00``. Longer runs of digits are numbers (of phones, moments, ids), and names with
the day or month first are read differently in different countries: neither is taken for a date.
"""

import re
from collections.abc import Iterator
from datetime import date, time
from pathlib import PurePath

FIRST_YEAR = 2000
LAST_YEAR = 2099

_TOGETHER = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(\d{6})?(?!\d)", re.ASCII)
_PARTED = re.compile(r"(?<![\d.,])(?<!\d[-_])(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)", re.ASCII)


def name_date(name: str) -> date | None:
    """The one day that a file's name tells; None when it tells none, or more than one."""
    stem = PurePath(name).name
    found = set(_days(stem))
    return found.pop() if len(found) == 1 else None


def _days(name: str) -> Iterator[date]:
    for match in _TOGETHER.finditer(name):
        if match[4] is None or _is_time(match[4]):
            yield from _day(match[1], match[2], match[3])
    for match in _PARTED.finditer(name):
        yield from _day(match[1], match[3], match[4])


def _day(year: str, month: str, day: str) -> Iterator[date]:
    """The day of that year, month and day; nothing when there is no such day."""
    try:
        told = date(int(year), int(month), int(day))
    except ValueError:
        return
    if FIRST_YEAR <= told.year <= LAST_YEAR:
        yield told


def _is_time(figures: str) -> bool:
    try:
        time(int(figures[:2]), int(figures[2:4]), int(figures[4:]))
    except ValueError:
        return False
    return True
