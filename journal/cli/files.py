"""``check``: the journal as a file."""

import click

from journal.cli.calls import JournalCommand, current
from journal.cli.output import complain, one_line, say, say_json
from journal.domain.backup import Fault
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.place import Place
from journal.store import leavings
from journal.store.checking import faults_of_file
from journal.store.places import place_of

UNSOUND = (Trouble.DAMAGED, Trouble.NOT_A_JOURNAL)


@click.command("check", cls=JournalCommand)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def check(as_json: bool) -> int:
    """Check the whole file: 0 sound, 1 damaged. Says where it lies when that is worth knowing."""
    from journal.error_words import error_text, fault_text

    try:
        lines = [(fault.where, fault_text(fault)) for fault in _faults()]
    except JournalUnavailable as error:
        if error.trouble not in UNSOUND:
            raise
        lines = [("file", error_text(error))]
    place = Place() if current().demo else place_of(current().file)
    for where, what in lines:
        complain(f"{where}: {what}")
    if as_json:
        faults = [{"where": where, "what": what} for where, what in lines]
        say_json({"sound": not lines, "faults": faults, **_place_json(place)})
    else:
        if not lines:
            say("The journal is sound.")
        _say_place(place)
    return 1 if lines else 0


def _place_json(place: Place) -> dict[str, object]:
    """Nothing for a journal at home."""
    if not place.is_worth_telling:
        return {}
    return {"place": {"kind": place.kind, "service": place.service, "other_versions": list(place.other_versions)}}


def _say_place(place: Place) -> None:
    from journal.place_words import place_more, place_text, versions_text

    for text in (f"{place_text(place)} {place_more(place)}".strip(), versions_text(place)):
        if text:
            say(one_line(text))


def _faults() -> tuple[Fault, ...]:
    with current().path() as path:
        leavings.refuse_emptied(path)
        if path.is_file() and path.stat().st_size == 0:
            return ()  # a new journal
        return faults_of_file(path, current().key_of(path))


COMMANDS: tuple[click.Command, ...] = (check,)
