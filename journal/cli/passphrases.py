"""``passphrase set``, ``change``, ``remove``, ``sheet``: the journal encrypted or in the open, and its recovery key."""

from pathlib import Path

import click

from journal import passphrase
from journal.cli import secrets, values
from journal.cli.calls import Call, JournalGroup, current
from journal.cli.old_key import old_key_options, refuse_both
from journal.cli.output import one_line, say
from journal.cli.progress import key_progress
from journal.cli.target import checked_target
from journal.domain.errors import JournalUnavailable, Trouble
from journal.holding import held
from journal.passphrase import Key
from journal.whole_file import real_path

COPIES_LEFT = (
    "These older copies can be read without the passphrase. passphrase copies --encrypt encrypts them, so that nothing"
    " is lost; passphrase copies --remove removes them."
)
OLD_LEFT = (
    "These older copies open with the passphrase from before, as long as you know it."
    " passphrase copies --encrypt --old-passphrase-file FILE puts them under the new one."
)
Earlier = dict[Key, tuple[Path, ...]]
"""Copies by the key that they lie under."""
VOID = "The recovery sheet from before is void."

new_passphrase_file = click.option(
    "--new-passphrase-file",
    "new_name",
    type=values.file,
    help="A file whose first line is the new passphrase; left out: asked at the terminal.",
)
sheet_file = click.option(
    "--sheet", "sheet_name", type=values.file, help="Write the recovery sheet as a PDF; left out: printed."
)


@click.group("passphrase", cls=JournalGroup, no_args_is_help=False)
def group() -> None:
    """Encrypt the journal, change its passphrase, or take it away."""


@group.command("set")
@new_passphrase_file
@sheet_file
def set_(new_name: str | None, sheet_name: str | None) -> None:
    """Encrypt the journal with a passphrase. Refused while a window has it open."""
    call = _real_call()
    target = _target(call, sheet_name)
    if passphrase.is_encrypted(call.file):
        raise JournalUnavailable(Trouble.HAS_PASSPHRASE)
    if not call.file.exists():
        raise JournalUnavailable(Trouble.MISSING)
    new = secrets.new_passphrase(new_name)
    with held(call.file), key_progress() as progress:
        key = passphrase.set_passphrase(call.file, new, progress)
    say("The journal is encrypted. Without the passphrase or the recovery sheet nobody can open it, nor can we.")
    copies = passphrase.copies_in_the_open(call.file)
    for copy in copies:
        say(one_line(f"Still in the open: {copy}"))
    if copies:
        say(COPIES_LEFT)
    _hand_out(call, key, target)


@group.command("change")
@new_passphrase_file
@sheet_file
def change(new_name: str | None, sheet_name: str | None) -> None:
    """Put another passphrase in its place; a new recovery sheet comes with it. Refused while a window has it open."""
    call = _real_call()
    target = _target(call, sheet_name)
    old = _opening_key(call)
    new = secrets.new_passphrase(new_name)
    with held(call.file), key_progress() as progress:
        key = passphrase.change_passphrase(call.file, old, new, progress)
    say(f"The passphrase is changed. {VOID}")
    copies = passphrase.copies_under(call.file, old)
    for copy in copies:
        say(one_line(f"Still under the passphrase from before: {copy}"))
    if copies:
        say(OLD_LEFT)
    _hand_out(call, key, target)


@group.command("remove")
def remove() -> None:
    """Put the journal into the open again. Refused while a window has it open."""
    call = _real_call()
    old = _opening_key(call)
    with held(call.file), key_progress() as progress:
        passphrase.remove_passphrase(call.file, old, progress)
    copies = passphrase.copies_under(call.file, old)
    void = VOID if not copies else f"Keep the passphrase and its sheet: {len(copies)} older copies still need them."
    say(f"The journal has no passphrase any more: whoever can read the file can read all of it. {void}")


