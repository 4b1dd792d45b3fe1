"""What is not taken in, and that nothing but a refusal ever comes out of a damaged file."""

import random
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.errors import PhotoRefusal, PhotoRefused
from journal.photos.intake import BYTES_MAX, prepare
from tests.photos import pictures
from tests.photos.pictures import encoded, exif, one_bit_png, png_with_header, quarters

KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
WHOLE = {kind: encoded(quarters((96, 72)), kind, exif=exif(6, DateTimeOriginal=pictures.TAKEN)) for kind in KINDS}
WHOLE["progressive"] = encoded(quarters((96, 72)), progressive=True)
WHOLE["packed TIFF"] = encoded(quarters((96, 72)), "TIFF", compression="tiff_lzw")
WHOLE["lossless WebP"] = encoded(quarters((96, 72)), "WEBP", lossless=True)


def refusal_of(source: Path | bytes, name: str = "given.jpg") -> PhotoRefusal:
    with pytest.raises(PhotoRefused) as caught:
        prepare(source, name)
    assert caught.value.name == name
    return caught.value.refusal


def test_no_bytes_are_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()

    assert refusal_of(b"") is PhotoRefusal.EMPTY
    assert refusal_of(tmp_path / "empty.jpg") is PhotoRefusal.EMPTY


@pytest.mark.parametrize("data", [b"Dear diary", b"%PDF-1.7", b"GIF89a" + bytes(50), b"BM" + bytes(60), bytes(1000)])
def test_other_files_are_not_pictures(data: bytes) -> None:
    assert refusal_of(data) is PhotoRefusal.NOT_A_PICTURE


def test_a_missing_file_a_folder_and_a_locked_file_are_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone.jpg") is PhotoRefusal.NO_FILE
    assert refusal_of(tmp_path / "gone" / "gone.jpg") is PhotoRefusal.NO_FILE
    assert refusal_of(tmp_path) is PhotoRefusal.UNREADABLE
    assert refusal_of(Path("bad\0name.jpg")) in {PhotoRefusal.NO_FILE, PhotoRefusal.UNREADABLE}


@pytest.mark.parametrize("kind", WHOLE)
def test_every_whole_picture_of_this_module_is_taken_in(kind: str) -> None:
    assert prepare(WHOLE[kind], "x").original == WHOLE[kind]


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=60, deadline=None)
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_picture_that_was_cut_off_anywhere_is_refused(kind: str, share: float) -> None:
    whole = WHOLE[kind]

    assert refusal_of(whole[: int(len(whole) * share)]) in {
        PhotoRefusal.CUT_OFF,
        PhotoRefusal.NOT_A_PICTURE,
        PhotoRefusal.EMPTY,
    }


@pytest.mark.parametrize("kind", WHOLE)
def test_a_picture_without_its_last_bytes_is_refused(kind: str) -> None:
    whole = WHOLE[kind]

    for missing in (1, 2, 3, 7, 50):
        assert refusal_of(whole[:-missing]) is PhotoRefusal.CUT_OFF


@pytest.mark.parametrize("kind", WHOLE)
def test_mutated_bytes_give_a_picture_or_a_refusal(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(60):
        data = bytearray(WHOLE[kind])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            prepared = prepare(bytes(data), "x")
        except PhotoRefused:
            continue
        assert prepared.original == bytes(data)


@settings(max_examples=150, deadline=None)
@given(head=st.sampled_from([data[:16] for data in WHOLE.values()]), tail=st.binary(max_size=300))
def test_noise_behind_a_true_beginning_is_refused(head: bytes, tail: bytes) -> None:
    assert refusal_of(head + tail) in set(PhotoRefusal)


def test_64_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.write(WHOLE["JPEG"])
        file.truncate(BYTES_MAX + 1)

    assert refusal_of(path) is PhotoRefusal.TOO_LARGE


def test_a_file_of_just_64_megabytes_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.write(WHOLE["JPEG"])
        file.truncate(BYTES_MAX)

    assert len(prepare(path, "large.jpg").original) == BYTES_MAX


def test_more_than_100_megapixels_are_refused() -> None:
    assert refusal_of(one_bit_png(10_100, 10_000)) is PhotoRefusal.TOO_MANY_PIXELS


def test_100_megapixels_are_taken_in() -> None:
    prepared = prepare(one_bit_png(10_000, 10_000), "x")

    assert (prepared.width, prepared.height) == (10_000, 10_000)


@pytest.mark.parametrize("side", [30_000, 60_000, 2**31 - 1])
def test_a_header_that_promises_too_much_is_refused_before_anything_is_made(side: int) -> None:
    assert refusal_of(png_with_header(side, side)) is PhotoRefusal.TOO_MANY_PIXELS


def test_a_jpeg_and_a_webp_that_promise_too_much_are_refused() -> None:
    jpeg = bytearray(WHOLE["JPEG"])
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    webp = bytearray(encoded(quarters(), "WEBP", exif=exif(1)))
    canvas = webp.index(b"VP8X") + 12
    webp[canvas : canvas + 6] = b"\xff\x3f\x00\xff\x3f\x00"

    assert refusal_of(bytes(jpeg)) is PhotoRefusal.TOO_MANY_PIXELS
    assert refusal_of(bytes(webp)) in {PhotoRefusal.TOO_MANY_PIXELS, PhotoRefusal.CUT_OFF}


def test_several_threads_take_in_at_once_without_harm() -> None:
    results: list[object] = []

    def work(kind: str) -> None:
        for _ in range(5):
            results.append(prepare(WHOLE[kind], kind).sha256)
            try:
                prepare(WHOLE[kind][:200], kind)
            except PhotoRefused as refused:
                results.append(refused.refusal)

    threads = [threading.Thread(target=work, args=(kind,)) for kind in KINDS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 2 * 5 * len(KINDS)
