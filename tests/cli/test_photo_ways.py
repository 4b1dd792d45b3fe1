"""``photo flip``, ``align``, ``save``: how photos lie on each other, and what leaves."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from journal import changes
from tests.cli.conftest import picture
from tests.photos.leaving_files import assert_plain
from tests.photos.pictures import BLUE, GREEN, RED, YELLOW, corners, encoded, exif, quarters

MARKS = ("0.3,0.4:0.32,0.42", "0.7,0.4:0.72,0.42", "0.5,0.8:0.52,0.82")
POINTS = tuple(part for mark in MARKS for part in ("--points", mark))


@pytest.fixture
def with_photos(treated):
    """Photos 1, 2 and 3 of one view on three days."""
    for place, color in enumerate(("salmon", "pink", "navy")):
        name = picture(Path(f"{color}.jpg"), color)
        treated.done("photo", "add", name, "--date", f"2026-11-{20 + place}")
    return treated


@pytest.fixture
def with_quarters(treated):
    """One photo with four colours and all that a camera writes."""
    Path("quarters.jpg").write_bytes(encoded(quarters((1600, 1200)), exif=exif(location=True), comment=b"SECRET"))
    treated.done("photo", "add", "quarters.jpg", "--date", "2026-11-21")
    return treated


def photos(command):
    store, record = changes.open_journal(command.path, create=False)
    store.close()
    return record.photos


def saved(command, *arguments, name="out.jpg"):
    command.done("photo", "save", "1", name, *arguments)
    data = Path(name).read_bytes()
    assert_plain(data)
    assert b"SECRET" not in data
    return Image.open(BytesIO(data))


def test_a_photo_is_laid_on_another_by_its_marks(with_photos):
    ran = with_photos.done("photo", "align", "2", "--to", "1", *POINTS)

    alignment = photos(with_photos)[1].alignment
    assert (alignment.to, alignment.scale, alignment.turn) == (1, pytest.approx(1), pytest.approx(0, abs=1e-6))
    assert (alignment.dx, alignment.dy) == (pytest.approx(0.02), pytest.approx(0.015))
    assert ran.lines == [
        "Photo 2: on photo 1, scaled by 1.00, turned by 0.0 degrees; the marks meet within 0.0 % of the long side."
    ]
    assert "on photo 1" in with_photos.done("photo", "list").lines[1]


def test_an_alignment_is_taken_away(with_photos):
    with_photos.done("photo", "align", "2", "--to", "1", *POINTS)
    with_photos.done("photo", "align", "2", "--none")

    assert photos(with_photos)[1].alignment is None


def test_laid_the_other_way_round_nothing_hangs_on_itself(with_photos):
    with_photos.done("photo", "align", "2", "--to", "1", *POINTS)
    with_photos.done("photo", "align", "1", "--to", "2", *POINTS)

    assert [one.alignment and one.alignment.to for one in photos(with_photos)] == [2, None, None]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--to", "1"),
        POINTS,
        ("--to", "1", "--points", MARKS[0]),
        ("--to", "2", *POINTS),
        ("--to", "9", *POINTS),
        ("--none", "--to", "1"),
        ("--to", "1", *POINTS, "--points", "0.5,0.5"),
        ("--to", "1", *POINTS, "--points", "0.5,0.5:0.5,1.5"),
        ("--to", "1", *POINTS, "--points", "0.5,0.5:0.5,nan"),
        ("--to", "1", *POINTS, "--points", "0.5,-0.5:0.5,0.5"),
        ("--to", "1", "--points", "0.5,0.5:0.1,0.1", "--points", "0.5,0.5:0.9,0.9"),
        ("--to", "1", "--points", "0.50,0.5:0.1,0.1", "--points", "0.52,0.5:0.9,0.9"),
    ],
)
def test_what_makes_no_alignment_is_refused(with_photos, arguments):
    with_photos.assert_refused("photo", "align", "2", *arguments)


def test_a_flip_is_shown_and_taken_back_and_loosens_what_hung_there(with_photos):
    with_photos.done("photo", "align", "2", "--to", "1", *POINTS)

    assert with_photos.done("photo", "flip", "1").lines == ["Photo 1: shown flipped."]
    assert [(one.mirrored, one.alignment) for one in photos(with_photos)[:2]] == [(True, None), (False, None)]
    assert "flipped" in with_photos.done("photo", "list").lines[0]
    assert with_photos.done("photo", "flip", "1").lines == ["Photo 1: shown as it came."]


@pytest.mark.parametrize("name", ["out.jpg", "out.png", "out"])
def test_a_saved_photo_is_the_picture_alone(with_quarters, name):
    image = saved(with_quarters, name=name)

    assert image.format == ("PNG" if name.endswith("png") else "JPEG")
    assert (image.size, corners(image)) == ((1600, 1200), (RED, GREEN, BLUE, YELLOW))


def test_a_part_is_cut_out_and_a_part_is_covered(with_quarters):
    image = saved(with_quarters, "--crop", "0.5,0,0.5,1", "--cover", "0,0,1,.3", "--cover", "0,0.9,1,0.1")

    assert image.size == (800, 1200)
    assert max(image.getpixel((400, 100))) < 8
    assert max(image.getpixel((400, 1150))) < 8
    assert max(image.getpixel((400, 1000))) > 200


def test_a_flipped_photo_leaves_as_it_is_shown_unless_wanted_otherwise(with_quarters):
    with_quarters.done("photo", "flip", "1")

    assert corners(saved(with_quarters))[0] == GREEN
    assert corners(saved(with_quarters, "--as-taken", name="taken.jpg"))[0] == RED


def test_an_aligned_photo_leaves_in_the_frame_of_the_other(with_quarters):
    Path("tall.jpg").write_bytes(encoded(quarters((600, 800))))
    with_quarters.done("photo", "add", "tall.jpg", "--date", "2026-11-20")
    marks = ("--points", "0.5,0.5:0.5,0.5", "--points", "0.5,0.75:0.5,0.65")
    with_quarters.done("photo", "align", "1", "--to", "2", *marks)

    image = saved(with_quarters, "--aligned")
    assert image.size == (1200, 1600)
    assert image.getpixel((600, 30)) == (255, 255, 255)
    assert saved(with_quarters, name="whole.jpg").size == (1600, 1200)


def test_aligned_to_nothing_it_leaves_as_it_is(with_quarters):
    assert saved(with_quarters, "--aligned").size == (1600, 1200)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--crop", "0,0,1"),
        ("--crop", "0,0,1.1,1"),
        ("--crop", "0.5,0,0.6,1"),
        ("--crop", "0,0,0,1"),
        ("--crop", "a,b,c,d"),
        ("--cover", "0,0,1,inf"),
        ("--cover", ""),
        ("--original", "--crop", "0,0,1,1"),
        ("--original", "--cover", "0,0,1,1"),
        ("--original", "--aligned"),
        ("--aligned", "--as-taken"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_and_nothing_is_written(with_photos, arguments):
    with_photos.assert_refused("photo", "save", "1", "out.jpg", *arguments)
    assert not Path("out.jpg").exists()


def test_a_saved_photo_tells_nothing_of_the_camera(treated):
    data = Path(picture(Path("one.jpg"), taken="2026:11:21 09:30:00")).read_bytes()
    treated.done("photo", "add", "one.jpg")
    treated.done("photo", "save", "1", "clean.jpg")
    treated.done("photo", "save", "1", "own.jpg", "--original")

    with Image.open("clean.jpg") as clean:
        assert (clean.size, dict(clean.getexif())) == ((80, 60), {})
    assert Path("own.jpg").read_bytes() == data


def test_a_photo_is_never_saved_over_the_journal_or_into_nowhere(treated):
    picture(Path("one.jpg"))
    treated.done("photo", "add", "one.jpg", "--date", "2026-11-21")

    treated.assert_refused("photo", "save", "1", str(treated.path), status=1)
    treated.assert_refused("photo", "save", "1", "gone/one.jpg", status=1)
    treated.assert_refused("photo", "save", "1", ".", status=1)


def test_a_pipe_is_no_place_for_a_photo_and_stays_one(with_photos):
    os.mkfifo("pipe.jpg")
    told = with_photos.assert_refused("photo", "save", "1", "pipe.jpg", status=1)
    assert told.startswith("pipe.jpg is no plain file")
    assert Path("pipe.jpg").is_fifo()
