"""The one place that asks what time it is. Everything else is handed a moment."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from journal.domain.errors import Refusal, ValueRefused

NIGHT_ENDS_HOUR = 4


class Clock(Protocol):
    """Tells the time. ``is_given`` is True when the person set it (``--now``); what is saved under it is marked so."""

    @property
    def is_given(self) -> bool:
        """Whether the person set the time."""
        ...

    def now(self) -> datetime:
        """This moment, aware, in the offset of this place."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's own clock and zone."""

    is_given: bool = False

    def now(self) -> datetime:
        """This moment, aware, in the machine's zone."""
        return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class GivenClock:
    """A clock that stands at a given moment."""

    moment: datetime
    is_given: bool = True

    def now(self) -> datetime:
        """The given moment."""
        return self.moment


def in_local_zone(moment: datetime) -> datetime:
    """A naive moment in the machine's zone; an aware one as it is.

    Raises ``ValueRefused`` for a time that the clocks of this place skip.
    """
    if moment.tzinfo is not None:
        return moment
    here = moment.astimezone()
    if here.astimezone(UTC).astimezone().replace(tzinfo=None) != moment:
        raise ValueRefused(Refusal.TIME, moment.isoformat(sep=" ", timespec="minutes"))
    return here


def offered_day(now: datetime) -> date:
    """The day the check-in opens on: from 00:00 to 04:00 the one that has just ended, else today."""
    return now.date() - timedelta(days=1) if now.hour < NIGHT_ENDS_HOUR else now.date()


def wall_time(moment: datetime, now: datetime) -> datetime:
    """A moment in this place's wall time: the machine's zone, daylight saving included, or the given clock's."""
    if now.astimezone().utcoffset() == now.utcoffset():
        return moment.astimezone()
    return moment.astimezone(now.tzinfo)
