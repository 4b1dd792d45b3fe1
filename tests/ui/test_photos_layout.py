"""Where the cells of the gallery lie, held by properties."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from journal.ui.photos.layout import GalleryLayout, Measures

MEASURES = Measures(cell_width=100, cell_height=130, heading=30, gap=10, section_gap=20)
COUNTS = st.lists(st.integers(1, 30), min_size=1, max_size=30)
WIDTHS = st.integers(20, 1500)


@given(COUNTS, WIDTHS)
def test_every_cell_is_found_again_at_its_middle_and_none_overlap(counts: list[int], width: int) -> None:
    layout = GalleryLayout(counts, width, MEASURES)
    rects = [layout.rect(row) for row in range(sum(counts))]

    assert [layout.row_at(rect.center()) for rect in rects] == list(range(sum(counts)))
    assert all(not first.intersects(second) for first, second in itertools.pairwise(rects))
    assert rects[-1].bottom() < layout.height


@given(COUNTS, WIDTHS, st.integers(0, 4000), st.integers(1, 900))
def test_what_is_seen_is_drawn(counts: list[int], width: int, top: int, height: int) -> None:
    layout = GalleryLayout(counts, width, MEASURES)
    bottom = top + height
    drawn = {
        row for section in layout.sections_between(top, bottom) for row in layout.rows_between(section, top, bottom)
    }
    seen = {row for row in range(sum(counts)) if layout.rect(row).bottom() >= top and layout.rect(row).top() <= bottom}

    assert seen <= drawn


@given(COUNTS, WIDTHS, st.data())
def test_down_and_up_stay_inside_and_never_stand_still_between_lines(
    counts: list[int], width: int, data: st.DataObject
) -> None:
    layout = GalleryLayout(counts, width, MEASURES)
    row = data.draw(st.integers(0, sum(counts) - 1))
    below = layout.below(row, 1)

    assert row <= below < sum(counts)
    if layout.rect(below).top() > layout.rect(row).top():
        assert layout.rect(layout.below(below, -1)).top() == layout.rect(row).top()


def test_between_cells_there_is_nothing() -> None:
    layout = GalleryLayout([3, 1], 320, MEASURES)

    assert layout.columns == 3
    assert layout.row_at(QPoint(105, 60)) is None
    assert layout.row_at(QPoint(10, 10)) is None
    assert layout.row_at(QPoint(10, -5)) is None
    assert layout.row_at(QPoint(319, 250)) is None


def test_a_gallery_of_nothing_has_no_height() -> None:
    assert GalleryLayout([], 500, MEASURES).height == 0
