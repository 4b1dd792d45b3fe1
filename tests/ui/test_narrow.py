"""A narrow window, such as half of a small screen: what stood beside each other stands below, and nothing is cut."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from journal.domain.entry import Answers
from journal.ui.widgets.flow_layout import FlowLayout
from journal.ui.widgets.folding_row import FoldingRow
from journal.ui.widgets.large_tick import LargeTick
from tests.builders import treatment
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    for at in ("2026-10-11T14:00", "2026-11-15T14:00"):
        shell.session.add_treatment(treatment(at))
    shell.session.log(date(2026, 11, 24), Answers(redness=4, sensitivity=2))
    shell.open_again()
    return shell


def overruns(page):
    """How far the page can be scrolled sideways."""
    return [
        area.horizontalScrollBar().maximum()
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def cut_words(page):
    """Buttons and lines that are narrower than their words; those whose words wrap or shorten are not meant."""
    buttons = [one for one in page.findChildren(QPushButton) if one.text() and one.property("kind") != "painted"]
    lines = [one for one in page.findChildren(QLabel) if not one.wordWrap()]
    return [one.text() for one in (*buttons, *lines) if one.isVisible() and one.width() < one.sizeHint().width() - 1]


@pytest.mark.parametrize("width", [600, 683, 800])
@pytest.mark.parametrize("key", ["today", "calendar", "curve", "photos", "treatments", "visit", "wrong"])
def test_half_a_small_screen_is_wide_enough(qtbot, shell, key, width):
    shell.window.resize(width, 768)
    shell.window.show_page(key)

    qtbot.waitUntil(lambda: overruns(shell.window.shown_page) == [] and cut_words(shell.window.shown_page) == [])


def test_a_sign_is_read_whole_and_ticked_anywhere(qtbot, theme):
    tick = LargeTick("Severe pain, or pain that paracetamol does not ease")
    qtbot.addWidget(tick)
    tick.resize(tick.minimumSizeHint().width() + 60, 200)
    tick.show()

    assert tick.heightForWidth(tick.width()) > tick.heightForWidth(900) == tick.sizeHint().height()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 4, 4))
    assert tick.isChecked()


def test_a_tick_turns_bold_without_growing(qtbot, theme):
    tick = LargeTick("Clearly hotter or more swollen than yesterday")
    qtbot.addWidget(tick)
    widths = range(160, 600, 7)
    before = [tick.heightForWidth(width) for width in widths]
    tick.setChecked(True)
    assert [tick.heightForWidth(width) for width in widths] == before


def test_a_head_folds_where_its_line_has_no_room(qtbot, theme):
    left, right = QPushButton("What stands at the left"), QPushButton("And at the right")
    window = QWidget()
    row = FoldingRow((left,), (right,), parent=window)
    qtbot.addWidget(window)
    window.resize(1000, 200)
    window.show()
    row.resize(900, 100)
    qtbot.waitUntil(lambda: left.y() == right.y() and right.geometry().right() == row.width() - 1)
    row.resize(row.minimumSizeHint().width(), 100)
    qtbot.waitUntil(lambda: left.y() < right.y() and left.x() == right.x() == 0)


def test_a_flow_gives_a_flow_inside_it_the_height_that_it_needs(qtbot, theme):
    whole, inner, below = QWidget(), QWidget(), QPushButton("below")
    chips = FlowLayout(inner)
    for number in range(6):
        chips.addWidget(QPushButton(f"chip {number}"))
    outer = FlowLayout(whole)
    outer.addWidget(inner)
    outer.addWidget(below)
    qtbot.addWidget(whole)
    whole.resize(240, 600)
    whole.show()

    qtbot.waitUntil(lambda: inner.height() == chips.heightForWidth(240) > inner.sizeHint().height())
    assert below.y() > inner.geometry().bottom()
