"""``photo add``, ``list``, ``change``, ``remove``, ``save``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import Call, JournalGroup, current
from journal.cli.output import complain, one_line, say, say_json
from journal.cli.target import checked_target, write_target
from journal.domain.errors import PhotoRefusal, PhotoRefused, Refusal, ValueRefused
from journal.domain.photo import Copy, Photo, View, proposed_day
from journal.domain.record import Record
from journal.store.journal_store import JournalStore

VIEWS = click.Choice([view.value for view in View])


@click.group("photo", cls=JournalGroup, no_args_is_help=False)
def photo() -> None:
    """Take photos in, list, move, remove and save them."""


@photo.command("add")
@click.argument("names", metavar="FILE...", type=values.file, nargs=-1, required=True)
@click.option("--date", "day", type=values.day, help="The day they show; default: the capture time in the picture.")
@click.option("--view", type=VIEWS, default=View.FRONT.value, show_default=True, help="Which view of the face.")
def add(names: tuple[str, ...], day: date | None, view: str) -> int:
    """Take photos in, whole and unchanged. One line a file: taken, or why not."""
    call = current()
    if day is not None and day > call.today:
        raise ValueRefused(Refusal.DAY_AFTER_NOW, day)
    refused = 0
    with call.opened(create=True) as (store, record):
        for name in names:
            try:
                kept = _take(call, store, record, name, day, View(view))
            except PhotoRefused as error:
                from journal.error_words import error_text

                complain(error_text(PhotoRefused(error.refusal, name)))
                refused += 1
            else:
                say(one_line(f"{name}: taken as photo {kept.id}, {kept.day.isoformat()}, {kept.view}"))
    return 1 if refused else 0


def _take(call: Call, store: JournalStore, record: Record, name: str, day: date | None, view: View) -> Photo:
    """Keep one file. Raises ``PhotoRefused``."""
    # Late: Pillow is for pictures only.
    from journal.photos.intake import prepare

    prepared = prepare(Path(name), name)
    first_treatment = record.treatments[0].day if record.treatments else None
    shown = day or proposed_day(prepared.captured_at, first_treatment, call.today)
    if shown is None:
        raise PhotoRefused(PhotoRefusal.DAY_UNKNOWN, name)
    return changes.keep_photo(store, prepared, shown, view, call.now, clock_given=call.clock_given)


@photo.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(as_json: bool) -> None:
    """List the photos by day and view."""
    with current().opened() as (_, record):
        photos = record.photos
    if as_json:
        say_json([_fields(one) for one in photos])
        return
    for one in photos:
        say(f"Photo {one.id}: {one.day.isoformat()}, {one.view}, {one.width} x {one.height}")
    if not photos:
        say("No photo yet.")


@photo.command("change")
@click.argument("number", metavar="ID", type=values.number)
@click.option("--date", "day", type=values.day, help="The day it shows.")
@click.option("--view", type=VIEWS, help="Which view of the face.")
def change(number: int, day: date | None, view: str | None) -> None:
    """Move a photo to another day or view."""
    if day is None and view is None:
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    call = current()
    with call.opened() as (store, record):
        there = found(record, number)
        to_day, to_view = day or there.day, View(view) if view else there.view
        call.perform(store, record, changes.change_photo(record, number, to_day, to_view, call.now))
        say(f"Photo {number}: {to_day.isoformat()}, {to_view}")


@photo.command("remove")
@click.argument("number", metavar="ID", type=values.number)
def remove(number: int) -> None:
    """Remove a photo."""
    call = current()
    with call.opened() as (store, record):
        found(record, number)
        call.perform(store, record, changes.remove_photo(record, number))
        say(f"Photo {number} removed.")


@photo.command("save")
@click.argument("number", metavar="ID", type=values.number)
@click.argument("name", metavar="FILE", type=values.file)
@click.option("--original", is_flag=True, help="The picture as it came, with everything its camera wrote into it.")
def save(number: int, name: str, original: bool) -> None:
    """Save a photo to a file, without location or camera data (JPEG)."""
    call = current()
    with call.opened() as (store, record):
        found(record, number)
        path = checked_target(call, name)
        if path.exists() and path.stat().st_size:
            raise click.ClickException(f"{name} is there already; name another file, nothing was written.")
        write_target(path, name, store.photo_bytes(number, Copy.ORIGINAL if original else Copy.DISPLAY))
    kept = "as it came, camera data included" if original else "without location or camera data"
    say(one_line(f"{name}: saved {kept}."))


def found(record: Record, number: int) -> Photo:
    """The photo of that id. Raises ``ValueRefused``."""
    photos: Iterator[Photo] = (one for one in record.photos if one.id == number)
    one = next(photos, None)
    if one is None:
        raise ValueRefused(Refusal.NO_PHOTO, number)
    return one


def _fields(one: Photo) -> dict[str, object]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "view": one.view,
        "width": one.width,
        "height": one.height,
        "captured_at": None if one.captured_at is None else one.captured_at.isoformat(),
        "sha256": one.sha256,
        "bytes": one.bytes,
    }


COMMANDS = (photo,)
