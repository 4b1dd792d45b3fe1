"""The flags of every day, worked out course by course when a day of the course is first asked for."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

from journal.domain.facts import Facts
from journal.domain.findings import Finding
from journal.domain.rules import Flags, flags_between

ONE_DAY = timedelta(days=1)


class FlagBook:
    """All flags of a journal. Ten years of them need not wait for the first screen, which shows one course."""

    def __init__(self, facts: Facts, known: Mapping[int, Flags] | None = None) -> None:
        self._facts = facts
        self._starts = [treatment.day for treatment in facts.treatments]
        self._known: dict[int, Flags] = dict(known or {})

    def on(self, day: date) -> tuple[Finding, ...]:
        """The flags of a day."""
        return self._course(bisect_right(self._starts, day)).get(day, ())

    @property
    def all(self) -> Flags:
        """The flags of every day that has one."""
        courses = (self._course(index) for index in range(len(self._starts) + 1))
        return {day: flags for course in courses for day, flags in course.items()}

    def after_entry(self, facts: Facts, day: date) -> "FlagBook":
        """The flags after the entry of ``day`` changed: its course is to be worked out anew, the others stay."""
        changed = bisect_right(self._starts, day)
        return FlagBook(facts, {index: flags for index, flags in self._known.items() if index != changed})

    def _course(self, index: int) -> Flags:
        if index not in self._known:
            first = self._starts[index - 1] if index else None
            last = self._starts[index] - ONE_DAY if index < len(self._starts) else None
            self._known[index] = flags_between(self._facts, first, last)
        return self._known[index]
