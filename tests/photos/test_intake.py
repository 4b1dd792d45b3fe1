"""Pictures taken in: kinds, way up, time, colour, copies. What is refused is in ``test_refused``."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image

from journal.domain.photo import PreparedPhoto
from journal.photos.intake import prepare
from tests.photos import pictures
from tests.photos.pictures import CORNERS, GREEN, RED, corners, encoded, exif, opened, quarters, stored_as

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "TIFF": "image/tiff",
    "HEIF": "image/heic",
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_taken_in_byte_for_byte_with_two_jpeg_copies(kind: str, tmp_path: Path) -> None:
    data = encoded(quarters((640, 480)), kind)
    path = tmp_path / "front.picture"
    path.write_bytes(data)

    prepared = prepare(path, str(path))

    assert prepared.original == data
    assert prepared.sha256 == hashlib.sha256(data).hexdigest()
    assert prepared.media_type == MEDIA_TYPES[kind]
    assert (prepared.width, prepared.height) == (640, 480)
    assert prepared.name == "front.picture"
    for copy, size in ((prepared.display, (640, 480)), (prepared.thumbnail, (320, 240))):
        assert opened(copy).format == "JPEG"
        assert opened(copy).size == size
        assert corners(opened(copy)) == CORNERS


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", KINDS)
def test_a_turned_picture_stands_upright(kind: str, orientation: int) -> None:
    prepared = prepare(encoded(stored_as(orientation), kind, exif=exif(orientation)), "turned")

    assert (prepared.width, prepared.height) == (160, 120)
    for copy in (prepared.display, prepared.thumbnail):
        assert opened(copy).size == (160, 120)
        assert corners(opened(copy)) == CORNERS


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_large_jpeg_that_is_decoded_at_half_size_stands_upright_too(orientation: int) -> None:
    prepared = prepare(encoded(stored_as(orientation, (3200, 2400)), exif=exif(orientation)), "turned")

    assert (prepared.width, prepared.height) == (3200, 2400)
    assert opened(prepared.display).size == (1600, 1200)
    assert corners(opened(prepared.display)) == CORNERS


@pytest.mark.parametrize(
    ("size", "long_side"),
    [((1400, 90), 1400), ((2048, 90), 2048), ((2500, 90), 2048), ((4000, 90), 2000), ((6000, 90), 1500)],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_display_copy_is_between_1500_and_2048_or_the_pictures_own_size(
    kind: str, size: tuple[int, int], long_side: int
) -> None:
    prepared = prepare(encoded(quarters(size), kind), "wide")

    expected = long_side if kind == "JPEG" else min(size[0], 2048)
    assert max(opened(prepared.display).size) == expected
    assert (prepared.width, prepared.height) == size
    assert max(opened(prepared.thumbnail).size) == 320


def test_a_picture_smaller_than_a_thumbnail_stays_as_it_is() -> None:
    prepared = prepare(encoded(quarters((40, 30)), "PNG"), "tiny")

    assert opened(prepared.thumbnail).size == (40, 30)


def test_a_picture_of_one_pixel_is_a_picture() -> None:
    prepared = prepare(encoded(quarters((1, 1)), "PNG"), "dot")

    assert (prepared.width, prepared.height) == (1, 1)


def _taken(**tags: str) -> datetime | None:
    return prepare(encoded(exif=exif(**tags)), "x").captured_at


@pytest.mark.parametrize("size", [(2, 13_000), (13_000, 2)])
def test_a_jpeg_thinner_than_the_decoders_smallest_step_is_a_picture(size: tuple[int, int]) -> None:
    prepared = prepare(encoded(Image.new("RGB", size)), "line.jpg")
    assert (prepared.width, prepared.height) == size
    assert max(opened(prepared.display).size) <= 2048


def test_the_original_time_comes_with_its_offset() -> None:
    taken = _taken(
        DateTimeOriginal=pictures.TAKEN, OffsetTimeOriginal="+02:00", DateTimeDigitized="2020:01:01 00:00:00"
    )

    assert taken == datetime(2026, 11, 22, 18, 30, 5, tzinfo=timezone(timedelta(hours=2)))
    assert taken.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [("-05:30", timezone(-timedelta(hours=5, minutes=30))), ("Z", UTC), ("", None), ("+99:00", None)],
)
def test_offsets_are_read_and_a_wrong_one_is_no_offset(offset: str, zone: timezone | None) -> None:
    taken = _taken(DateTimeOriginal=pictures.TAKEN, OffsetTimeOriginal=offset)

    assert taken == datetime(2026, 11, 22, 18, 30, 5, tzinfo=zone)


@pytest.mark.parametrize("original", ["0000:00:00 00:00:00", "    :  :     :  :  ", "2026:13:40 00:00:00", "soon"])
def test_without_an_original_time_the_digitized_one_counts(original: str) -> None:
    taken = _taken(DateTimeOriginal=original, DateTimeDigitized=pictures.TAKEN, OffsetTimeDigitized="+01:00")

    assert taken == datetime(2026, 11, 22, 18, 30, 5, tzinfo=timezone(timedelta(hours=1)))


def test_without_any_time_nothing_is_guessed() -> None:
    assert _taken() is None
    assert prepare(encoded(), "x").captured_at is None


@pytest.mark.parametrize("kind", KINDS)
def test_the_time_is_read_from_every_kind(kind: str) -> None:
    data = encoded(kind=kind, exif=exif(DateTimeOriginal=pictures.TAKEN, OffsetTimeOriginal="+02:00"))

    assert prepare(data, "x").captured_at == datetime(2026, 11, 22, 16, 30, 5, tzinfo=UTC)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_camera_or_place_is_left_in_the_copies(kind: str) -> None:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRETXMP</x:xmpmeta>"
    options = {"exif": exif(location=True, DateTimeOriginal=pictures.TAKEN)}
    if kind != "TIFF":
        options["xmp"] = xmp  # type: ignore[assignment]
    if kind == "JPEG":
        options["comment"] = "SECRETCOMMENT"  # type: ignore[assignment]
    data = encoded(kind=kind, **options)
    assert b"SECRET" in data

    prepared = prepare(data, "x")

    for copy in (prepared.display, prepared.thumbnail):
        assert b"SECRET" not in copy
        assert b"Exif" not in copy
        assert b"GPS" not in copy
        assert b"http://ns.adobe.com" not in copy
        assert sorted(opened(copy).info) == ["jfif", "jfif_density", "jfif_unit", "jfif_version"]


def test_damaged_exif_does_not_stop_a_sound_picture() -> None:
    whole = encoded(exif=exif(6, DateTimeOriginal=pictures.TAKEN))
    start = whole.index(b"Exif") + 14

    for place in range(start, start + 60):
        damaged = whole[:place] + b"\xff\xff\xff\xff" + whole[place + 4 :]
        assert prepare(damaged, "x").width in {160, 120}


def _colour_of(prepared: PreparedPhoto) -> tuple[int, ...]:
    image = opened(prepared.display)
    return image.getpixel((image.width // 8, image.height // 8))  # type: ignore[return-value]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_a_colour_profile_is_obeyed(kind: str) -> None:
    data = encoded(Image.new("RGB", (64, 64), RED), kind, icc_profile=pictures.swapped_profile())

    red, green, blue = _colour_of(prepare(data, "x"))

    assert green > 180
    assert red < 90
    assert blue < 110


def test_a_profile_for_another_kind_of_colour_is_left_aside() -> None:
    data = encoded(Image.new("L", (64, 64), 128), "PNG", icc_profile=pictures.swapped_profile())

    assert _colour_of(prepare(data, "x")) == (128, 128, 128)


def test_a_broken_profile_is_left_aside() -> None:
    data = encoded(Image.new("RGB", (64, 64), GREEN), "PNG", icc_profile=b"no profile at all")

    assert pictures.nearest(_colour_of(prepare(data, "x"))) == GREEN


def test_what_is_transparent_becomes_white() -> None:
    image = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    image.paste((*RED, 255), (40, 0, 80, 80))

    for kind in ("PNG", "WEBP", "TIFF", "HEIF"):
        shown = opened(prepare(encoded(image, kind), "x").display)
        assert min(shown.getpixel((10, 40))) > 240  # type: ignore[type-var,arg-type]
        assert pictures.nearest(shown.getpixel((70, 40))) == RED


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "CMYK", "YCbCr", "LAB", "I;16", "I", "F"])
def test_every_way_of_storing_colour_gives_a_picture(mode: str) -> None:
    image = _in_mode(mode)

    shown = opened(prepare(encoded(image, "TIFF" if mode not in {"P", "1"} else "PNG"), "x").display)

    assert shown.mode == "RGB"
    light, dark = sum(shown.getpixel((8, 30))), sum(shown.getpixel((56, 30)))  # type: ignore[arg-type]
    assert light > dark + 200


def _in_mode(mode: str) -> Image.Image:
    image = Image.new("L", (64, 60), 30)
    image.paste(220, (0, 0, 32, 60))
    if mode == "I;16":
        return image.convert("I").point(lambda value: value * 257).convert("I;16")
    if mode == "I":
        return image.convert("I").point(lambda value: value * 257)
    if mode == "LAB":
        return Image.merge("LAB", (image, Image.new("L", image.size, 128), Image.new("L", image.size, 128)))
    if mode in {"CMYK", "YCbCr", "P", "RGBA"}:
        return image.convert("RGB").convert(mode)
    return image.convert(mode)


def test_of_an_animation_the_first_picture_is_taken() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in (RED, GREEN)]
    for kind in ("WEBP", "PNG", "TIFF"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])

        assert pictures.nearest(_colour_of(prepare(data, "x"))) == RED


def test_of_a_file_with_several_jpegs_the_first_is_taken_and_all_is_kept() -> None:
    data = encoded(quarters(), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 40), GREEN)])

    prepared = prepare(data, "x")

    assert prepared.original == data
    assert (prepared.width, prepared.height) == (160, 120)
    assert corners(opened(prepared.display)) == CORNERS


def test_what_follows_a_jpeg_does_not_harm_it() -> None:
    data = encoded() + b"a film that a phone put behind the picture" * 100

    assert prepare(data, "x").original == data


def test_progressive_and_cmyk_jpegs_are_taken_in() -> None:
    assert corners(opened(prepare(encoded(progressive=True), "x").display)) == CORNERS
    assert corners(opened(prepare(encoded(quarters(mode="CMYK")), "x").display)) == CORNERS


def test_the_same_bytes_have_the_same_fingerprint() -> None:
    assert prepare(encoded(), "one").sha256 == prepare(encoded(), "two").sha256
