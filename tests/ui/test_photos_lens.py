"""The lens: zoom keeps the place under the pointer, nothing leaves the pane without need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.similarity import Similarity
from journal.ui.photos.compare.lens import Lens, carried, extent_of, fitted, fitting_scale, kept_inside, panned, zoomed

PANE = (600.0, 400.0)
places = st.tuples(st.floats(-300, 300), st.floats(-200, 200))
factors = st.floats(0.2, 5)


def test_all_of_a_photo_is_just_seen() -> None:
    lens = fitted(extent_of(1500, 2000), PANE)

    assert lens.scale == pytest.approx(400)
    assert lens.to_pane(0, -0.5) == pytest.approx((0, -200))


@given(factors, places)
def test_zoom_keeps_what_is_under_the_pointer(factor: float, at: tuple[float, float]) -> None:
    before = Lens(x=0.1, y=-0.05, scale=900)

    after = zoomed(before, factor, at, (100, 10_000))

    assert after.to_plane(*at) == pytest.approx(before.to_plane(*at), abs=1e-9)


@given(st.floats(1, 20), st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_a_pane_that_can_be_filled_stays_filled(near: float, across: float, down: float) -> None:
    extent = extent_of(1500, 2000)
    lens = Lens(scale=fitting_scale(extent, PANE) * near)

    moved = kept_inside(panned(lens, across, down), extent, PANE)

    top, bottom = moved.to_pane(0, extent.top)[1], moved.to_pane(0, extent.bottom)[1]
    assert top <= -PANE[1] / 2 + 1e-6
    assert bottom >= PANE[1] / 2 - 1e-6


def test_bounds_hold() -> None:
    lens = Lens(scale=500)

    assert zoomed(lens, 0.001, (0, 0), (400, 4000)).scale == 400
    assert zoomed(lens, 1000, (0, 0), (400, 4000)).scale == 4000


@given(st.complex_numbers(max_magnitude=0.7), st.floats(0.5, 2), st.floats(-15, 15), places)
def test_a_lens_carried_to_another_plane_shows_the_same_place_as_large(
    shift: complex, scale: float, turn: float, at: tuple[float, float]
) -> None:
    lies = Similarity.of(scale, turn, shift.real, shift.imag)
    lens = Lens(x=0.1, y=-0.2, scale=800)

    other = carried(lens, lies)

    middle = lies(complex(*lens.to_plane(0, 0)))
    beside = lies(complex(*lens.to_plane(*at)))
    assert complex(*other.to_plane(0, 0)) == pytest.approx(middle)
    assert abs(beside - middle) * other.scale == pytest.approx(abs(complex(*at)), abs=1e-6)
