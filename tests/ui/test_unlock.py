"""The small window before an encrypted journal's own."""

import os
import subprocess

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from journal import passphrase
from journal.app import Program
from journal.clock import GivenClock
from journal.domain.errors import JournalUnavailable, Trouble
from journal.keeping import keeping_of
from journal.ui.backups.damage_dialog import DamageDialog
from journal.ui.backups.emptied_dialog import EmptiedDialog
from journal.ui.backups.restore_dialog import RestoreDialog
from journal.ui.dialogs import UnopenableDialog
from journal.ui.locking.desktop import SLEEP, DesktopWatch
from journal.ui.locking.unlock import UnlockDialog
from tests import builders
from tests.store.journals import NOW, filled

PASSPHRASE = "quiet sea"


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "my.journal"
    filled(path, key=passphrase.new_key(PASSPHRASE))
    return path


@pytest.fixture
def dialog(qtbot, journal, theme):
    dialog = UnlockDialog(journal)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_passphrase_gives_the_key(dialog, qtbot):
    qtbot.keyClicks(dialog.card.field.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.card.field.passphrase.edit, Qt.Key.Key_Return)
    assert dialog.key is not None
    assert dialog.card.field.passphrase.text() == ""


def test_what_is_typed_is_hidden_until_asked(dialog):
    edit = dialog.card.field.passphrase.edit
    assert edit.echoMode() is edit.EchoMode.Password
    dialog.card.field.passphrase.show_box.click()
    assert edit.echoMode() is edit.EchoMode.Normal


def test_a_file_that_no_passphrase_can_open_is_told(dialog, qtbot, journal):
    with journal.open("r+b") as file:
        file.seek(1000)
        file.write(bytes(64))
    qtbot.keyClicks(dialog.card.field.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(dialog.rejected):
        dialog.card.open_button.click()
    assert dialog.error.trouble == "damaged"
    assert passphrase.fits(dialog.key, PASSPHRASE)


@pytest.fixture
def backed_up(journal):
    keeping_of(journal, passphrase.key_by_passphrase(journal, PASSPHRASE)).back_up(NOW)
    return journal


def spoil(journal, page):
    journal.write_bytes(page + journal.read_bytes()[len(page) :])


def enter(qtbot, dialog, typed=PASSPHRASE):
    qtbot.keyClicks(dialog.card.field.passphrase.edit, typed)
    dialog.card.open_button.click()


def test_without_its_first_page_the_right_passphrase_still_leads_to_what_can_be_done(dialog, qtbot, backed_up):
    spoil(backed_up, os.urandom(4096))
    with qtbot.waitSignal(dialog.rejected):
        enter(qtbot, dialog)
    assert dialog.error.trouble == "damaged"

    unopenable = UnopenableDialog(dialog.error, backed_up, dialog.key)
    qtbot.addWidget(unopenable)
    unopenable.mend_button.click()
    damage = unopenable.findChild(DamageDialog)
    qtbot.waitUntil(lambda: "photo" in damage.newest.text())
    damage.salvage()
    assert "until it is done" in damage.said.text()
    assert not damage.close_button.isEnabled()
    damage.reject()
    assert damage.isVisible()
    qtbot.waitUntil(damage.use_button.isVisible, timeout=20_000)
    assert "Nothing was lost" in damage.said.text()
    damage.use_button.click()
    assert unopenable.chosen == backed_up
    assert passphrase.key_by_passphrase(backed_up, PASSPHRASE) == dialog.key


def test_a_wrong_passphrase_stays_wrong_for_a_damaged_file(dialog, qtbot, backed_up):
    spoil(backed_up, os.urandom(4096))
    enter(qtbot, dialog, "another")
    qtbot.waitUntil(lambda: dialog.card.field.wait > 0)
    assert (dialog.key, dialog.error) == (None, None)


def test_a_file_that_shows_no_cipher_text_any_more_asks_for_what_opens_its_backups(qtbot, theme, backed_up):
    spoil(backed_up, bytes(4096))
    unopenable = UnopenableDialog(JournalUnavailable(Trouble.NOT_A_JOURNAL), backed_up)
    qtbot.addWidget(unopenable)
    unopenable.mend_button.click()
    asking = unopenable.findChild(UnlockDialog)
    with qtbot.waitSignal(asking.accepted):
        enter(qtbot, asking)
    qtbot.waitUntil(lambda: "photo" in unopenable.findChild(DamageDialog).newest.text())


def test_an_emptied_journal_asks_for_what_opens_its_backups(qtbot, theme, backed_up):
    backed_up.write_bytes(b"")
    emptied = EmptiedDialog(backed_up)
    qtbot.addWidget(emptied)
    emptied.show()
    qtbot.waitUntil(lambda: "passphrase" in emptied.newest.text())
    emptied.restore_button.click()
    asking = emptied.findChild(UnlockDialog)
    with qtbot.waitSignal(asking.accepted):
        enter(qtbot, asking)
    restoring = emptied.findChild(RestoreDialog)
    qtbot.waitUntil(restoring.restore_button.isEnabled)
    restoring.restore_button.click()
    qtbot.waitUntil(lambda: restoring.was_restored)
    restoring.close_button.click()
    assert emptied.chosen == backed_up
    assert passphrase.key_by_passphrase(backed_up, PASSPHRASE)


def test_quit_leaves_the_journal_closed(dialog):
    dialog.quit_button.click()
    assert (dialog.key, dialog.error) == (None, None)


class Typist(QObject):
    """Types into the unlock window as soon as it is there."""

    def __init__(self, qtbot, typed: str) -> None:
        super().__init__()
        self.qtbot, self.typed = qtbot, typed
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(20)

    def look(self) -> None:
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, UnlockDialog) and widget.isVisible():
                self.timer.stop()
                if self.typed:
                    self.qtbot.keyClicks(widget.card.field.passphrase.edit, self.typed)
                    self.qtbot.keyClick(widget.card.field.passphrase.edit, Qt.Key.Key_Return)
                else:
                    widget.reject()


@pytest.mark.parametrize(("typed", "opens"), [(PASSPHRASE, True), ("", False)], ids=["typed", "away"])
def test_the_program_asks_before_it_shows_anything(qtbot, qapp, journal, tmp_path, monkeypatch, typed, opens):
    monkeypatch.setattr("journal.app.settings_file", lambda: tmp_path / "window.ini")
    program = Program(qapp, GivenClock(builders.moment("2026-11-24T20:00")))
    typist = Typist(qtbot, typed)
    try:
        assert program._open(journal) is opens
        assert (program._window is not None) is opens
        if program._window is not None:
            qtbot.addWidget(program._window)
            assert program._window.lock.guard is not None
    finally:
        typist.deleteLater()
        program._end()


@pytest.fixture
def bus(tmp_path):
    """A bus of its own, as a desktop has one."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork", f"--address=unix:dir={tmp_path}"]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    except FileNotFoundError:
        pytest.skip("no dbus-daemon here")
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    for name in ("window", "system"):
        QDBusConnection.disconnectFromBus(name)
    process.terminate()
    process.wait()
    process.stdout.close()


def test_the_desktop_tells_when_the_computer_goes_to_sleep(qtbot, bus):
    watch = DesktopWatch()
    watch.listen(QDBusConnection.connectToBus(bus, "window"), [SLEEP])
    system = QDBusConnection.connectToBus(bus, "system")
    told = []
    watch.leaving.connect(lambda: told.append(True))
    for begins in (False, True):
        message = QDBusMessage.createSignal(*SLEEP)
        message.setArguments([begins])
        system.send(message)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]
