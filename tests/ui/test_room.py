"""Words have their room: in a narrow window, with large text, beside each other."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from journal.domain.photo import View
from journal.photos.intake import prepare
from journal.session import JournalSession
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.today.page import TodayPage
from journal.ui.today.photo_drop import PhotoDrop
from journal.ui.treatments.plan_dialog import PlanDialog
from journal.ui.welcome import WelcomePage
from journal.ui.widgets.elided_box import SHORTER, ElidedBox
from tests import builders
from tests.photos.pictures import encoded, quarters
from tests.ui import today_world as world
from tests.ui.shell import Shell


@pytest.fixture
def large(qapp):
    theme = Theme(ThemeChoice.LIGHT, 1.5)
    theme.apply(qapp)
    return theme


def test_the_board_is_as_high_as_its_cells_after_the_window_was_made_narrow(qtbot, tmp_path):
    page: TodayPage = world.shown_page(qtbot, world.opened_session(tmp_path, "2026-11-22T20:00"))
    page.resize(640, 900)
    QApplication.processEvents()
    board = page.board
    assert board.height() == board.heightForWidth(board.width())
    assert board.rect().contains(board.ask_cell.geometry())


def test_the_field_for_photos_grows_with_its_words(qapp, large):
    field = PhotoDrop(large)
    field.show_day(7, 0)
    assert field.heightForWidth(230) > field.heightForWidth(600) == field.minimumSizeHint().height()


@pytest.mark.parametrize("width", [700, 1366])
def test_the_ways_on_of_the_welcome_are_whole_with_large_text(qtbot, large, session: JournalSession, width):
    welcome = WelcomePage(session, large)
    qtbot.addWidget(welcome)
    welcome.resize(width, 768)
    welcome.show()
    for button in (welcome.start, welcome.later, welcome.wrong):
        assert button.width() >= button.sizeHint().width()


def test_a_line_that_has_no_room_ends_in_dots(qtbot, theme):
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem("Day 8 after treatment 3, 23 November 2026")
    box.resize(900, 40)
    box.show()
    wide = box.grab().toImage()
    box.resize(160, 40)
    narrow = box.grab().toImage()
    assert narrow.copy(0, 0, 60, 40) == wide.copy(0, 0, 60, 40)
    box.setItemText(0, "Day 8 after treatment 3, another end")
    assert box.grab().toImage() == narrow


def test_the_close_button_of_a_faulty_plan_is_wide_enough_for_its_bold_word(qtbot, theme, session, tmp_path):
    (tmp_path / "bad.toml").write_text("name = 1\n", encoding="utf-8")
    dialog = PlanDialog(session, tmp_path / "bad.toml")
    qtbot.addWidget(dialog)
    dialog.show()
    close: QPushButton = dialog.close_button
    bold = close.fontMetrics().horizontalAdvance(close.text())
    assert close.font().bold() or close.font().weight() >= 600
    assert close.width() > bold


def test_a_line_that_has_no_room_is_said_shorter_if_there_is_a_shorter_way(qtbot, theme):
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem("Day 8 after treatment 3, 23 November 2026")
    box.setItemData(0, ["23 Nov 2026"], SHORTER)
    box.resize(900, 40)
    box.show()
    assert box.seen_text == "Day 8 after treatment 3, 23 November 2026"
    box.resize(220, 40)
    assert box.seen_text == "23 Nov 2026"
    box.resize(80, 40)
    assert box.seen_text.endswith("…")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_treatment_drawn_and_the_photos_compared_keep_their_date(qtbot, tmp_path, scale):
    shell = Shell(qtbot, tmp_path)
    shell.theme.choose(text_scale=scale)
    shell.window._end_welcome()
    for at in ("2026-10-11T14:00", "2026-11-15T14:00"):
        assert shell.session.add_treatment(builders.treatment(at))
    for number, day in enumerate(("2026-10-18", "2026-11-23")):
        prepared = prepare(encoded(quarters((300 + number, 400))), f"{number}.jpg")
        shell.session.adopt_photo(shell.session.keep_photo(prepared, date.fromisoformat(day), View.FRONT))
    shell.window.show_page("curve")
    pick = shell.window.page("curve")._controls._pick
    qtbot.waitUntil(lambda: pick.seen_text.endswith("2026"))
    shell.window.show_page("photos")
    page = shell.window.page("photos")
    page.open_compare(shell.session.record.photos[-1].id)
    panel = page.compare.panel
    qtbot.waitUntil(lambda: panel.left_picker.box.seen_text.endswith("18 Oct 2026"))
    assert panel.right_picker.box.seen_text.endswith("23 Nov 2026")
