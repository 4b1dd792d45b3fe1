"""Page one and annex as they are laid out and painted."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from journal.domain.entry import HABITS, SYMPTOMS
from journal.domain.facts import Profile
from journal.report.annex import annex_pages
from journal.report.outline import Options, outline
from journal.report.page import HEIGHTS, Block, page_blocks
from journal.report.sheet import MM, Paper
from journal.report.summary import Summary
from tests import builders
from tests.report.paper import day, is_blank_outside, photo_bytes, rendered, risen_course

pytestmark = pytest.mark.usefixtures("qapp")
PAPERS = pytest.mark.parametrize("paper", list(Paper))


def _outline(record, last=12, **options):
    return outline(record, record.treatments[-1], day(0), day(last), day(last), Options(**options))


def _summary(record, paper=Paper.A4, *, last=12, mono=False, **options):
    return Summary(_outline(record, last, **options), photo_bytes, paper=paper, mono=mono)


def _worst_journal():
    entries = [
        builders.entry(
            day(number),
            9 - number % 2,
            8,
            habits={**dict.fromkeys(HABITS, True), "sunscreen": False},
            symptoms=set(SYMPTOMS),
            note="A long note about wind, dust and what the pharmacist said. " * 40,
        )
        for number in range(29)
        if number not in (4, 9)
    ]
    treatment = builders.treatment(
        depth_mm=None, rf=True, areas=tuple(f"area {n}" for n in range(30)), add_ons=("PRP",) * 5
    )
    profile = Profile(name="M" * 80, questions=("q" * 300, "Why? " * 60, "W" * 300))
    return builders.record(*entries, treatments=(treatment,), profile=profile, photos=risen_course().photos)


@PAPERS
def test_blocks_have_the_heights_of_the_table_and_lie_3_mm_apart(paper):
    blocks = page_blocks(_outline(risen_course()), paper)
    assert list(blocks) == list(Block)
    for block, height in HEIGHTS[paper].items():
        assert blocks[block].height() == pytest.approx(height * MM)
    places = list(blocks.values())
    assert all(below.top() - above.bottom() == pytest.approx(3 * MM) for above, below in pairwise(places[:-1]))
    assert places[-1].top() - places[-2].bottom() >= 3 * MM - 0.01
    assert places[-1].bottom() == pytest.approx(paper.inside.bottom())


def test_letter_has_smaller_photos_and_curves():
    heights = HEIGHTS[Paper.LETTER]
    assert (heights[Block.PHOTOS], heights[Block.REDNESS], heights[Block.SENSITIVITY]) == (46, 44, 32)


@PAPERS
def test_blocks_without_content_give_their_room_away(paper):
    record = risen_course(photos=(), profile=Profile())
    blocks = page_blocks(_outline(record), paper)
    assert Block.PHOTOS not in blocks
    assert Block.QUESTIONS not in blocks
    assert blocks[Block.REDNESS].height() > HEIGHTS[paper][Block.REDNESS] * MM
    places = list(blocks.values())
    assert all(below.top() >= above.bottom() for above, below in pairwise(places))


@PAPERS
@pytest.mark.parametrize("journal", [risen_course, _worst_journal, builders.record])
def test_nothing_is_drawn_outside_the_margins(paper, journal):
    summary = _summary(journal(), paper, last=28, name=True)
    for page in range(1, min(summary.page_count, 9) + 1):
        assert is_blank_outside(rendered(summary, page)), page


@PAPERS
def test_annex_pages_are_filled_but_never_beyond_their_foot(paper):
    content = _outline(_worst_journal(), 28)
    pages = annex_pages(content, paper)
    room = paper.inside.height() - 19 * MM
    for page in pages:
        parts = len({piece.part for piece in page})
        assert sum(piece.height for piece in page) + parts * 8 * MM <= room + 1
    rows = [piece.row for page in pages for piece in page if piece.row is not None]
    assert tuple(rows) == content.day_rows


def test_every_flag_day_is_in_the_annex():
    content = _outline(_worst_journal(), 28)
    told = [line for page in annex_pages(content, Paper.A4) for piece in page if piece.flag for line in piece.flag.days]
    assert told == [line for flag in content.flags for line in flag.days]
    sources = [
        piece.flag.source
        for page in annex_pages(content, Paper.A4)
        for piece in page
        if piece.flag and piece.flag.source
    ]
    assert sources == [flag.source for flag in content.flags]


def test_without_an_annex_there_is_one_page():
    assert _summary(risen_course(), annex=False).page_count == 1


def test_black_and_white_has_no_other_colours():
    for page in (1, 2, 3):
        image = rendered(_summary(risen_course(), mono=True), page, 4, smooth=False)
        greys = _colours(image) - {QColor("black").rgb(), QColor("white").rgb()}
        assert not greys or all(_is_edge(rgb) for rgb in greys)


def _colours(image: QImage) -> set[int]:
    return set(image.convertToFormat(QImage.Format.Format_Indexed8).colorTable())


def _is_edge(rgb: int) -> bool:
    """Smoothed edges of letters and lines are neutral; a colour would not be."""
    color = QColor(rgb)
    return max(color.red(), color.green(), color.blue()) - min(color.red(), color.green(), color.blue()) < 12


def test_a_photo_that_cannot_be_read_leaves_a_word_and_the_rest():
    content = _outline(risen_course())
    summary = Summary(content, lambda _id, _copy: b"no picture", paper=Paper.A4)
    assert is_blank_outside(rendered(summary, 1))


RATINGS = st.none() | st.integers(0, 10)
ENTRY = st.tuples(
    RATINGS, RATINGS, st.text(max_size=300), st.sets(st.sampled_from(SYMPTOMS), max_size=6), st.integers(0, 5)
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    entries=st.dictionaries(st.integers(-3, 40), ENTRY, max_size=20),
    length=st.integers(0, 45),
    question=st.text(max_size=200),
    paper=st.sampled_from(list(Paper)),
    mono=st.booleans(),
)
def test_any_journal_prints_and_stays_inside(entries, length, question, paper, mono):
    made = [
        builders.entry(day(number), red, sore, note=note, symptoms=signs, days_late=late)
        for number, (red, sore, note, signs, late) in entries.items()
    ]
    record = builders.record(*made, profile=Profile(questions=(question,), name=question))
    content = outline(
        record, record.treatments[0], day(-2), day(-2) + timedelta(days=length), day(length), Options(name=True)
    )
    summary = Summary(replace(content), photo_bytes, paper=paper, mono=mono)
    for page in range(1, min(summary.page_count, 3) + 1):
        assert is_blank_outside(rendered(summary, page, 1.5), 1.5)
