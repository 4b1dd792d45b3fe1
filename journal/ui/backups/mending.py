"""A journal whose file is to be replaced: open in the window, or one that could not be opened. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from journal.clock import SystemClock
from journal.domain.backup import Restored
from journal.holding import held
from journal.keeping import Keeping
from journal.session import JournalSession

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


def of_file(journal: Path) -> Mending:
    """A journal that nobody has open."""
    return Mending(Keeping(journal, None), partial(_replaced, journal))


def _replaced(journal: Path, replacing: Replacing) -> Restored | None:
    with held(journal):
        return replacing()
