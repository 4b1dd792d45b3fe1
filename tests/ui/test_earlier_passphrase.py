"""Restoring a backup that lies under a passphrase from before: it is asked, and the journal keeps the one of now."""

from datetime import datetime

import pytest

from journal import passphrase
from journal.domain.entry import Answers
from journal.passphrase import is_encrypted
from journal.ui.backups.mending import of_session
from journal.ui.backups.restore_dialog import RestoreDialog
from tests.store.journals import filled
from tests.ui.shell import NOW, Shell

PASSPHRASE, OTHER = "quiet sea lamp", "another one"


def put_under(shell, new):
    """The journal of an open window under another key, or in the open."""
    path, old = shell.journal, shell.session.key
    shell.session.put_away()
    key = None
    if new is None:
        passphrase.remove_passphrase(path, old)
    else:
        key = passphrase.change_passphrase(path, old, new)
    shell.session.take_out(key)


@pytest.fixture
def shell(qtbot, tmp_path):
    """A journal under a passphrase, backed up with redness 2."""
    key = passphrase.new_key(PASSPHRASE)
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW), key=key)
    shell = Shell(qtbot, tmp_path, key=key)
    shell.session.log(shell.session.today(), Answers(redness=2))
    shell.session.keeping().back_up(shell.session.now())
    return shell


def test_nothing_is_chosen_before_the_person_does_however_late_the_window_becomes_active(qtbot, shell):
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.file_button.hasFocus)
    assert dialog.list.currentRow() == -1


def asked(qtbot, shell):
    """The dialog on that backup, which the journal's key does not open."""
    shell.session.log(shell.session.today(), Answers(redness=9))
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert not dialog.earlier.isVisible()
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.earlier.isVisible)
    return dialog


@pytest.mark.parametrize("new", [OTHER, None], ids=["changed", "removed"])
def test_the_passphrase_of_the_backup_is_asked_and_the_journal_keeps_its_own(qtbot, shell, new):
    put_under(shell, new)
    dialog = asked(qtbot, shell)
    dialog.earlier.field.passphrase.edit.insert(PASSPHRASE)
    dialog.earlier.open_button.click()
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    assert not dialog.earlier.isVisible()
    dialog.restore_button.click()
    qtbot.waitUntil(dialog.undo_button.isVisible)
    assert shell.session.record.facts.entries[shell.session.today()].redness == 2
    assert is_encrypted(shell.journal) == (new is not None)
    assert new is None or passphrase.key_by_passphrase(shell.journal, new) == shell.session.key
    dialog.undo_button.click()
    assert shell.session.record.facts.entries[shell.session.today()].redness == 9


def test_a_wrong_passphrase_is_told_and_asked_again(qtbot, shell):
    put_under(shell, OTHER)
    dialog = asked(qtbot, shell)
    dialog.earlier.field.passphrase.edit.insert("wrong")
    dialog.earlier.open_button.click()
    qtbot.waitUntil(lambda: dialog.earlier.field.wait == 1)
    assert "does not fit" in dialog.earlier.field.fault.text()
    assert "again in 1 second" in dialog.earlier.field.fault.text()
    assert not dialog.earlier.open_button.isEnabled()
    assert not dialog.restore_button.isEnabled()
    assert dialog.fault.isHidden()


def test_what_was_kept_aside_under_a_passphrase_from_before_is_not_put_in_place(qtbot, shell):
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    dialog.restore_button.click()
    qtbot.waitUntil(dialog.undo_button.isVisible)
    put_under(shell, OTHER)
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.undo()
    assert "does not fit" in dialog.fault.text()
    assert shell.session.log(shell.session.today(), Answers(redness=3))
    assert passphrase.key_by_passphrase(shell.journal, OTHER) == shell.session.key


def test_each_wrong_one_makes_the_next_wait_longer_also_for_another_file(qtbot, shell):
    put_under(shell, OTHER)
    dialog = asked(qtbot, shell)
    field = dialog.earlier.field
    for wait in (1, 2, 4):
        field.passphrase.edit.setText("wrong")
        dialog.earlier.open_button.click()
        qtbot.waitUntil(lambda wait=wait: field.wait == wait)
        dialog.earlier.open_button.click()
        assert not dialog._job.is_busy
        for _ in range(wait):
            field._second.timeout.emit()
        assert dialog.earlier.open_button.isEnabled()
    field.passphrase.edit.setText("wrong")
    dialog.earlier.open_button.click()
    qtbot.waitUntil(lambda: field.wait == 8)
    dialog.choose(shell.session.keeping().backups()[0].path)
    qtbot.waitUntil(dialog.earlier.isVisible)

    assert field.wait > 1
    assert field.passphrase.text() == ""
    assert field.fault.text().startswith("You can try again in")


def test_the_recovery_sheet_of_then_opens_it_too(qtbot, shell):
    groups = passphrase.recovery_groups(shell.session.key.raw)
    put_under(shell, OTHER)
    dialog = asked(qtbot, shell)
    field = dialog.earlier.field
    field.other_way.click()
    field.groups.setPlainText(" ".join([*groups[:3], "AAAAA", *groups[4:]]))
    dialog.earlier.open_button.click()
    qtbot.waitUntil(field.fault.isVisible)
    assert "group 4" in field.fault.text()
    assert field.wait == 0  # what cannot be right as typed is no guess

    field.groups.setPlainText(" ".join(passphrase.recovery_groups(shell.session.key.raw)))
    dialog.earlier.open_button.click()
    qtbot.waitUntil(lambda: field.wait == 1)
    assert "recovery sheet does not open it" in field.fault.text()
    field._second.timeout.emit()

    field.groups.setPlainText(" ".join(groups))
    dialog.earlier.open_button.click()
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    dialog.restore_button.click()
    qtbot.waitUntil(dialog.undo_button.isVisible)
    assert shell.session.record.facts.entries[shell.session.today()].redness == 2
    assert passphrase.key_by_passphrase(shell.journal, OTHER) == shell.session.key
