"""What leaves: the pixels that were chosen, and not one byte of the file they came from."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw
from PIL.PngImagePlugin import PngInfo

from journal.domain.area import Area, eye_band
from journal.domain.similarity import UNCHANGED, Similarity
from journal.photos.intake import prepare
from journal.photos.leaving import COVER, Form, Laid, Leaving, leaving_bytes, leaving_image
from tests.photos.leaving_files import assert_plain, assert_plain_jpeg, jpeg_segments
from tests.photos.pictures import BLUE, GREEN, RED, YELLOW, corners, encoded, exif, opened, quarters, swapped_profile

SECRETS = (b"SECRET", b"2026:11:22", b"Exif", b"http", b"Photoshop", b"ICC_PROFILE", b"swapped", b"<x:xmpmeta")
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRETPLACE</x:xmpmeta>"
SIZE = (1600, 1200)


def _with_everything(image: Image.Image) -> bytes:
    """A JPEG that tells all: camera, place, time, profile, XMP, IPTC, a comment, and a thumbnail of the bare face."""
    thumbnail = encoded(image.resize((160, 120)))
    facts = exif(location=True, DateTimeOriginal="2026:11:22 18:30:05", ImageDescription="SECRETNAME")
    data = encoded(
        image, exif=facts, xmp=XMP, comment=b"SECRETCOMMENT", icc_profile=swapped_profile(), dpi=(300, 300), quality=90
    )
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + (16).to_bytes(4, "big") + b"SECRETIPTCSECRET"
    segments = _segment(0xED, iptc) + _segment(0xE2, b"MPF\0" + thumbnail)
    return data[:2] + segments + data[2:] + thumbnail + b"SECRETTRAILER"


def _segment(code: int, body: bytes) -> bytes:
    return bytes((0xFF, code)) + (2 + len(body)).to_bytes(2, "big") + body


def _all_ways():
    area = Area(x=0.1, y=0.2, width=0.5, height=0.25, turn=8)
    laid = Laid(by=Similarity.of(0.8, 11, 0.05, -0.03), frame=(900, 1200))
    crop = Area(x=0.25, y=0.25, width=0.5, height=0.5)
    for form in Form:
        yield Leaving(form=form)
        yield Leaving(form=form, mirrored=True, covers=(area,), crop=crop)
        yield Leaving(form=form, laid=laid, covers=(area, crop))


@pytest.mark.parametrize("leaving", list(_all_ways()), ids=str)
def test_nothing_but_the_picture_leaves(leaving):
    source = _with_everything(quarters(SIZE))
    prepared = prepare(source, "SECRETFILE.jpg")

    for picture in (prepared.display, source):
        data = leaving_bytes(picture, leaving)

        assert_plain(data)
        assert [secret for secret in SECRETS if secret in data] == []


def test_the_walk_finds_what_a_camera_writes():
    source = _with_everything(quarters(SIZE))

    assert all(secret in source for secret in SECRETS[:7])
    with pytest.raises(AssertionError):
        assert_plain_jpeg(source)
    for options in ({"exif": exif()}, {"comment": b"x"}, {"icc_profile": swapped_profile()}, {"xmp": XMP}):
        with pytest.raises(AssertionError):
            assert_plain_jpeg(encoded(quarters(), **options))
    with pytest.raises(AssertionError):
        assert_plain_jpeg(encoded(quarters()) + b"x")
    notes = PngInfo()
    notes.add_text("Author", "SECRET")
    with pytest.raises(AssertionError):
        assert_plain(encoded(quarters(), "PNG", pnginfo=notes))


def test_the_copies_of_the_journal_are_as_plain():
    prepared = prepare(_with_everything(quarters(SIZE)), "SECRETFILE.jpg")

    for data in (prepared.display, prepared.thumbnail):
        assert_plain_jpeg(data)
        assert [secret for secret in SECRETS if secret in data] == []


def test_what_was_chosen_to_be_left_as_it_is_stays():
    data = leaving_bytes(encoded(quarters(SIZE), quality=95), Leaving())

    assert opened(data).size == SIZE
    assert corners(opened(data)) == (RED, GREEN, BLUE, YELLOW)


def test_a_flip_comes_before_what_is_covered_and_cut():
    left_half = Area(x=0, y=0, width=0.5, height=1)
    image = leaving_image(encoded(quarters(SIZE)), Leaving(mirrored=True, crop=left_half))
    assert image.size == (800, 1200)
    assert (_about(image, 400, 300), _about(image, 400, 900)) == (GREEN, YELLOW)


EYES = (complex(600, 400), complex(1000, 440))


@pytest.mark.parametrize("form", list(Form))
def test_a_covered_face_is_nowhere(form):
    """White eyes on a black face: after the band not one light pixel is left, whatever decodes the file."""
    face = Image.new("RGB", SIZE)
    pencil = ImageDraw.Draw(face)
    for eye in EYES:
        pencil.ellipse((eye.real - 40, eye.imag - 20, eye.real + 40, eye.imag + 20), fill="white")
    band = eye_band(EYES[0] - 60, EYES[1] + 60, SIZE)

    data = leaving_bytes(encoded(face, quality=95), Leaving(covers=(band,), form=form))

    assert max(high for _, high in opened(data).getextrema()) <= 12
    if form is Form.JPEG:
        assert [code for code, _ in jpeg_segments(data)].count(0xDA) == 1


def test_the_cover_is_solid():
    area = Area(x=0.25, y=0.25, width=0.5, height=0.5)
    image = leaving_image(encoded(quarters(SIZE)), Leaving(covers=(area,)))

    inside = image.crop((405, 305, 1195, 895))
    assert inside.getextrema() == tuple((value, value) for value in COVER)
    assert corners(image) == (RED, GREEN, BLUE, YELLOW)


@settings(deadline=None)
@given(
    st.floats(0.7, 1.4), st.floats(-15, 15), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2), st.booleans(), st.booleans()
)
def test_a_laid_picture_shows_each_point_where_it_belongs(scale, turn, dx, dy, is_tall, is_large):
    """A cross drawn into the moving photo comes out where the similarity says, in the other one's frame."""
    by = Similarity.of(scale, turn, dx, dy)
    size = (1000, 750) if is_large else (400, 300)
    frame = (600, 800) if is_tall else (800, 600)
    target = complex(0.05, -0.04)
    place = complex(*size) / 2 + by.inverse(target) * max(size)
    moving = Image.new("L", size, 255)
    ImageDraw.Draw(moving).ellipse((place.real - 8, place.imag - 8, place.real + 8, place.imag + 8), fill=0)

    image = leaving_image(encoded(moving), Leaving(laid=Laid(by=by, frame=frame)))

    assert image.size == tuple(round(side * max(size) / 800) for side in frame)
    where = _centre_of_dark(image)
    expected = complex(*image.size) / 2 + target * max(size)
    inside = all(8 <= part <= side - 8 for part, side in zip((place.real, place.imag), size, strict=True))
    assert not inside or abs(where - expected) < 2


