"""``photo flip``, ``align``, ``save``: how a photo lies on others, and how it leaves. Added to the group ``photo``."""

from pathlib import Path

import click

from journal import changes
from journal.cli import values
from journal.cli.calls import current
from journal.cli.output import one_line, say
from journal.cli.photos import found, photo
from journal.cli.target import checked_target, write_target
from journal.domain.area import Area
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo import Copy, Photo
from journal.domain.photo_frames import (
    alignment_from_points,
    by_id,
    from_fraction,
    place_of,
    similarity_of,
)
from journal.domain.record import Record
from journal.domain.similarity import largest_miss

MARKS_MIN = 2


@photo.command("flip")
@click.argument("number", metavar="ID", type=values.number)
def flip(number: int) -> None:
    """Show a mirrored selfie the right way round, or as it came again. The picture itself stays as it is."""
    call = current()
    with call.opened() as (store, record):
        there = found(record, number)
        call.perform(store, record, changes.flip_photo(record, number))
        say(f"Photo {number}: " + ("shown as it came." if there.mirrored else "shown flipped."))


@photo.command("align")
@click.argument("number", metavar="ID", type=values.number)
@click.option("--to", "other", metavar="ID", type=values.number, help="The photo it is laid on.")
@click.option(
    "--points",
    "marks",
    metavar="X,Y:X,Y",
    type=values.marks,
    multiple=True,
    help="The same spot on this photo and on the other one, as fractions of width and height. Two or more; best "
    "are the outer corners of the eyes and the tip of the chin.",
)
@click.option("--none", "is_freed", is_flag=True, help="Take its alignment away.")
def align(number: int, other: int | None, marks: tuple[tuple[complex, complex], ...], is_freed: bool) -> None:
    """Lay a photo on another one: turned, scaled and shifted, so that the same spots meet."""
    call = current()
    if is_freed and (other is not None or marks):
        raise click.UsageError("--none goes alone.")
    if not is_freed and (other is None or len(marks) < MARKS_MIN):
        raise ValueRefused(Refusal.NOTHING_GIVEN)
    with call.opened() as (store, record):
        moving = found(record, number)
        if other is None:
            call.perform(store, record, changes.align_photo(record, number, None))
            say(f"Photo {number}: on no other photo.")
            return
        fixed = found(record, other)
        one = [from_fraction(mark.real, mark.imag, moving) for mark, _ in marks]
        there = [from_fraction(mark.real, mark.imag, fixed) for _, mark in marks]
        alignment = alignment_from_points(one, there, other)
        call.perform(store, record, changes.align_photo(record, number, alignment))
        miss = largest_miss(similarity_of(alignment), one, there)
        say(
            f"Photo {number}: on photo {other}, scaled by {alignment.scale:.2f}, turned by {alignment.turn:z.1f} "
            f"degrees; the marks meet within {miss * 100:.1f} % of the long side."
        )


@photo.command("save")
@click.argument("number", metavar="ID", type=values.number)
@click.argument("name", metavar="FILE", type=values.file)
@click.option("--original", is_flag=True, help="The picture as it came, with everything its camera wrote into it.")
@click.option("--crop", metavar="X,Y,W,H", type=values.area, help="Only this part, as fractions of width and height.")
@click.option(
    "--cover", "covers", metavar="X,Y,W,H", type=values.area, multiple=True, help="Cover this part, such as the eyes."
)
@click.option("--aligned", is_flag=True, help="As it lies on the photo that it was aligned to.")
@click.option("--as-taken", is_flag=True, help="Not flipped, even when it is shown flipped.")
def save(
    number: int,
    name: str,
    original: bool,
    crop: Area | None,
    covers: tuple[Area, ...],
    aligned: bool,
    as_taken: bool,
) -> None:
    """Save a photo to a file, without location or camera data (JPEG; PNG when FILE ends in .png)."""
    call = current()
    if original and (crop or covers or aligned or as_taken):
        raise click.UsageError("--original is the file as it came; nothing can be covered, cut or turned in it.")
    if aligned and as_taken:
        raise click.UsageError("--aligned shows it as it lies; it goes without --as-taken.")
    with call.opened() as (store, record):
        shown = found(record, number)
        path = checked_target(call, name)
        if path.exists() and path.stat().st_size:
            raise click.ClickException(f"{name} is there already; name another file, nothing was written.")
        if original:
            data = store.photo_bytes(number, Copy.ORIGINAL)
        else:
            display = store.photo_bytes(number, Copy.DISPLAY)
            data = _clean(display, record, shown, path, crop, covers, aligned=aligned, as_taken=as_taken)
        write_target(path, name, data)
    kept = "as it came, camera data included" if original else "without location or camera data"
    say(one_line(f"{name}: saved {kept}."))


def _clean(
    display: bytes,
    record: Record,
    shown: Photo,
    path: Path,
    crop: Area | None,
    covers: tuple[Area, ...],
    *,
    aligned: bool,
    as_taken: bool,
) -> bytes:
    # Late: Pillow is for pictures only.
    from journal.photos.leaving import Form, Laid, Leaving, leaving_bytes

    photos = by_id(record.photos)
    place = place_of(photos, shown)
    root = photos.get(place.root, shown)
    laid = Laid(by=place.similarity, frame=(root.width, root.height)) if aligned and root.id != shown.id else None
    leaving = Leaving(
        mirrored=shown.mirrored and not as_taken,
        laid=laid,
        covers=covers,
        crop=crop,
        form=Form.PNG if path.suffix.lower() == ".png" else Form.JPEG,
    )
    return leaving_bytes(display, leaving)


COMMANDS = ()
