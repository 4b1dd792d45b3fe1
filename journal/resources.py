"""Where files lie: those that ship with the program, in a checkout or installed, and the journal that was named."""

import os
from functools import cache
from pathlib import Path

from journal.domain.errors import JournalError

JOURNAL_VARIABLE = "RECOVERY_JOURNAL"


class ResourceMissing(JournalError):
    """A file that ships with the program is not there: the installation is broken."""


@cache
def _root() -> Path:
    here = Path(__file__).parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file, for example ``resource("plans", "default.toml")``. Raises ``ResourceMissing``."""
    path = _root().joinpath(*parts)
    if not path.exists():
        raise ResourceMissing("/".join(parts))
    return path


def named_journal(given: str = "") -> Path | None:
    """The journal given, else the one the environment names; None when none is named."""
    named = given or os.environ.get(JOURNAL_VARIABLE, "")
    return Path(named) if named else None
