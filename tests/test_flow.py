"""The whole way: welcomed, treated, logged in the window and by command, flagged, printed; one file throughout."""

import json
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.__main__ import main
from journal.app import build
from journal.clock import GivenClock
from journal.ui.settings import Settings
from journal.ui.theme import Theme, ThemeChoice

TREATED = "2026-11-10T14:00+00:00"
BY_KEYS = {10: "6 4", 11: "5 3", 12: "4 2", 14: "3 1", 15: "3 1"}
BY_COMMAND = {16: (5, 2), 17: (6, 3), 18: (4, 2), 19: (3, 1), 20: (2, 1), 21: (2, 1), 22: (1, 0), 23: (1, 0)}


@pytest.fixture
def journal(tmp_path):
    return tmp_path / "flow.journal"


@pytest.fixture
def command(journal, capsys):
    def run(now: str, *arguments: str) -> str:
        status = main(["--journal", str(journal), "--now", now, *arguments])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, ""), arguments
        return printed.out

    return run


def log_by_keys(qtbot, journal, folder, day: int, keys: str) -> None:
    """An evening's check-in as a person does it: digit, Tab, digit, Tab, N."""
    redness, sensitivity = keys.split()
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(QApplication.instance())
    clock = GivenClock(datetime.fromisoformat(f"2026-11-{day:02}T20:00+00:00"))
    window = build(journal, clock=clock, settings=Settings(folder / "window.ini"), theme=theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for key in (redness, Qt.Key.Key_Tab, sensitivity, Qt.Key.Key_Tab, "n"):
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)
    entry = window.session.record.entry(date(2026, 11, day))
    assert entry is not None
    assert (entry.redness, entry.sensitivity, entry.symptoms_asked) == (int(redness), int(sensitivity), True)
    window.close()


def test_fourteen_days_from_the_treatment_to_the_printed_page(qtbot, journal, command, tmp_path):
    command("2026-11-10T19:00+00:00", "treatment", "add", "--at", TREATED, "--depth", "1.5")
    command("2026-11-10T19:00+00:00", "baseline", "--redness", "0", "--sensitivity", "0")
    command("2026-11-10T19:00+00:00", "profile", "--look", "pink-red")
    for day, keys in BY_KEYS.items():
        log_by_keys(qtbot, journal, tmp_path, day, keys)
    command("2026-11-11T21:00+00:00", "log", "--did", "exercise")
    for day, (redness, sensitivity) in BY_COMMAND.items():
        now = f"2026-11-{day}T20:00+00:00"
        command(now, "log", "--redness", str(redness), "--sensitivity", str(sensitivity), "--no-symptoms")

    days = {row["date"]: row for row in json.loads(command("2026-11-23T21:00+00:00", "days", "--json"))}
    met = {
        day: {flag["rule"] for flag in row["flags"] if flag["state"] == "met"} & {"no-exercise", "look-again", "rising"}
        for day, row in days.items()
    }
    page = tmp_path / "visit-summary.pdf"
    command("2026-11-23T21:00+00:00", "summary", "-o", str(page))

    assert len(days) == 14
    assert days["2026-11-13"]["redness"] is None
    assert met["2026-11-11"] == {"no-exercise"}
    assert met["2026-11-16"] == {"look-again"}
    assert met["2026-11-17"] == {"look-again", "rising"}
    assert page.read_bytes().startswith(b"%PDF")
    assert command("2026-11-23T21:00+00:00", "check") == "The journal is sound.\n"
