"""Where the files that ship with the program lie: one function, for a checkout and for an installed package."""

from functools import cache
from pathlib import Path

from journal.domain.errors import JournalError


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
