"""``call`` and ``answer``: what a person did about a flag, and the questions between treatments."""

from datetime import date, datetime

import click

from journal import changes
from journal.changes import Call
from journal.cli import values
from journal.cli.calls import JournalCommand, JournalGroup, current
from journal.cli.output import one_line, say, say_json
from journal.domain.acknowledgement import MONTH_SIGNS, SKIN_SIGNS, Acknowledgement, AcknowledgementKind

KINDS = {"before": AcknowledgementKind.BEFORE, "month": AcknowledgementKind.MONTH}


@click.group("call", cls=JournalGroup, no_args_is_help=False)
def call() -> None:
    """Keep that the clinic was called about a flag."""


@call.command("add")
@click.argument("rule", type=values.text)
@click.option("--date", "day", type=values.day, help="The flag's day; default: today.")
@click.option("--at", type=values.moment, help="When you called; default: now.")
@click.option("--said", type=values.text, default="", help="What they said.")
def add(rule: str, day: date | None, at: datetime | None, said: str) -> None:
    """Keep a call about a flag that says to call."""
    run = current()
    with run.opened() as (store, record):
        made = Call(rule=rule, day=day or run.today, at=at or run.now, said=said)
        after, change = run.perform(store, record, changes.called(record, made, run.now))
        written = change.acknowledgements[0][1]
        say(_line(next(one for one in after.facts.acknowledgements if written is not None and one.id == written.id)))


@call.command("remove")
@click.argument("number", metavar="ID", type=values.number)
def remove(number: int) -> None:
    """Take an answer back: a call, something put aside, an ending."""
    run = current()
    with run.opened() as (store, record):
        run.perform(store, record, changes.take_back(record, number))
        say("Taken back.")


@call.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(as_json: bool) -> None:
    """List calls, flags put aside and questions answered, by time."""
    with current().opened() as (_, record):
        if as_json:
            say_json([_fields(one) for one in record.facts.acknowledgements])
            return
        for one in record.facts.acknowledgements:
            say(_line(one))
        if not record.facts.acknowledgements:
            say("Nothing yet.")


@click.command("aside", cls=JournalCommand)
@click.argument("rule", type=values.text)
@click.option("--date", "day", type=values.day, help="The flag's day; default: today.")
@click.option("--undo", is_flag=True, help="Bring it back.")
def aside(rule: str, day: date | None, undo: bool) -> None:
    """Put a flag aside for its treatment; calendar, curve and paper keep it."""
    run = current()
    of_day = day or run.today
    with run.opened() as (store, record):
        if undo:
            run.perform(store, record, changes.take_up(record, rule, of_day))
            say(one_line(f"{rule}: shown again."))
            return
        run.perform(store, record, changes.put_aside(record, rule, of_day, run.now))
        say(one_line(f"{rule}: put aside for this treatment."))


@click.command("answer", cls=JournalCommand)
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option("--date", "day", type=values.day, help="The day; default: today.")
@click.option("--yes", "signs", type=values.text, multiple=True, help="A sign that there is; may be repeated.")
def answer(kind: str, day: date | None, signs: tuple[str, ...]) -> None:
    """Answer the questions before a treatment or those of the months after; what is not named is no."""
    run = current()
    of_day = day or run.today
    with run.opened() as (store, record):
        run.perform(store, record, changes.answered(record, KINDS[kind], of_day, frozenset(signs), run.now))
    asked = SKIN_SIGNS if kind == "before" else MONTH_SIGNS
    told = ", ".join(f"{sign} {'yes' if sign in signs else 'no'}" for sign in asked)
    say(f"{of_day.isoformat()}: {told}.")


@click.command("end", cls=JournalCommand)
def end() -> None:
    """End the latest treatment's daily log; it can still be written."""
    run = current()
    with run.opened() as (store, record):
        if not record.treatments:
            say("No treatment yet.")
            return
        run.perform(store, record, changes.ended(record, record.treatments[-1], run.now))
        say(f"The daily log of treatment {len(record.treatments)} has ended.")


def _line(one: Acknowledgement) -> str:
    said = f': "{one.said}"' if one.said else ""
    about = one.rule or ", ".join(sorted(one.signs)) or "none"
    return one_line(
        f"{one.id}. {one.kind} {one.at.isoformat(timespec='minutes')}, {one.day.isoformat()}, {about}{said}"
    )


def _fields(one: Acknowledgement) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "date": one.day.isoformat(),
        "at": one.at.isoformat(),
        "rule": one.rule,
        "tier": None if one.tier is None else one.tier.word,
        "signs": sorted(one.signs),
        "redness": one.redness,
        "sensitivity": one.sensitivity,
        "said": one.said,
    }


COMMANDS = (call, aside, answer, end)
