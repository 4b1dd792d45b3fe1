"""A journal whose file is to be replaced: open in the window, or one that could not be opened. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.clock import SystemClock
from journal.domain.backup import Restored
from journal.holding import held
from journal.keeping import Keeping
from journal.session import JournalSession

if TYPE_CHECKING:
    from journal.passphrase import Key

Replacing = Callable[[], Restored | None]


@dataclass(frozen=True, slots=True)
class Mending:
    """Its backups, and how one file takes the other's place."""

    keeping: Keeping
    replace: Callable[[Replacing], Restored | None]
    """Raises ``JournalError``; then nothing changed."""

    @property
    def now(self) -> datetime:
        """For the names of files: the machine's own clock, so that the latest sorts last."""
        return SystemClock().now()


def of_session(session: JournalSession) -> Mending:
    """The journal that the window has open."""
    return Mending(session.keeping(), session.replace_file)


def of_file(journal: Path, key: "Key | None" = None) -> Mending:
    """A journal that nobody has open, with what opens it and its backups."""
    return Mending(Keeping(journal, key), partial(_replaced, journal))


def _replaced(journal: Path, replacing: Replacing) -> Restored | None:
    with held(journal):
        return replacing()
