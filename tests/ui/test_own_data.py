"""The bin, everything out and an export in again, in the window."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from journal.clock import GivenClock
from journal.domain.entry import Answers
from journal.domain.photo import View
from journal.domain.treatment import Treatment
from journal.ui.backups.mending import of_session
from journal.ui.backups.watch import BackupWatch
from journal.ui.own_data.bin_dialog import BinDialog
from journal.ui.own_data.erasure_dialog import ErasureDialog
from journal.ui.own_data.taking_in import TakingInDialog
from journal.ui.own_data.taking_out import TakingOutDialog
from journal.ui.settings_dialog import SettingsDialog
from tests.store.journals import prepared
from tests.ui.shell import Shell

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)


@pytest.fixture
def shell(qtbot, tmp_path):
    """A journal whose treatment, entry and photo were removed."""
    shell = Shell(qtbot, tmp_path)
    session = shell.session
    session.add_treatment(Treatment(at=AT))
    session.log(session.today(), Answers(redness=4, note="sore"))
    photo = session.keep_photo(prepared(), session.today(), View.FRONT)
    session.adopt_photo(photo)
    session.remove_treatment(1)
    session.unlog(session.today())
    session.remove_photo(photo.id)
    return shell


@pytest.fixture
def dialog(qtbot, shell):
    dialog = BinDialog(shell.session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog, *kinds):
    dialog.list.clearSelection()
    for row in range(dialog.list.count()):
        line = dialog.list.item(row)
        line.setSelected(line.data(Qt.ItemDataRole.UserRole).split("-")[0] in kinds)


def lines(dialog):
    return [dialog.list.item(row).text().splitlines()[0] for row in range(dialog.list.count())]


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog._job.is_busy)


def test_the_settings_lead_there(qtbot, shell):
    settings = SettingsDialog(shell.session, shell.theme, shell.window._settings)
    qtbot.addWidget(settings)
    panel = settings.own_data
    for button, kind in (
        (panel.bin_button, BinDialog),
        (panel.out_button, TakingOutDialog),
        (panel.in_button, TakingInDialog),
    ):
        button.click()
        (opened,) = panel.findChildren(kind)
        assert opened.isVisible()
        opened.reject()
    qtbot.waitUntil(lambda: not settings.backups._job.is_busy)


def test_what_was_removed_is_told_with_its_days(dialog):
    assert sorted(lines(dialog)) == [
        "Check-in of 24 November 2026: redness 4 and a note",
        "Photo of 24 November 2026: front",
        "Treatment of 20 November 2026, 14:00",
    ]
    assert dialog.list.item(0).text().endswith("30 days left")


def test_things_come_back_and_undo_takes_them_away_again(dialog, shell):
    choose(dialog, "photo", "entry")
    dialog.back_button.click()

    assert len(shell.session.record.photos) == 1
    assert shell.session.record.entry(shell.session.today()).redness == 4
    assert len(lines(dialog)) == 1
    shell.session.undo()
    assert not shell.session.record.photos


def test_what_cannot_come_back_says_why(dialog, shell):
    shell.session._clock = GivenClock(shell.clock.now() + timedelta(minutes=1))
    shell.session.log(shell.session.today(), Answers(redness=5))
    choose(dialog, "entry")
    dialog.back_button.click()

    assert "entry already" in dialog.fault.text()
    assert shell.session.record.entry(shell.session.today()).redness == 5


def test_removing_for_good_asks_and_the_safe_answer_comes_first(qtbot, dialog, shell):
    choose(dialog, "photo")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert len(lines(dialog)) == 3
    dialog.remove_button.click()
    (asking,) = dialog.findChildren(ErasureDialog)
    settled(qtbot, asking)
    qtbot.keyClick(asking, Qt.Key.Key_Return)

    assert not asking.isVisible()
    assert len(lines(dialog)) == 3
    assert len(shell.session.bin_items()) == 3


def test_what_is_gone_for_good_cannot_be_undone(qtbot, dialog, shell):
    choose(dialog, "photo")
    dialog.remove_button.click()
    (asking,) = dialog.findChildren(ErasureDialog)
    qtbot.waitUntil(asking.remove_button.isEnabled)
    asking.remove_button.click()
    settled(qtbot, dialog)

    assert dialog.said.text() == "Removed for good."
    assert len(lines(dialog)) == 2
    while shell.session.undo_text:
        assert shell.session.undo()
    assert not shell.session.record.photos
    assert shell.session.record.entry(shell.session.today()) is None
    assert shell.session.redo_text


def test_the_backups_that_hold_it_are_named_and_cleaned_when_ticked(qtbot, dialog, shell):
    shell.session.keeping().back_up(shell.session.now())
    dialog.empty_button.click()
    (asking,) = dialog.findChildren(ErasureDialog)
    qtbot.waitUntil(asking.remove_button.isEnabled)
    assert "test.journal.backups" in asking.files.text()
    assert "test.journal.backups/\u200b" in asking.files.text()  # where a line may break
    assert not asking.backups.isChecked()
    asking.backups.click()
    asking.remove_button.click()
    settled(qtbot, dialog)

    assert dialog.said.text() == "Removed for good."
    assert dialog.empty.isVisible()
    assert not dialog.empty_button.isEnabled()
    picture = prepared().original
    files = [path for path in shell.journal.parent.rglob("*") if path.is_file()]
    assert not [path.name for path in files if picture in path.read_bytes() or b"sore" in path.read_bytes()]


def test_left_in_a_backup_is_said_afterwards(qtbot, dialog, shell):
    shell.session.keeping().back_up(shell.session.now())
    choose(dialog, "entry")
    dialog.remove(dialog.chosen, backups=False)
    settled(qtbot, dialog)

    assert "test.journal.backups" in dialog.said.text()


def test_after_thirty_days_it_goes_by_itself(qtbot, shell):
    watch = BackupWatch(shell.window, shell.theme)
    watch.keeper.look()
    settled(qtbot, watch.keeper)
    assert len(shell.session.bin_items()) == 3
    later = shell.clock.now() + timedelta(days=31)
    shell.session._clock = GivenClock(later)
    watch.keeper.look()
    settled(qtbot, watch.keeper)

    assert shell.session.bin_items() == ()
    assert "removed" not in shell.session.undo_text


def test_under_a_given_clock_nothing_goes_by_itself(qtbot, shell):
    watch = BackupWatch(shell.window, shell.theme, empties_bin=False)
    shell.session._clock = GivenClock(shell.clock.now() + timedelta(days=31))
    watch.keeper.look()
    settled(qtbot, watch.keeper)

    assert len(shell.session.bin_items()) == 3


def test_everything_goes_into_a_new_folder_and_comes_in_again(qtbot, shell, tmp_path):
    shell.session.log(shell.session.today(), Answers(redness=6))
    place = tmp_path / "place"
    place.mkdir()
    out = TakingOutDialog(shell.session)
    qtbot.addWidget(out)
    for _ in range(2):
        out.take_out(place)
        settled(qtbot, out)
    assert sorted(each.name for each in place.iterdir()) == [
        "recovery-journal-2026-11-24",
        "recovery-journal-2026-11-24-2",
    ]
    assert "not encrypted" in out.said.text()
    shell.session.log(shell.session.today(), Answers(redness=9))
    taking = TakingInDialog(of_session(shell.session))
    qtbot.addWidget(taking)
    taking.show()
    taking.choose(place / "recovery-journal-2026-11-24")
    qtbot.waitUntil(taking.place_button.isVisible)
    assert shell.session.record.entry(shell.session.today()).redness == 9
    taking.place_button.click()
    qtbot.waitUntil(taking.undo_button.isVisible)

    assert shell.session.record.entry(shell.session.today()).redness == 6
    assert len(shell.session.bin_items()) == 2  # the day was logged anew
    taking.undo_button.click()
    assert shell.session.record.entry(shell.session.today()).redness == 9


def test_what_is_no_export_is_refused_and_what_cannot_be_written_too(qtbot, shell, tmp_path):
    taking = TakingInDialog(of_session(shell.session))
    qtbot.addWidget(taking)
    taking.show()
    taking.choose(tmp_path)
    qtbot.waitUntil(taking.fault.isVisible)
    assert "not an export" in taking.fault.text()
    assert taking.place_button.isHidden()
    out = TakingOutDialog(shell.session)
    qtbot.addWidget(out)
    out.show()
    out.take_out(tmp_path / "gone")
    qtbot.waitUntil(out.fault.isVisible)

    assert "Choose another" in out.fault.text()
    assert out.choose_button.isEnabled()


def test_a_spoiled_folder_leaves_the_journal_as_it_is(qtbot, shell, tmp_path):
    shell.session.log(shell.session.today(), Answers(redness=6))
    shell.session.keeping().export(tmp_path / "out")
    source = tmp_path / "out" / "journal.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    data["pictures"] = {}
    source.write_text(json.dumps(data), encoding="utf-8")
    before = shell.session.record
    taking = TakingInDialog(of_session(shell.session))
    qtbot.addWidget(taking)
    taking.show()
    taking.choose(tmp_path / "out")
    qtbot.waitUntil(taking.place_button.isVisible)
    taking.place_button.click()
    qtbot.waitUntil(taking.fault.isVisible)

    assert shell.session.record is before
