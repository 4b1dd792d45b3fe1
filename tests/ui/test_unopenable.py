"""The window that says why a journal did not open: one next step for each trouble, filled, and what Enter does."""

import pytest
from PySide6.QtCore import Qt

from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import keeping_of
from journal.resources import ResourceMissing
from journal.ui.backups.damage_dialog import DamageDialog
from journal.ui.dialogs import UnopenableDialog
from journal.ui.widgets.buttons import Button
from tests.store.journals import NOW, filled

NEXT = {
    Trouble.DAMAGED: "mend_button",
    Trouble.NOT_A_JOURNAL: "choose_button",
    Trouble.LOCKED: "again_button",
    Trouble.HELD: "again_button",
    Trouble.NO_PERMISSION: "again_button",
    Trouble.READ_ONLY: "again_button",
    Trouble.FOLDER_GONE: "again_button",
    Trouble.DISK_FULL: "again_button",
    Trouble.NEWER: "quit_button",
    Trouble.MISSING: "choose_button",
}


@pytest.fixture
def opened(qtbot, theme, tmp_path):
    def make(error):
        dialog = UnopenableDialog(error, tmp_path / "a.journal")
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def filled_buttons(dialog):
    shown = [each for each in dialog.findChildren(Button) if each.isVisible()]
    return [each for each in shown if each.property("kind") == "primary" or each.isDefault()]


@pytest.mark.parametrize("trouble", NEXT)
def test_each_trouble_has_one_next_step_last_in_the_one_row(opened, trouble):
    dialog = opened(JournalUnavailable(trouble))
    first = getattr(dialog, NEXT[trouble])
    shown = [each for each in dialog.findChildren(Button) if each.isVisible()]

    assert filled_buttons(dialog) == [first]
    assert dialog.focusWidget() is first
    assert len({each.geometry().center().y() for each in shown}) == 1
    assert max(shown, key=lambda each: each.x()) is first
    assert dialog.quit_button in shown


def test_a_fault_of_the_program_itself_is_not_cured_by_another_file(opened):
    assert filled_buttons(dialog := opened(ResourceMissing("plan"))) == [dialog.quit_button]


def test_enter_takes_the_next_step(qtbot, opened):
    locked = opened(JournalUnavailable(Trouble.LOCKED))
    qtbot.keyClick(locked, Qt.Key.Key_Return)
    assert locked.chosen == locked._journal

    newer = opened(JournalUnavailable(Trouble.NEWER))
    qtbot.keyClick(newer, Qt.Key.Key_Return)
    assert newer.chosen is None
    assert not newer.isVisible()

    damaged = opened(JournalUnavailable(Trouble.DAMAGED))
    qtbot.keyClick(damaged, Qt.Key.Key_Return)
    assert damaged.findChild(DamageDialog).isVisible()


def test_only_damage_offers_mending(opened, tmp_path):
    for trouble in set(NEXT) - {Trouble.DAMAGED}:
        assert not opened(JournalUnavailable(trouble)).mend_button.isVisible()

    (tmp_path / "a.journal").write_bytes(b"some other file")
    assert opened(JournalUnavailable(Trouble.NOT_A_JOURNAL)).mend_button.isVisible()


def test_a_file_that_looks_like_none_of_ours_beside_backups_of_it_is_told_as_damaged(opened, tmp_path):
    path = tmp_path / "a.journal"
    filled(path)
    keeping_of(path).back_up(NOW)
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    dialog = opened(JournalUnavailable(Trouble.NOT_A_JOURNAL))

    assert dialog.reason.text().startswith("The journal is damaged")
    assert filled_buttons(dialog) == [dialog.mend_button]


def test_a_full_disk_is_told_as_of_opening(opened):
    assert "not saved" not in opened(JournalUnavailable(Trouble.DISK_FULL)).reason.text()


def test_a_file_with_nothing_of_a_journal_in_it_is_told_plainly_with_what_else_can_be_done(qtbot, opened, tmp_path):
    path = tmp_path / "a.journal"
    path.write_bytes(bytes(40_000))
    dialog = opened(JournalUnavailable(Trouble.DAMAGED))
    dialog.mend_button.click()
    damage = dialog.findChild(DamageDialog)
    qtbot.waitUntil(damage.salvage_button.isEnabled)
    damage.salvage_button.click()
    qtbot.waitUntil(lambda: "Nothing of a journal" in damage.said.text())

    assert damage.fault.isHidden()
    assert damage.salvage_button.isHidden()
    assert damage.restore_button.isEnabled()
    assert damage.focusWidget() is damage.restore_button
    assert path.read_bytes() == bytes(40_000)
    assert [each.name for each in tmp_path.iterdir()] == ["a.journal"]
    damage.close_button.click()
    assert dialog.isVisible()
    assert dialog.choose_button.isVisible()
