"""The lines about where the journal lies: said until they were put away, and other versions at every start."""

import pytest
from PySide6.QtCore import Qt

from journal.ui.place_strip import PlaceStrip
from tests.ui.shell import Shell

OTHER = "test-DESKTOP-4F3K2.journal"


@pytest.fixture
def shell(qtbot, tmp_path):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    shell = Shell(qtbot, folder)
    shell.session.set_baseline(1, 0)
    return shell


def told(shell: Shell) -> list[PlaceStrip]:
    shell.window.tell_place()
    return [strip for strip in shell.window.findChildren(PlaceStrip) if strip.isVisibleTo(shell.window)]


def test_a_synced_folder_is_told_until_it_was_put_away(shell, qtbot):
    (strip,) = told(shell)
    assert strip.text == "Your journal lies in a folder that OneDrive copies to other computers."
    assert strip.accessibleName() == strip.text
    assert "one computer at a time" in strip.more.text()

    shell.open_again()
    (strip,) = told(shell)
    qtbot.keyClick(strip.close_button, Qt.Key.Key_Space)
    assert not strip.isVisibleTo(shell.window)

    shell.open_again()
    assert told(shell) == []


def test_more_opens_and_closes_by_keyboard(shell, qtbot):
    (strip,) = told(shell)
    assert not strip.more.isVisibleTo(strip)

    qtbot.keyClick(strip.more_button, Qt.Key.Key_Space)
    assert strip.more.isVisibleTo(strip)

    qtbot.keyClick(strip.more_button, Qt.Key.Key_Space)
    assert not strip.more.isVisibleTo(strip)


def test_another_version_is_told_at_every_start(shell, qtbot):
    shell.journal.with_name(OTHER).write_bytes(b"")
    for _ in range(2):
        (versions,) = (strip for strip in told(shell) if OTHER in strip.text)
        assert "Two computers wrote at once" in versions.more.text()
        qtbot.keyClick(versions.close_button, Qt.Key.Key_Space)
        shell.open_again()


def test_the_settings_do_not_name_the_place(shell, qtbot):
    (strip,) = told(shell)
    qtbot.keyClick(strip.close_button, Qt.Key.Key_Space)
    shell.window.close()

    text = shell.settings_file.read_text(encoding="utf-8")
    assert "told_places" in text
    assert "OneDrive" not in text


def test_a_journal_at_home_is_not_talked_about(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.set_baseline(1, 0)

    assert told(shell) == []
