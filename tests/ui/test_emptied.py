"""The window of a journal whose file is empty or gone beside its backups: said first, restored or begun anew."""

import pytest

from journal.store.backups import daily
from journal.ui.backups.emptied_dialog import EmptiedDialog
from journal.ui.backups.restore_dialog import RestoreDialog
from tests.store.journals import NOW, content, filled, opened, reread


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "my.journal"
    filled(path)
    with opened(path) as (store, _):
        daily.back_up(store.connection, path, NOW)
    return path


@pytest.fixture
def dialog(qtbot, theme, journal):
    before = content(reread(journal))
    journal.write_bytes(b"")
    dialog = EmptiedDialog(journal)
    dialog.before = before
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "verified" in dialog.newest.text() or "photo" in dialog.newest.text())
    return dialog


def test_the_newest_backup_is_offered_and_restored(qtbot, dialog, journal):
    dialog.restore_button.click()
    restoring = dialog.findChild(RestoreDialog)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    restoring.restore_button.click()
    qtbot.waitUntil(lambda: restoring.was_restored)
    restoring.close_button.click()

    assert dialog.chosen == journal
    assert content(reread(journal)) == dialog.before


def test_a_new_journal_is_begun_only_when_asked_twice(dialog, journal):
    dialog.anew_button.click()
    assert journal.read_bytes() == b""
    assert dialog.chosen is None

    dialog.anew_button.click()
    assert dialog.chosen == journal
    assert reread(journal).is_empty
    assert [each.is_earlier for each in daily.backups_of(journal)] == [True]


def test_quit_leaves_everything_as_it_is(dialog, journal):
    dialog.close_button.click()
    assert dialog.chosen is None
    assert journal.read_bytes() == b""
