"""The plan sheet: all of a plan on paper, with a place to sign, on pages that hold together."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage, QPainter

from journal.domain.errors import JournalUnavailable
from journal.domain.plan import Kind
from journal.domain.plan_file import read_plan
from journal.report.plan_outline import plan_sheet_outline
from journal.report.plan_sheet import PlanSheet, plan_sheet_pdf, write_plan_sheet
from journal.report.sheet import MM, Paper
from tests.builders import default_plan
from tests.plan_tables import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

CLINIC = read_plan((ROOT / "tests" / "plans" / "hautpraxis.toml").read_text(encoding="utf-8"), "hautpraxis", "de")


def pages_of(plan, **more) -> list[str]:
    """The text of each page, with single spaces."""
    reader = PdfReader(io.BytesIO(plan_sheet_pdf(plan, **more)), strict=True)
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def many(count):
    """The shipped plan with many more rules."""
    plan = default_plan()
    extra = [replace(plan.rule("no-sauna"), id=f"rule-{number}", habit=f"habit-{number}") for number in range(count)]
    return replace(plan, rules=(*plan.rules, *extra))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("plan", [default_plan(), CLINIC], ids=lambda plan: plan.name)
def test_every_rule_is_on_the_sheet_with_its_sentence_and_what_to_do(plan, paper):
    text = " ".join(pages_of(plan, paper=paper)).replace("- ", "-")

    for rule in plan.rules:
        assert rule.text.replace("- ", "-") in text
        assert rule.advice.replace("- ", "-") in text
    assert plan.sha256[:8] in text


def test_the_shipped_plan_takes_two_pages_and_is_signed_on_the_last():
    for paper in Paper:
        first, second = pages_of(default_plan(), paper=paper)
        assert "Signature" not in first
        assert second.count("Signature") == 1
        assert "Page 1 of 2" in first
        assert "Page 2 of 2" in second


def test_a_clinics_phones_are_printed_and_windows_and_conditions_said():
    text = " ".join(pages_of(CLINIC))

    assert "030 23125 117" in text
    assert "116117" in text
    assert "7 days; only after RF" in text
    assert "Switched off in this plan: shaving." in text
    assert "The plan ends on day 42." in text
    assert "1 December 2026" in text


def test_what_is_watched_for_stands_by_tier_the_gravest_first_and_with_its_thresholds():
    outline = plan_sheet_outline(CLINIC)
    titles = [section.title for section in outline.sections]
    (strong,) = (row for section in outline.sections for row in section.rows if "7 oder mehr" in row.told)

    assert titles == [
        "What to leave out",
        "What to do",
        "What to watch for · emergency: now",
        "What to watch for · call the clinic today",
        "What to watch for · call the clinic this week",
    ]
    assert strong.what == "A rating of 7 or more; on days 1 and 2 more than 2 above the usual range"
    assert strong.when == "day 1 to day 28"


def test_redness_that_stays_is_said_to_count_check_ins_from_day_6_on():
    """Also where the plan looks from day 5 on: the first day on which two such check-ins can be there is day 7."""
    (row,) = (
        row for section in plan_sheet_outline(CLINIC).sections for row in section.rows if "Die Rötung" in row.told
    )

    assert row.what == (
        "Redness 3 above the baseline and above the usual range at two check-ins from day 6 on, 3 at one of them, or at"
        " three; before day 14 only from 3"
    )
    assert row.when == "day 5 to day 28"


def test_a_phone_that_is_not_known_is_a_line_to_write_on():
    assert plan_sheet_outline(default_plan()).phones == (("Clinic", ""), ("When it is closed", ""))
    assert plan_sheet_outline(CLINIC).phones == (("Clinic", "030 23125 117"), ("When it is closed", "116117"))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [*range(12), 60])
def test_however_long_the_plan_nothing_runs_into_the_foot_and_no_signature_stands_alone(paper, count):
    sheet = PlanSheet(many(count), paper=paper)
    texts = pages_of(many(count), paper=paper)

    assert len(texts) == sheet.page_count
    for page in range(1, sheet.page_count + 1):
        assert clear_above_the_foot(sheet, page)
    assert "What to" in texts[-1] or "Good to know" in texts[-1]
    assert " ".join(texts).count("Signature") == 1


def clear_above_the_foot(sheet: PlanSheet, page: int) -> bool:
    """Whether the millimetres above the foot's rule are white."""
    scale = 0.02
    size = sheet.paper.sheet.size() * scale
    image = QImage(int(size.width()), int(size.height()), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint_page(painter, page)
    painter.end()
    bottom = int((sheet.paper.inside.bottom() - 6.2 * MM) * scale)
    return all(image.pixelColor(x, bottom).value() > 240 for x in range(image.width()))


def test_a_plan_of_one_rule_is_one_page():
    plan = default_plan()
    note = next(rule for rule in plan.rules if rule.kind is Kind.NOTE)

    (text,) = pages_of(replace(plan, rules=(note,)))
    assert note.text in text
    assert "Signature" in text


def test_a_folder_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(JournalUnavailable):
        write_plan_sheet(tmp_path / "gone" / "plan.pdf", default_plan())

    assert list(tmp_path.iterdir()) == []
