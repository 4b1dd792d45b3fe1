"""Setting, changing and removing the passphrase in the window, and the recovery sheet."""

from datetime import datetime, timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journal import passphrase
from journal.domain.entry import Answers
from journal.domain.photo import Copy
from journal.keeping import keeping_of
from journal.passphrase import is_encrypted, key_by_passphrase
from journal.ui.locking.copies import WIDTH, CopiesDialog
from journal.ui.locking.dialog import Aim, PassphraseDialog
from tests.store.journals import content, filled, reread
from tests.ui.shell import NOW, Shell

PASSPHRASE = "Grüße quiet sea lamp"
OTHER = "another one"


@pytest.fixture
def shell(qtbot, tmp_path):
    """A window on a journal in the open."""
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW))
    return Shell(qtbot, tmp_path)


@pytest.fixture
def encrypted(qtbot, tmp_path):
    key = passphrase.new_key(PASSPHRASE)
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW), key=key)
    return Shell(qtbot, tmp_path, key=key)


def opened(shell, aim):
    dialog = PassphraseDialog(shell.session, aim, shell.window)
    dialog.open()
    return dialog


def typed(dialog, qtbot, *, current="", first="", again=""):
    """Type, press the button, and wait for the worker if one was started."""
    for field, text in ((dialog.current, current), (dialog.first, first), (dialog.again, again)):
        field.clear()
        field.edit.insert(text)
    dialog.go_button.click()
    qtbot.waitUntil(lambda: dialog._task is None)


def test_a_passphrase_is_set_while_the_window_is_open_and_nothing_is_lost(shell, qtbot):
    before = content(shell.session.record)
    undo_day = shell.session.today()
    assert shell.session.log(undo_day, Answers(redness=2))
    assert shell.session.undo()
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    assert is_encrypted(shell.journal)
    assert content(shell.session.record) == before
    assert shell.session.photo_bytes(1, Copy.ORIGINAL) == b"a picture"
    assert shell.session.redo()
    assert shell.window.lock.guard is not None
    assert dialog.handing_out is not None
    dialog.handing_out.done_button.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Type a new"),
        ({"first": "   ", "again": "   "}, "Type a new"),
        ({"first": "one", "again": "two"}, "not the same"),
    ],
    ids=["nothing", "spaces", "different"],
)
def test_what_is_missing_is_said_and_nothing_happens(shell, qtbot, given, said):
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, **given)
    assert said in dialog.fault.text()
    assert not is_encrypted(shell.journal)
    assert not shell.session.is_away


def test_strength_is_told_in_words(shell, qtbot):
    dialog = opened(shell, Aim.SET)
    qtbot.keyClicks(dialog.first.edit, "summer")
    assert "Easy to guess" in dialog.strength.text()
    qtbot.keyClicks(dialog.first.edit, " lamp river cup moon")
    assert "Hard to guess" in dialog.strength.text()


def test_it_is_changed_with_the_one_of_now_and_the_old_one_is_void(encrypted, qtbot):
    dialog = opened(encrypted, Aim.CHANGE)
    typed(dialog, qtbot, current="wrong", first=OTHER, again=OTHER)
    assert "does not fit" in dialog.fault.text()
    assert encrypted.session.key is not None
    typed(dialog, qtbot, current=PASSPHRASE, first=OTHER, again=OTHER)
    assert encrypted.session.log(encrypted.session.today(), Answers(redness=2))
    encrypted.window.close()
    assert key_by_passphrase(encrypted.journal, OTHER)


def test_it_is_removed_with_the_one_of_now(encrypted, qtbot):
    before = content(encrypted.session.record)
    dialog = opened(encrypted, Aim.REMOVE)
    typed(dialog, qtbot, current=PASSPHRASE)
    assert not dialog.isVisible()
    assert encrypted.session.key is None
    assert content(reread(encrypted.journal))[1:] == before[1:]  # the plan speaks as the window does


