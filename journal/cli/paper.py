"""``summary``: the visit summary as a PDF."""

from datetime import date

import click

from journal.cli import values
from journal.cli.calls import JournalCommand, current
from journal.cli.output import one_line, say
from journal.cli.target import checked_target
from journal.domain.errors import JournalUnavailable, Refusal, ValueRefused


@click.command("summary", cls=JournalCommand)
@click.option("-o", "--output", "name", type=values.file, required=True, help="The PDF to write.")
@click.option("--treatment", "number", type=values.number, help="Which treatment; default: the latest.")
@click.option("--from", "first", type=values.day, help="First day; default: the treatment's.")
@click.option("--to", "last", type=values.day, help="Last day, included; default: the course's.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size.")
@click.option("--mono", is_flag=True, help="Black and white only.")
def summary(name: str, number: int | None, first: date | None, last: date | None, paper: str, mono: bool) -> None:
    """Write the page for the follow-up visit."""
    if first is not None and last is not None and first > last:
        raise ValueRefused(Refusal.PERIOD, (first, last))
    call = current()
    with call.opened() as (store, record):
        if number is None and not record.treatments:
            raise click.ClickException("There is no treatment yet to write a summary of.")
        path = checked_target(call, name)
        # Late: only what paints loads Qt.
        from journal.cli.screenless import application
        from journal.report.summary import write_summary

        painting = application()
        try:
            write_summary(
                record,
                store.photo_bytes,
                path,
                treatment_number=number,
                first=first,
                last=last,
                paper=paper,
                mono=mono,
                today=call.today,
            )
        except JournalUnavailable as error:
            if error.detail != str(path):
                raise
            raise click.ClickException(f"{name} cannot be written here; nothing was saved.") from error
        finally:
            del painting
    say(one_line(f"{name}: written."))


COMMANDS = (summary,)
