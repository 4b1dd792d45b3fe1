"""``check``, ``export``, ``import``: the journal as a file."""

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import click

from journal.cli import values
from journal.cli.calls import JournalCommand, current
from journal.cli.output import complain, one_line, say, say_json
from journal.cli.target import target_told
from journal.domain.backup import Fault
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.place import Place
from journal.holding import held
from journal.keeping import Keeping
from journal.store.checking import faults_of_file
from journal.store.journal_store import JournalStore
from journal.store.places import place_of
from journal.store.transfer import export_journal, import_journal

UNSOUND = (Trouble.DAMAGED, Trouble.NOT_A_JOURNAL)


@click.command("check", cls=JournalCommand)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check(as_json: bool) -> int:
    """Check the whole file: 0 sound, 1 damaged. Says where it lies when that is worth knowing."""
    from journal.error_words import error_text, fault_text

    try:
        lines = [(fault.where, fault_text(fault)) for fault in _faults()]
    except JournalUnavailable as error:
        if error.trouble not in UNSOUND:
            raise
        lines = [("file", error_text(error))]
    place = Place() if current().demo else place_of(current().file)
    for where, what in lines:
        complain(f"{where}: {what}")
    if as_json:
        faults = [{"where": where, "what": what} for where, what in lines]
        say_json({"sound": not lines, "faults": faults, **_place_json(place)})
    else:
        if not lines:
            say("The journal is sound.")
        _say_place(place)
    return 1 if lines else 0


def _place_json(place: Place) -> dict[str, object]:
    """Nothing for a journal at home."""
    if not place.is_worth_telling:
        return {}
    return {"place": {"kind": place.kind, "service": place.service, "other_versions": list(place.other_versions)}}


def _say_place(place: Place) -> None:
    from journal.place_words import place_more, place_text, versions_text

    for text in (f"{place_text(place)} {place_more(place)}".strip(), versions_text(place)):
        if text:
            say(one_line(text))


def _faults() -> tuple[Fault, ...]:
    with current().path() as path:
        if path.is_file() and path.stat().st_size == 0:
            return ()  # a new journal
        return faults_of_file(path, current().key_of(path))


@click.command("export", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
def export(name: str) -> None:
    """Write everything into a folder: JSON, CSV and the photos as they came. Yours alone: it is not encrypted."""
    with current().opened() as (store, _), target_told(name):
        export_journal(store, Path(name))
    say(one_line(f"{name}: your own full copy. Photos are unchanged, with all that their cameras wrote into them."))


@click.command("import", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
@click.option("--replace", is_flag=True, help="Take the place of everything the journal holds.")
def import_(name: str, replace: bool) -> None:
    """Take an exported folder in, whole or not at all."""
    with _held(), current().opened(create=True) as (store, _):
        try:
            import_journal(store, Path(name), replace=replace, before=partial(_back_up, store))
        except JournalUnavailable as error:
            if error.trouble is not Trouble.NOT_EMPTY:
                raise
            line = "The journal holds something already. Nothing was changed; --replace takes the place of all of it."
            raise click.ClickException(line) from error
    say(one_line(f"{name}: taken in."))


def _back_up(store: JournalStore) -> None:
    """What is there now goes into the automatic backups first. Raises ``ClickException``; then nothing changed."""
    call = current()
    if call.demo or store.is_new:
        return
    try:
        Keeping(store.path, store.key, store.open_again).back_up(call.started, is_before=True)
    except JournalUnavailable as error:
        from journal.error_words import error_text

        line = f"A backup is made before an import, and could not be: {error_text(error)} Nothing was changed."
        raise click.ClickException(line) from error


def _held() -> AbstractContextManager[None]:
    """No window has the journal open; nobody can have the example."""
    call = current()
    return nullcontext() if call.demo else held(call.file)


COMMANDS: tuple[click.Command, ...] = (export, import_, check)
