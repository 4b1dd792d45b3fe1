"""The annex in words: one row for every civil day, and every flag with its rule, source and values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from journal import words
from journal.domain.entry import SYMPTOMS, Entry
from journal.domain.findings import Finding
from journal.domain.plan import Kind
from journal.domain.ratings import Scale
from journal.domain.record import Record
from journal.drawing.shapes import finding_mark, mark_letter
from journal.finding_words import told
from journal.report.days import days_text, number_of, number_text
from journal.report.told import Period, met_findings
from journal.rule_words import act_word, rule_name
from journal.words import lower_first

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One day of the table: its short cells, what was told, its flags. ``is_missing``: over and without an entry."""

    cells: tuple[str, ...]
    told: str
    flags: str
    is_missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FullFlag:
    """One rule that was met: heading, what it says and advises, the values of each of its days in the window's own
    sentences, how the last run of them ended or would, and where the rule comes from.
    """

    title: str
    text: str = ""
    advice: str = ""
    days: tuple[str, ...] = ()
    outcome: str = ""
    source: str = ""

    @property
    def before(self) -> tuple[str, ...]:
        """What stands before the days."""
        return tuple(text for text in (self.text, self.advice) if text)

    @property
    def after(self) -> tuple[str, ...]:
        """What stands after the days."""
        return tuple(text for text in (self.outcome, self.source) if text)


def day_rows(record: Record, period: Period, today: date) -> tuple[DayRow, ...]:
    """Every day of the period, missing days included."""
    return tuple(_row(record, period, day, today) for day in period.days())


def full_flags(record: Record, period: Period, today: date) -> tuple[FullFlag, ...]:
    """Every rule met at caution or above in the period, highest tier first, with the values that met it."""
    now = datetime.combine(today, time.max, period.treatment.at.tzinfo)
    groups = [*met_findings(record, period).values(), *met_findings(record, period, Kind.AVOID, Kind.DO).values()]
    ordered = sorted(groups, key=lambda group: (-group[0].tier, group[0].day))
    return tuple(_full(record, period, group, now) for group in ordered)


def _row(record: Record, period: Period, day: date, today: date) -> DayRow:
    entry = record.entry(day)
    number = number_text(number_of(period.treatment, day))
    when = translate("report", "{weekday} {day}").format(weekday=words.weekday(day), day=words.short_day(day))
    return DayRow(
        cells=(number, when, _rating(entry, Scale.REDNESS), _rating(entry, Scale.SENSITIVITY), _recorded(record, day)),
        told=_told(entry, record.habit_names, day, today),
        flags="; ".join(_flag_text(finding) for finding in record.marks(day)),
        is_missing=entry is None and day <= today,
    )


def _rating(entry: Entry | None, scale: Scale) -> str:
    value = None if entry is None else entry.rating(scale)
    return "–" if value is None else str(value)


def _recorded(record: Record, day: date) -> str:
    entry = record.entry(day)
    parts = [words.recorded_word(entry.recorded)] if entry is not None and entry.recorded is not None else []
    if record.is_edited(day):
        parts.append(translate("report", "edited"))
    return translate("report", ", ", "between counts").join(parts)


def _told(entry: Entry | None, names: Mapping[str, str], day: date, today: date) -> str:
    if entry is None:
        return translate("report", "still to come") if day > today else translate("report", "no entry")
    parts = [_habits(entry, names, answer=True), _habits(entry, names, answer=False), _signs(entry), _note(entry)]
    return " · ".join(part for part in parts if part)


def _habits(entry: Entry, plan_names: Mapping[str, str], *, answer: bool) -> str:
    names = [
        lower_first(words.habit_name(habit, plan_names)) for habit, given in entry.habits.items() if given is answer
    ]
    if not names:
        return ""
    text = translate("report", ", ", "between names of habits").join(names)
    return translate("report", "did: {habits}").format(habits=text) if answer else _did_not(text)


def _did_not(text: str) -> str:
    return translate("report", "did not: {habits}").format(habits=text)


def _signs(entry: Entry) -> str:
    if not entry.symptoms_asked:
        return translate("report", "signs not asked")
    if not entry.symptoms:
        return translate("report", "no signs")
    names = [lower_first(words.symptom_name(symptom)) for symptom in SYMPTOMS if symptom in entry.symptoms]
    return translate("report", "signs: {signs}").format(signs=", ".join(names))


def _note(entry: Entry) -> str:
    note = " ".join(entry.note.split())
    return translate("report", "“{note}”").format(note=note) if note else ""


def _flag_text(finding: Finding) -> str:
    mark = finding_mark(finding)
    name, act = rule_name(finding.rule), act_word(finding.tier)
    text = translate("report", "{flag}, {act}").format(flag=name, act=act) if act else name
    return text if mark is None else f"{mark_letter(mark)} {text}"


def _full(record: Record, period: Period, group: list[Finding], now: datetime) -> FullFlag:
    rule, tier = group[0].rule, group[0].tier
    numbers = [number_of(period.treatment, finding.day) for finding in group]
    tellings = [told(finding, record, now) for finding in group]
    latest = tellings[-1]
    outcome = () if rule.kind in (Kind.AVOID, Kind.DO) else (latest.since, latest.clears)
    return FullFlag(
        title=translate("report", "{flag}: {days} ({tier})").format(
            flag=rule_name(rule), days=days_text(numbers), tier=words.tier_word(tier)
        ),
        text=rule.text,
        advice=translate("report", "What to do: {advice}").format(advice=rule.advice) if rule.advice else "",
        days=tuple(_of_day(period, finding, one.reasons) for finding, one in zip(group, tellings, strict=True)),
        outcome=" ".join(text for text in outcome if text),
        source=translate("report", "{source}. {plan}").format(source=latest.source, plan=latest.plan),
    )


def _of_day(period: Period, finding: Finding, reasons: tuple[str, ...]) -> str:
    """The values that met the rule on one day: "Day 6, Thu 26 Nov: Redness 5 on Wednesday, 6 on Thursday; ..."."""
    number = number_text(number_of(period.treatment, finding.day))
    when = translate("report", "Day {number}, {weekday} {day}: {values}")
    return when.format(
        number=number,
        weekday=words.weekday(finding.day),
        day=words.short_day(finding.day),
        values=" ".join(reasons),
    )
