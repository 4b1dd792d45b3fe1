"""A small HEIF file that has its decoder make far too many pixels is refused before it is decoded."""

import pytest

from journal.domain.errors import PhotoRefusal, PhotoRefused
from journal.photos.heif_pixels import BEYOND, decoded_pixels
from journal.photos.intake import prepare
from tests.torture.grids import GRID, LARGE, SIDE, TILE, Heif, absurd, heif


def test_tiles_count_as_often_as_they_are_named():
    six = Heif(size=(3 * SIDE, 2 * SIDE), grid=(3, 2), references=((GRID, (TILE,) * 6),))

    assert decoded_pixels(heif(six)) == 6 * SIDE * SIDE


def test_grids_of_grids_are_multiplied():
    nested = Heif(references=((GRID, (GRID + 1,) * 10), (GRID + 1, (TILE,) * 10)))

    assert decoded_pixels(heif(nested)) == 100 * SIDE * SIDE


@pytest.mark.parametrize("name", ["made of itself", "two grids made of each other", "50 grids in a row"])
def test_what_has_no_end_is_beyond_all(name):
    assert decoded_pixels(absurd()[name]) >= BEYOND


@pytest.mark.parametrize("data", [b"", bytes(40), heif(Heif())[:120]], ids=["nothing", "zeros", "cut off"])
def test_what_cannot_be_read_is_left_to_the_decoder(data):
    assert decoded_pixels(data) == 0


def test_a_large_tile_a_thousand_times_is_refused():
    data = absurd()["a large tile a thousand times"]

    with pytest.raises(PhotoRefused) as caught:
        prepare(data, "a.heic")

    assert decoded_pixels(data) == 961 * LARGE * LARGE
    assert caught.value.refusal is PhotoRefusal.TOO_MANY_PIXELS


def test_a_sound_grid_is_taken_in():
    assert prepare(heif(Heif()), "a.heic").width == SIDE
