"""The older copies beside the journal in the window: listed, restorable, removed when asked twice."""

import pytest

from journal.keeping import keeping_of
from journal.store.backups.restoring import restore
from journal.ui.backups.kept_dialog import KeptDialog
from journal.ui.backups.mending import of_file
from journal.ui.backups.restore_dialog import RestoreDialog
from tests.store.journals import NOW, filled


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "my.journal"
    filled(path)
    made = keeping_of(path).back_up(NOW)
    restore(path, made.path, NOW)
    return path


@pytest.fixture
def dialog(qtbot, theme, journal):
    dialog = KeptDialog(keeping_of(journal), NOW.date())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    return dialog


def test_each_says_when_and_what_it_holds(dialog):
    text = dialog.list.item(0).text()
    assert "kept by a restore" in text
    assert "2 day" in text


def test_one_is_removed_when_asked_twice(qtbot, dialog, journal):
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    assert len(keeping_of(journal).kept_aside()) == 1
    assert "for good" in dialog.said.text()
    dialog.list.setCurrentRow(-1)
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    assert len(keeping_of(journal).kept_aside()) == 1
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert keeping_of(journal).kept_aside() == ()
    assert "No older copy" in dialog.said.text()
    assert not dialog.list.isVisible()
    assert not dialog.remove_button.isVisible()


def test_they_stand_among_what_can_be_restored(qtbot, theme, journal):
    dialog = RestoreDialog(of_file(journal), NOW.date())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: dialog.was_restored)
    assert len(keeping_of(journal).kept_aside()) == 2
