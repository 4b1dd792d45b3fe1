"""``check``, ``export``, ``import``: the journal as a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from journal.cli import values
from journal.cli.calls import JournalCommand, current
from journal.cli.output import complain, one_line, say, say_json
from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.journal_store import JournalStore
from journal.store.transfer import export_journal, import_journal

TARGET_TROUBLES = {
    Trouble.NOT_EMPTY: "is not empty.",
    Trouble.FOLDER_GONE: "cannot be made: there is no such folder.",
    Trouble.NO_PERMISSION: "cannot be written.",
    Trouble.READ_ONLY: "cannot be written.",
    Trouble.NOT_A_JOURNAL: "cannot be written.",
    Trouble.DISK_FULL: "does not fit: the disk is full.",
}
UNSOUND = (Trouble.DAMAGED, Trouble.NOT_A_JOURNAL)


@click.command("check", cls=JournalCommand)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check(as_json: bool) -> int:
    """Check the whole file: 0 sound, 1 damaged."""
    try:
        faults = _faults()
    except JournalUnavailable as error:
        if not as_json or error.trouble not in UNSOUND:
            raise
        from journal.error_words import error_text

        faults = (error_text(error),)
    for fault in faults:
        complain(fault)
    if as_json:
        say_json({"sound": not faults, "faults": list(faults)})
    elif not faults:
        say("The journal is sound.")
    return 1 if faults else 0


def _faults() -> tuple[str, ...]:
    with current().path() as path:
        store = JournalStore.open(path, create=False)
        try:
            return store.check()
        finally:
            store.close()


@click.command("export", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
def export(name: str) -> None:
    """Write everything into a folder: JSON, CSV and the photos as they came. Yours alone: it is not encrypted."""
    with current().opened() as (store, _), _target(name):
        export_journal(store, Path(name))
    say(one_line(f"{name}: your own full copy. Photos are unchanged, with all that their cameras wrote into them."))


@click.command("import", cls=JournalCommand)
@click.argument("name", metavar="DIR", type=values.file)
@click.option("--replace", is_flag=True, help="Take the place of everything the journal holds.")
def import_(name: str, replace: bool) -> None:
    """Take an exported folder in, whole or not at all."""
    with current().opened(create=True) as (store, _):
        try:
            import_journal(store, Path(name), replace=replace)
        except JournalUnavailable as error:
            if error.trouble is not Trouble.NOT_EMPTY:
                raise
            line = "The journal holds something already. Nothing was changed; --replace takes the place of all of it."
            raise click.ClickException(line) from error
    say(one_line(f"{name}: taken in."))


@contextmanager
def _target(name: str) -> Iterator[None]:
    """Puts what is wrong with the folder written to into words of its own. Raises ``ClickException``."""
    try:
        yield
    except JournalUnavailable as error:
        if error.trouble not in TARGET_TROUBLES:
            raise
        raise click.ClickException(f"{name} {TARGET_TROUBLES[error.trouble]} Nothing was written.") from error


COMMANDS: tuple[click.Command, ...] = (export, import_, check)
