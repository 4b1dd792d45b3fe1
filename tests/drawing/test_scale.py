"""Where days and ratings lie, as properties: there and back again."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from journal.drawing.axes import BAND_MIDDLES, band_places, value_ticks
from journal.drawing.scale import ChartGeometry, label_step

geometries = st.builds(
    lambda left, width, height, first, days, inset: ChartGeometry(
        plot=QRectF(left, 10, width, height), first=first, last=first + days, inset=inset
    ),
    st.floats(0, 200),
    st.floats(120, 2000),
    st.floats(20, 800),
    st.integers(-400, 400),
    st.integers(0, 60),
    st.floats(0, 30),
)


@given(geometries, st.data())
def test_a_day_is_found_again_where_it_is_drawn(geometry, data):
    index = data.draw(st.integers(geometry.first, geometry.last))
    assert geometry.index_at(geometry.x_of(index)) == index


@given(geometries, st.integers(0, 10))
def test_a_rating_is_found_again_where_it_is_drawn(geometry, value):
    assert abs(geometry.value_at(geometry.y_of(value)) - value) < 1e-6


@given(geometries, st.integers(0, 9))
def test_higher_is_drawn_higher(geometry, value):
    assert geometry.y_of(value + 1) < geometry.y_of(value)


@given(geometries, st.floats(-5000, 5000))
def test_every_position_reads_a_day_of_the_period(geometry, x):
    assert geometry.first <= geometry.index_at(x) <= geometry.last


@given(geometries)
def test_beside_the_plot_nothing_is_hit(geometry):
    plot = geometry.plot
    assert geometry.hit(QPointF(plot.left() - 1, plot.center().y())) is None
    assert geometry.hit(QPointF(plot.center().x(), plot.bottom() + 1)) is None
    assert geometry.hit(plot.center()) is not None


@given(st.floats(1, 400), st.floats(0.5, 200))
def test_labels_at_the_chosen_step_never_touch(label_width, day_width):
    step = label_step(label_width, day_width)
    assert step * day_width >= label_width or step == 3640


@given(st.floats(10, 600), st.floats(5, 60))
def test_ratings_on_the_axis_never_touch(height, label_height):
    ticks = value_ticks(height, label_height)
    assert {0, 10} <= set(ticks)
    if len(ticks) > 2:
        assert height / 10 * (ticks[1] - ticks[0]) >= label_height


def test_the_four_words_stand_beside_a_low_curve_too():
    """Four and a half lines of letters: as low as the lower curve is with large text."""
    geometry = ChartGeometry(plot=QRectF(0, 10, 400, 112), first=0, last=14, inset=0)
    places = band_places(geometry, 25)
    assert [band for band, _ in places] == [band for band, _ in BAND_MIDDLES]


@given(geometries, st.floats(8, 60))
def test_no_word_lies_on_another_nor_far_from_its_middle(geometry, height):
    places = band_places(geometry, height)
    assert all(below - above >= height - 0.01 for (_, above), (_, below) in pairwise(places))
    assert all(abs(y - geometry.y_of(dict(BAND_MIDDLES)[band])) <= height / 2 for band, y in places)
