"""``check``, ``export``, ``import``: the journal as a file."""

import click

from journal.cli.calls import JournalCommand, current
from journal.cli.output import complain, say, say_json
from journal.domain.errors import JournalUnavailable, Trouble
from journal.store.journal_store import JournalStore

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


COMMANDS: tuple[click.Command, ...] = (check,)
