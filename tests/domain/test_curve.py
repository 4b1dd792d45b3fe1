"""The expected curve: its points, its order, its composition with the baseline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.curve import hours_of_day, range_end, with_baseline
from journal.domain.curve_file import read_curve
from journal.domain.errors import PlanFaulty
from journal.domain.ratings import Scale
from journal.domain.treatment import DepthClass
from journal.resources import resource
from tests.builders import default_curve

TEXT = resource("curves", "default.toml").read_text(encoding="utf-8")
PUBLISHED_HIGH = {
    (Scale.REDNESS, DepthClass.MEDIUM): (8, 8, 7.5, 6.5, 5, 3.5, 2.5, 2, 1, 0.5, 0),
    (Scale.REDNESS, DepthClass.DEEP): (9, 9, 8.5, 8, 6.5, 5, 4, 3, 2, 1, 0.5),
    (Scale.SENSITIVITY, DepthClass.SHALLOW): (5, 5, 4, 3.5, 2.5, 2, 1.5, 1, 0.5, 0, 0),
}
HOURS = (0, 6, 12, 24, 48, 72, 96, 120, 168, 240, 336)

scales = st.sampled_from(Scale)
classes = st.sampled_from(DepthClass)


def test_every_point_has_its_source_and_status():
    points = [point for line in default_curve().lines.values() for point in line]

    assert len(points) == 2 * 3 * 11
    assert all(point.source and point.status for point in points)
    assert {point.status for point in points} == {"published words", "anchored", "interpolation", "extrapolation"}


@pytest.mark.parametrize("line", PUBLISHED_HIGH, ids=str)
def test_the_shipped_points_are_the_proposed_ones(line):
    points = default_curve().lines[line]

    assert tuple(point.hours for point in points) == HOURS
    assert tuple(point.high for point in points) == PUBLISHED_HIGH[line]


@given(scales, classes, st.floats(0, 2000), st.integers(0, 10))
def test_low_typical_high_keep_their_order_within_the_scale(scale, depth, hours, baseline):
    expected = default_curve().at_hours(scale, depth, hours, baseline)

    assert baseline <= expected.low <= expected.typical <= expected.high <= 10


@given(scales, st.integers(0, 60), st.integers(0, 10))
def test_deeper_is_never_expected_to_look_milder(scale, number, baseline):
    highs = [default_curve().on_day(scale, depth, number, baseline).high for depth in DepthClass]

    assert highs == sorted(highs)


def test_day_two_of_a_medium_treatment_is_as_documented():
    redness = default_curve().on_day(Scale.REDNESS, DepthClass.MEDIUM, 2, 0)

    assert (redness.low, redness.typical, redness.high) == (0.0, 2.5, 5.0)


def test_day_zero_is_read_at_six_hours_and_the_last_value_is_held():
    curve = default_curve()

    assert hours_of_day(0) == 6
    assert curve.on_day(Scale.REDNESS, DepthClass.DEEP, 0, 0).high == 9
    assert curve.on_day(Scale.REDNESS, DepthClass.DEEP, 300, 0).high == 0.5


def test_between_two_points_the_line_is_straight():
    assert default_curve().on_day(Scale.REDNESS, DepthClass.MEDIUM, 6, 0).high == pytest.approx(1.5)


def test_the_baseline_is_scaled_into_what_is_left():
    assert with_baseline(5, 4) == 7
    assert with_baseline(10, 4) == 10


def test_on_screen_the_range_never_ends_below_one_above_the_baseline():
    expected = default_curve().on_day(Scale.REDNESS, DepthClass.MEDIUM, 20, 2)

    assert range_end(expected, 2) == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("high = 6.0", "high = 1.0", "point 1, key 'typical': is 4.0, allowed: from low to high"),
        ("low = 2.0", 'low = "a"', "point 1, key 'low': is \"a\", allowed: a number from 0 to 10"),
        ("low = 2.0", "low = nan", "point 1, key 'low': is nan, allowed: a number from 0 to 10"),
        ('scale = "redness"', 'scale = ["a"]', "point 1, key 'scale': is [\"a\"], allowed: redness, sensitivity"),
        ("hours = 6\n", "hours = 0\n", "point 2, key 'hours': is 0, allowed: one point a time"),
        (
            'status = "extrapolation"',
            'status = "sure"',
            "key 'status': is \"sure\", allowed: published words, anchored",
        ),
        ('status = "extrapolation"\n', "", "point 1, key 'status': is missing"),
        ('depth = "shallow"', 'depth = "shallow"\ncolour = 1', "point 1, key 'colour': is unknown, allowed: scale"),
        ('name = "default"', 'name = ""', "key 'name': is \"\", allowed: one line of text"),
    ],
)
def test_a_faulty_curve_is_refused_whole_and_says_where(old, new, said):
    assert old in TEXT

    with pytest.raises(PlanFaulty) as refused:
        read_curve(TEXT.replace(old, new, 1), "mine.toml")

    assert [fault.startswith("mine.toml: ") and said in fault for fault in refused.value.faults] == [True]


def test_every_scale_and_depth_needs_its_points():
    head, *points = TEXT.split("[[point]]")
    shallow_redness = "[[point]]".join([head, *points[:11]])

    with pytest.raises(PlanFaulty) as refused:
        read_curve(shallow_redness, "mine.toml")

    assert len(refused.value.faults) == 5
