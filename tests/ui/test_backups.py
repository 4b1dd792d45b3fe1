"""Backups in the window: made by themselves, shown, restored and undone; damage told, nothing more written."""

import pytest

from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import Keeping
from journal.ui.backups.damage_dialog import DamageDialog
from journal.ui.backups.mending import of_session
from journal.ui.backups.phrases import space_text
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.backups.strips import FileStrip
from journal.ui.backups.watch import BackupWatch
from journal.ui.dialogs import UnopenableDialog
from journal.ui.settings_dialog import SettingsDialog
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.log(shell.session.today(), Answers(redness=4))
    return shell


@pytest.fixture
def watch(shell):
    return BackupWatch(shell.window, shell.theme)


@pytest.fixture
def settings(qtbot, shell):
    dialog = SettingsDialog(shell.session, shell.theme, shell.window._settings)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.backups._job.is_busy)
    return dialog


def look(qtbot, watch):
    watch.keeper.look()
    qtbot.waitUntil(lambda: not watch.keeper._job.is_busy)


def redness(shell):
    return shell.session.record.facts.entries[shell.session.today()].redness


def spoil(shell):
    """Change a row behind the program's back."""
    shell.session._store.connection.execute("UPDATE entry SET redness = 9")


def test_a_day_with_changes_is_backed_up_once(qtbot, shell, watch):
    with qtbot.waitSignal(watch.keeper.backed_up):
        watch.keeper.look()
    look(qtbot, watch)

    assert len(shell.session.keeping().backups()) == 1
    assert watch.strip is None


def test_what_the_evening_brought_is_backed_up_at_the_end(qtbot, shell, watch):
    look(qtbot, watch)
    shell.session.log(shell.session.today(), Answers(redness=5))
    shell.window.close()
    watch.keeper.finish()

    keeping = Keeping(shell.journal, None)
    assert not keeping.is_due()


def test_a_backup_that_cannot_be_made_is_told_once(qtbot, shell, watch):
    shell.journal.with_name("test.journal.backups").write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(watch.keeper.not_backed_up):
        watch.keeper.look()
    strip = watch.strip
    look(qtbot, watch)

    assert isinstance(strip, FileStrip)
    assert strip.isVisible()
    assert watch.strip is strip
    assert shell.session.log(shell.session.today(), Answers(redness=5))


def test_damage_is_told_and_nothing_more_is_written(qtbot, shell, watch):
    spoil(shell)
    with qtbot.waitSignal(watch.keeper.damaged):
        watch.keeper.look()
    before = shell.journal.read_bytes()

    assert watch.strip.isVisible()
    assert not shell.session.log(shell.session.today(), Answers(redness=5))
    assert shell.journal.read_bytes() == before
    watch.keeper.finish()
    assert shell.session.keeping().backups() == ()


def test_the_settings_show_the_last_backup_and_make_one(qtbot, shell, settings):
    panel = settings.backups
    assert panel.status.text().startswith("There is no backup yet")
    panel.back_up_button.click()
    qtbot.waitUntil(lambda: not panel._job.is_busy)

    assert panel.status.text().startswith("Backup of today, 20:00: 1 day")
    assert panel.status.text().endswith("verified.")
    assert str(shell.journal) in panel.folder.text()
    assert "free there" in panel.space.text()


@pytest.mark.parametrize(
    ("used", "free", "said"),
    [
        (0, None, "Nothing is there now."),
        (2_000_000, None, "They take 1.9 MB."),
        (2_000_000, 5_000_000_000, "They take 1.9 MB; 4.7 GB are free there."),
    ],
)
def test_the_room_is_told_also_where_nothing_but_earlier_backups_lies(used, free, said):
    assert space_text(used, free) == said


def test_the_folder_can_be_on_another_disk_which_may_be_missing(qtbot, shell, settings, tmp_path):
    panel = settings.backups
    disk = tmp_path / "disk"
    disk.mkdir()
    panel.choose(disk)
    qtbot.waitUntil(lambda: str(disk) in panel.folder.text())
    assert panel.beside_button.isVisibleTo(panel)
    disk.rmdir()
    panel.look()
    qtbot.waitUntil(lambda: panel.fault.isVisibleTo(panel))
    assert "drive" in panel.fault.text()
    panel.beside_button.click()
    qtbot.waitUntil(lambda: not panel.beside_button.isVisibleTo(panel))


