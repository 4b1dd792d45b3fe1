"""The navigation takes no more room than its words, and drawings keep their distance from words."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from journal.ui.icons import GAP, make_icon
from journal.ui.navigation import Navigation, in_two_lines
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.widgets.buttons import IconButton

WIDEST = {1.0: 216, 1.5: 304}
"""Pixels at a size of text: the settings beside undo and redo are the widest then."""


@pytest.fixture
def navigation(qtbot, qapp, request):
    theme = Theme(ThemeChoice.LIGHT, request.param)
    theme.apply(qapp)
    made = Navigation(theme)
    qtbot.addWidget(made)
    made.show()
    return made, WIDEST[request.param]


@pytest.mark.parametrize("navigation", [1.0, 1.5], indirect=True)
def test_the_longest_words_wrap_rather_than_widen_the_navigation(qtbot, navigation):
    shown, widest = navigation
    wrong = shown.button("wrong")

    assert wrong.text() == "Something\nis wrong"
    assert wrong.accessibleName() == "Something is wrong"
    assert wrong.width() >= wrong.sizeHint().width()
    assert shown.width() <= widest
    qtbot.waitUntil(lambda: wrong.height() >= wrong.sizeHint().height())


def test_words_break_at_the_space_nearest_to_their_middle():
    assert in_two_lines("Something is wrong") == "Something\nis wrong"
    assert in_two_lines("Is it all right") == "Is it\nall right"
    assert in_two_lines("Wrong") == "Wrong"


def test_a_drawing_beside_words_leaves_a_gap_and_one_alone_none(qtbot, qapp):
    theme = Theme(ThemeChoice.LIGHT)
    alone = IconButton("undo", "Undo", theme)
    beside = IconButton("undo", "Undo", theme, text="Undo")
    for button in (alone, beside):
        qtbot.addWidget(button)

    assert alone.iconSize().width() == 20
    assert beside.iconSize().width() == 24
    image = QImage(24, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    make_icon("undo", QColor("black"), gap=GAP).paint(painter, QRect(0, 0, 24, 20))
    painter.end()
    assert all(image.pixelColor(x, y) == QColor("white") for x in range(20, 24) for y in range(20))
    assert any(image.pixelColor(x, 10) != QColor("white") for x in range(20))
