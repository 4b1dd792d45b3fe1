"""Answers that were given but could not be saved: kept by day, shown as given, saved with the next try. No widgets."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from journal.domain.entry import Answers, Entry, Part, revised
from journal.domain.record import Record


class Drafts:
    """What is on the screen and not in the file. Empty as long as saving works."""

    def __init__(self) -> None:
        self._by_day: dict[date, Answers] = {}

    def of(self, day: date) -> Answers | None:
        """The unsaved answers of a day."""
        return self._by_day.get(day)

    def joined(self, day: date, answers: Answers) -> Answers:
        """The unsaved answers of a day with newer ones over them."""
        kept = self._by_day.get(day)
        if kept is None:
            return answers
        return Answers(
            redness=kept.redness if answers.redness is None else answers.redness,
            sensitivity=kept.sensitivity if answers.sensitivity is None else answers.sensitivity,
            habits={**(kept.habits or {}), **(answers.habits or {})} or None,
            symptoms=kept.symptoms if answers.symptoms is None else answers.symptoms,
            note=kept.note if answers.note is None else answers.note,
        )

    def keep(self, day: date, answers: Answers) -> None:
        """Hold answers that could not be saved."""
        self._by_day[day] = answers

    def drop(self, day: date) -> None:
        """The answers of a day were saved."""
        self._by_day.pop(day, None)

    def forget_saved(self, record: Record, now: datetime) -> None:
        """Drop what has meanwhile been saved another way."""
        for day, kept in tuple(self._by_day.items()):
            entry = record.entry(day)
            if entry is not None and revised(entry, day, kept, now) == entry:
                self.drop(day)

    def take_back(self, day: date, parts: Iterable[str]) -> None:
        """Forget parts of the unsaved answers."""
        kept = self._by_day.get(day)
        if kept is None:
            return
        habits = dict(kept.habits or {})
        for part in parts:
            if part in set(Part) - {Part.HABITS}:
                kept = replace(kept, **{str(part): None})
            habits.pop(part, None)
        kept = replace(kept, habits=habits or None)
        self._by_day[day] = kept
        if kept == Answers():
            self.drop(day)

    def shown(self, record: Record, day: date, now: datetime) -> Entry | None:
        """The entry as the screen shows it: what is saved, with what is not over it."""
        kept, entry = self._by_day.get(day), record.entry(day)
        return entry if kept is None else revised(entry, day, kept, now)
