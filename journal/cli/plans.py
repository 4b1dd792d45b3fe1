"""``plan show``, ``plan check``, ``plan difference``, ``plan use`` and ``plan sheet``."""

from pathlib import Path

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import JournalGroup, current
from journal.cli.output import one_line, say, say_whole
from journal.cli.target import checked_target, target_told
from journal.domain.plan_diff import difference
from journal.domain.plan_notes import plan_notes


@click.group("plan", cls=JournalGroup, no_args_is_help=False)
def plan() -> None:
    """Show, check, compare, change and print the care plan."""


@plan.command("show")
def show() -> None:
    """Print the plan that applies, as stored."""
    with current().opened() as (_, record):
        say_whole(record.plan.toml)


@plan.command("check")
@click.argument("name", metavar="FILE", type=values.file)
def check(name: str) -> None:
    """Check a plan's file; every fault is one line, and so is what it seems to say and does not."""
    read = changes.read_plan_file(Path(name))
    say(one_line(f"{name}: a sound plan of {len(read.rules)} rules."))
    for note in plan_notes(read):
        say(one_line(f"{name}: {note}."))


@plan.command("difference")
@click.argument("name", metavar="FILE", type=values.file)
def tell_difference(name: str) -> None:
    """What a plan's file would change, one line each; nothing is changed."""
    read = changes.read_plan_file(Path(name))
    with current().opened() as (_, record):
        # Late: only what has words loads Qt.
        from journal.cli.screenless import application
        from journal.plan_diff_words import difference_lines

        wording = application()
        lines = difference_lines(difference(record.plan, read))
        del wording
    for line in lines or ("Nothing would change.",):
        say(one_line(line))


@plan.command("use")
@click.argument("name", metavar="FILE", type=values.file)
def use(name: str) -> None:
    """Take up a plan: it holds for the latest treatment's whole course and later ones; earlier ones keep theirs."""
    read = changes.read_plan_file(Path(name))
    call = current()
    with call.opened(create=True) as (store, record):
        change = changes.use_plan(record, read, call.now)
        call.perform(store, record, change)
        if change.is_nothing:
            say(one_line(f"The plan {read.name}, version {read.version}, applies already."))
            return
        since = f"from treatment {len(record.treatments)} on" if record.treatments else "from the beginning"
        say(one_line(f"The plan {read.name}, version {read.version} ({read.sha256[:8]}), applies {since}."))


@plan.command("sheet")
@click.argument("name", metavar="[FILE]", type=values.file, required=False)
@click.option("-o", "--output", "target", type=values.file, required=True, help="The PDF to write.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option("--mono", is_flag=True, help="Black and white only.")
def sheet(name: str | None, target: str, paper: str, mono: bool) -> None:
    """Write the plan that applies, or a plan's file, as pages for a clinician to read and sign."""
    call = current()
    path = checked_target(call, target)
    if name is None:
        with call.opened() as (_, record):
            shown = record.plan
    else:
        shown = changes.read_plan_file(Path(name))
        if path.exists() and path.samefile(name):
            raise click.ClickException(f"{target} is the plan itself; nothing was written.")
    # Late: only what paints loads Qt.
    from journal.cli.screenless import application
    from journal.report.plan_sheet import write_plan_sheet

    painting = application()
    try:
        with target_told(target):
            write_plan_sheet(path, shown, paper=paper, mono=mono)
    finally:
        del painting
    say(one_line(f"{target}: written."))


COMMANDS = (plan,)
