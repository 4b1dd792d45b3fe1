"""The Visit page on a real journal: what is previewed, chosen, asked and saved."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

from journal.changes import open_journal
from journal.clock import GivenClock
from journal.domain.entry import Answers
from journal.domain.facts import Profile
from journal.report.sheet import Paper
from journal.session import JournalSession
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.visit.choices import paper_of
from journal.ui.visit.page import VisitPage
from journal.ui.visit.preview import SheetView, sheet_image
from journal.ui.visit.questions import LONGEST, QuestionEdit
from tests.builders import moment, treatment
from tests.report.paper import day, is_blank_outside


@pytest.fixture
def session(qapp, tmp_path):
    store, record = open_journal(tmp_path / "journal.sqlite", create=True)
    session = JournalSession(store, record, GivenClock(moment("2026-12-02T20:00")))
    assert session.add_treatment(treatment("2026-10-01T14:00"))
    assert session.add_treatment(treatment())
    assert session.log(day(1), Answers(redness=5, sensitivity=3))
    assert session.set_profile(Profile(questions=("May I swim?",)))
    yield session
    store.close()


def _shown(qtbot, session, *, choice=ThemeChoice.LIGHT, scale=1.0) -> VisitPage:
    theme = Theme(choice, scale)
    theme.apply(QApplication.instance())
    page = VisitPage(session, theme)
    session.record_changed.connect(page.show_record)
    qtbot.addWidget(page)
    page.kept_theme = theme
    page.resize(1166, 768)
    page.show()
    page.show_record(session.record)
    return page


def _named(page, kind, name):
    return next(widget for widget in page.findChildren(kind) if widget.accessibleName() == name)


def test_the_preview_is_the_latest_treatments_summary(qtbot, session):
    page = _shown(qtbot, session)
    assert page.summary.outline.title == "Microneedling, treatment 2, day 12"
    assert page.summary.outline.questions == ("May I swim?",)


def test_another_treatment_can_be_chosen(qtbot, session):
    page = _shown(qtbot, session)
    _named(page, QComboBox, "Treatment").setCurrentIndex(1)
    assert page.summary.outline.title == "Microneedling, treatment 1"


def test_a_question_is_saved_when_its_field_is_left(qtbot, session):
    page = _shown(qtbot, session)
    field = _named(page, QuestionEdit, "Question 2")
    qtbot.keyClicks(field, "And the sun?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.record.profile.questions == ("May I swim?", "And the sun?")
    assert page.summary.outline.questions == ("May I swim?", "And the sun?")


def test_a_record_never_overwrites_what_is_being_typed(qtbot, session):
    page = _shown(qtbot, session)
    page.activateWindow()
    field = _named(page, QuestionEdit, "Question 1")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(field, " And when")
    assert session.set_profile(replace(session.record.profile, clinic_phone="1"))
    assert field.text == "May I swim? And when"


def test_a_long_question_is_seen_whole_and_stays_one_paragraph(qtbot, session):
    page = _shown(qtbot, session, scale=1.5)
    field, other = (_named(page, QuestionEdit, f"Question {number}") for number in (1, 2))
    QApplication.clipboard().setText("Was the bump on day 6 from\nthe product, or from the gym?")
    field.selectAll()
    field.paste()
    assert field.text == "Was the bump on day 6 from the product, or from the gym?"
    qtbot.waitUntil(lambda: field.height() > other.height())
    last = field.cursorRect(field.textCursor())
    assert field.viewport().rect().contains(last)
    field.setPlainText("long " * 100)
    assert len(field.toPlainText()) <= LONGEST


@pytest.mark.parametrize(("width", "scale"), [(1166, 1.0), (560, 1.0), (400, 1.0), (700, 1.5), (1060, 1.5)])
def test_the_page_never_lies_over_the_choices(qtbot, session, width, scale):
    page = _shown(qtbot, session, scale=scale)
    page.resize(width, 768)
    qtbot.waitUntil(lambda: page._panel.width() + page._preview.width() > 0.8 * width)
    assert not page._panel.geometry().intersects(page._preview.geometry())
    for button in (page._save_button, page._print_button):
        assert page._panel.rect().contains(button.geometry())
    assert page._content.rect().contains(page._preview.geometry())


def test_undo_brings_the_old_question_back(qtbot, session):
    page = _shown(qtbot, session)
    field = _named(page, QuestionEdit, "Question 1")
    field.selectAll()
    qtbot.keyClicks(field, "Other")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    session.undo()
    assert page.summary.outline.questions == ("May I swim?",)
    assert field.text == "May I swim?"


def test_sections_and_paper_follow_their_controls(qtbot, session):
    page = _shown(qtbot, session)
    _named(page, QCheckBox, "Annex: day by day, flags in full").setChecked(False)
    assert page.summary.page_count == 1
    _named(page, QCheckBox, "Black and white only").setChecked(True)
    assert page.summary.mono
    _named(page, QPushButton, "Paper: Letter").click()
    assert page.summary.paper is Paper.LETTER


def test_the_name_is_asked_for_only_when_it_is_wanted(qtbot, session):
    page = _shown(qtbot, session)
    field = _named(page, QLineEdit, "Name on the page")
    assert not field.isVisible()
    _named(page, QCheckBox, "My name").setChecked(True)
    assert field.isVisible()
    qtbot.keyClicks(field, "Ada")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.summary.outline.name == "Ada"


def test_a_chosen_period_is_printed_beside_the_whole_one(qtbot, session):
    page = _shown(qtbot, session)
    _named(page, QPushButton, "Period: Choose days").click()
    first = next(field for field in page.findChildren(object) if getattr(field, "accessibleName", str)() == "First day")
    assert first.isVisible()
    first.setDate(first.date().addDays(3))
    assert len(page.summary.outline.coverage) == 2


def test_pages_are_turned_by_button_and_key(qtbot, session):
    page = _shown(qtbot, session)
    _named(page, QPushButton, "Next page").click()
    assert page._preview.page == 2
    qtbot.keyClick(page._preview, Qt.Key.Key_PageUp)
    assert page._preview.page == 1


def test_the_preview_is_painted_as_the_paper_is_and_white_in_the_dark(qtbot, session):
    light = _shown(qtbot, session)
    dark = _shown(qtbot, session, choice=ThemeChoice.DARK)
    sizes = light.findChild(SheetView).size(), dark.findChild(SheetView).size()
    assert sizes[0] == sizes[1]
    pictures = [sheet_image(page.summary, 1, sizes[0]) for page in (light, dark)]
    assert pictures[0] == pictures[1]
    assert is_blank_outside(pictures[0], pictures[0].width() / 210)


def test_the_pdf_is_saved_and_said(qtbot, session, tmp_path):
    page = _shown(qtbot, session)
    assert page.save_to(tmp_path / "visit-summary.pdf")
    assert len(PdfReader(tmp_path / "visit-summary.pdf").pages) == page.summary.page_count
    assert "visit-summary.pdf" in page._told.text()


def test_a_pdf_that_cannot_be_saved_is_told_calmly(qtbot, session, tmp_path):
    page = _shown(qtbot, session)
    assert not page.save_to(tmp_path / "gone" / "visit-summary.pdf")
    assert page._fault.isVisible()
    assert page._fault.text()
    assert page.summary is not None


def test_an_empty_journal_says_what_will_be_there(qtbot, qapp, tmp_path):
    store, record = open_journal(tmp_path / "journal.sqlite", create=True)
    page = _shown(qtbot, JournalSession(store, record, GivenClock(moment("2026-12-02T20:00"))))
    assert page.summary is None
    button = next(one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == "Add a treatment")
    with qtbot.waitSignal(page.page_requested) as asked:
        button.click()
    assert asked.args == ["treatments"]
    store.close()


@pytest.mark.parametrize(("locale", "paper"), [("en_US", Paper.LETTER), ("en_GB", Paper.A4), ("de_DE", Paper.A4)])
def test_the_paper_is_the_countrys(locale, paper):
    assert paper_of(QLocale(locale)) is paper


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_control_has_a_name_and_its_whole_width(qtbot, session, scale):
    page = _shown(qtbot, session, scale=scale)
    for kind in (QLineEdit, QComboBox, QCheckBox, QPushButton):
        for control in page.findChildren(kind):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                assert control.accessibleName() or control.text()
                assert control.mapTo(page, control.rect().topRight()).x() <= page.width()
