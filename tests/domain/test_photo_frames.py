"""Chains of photos are composed and end, even in a ring; two that share an end lie on each other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.alignment import Alignment
from journal.domain.errors import Refusal, ValueRefused
from journal.domain.photo_frames import (
    alignment_from_points,
    alignment_of,
    by_id,
    from_fraction,
    place_of,
    relative,
    shared_frame,
    similarity_of,
    to_unit,
)
from journal.domain.similarity import UNCHANGED, Similarity
from tests import builders

DAY = "2026-11-21"
alignments = st.builds(
    Alignment,
    to=st.just(0),
    scale=st.floats(0.7, 1.4),
    turn=st.floats(-15, 15),
    dx=st.floats(-0.2, 0.2),
    dy=st.floats(-0.2, 0.2),
)
points = st.builds(complex, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))


def photo(number, to=None, **more):
    alignment = Alignment(to=to, **more) if to else None
    return builders.photo(DAY, id=number, alignment=alignment)


def chain(*links):
    """Photos 1, 2, 3 ...: each lies on the next one by the given alignment, the last one on none."""
    hanging = [photo(number) for number in range(1, len(links) + 2)]
    return [
        replace(one, alignment=replace(link, to=one.id + 1)) for one, link in zip(hanging, links, strict=False)
    ] + hanging[-1:]


@given(st.lists(alignments, min_size=1, max_size=4), points)
def test_a_chain_is_its_links_one_after_the_other(links, point):
    photos = chain(*links)
    place = place_of(by_id(photos), photos[0])

    expected = point
    for link in links:
        expected = similarity_of(link)(expected)
    assert place.root == photos[-1].id
    assert abs(place.similarity(point) - expected) < 1e-9


@given(alignments, alignments, points)
def test_two_that_hang_on_one_lie_on_each_other(one, other, point):
    first, second = (replace(photo(number), alignment=replace(link, to=3)) for number, link in ((1, one), (2, other)))
    photos = by_id([first, second, photo(3)])
    between, back = relative(photos, first, second), relative(photos, second, first)

    assert abs(similarity_of(other)(between(point)) - similarity_of(one)(point)) < 1e-9
    assert abs(back(between(point)) - point) < 1e-9


@given(alignments)
def test_an_alignment_is_kept_as_it_was_given(alignment):
    again = alignment_of(similarity_of(alignment), 7)

    assert again.to == 7
    assert (again.scale, again.turn, again.dx, again.dy) == pytest.approx(
        (alignment.scale, alignment.turn, alignment.dx, alignment.dy)
    )


def test_a_photo_that_hangs_on_none_is_where_it_is():
    alone, other = photo(1), photo(2)

    assert place_of(by_id([alone]), alone).root == 1
    assert relative(by_id([alone]), alone, alone) == UNCHANGED
    assert relative(by_id([alone, other]), alone, other) is None


def test_what_hangs_on_a_removed_photo_still_lies_alike():
    one, other = photo(1, to=9, dx=0.1), photo(2, to=9, dx=0.3)
    photos = by_id([one, other])

    assert place_of(photos, one).root == 9
    assert relative(photos, one, other)(0) == pytest.approx(-0.2)


def test_beyond_a_removed_photo_nothing_is_known():
    one, end = photo(1, to=2), photo(3)

    assert relative(by_id([one, end]), one, end) is None
    assert relative(by_id([one, photo(2, to=3), end]), one, end) == UNCHANGED


def test_a_ring_ends():
    one, two, three = photo(1, to=2, dx=0.1), photo(2, to=1, dx=0.2), photo(3, to=1)
    photos = by_id([one, two, three])

    assert place_of(photos, one).root == 2
    assert place_of(photos, three).root == 2
    assert relative(photos, one, two) is None
    assert place_of(by_id([photo(4, to=4)]), photo(4, to=4)).root == 4


def test_what_is_beyond_the_limits_is_not_shown():
    photos = chain(*[Alignment(to=0, scale=2)] * 3)

    assert relative(by_id(photos), photos[0], photos[2]).scale == pytest.approx(4)
    assert relative(by_id(photos), photos[0], photos[3]) is None


@pytest.mark.parametrize(
    ("moving", "fixed"),
    [([0j], [0j]), ([0.1, 0.1], [0.1, 0.2]), ([0.0, 0.001], [0.0, 0.4]), ([0.0, 0.4], [0.0, 0.02]), ([0, 1], [0])],
)
def test_marks_that_make_no_sense_are_refused(moving, fixed):
    with pytest.raises(ValueRefused) as refused:
        alignment_from_points(moving, fixed, 2)
    assert refused.value.refusal is Refusal.ALIGNMENT


def test_marks_become_an_alignment():
    done = Similarity.of(1.2, -9, 0.1, -0.05)
    marks = [-0.15 - 0.03j, 0.15 - 0.03j, 0.28j]
    alignment = alignment_from_points(marks, [done(mark) for mark in marks], 5)

    assert (alignment.to, alignment.scale, alignment.turn) == (5, pytest.approx(1.2), pytest.approx(-9))
    assert (alignment.dx, alignment.dy) == (pytest.approx(0.1), pytest.approx(-0.05))


def test_the_frame_is_the_first_of_the_largest_group():
    one, two, three, alone = photo(1), photo(2, to=1), photo(3, to=1), photo(4)
    photos = by_id([one, two, three, alone])

    assert shared_frame(photos, [alone, three, two]) == three
    assert shared_frame(photos, [alone, one]) == alone
    assert shared_frame(photos, []) is None


def test_points_of_the_picture_have_their_origin_in_its_middle():
    tall = builders.photo(DAY, width=1200, height=1600)

    assert to_unit(600, 800, tall) == 0
    assert to_unit(0, 0, tall) == complex(-0.375, -0.5)
    assert from_fraction(1, 0.5, tall) == complex(0.375, 0)
