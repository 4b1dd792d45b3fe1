"""``days`` and ``why``: what the journal holds of each day, and what every rule says of one."""

from collections.abc import Iterable
from datetime import date, datetime

import click

from journal.cli import values
from journal.cli.calls import JournalCommand, current
from journal.cli.output import one_line, rounded, say, say_json, say_table
from journal.domain.curve import Expected
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.findings import Finding, Value
from journal.domain.ratings import Scale
from journal.domain.record import Record, days_between
from journal.finding_words import told
from journal.plan_words import plan_mark

HEADS = ("Date", "Day", "Redness", "Sensitivity", "Recorded", "Did", "Did not", "Symptoms", "Photos", "Flags")


@click.command("days", cls=JournalCommand)
@click.option("--from", "first", type=values.day, help="First day; default: the earliest of all.")
@click.option("--to", "last", type=values.day, help="Last day, included; default: today.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def days(first: date | None, last: date | None, as_json: bool) -> None:
    """Show each day, missing ones included, oldest first."""
    call = current()
    if first is not None and first > (last or call.today):
        raise ValueRefused(Refusal.PERIOD, (first.isoformat(), (last or call.today).isoformat()))
    with call.opened() as (_, record):
        start = first or record.first_day()
        chosen = days_between(start, last or call.today) if start is not None else iter(())
        if as_json:
            say_json([_fields(record, day) for day in chosen])
        else:
            say_table(HEADS, [_cells(record, day) for day in chosen])


@click.command("why", cls=JournalCommand)
@click.argument("day", type=values.day)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def why(day: date, as_json: bool) -> None:
    """Show what every rule of the plan says of a day, and from which values."""
    call = current()
    with call.opened() as (_, record):
        findings = record.explain(day)
        if as_json:
            say_json([_explained(finding) for finding in findings])
            return
        for finding in findings:
            _say_why(finding, record, call.now)
        say(plan_mark(record.plan_on(day)))


def _say_why(finding: Finding, record: Record, now: datetime) -> None:
    """The rule with its state, then the same sentences as in the window, indented."""
    in_force = ", in force" if finding.in_force else ""
    say(f"{finding.rule.id}: {finding.state}{in_force} ({finding.tier.word}). {one_line(finding.rule.text)}")
    words = told(finding, record, now)
    advice = (words.advice,) if finding.is_flag else ()
    for line in (*words.lines, *advice, words.source):
        say(f"    {one_line(line)}")


def _fields(record: Record, day: date) -> dict[str, object]:
    entry = record.entry(day)
    treatment = record.treatment_on(day)
    return {
        "date": day.isoformat(),
        "treatment": None if treatment is None else treatment.number,
        "day": record.day_number(day),
        "redness": None if entry is None else entry.redness,
        "sensitivity": None if entry is None else entry.sensitivity,
        "note": "" if entry is None else entry.note,
        "habits": {} if entry is None else dict(sorted(entry.habits.items())),
        "symptoms": [] if entry is None else sorted(entry.symptoms),
        "symptoms_asked": entry is not None and entry.symptoms_asked,
        "recorded": None if entry is None else entry.recorded,
        "edited": record.is_edited(day),
        "photos": len(record.photos_on(day)),
        "expected": _expected(record, day),
        "flags": [_flag(finding) for finding in record.flags(day)],
    }


def _expected(record: Record, day: date) -> dict[str, object] | None:
    if record.treatment_on(day) is None:
        return None
    ranges = {scale: record.expected(day, scale) for scale in Scale}
    return {scale.value: _range(expected) for scale, expected in ranges.items() if expected is not None}


def _range(expected: Expected) -> dict[str, float]:
    return {
        "low": rounded(expected.low),
        "typical": rounded(expected.typical),
        "high": rounded(expected.high),
    }


def _flag(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "tier": finding.flag_tier.word,
        "state": "met" if finding.is_met else "in force",
        "text": finding.rule.text,
        "source": finding.rule.source,
        "values": _values(finding),
    }


def _explained(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "kind": finding.rule.kind,
        "state": finding.state,
        "in_force": finding.in_force,
        "tier": finding.tier.word,
        "text": finding.rule.text,
        "source": finding.rule.source,
        "values": _values(finding),
        "missing": list(finding.missing),
    }


def _values(finding: Finding) -> dict[str, Value]:
    return {key: rounded(value) if isinstance(value, float) else value for key, value in finding.values.items()}


def _cells(record: Record, day: date) -> tuple[str, ...]:
    entry = record.entry(day)
    number = record.day_number(day)
    recorded = "no entry" if entry is None else (entry.recorded or "")
    return (
        day.isoformat(),
        "" if number is None else str(number),
        _rating(None if entry is None else entry.redness),
        _rating(None if entry is None else entry.sensitivity),
        ", ".join(word for word in (recorded, "edited" if record.is_edited(day) else "") if word),
        _habits(() if entry is None else entry.habits.items(), answer=True),
        _habits(() if entry is None else entry.habits.items(), answer=False),
        "not asked" if entry is None or not entry.symptoms_asked else ", ".join(sorted(entry.symptoms)) or "none",
        str(len(record.photos_on(day)) or ""),
        ", ".join(f"{finding.rule.id} ({finding.tier.word})" for finding in record.flags(day) if finding.is_met),
    )


def _rating(rating: int | None) -> str:
    return "" if rating is None else str(rating)


def _habits(habits: Iterable[tuple[str, bool]], *, answer: bool) -> str:
    return ", ".join(sorted(habit for habit, given in habits if given is answer))


COMMANDS = (days, why)
