"""``backups``: what lies with the journal and can be restored, also when the journal itself cannot be read."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

import click

from journal.cli.calls import Call, JournalCommand, current
from journal.cli.output import contents_line, one_line, say, say_json
from journal.domain.backup import Contents
from journal.domain.errors import BackupRefused
from journal.passphrase import Key
from journal.store.backups import daily, restoring

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
def backups(as_json: bool) -> None:
    """List the automatic backups and the older copies that were kept beside the journal; "restore FILE" takes each."""
    call = current()
    if call.demo:
        raise click.ClickException("The example journal has no backups.")
    found = list(_copies(call.file, _key(call)))
    if as_json:
        say_json([_as_json(each) for each in found])
        return
    for each in found:
        what = NO_KEY if each.contents is None else contents_line(each.contents)
        say(one_line(f"{each.path}: {each.at:%Y-%m-%d %H:%M}, {each.kind}: {what}"))
    if not found:
        say("There are no backups here.")


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
    older = sorted(each for each in journal.parent.glob(f"{escape(journal.name)}.before-[0-9]*") if each.is_file())
    for kind, paths in (("kept by a restore", restoring.kept_files(journal)), ("before an update", older)):
        for path in reversed(paths):
            at = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 as the names of backups say it
            contents = None
            with suppress(BackupRefused):
                contents = restoring.coming(journal, path, key)
            yield Copy(path=path, at=at, kind=kind, contents=contents)


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
