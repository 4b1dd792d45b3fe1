"""``baseline``, ``log``, ``unlog`` and ``move``: what a person tells of a day."""

from datetime import date

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import JournalCommand, current
from journal.cli.output import flag_line, one_line, say
from journal.domain.day_sense import day_sense
from journal.domain.entry import SYMPTOMS, Answers
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.folding import folding_call
from journal.domain.record import Record
from journal.domain.shown_flags import shown_flags


@click.command("baseline", cls=JournalCommand)
@click.option("--redness", type=values.rating, required=True, help="On an ordinary evening, 0 to 10.")
@click.option("--sensitivity", type=values.rating, required=True, help="On an ordinary evening, 0 to 10.")
def baseline(redness: int, sensitivity: int) -> None:
    """Set the baseline: the two ratings on an ordinary evening before the first treatment."""
    call = current()
    with call.opened(create=True) as (store, record):
        call.perform(store, record, changes.set_baseline(record, redness, sensitivity, call.now))
        say(f"Baseline: redness {redness}, sensitivity {sensitivity}.")


@click.command("log", cls=JournalCommand)
@click.option("--date", "day", type=values.day, help="The day; default: today.")
@click.option("--redness", type=values.rating, help="How red, 0 to 10.")
@click.option("--sensitivity", type=values.rating, help="How sore or sensitive, 0 to 10.")
@click.option("--did", type=values.text, multiple=True, help="A habit that was done; may be repeated.")
@click.option("--did-not", type=values.text, multiple=True, help="A habit that was not done; may be repeated.")
@click.option("--symptom", "symptoms", type=values.text, multiple=True, help="The symptoms there were, all of them.")
@click.option("--no-symptoms", is_flag=True, help="None of the symptoms.")
@click.option("--note", type=values.text, help="A note.")
def log(
    day: date | None,
    redness: int | None,
    sensitivity: int | None,
    did: tuple[str, ...],
    did_not: tuple[str, ...],
    symptoms: tuple[str, ...],
    no_symptoms: bool,
    note: str | None,
) -> None:
    """Log a day. What is given replaces, the rest stays; prints the day's flags."""
    if symptoms and no_symptoms:
        raise click.UsageError("--symptom and --no-symptoms exclude each other.")
    call = current()
    of_day = day or call.today
    answers = Answers(
        redness=redness,
        sensitivity=sensitivity,
        habits=_habits(did, did_not),
        symptoms=_symptoms(symptoms) if symptoms or no_symptoms else None,
        note=note,
    )
    if answers == Answers():
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    with call.opened(create=True) as (store, record):
        after, _ = call.perform(store, record, changes.log(record, of_day, answers, call.now))
        _say_day(after, of_day, call.today)


@click.command("unlog", cls=JournalCommand)
@click.argument("day", type=values.day)
@click.option(
    "--part", "parts", type=values.text, multiple=True, help="redness, sensitivity, habits, symptoms, note or a habit."
)
def unlog(day: date, parts: tuple[str, ...]) -> None:
    """Take an entry away, or parts of it."""
    call = current()
    with call.opened() as (store, record):
        after, _ = call.perform(store, record, changes.unlog(record, day, parts, call.now))
        _say_day(after, day, call.today)


@click.command("move", cls=JournalCommand)
@click.argument("day", type=values.day)
@click.argument("to", type=values.day)
def move(day: date, to: date) -> None:
    """Move an entry to another day that has none; it counts as edited there."""
    call = current()
    with call.opened() as (store, record):
        after, _ = call.perform(store, record, changes.move_entry(record, day, to, call.now))
        _say_day(after, to, call.today)


def _habits(did: tuple[str, ...], did_not: tuple[str, ...]) -> dict[str, bool] | None:
    for habit in did:
        if habit in did_not:
            raise ValueRefused(Refusal.HABIT_BOTH, habit)
    return dict.fromkeys(did, True) | dict.fromkeys(did_not, False) or None


def _symptoms(symptoms: tuple[str, ...]) -> frozenset[str]:
    for symptom in symptoms:
        if symptom not in SYMPTOMS:
            raise ValueRefused(Refusal.SYMPTOM, symptom, SYMPTOMS)
    return frozenset(symptoms)


def _say_day(record: Record, day: date, today: date) -> None:
    number = record.day_number(day)
    treatment = record.treatment_on(day)
    course = "" if treatment is None else f", day {number} after treatment {treatment.number}"
    say(f"{day.isoformat()}{course}: {'saved' if record.entry(day) else 'no entry'}.")
    for finding in record.flags(day):
        say(flag_line(finding))
        call = folding_call(record, finding)
        if call is not None:
            said = f": {call.said}" if call.said else ""
            say(one_line(f"  called {call.at.isoformat(sep=' ', timespec='minutes')}{said}"))
    if day == today and treatment is not None:
        say(open_line(record, day))


def open_line(record: Record, day: date) -> str:
    """What can be said of calling; never that all is clear, and nothing while an answer is missing."""
    sense = day_sense(record, day)
    if sense.says_call and not any(flag.says_call for flag in shown_flags(record, day).flags):
        return "You called about it, and nothing worse is logged since. Nobody is watching this journal."
    if sense.says_call:
        return "Your plan says to call: see above. Nobody is watching this journal."
    if not sense.is_clear:
        return f"Not every rule can be judged yet: see why {day.isoformat()}."
    return "Nothing in your plan says to call today."


COMMANDS = (baseline, log, unlog, move)
