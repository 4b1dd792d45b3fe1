"""``photo add``, ``list``, ``change``, ``remove``; how photos lie and leave is in ``photo_ways``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import Call, JournalGroup, current
from journal.cli.output import complain, one_line, say, say_json
from journal.domain.errors import PhotoRefusal, PhotoRefused, Refusal, ValueRefused
from journal.domain.photo import DaySource, Photo, View
from journal.domain.photo_days import dating, taken_twice
from journal.domain.photo_marks import last_ones, photo_marks
from journal.domain.record import Record
from journal.store.journal_store import JournalStore

VIEWS = click.Choice([view.value for view in View])


@click.group("photo", cls=JournalGroup, no_args_is_help=False)
def photo() -> None:
    """Take photos in, list, move, remove and save them."""


@photo.command("add")
@click.argument("names", metavar="FILE...", type=values.file, nargs=-1, required=True)
@click.option(
    "--date",
    "day",
    type=values.day,
    help="The day they show; default: the capture time in the picture, else a date in the file's name.",
)
@click.option("--view", type=VIEWS, default=View.FRONT.value, show_default=True, help="Which view of the face.")
def add(names: tuple[str, ...], day: date | None, view: str) -> int:
    """Take photos in, whole and unchanged. One line a file: taken, or why not."""
    call = current()
    if day is not None and day > call.today:
        raise ValueRefused(Refusal.DAY_AFTER_NOW, day)
    refused = 0
    with call.opened(create=True) as (store, record):
        there = list(record.photos)
        for name in names:
            try:
                kept = _take(call, store, record, name, day, View(view))
            except PhotoRefused as error:
                from journal.error_words import error_text

                complain(error_text(PhotoRefused(error.refusal, name)))
                refused += 1
            else:
                say(one_line(_taken_line(name, kept, taken_twice(there, kept.captured_at, kept.view))))
                there.append(kept)
    return 1 if refused else 0


def _take(call: Call, store: JournalStore, record: Record, name: str, day: date | None, view: View) -> Photo:
    """Keep one file. Raises ``PhotoRefused``."""
    # Late: Pillow is for pictures only.
    from journal.photos.intake import prepare

    prepared = prepare(Path(name), name)
    first_treatment = record.treatments[0].day if record.treatments else None
    found = dating(prepared.captured_at, name, first_treatment, call.today)
    shown, source = (day, DaySource.GIVEN) if day is not None else (found.day, found.source)
    if shown is None:
        raise PhotoRefused(PhotoRefusal.DAY_UNKNOWN, name)
    return changes.keep_photo(store, prepared, shown, view, call.now, day_source=source, clock_given=call.clock_given)


def _taken_line(name: str, kept: Photo, twin: Photo | None) -> str:
    line = f"{name}: taken as photo {kept.id}, {kept.day.isoformat()}, {kept.view}"
    line += ", the day from the name" if kept.day_source is DaySource.NAME else ""
    return line + (f"; of the same second as photo {twin.id}" if twin is not None else "")


@photo.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def show(as_json: bool) -> None:
    """List the photos by day and view."""
    with current().opened() as (_, record):
        photos = record.photos
    if as_json:
        say_json([_fields(one) for one in photos])
        return
    last = last_ones(photos)
    for one in photos:
        say(_list_line(one, last[one.id]))
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


def found(record: Record, number: int) -> Photo:
    """The photo of that id. Raises ``ValueRefused``."""
    photos: Iterator[Photo] = (one for one in record.photos if one.id == number)
    one = next(photos, None)
    if one is None:
        raise ValueRefused(Refusal.NO_PHOTO, number)
    return one


def _list_line(one: Photo, last: Photo | None) -> str:
    parts = [one.day.isoformat(), str(one.view), f"{one.width} x {one.height}"]
    parts += ["the day from the name"] if one.day_source is DaySource.NAME else []
    parts += ["flipped"] if one.mirrored else []
    parts += [f"on photo {one.alignment.to}"] if one.alignment is not None else []
    return f"Photo {one.id}: " + ", ".join([*parts, *(mark.kind for mark in photo_marks(one, last))])


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
