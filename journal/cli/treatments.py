"""``treatment add``, ``change``, ``remove``, ``list``."""

import math
from dataclasses import replace

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import JournalGroup, current
from journal.cli.output import say, say_json, treatment_line
from journal.cli.values import When
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.record import Record
from journal.domain.treatment import Treatment


@click.group("treatment", cls=JournalGroup, no_args_is_help=False)
def treatment() -> None:
    """Add, change, remove and list treatments."""


@treatment.command("add")
@click.option("--at", "when", type=values.when, required=True, help="Date and time, or date and slot of the day.")
@click.option("--depth", type=values.depth, help="Needle depth in mm; left out: not known.")
@click.option("--rf/--no-rf", default=False, help="With radiofrequency.")
@click.option("--area", "areas", type=values.text, multiple=True, help="A treated area; may be repeated.")
@click.option("--with", "add_ons", type=values.text, multiple=True, help="An add-on such as prp; may be repeated.")
@click.option("--provider", type=values.text, default="", help="Who did it.")
@click.option("--note", type=values.text, default="", help="A note.")
def add(
    when: When,
    depth: float | None,
    rf: bool,
    areas: tuple[str, ...],
    add_ons: tuple[str, ...],
    provider: str,
    note: str,
) -> None:
    """Add a treatment. Times without an offset are in this machine's zone."""
    call = current()
    at, slot = when
    added = Treatment(
        at=at,
        slot=slot,
        depth_mm=_depth(depth),
        rf=rf,
        areas=_given(areas),
        add_ons=_given(add_ons),
        provider=provider,
        note=note,
    )
    with call.opened(create=True) as (store, record):
        after, written = call.perform(store, record, changes.add_treatment(record, added, call.now))
        say(treatment_line(_written(after, written)))


@treatment.command("change")
@click.argument("number", type=values.number)
@click.option("--at", "when", type=values.when, help="Date and time, or date and slot of the day.")
@click.option("--depth", type=values.depth, help='Needle depth in mm, or "unknown".')
@click.option("--rf/--no-rf", default=None, help="With radiofrequency or without.")
@click.option("--area", "areas", type=values.text, multiple=True, help='Replaces the areas; "" for none.')
@click.option("--with", "add_ons", type=values.text, multiple=True, help='Replaces the add-ons; "" for none.')
@click.option("--provider", type=values.text, help="Who did it.")
@click.option("--note", type=values.text, help="A note.")
def change(
    number: int,
    when: When | None,
    depth: float | None,
    rf: bool | None,
    areas: tuple[str, ...],
    add_ons: tuple[str, ...],
    provider: str | None,
    note: str | None,
) -> None:
    """Change what is given of a treatment; the rest stays."""
    parts: dict[str, object] = {
        name: value for name, value in (("rf", rf), ("provider", provider), ("note", note)) if value is not None
    }
    if when is not None:
        parts["at"], parts["slot"] = when
    if depth is not None:
        parts["depth_mm"] = _depth(depth)
    if areas:
        parts["areas"] = _given(areas)
    if add_ons:
        parts["add_ons"] = _given(add_ons)
    if not parts:
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    call = current()
    with call.opened() as (store, record):
        changed: Treatment = replace(numbered(record, number), **parts)  # type: ignore[arg-type]  # fields by name
        after, _ = call.perform(store, record, changes.change_treatment(record, number, changed, call.now))
        say(treatment_line(next(one for one in after.treatments if one.id == changed.id)))


@treatment.command("remove")
@click.argument("number", type=values.number)
def remove(number: int) -> None:
    """Remove a treatment; the later ones are numbered anew."""
    call = current()
    with call.opened() as (store, record):
        removed = numbered(record, number)
        call.perform(store, record, changes.remove_treatment(record, number))
        say(f"Removed. {treatment_line(removed)}")


@treatment.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(as_json: bool) -> None:
    """List the treatments by time."""
    with current().opened() as (_, record):
        if as_json:
            say_json([_fields(one) for one in record.treatments])
            return
        for one in record.treatments:
            say(treatment_line(one))
        if not record.treatments:
            say("No treatment yet.")


def numbered(record: Record, number: int) -> Treatment:
    """The treatment of that number. Raises ``ValueRefused``."""
    if not 1 <= number <= len(record.treatments):
        raise ValueRefused(Refusal.NO_TREATMENT, number)
    return record.treatments[number - 1]


def _written(record: Record, change: changes.Change) -> Treatment:
    after = change.treatments[0][1]
    return next(one for one in record.treatments if after is not None and one.id == after.id)


def _fields(one: Treatment) -> dict[str, object]:
    return {
        "number": one.number,
        "at": one.at.isoformat(),
        "slot": one.slot,
        "depth": one.depth_mm,
        "rf": one.rf,
        "areas": list(one.areas),
        "with": list(one.add_ons),
        "provider": one.provider,
        "note": one.note,
    }


def _depth(given: float | None) -> float | None:
    return None if given is None or math.isnan(given) else given


def _given(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


COMMANDS = (treatment,)
