"""Words are seen whole: on empty pages, in the dialogs that work on files, in the field for a number."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea

from journal.domain.entry import Answers
from journal.ui.backups.mending import of_session
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.calls.phones import NumberField
from journal.ui.own_data.bin_dialog import BinDialog
from journal.ui.own_data.taking_out import TakingOutDialog
from journal.ui.treatments.depth import DepthField
from journal.ui.treatments.plan_dialog import PlanDialog
from tests.plan_tables import ROOT
from tests.ui.shell import Shell

PAGES = ("today", "calendar", "curve", "treatments", "visit")


@pytest.fixture(params=[1.0, 1.5])
def shell(qtbot, tmp_path, request):
    shell = Shell(qtbot, tmp_path)
    shell.theme.choose(text_scale=request.param)
    return shell


def cut(page):
    """The words that wrap and have less height than they take at their width."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("key", PAGES)
def test_an_empty_page_shows_its_words_whole(qtbot, shell, key):
    shell.window._end_welcome()
    shell.window.show_page(key)

    qtbot.waitUntil(lambda: cut(shell.window.shown_page) == [])


def test_a_dialog_is_no_higher_than_its_words(qtbot, shell):
    dialog = TakingOutDialog(shell.session)
    qtbot.addWidget(dialog)
    dialog.show()

    content = dialog.area.widget()
    assert cut(dialog) == []
    assert content.height() <= content.layout().totalHeightForWidth(content.width()) + dialog.fontMetrics().height() + 8


def test_what_is_listed_keeps_off_the_edge(qtbot, shell):
    shell.session.log(shell.session.today(), Answers(redness=4))
    shell.session.keeping().back_up(shell.session.now())
    shell.session.unlog(shell.session.today())
    restoring = RestoreDialog(of_session(shell.session), shell.session.today())
    removed = BinDialog(shell.session)
    for dialog in (restoring, removed):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda each=dialog: each.list.count() == 1)
        row = dialog.list.visualItemRect(dialog.list.item(0))
        lines = dialog.list.item(0).text().count("\n") + 1
        assert row.height() >= lines * dialog.list.fontMetrics().height() + 2 * 8


def test_a_plan_s_differences_have_room_at_every_size(qtbot, shell):
    dialog = PlanDialog(shell.session, ROOT / "tests" / "plans" / "hautpraxis.toml")
    qtbot.addWidget(dialog)
    dialog.show()

    (area,) = dialog.findChildren(QScrollArea)
    assert area.height() >= 9 * dialog.fontMetrics().height()


def test_the_field_for_a_number_has_room_for_its_hint(qtbot, shell):
    field = NumberField("The clinic's number")
    qtbot.addWidget(field)
    field.resize(600, 80)
    field.show()

    edit = field.findChild(QLineEdit)
    assert edit.width() >= edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + 20


def test_what_is_planned_is_given_in_as_many_lines_as_it_needs(qtbot, shell):
    shell.window._end_welcome()
    shell.window.show_page("treatments")
    page = shell.window.page("treatments")
    page.planned.change_button.click()

    def cut_fields():
        fields = (planned.count, planned.date, planned.save_button, planned.clear_button, planned.cancel_button)
        return [field for field in fields if field.width() < field.sizeHint().width()]

    planned = page.planned
    qtbot.waitUntil(lambda: planned.cancel_button.isVisible() and cut_fields() == [])
    assert page._area.horizontalScrollBar().maximum() == 0
    assert planned.count.lineEdit().width() >= planned.fontMetrics().horizontalAdvance("not known")


def test_the_depth_has_room_for_its_hint(qtbot, shell):
    field = DepthField()
    qtbot.addWidget(field)
    field.show()
    edit = field.millimetres
    assert edit.width() >= edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + 20
