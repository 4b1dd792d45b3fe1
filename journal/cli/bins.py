"""``bin list``, ``bin restore``, ``bin empty``: what was removed, for 30 days."""

import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path

import click

from journal import changes
from journal.cli.calls import Call, JournalGroup, current
from journal.cli.output import one_line, plural, say, say_json
from journal.domain.bin import BinItem, Emptied, chosen, expired
from journal.domain.entry import Entry
from journal.domain.photo import Photo
from journal.domain.treatment import Treatment
from journal.emptying import Emptying, all_items_of, items_of
from journal.holding import held
from journal.whole_file import named_from

NOWHERE_ELSE = "What you copied elsewhere yourself (backup, export, other disks) is not looked into."


@click.group("bin", cls=JournalGroup, no_args_is_help=False)
def bin_() -> None:
    """List what was removed, bring it back, or remove it for good."""


@bin_.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(as_json: bool) -> None:
    """List what lies in the bin, removed last first."""
    call = current()
    with call.opened() as (store, _):
        items = items_of(store)
    if as_json:
        say_json([_fields(item, call) for item in items])
        return
    for item in items:
        say(one_line(f"{item.name}: {_what(item)}; {_left(item, call)}"))
    if not items:
        say("The bin is empty.")


@bin_.command("restore")
@click.argument("names", metavar="ID...", nargs=-1, required=True)
def restore(names: tuple[str, ...]) -> None:
    """Bring things back as they were, all of them or none."""
    call = current()
    with call.opened() as (store, record):
        there = all_items_of(store)
        call.perform(store, record, changes.bring_back(record, there, names))
        for item in chosen(there, names):
            say(one_line(f"{_what(item)}: brought back."))


@bin_.command("empty")
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--older-than", metavar="DAYS", type=click.IntRange(0, 36_500), help="Only what was removed before that.")
@click.option("--backups", is_flag=True, help="Remove it from the automatic backups and kept files too.")
@click.option("--yes", is_flag=True, help="Go on without asking.")
def empty(names: tuple[str, ...], older_than: int | None, backups: bool, yes: bool) -> None:
    """Remove what lies in the bin for good: all of it, or what is named. It cannot be brought back."""
    if names and older_than is not None:
        raise click.UsageError("Name what is to go, or give --older-than.")
    call = current()
    with _held(call), call.path() as path:
        emptying = Emptying(path, call.key_of(path))
        items = _wanted(emptying.items(), names, older_than, call)
        _show(emptying, items, path)
        if not yes and items:
            _ask(len(items))
        if not yes and not items:
            done = Emptied(items=())
        elif names:
            done = emptying.empty([item.name for item in items], backups=backups)
        else:
            done = emptying.empty_older(call.now, timedelta(days=older_than or 0), backups=backups)
    _say_done(done, len(items), path)


def _wanted(
    there: tuple[BinItem, ...], names: tuple[str, ...], older_than: int | None, call: Call
) -> tuple[BinItem, ...]:
    if names:
        return chosen(there, names)
    return expired(there, call.now, timedelta(days=older_than or 0))


def _show(emptying: Emptying, items: tuple[BinItem, ...], path: Path) -> None:
    for item in items:
        say(one_line(f"{item.name}: {_what(item)}"))
    if items:
        _say_backups(*emptying.holding([item.name for item in items]), path)


def _ask(count: int) -> None:
    """At a terminal only; elsewhere the answer is no, since nothing brings it back. Raises ``ClickException``."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.ClickException("Nothing was removed: --yes removes it for good.")
    if not click.confirm(f"Remove {plural(count, 'thing')} for good?", err=True):
        raise click.ClickException("Nothing was removed.")


def _say_done(done: Emptied, shown: int, path: Path) -> None:
    if not shown:
        say("There was nothing to remove.")
        return
    say(f"{plural(shown, 'thing')} removed for good.")
    if done.is_in_log:
        say("Another program is reading the journal; traces are overwritten when it ends.")
    _say_backups(done.backups, done.unread, path)
    say(NOWHERE_ELSE)


def _say_backups(holding: tuple[Path, ...], unread: tuple[Path, ...], path: Path) -> None:
    for each in holding:
        say(one_line(f"Still in {named_from(each, path)}"))
    for each in unread:
        say(one_line(f"Cannot be looked into: {named_from(each, path)}"))


def _held(call: Call) -> AbstractContextManager[None]:
    """No window has the journal open: it could undo what is gone."""
    return nullcontext() if call.demo else held(call.file)


def _what(item: BinItem) -> str:
    match item.what:
        case Entry() as entry:
            given = [f"redness {entry.redness}"] if entry.redness is not None else []
            given += [f"sensitivity {entry.sensitivity}"] if entry.sensitivity is not None else []
            given += [f'"{entry.note}"'] if entry.note else []
            return ", ".join([f"Entry of {entry.day.isoformat()}", *given])
        case Photo() as photo:
            return f"Photo of {photo.day.isoformat()}, {photo.view}"
        case Treatment() as treatment:
            return f"Treatment of {treatment.at:%Y-%m-%d %H:%M}"


def _left(item: BinItem, call: Call) -> str:
    return f"removed {item.removed_at.date().isoformat()}, {plural(item.days_left(call.now), 'day')} left"


def _fields(item: BinItem, call: Call) -> dict[str, object]:
    return {
        "id": item.name,
        "kind": item.kind,
        "day": item.day.isoformat(),
        "what": _what(item),
        "removed_at": item.removed_at.isoformat(),
        "goes_at": item.goes_at.isoformat(),
        "days_left": item.days_left(call.now),
    }


COMMANDS: tuple[click.Command, ...] = (bin_,)
