"""How far a long command is: one line on a terminal, written over itself; nothing where there is no terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from journal.domain.passphrase import KeyStage
from journal.store.stages import Progress

TEXTS = {
    KeyStage.COPYING: "Copying the journal",
    KeyStage.CHECKING: "Checking the copy",
    KeyStage.PHOTOS: "Checking every photo in the copy",
}
WIDTH = 40


@contextmanager
def key_progress() -> Iterator[Progress | None]:
    """What to hand to a change of the key; the line is gone at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show
    finally:
        click.echo(f"\r{'':{WIDTH}}\r", nl=False, err=True)


def _show(stage: KeyStage, part: float) -> None:
    click.echo(f"\r{f'{TEXTS[stage]}: {part:.0%}':{WIDTH}}", nl=False, err=True)
