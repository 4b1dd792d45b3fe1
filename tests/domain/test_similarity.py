"""Laying one picture over another: exact for two points, nearest for three, and right over the whole face."""

import cmath
import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.alignment import SCALE_MAX, SCALE_MIN, SHIFT_MAX
from journal.domain.similarity import (
    APART_MIN,
    UNCHANGED,
    Similarity,
    are_apart,
    largest_miss,
    similarity_from_points,
)

LONG_SIDE = 2048
NEAR = 1e-9

similarities = st.builds(
    Similarity.of,
    st.floats(SCALE_MIN, SCALE_MAX),
    st.floats(-180, 180),
    st.floats(-2, 2),
    st.floats(-2, 2),
)
points = st.builds(complex, st.floats(-0.6, 0.6), st.floats(-0.6, 0.6))
marks = st.lists(points, min_size=2, max_size=5).filter(are_apart)


@given(similarities, marks)
def test_what_was_done_is_found_again(done, moving):
    found = similarity_from_points(moving, [done(point) for point in moving])

    assert abs(found.factor - done.factor) < 1e-6
    assert abs(found.shift - done.shift) < 1e-6


@given(marks.filter(lambda moving: len(moving) == 2), st.lists(points, min_size=2, max_size=2).filter(are_apart))
def test_two_pairs_are_met_exactly(moving, fixed):
    assert largest_miss(similarity_from_points(moving, fixed), moving, fixed) < NEAR


@given(marks, st.data())
def test_no_other_similarity_comes_nearer(moving, data):
    fixed = [data.draw(points) for _ in moving]
    if not are_apart(fixed):
        return
    found = similarity_from_points(moving, fixed)
    nudge = Similarity(found.factor * data.draw(points) * 0.1, data.draw(points) * 0.1)
    other = Similarity(found.factor + nudge.factor, found.shift + nudge.shift)

    assert _squares(found, moving, fixed) <= _squares(other, moving, fixed) + NEAR


def _squares(similarity, moving, fixed):
    return sum(abs(similarity(point) - there) ** 2 for point, there in zip(moving, fixed, strict=True))


@given(similarities, similarities, points)
def test_one_after_the_other_is_one(first, second, point):
    assert abs(first.then(second)(point) - second(first(point))) < 1e-6


@given(similarities, points)
def test_there_and_back_is_nothing(done, point):
    assert abs(done.then(done.inverse)(point) - point) < 1e-6
    assert abs(done.inverse.then(done)(point) - point) < 1e-6


@given(similarities)
def test_nothing_is_sheared_or_mirrored(done):
    right, down = done(1) - done(0), done(1j) - done(0)

    assert abs(abs(right) - abs(down)) < 1e-6
    assert abs(down / right - 1j) < 1e-6


def test_a_turn_is_clockwise_on_a_screen_whose_y_runs_down():
    quarter = Similarity.of(2, 90, 0.5, 0)

    assert abs(quarter(1) - complex(0.5, 2)) < NEAR
    assert quarter.scale == pytest.approx(2)
    assert quarter.turn == pytest.approx(90)


@pytest.mark.parametrize(
    ("moving", "fixed"),
    [([], []), ([0j], [0j]), ([0, 1], [0, 1, 2]), ([0.1, 0.1], [0.2, 0.4]), ([0.1, 0.1 + 1e-4], [0.1, 0.1 - 1e-4])],
)
def test_points_that_say_nothing_are_refused(moving, fixed):
    with pytest.raises(ValueError, match="points"):
        similarity_from_points(moving, fixed)


def test_what_no_two_photos_need_is_not_sound():
    assert UNCHANGED.is_sound
    assert Similarity.of(SCALE_MIN, 179, SHIFT_MAX, 0).is_sound
    assert Similarity.of(SCALE_MAX - NEAR, -90, 0, 0).is_sound
    for broken in (
        (0, 0, 0, 0),
        (5.1, 0, 0, 0),
        (0.19, 0, 0, 0),
        (1, 0, 5.1, 0),
        (math.nan, 0, 0, 0),
        (1, 0, math.inf, 0),
    ):
        assert not Similarity.of(*broken).is_sound
    assert not are_apart([0, APART_MIN])


HALF_HEIGHT = 0.275
"""A face from hairline to chin in just over half of the picture's height; what follows is about its middle."""

FACE = [
    complex(0.72 * math.cos(angle), math.sin(angle)) * HALF_HEIGHT for angle in (k * math.tau / 48 for k in range(48))
]
EYES_AND_CHIN = [complex(x, y) * HALF_HEIGHT for x, y in ((-0.55, -0.12), (0.55, -0.12), (0, 1))]
"""The marks to click: the outer corners of both eyes and the tip of the chin."""

MISS = 2 / LONG_SIDE
offsets = st.builds(cmath.rect, st.floats(0, MISS), st.floats(0, math.tau))


@given(st.floats(0.7, 1.4), st.floats(-15, 15), points, st.tuples(offsets, offsets, offsets))
def test_three_marks_off_by_two_pixels_lay_the_whole_face_within_four(scale, turn, shift, misses):
    done = Similarity.of(scale, turn, shift.real, shift.imag)
    clicked = [done(point) + miss for point, miss in zip(EYES_AND_CHIN, misses, strict=True)]

    found = similarity_from_points(EYES_AND_CHIN, clicked)

    assert max(abs(found(point) - done(point)) for point in FACE) * LONG_SIDE <= 4


def test_the_worst_that_three_such_misses_can_do_stays_below_four():
    worst = 0.0
    for directions in product(range(0, 360, 15), repeat=2):
        misses = [MISS, *(cmath.rect(MISS, math.radians(angle)) for angle in directions)]
        clicked = [point + miss for point, miss in zip(EYES_AND_CHIN, misses, strict=True)]
        found = similarity_from_points(EYES_AND_CHIN, clicked)
        worst = max(worst, *(abs(found(point) - point) * LONG_SIDE for point in FACE))

    assert 3.5 < worst <= 4
