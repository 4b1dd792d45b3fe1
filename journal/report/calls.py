"""Calls that were made about flags, as the page and its annex tell them. Words only; they close and change no flag."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.acknowledgement import Acknowledgement, AcknowledgementKind
from journal.domain.entry import SYMPTOMS
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.report.day_rows import FullFlag
from journal.report.days import days_text, number_of
from journal.report.told import Period, ToldLine
from journal.rule_words import rule_name

translate = QCoreApplication.translate

Calls = Sequence[Acknowledgement]


def calls_made(record: Record, period: Period) -> tuple[Calls, ...]:
    """What was kept of each call about a flag of the period, by time; one call may have been about several."""
    groups: dict[tuple[datetime, str], list[Acknowledgement]] = {}
    for one in record.facts.acknowledgements:
        is_of_course = one.treatment_id == period.treatment.id
        if one.kind is AcknowledgementKind.CALLED and is_of_course and period.first <= one.day <= period.last:
            groups.setdefault((one.at, one.said), []).append(one)
    return tuple(tuple(groups[key]) for key in sorted(groups, key=lambda key: key[0]))


def call_lines(record: Record, period: Period) -> tuple[ToldLine, ...]:
    """A line for each call: "Called 19 Nov 19:30 about still red: wait and cool"."""
    return tuple(
        ToldLine(days="", text=_line(record, calls), short=_short(record, calls))
        for calls in calls_made(record, period)
    )


def full_calls(record: Record, period: Period) -> tuple[FullFlag, ...]:
    """Each call in full, with what stood in the journal when it was made."""
    return tuple(_full(record, period, calls) for calls in calls_made(record, period))


def _line(record: Record, calls: Calls) -> str:
    said = " ".join(calls[0].said.split())
    if not said:
        return _short(record, calls)
    text = translate("report", "{called}: {said}")
    return text.format(called=_short(record, calls), said=said)


def _short(record: Record, calls: Calls) -> str:
    text = translate("report", "Called {when} about {flags}")
    return text.format(when=_when(calls[0]), flags=words.listed(_name(record, one) for one in calls))


def _full(record: Record, period: Period, calls: Calls) -> FullFlag:
    first = calls[0]
    said = " ".join(first.said.split())
    about = words.listed(_about(record, period, one) for one in calls)
    told = translate("report", "They said: {said}").format(said=said) if said else ""
    return FullFlag(
        title=translate("report", "Called {when}").format(when=_when(first)),
        text=translate("report", "About {flags}.").format(flags=about),
        advice=told,
        outcome=translate("report", "At that time: {values}.").format(values=_then(first)),
    )


def _when(call: Acknowledgement) -> str:
    """In the wall time of where the call was made."""
    day = words.short_day(call.at.date())
    return translate("report", "{day} {time}").format(day=day, time=words.time_of_day(call.at))


def _name(record: Record, call: Acknowledgement) -> str:
    """A rule that a later plan has dropped is named as it was kept."""
    for rule in record.plan_on(call.day).rules:
        if rule.id == call.rule:
            return rule_name(rule)
    return call.rule


def _about(record: Record, period: Period, call: Acknowledgement) -> str:
    text = translate("report", "{flag} ({day})")
    return text.format(flag=_name(record, call), day=days_text([number_of(period.treatment, call.day)]))


def _then(call: Acknowledgement) -> str:
    """The ratings and warning signs of the flag's day as they stood."""
    text = translate("report", "{what} {value}")
    parts = [
        text.format(what=words.lower_first(words.scale_name(scale)), value=words.number(value))
        for scale in Scale
        if (value := call.rating(scale)) is not None
    ]
    signs = [words.lower_first(words.symptom_name(sign)) for sign in SYMPTOMS if sign in call.signs]
    if signs:
        named = translate("report", ", ", "between names of signs").join(signs)
        parts.append(translate("report", "signs: {signs}").format(signs=named))
    if not parts:
        return translate("report", "not rated, no warning sign ticked")
    return translate("report", ", ", "between values").join(parts)
