"""A call to the clinic in words: when it was made, what was said, what has got worse since. QtCore only."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.clock import wall_time
from journal.domain.acknowledgement import Acknowledgement
from journal.domain.entry import SYMPTOMS
from journal.domain.open_calls import SinceCall, Worse
from journal.domain.ratings import IrritationLook

NEAR_DAYS = 6
"""Up to so many days back a weekday alone names the day of a call."""


def _say(text: str) -> str:
    return QCoreApplication.translate("call", text)


def call_time(at: datetime, now: datetime) -> str:
    """When a call was made, in the wall time of this place: "Tue 19:30", further back "19 Nov 19:30"."""
    wall = wall_time(at, now)
    is_near = 0 <= (wall_time(now, now).date() - wall.date()).days <= NEAR_DAYS
    day = words.weekday(wall.date()) if is_near else words.short_day(wall.date())
    return _say("{day} {time}").format(day=day, time=words.time_of_day(wall))


def called_line(call: Acknowledgement, now: datetime) -> str:
    """Such as "Called Tue 19:30: cool it.", or without what was said "Called Tue 19:30."."""
    when = call_time(call.at, now)
    if not call.said:
        return _say("Called {when}.").format(when=when)
    text = _say("Called {when}: {said}") if call.said[-1] in ".!?…" else _say("Called {when}: {said}.")
    return text.format(when=when, said=call.said)


def folded_line(call: Acknowledgement, now: datetime) -> str:
    """The one quiet line of a folded banner. It says what is known: nothing worse was logged, not that all is well."""
    return _say("{called} Nothing worse logged since.").format(called=called_line(call, now))


def worse_lines(since: SinceCall, look: IrritationLook) -> tuple[str, ...]:
    """What has got worse since a call, a sentence each: "Redness 6, was 4 when you called."."""
    lines = [_worse(worse, look) for worse in since.worse]
    if since.signs:
        named = words.listed(_signs(since.signs))
        lines.append(_say("New since you called: {signs}.").format(signs=named))
    if since.has_risen and not since.signs:
        lines.append(_say("It asks for more than when you called."))
    return tuple(lines)


def _worse(worse: Worse, look: IrritationLook) -> str:
    scale = words.scale_name(worse.scale, look)
    if worse.then is None:
        return _say("{scale} {now}, not rated when you called.").format(scale=scale, now=words.number(worse.now))
    text = _say("{scale} {now}, was {then} when you called.")
    return text.format(scale=scale, now=words.number(worse.now), then=words.number(worse.then))


def _signs(signs: Iterable[str]) -> list[str]:
    ticked = set(signs)
    return [words.lower_first(words.symptom_name(sign)) for sign in SYMPTOMS if sign in ticked]
