"""The small window before an encrypted journal's own."""

import subprocess

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from journal import passphrase
from journal.app import Program
from journal.clock import GivenClock
from journal.ui.locking.desktop import SLEEP, DesktopWatch
from journal.ui.locking.unlock import UnlockDialog
from tests import builders
from tests.store.journals import filled

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
    qtbot.keyClicks(dialog.card.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.card.passphrase.edit, Qt.Key.Key_Return)
    assert dialog.key is not None
    assert dialog.card.passphrase.text() == ""


def test_what_is_typed_is_hidden_until_asked(dialog):
    edit = dialog.card.passphrase.edit
    assert edit.echoMode() is edit.EchoMode.Password
    dialog.card.passphrase.show_box.click()
    assert edit.echoMode() is edit.EchoMode.Normal


def test_a_file_that_no_passphrase_can_open_is_told(dialog, qtbot, journal):
    with journal.open("r+b") as file:
        file.seek(1000)
        file.write(bytes(64))
    qtbot.keyClicks(dialog.card.passphrase.edit, PASSPHRASE)
    with qtbot.waitSignal(dialog.rejected):
        dialog.card.open_button.click()
    assert dialog.error.trouble == "damaged"


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
                    self.qtbot.keyClicks(widget.card.passphrase.edit, self.typed)
                    self.qtbot.keyClick(widget.card.passphrase.edit, Qt.Key.Key_Return)
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
