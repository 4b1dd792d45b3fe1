"""The lock: nothing behind it, nothing lost by it, and none without a passphrase."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from journal import changes, passphrase
from journal.domain.entry import Answers
from journal.domain.errors import JournalUnavailable, Trouble
from journal.domain.photo import Copy
from journal.ui.locking.guard import Guard
from journal.ui.settings import Settings
from tests.store.journals import filled
from tests.ui.shell import NOW, Shell

PASSPHRASE = "quiet sea"


@pytest.fixture(scope="module")
def key():
    return passphrase.new_key(PASSPHRASE)


@pytest.fixture
def shell(qtbot, tmp_path, key):
    """A window on an encrypted journal."""
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW), key=key)
    return Shell(qtbot, tmp_path, key=key)


@pytest.fixture
def locked(shell):
    shell.window.lock.now()
    return shell


def cover(shell):
    return shell.window.lock.guard.cover


def unlock(shell, qtbot, typed=PASSPHRASE):
    card = cover(shell).card
    with qtbot.waitSignal(card.found):
        qtbot.keyClicks(card.field.passphrase.edit, typed)
        qtbot.keyClick(card.field.passphrase.edit, Qt.Key.Key_Return)


def test_locked_nothing_of_the_journal_is_drawn_and_the_file_is_closed(locked):
    window = locked.window
    assert not window.centralWidget().isVisible()
    assert cover(locked).isVisible()
    assert cover(locked).geometry() == window.rect()
    assert window.windowTitle() == "Recovery Journal"
    assert locked.session.key is None
    assert [each.name for each in locked.journal.parent.iterdir() if "-wal" in each.name] == []
    with pytest.raises(JournalUnavailable) as refused:
        locked.session.photo_bytes(1, Copy.ORIGINAL)
    assert refused.value.trouble is Trouble.LOCKED


def test_the_picture_of_a_locked_window_is_the_same_whatever_is_behind_it(shell, qtbot):
    def picture() -> QImage:
        shell.window.lock.now()
        cover(shell).card.field.passphrase.edit.clearFocus()
        image = shell.window.grab().toImage()
        unlock(shell, qtbot)
        return image

    first = picture()
    shell.window.show_page("curve")
    assert picture() == first


def test_the_passphrase_brings_back_the_page_with_what_was_half_typed(shell, qtbot):
    note = shell.window.shown_page.check_in.note
    qtbot.keyClicks(note, "half a sen")
    qtbot.keyClick(shell.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.lock.guard.is_locked
    unlock(shell, qtbot)
    assert shell.window.centralWidget().isVisible()
    assert note.toPlainText().endswith("half a sen")
    assert shell.session.log(shell.session.today(), Answers(redness=3))
    assert shell.session.undo_text
    assert shell.window.undo_action.isEnabled()


def test_undo_is_still_there_after_the_lock(shell, qtbot):
    assert shell.session.log(shell.session.today(), Answers(redness=3))
    shell.window.lock.now()
    unlock(shell, qtbot)
    assert shell.session.undo()


def test_what_another_process_wrote_meanwhile_is_shown(locked, qtbot, key):
    store, record = changes.open_journal(locked.journal, create=False, key=key)
    now = datetime.fromisoformat(NOW)
    changes.perform(store, record, changes.log(record, now.date(), Answers(redness=9), now), now)
    store.close()
    unlock(locked, qtbot)
    assert locked.session.record.entry(now.date()).redness == 9


def test_keys_do_nothing_behind_the_lock(locked, qtbot):
    day = locked.session.today()
    before = locked.session.record.entry(day)
    for press in (Qt.Key.Key_4, Qt.Key.Key_N, Qt.Key.Key_F1):
        qtbot.keyClick(locked.window, press)
    qtbot.keyClick(locked.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert locked.window.page_key == "today"
    assert locked.session.record.entry(day) == before
    assert not locked.window.centralWidget().isVisible()


def test_a_dialog_is_hidden_and_comes_back(shell, qtbot):
    shell.window.open_settings()
    dialog = QApplication.activeModalWidget()
    dialog.name.setText("half a name")
    assert shell.window.lock.guard is not None
    qtbot.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shell.window.lock.guard.is_locked
    assert not dialog.isVisible()
    unlock(shell, qtbot)
    assert dialog.isVisible()
    assert dialog.name.text() == "half a name"
    dialog.reject()


def test_a_wrong_passphrase_is_said_and_makes_the_next_try_wait(locked, qtbot):
    card = cover(locked).card
    waits = []
    for _ in range(3):
        with qtbot.waitSignal(card.field.changed):
            qtbot.keyClicks(card.field.passphrase.edit, "wrong")
            qtbot.keyClick(card.field.passphrase.edit, Qt.Key.Key_Return)
        waits.append(card.field.wait)
        assert "does not fit" in card.field.fault.text()
        assert not card.open_button.isEnabled()
        while card.field.wait:
            card.field._on_second()
    assert waits == [1, 2, 4]
    assert card.open_button.isEnabled()
    assert not locked.window.centralWidget().isVisible()
    card.field.passphrase.clear()
    unlock(locked, qtbot)
    assert locked.window.centralWidget().isVisible()


def test_the_recovery_sheet_opens_and_a_mistyped_group_is_named(locked, qtbot, key):
    card = cover(locked).card
    groups = list(passphrase.recovery_groups(key.raw))
    card.field.other_way.click()
    assert card.field.by_sheet
    card.field.groups.setPlainText(" ".join([groups[0][::-1], *groups[1:]]))
    with qtbot.waitSignal(card.field.changed):
        card.open_button.click()
    assert "group 1" in card.field.fault.text()
    assert card.field.wait == 0
    card.field.groups.setPlainText(" ".join(groups).lower())
    with qtbot.waitSignal(card.found):
        card.open_button.click()
    assert not locked.window.lock.guard.is_locked


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def guard(shell, hands):
    guard = Guard(shell.window, shell.session, Settings(shell.settings_file), now=hands)
    guard._timer.stop()
    return guard


def ticks(guard, hands, seconds):
    for _ in range(seconds // 5):
        hands.time += 5
        guard.tick()


def test_idle_minutes_lock_and_a_key_begins_them_anew(guard, hands, shell):
    ticks(guard, hands, 240)
    guard.eventFilter(shell.window, QEvent(QEvent.Type.MouseMove))
    ticks(guard, hands, 240)
    assert not guard.is_locked
    ticks(guard, hands, 60)
    assert guard.is_locked


def test_never_by_itself_when_that_was_chosen(guard, hands, shell):
    guard._settings.lock_minutes = 0
    ticks(guard, hands, 7200)
    assert not guard.is_locked


def test_a_computer_that_slept_is_locked_at_the_first_touch(guard, hands, shell):
    guard._settings.lock_minutes = 0
    hands.time += 3600
    guard.eventFilter(shell.window, QEvent(QEvent.Type.MouseMove))
    assert guard.is_locked


def test_a_journal_in_the_open_has_no_lock_and_says_so(qtbot, tmp_path):
    filled(tmp_path / "test.journal", datetime.fromisoformat(NOW))
    plain = Shell(qtbot, tmp_path)
    plain.window.lock.now()
    assert plain.window.lock.guard is None
    assert plain.window.centralWidget().isVisible()
    assert "passphrase" in plain.window.toast.text