def test_another_program_in_the_file_is_told_and_the_journal_stays_open(shell, qtbot, monkeypatch):
    from journal.store import database
    from journal.store.journal_store import JournalStore

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    other = JournalStore.open(shell.journal, create=False)
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    other.close()
    assert "in use" in dialog.fault.text()
    assert shell.session.log(shell.session.today(), Answers(redness=2))
    assert not is_encrypted(shell.journal)


def test_the_sheet_is_saved_and_opens_the_journal(encrypted, qtbot, tmp_path):
    dialog = opened(encrypted, Aim.SHEET)
    typed(dialog, qtbot, current=PASSPHRASE)
    dialog.handing_out.save(tmp_path / "sheet")
    groups = passphrase.recovery_groups(encrypted.session.key.raw)
    text = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    joined = "".join(text.split())  # a reader may put a space where the letters of a group stand apart
    assert all(group in joined for group in groups)
    shown = [each.text() for each in dialog.findChildren(type(dialog.fault))]
    assert not any(group in text for group in groups for text in shown)


@pytest.fixture
def copy(shell, tmp_path):
    copy = tmp_path / "test.journal.before-1"
    copy.write_bytes(shell.journal.read_bytes())
    return copy


def ended(copies, qtbot):
    qtbot.waitUntil(lambda: not copies.is_busy)


def test_older_copies_in_the_open_are_named_and_encrypted_when_wanted(shell, qtbot, copy):
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    copies = dialog.handing_out.copies
    assert copies.isVisible()
    assert copies.encrypt_button.property("kind") == "primary"
    assert not is_encrypted(copy)
    copies.encrypt_button.click()
    assert not dialog.handing_out.done_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    ended(copies, qtbot)
    assert key_by_passphrase(copy, PASSPHRASE) == shell.session.key
    assert "nothing is lost" in copies.said.text()
    assert not copies.encrypt_button.isVisible()
    dialog.handing_out.done_button.click()
    assert not dialog.isVisible()


def test_a_copy_in_a_folder_with_a_long_path_does_not_widen_the_dialog(shell, qtbot, tmp_path):
    disk = tmp_path / "/".join(["2026_11_24"] * 12)
    disk.mkdir(parents=True)
    keeping = shell.session.keeping()
    keeping.choose_folder(disk)
    keeping.back_up(datetime.fromisoformat(NOW))
    key = passphrase.new_key(PASSPHRASE)
    dialog = CopiesDialog(shell.journal, key, shell.window)
    dialog.show()
    assert str(disk.relative_to(tmp_path)) in dialog.copies._names.text().replace("\u200b", "")
    assert dialog.copies._names.minimumSizeHint().width() < WIDTH


def test_older_copies_in_the_open_are_removed_when_wanted(shell, qtbot, copy):
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    copies = dialog.handing_out.copies
    copies.remove_button.click()
    assert "gone for good" in copies._asked.text()
    assert copies._asked.isVisible()
    assert copy.exists()
    copies.remove_button.click()
    ended(copies, qtbot)
    assert not copy.exists()
    assert not copies._asked.isVisible()
    assert not copies.encrypt_button.isVisible()


def test_what_a_backup_set_aside_while_the_list_was_shown_is_named_then(shell, qtbot, copy, tmp_path):
    keeping_of(shell.journal).back_up(datetime.fromisoformat(NOW))
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    copies = dialog.handing_out.copies
    keeping_of(shell.journal, shell.session.key).back_up(datetime.fromisoformat(NOW) + timedelta(days=1))
    copies.remove_button.click()
    copies.remove_button.click()
    ended(copies, qtbot)
    assert not copy.exists()
    assert copies._copies == passphrase.copies_in_the_open(shell.journal)
    assert "photos.other-key-1" in copies._names.text().replace("\u200b", "")
    assert copies.remove_button.isVisible()
    assert copies.said.isHidden()


