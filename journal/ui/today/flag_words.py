"""What a flag says on the Today page: a habit shortly and without blame, a flag of another day with that day's name.

No widgets. How a finding came about is told by ``journal.finding_words``.
"""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from journal.clock import wall_time
from journal.domain.clearing import clearing_of
from journal.domain.entry import WARNING_SIGNS
from journal.domain.findings import Finding
from journal.domain.plan import Kind, Tier
from journal.domain.record import Record
from journal.domain.shown_flags import ShownFlag
from journal.ui.today.phrases import in_a_row
from journal.words import (
    habit_name,
    short_day,
    symptom_name,
    tier_word,
    time_of_day,
    upper_first,
    weekday,
    weekday_name,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagWords:
    """What a callout says: its title, its paragraphs, and what stands smaller beneath them."""

    title: str
    texts: tuple[str, ...]
    small: tuple[str, ...] = ()


def _say(text: str) -> str:
    return QCoreApplication.translate("today", text)


def flag_words(flag: ShownFlag, record: Record, shown_day: date, now: datetime, *, asks_signs: bool) -> FlagWords:
    """What a flag says on the page of ``shown_day``; after a call first what has got worse since."""
    finding = flag.finding
    title = upper_first(tier_word(finding.flag_tier))
    texts = tuple(text for text in (finding.rule.text, finding.rule.advice) if text)
    small = (asking(finding),) if asks_signs and finding.rule.asks else ()
    if finding.is_met and finding.tier is Tier.EMERGENCY:
        title = _say("Emergency: call your local emergency number now")
        texts = (finding.rule.text, _say("Do not wait for the clinic to answer."))
    elif finding.is_met and finding.rule.kind in (Kind.AVOID, Kind.DO):
        title, texts = habit_title(finding, is_today=finding.day == now.date()), (habit_line(record, finding, now),)
    if finding.day != shown_day:
        title = _say("{flag} (flagged on {day})").format(flag=title, day=weekday(finding.day))
    if flag.since is not None:
        from journal.call_words import called_line, worse_lines  # late: on most evenings nobody has called

        texts = (*worse_lines(flag.since, record.profile.irritation_look), *texts)
        small = (*small, called_line(flag.since.call, now))
    return FlagWords(title=title, texts=texts, small=small)


def asking(finding: Finding) -> str:
    """Which signs a rule asks at once."""
    asks = finding.rule.asks
    if set(asks) >= set(WARNING_SIGNS):
        return _say("It asks for every warning sign.")
    return _say("It asks: {signs}.").format(signs=in_a_row([symptom_name(sign) for sign in asks]))


def habit_title(finding: Finding, *, is_today: bool) -> str:
    """What a met rule about a habit is about, without blame: "Harsh product, earlier than advised"."""
    habit = habit_name(finding.rule.habit or "")
    if finding.rule.kind is Kind.AVOID:
        return _say("{habit}, earlier than advised").format(habit=habit)
    said = _say("{habit}: not today") if is_today else _say("{habit}: not that day")
    return said.format(habit=habit)


def habit_line(record: Record, finding: Finding, now: datetime) -> str:
    """What the plan says of it, and where it is marked: "Your plan says from Friday, 14:00. Marked on your curve."."""
    clearing = clearing_of(record.facts, finding, now.date())
    if finding.rule.kind is Kind.AVOID and clearing is not None and clearing.ends is not None:
        text = (
            _say("Your plan says {until}. Marked on your curve.")
            if finding.is_marked
            else _say("Your plan says {until}.")
        )
        said = text.format(until=from_then(clearing.ends, now))
    elif clearing is not None and clearing.day is not None:
        said = _say("Your plan advises it daily to {day}.").format(day=short_day(clearing.day))
    else:
        said = finding.rule.text
    return said


def from_then(ends: datetime, now: datetime) -> str:
    """Inside a sentence: "from today, 14:00", "from Friday, 14:00", "from 4 December, 14:00"."""
    wall = wall_time(ends, now)
    days = (wall.date() - wall_time(now, now).date()).days
    time = time_of_day(wall)
    if days == 0:
        return _say("from today, {time}").format(time=time)
    day = weekday_name(wall.date()) if 0 < days < 7 else short_day(wall.date())
    return _say("from {day}, {time}").format(day=day, time=time)
