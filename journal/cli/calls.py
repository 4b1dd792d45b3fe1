"""One call of the command line: which journal, what opens it, which clock; the options before or after a name."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import click

from journal import changes
from journal.changes import Change
from journal.cli import values
from journal.clock import SystemClock
from journal.domain.record import Record
from journal.passphrase import Key, is_encrypted
from journal.resources import named_journal
from journal.store.journal_store import JournalStore

KEY = "journal.call"


@dataclass(slots=True)
class Call:
    """What the person asked for beside the command itself."""

    journal: str = ""
    demo: bool = False
    given_now: datetime | None = None
    passphrase_file: str = ""
    recovery_key_file: str = ""
    started: datetime = field(default_factory=SystemClock().now)

    @property
    def now(self) -> datetime:
        """The moment of the call; it stands still while the command runs."""
        return self.given_now or self.started

    @property
    def today(self) -> date:
        """The civil date of now."""
        return self.now.date()

    @property
    def clock_given(self) -> bool:
        """Whether the person set the clock."""
        return self.given_now is not None

    @property
    def file(self) -> Path:
        """The journal's file, of a call without ``--demo``."""
        return named_journal(self.journal) or changes.default_journal()

    def key_of(self, path: Path) -> Key | None:
        """What opens the journal: from the file that was given, else asked at the terminal. Raises ``JournalError``."""
        if not (self.passphrase_file or self.recovery_key_file) and not is_encrypted(path):
            return None
        from journal.cli.secrets import opening_key  # late: most journals have no passphrase

        return opening_key(path, self.passphrase_file, self.recovery_key_file)

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[tuple[JournalStore, Record]]:
        """The journal, closed afterwards. Without ``create`` a missing file is refused.

        With it the file is made by the first change that is written: what is refused leaves no file behind.
        """
        with self.path() as path:
            own = named_journal(self.journal) is None and not self.demo
            store, record = changes.open_journal(path, create=create, makes_folder=own, key=self.key_of(path))
            try:
                yield store, record
            finally:
                store.close()

    @contextmanager
    def path(self) -> Iterator[Path]:
        """The journal's file; with ``--demo`` that of the example, which lives as long as the call."""
        if not self.demo:
            yield self.file
            return
        from journal.cli.screenless import application
        from journal.demo import demo_journal

        painting = application()
        folder = tempfile.mkdtemp(prefix="journal-")
        try:
            yield demo_journal(Path(folder), self.now)
        finally:
            del painting
            shutil.rmtree(folder, ignore_errors=True)

    def perform(self, store: JournalStore, record: Record, change: Change) -> tuple[Record, Change]:
        """Write one change; marked when the clock was given."""
        return changes.perform(store, record, change, self.now, clock_given=self.clock_given)


def current() -> Call:
    """The call of the command that runs."""
    return _call(click.get_current_context())


def _call(ctx: click.Context) -> Call:
    call = ctx.meta.setdefault(KEY, Call())
    if not isinstance(call, Call):
        raise TypeError(call)
    return call


def _take_journal(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        _call(ctx).journal = value


def _take_demo(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        _call(ctx).demo = True


def _take_passphrase_file(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        _call(ctx).passphrase_file = value


def _take_recovery_key_file(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        _call(ctx).recovery_key_file = value


def _take_now(ctx: click.Context, _param: click.Parameter, value: datetime | None) -> None:
    if value is not None:
        _call(ctx).given_now = value


SHARED_OPTIONS = (
    click.Option(
        ["--journal"],
        type=values.file,
        expose_value=False,
        callback=_take_journal,
        help="The journal file (also RECOVERY_JOURNAL); default: the one in your data folder.",
    ),
    click.Option(
        ["--demo"], is_flag=True, expose_value=False, callback=_take_demo, help="Work on a throw-away example journal."
    ),
    click.Option(
        ["--now"],
        type=values.moment,
        expose_value=False,
        callback=_take_now,
        help="Set the clock, for scripts and tests.",
    ),
    click.Option(
        ["--passphrase-file"],
        type=values.file,
        expose_value=False,
        callback=_take_passphrase_file,
        help="A file whose first line is the journal's passphrase; left out: asked at the terminal.",
    ),
    click.Option(
        ["--recovery-key-file"],
        type=values.file,
        expose_value=False,
        callback=_take_recovery_key_file,
        help="A file with the groups of the recovery sheet, in the passphrase's place.",
    ),
)
"""They stand before or after a command's name; the last one given wins."""


class JournalCommand(click.Command):
    """A command that takes the shared options too."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own options and the shared ones."""
        return [*super().get_params(ctx), *SHARED_OPTIONS]


class JournalGroup(click.Group):
    """A group of commands that takes the shared options too, and so does each of its commands."""

    command_class = JournalCommand

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own options and the shared ones."""
        return [*super().get_params(ctx), *SHARED_OPTIONS]