def test_a_copy_that_cannot_be_encrypted_stays_named_and_can_be_removed(shell, qtbot, copy):
    data = copy.read_bytes()
    copy.write_bytes(data[:4096] + bytes(len(data) - 4096))
    dialog = opened(shell, Aim.SET)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    copies = dialog.handing_out.copies
    copies.encrypt_button.click()
    ended(copies, qtbot)
    assert "damaged" in copies.fault.text()
    assert copies.remove_button.isVisible()
    copies.remove_button.click()
    copies.remove_button.click()
    ended(copies, qtbot)
    assert not copy.exists()


def test_after_a_change_copies_under_the_one_from_before_follow_when_wanted(encrypted, qtbot, tmp_path):
    copy = tmp_path / "test.journal.before-1"
    copy.write_bytes(encrypted.journal.read_bytes())
    dialog = opened(encrypted, Aim.CHANGE)
    typed(dialog, qtbot, current=PASSPHRASE, first=OTHER, again=OTHER)
    copies = dialog.handing_out.old_copies
    assert copies.isVisible()
    assert not copies.remove_button.isVisible()
    assert key_by_passphrase(copy, PASSPHRASE)
    copies.encrypt_button.click()
    ended(copies, qtbot)
    assert key_by_passphrase(copy, OTHER) == encrypted.session.key


def test_how_far_it_is_is_shown_and_it_cannot_be_closed_half_way(shell, qtbot):
    dialog = opened(shell, Aim.SET)
    for field in (dialog.first, dialog.again):
        field.edit.insert(PASSPHRASE)
    shown = []
    dialog.progress.bar.valueChanged.connect(shown.append)
    dialog.go_button.click()
    assert dialog.progress.isVisible()
    assert not dialog.cancel_button.isEnabled()
    dialog.close()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._task is None)
    assert shown == sorted(shown)
    assert 60 <= shown[-1] <= 100
    assert not dialog.progress.isVisible()


def test_settings_name_older_copies_later(encrypted, qtbot, tmp_path):
    from journal.ui.locking.copies import CopiesDialog

    copy = tmp_path / "test.journal.before-1"
    filled(copy, datetime.fromisoformat(NOW))
    encrypted.window.open_settings()
    settings = QApplication.activeModalWidget()
    field = settings.passphrase
    assert field.copies_button.isVisibleTo(settings)
    field.copies_button.click()
    dialog = settings.findChild(CopiesDialog)
    dialog.copies.encrypt_button.click()
    dialog.reject()
    assert dialog.isVisible()
    ended(dialog.copies, qtbot)
    dialog.close_button.click()
    assert is_encrypted(copy)
    assert not field.copies_button.isVisibleTo(settings)
    settings.reject()


def test_settings_offer_what_there_is_to_do(shell, qtbot):
    shell.window.open_settings()
    settings = QApplication.activeModalWidget()
    field = settings.passphrase
    assert field.set_button.isVisibleTo(settings)
    assert not field.minutes.isVisibleTo(settings)
    field.set_button.click()
    dialog = settings.findChild(PassphraseDialog)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    dialog.accept()
    assert not field.set_button.isVisibleTo(settings)
    assert field.minutes.isVisibleTo(settings)
    field.minutes.buttons()[0].click()
    assert shell.window._settings.lock_minutes == 2
    settings.reject()


def test_the_welcome_offers_it_before_anything_is_written(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    welcome = shell.window.shown_page
    shared = welcome.shared
    assert not shared.set_button.isVisibleTo(welcome)
    shared.answer.buttons()[0].click()
    assert shared.set_button.isVisibleTo(welcome)
    shared.set_button.click()
    dialog = shared.findChild(PassphraseDialog)
    typed(dialog, qtbot, first=PASSPHRASE, again=PASSPHRASE)
    dialog.handing_out.done_button.click()
    assert not shared.set_button.isVisibleTo(welcome)
    assert not shell.journal.exists()
    qtbot.mouseClick(welcome.later, Qt.MouseButton.LeftButton)
    assert is_encrypted(shell.journal)
    assert key_by_passphrase(shell.journal, PASSPHRASE) == shell.session.key
