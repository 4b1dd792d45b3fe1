"""Every control of the shell has a name for screen readers and is reached by the tab key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.builders import treatment
from tests.ui.shell import Shell

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


def controls(widget: QWidget) -> list[QWidget]:
    found = [child for kind in CONTROLS for child in widget.findChildren(kind)]
    return [child for child in found if not child.objectName().startswith("qt_") and child.isVisibleTo(widget)]


def name_of(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


def is_one_of_a_choice(control: QWidget) -> bool:
    """Like radio buttons: tab reaches the choice, the arrow keys move in it."""
    return isinstance(control, QAbstractButton) and control.group() is not None and control.group().exclusive()


@pytest.mark.parametrize("key", ["welcome", "treatments", "wrong"])
def test_every_control_has_a_name_and_is_reached_by_tab(qtbot, tmp_path, key):
    shell = Shell(qtbot, tmp_path)
    if key != "welcome":
        shell.session.add_treatment(treatment())
        shell.open_again()
        shell.window.show_page(key)
    if key == "treatments":
        shell.window.shown_page.add_button.click()

    for control in controls(shell.window):
        assert name_of(control).strip(), (control, control.parent())
        if control.isEnabled() and not is_one_of_a_choice(control):
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name_of(control)


def test_tab_goes_round_the_whole_window(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment())
    shell.open_again()
    shell.window.show_page("wrong")
    seen = []
    shell.window.navigation.button("today").setFocus()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())

    page = shell.window.shown_page
    assert all(tick in seen for group in page.signs.groups for tick in group.ticks.values())
    assert page.signs.none in seen
    assert shell.window.navigation.button("wrong") in seen
