"""Every change to a journal as one function. No Qt.

A change is made of images: what a part of the journal was before and what it is after. Turned round, it is its own
undo. ``perform`` writes it in one transaction and gives the new record.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from journal.changes.change import Change, What
from journal.changes.opening import DEFAULT_NAME, default_journal, open_journal

if TYPE_CHECKING:
    from journal.changes.acknowledgements import Call, answered, called, ended, put_aside, take_back, take_up
    from journal.changes.bin import bring_back, touches
    from journal.changes.entries import log, move_entry, unlog
    from journal.changes.performing import adopted, perform, says_the_same
    from journal.changes.person import set_baseline, set_profile
    from journal.changes.photos import align_photo, change_photo, flip_photo, keep_photo, photo_added, remove_photo
    from journal.changes.plans import read_plan_file, use_plan
    from journal.changes.treatments import add_treatment, change_treatment, remove_treatment

__all__ = [
    "DEFAULT_NAME",
    "Call",
    "Change",
    "What",
    "add_treatment",
    "adopted",
    "align_photo",
    "answered",
    "bring_back",
    "called",
    "change_photo",
    "change_treatment",
    "default_journal",
    "ended",
    "flip_photo",
    "keep_photo",
    "log",
    "move_entry",
    "open_journal",
    "perform",
    "photo_added",
    "put_aside",
    "read_plan_file",
    "remove_photo",
    "remove_treatment",
    "says_the_same",
    "set_baseline",
    "set_profile",
    "take_back",
    "take_up",
    "touches",
    "unlog",
    "use_plan",
]

_ROOMS = {
    "acknowledgements": ("Call", "answered", "called", "ended", "put_aside", "take_back", "take_up"),
    "bin": ("bring_back", "touches"),
    "entries": ("log", "move_entry", "unlog"),
    "performing": ("adopted", "perform", "says_the_same"),
    "person": ("set_baseline", "set_profile"),
    "photos": ("align_photo", "change_photo", "flip_photo", "keep_photo", "photo_added", "remove_photo"),
    "plans": ("read_plan_file", "use_plan"),
    "treatments": ("add_treatment", "change_treatment", "remove_treatment"),
}


def __getattr__(name: str) -> object:
    """A change is loaded when it is first made: the first page is shown without any."""
    for room, names in _ROOMS.items():
        if name in names:
            globals()[name] = found = getattr(import_module(f"journal.changes.{room}"), name)
            return found
    raise AttributeError(name)
