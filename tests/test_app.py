"""The program as processes: one window a journal, an end in time, a journal that cannot be opened, a bug."""

import os
import signal
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from journal import crash
from journal.app import Program
from journal.clock import GivenClock
from journal.domain.errors import JournalUnavailable, Trouble
from journal.ui.crash_teller import CrashTeller
from journal.ui.dialogs import UnopenableDialog
from journal.ui.single_instance import SingleInstance

WAIT_S = 30
CLOCK = GivenClock(datetime(2026, 11, 24, 20, tzinfo=UTC))
START = """
import sys
from PySide6.QtCore import QTimer
import journal.ui.single_instance as single
listen = single.SingleInstance.listen
def told(self):
    listen(self)
    self.raise_requested.connect(lambda: print("raised", flush=True))
    print("listening", flush=True)
single.SingleInstance.listen = told
from journal.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def environment(tmp_path):
    folders = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    folders["TMPDIR"] = str(tmp_path / "t")
    for folder in folders.values():
        Path(folder).mkdir()
    return {**os.environ, **folders, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def start(environment, tmp_path):
    started = []

    def begin(*arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-c", START, "--journal", str(tmp_path / "a.journal"), *arguments]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_for(process: subprocess.Popen, line: str) -> None:
    watchdog = threading.Timer(WAIT_S, process.kill)
    watchdog.start()
    try:
        for said in process.stdout:
            if said.strip() == line:
                return
    finally:
        watchdog.cancel()
    pytest.fail(f"never said {line!r}: {process.stderr.read()}")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
class TestProcesses:
    def test_a_second_start_raises_the_first_and_leaves(self, start):
        first = start()
        wait_for(first, "listening")
        second = start()

        assert second.wait(WAIT_S) == 0
        wait_for(first, "raised")
        assert first.poll() is None

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_a_signal_ends_the_window_within_two_seconds(self, start, number):
        process = start()
        wait_for(process, "listening")
        process.send_signal(number)

        assert process.wait(2) == 0
        assert "Traceback" not in process.stderr.read()

    def test_a_killed_one_does_not_block_the_next(self, start):
        first = start()
        wait_for(first, "listening")
        first.kill()
        first.wait(WAIT_S)
        second = start()
        wait_for(second, "listening")

        assert second.poll() is None

    def test_an_open_window_keeps_a_restore_out_and_a_closed_one_does_not(self, start, environment, tmp_path):
        command = [sys.executable, "-m", "journal", "--journal", str(tmp_path / "a.journal")]

        def run(*arguments):
            return subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, check=False)

        assert run("log", "--redness", "4").returncode == 0
        assert run("backup", str(tmp_path / "b.journal")).returncode == 0
        window = start()
        wait_for(window, "listening")
        refused = run("restore", str(tmp_path / "b.journal"))
        assert (refused.returncode, "window" in refused.stderr) == (1, True)
        window.send_signal(signal.SIGTERM)
        assert window.wait(5) == 0
        assert run("restore", str(tmp_path / "b.journal")).returncode == 0
        assert not (tmp_path / "a.journal-held").exists()

    def test_an_example_leaves_nothing_behind(self, start, environment):
        process = start("--demo")
        wait_for(process, "listening")
        process.send_signal(signal.SIGTERM)

        assert process.wait(5) == 0
        assert not [path for path in Path(environment["TMPDIR"]).iterdir() if path.is_dir()]


def test_a_lock_that_nobody_answers_for_does_not_block(qapp, tmp_path):
    first = SingleInstance(tmp_path / "a.journal")
    assert first.claim()
    first.release()
    second = SingleInstance(tmp_path / "a.journal")

    assert second.claim()
    second.release()


def test_a_journal_that_cannot_be_opened_ends_in_a_calm_dialog(qapp, tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    file = tmp_path / "notes.txt"
    file.write_text("not a journal\n" * 400, encoding="utf-8")
    shown = []

    def look() -> None:
        dialog = next((each for each in QApplication.topLevelWidgets() if isinstance(each, UnopenableDialog)), None)
        if dialog is None:
            QTimer.singleShot(10, look)
            return
        shown.append(dialog.reason.text())
        dialog.quit_button.click()

    QTimer.singleShot(0, look)
    before = file.read_bytes()
    status = Program(qapp, CLOCK).run(file)

    assert status == 0
    assert shown
    assert "Traceback" not in shown[0]
    assert file.read_bytes() == before


def test_the_dialog_offers_another_file(qtbot, tmp_path):
    dialog = UnopenableDialog(JournalUnavailable(Trouble.NEWER), tmp_path / "a.journal")
    qtbot.addWidget(dialog)
    dialog.again_button.click()
    assert dialog.chosen == tmp_path / "a.journal"

    dialog.choose(tmp_path / "b.journal")
    assert dialog.chosen == tmp_path / "b.journal"


def test_a_crash_report_holds_places_and_no_words_of_the_error():
    secret = "my skin burns"
    try:
        int(secret)
    except ValueError as error:
        report = crash.crash_report(type(error), error.__traceback__, "6.11")

    assert secret not in report
    assert "builtins.ValueError" in report
    assert "tests/test_app.py:" in report


def test_a_bug_of_another_thread_reaches_the_crash_window(qtbot):
    teller = CrashTeller()
    thread = threading.Thread(target=teller.tell, args=("ValueError at a.py:1",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: teller.window is not None)
    window = teller.window
    window.copy_button.click()

    assert QApplication.clipboard().text() == "ValueError at a.py:1"
    window.close_button.click()
    assert teller.window is None
