"""What the page tells in its three columns, and what is open: flags, signs, things done early. Words only.

Everything comes from the findings of the record; nothing is judged here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.day_sense import day_sense, unknown_warnings
from journal.domain.entry import SYMPTOMS, WARNING_SIGNS
from journal.domain.findings import Finding
from journal.domain.folding import calls_of
from journal.domain.open_calls import OPEN_DAYS, open_findings
from journal.domain.plan import Kind, Rule, Tier
from journal.domain.record import Record, days_between
from journal.domain.treatment import Treatment
from journal.drawing.shapes import Mark, tier_mark
from journal.report.days import days_text, number_of, number_text
from journal.rule_words import act_word, rule_name
from journal.words import lower_first, short_day

OPEN_NAMED = 3

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What is reported: the treatment and the days, both included."""

    treatment: Treatment
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Every civil day of it."""
        return days_between(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """One line of a column: the shape with its letter, "still red, call", "days 7 and 8" (``count``: how many).

    ``short`` says it where there is little room.
    """

    days: str
    text: str
    count: int = 0
    mark: Mark | None = None
    is_strong: bool = False
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading and its lines, the most important first."""

    title: str
    lines: tuple[ToldLine, ...]


def met_findings(record: Record, period: Period, *kinds: Kind) -> dict[tuple[str, Tier], list[Finding]]:
    """Findings met at caution or above, by rule and tier in the order they first appear; ``kinds`` or all others."""
    found: dict[tuple[str, Tier], list[Finding]] = {}
    for day in period.days():
        for finding in record.marks(day):
            is_habit = finding.rule.kind in (Kind.AVOID, Kind.DO)
            if finding.rule.kind in kinds if kinds else not is_habit:
                found.setdefault((finding.rule.id, finding.tier), []).append(finding)
    return found


def flagged(record: Record, period: Period, today: date) -> Column:
    """Rules met at caution or above, highest tier first, then by day."""
    groups = sorted(met_findings(record, period).values(), key=lambda group: (-group[0].tier, group[0].day))
    lines = tuple(_flag_line(period, group) for group in groups)
    return Column(title=translate("report", "Flagged"), lines=lines or (_quiet(_no_flags(record, period, today)),))


def signs(record: Record, period: Period) -> Column:
    """Warning signs first, then the expected ones, each in runs of days."""
    ticked: dict[str, list[int]] = {}
    asked = 0
    for day in period.days():
        entry = record.entry(day)
        if entry is None or not entry.symptoms_asked:
            continue
        asked += 1
        for symptom in entry.symptoms:
            ticked.setdefault(symptom, []).append(number_of(period.treatment, day))
    ordered = [*WARNING_SIGNS, *(sign for sign in SYMPTOMS if sign not in WARNING_SIGNS)]
    lines = [_sign_line(sign, ticked[sign]) for sign in ordered if sign in ticked]
    if not any(sign in ticked for sign in WARNING_SIGNS):
        lines.append(_quiet(_no_signs(asked)))
    return Column(title=translate("report", "Signs"), lines=tuple(lines))


def done_early(record: Record, period: Period, calls: Sequence[ToldLine] = ()) -> Column:
    """The calls that were made; things done earlier than advised, and advised things left out, as the patient told."""
    lines = [_early_line(period, group) for group in met_findings(record, period, Kind.AVOID).values()]
    lines += [_missed_line(period, group) for group in met_findings(record, period, Kind.DO).values()]
    nothing = _quiet(translate("report", "nothing told"))
    title = translate("report", "Done earlier than advised")
    if calls:
        title = translate("report", "Calls made, done early")
    return Column(title=title, lines=(*calls, *lines) or (nothing,))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNow:
    """What asks for a call at the end of the period; ``is_strong`` when something does."""

    text: str
    is_strong: bool = False


def open_now(record: Record, period: Period, today: date) -> OpenNow:
    """What asked for a call on the last logged day or in the last days, unless a later day said that it no longer does.

    A day that cannot tell (not rated, not asked) closes nothing.
    """
    logged = [day for day in period.days() if record.entry(day) is not None]
    if not logged:
        return OpenNow(text=_open_text(period, today, translate("report", "not known, nothing was logged")))
    found = open_findings(record, period.first, period.last)
    if found:
        parts = [_open_part(record, period, finding) for finding in found[:OPEN_NAMED]]
        if len(found) > OPEN_NAMED:
            parts.append(translate("report", "and %n more", None, len(found) - OPEN_NAMED))
        flags = translate("report", "; ", "between flags").join(parts)
        return OpenNow(text=_open_text(period, today, flags), is_strong=True)
    if logged[-1] <= period.last - timedelta(days=OPEN_DAYS):
        text = translate("report", "not known, nothing logged since day {day}").format(
            day=number_text(number_of(period.treatment, logged[-1]))
        )
        return OpenNow(text=_open_text(period, today, text))
    return OpenNow(text=_open_text(period, today, _nothing_to_call(record, period, logged[-1])))


