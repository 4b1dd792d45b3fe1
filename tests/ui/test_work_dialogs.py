"""The dialogs that work on files: the latest choice counts, no close in the middle, all reachable at large text."""

import threading
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal.domain.backup import Fault, FaultKind
from journal.domain.entry import Answers
from journal.store.backups.whole import write_backup
from journal.ui.backups.damage_dialog import DamageDialog
from journal.ui.backups.job import Job
from journal.ui.backups.mending import of_session
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.own_data.erasure_dialog import ErasureDialog
from journal.ui.own_data.taking_in import TakingInDialog
from journal.ui.own_data.taking_out import TakingOutDialog
from tests.ui.shell import WIDE, Shell

LARGE = 2.25


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.log(shell.session.today(), Answers(redness=4))
    return shell


@pytest.fixture
def restoring(qtbot, shell):
    """A backup of redness 4, a journal of redness 9, the dialog on both."""
    shell.session.keeping().back_up(shell.session.now())
    shell.session.log(shell.session.today(), Answers(redness=9))
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    return dialog


def backup(shell):
    return shell.session.keeping().backups()[0].path


def test_a_file_chosen_while_another_is_compared_is_the_one_that_is_told(qtbot, shell, restoring, tmp_path):
    other = tmp_path / "list.txt"
    other.write_text("a shopping list", encoding="utf-8")
    restoring.choose(backup(shell))
    restoring.choose(other)
    qtbot.waitUntil(restoring.fault.isVisible)

    assert "list.txt" in restoring.fault.text()
    assert not restoring.restore_button.isEnabled()
    assert restoring.comparison.isHidden()


def test_what_is_put_in_place_is_what_was_compared_last(qtbot, shell, restoring, tmp_path):
    newer = tmp_path / "newer.journal"
    write_backup(shell.session._store, newer)
    restoring.choose(backup(shell))
    restoring.choose(newer)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    restoring.restore_button.click()
    qtbot.waitUntil(restoring.undo_button.isVisible)

    assert shell.session.record.entry(shell.session.today()).redness == 9


def test_that_backups_are_looked_for_is_said_until_they_are_there(qtbot, shell):
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.said.text() == "Looking for backups …"
    qtbot.waitUntil(lambda: not dialog._job.is_busy)

    assert dialog.said.text().startswith("There is no backup")


def test_no_dialog_closes_in_the_middle_of_its_work(qtbot, restoring):
    restoring.list.setCurrentRow(0)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    restoring.restore_button.click()
    restoring.reject()

    assert restoring.isVisible()
    assert not restoring.close_button.isEnabled()
    assert not restoring.list.isEnabled()
    qtbot.waitUntil(restoring.undo_button.isVisible)
    restoring.reject()
    assert not restoring.isVisible()


def test_work_begun_instead_waits_for_what_runs_and_its_outcome_is_dropped(qtbot):
    job = Job()
    gate = threading.Event()
    told = []
    job.begin(lambda _: gate.wait(5), told.append)
    job.begin_instead(lambda _: "second", told.append)
    job.begin_instead(lambda _: "third", told.append)
    assert job.is_busy
    gate.set()
    qtbot.waitUntil(lambda: not job.is_busy)

    assert told == ["third"]


FAULTS = tuple(Fault(where=f"entry 2026-11-{day}", kind=FaultKind.DIFFERS) for day in range(10, 24))


def removed(shell):
    """A bin with more in it than is listed, all of it in a backup."""
    today = shell.session.today()
    for back in range(7):
        shell.session.log(today - timedelta(days=back), Answers(note="a note that is a line long and more than that"))
    shell.session.keeping().back_up(shell.session.now())
    for back in range(7):
        shell.session.unlog(today - timedelta(days=back))
    return shell.session.bin_items()


@pytest.fixture
def large(shell):
    shell.theme.choose(text_scale=LARGE)


@pytest.mark.usefixtures("large")
def test_a_long_fault_takes_its_room_from_what_scrolls(qtbot, shell):
    damage = DamageDialog(of_session(shell.session), (), shell.session.today())
    for dialog in (damage, TakingOutDialog(shell.session)):
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda each=dialog: not each._job.is_busy)
        dialog.fault.tell("A line that tells what is wrong and what can be done about it. " * 3)
        dialog._fit()
        qtbot.waitUntil(lambda each=dialog: each.fault.height() >= each.fault.heightForWidth(each.fault.width()))

        assert not dialog.fault.geometry().intersects(dialog.area.geometry())
        assert dialog.rect().contains(dialog.close_button.geometry())


@pytest.mark.parametrize("kind", ["restore", "in", "out", "damage", "erasure"])
@pytest.mark.usefixtures("large")
def test_at_the_largest_text_nothing_is_cut_off(qtbot, shell, kind):
    makers = {
        "restore": partial(RestoreDialog, of_session(shell.session), shell.session.today()),
        "in": partial(TakingInDialog, of_session(shell.session)),
        "out": partial(TakingOutDialog, shell.session),
        "damage": partial(DamageDialog, of_session(shell.session), FAULTS, shell.session.today()),
        "erasure": partial(ErasureDialog, shell.session, removed(shell)),
    }
    dialog = makers[kind]()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog._job.is_busy)

    room = QApplication.primaryScreen().availableGeometry()
    assert dialog.height() <= room.height()
    assert dialog.width() <= WIDE[0]
    assert dialog.rect().contains(dialog.close_button.geometry())
    content = dialog.area.widget()
    assert content.height() >= content.layout().totalMinimumSize().height()
    qtbot.waitUntil(lambda: content.width() <= dialog.area.viewport().width())


@pytest.mark.usefixtures("large")
def test_once_salvaged_the_one_next_step_is_the_new_file_and_it_is_seen(qtbot, shell):
    dialog = DamageDialog(of_session(shell.session), FAULTS, shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.salvage_button.isEnabled)
    assert dialog.focusWidget() is dialog.restore_button
    dialog.salvage_button.click()
    qtbot.waitUntil(dialog.use_button.isVisible)

    assert dialog.focusWidget() is dialog.use_button
    assert dialog.restore_button.property("kind") == "plain"
    port = dialog.area.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(dialog.use_button.mapTo(port, dialog.use_button.rect().center())))


def test_what_the_keyboard_chooses_is_seen_as_chosen(qtbot, restoring):
    with qtbot.waitActive(restoring):
        restoring.activateWindow()
    restoring.file_button.setFocus()
    restoring.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(restoring.restore_button.isEnabled)

    assert [each.text() for each in restoring.list.selectedItems()] == [restoring.list.item(0).text()]


def test_the_next_step_of_taking_out_and_in_is_what_enter_does(qtbot, shell):
    for dialog in (TakingOutDialog(shell.session), TakingInDialog(of_session(shell.session))):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert dialog.focusWidget() is dialog.choose_button
