"""The tree of commands. What each does lives beside it."""

import click

from journal import __version__
from journal.cli import (
    acknowledgements,
    backups,
    bins,
    copies,
    days,
    entries,
    files,
    paper,
    passphrases,
    photo_ways,
    photos,
    plans,
    profile,
    transfers,
    treatments,
)
from journal.cli.calls import JournalGroup

MODULES = (
    treatments,
    entries,
    acknowledgements,
    profile,
    transfers,
    photos,
    photo_ways,
    days,
    paper,
    plans,
    files,
    backups,
    copies,
    bins,
    passphrases,
)


@click.group(cls=JournalGroup, no_args_is_help=False)
@click.version_option(__version__, prog_name="Recovery Journal", message="%(prog)s %(version)s")
def journal() -> None:
    """A local, private log of healing after microneedling. Without a command the window opens."""


for _module in MODULES:
    for _command in _module.COMMANDS:
        journal.add_command(_command)
