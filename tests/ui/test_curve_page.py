"""The Curve page: reading by mouse and keys, treatments laid over, the table twin, an empty journal."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from journal.ui.curve.bar import FlagLabel, ScalesLabel
from journal.ui.curve.flag_words import flag_title
from journal.ui.curve.page import CurvePage
from journal.ui.theme import ThemeChoice
from tests import builders
from tests.drawing.courses import day, flagged_course


@pytest.fixture
def page(qtbot, session, theme):
    page = CurvePage(session, theme)
    qtbot.addWidget(page)
    page.resize(1158, 768)
    page.show_record(flagged_course())
    page.show()
    return page


def press(qtbot, page, *keys):
    for key in keys:
        qtbot.keyClick(page._redness, key)


def button(page, text):
    (found,) = [button for button in page.findChildren(QPushButton) if button.text() == text]
    return found


def test_it_opens_on_today(page):
    assert page.reading_text.startswith("Day 12, Wednesday 2 December · Redness 1")


def test_arrow_keys_read_the_days(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home)
    assert page.reading_text.startswith("Day 0, Friday 20 November · Redness 6")
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert "Redness: no entry" in page.reading_text
    press(qtbot, page, Qt.Key.Key_End)
    assert page.reading_text.startswith("Day 14")
    assert "still to come" in page.reading_text
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.reading_text.startswith("Day 13")


def test_arrow_keys_stop_at_both_ends(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert page.reading_text.startswith("Day 0")
    press(qtbot, page, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert page.reading_text.startswith("Day 14")


def test_above_the_range_is_said_with_the_ranges_end(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 6)
    assert "Redness 6, above the usual range (up to 1.5)" in page.reading_text


def test_hovering_reads_the_day_under_the_pointer(qtbot, page):
    geometry = page._redness.geometry_now()
    spot = QPoint(round(geometry.x_of(5)), round(geometry.plot.center().y()))
    qtbot.mouseMove(page._redness, spot)
    assert page.reading_text.startswith("Day 5")


def test_enter_opens_the_day_that_is_read(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.day_requested) as asked:
        press(qtbot, page, Qt.Key.Key_Return)
    assert asked.args == [day(1)]


def test_a_day_to_come_is_not_opened(qtbot, page):
    press(qtbot, page, Qt.Key.Key_End)
    with qtbot.assertNotEmitted(page.day_requested):
        press(qtbot, page, Qt.Key.Key_Return)


def test_why_asks_for_the_days_gravest_flag(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 6)
    with qtbot.waitSignal(page.why_requested) as asked:
        button(page, "Why?").click()
    assert asked.args[0].rule.id == "rising"


def test_the_flags_words_open_their_why_too(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 6)
    with qtbot.waitSignal(page.why_requested) as asked:
        qtbot.mouseClick(page.findChild(FlagLabel), Qt.MouseButton.LeftButton)
    assert asked.args[0].rule.id == "rising"


def test_a_shape_of_the_lane_opens_its_why(qtbot, page):
    view = page._sensitivity
    geometry = view.geometry_now()
    row = next(y for y in range(view.height()) if view.findings_at(QPointF(geometry.x_of(6), y)))
    with qtbot.waitSignal(page.why_requested) as asked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(geometry.x_of(6)), row + 2))
    assert (asked.args[0].rule.id, asked.args[0].day) == ("rising", day(6))
    with qtbot.assertNotEmitted(page.why_requested):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(geometry.x_of(4.5)), row + 2))


def test_every_rule_of_the_day_that_is_read_can_be_seen(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 6)
    with qtbot.waitSignal(page.day_explained) as asked:
        button(page, "Every rule").click()
    assert asked.args == [day(6)]


def test_the_reading_stays_when_the_record_changes(qtbot, page):
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Right)
    page.show_record(flagged_course())
    assert page.reading_text.startswith("Day 1,")


def test_treatments_are_laid_over_and_taken_away(page):
    assert [other.treatment for other in page.charts[0].comparisons] == [1]
    button(page, "treatment 1").click()
    assert page.charts[0].comparisons == ()


def test_the_axis_goes_to_day_14_28_or_the_whole_course(page):
    assert page.charts[0].last_index == 14
    button(page, "To day 28").click()
    assert page.charts[0].last_index == 28
    button(page, "Whole course").click()
    assert page.charts[0].last_index == 14


def test_the_table_twin_equals_the_record(page):
    record = flagged_course()
    button(page, "Show as table").click()
    model = page._model
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    redness, sensitivity = headings.index("Redness"), headings.index("Sensitivity")
    for number in range(15):
        entry = record.entry(day(number))
        cells = [model.data(model.index(number, column)) for column in range(model.columnCount())]
        assert cells[0] == str(number)
        assert cells[redness] == ("" if entry is None or entry.redness is None else str(entry.redness))
        assert cells[sensitivity] == ("" if entry is None or entry.sensitivity is None else str(entry.sensitivity))
        assert cells[-1] == ", ".join(flag_title(finding) for finding in record.marks(day(number)))


def test_enter_in_the_table_opens_the_day(qtbot, page):
    button(page, "Show as table").click()
    page._table.selectRow(4)
    with qtbot.waitSignal(page.day_requested) as asked:
        page._table.activated.emit(page._model.index(4, 0))
    assert asked.args == [day(4)]


def test_the_text_is_copied_with_sentence_and_table(page):
    button(page, "Copy as text").click()
    text = QGuiApplication.clipboard().text()
    assert "No entry on day 3." in text
    assert "\t22 November 2026\t4\t" in text


def test_curves_tell_their_name_and_sentence_to_screen_readers(page):
    assert "Redness" in page._redness.accessibleName()
    assert "highest 6 on day 0" in page._redness.accessibleDescription()
    assert "filled in later" in page._legend.accessibleName()
    assert "done early" in page._lane_legend.accessibleName()


def test_every_control_has_a_name(page):
    for control in page.findChildren(QPushButton):
        assert control.text() or control.accessibleName()


def test_an_empty_journal_says_what_will_be_there_and_the_next_step(qtbot, page):
    page.show_record(builders.record(treatments=()))
    step = button(page, "Add a treatment")
    assert step.isVisibleTo(page)
    with qtbot.waitSignal(page.page_requested) as asked:
        step.click()
    assert asked.args == ["treatments"]


def test_a_treatment_without_entries_draws_the_range_alone(page):
    page.show_record(builders.record())
    assert page.charts[0].points == ()
    assert page.charts[0].ranges


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize("size", [(1158, 740), (1712, 1000), (520, 600)])
def test_it_paints_in_every_look_without_a_warning(qtbot, qtlog, session, theme, choice, size):
    theme.choose(choice, 1.5)
    page = CurvePage(session, theme)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_record(flagged_course())
    page.show()
    assert not page.grab().isNull()
    assert not [record.message for record in qtlog.records if "propagateSizeHints" not in record.message]


def test_the_page_follows_the_treatment_picked(page):
    page._controls._pick.setCurrentIndex(1)
    page._controls._pick.activated.emit(1)
    assert page.charts[0].treatment == 1
    assert page.charts[0].day_at(0).day == day(0) - timedelta(days=41)


def test_the_own_earlier_course_is_told_while_it_is_laid_under(qtbot, page):
    first, second = builders.treatment("2026-10-20T14:00", id=1), builders.treatment(id=2)
    earlier = [builders.entry(f"2026-10-{20 + number}", value) for number, value in enumerate((6, 5, 4, 3, 3, 3, 2))]
    later = [builders.entry(day(number), value) for number, value in enumerate((6, 5, 4, 3, 2))]
    page.show_record(builders.record(*earlier, *later, treatments=(first, second)))
    sentence = "Redness first back to 2 or less on day 4; last time, after treatment 1, on day 6."

    assert (page._own.text(), page._own.isVisible()) == (sentence, True)
    (chip,) = [chip for chip in page._controls._chips if chip.isChecked()]
    chip.click()
    assert not page._own.isVisible()


def test_each_scale_stands_in_its_own_line_where_both_have_no_room(qtbot, theme):
    label = ScalesLabel()
    qtbot.addWidget(label)
    label.show_texts(("Redness 6, above the usual range (up to 2.4)", "Sensitivity 4"))
    label.resize(900, 60)
    label.show()
    assert label.text() == "Redness 6, above the usual range (up to 2.4)  ·  Sensitivity 4"
    label.resize(400, 60)
    assert label.text().splitlines() == ["Redness 6, above the usual range (up to 2.4)", "Sensitivity 4"]
    label.resize(900, 60)
    assert "·" in label.text()