@pytest.fixture
def restoring(qtbot, shell):
    """A backup of redness 4, a journal of redness 9, the dialog on both."""
    keeping = shell.session.keeping()
    keeping.back_up(shell.session.now())
    shell.session.log(shell.session.today(), Answers(redness=9))
    dialog = RestoreDialog(of_session(shell.session), shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    return dialog


def test_a_backup_is_compared_restored_and_undone(qtbot, shell, restoring):
    restoring.list.setCurrentRow(0)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    assert [cell.text() for cell in restoring.comparison.cells[1]] == ["1", "0", "24 November 2026"]
    restoring.restore_button.click()
    qtbot.waitUntil(restoring.undo_button.isVisible)
    assert redness(shell) == 4
    assert "before-restore" in restoring.said.text()
    assert shell.session.undo_text == ""
    restoring.undo_button.click()
    assert redness(shell) == 9
    assert shell.session.log(shell.session.today(), Answers(redness=3))
    assert shell.session._store.check() == ()


def test_what_is_no_backup_is_told_and_nothing_changed(qtbot, shell, restoring, tmp_path):
    other = tmp_path / "list.txt"
    other.write_text("a shopping list", encoding="utf-8")
    restoring.choose(other)
    qtbot.waitUntil(restoring.fault.isVisible)

    assert "list.txt" in restoring.fault.text()
    assert not restoring.restore_button.isEnabled()
    assert redness(shell) == 9


def test_the_window_shows_what_was_restored(qtbot, shell, restoring):
    shell.window.show_page("today")
    restoring.list.setCurrentRow(0)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    with qtbot.waitSignal(shell.session.record_changed):
        restoring.restore_button.click()

    assert redness(shell) == 4
    qtbot.waitUntil(restoring.undo_button.isVisible)


def test_a_damaged_journal_is_salvaged_and_replaced(qtbot, shell, watch):
    shell.session.log(shell.session.offered_day(), Answers(note="kept"))
    shell.session.set_baseline(2, 1)
    spoil(shell)
    look(qtbot, watch)
    faults = shell.session.keeping().quick_faults()
    dialog = DamageDialog(of_session(shell.session), faults, shell.session.today())
    qtbot.addWidget(dialog)
    dialog.show()
    assert "entry 2026-11-24: differs" in dialog.list.toPlainText()
    qtbot.waitUntil(lambda: not dialog._job.is_busy)
    dialog.salvage_button.click()
    qtbot.waitUntil(dialog.use_button.isVisible)
    assert "What is lost" in dialog.said.text()
    assert dialog.list.toPlainText() == "entry 2026-11-24: differs from what was written"
    dialog.use_button.click()

    assert dialog.was_mended
    assert shell.session.record.baseline.redness == 2
    assert shell.session.log(shell.session.today(), Answers(redness=5))


def test_a_journal_that_cannot_be_opened_can_be_restored(qtbot, shell):
    shell.session.keeping().back_up(shell.session.now())
    shell.window.close()
    data = shell.journal.read_bytes()
    shell.journal.write_bytes(b"\x00" * 4096 + data[4096:])
    dialog = UnopenableDialog(JournalUnavailable(Trouble.NOT_A_JOURNAL), shell.journal)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.mend_button.isVisible()
    dialog.mend_button.click()
    damage = dialog.findChild(DamageDialog)
    qtbot.waitUntil(lambda: not damage._job.is_busy)
    assert "1 day" in damage.newest.text()
    damage.restore_button.click()
    restoring = damage.findChild(RestoreDialog)
    qtbot.waitUntil(lambda: restoring.list.count() == 1)
    restoring.list.setCurrentRow(0)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    restoring.restore_button.click()
    qtbot.waitUntil(restoring.undo_button.isVisible)
    restoring.close_button.click()

    assert dialog.chosen == shell.journal
    assert shell.open_again().session.record.facts.entries
