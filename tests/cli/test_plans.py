"""A clinic's plan by command: checked, compared, taken up, and what it then says of a day."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from journal.resources import resource
from tests.plan_tables import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

CLINIC = str(ROOT / "tests" / "plans" / "hautpraxis.toml")


def test_a_german_clinics_plan_is_checked_compared_and_used(treated):
    assert treated.done("plan", "check", CLINIC).lines == [
        f"{CLINIC}: a sound plan of 14 rules.",
        f"{CLINIC}: rule 'still-red', key 'from_day': is 5, but a rule of kind persisting can first be met on day 7.",
    ]
    before = treated.state()
    lines = treated.done("plan", "difference", CLINIC).lines
    assert lines[0] == "Make-up: 24 h becomes 48 h"
    assert "Taken out: no sauna" in lines
    assert treated.state() == before

    treated.done("plan", "use", CLINIC)

    assert treated.done("plan", "difference", CLINIC).lines == ["Nothing would change."]
    assert treated.done("plan", "show").out == Path(CLINIC).read_text(encoding="utf-8")
    told = treated.done("log", "--did", "hair-dye", "--redness", "7", "--no-symptoms").lines
    assert any("No hair dye for 7 days." in line for line in told)


def test_the_difference_to_the_plan_in_use_is_nothing(treated):
    shipped = str(resource("plans", "default.toml"))

    assert treated.done("plan", "difference", shipped).lines == ["Nothing would change."]


def test_without_a_journal_or_with_a_faulty_plan_nothing_is_compared(command):
    Path("mine.toml").write_text('name = "mine"', encoding="utf-8")

    command.assert_refused("plan", "difference", CLINIC, status=1)
    assert all(line.startswith("mine.toml: key ") for line in command("plan", "difference", "mine.toml").complaints)


def test_the_plan_that_applies_is_printed_for_the_clinic(treated):
    treated.done("plan", "use", CLINIC)

    assert treated.done("plan", "sheet", "-o", "plan.pdf", "--paper", "letter").lines == ["plan.pdf: written."]

    pages = PdfReader("plan.pdf").pages
    text = "".join(page.extract_text() for page in pages)
    assert round(pages[0].mediabox.width) == 612
    assert "No hair dye for 7 days." in text
    assert "030 23125 117" in text


def test_a_plans_file_is_printed_without_a_journal(command):
    command.done("plan", "sheet", CLINIC, "-o", "plan.pdf")

    assert command.state() == {}
    assert "Hautpraxis" in PdfReader("plan.pdf").pages[0].extract_text()


def test_a_sheet_is_never_written_over_the_journal_the_plan_or_into_nowhere(treated):
    Path("mine.toml").write_bytes(Path(CLINIC).read_bytes())

    treated.assert_refused("plan", "sheet", "-o", str(treated.path), status=1)
    treated.assert_refused("plan", "sheet", "mine.toml", "-o", "mine.toml", status=1)
    treated.assert_refused("plan", "sheet", "-o", "gone/plan.pdf", status=1)
    assert Path("mine.toml").read_bytes() == Path(CLINIC).read_bytes()


def test_a_first_day_that_comes_too_early_is_told_in_a_line_of_its_own(treated, tmp_path):
    early = tmp_path / "early.toml"
    text = resource("plans", "default.toml").read_text(encoding="utf-8")
    early.write_text(text.replace("from_day = 7\nto_day = 28", "from_day = 5\nto_day = 28"), encoding="utf-8")

    lines = treated.done("plan", "check", str(early)).lines

    assert "a sound plan of" in lines[0]
    assert lines[1:] == [
        f"{early}: rule 'still-red', key 'from_day': is 5, but a rule of kind persisting can first be met on day 7."
    ]
