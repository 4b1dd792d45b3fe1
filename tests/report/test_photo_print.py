"""Photos on paper lie on each other: one frame, one scale, flipped as chosen, and what to mind is said."""

import cmath
import io
import math
from dataclasses import replace
from statistics import median

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from journal.domain.photo import Quality, View
from journal.domain.photo_frames import alignment_of, by_id
from journal.domain.similarity import UNCHANGED, Similarity, similarity_from_points
from journal.report.photo_paint import jpeg, printed
from journal.report.photo_print import Print, prints
from journal.report.sheet import Paper
from journal.report.summary import Summary, pdf_bytes
from tests import builders
from tests.photos.leaving_files import assert_plain_jpeg
from tests.report.paper import day, is_blank_outside, photo_bytes, rendered, risen_course
from tests.report.test_pages import _outline

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (1536, 2048)
LONG_SIDE = 2048
GOOD = Quality(brightness=0.5, clipped=0.0, dark=0.0, sharpness=300.0)
DONE = Similarity.of(1.25, -11, 0.04, -0.06)

HALF_HEIGHT = 0.275
LANDMARKS = {
    "#ff0000": complex(0, -1) * HALF_HEIGHT,
    "#00ff00": complex(-0.72, 0) * HALF_HEIGHT,
    "#0000ff": complex(0.72, 0) * HALF_HEIGHT,
    "#ff00ff": complex(0, 1) * HALF_HEIGHT,
}
"""The edges of a face: hairline, both sides, chin."""

MARKS = [complex(x, y) * HALF_HEIGHT for x, y in ((-0.55, -0.12), (0.55, -0.12), (0, 1))]


def dotted(where: Similarity, *, mirrored: bool = False, size=SIZE) -> bytes:
    """A photo on which each landmark has a dot where ``where`` puts it."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    for colour, place in LANDMARKS.items():
        point = where(place) * max(size)
        x = size[0] / 2 + (-point.real if mirrored else point.real)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(x, size[1] / 2 + point.imag), 14, 14)
    painter.end()
    return jpeg(image, 95)


def dots(image: QImage) -> dict[str, complex]:
    """The middle of each dot, in long sides from the picture's centre."""
    found: dict[str, list[complex]] = {colour: [] for colour in LANDMARKS}
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            key = "".join("f" if value > 128 else "0" for value in (pixel.red(), pixel.green(), pixel.blue()))
            colour = "#" + "".join(letter * 2 for letter in key)
            if colour in found:
                found[colour].append(complex(x + 0.5, y + 0.5))
    centre = complex(image.width(), image.height()) / 2
    unit = max(image.width(), image.height())
    return {colour: (_middle(places) - centre) / unit for colour, places in found.items()}


def _middle(places: list[complex]) -> complex:
    """Of those near the median: a pixel at the edge of another dot may read as this one's colour."""
    about = complex(median(place.real for place in places), median(place.imag for place in places))
    near = [place for place in places if abs(place - about) < 25]
    return sum(near) / len(near)


def laid(data: bytes, by: Similarity, *, mirrored=False, box=(768.0, 1024.0)) -> QImage:
    one = Print(photo_id=1, frame=SIZE, mirrored=mirrored, by=by, is_laid=True)
    image = printed(data, one, QSizeF(*box), mono=False)
    assert image is not None
    return image


