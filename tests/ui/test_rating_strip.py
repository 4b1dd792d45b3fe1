"""The strip alone: its keys, its cells, its words for a screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt

from journal.domain.ratings import IrritationLook, Scale
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.today.phrases import band_words
from journal.ui.widgets.rating_strip import RatingStrip


class Answers:
    """Stands for the page: keeps what the strip wished for and shows it, as the page does."""

    def __init__(self, strip: RatingStrip) -> None:
        self.given: list[int] = []
        self.strip = strip
        strip.rating_chosen.connect(self.give)
        strip.taken_back.connect(self.take)

    def give(self, rating: int) -> None:
        self.given.append(rating)
        self.strip.set_rating(rating)

    def take(self) -> None:
        self.strip.set_rating(None)


@pytest.fixture
def strip(qtbot) -> RatingStrip:
    made = RatingStrip("Redness", Theme(ThemeChoice.LIGHT))
    made.set_band_words(band_words(Scale.REDNESS, IrritationLook.PINK_RED))
    qtbot.addWidget(made)
    made.resize(680, made.heightForWidth(680))
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def answers(strip) -> Answers:
    return Answers(strip)


def test_it_starts_without_a_value_and_without_a_cursor(strip):
    assert strip.rating is None
    assert strip.cursor_cell is None
    assert "not answered" in strip.accessibleName()


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_is_an_answer(qtbot, strip, answers, digit):
    qtbot.keyClicks(strip, str(digit))
    assert answers.given == [digit]


def test_one_then_nought_is_ten(qtbot, strip, answers):
    qtbot.keyClicks(strip, "10")
    assert answers.given == [1, 10]
    assert strip.rating == 10


def test_one_and_nought_are_two_answers_when_the_focus_was_away_between(qtbot, strip, answers):
    qtbot.keyClicks(strip, "1")
    strip.clearFocus()
    strip.setFocus()
    qtbot.keyClicks(strip, "0")
    assert answers.given == [1, 0]


def test_after_ten_the_next_digit_begins_anew(qtbot, strip, answers):
    qtbot.keyClicks(strip, "1007")
    assert answers.given == [1, 10, 0, 7]


def test_arrows_move_a_cursor_and_only_enter_or_space_answers(qtbot, strip, answers):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(strip, key)
    assert strip.cursor_cell == 2
    assert answers.given == []
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert answers.given == [2, 10]


def test_enter_without_a_cursor_answers_nothing(qtbot, strip, answers):
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert answers.given == []


def test_delete_takes_the_rating_away_and_nothing_when_there_is_none(qtbot, strip, answers):
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert strip.rating is None
    qtbot.keyClicks(strip, "4")
    qtbot.keyClick(strip, Qt.Key.Key_Backspace)
    assert strip.rating is None


@pytest.mark.parametrize("value", range(11))
def test_a_click_on_a_cell_is_its_answer(qtbot, strip, answers, value):
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(value).center())
    assert answers.given == [value]


def test_a_click_between_the_cells_answers_nothing(qtbot, strip, answers):
    gap = QPoint(strip.cell_rect(3).right() + 3, strip.cell_rect(3).center().y())
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=gap)
    assert answers.given == []


@pytest.mark.parametrize("width", [320, 460, 520, 640, 1000])
def test_cells_are_never_smaller_than_a_fingertip(strip, width):
    strip.resize(width, strip.heightForWidth(width))
    for value in range(11):
        assert strip.cell_rect(value).width() >= 44
        assert strip.cell_rect(value).height() >= 44
        assert strip.rect().contains(strip.cell_rect(value))


def test_a_narrow_strip_wraps_after_five(strip):
    strip.resize(400, strip.heightForWidth(400))
    tops = [strip.cell_rect(value).top() for value in range(11)]
    assert len(set(tops[:6])) == 1
    assert len(set(tops[6:])) == 1
    assert tops[6] > tops[5]


def test_the_marker_is_not_a_rating(qtbot, strip, answers):
    strip.set_marker(5, "yesterday")
    assert strip.rating is None
    assert answers.given == []
    assert "yesterday: 5" in strip.accessibleDescription()


def test_a_screen_reader_hears_scale_value_and_word(strip):
    strip.set_rating(3)
    assert strip.accessibleName() == "Redness, 3 of 10, mild"
