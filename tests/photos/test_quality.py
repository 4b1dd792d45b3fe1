"""What is measured at intake follows what was done to a picture: less light, more light, blur."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from journal.domain.photo_marks import BLURRED, TOO_BRIGHT, TOO_DARK
from journal.photos.intake import prepare
from journal.photos.quality import measured
from tests.photos.pictures import encoded, exif, quarters

SIZE = (1200, 1600)


@pytest.fixture(scope="module")
def textured() -> Image.Image:
    """A skin-coloured ground with pores: rings and dots of a few pixels."""
    image = Image.new("RGB", SIZE, (205, 160, 140))
    pencil = ImageDraw.Draw(image)
    value = 12345
    for _ in range(6000):
        value = (value * 1103515245 + 12345) % (1 << 31)
        x, y, depth = (value >> 4) % SIZE[0], (value >> 11) % SIZE[1], 20 + value % 50
        pencil.ellipse((x, y, x + 5, y + 5), fill=(205 - depth, 150 - depth, 130 - depth))
    return image


def lit(image, factor):
    return ImageEnhance.Brightness(image).enhance(factor)


def blurred(image, share):
    return image.filter(ImageFilter.GaussianBlur(share * max(image.size)))


def test_brightness_follows_the_light(textured):
    values = [measured(lit(textured, factor)).brightness for factor in (0.2, 0.5, 1.0)]

    assert values == sorted(values)
    assert values[0] < TOO_DARK < values[1]
    assert values[2] == pytest.approx(0.65, abs=0.05)


def test_what_is_full_in_one_colour_is_clipped(textured):
    assert measured(textured).clipped == 0
    assert measured(lit(textured, 1.8)).clipped > TOO_BRIGHT
    assert measured(Image.new("RGB", SIZE, (255, 90, 80))).clipped == 1


def test_what_is_nearly_black_is_dark():
    assert measured(Image.new("RGB", SIZE, (10, 10, 10))).dark == 1
    assert measured(Image.new("RGB", SIZE, (60, 40, 30))).dark == 0


def test_sharpness_falls_with_blur_and_hardly_with_light(textured):
    sharp = measured(textured).sharpness
    values = [sharp, *(measured(blurred(textured, share)).sharpness for share in (0.001, 0.002, 0.004, 0.008))]

    assert values == sorted(values, reverse=True)
    assert values[-1] < BLURRED < sharp
    assert values[2] < sharp / 4
    assert measured(lit(textured, 0.4)).sharpness == pytest.approx(sharp, rel=0.15)


def test_the_same_picture_is_as_sharp_at_every_size(textured):
    smaller = textured.resize((900, 1200), Image.Resampling.BICUBIC)

    assert measured(smaller).sharpness == pytest.approx(measured(textured).sharpness, rel=0.25)


def test_the_edges_of_the_picture_are_not_looked_at():
    image = Image.new("RGB", SIZE, "white")
    image.paste((128, 128, 128), (200, 260, 1000, 1340))

    quality = measured(image)
    assert (quality.clipped, round(quality.brightness, 2), round(quality.sharpness)) == (0, 0.5, 0)


@given(st.tuples(st.integers(1, 9), st.integers(1, 9)))
def test_the_smallest_pictures_are_measured_too(size):
    quality = measured(Image.new("RGB", size, (200, 200, 200)))

    assert (quality.sharpness, quality.dark, quality.clipped) == (0, 0, 0)


def test_intake_measures_and_names_the_camera():
    prepared = prepare(encoded(quarters((1600, 1200)), exif=exif()), "one.jpg")

    assert prepared.camera == "SECRETCAMERA"
    assert prepared.quality is not None
    assert 0.3 < prepared.quality.brightness < 0.7
    assert prepare(encoded(kind="PNG"), "one.png").camera == ""


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Maker", "Maker M1", "Maker M1"),
        ("MAKER", "maker m1", "maker m1"),
        ("Maker", "M1", "Maker M1"),
        ("", "M1", "M1"),
        ("Maker", "", "Maker"),
        ("", "", ""),
    ],
)
def test_a_maker_is_named_once(make, model, camera):
    block = Image.Exif()
    block[0x010F], block[0x0110] = make, model

    assert prepare(encoded(exif=block.tobytes()), "one.jpg").camera == camera
