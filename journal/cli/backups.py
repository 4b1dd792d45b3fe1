"""``backup``, ``restore``, ``salvage``: a verified copy of the whole journal, the way back, and what damage left."""

import sys
from datetime import datetime
from pathlib import Path

import click

from journal.cli import values
from journal.cli.calls import Call, JournalCommand, current
from journal.cli.old_key import old_key, old_key_options, refuse_both
from journal.cli.output import complain, contents_line, one_line, say
from journal.cli.target import target_told
from journal.clock import SystemClock
from journal.domain.backup import Comparison, Restored
from journal.domain.errors import JournalUnavailable
from journal.holding import held
from journal.keeping import salvage_journal
from journal.passphrase import Key, fits_file, is_encrypted
from journal.store.backups.anew import begin_anew
from journal.store.backups.restoring import compare, restore, undo
from journal.store.backups.whole import write_backup

NOT_IN_DEMO = "The example journal is thrown away at the end: nothing can be restored into it."


@click.command("backup", cls=JournalCommand)
@click.argument("name", metavar="FILE", type=values.file)
def backup(name: str) -> None:
    """Write one whole file with everything in it, photos too, checked and counted. Never over another file."""
    with current().opened() as (store, _), target_told(name):
        found = write_backup(store, Path(name))
    say(one_line(f"{name}: verified, {contents_line(found)}. Your own full copy: photos are unchanged."))


@click.command("restore", cls=JournalCommand)
@click.argument("name", metavar="FILE", type=values.file, required=False)
@click.option("--yes", is_flag=True, help="Go on without asking.")
@click.option("--undo", "is_undo", is_flag=True, help="Take the last restore back; no FILE.")
@click.option("--start-new", is_flag=True, help="Where the file is empty or gone, begin a new journal; no FILE.")
@old_key_options
def restore_(
    *, name: str | None, yes: bool, is_undo: bool, start_new: bool, old_passphrase: str | None, old_sheet: str | None
) -> None:
    """Put a backup in the journal's place. What was there is kept aside, and --undo brings it back.

    With one of the --old- options a backup from before the passphrase was changed comes under the one of now.
    """
    call = current()
    refuse_both(old_passphrase, old_sheet)
    if (name is not None) + is_undo + start_new != 1:
        raise click.UsageError("Name the backup FILE, or --undo, or --start-new.")
    if (old_passphrase or old_sheet) and name is None:
        raise click.UsageError("What opened the journal before goes with a FILE.")
    if call.demo:
        raise click.ClickException(NOT_IN_DEMO)
    with held(call.file):
        if start_new:
            _begin_anew(call)
        elif name is None:
            _undo(call)
        else:
            _restore(call, name, old_key(Path(name), old_passphrase, old_sheet), yes=yes)


@click.command("salvage", cls=JournalCommand)
@click.argument("name", metavar="FILE", type=values.file)
@click.argument("new", metavar="NEW", type=values.file)
def salvage(name: str, new: str) -> int:
    """Make a new journal of all that a damaged FILE still gives. FILE is only read; 1 when something is lost."""
    call = current()
    with target_told(new):
        found = salvage_journal(Path(name), Path(new), call.now, _damaged_key(call, Path(name)))
    from journal.error_words import fault_text

    for fault in found.lost:
        complain(f"{fault.where}: {fault_text(fault)}")
    say(one_line(f"{new}: verified, {contents_line(found.contents)}."))
    return 1 if found.lost else 0


def _damaged_key(call: Call, path: Path) -> Key | None:
    """What opens a file, damaged or not."""
    from journal.cli.secrets import damaged_key  # late: most journals have no passphrase

    if not path.is_file() or path.stat().st_size == 0:
        return None  # nothing to open: told by the salvage, and restored into
    return damaged_key(path, call.passphrase_file, call.recovery_key_file)


def _restore(call: Call, name: str, source_key: Key | None, *, yes: bool) -> None:
    """``source_key``: of a backup from before; without it the one that was given is the backup's and the journal's."""
    key = _key(call, Path(name), call.file) if source_key is None else _damaged_key(call, call.file)
    found = compare(call.file, Path(name), key, source_key)
    is_another = key is not None and _is_encrypted(Path(name)) and source_key is None and not fits_file(call.file, key)
    _show(name, found, is_another=is_another and _is_encrypted(call.file))
    if not (yes or _agreed()):
        raise click.ClickException("Nothing was changed.")
    _say_restored(restore(call.file, Path(name), _moment(), key, source_key))
    if (is_another and _is_encrypted(call.file)) or (source_key is not None and fits_file(call.file, source_key)):
        say("The journal now opens with the passphrase of this backup.")


def _key(call: Call, *paths: Path) -> Key | None:
    """What opens the first of these files that is encrypted: a backup has the passphrase the journal had then."""
    for path in paths:
        if _is_encrypted(path):
            return call.key_of(path)
    return None


def _is_encrypted(path: Path) -> bool:
    try:
        return is_encrypted(path)
    except JournalUnavailable:
        return False  # what is wrong with it, the restoring tells


def _undo(call: Call) -> None:
    done = undo(call.file, _moment(), _key(call, call.file))
    if done is None:
        raise click.ClickException("There is nothing to undo: no journal was kept aside by a restore.")
    _say_restored(done)


def _begin_anew(call: Call) -> None:
    with target_told(str(call.file)):
        folder = begin_anew(call.file, _moment())
    say("A new journal was begun. What was here stays beside it under another name.")
    if folder is not None:
        say(one_line(f"The backups of the old one stay in {folder.name}."))


def _moment() -> datetime:
    """For the name of what is kept aside: the machine's own clock, so that the latest sorts last."""
    return SystemClock().now()


def _agreed() -> bool:
    """Asks at a terminal only; without one the command itself is the answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        return True
    return click.confirm("Put the backup in its place?", err=True)


def _show(name: str, found: Comparison, *, is_another: bool) -> None:
    here = "nothing" if found.present is None else contents_line(found.present)
    if is_another:
        here = "a journal that this passphrase does not open"
    elif found.is_unreadable:
        here = "a file that cannot be read"
    say(one_line(f"Here now: {here}."))
    say(one_line(f"{name}: {contents_line(found.coming)}."))


def _say_restored(done: Restored) -> None:
    say(one_line(f"The journal now holds {contents_line(done.contents)}."))
    if done.kept is not None:
        say(one_line(f'What was here is kept as {done.kept.name}; "restore --undo" brings it back.'))


COMMANDS: tuple[click.Command, ...] = (backup, restore_, salvage)