@group.command("copies")
@click.argument("names", metavar="[FILE]...", type=values.file, nargs=-1)
@click.option("--encrypt", "encrypts", is_flag=True, help="Put them under the journal's passphrase: nothing is lost.")
@click.option("--remove", "removes", is_flag=True, help="Overwrite and remove them.")
@old_key_options
def copies_(
    *, names: tuple[str, ...], encrypts: bool, removes: bool, old_passphrase: str | None, old_sheet: str | None
) -> None:
    """Name the older copies of an encrypted journal that open without its passphrase; encrypt or remove them.

    Where you carried copies is not known here: with --encrypt, name such a FILE, and it is encrypted too.
    """
    if encrypts and removes:
        raise click.UsageError("Give --encrypt or --remove, not both.")
    refuse_both(old_passphrase, old_sheet)
    if (old_passphrase or old_sheet) and not encrypts:
        raise click.UsageError("What opened the journal before goes with --encrypt.")
    call = _real_call()
    carried = _carried(names, encrypts=encrypts)
    key = _opening_key(call)
    copies = (*passphrase.copies_in_the_open(call.file), *carried)
    if not (encrypts or removes):
        _name_copies(copies, copies)
        return
    earlier = _under_earlier(call, key, old_passphrase, old_sheet)
    with held(call.file):
        left = (
            passphrase.remove_copies(call.file, copies)
            if removes
            else passphrase.encrypt_copies(call.file, copies, key)
        )
    _name_copies(copies, left)
    if earlier is not None and not earlier:
        say(f"No copy that is known here opens with that {'sheet' if old_sheet else 'passphrase'}.")
    followed = _follow(call, key, earlier or {})
    if left:
        done = "encrypted, and are as they were; passphrase copies --remove removes them" if encrypts else "removed"
        raise click.ClickException(f"Some of the copies could not be {done}.")
    if not followed:
        raise click.ClickException("Some of the copies under the passphrase from before could not be changed.")


def _carried(names: tuple[str, ...], *, encrypts: bool) -> list[Path]:
    """The copies elsewhere that were named. Only encrypting them is done here: that loses nothing."""
    if names and not encrypts:
        raise click.UsageError("A FILE goes with --encrypt.")
    missing = next((name for name in names if not Path(name).is_file()), None)
    if missing is not None:
        raise click.ClickException(f"{missing}: there is no such file.")
    return [real_path(path) if path.is_symlink() else path for path in map(Path, names)]


def _name_copies(copies: tuple[Path, ...], left: tuple[Path, ...]) -> None:
    """As each is afterwards: what a killed run left unfinished is removed where others are encrypted."""
    for copy in copies:
        ended = "Encrypted" if copy.exists() else "Removed"
        say(one_line(f"{'Still in the open' if copy in left else ended}: {copy}"))
    if not copies:
        say("No copy that is known here lies in the open.")


def _under_earlier(call: Call, key: Key, old_passphrase: str | None, old_sheet: str | None) -> Earlier | None:
    """Copies under an earlier key, looked for before anything is changed; None when none was given."""
    if old_sheet:
        return passphrase.copies_by_recovery(call.file, secrets.sheet_in(old_sheet), but=key)
    if old_passphrase:
        return passphrase.copies_by_passphrase(call.file, secrets.passphrase_in(old_passphrase), but=key)
    return None


def _follow(call: Call, key: Key, found: Earlier) -> bool:
    """Copies under an earlier key are put under the journal's; whether all of them were."""
    with held(call.file):
        left = [
            each for old, copies in found.items() for each in passphrase.encrypt_copies(call.file, copies, key, old)
        ]
    for each in (each for copies in found.values() for each in copies):
        ended = "Under the new one" if each.exists() else "Removed"
        say(one_line(f"{'Still under the passphrase from before' if each in left else ended}: {each}"))
    return not left


@group.command("sheet")
@sheet_file
def sheet(sheet_name: str | None) -> None:
    """Print the recovery key once more, or write its sheet."""
    call = _real_call()
    target = _target(call, sheet_name)
    _hand_out(call, _opening_key(call), target)


def _real_call() -> Call:
    call = current()
    if call.demo:
        raise click.UsageError("The example journal has no passphrase.")
    passphrase.refuse_emptied(call.file)
    return call


def _opening_key(call: Call) -> Key:
    key = call.key_of(call.file)
    if key is None or not call.file.exists():
        raise JournalUnavailable(Trouble.IN_THE_OPEN if call.file.exists() else Trouble.MISSING)
    return key


def _target(call: Call, name: str | None) -> Path | None:
    """Where the sheet goes: looked at before anything is changed."""
    return checked_target(call, name) if name else None


def _hand_out(call: Call, key: Key, target: Path | None) -> None:
    groups = passphrase.recovery_groups(key.raw)
    if target is None:
        say("Recovery key (write it down and keep it away from this computer; --recovery-key-file opens with it):")
        for start in range(0, len(groups), 7):
            say(" ".join(groups[start : start + 7]))
        return
    # Late: only what paints loads Qt.
    from journal.cli.screenless import application
    from journal.report.recovery_sheet import RecoverySheet, write_recovery_sheet

    painting = application()
    try:
        write_recovery_sheet(target, RecoverySheet(groups=groups, file_name=call.file.name, made_on=call.today))
    except JournalUnavailable as error:
        line = f"{target} cannot be written. The recovery key is still to be had: passphrase sheet."
        raise click.ClickException(line) from error
    finally:
        del painting
    say(one_line(f"{target}: the recovery sheet. Print it, keep it away from this computer, then delete the file."))


COMMANDS = (group,)
