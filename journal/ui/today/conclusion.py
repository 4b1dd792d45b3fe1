"""The sentences that end what to know of a day. Nobody watches, and nothing is ever all clear. No widgets."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from journal.domain.between import is_after_plan
from journal.domain.day_sense import DaySense
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.domain.shown_flags import ShownFlags
from journal.words import listed, scale_name, weekday


def _say(text: str) -> str:
    return QCoreApplication.translate("today", text)


def conclusion(
    record: Record, day: date, sense: DaySense, shown: ShownFlags | None = None, *, is_today: bool
) -> tuple[str, ...]:
    """What the day comes to in sentences, below its flags; ``shown`` has what was called about or is still open."""
    says_call = sense.says_call if shown is None else shown.says_call
    was_called = shown is not None and shown.was_called
    lines: list[str] = []
    if is_after_plan(record, day) and not says_call:
        lines.append(_say("The plan has ended; its rating rules no longer look at this day."))
    elif not says_call and sense.is_unknown:
        lines += not_known(record, sense, is_today=is_today)
    elif not (says_call or was_called):
        lines.append(nothing_says_to_call(is_today=is_today))
    lines.append(_say("Nobody else receives this journal."))
    if record.treatments and record.baseline.given_at is None:
        lines.append(_say("No baseline was given: it counts as 0."))
    return tuple(lines)


def nothing_says_to_call(*, is_today: bool = True) -> str:
    """The most that is ever said of a day without a flag that asks for a call."""
    if is_today:
        return _say("Nothing in your plan says to call today.")
    return _say("Nothing in your plan said to call that day.")


def not_known(record: Record, sense: DaySense, *, is_today: bool) -> list[str]:
    """What could not be judged, and for want of what."""
    lines = []
    if sense.open_scales:
        lines.append(_say("Not rated yet: {scales}.").format(scales=_named(record, sense.open_scales)))
    if sense.late_scales:
        named = _named(record, sense.late_scales)
        lines.append(_say("Filled in later: the rating rules leave {scales} out.").format(scales=named))
    if sense.signs_not_asked:
        asked = _say("Warning signs not asked yet today.") if is_today else _say("Warning signs not asked that day.")
        lines.append(asked)
    if sense.gap_days:
        days = listed(weekday(gap) for gap in sense.gap_days)
        lines.append(_say("No rating in time for {days}: whether it rises cannot be told.").format(days=days))
    return lines


def _named(record: Record, scales: tuple[Scale, ...]) -> str:
    return listed(scale_name(scale, record.profile.irritation_look).lower() for scale in scales)
