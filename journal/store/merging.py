"""What a change touched in an entry or a photo, laid over what the file holds now. No SQL.

The window and the command line may write to one journal at once; each changes only the parts it was asked to.
"""

from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from journal.domain.entry import Entry
from journal.domain.photo import Photo

_PHOTO_FIELDS = tuple(field.name for field in fields(Photo))
_WHOLE = tuple(field.name for field in fields(Entry) if field.name not in {"day", "entered_at", "habits"})


def merged(current: Entry | None, before: Entry | None, after: Entry | None) -> Entry | None:
    """``current`` with that of ``after`` which differs from ``before``; ``after`` itself when nothing came between."""
    known = after or before
    if known is None or current == before:
        return after
    blank = Entry(day=known.day, entered_at=known.entered_at)
    old, new, now = before or blank, after or blank, current or blank
    touched: dict[str, Any] = {name: getattr(new, name) for name in _WHOLE if getattr(old, name) != getattr(new, name)}
    entry = replace(now, habits=_habits(old, new, now), **touched)
    return None if entry.is_empty and not entry.edited else entry


def merged_photo(current: Photo, before: Photo, after: Photo) -> Photo:
    """``current`` with those fields of ``after`` that differ from ``before``."""
    touched: dict[str, Any] = {
        name: getattr(after, name) for name in _PHOTO_FIELDS if getattr(before, name) != getattr(after, name)
    }
    return replace(current, **touched)


def _habits(old: Entry, new: Entry, now: Entry) -> MappingProxyType[str, bool]:
    answers = dict(now.habits)
    for habit in old.habits.keys() | new.habits.keys():
        if old.habits.get(habit) == new.habits.get(habit):
            continue
        if habit in new.habits:
            answers[habit] = new.habits[habit]
        else:
            answers.pop(habit, None)
    return MappingProxyType(answers)