def _nothing_to_call(record: Record, period: Period, day: date) -> str:
    """That nothing says to call, as far as the last logged day can tell; what it lacks when it cannot."""
    sense = day_sense(record, day)
    place = number_text(number_of(period.treatment, day))
    if sense.is_clear and day == period.last:
        return translate("report", "nothing in the plan says to call")
    if sense.is_clear:
        return translate("report", "not known since day {day}, when nothing in the plan said to call").format(day=place)
    if sense.signs_not_asked:
        return translate("report", "not known, warning signs not asked on day {day}").format(day=place)
    if sense.open_scales or sense.late_scales:
        return translate("report", "not known, not rated in time on day {day}").format(day=place)
    return translate("report", "not known, a rating is missing before day {day}").format(day=place)


def _open_text(period: Period, today: date, text: str) -> str:
    if period.last >= today:
        return translate("report", "Open now: {text}.").format(text=text)
    day = number_text(number_of(period.treatment, period.last))
    return translate("report", "Open on day {day}: {text}.").format(day=day, text=text)


def advised_after(rule: Rule, treatment: Treatment) -> int:
    """The number of the last civil day that an avoid rule's window touches."""
    end = treatment.at + timedelta(hours=rule.window_hours(treatment))
    return ((end - timedelta(microseconds=1)).date() - treatment.day).days


def _open_part(record: Record, period: Period, finding: Finding) -> str:
    """The flag, what to do, its day; and the latest call about it, which closes nothing."""
    part = translate("report", "{flag}, {act}, {day}").format(
        flag=rule_name(finding.rule),
        act=act_word(finding.tier),
        day=days_text([number_of(period.treatment, finding.day)]),
    )
    calls = calls_of(record, finding.rule.id, period.last)
    if not calls:
        return part
    called = short_day(calls[-1].at.date())
    return translate("report", "{flag}, called {called}", "a flag that is open").format(flag=part, called=called)


def _numbers(period: Period, findings: Iterable[Finding]) -> list[int]:
    return [number_of(period.treatment, finding.day) for finding in findings]


def _flag_line(period: Period, group: list[Finding]) -> ToldLine:
    rule, tier = group[0].rule, group[0].tier
    act = act_word(tier)
    name = rule_name(rule)
    text = translate("report", "{flag}, {act}").format(flag=name, act=act) if act else name
    days = days_text(_numbers(period, group))
    return ToldLine(days=days, text=text, count=len(group), mark=tier_mark(tier), is_strong=tier >= Tier.CALL)


def _sign_line(sign: str, numbers: list[int]) -> ToldLine:
    text = lower_first(words.symptom_name(sign))
    return ToldLine(days=days_text(numbers), text=text, count=len(numbers), is_strong=sign in WARNING_SIGNS)


def _early_line(period: Period, group: list[Finding]) -> ToldLine:
    rule = group[0].rule
    text = translate("report", "{habit} (advised after day {day})").format(
        habit=rule_name(rule), day=advised_after(rule, period.treatment)
    )
    return ToldLine(days=days_text(_numbers(period, group)), text=text, count=len(group), mark=Mark.EARLY)


def _missed_line(period: Period, group: list[Finding]) -> ToldLine:
    text = translate("report", "left out: {habit}").format(habit=rule_name(group[0].rule))
    return ToldLine(days=days_text(_numbers(period, group)), text=text, count=len(group), mark=Mark.MISSED)


def _no_flags(record: Record, period: Period, today: date) -> str:
    if not any(record.entry(day) is not None for day in period.days()):
        return translate("report", "not known, nothing was logged")
    count = sum(bool(unknown_warnings(record, day)) for day in period.days() if day <= today)
    if count:
        return translate("report", "no rule met; %n day(s) could not be judged", None, count)
    return translate("report", "no rule met on any day")


def _no_signs(asked: int) -> str:
    if not asked:
        return translate("report", "warning signs: not asked")
    return translate("report", "no warning signs on the %n day(s) asked", None, asked)


def _quiet(text: str) -> ToldLine:
    return ToldLine(days="", text=text)
