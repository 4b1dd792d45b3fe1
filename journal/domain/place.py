"""Where a journal lies, as far as it matters for what may happen to it. No paths are looked at here."""

from dataclasses import dataclass
from enum import StrEnum, auto


class PlaceKind(StrEnum):
    """What kind of folder a journal lies in."""

    HOME = auto()
    """A disk of this computer, by all that can be told."""
    SYNCED = auto()
    """A folder that a service keeps in step with other computers."""
    NETWORK = auto()
    """A folder of another computer."""
    REMOVABLE = auto()
    """A drive that can be taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``service`` names what keeps a synced folder in step. ``other_versions`` are the names of files beside the
    journal that look like what a service leaves there when two computers wrote at once.
    """

    kind: PlaceKind = PlaceKind.HOME
    service: str = ""
    other_versions: tuple[str, ...] = ()

    @property
    def is_worth_telling(self) -> bool:
        """Whether there is anything to know about it."""
        return self.kind is not PlaceKind.HOME or bool(self.other_versions)
