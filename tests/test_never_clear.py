"""A day with an unknown warning rule is never called clear, in any place that could say something reassuring."""

import re
from dataclasses import replace
from datetime import date

import pytest

from journal.cli.entries import open_line
from journal.domain.day_sense import day_sense
from journal.domain.plan import Kind
from journal.domain.ratings import Scale
from journal.domain.record import build_record
from journal.drawing.chart_data import course_chart
from journal.drawing.month_data import calendar_day
from journal.report.outline import outline
from journal.ui.calendar.panel import DayPanel
from journal.ui.curve.reading import read_day
from journal.ui.theme import Theme, ThemeChoice
from journal.ui.today.conclusion import conclusion
from journal.ui.why.day import DayRulesDialog
from journal.ui.wrong.headline import headline
from journal.ui.wrong.sense import wrong_answer
from tests.builders import default_plan, entry, facts, moment

DAY = date(2026, 11, 25)
NOW = moment("2026-11-25T20:00")
BEFORE = tuple(entry(f"2026-11-{day}", 5 - place, 0, symptoms=set()) for place, day in enumerate(range(20, 25)))
CALM = {"redness": 0, "sensitivity": 0, "symptoms": set()}
REASSURING = re.compile(
    r"^(?!.*not known since).*(nothing in (your|the) plan sa(ys|id)|no rule met on|nothing flagged(?!, but)|all clear)",
    re.IGNORECASE | re.MULTILINE,
)


def with_rules(made, *kinds):
    plan = replace(made.plan, rules=tuple(rule for rule in default_plan().rules if rule.kind in kinds))
    return replace(made, plan=plan)


UNKNOWN = {
    "signs not asked": facts(*BEFORE, entry(DAY, **{**CALM, "symptoms": None})),
    "not rated": facts(*BEFORE, entry(DAY, symptoms=set())),
    "one scale not rated": facts(*BEFORE, entry(DAY, redness=0, symptoms=set())),
    "nothing given": facts(*BEFORE),
    "filled in later": facts(*BEFORE, entry(DAY, **CALM, days_late=5)),
    "days before are missing": facts(entry(DAY, **{**CALM, "redness": 4})),
    "a plan with signs alone": with_rules(facts(*BEFORE, entry(DAY, redness=0, sensitivity=0)), Kind.SYMPTOM),
    "a plan that rises alone": with_rules(
        facts(*BEFORE[:3], entry("2026-11-23", 1, 0), entry(DAY, redness=4, sensitivity=0)), Kind.RISING
    ),
}
CLEAR = facts(*BEFORE, entry(DAY, **CALM))


def today_page(record, theme, qtbot):
    return "\n".join(conclusion(record, DAY, day_sense(record, DAY), is_today=True))


def past_day(record, theme, qtbot):
    return "\n".join(conclusion(record, DAY, day_sense(record, DAY), is_today=False))


def something_is_wrong(record, theme, qtbot):
    return "\n".join(headline(wrong_answer(record, DAY, DAY), record, is_today=True))


def calendar(record, theme, qtbot):
    panel = DayPanel(theme)
    qtbot.addWidget(panel)
    state = calendar_day(record, DAY, DAY)
    panel.show_day(state, record.profile.irritation_look, is_unknown=day_sense(record, DAY).is_unknown)
    return panel.accessibleDescription()


def curve(record, theme, qtbot):
    treatment = record.treatments[0]
    charts = tuple(
        course_chart(record, treatment, scale, first_day=treatment.day, last_day=DAY, today=DAY) for scale in Scale
    )
    return read_day(record, charts, 5).sentence


def summary(record, theme, qtbot):
    told = outline(record, record.treatments[0], record.treatments[0].day, DAY, DAY)
    return "\n".join((told.open_now.text, *(line.text for line in told.told[0].lines)))


def every_rule(record, theme, qtbot):
    dialog = DayRulesDialog(DAY, record, NOW, theme)
    qtbot.addWidget(dialog)
    return dialog.summary.text()


def command(record, theme, qtbot):
    return open_line(record, DAY)


PLACES = (today_page, past_day, something_is_wrong, calendar, curve, summary, every_rule, command)
SAYS_SO = (today_page, past_day, something_is_wrong, curve, summary, command)
"""The places that do say of a day that everything of it was judged."""


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("case", UNKNOWN)
def test_a_day_with_an_unknown_warning_rule_is_never_called_clear(qtbot, theme_of_app, place, case):
    record = build_record(UNKNOWN[case])
    said = place(record, theme_of_app, qtbot)

    assert day_sense(record, DAY).is_unknown
    assert said
    assert not REASSURING.search(said), said


@pytest.mark.parametrize("place", SAYS_SO, ids=lambda place: place.__name__)
def test_a_day_that_was_wholly_judged_may_say_so(qtbot, theme_of_app, place):
    record = build_record(CLEAR)
    said = place(record, theme_of_app, qtbot)

    assert day_sense(record, DAY).is_clear
    assert REASSURING.search(said), said


@pytest.fixture
def theme_of_app(qapp):
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(qapp)
    return theme