@pytest.mark.parametrize(("scale", "turn"), [(0.7, 15), (1.0, -15), (1.4, 9)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_three_marks_off_by_two_pixels_print_the_face_within_four(scale, turn, mirrored):
    done = Similarity.of(scale, turn, 0.03, -0.02)
    misses = [cmath.rect(2 / LONG_SIDE, math.radians(angle)) for angle in (20, 140, 250)]
    fixed = [mark + miss for mark, miss in zip(MARKS, misses, strict=True)]
    by = similarity_from_points([done.inverse(mark) for mark in MARKS], fixed)

    found = dots(laid(dotted(done.inverse, mirrored=mirrored), by, mirrored=mirrored))

    for colour, place in LANDMARKS.items():
        assert abs(found[colour] - place) * LONG_SIDE <= 4, colour


def test_a_print_is_never_larger_than_the_photo():
    small = dotted(UNCHANGED, size=(300, 400))

    assert laid(small, UNCHANGED).height() == 400
    assert laid(small, Similarity.of(2, 0, 0, 0)).height() == 200


def test_what_lies_outside_the_frame_is_not_in_the_picture():
    image = laid(dotted(UNCHANGED), Similarity.of(1, 0, 0.9, 0))

    assert (image.width(), image.height()) == (768, 1024)
    assert image.pixelColor(5, 5) == QColor("white")


def test_a_flipped_photo_is_printed_flipped():
    one = Print(photo_id=1, frame=SIZE, mirrored=True)
    image = printed(dotted(UNCHANGED), one, QSizeF(768, 1024), mono=False)

    assert abs(dots(image)["#00ff00"] - LANDMARKS["#0000ff"]) * LONG_SIDE < 4


def test_black_and_white_dots_are_made_after_laying():
    one = Print(photo_id=1, frame=SIZE, by=DONE, is_laid=True)
    image = printed(dotted(UNCHANGED), one, QSizeF(300, 400), mono=True)

    assert image.depth() == 1
    assert image.height() == 400


# --- which frame


def photo(number, day_number, to=None, **more):
    alignment = alignment_of(DONE, to) if to else None
    values = {"quality": GOOD, "width": 1536, "height": 2048, **more}
    return builders.photo(day(day_number), id=number, alignment=alignment, **values)


def test_what_is_tied_together_shares_one_frame():
    first, worst, alone = photo(1, -1), photo(2, 6, to=1), photo(3, 12, width=4000, height=3000)
    made = prints(by_id([first, worst, alone]), [first, worst, alone])

    assert made[1] == Print(photo_id=1, frame=SIZE, is_laid=True)
    assert (made[2].frame, made[2].is_laid) == (SIZE, True)
    assert made[2].by.turn == pytest.approx(-11)
    assert made[3] == Print(photo_id=3, frame=(4000, 3000))


def test_photos_that_are_tied_to_none_are_printed_whole():
    first, worst = photo(1, -1), photo(2, 6, mirrored=True)

    assert prints(by_id([first, worst]), [first, worst]) == {
        1: Print(photo_id=1, frame=SIZE),
        2: Print(photo_id=2, frame=SIZE, mirrored=True),
    }
    assert prints({}, []) == {}


def test_page_one_and_the_annex_show_the_same_print():
    told = _outline(risen_course(photos=(photo(1, -1), photo(2, 6, to=1), photo(3, 12, to=1))))
    in_annex = {picture.print for pair in told.pairs for picture in (pair.left, pair.right) if picture}

    assert {picture.print for picture in told.pictures} == in_annex


def test_what_to_mind_is_said_under_the_photo():
    photos = (
        photo(1, -1),
        photo(2, 6, to=1, mirrored=True, quality=replace(GOOD, brightness=0.1)),
        photo(3, 12, quality=replace(GOOD, sharpness=5.0), width=600, height=800),
    )
    notes = [picture.note for picture in _outline(risen_course(photos=photos)).pictures]

    assert notes == ["", "flipped, too dark", "not aligned, blurred, much smaller"]


def test_photos_of_which_none_is_aligned_are_not_told_of_it():
    photos = (photo(1, -1), photo(2, 6), photo(3, 12))

    assert [picture.note for picture in _outline(risen_course(photos=photos)).pictures] == ["", "", ""]


# --- two treatments


def two_treatments(**more):
    treatments = (builders.treatment("2026-10-10T14:00"), builders.treatment("2026-11-20T14:00"))
    earlier = [photo(number, -41 + on, to=1) for number, on in ((11, 2), (12, 6), (13, 11))]
    later = [photo(1, -1), *(photo(number, on, to=1) for number, on in ((2, 2), (3, 6), (4, 12)))]
    return risen_course(treatments=treatments, photos=(*earlier, *later), **more)


def test_the_same_day_of_two_treatments_comes_first_in_the_annex():
    pairs = _outline(two_treatments()).pairs

    assert [(pair.title, pair.left.label, pair.right.label) for pair in pairs[:2]] == [
        ("Front: the same day of two treatments", "treatment 1, day 6 (16 Oct)", "treatment 2, day 6 (26 Nov)"),
        ("Front: nearly the same day of two treatments", "treatment 1, day 11 (21 Oct)", "treatment 2, day 12 (2 Dec)"),
    ]
    assert [pair.title for pair in pairs[2:]] == ["Front: 3 of 4 photos"] * 2
    assert {pair.left.print.frame for pair in pairs} == {SIZE}


def test_a_first_treatment_has_no_such_pairs():
    titles = [pair.title for pair in _outline(risen_course()).pairs]

    assert titles == ["Front", "Front", "Left", "Left", "Right", "Right"]


@pytest.mark.parametrize("paper", list(Paper))
def test_notes_stay_inside_the_page(paper):
    photos = (photo(1, -1), photo(2, 6, to=1, mirrored=True), photo(3, 12, view=View.FRONT, width=4000, height=3000))
    summary = Summary(_outline(risen_course(photos=photos)), photo_bytes, paper=paper)

    for page in range(1, summary.page_count + 1):
        assert is_blank_outside(rendered(summary, page))


# --- what leaves with the file


def test_the_photos_in_the_file_are_plain_and_its_facts_name_nobody():
    record = two_treatments()
    written = pdf_bytes(Summary(_outline(record), photo_bytes, paper=Paper.A4))
    reader = PdfReader(io.BytesIO(written))

    streams = [image.indirect_reference.get_object() for page in reader.pages for image in page.images]
    assert len(streams) >= 7
    for stream in streams:
        assert stream["/Filter"] == "/DCTDecode"
        assert_plain_jpeg(stream._data)
    told = {key: str(value) for key, value in reader.metadata.items() if value and not key.endswith("Date")}
    assert told.pop("/Producer").startswith("Qt ")
    assert told == {"/Title": "Visit summary", "/Creator": "Recovery Journal", "/Trapped": "/False"}
    assert b"Ada Example" not in written
    assert b"xmp" not in written
    assert b"xpacket" not in written
    assert len(written) < 2_000_000


def test_two_boxes_of_one_print_hold_it_once():
    summary = Summary(_outline(two_treatments()), photo_bytes, paper=Paper.A4)
    reader = PdfReader(io.BytesIO(pdf_bytes(summary)))
    stored = {image.indirect_reference.idnum for page in reader.pages for image in page.images}

    assert len(stored) == len(summary.outline.photo_ids)