def _centre_of_dark(image: Image.Image) -> complex:
    dark = ImageChops.invert(image.convert("L")).point(lambda value: 255 if value > 128 else 0)
    box = dark.getbbox()
    return complex((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else 0j


def test_laid_unchanged_is_the_picture_itself():
    picture = encoded(quarters(SIZE))
    image = leaving_image(picture, Leaving(laid=Laid(by=UNCHANGED, frame=SIZE)))

    assert ImageChops.difference(image, opened(picture).convert("RGB")).getbbox() is None


def test_where_a_laid_picture_does_not_reach_it_is_white():
    image = leaving_image(encoded(quarters(SIZE)), Leaving(laid=Laid(by=Similarity.of(0.5, 0, 0, 0), frame=SIZE)))

    assert image.getpixel((5, 5)) == (255, 255, 255)
    assert _about(image, 800 - 100, 600 - 100) == RED


def _about(image: Image.Image, x: int, y: int):
    from tests.photos.pictures import nearest

    return nearest(image.getpixel((x, y)))


@pytest.mark.parametrize(
    "area",
    [
        Area(x=0, y=0, width=0, height=1),
        Area(x=1, y=0, width=0.5, height=0.5),
        Area(x=-0.5, y=0, width=0.5, height=0.5),
        Area(x=float("nan"), y=0, width=1, height=1),
        Area(x=0, y=0, width=float("inf"), height=1),
    ],
)
def test_an_area_that_shows_nothing_is_not_sound(area):
    assert not area.is_sound
    assert not area.is_inside


def test_an_area_knows_whether_it_lies_inside():
    assert Area(x=0, y=0, width=1, height=1).is_inside
    assert Area(x=0.6, y=0.1, width=0.4, height=0.9).is_inside
    assert not Area(x=0.6, y=0.1, width=0.5, height=0.5).is_inside
    assert Area(x=0.6, y=0.1, width=0.5, height=0.5).is_sound


@given(st.floats(0, 0.999), st.floats(0, 0.999), st.floats(0.001, 2), st.floats(0.001, 2))
def test_a_cut_is_never_empty_and_never_outside(x, y, width, height):
    left, top, right, bottom = Area(x=x, y=y, width=width, height=height).box((90, 120))

    assert 0 <= left < right <= 90
    assert 0 <= top < bottom <= 120


def test_the_band_lies_over_both_corners_and_turns_with_them():
    band = eye_band(EYES[1], EYES[0], SIZE)
    middle = sum(EYES) / 2
    way = (EYES[1] - EYES[0]) / abs(EYES[1] - EYES[0])
    along = [((corner - middle) / way) for corner in band.corners(SIZE)]

    assert band.turn == pytest.approx(5.71, abs=0.01)
    assert max(corner.real for corner in along) > abs(EYES[1] - EYES[0]) / 2
    assert {round(abs(corner.imag)) for corner in along} == {round(0.45 * abs(EYES[1] - EYES[0]) / 2)}
    with pytest.raises(ValueError, match="eyes"):
        eye_band(EYES[0], EYES[0], SIZE)


def test_the_same_choice_gives_the_same_bytes():
    picture = encoded(quarters(SIZE))
    leaving = Leaving(mirrored=True, crop=Area(x=0.1, y=0.1, width=0.4, height=0.4))

    assert leaving_bytes(picture, leaving) == leaving_bytes(picture, leaving)
    assert BytesIO(leaving_bytes(picture, leaving)).read(2) == b"\xff\xd8"
