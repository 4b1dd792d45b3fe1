"""What a judgement looked at, and the names under which a finding tells it. No judging here."""

from datetime import date

from journal.domain.findings import Value
from journal.domain.ratings import Scale

_Key = tuple[str, date | None]


class Reading:
    """Values that were looked at and those that would have been needed.

    The names are put together only when asked for: most judgements are asked and thrown away.
    """

    __slots__ = ("_missing", "_values")

    def __init__(self) -> None:
        self._values: dict[_Key, Value] = {}
        self._missing: dict[_Key, None] = {}

    def note(self, what: str, day: date, value: Value) -> None:
        """Note a value that was looked at."""
        self._values[what, day] = value

    def note_baseline(self, scale: Scale, value: int) -> None:
        """Note the baseline that was used."""
        self._values[f"{scale}-baseline", None] = value

    def miss(self, what: str, day: date) -> None:
        """Note something that was not given, once."""
        self._missing[what, day] = None

    def values(self) -> dict[str, Value]:
        """The values by name, in the order in which they were looked at."""
        return {value_name(*key): value for key, value in self._values.items()}

    def missing(self) -> tuple[str, ...]:
        """The names of what was not given, each once."""
        return tuple(value_name(*key) for key in self._missing)


def value_name(what: str, day: date | None) -> str:
    """``redness@2026-11-22``, or ``redness-baseline`` for what has no day."""
    return what if day is None else f"{what}@{day.isoformat()}"
