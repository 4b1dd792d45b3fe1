"""Changes to what was logged for a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from journal.changes.change import Change, What
from journal.changes.checks import clean, refuse_day_after
from journal.domain.entry import Answers, Entry, Part, checked_answers, has_part, moved, revised, without
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.record import Record


def log(record: Record, day: date, answers: Answers, now: datetime) -> Change:
    """Give answers for a day. Raises ``ValueRefused`` for a wrong value or a day after now."""
    refuse_day_after(day, now)
    if answers == Answers() or answers == Answers(habits={}):
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    if answers.note is not None:
        answers = replace(answers, note=clean(answers.note))
    before = record.facts.entries.get(day)
    after: Entry | None = revised(before, day, checked_answers(answers, record.habits), now)
    if after is not None and after.is_empty and not after.edited:
        after = None
    return Change(what=What.ENTRY, day=day, entries=((before, after),))


def unlog(record: Record, day: date, parts: Iterable[str], now: datetime) -> Change:
    """Take parts of an entry away (no parts: the whole): each a ``Part`` or one habit.

    Raises ``ValueRefused`` for a part that does not exist, and when there is nothing of it to take away.
    """
    wanted = tuple(parts)
    entry = record.facts.entries.get(day)
    for part in wanted:
        if part not in (*Part, *record.habits, *(entry.habits if entry else ())):
            raise ValueRefused(Refusal.PART, part, tuple(Part))
    if entry is None or entry.is_empty:
        raise ValueRefused(Refusal.NO_ENTRY, day)
    for part in wanted:
        if not has_part(entry, part):
            raise ValueRefused(Refusal.NO_ENTRY, part)
    return Change(what=What.ENTRY, day=day, entries=((entry, without(entry, wanted or tuple(Part), now)),))


def move_entry(record: Record, day: date, to: date, now: datetime) -> Change:
    """Move an entry to another day, where it counts as edited; when its values were first saved stays.

    Raises ``ValueRefused`` when there is nothing to move, the day is taken or still to come.
    """
    refuse_day_after(to, now)
    entry = record.entry(day)
    if entry is None:
        raise ValueRefused(Refusal.NO_ENTRY, day)
    if to == day or record.entry(to) is not None:
        raise ValueRefused(Refusal.DAY_TAKEN, to)
    there = record.facts.entries.get(to)
    return Change(what=What.ENTRY_MOVED, day=to, entries=((entry, None), (there, moved(entry, to))))
