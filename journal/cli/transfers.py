"""``export`` and ``import``: everything out into a folder, and in again."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

import click

from journal.cli import values
from journal.cli.calls import Call, JournalCommand, current
from journal.cli.output import contents_line, one_line, say
from journal.cli.target import target_told
from journal.clock import SystemClock
from journal.domain.backup import Contents
from journal.domain.errors import JournalUnavailable
from journal.holding import held
from journal.keeping import Keeping
from journal.store.backups.restoring import take_place
from journal.store.backups.taking_in import brought_in
from journal.store.backups.whole import contents
from journal.store.journal_store import JournalStore
from journal.store.transfer import coming, export_journal, has_anything, import_journal

NEEDS_REPLACE = "The journal holds something already. Nothing was changed; --replace takes the place of all of it."


@click.command("export", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
def export(name: str) -> None:
    """Write everything into a folder: JSON, CSV and the photos as they came. Yours alone: it is not encrypted."""
    if os.path.lexists(name) and not Path(name).is_dir():
        raise click.ClickException(f"{name} is no folder: name one that is not there yet, or an empty one.")
    with current().opened() as (store, _), target_told(name):
        export_journal(store, Path(name))
    say(one_line(f"{name}: your own full copy. Photos are unchanged, with all that their cameras wrote into them."))
    say("It is not encrypted: whoever has the folder can read it.")


@click.command("import", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
@click.option("--replace", is_flag=True, help="Take the place of everything the journal holds; that is kept aside.")
@click.option("--dry-run", is_flag=True, help="Say what it would change, and stop.")
@click.option("--yes", is_flag=True, help="Go on without asking.")
def import_(name: str, replace: bool, dry_run: bool, yes: bool) -> None:
    """Take an exported folder in, whole or not at all. Says first what it would change."""
    call = current()
    with _held(call):
        with call.opened(create=True) as (store, _):
            has_data = has_anything(store)
            _show(name, contents(store.connection) if has_data else None)
            if dry_run:
                say("Nothing was changed." + (" Taking it in needs --replace." if has_data and not replace else ""))
                return
            if not has_data:
                import_journal(store, Path(name), replace=False)
                say(one_line(f"{name}: taken in."))
                return
            path, key = store.path, store.key
        if not replace:
            raise click.ClickException(NEEDS_REPLACE)
        if not (yes or _agreed()):
            raise click.ClickException("Nothing was changed.")
        with brought_in(path, Path(name), key) as (part, _):
            _back_up(call, path, store)
            kept = take_place(path, part, _moment(), key)
    say(one_line(f"{name}: taken in."))
    if kept is not None:
        say(one_line(f'What was here is kept as {kept.name}; "restore --undo" brings it back.'))


def _show(name: str, present: Contents | None) -> None:
    found = coming(Path(name))
    say(one_line(f"Here now: {'nothing' if present is None else contents_line(present)}."))
    say(one_line(f"{name}: {contents_line(found)}."))


def _agreed() -> bool:
    """Asks at a terminal only; without one --replace is the answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        return True
    return click.confirm("Put it in the place of all that is here now?", err=True)


def _moment() -> datetime:
    """For the name of what is kept aside: the machine's own clock, so that the latest sorts last."""
    return SystemClock().now()


def _back_up(call: Call, path: Path, store: JournalStore) -> None:
    """What is there now goes into the automatic backups first. Raises ``ClickException``; then nothing changed."""
    if call.demo:
        return
    try:
        Keeping(path, store.key).back_up(call.started, is_before=True)
    except JournalUnavailable as error:
        from journal.error_words import error_text

        line = f"A backup is made before an import, and could not be: {error_text(error)} Nothing was changed."
        raise click.ClickException(line) from error


def _held(call: Call) -> AbstractContextManager[None]:
    """No window has the journal open; nobody can have the example."""
    return nullcontext() if call.demo else held(call.file)


COMMANDS: tuple[click.Command, ...] = (export, import_)
