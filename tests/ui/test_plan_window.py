"""A clinic's plan in the window: what it would change is read first, then it is taken up, or nothing happens."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from journal.resources import resource
from journal.ui.treatments import plan as plan_card
from journal.ui.treatments.plan_dialog import PlanDialog
from tests.builders import treatment
from tests.store.newer import CLINIC_PLAN
from tests.ui.shell import Shell


@pytest.fixture
def shell(qtbot, tmp_path):
    shell = Shell(qtbot, tmp_path)
    shell.session.add_treatment(treatment("2026-10-20T14:00"))
    shell.session.add_treatment(treatment())
    shell.open_again()
    shell.window.show_page("treatments")
    return shell


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.toml"
    path.write_text(CLINIC_PLAN, encoding="utf-8")
    return path


def opened(shell, file: Path) -> PlanDialog:
    shell.window.shown_page.plan.open_plan(file)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PlanDialog) and one.isVisible()]
    return dialog


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_day_that_comes_too_early_is_told_before_the_plan_is_used(shell, tmp_path):
    early = tmp_path / "early.toml"
    text = resource("plans", "default.toml").read_text(encoding="utf-8")
    early.write_text(text.replace("from_day = 7\nto_day = 28", "from_day = 5\nto_day = 28"), encoding="utf-8")
    dialog = opened(shell, early)
    told = "For whoever wrote the plan: rule 'still-red', key 'from_day': is 5, but a rule of kind persisting"
    assert told in said(dialog)
    dialog.copy_link.click()

    assert told in QGuiApplication.clipboard().text()
    assert dialog.use_button.isVisible()


def test_the_difference_is_read_and_the_plan_taken_up(shell, file):
    dialog = opened(shell, file)
    assert "Sauna: 48 h becomes 72 h" in dialog.lines
    assert "Taken out: no make-up" in " ".join(dialog.lines)
    assert "whole course of treatment 2 and for later ones" in said(dialog)
    dialog.copy_link.click()
    assert QGuiApplication.clipboard().text() == "\n".join(dialog.lines)
    dialog.use_button.click()

    record = shell.session.record
    assert [record.plan_of(one).name for one in record.treatments] == ["default", "Clinic"]
    card = shell.window.shown_page.plan
    assert "Clinic" in said(card)
    assert "Treatment 1 keeps its own" in said(card)
    shell.session.undo()
    assert shell.session.record.plan.name == "default"


def test_left_alone_nothing_changes(shell, file):
    before = shell.session.record.plan
    opened(shell, file).close_button.click()

    assert shell.session.record.plan == before
    assert shell.session.record.facts.plan_uses == ()


def test_a_faulty_plan_shows_every_fault_and_cannot_be_taken_up(shell, file):
    text = CLINIC_PLAN.replace("hours = 72", 'hours = "72"').replace('tier = "today"', 'tier = "soon"')
    file.write_text(text, encoding="utf-8")
    dialog = opened(shell, file)

    assert len(dialog.lines) == 2
    assert all(line.startswith("clinic.toml: ") for line in dialog.lines)
    assert "the present plan stays as it is" in said(dialog)
    assert not dialog.use_button.isVisible()
    assert set(dialog.lines) <= set(said(dialog).split("\n"))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 1_000_001, None])
def test_what_cannot_be_read_is_one_line(shell, file, content):
    file.unlink() if content is None else file.write_bytes(content)

    assert len(opened(shell, file).lines) == 1


def test_the_plan_that_applies_already_says_so(shell, file):
    opened(shell, file).use_button.click()
    dialog = opened(shell, file)

    assert "It is the plan that applies already." in said(dialog)
    assert not dialog.use_button.isVisible()


def test_a_copy_and_the_sheet_go_out(shell, file, tmp_path, monkeypatch):
    opened(shell, file).use_button.click()
    card = shell.window.shown_page.plan
    copy, sheet = tmp_path / "copy.toml", tmp_path / "sheet.pdf"
    monkeypatch.setattr(plan_card, "ask_copy", lambda _: copy)
    monkeypatch.setattr(plan_card, "ask_sheet", lambda _: sheet)
    card.copy_button.click()
    card.sheet_button.click()

    assert copy.read_text(encoding="utf-8") == CLINIC_PLAN
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "The sheet was saved: sheet.pdf" in said(card)


def test_a_folder_that_takes_nothing_is_said(shell, tmp_path, monkeypatch):
    card = shell.window.shown_page.plan
    monkeypatch.setattr(plan_card, "ask_copy", lambda _: tmp_path / "nowhere" / "copy.toml")
    card.copy_button.click()

    assert card._notice.isVisible()
    assert not (tmp_path / "nowhere").exists()
