"""``backups``: what lies with the journal and can be restored, also when the journal itself cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from journal.cli import values
from journal.cli.calls import Call, JournalCommand, current
from journal.cli.output import contents_line, one_line, say, say_json
from journal.cli.secrets import has_terminal
from journal.domain.backup import Contents, Kept
from journal.holding import held
from journal.keeping import keeping_of
from journal.passphrase import Key
from journal.store.backups import daily, kept
from journal.whole_file import real_path

KINDS = {Kept.UPDATE: "before an update", Kept.RESTORE: "kept by a restore", Kept.EMPTIED: "the emptied file"}
MEGABYTE, GIGABYTE = 1 << 20, 1 << 30
NO_KEY = "opens with its passphrase, or is damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One file that can be restored, or could be with its passphrase."""

    path: Path
    at: datetime
    kind: str
    contents: Contents | None


@click.command("backups", cls=JournalCommand)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--remove", type=values.file, help="Remove an older copy that was kept beside the journal, for good.")
@click.option("--yes", is_flag=True, help="Remove without asking; needed where there is no terminal.")
def backups(as_json: bool, remove: str | None, yes: bool) -> None:
    """List the automatic backups and the older copies that were kept beside the journal; "restore FILE" takes each."""
    call = current()
    if call.demo:
        raise click.ClickException("The example journal has no backups.")
    if remove is not None:
        _remove(call, remove, yes=yes)
        return
    found = list(_copies(call.file, _key(call)))
    if as_json:
        say_json([_as_json(each) for each in found])
        return
    for each in found:
        say(one_line(f"{each.path}: {each.at:%Y-%m-%d %H:%M}, {each.kind}: {_what(each)}"))
    say(_space_line(call.file) if found else "There are no backups here.")


def _what(copy: Copy) -> str:
    if copy.contents is None:
        return NO_KEY if copy.path.stat().st_size else "nothing is in it"
    return contents_line(copy.contents)


def _space_line(journal: Path) -> str:
    used, free = keeping_of(journal).space()
    line = f"With their photos they take {_size(used)}"
    return f"{line}." if free is None else f"{line}; {_size(free)} are free there."


def _size(count: int) -> str:
    return f"{count / GIGABYTE:,.1f} GB" if count >= GIGABYTE else f"{count / MEGABYTE:.1f} MB"


def _remove(call: Call, name: str, *, yes: bool) -> None:
    given = Path(name)
    folder = real_path(given.parent) if given.parent != Path() else real_path(call.file).parent
    wanted = folder / given.name  # and no other name of the same file
    found = next((each for each in kept.kept_beside(call.file) if each.path == wanted), None)
    if found is None:
        raise click.ClickException(f'{name} is no older copy kept beside the journal: "backups" lists them.')
    if not yes and not has_terminal():
        raise click.ClickException("It would be gone for good: --yes says that it is meant. Nothing was removed.")
    if not yes and not click.confirm(f"Remove {found.path.name} for good, with its photos?", err=True):
        raise click.ClickException("Nothing was removed.")
    with held(call.file):
        kept.remove(call.file, found.path)
    say(one_line(f"{found.path.name} was removed."))


def _key(call: Call) -> Key | None:
    """Only what was given: nobody is asked, and without it the list says which need it. Raises ``JournalError``."""
    if not (call.passphrase_file or call.recovery_key_file):
        return None
    from journal.cli.secrets import damaged_key  # late: most journals have no passphrase

    return damaged_key(call.file, call.passphrase_file, call.recovery_key_file)


def _copies(journal: Path, key: Key | None) -> Iterator[Copy]:
    for each in daily.backups_of(journal, key):
        kind = "of an earlier journal" if each.is_earlier else "before a change" if each.is_before else "of the day"
        yield Copy(path=each.path, at=each.at, kind=kind, contents=each.contents)
    for file in kept.kept_beside(journal, key):
        yield Copy(path=file.path, at=file.at, kind=KINDS[file.why], contents=file.contents)


def _as_json(copy: Copy) -> dict[str, object]:
    found = copy.contents
    last = None if found is None or found.last_day is None else found.last_day.isoformat()
    return {
        "file": str(copy.path),
        "at": copy.at.isoformat(sep="T", timespec="seconds"),
        "kind": copy.kind,
        "days": None if found is None else found.days,
        "photos": None if found is None else found.photos,
        "last_entry": last,
        "bytes": copy.path.stat().st_size,
    }


COMMANDS: tuple[click.Command, ...] = (backups,)
