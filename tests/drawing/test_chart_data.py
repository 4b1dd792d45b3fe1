"""What a chart holds: only what was given, gaps left open, the range of the curve file with the baseline in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.entry import Recorded
from journal.domain.plan import Kind, Tier
from journal.domain.ratings import Baseline, Scale
from journal.drawing.chart_data import course_chart, default_last_day
from journal.drawing.chart_text import chart_columns, chart_rows, chart_sentence
from journal.drawing.lane_data import course_lane
from tests import builders
from tests.drawing.courses import DAY_ZERO, REDNESS, course, day, flagged_course

ratings = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=20).map(tuple)


def chart_of(record, *, last=14, today=12, scale=Scale.REDNESS, compare=()):
    treatment = record.treatments[-1]
    return course_chart(
        record, treatment, scale, first_day=treatment.day, last_day=day(last), compare=compare, today=day(today)
    )


@given(ratings)
@settings(max_examples=60, deadline=None)
def test_no_line_crosses_a_day_without_a_rating(redness):
    chart = chart_of(course(redness), last=20, today=20)
    for left, right in chart.segments():
        assert right.index - left.index == 1
    given_days = {n for n, value in enumerate(redness) if value is not None}
    assert {point.index for point in chart.points} == given_days
    joined = {(n, n + 1) for n in given_days if n + 1 in given_days}
    assert {(left.index, right.index) for left, right in chart.segments()} == joined


@given(ratings)
@settings(max_examples=60, deadline=None)
def test_points_hold_exactly_what_was_given(redness):
    chart = chart_of(course(redness), last=20, today=20)
    assert {point.index: point.value for point in chart.points} == {
        n: value for n, value in enumerate(redness) if value is not None
    }


@given(st.dictionaries(st.integers(0, 12), st.integers(0, 5)))
@settings(max_examples=40, deadline=None)
def test_points_are_hollow_if_and_only_if_late_or_recalled(late):
    record = course(tuple([3] * 13), late=late)
    for point in chart_of(record).points:
        recorded = record.entry(point.day).recorded
        assert point.is_hollow == (recorded in (Recorded.LATE, Recorded.RECALLED))


def test_gaps_are_the_days_over_without_a_rating_in_the_course():
    chart = chart_of(course(REDNESS), last=14, today=14)
    assert chart.gaps == (3, 13)


def test_today_and_the_days_to_come_are_no_gaps():
    assert chart_of(course((5, 4)), today=2).gaps == ()


def test_after_the_plans_last_day_nothing_is_missing():
    chart = chart_of(course((5,)), last=40, today=40)
    assert max(chart.gaps) == 28


def test_an_edited_day_is_marked():
    chart = chart_of(course(REDNESS, edited=(7,)))
    assert [point.index for point in chart.points if point.edited] == [7]


def test_the_range_ends_at_least_one_above_the_baseline():
    record = course(REDNESS, baseline=Baseline(redness=1, sensitivity=0, given_at=datetime(2026, 11, 1, tzinfo=UTC)))
    chart = chart_of(record)
    assert min(corner.high for corner in chart.ranges[0]) == 2.0
    assert min(corner.low for corner in chart.ranges[0]) == 1.0


@pytest.mark.parametrize("scale", list(Scale))
def test_the_band_passes_through_each_days_expected_values(scale):
    record = course(REDNESS)
    chart = chart_of(record, scale=scale)
    corners = {corner.index: corner for corner in chart.ranges[0]}
    for number in (0, 1, 2, 3, 4, 5, 7, 10, 14):
        expected = record.expected(day(number), scale)
        assert corners[number].low == pytest.approx(expected.low)
        assert corners[number].typical == pytest.approx(expected.typical)
        assert corners[number].high == pytest.approx(max(expected.high, 1.0))


def test_the_hours_of_the_first_day_have_their_own_corners():
    assert {0.25, 0.5} <= {corner.index for corner in chart_of(course(REDNESS)).ranges[0]}


def test_other_treatments_are_laid_over_by_day():
    record = flagged_course()
    chart = chart_of(record, compare=record.treatments)
    (other,) = chart.comparisons
    assert other.treatment == 1
    assert [(point.index, point.value) for point in other.points] == [(n, 7 - n) for n in range(7)]


def test_the_day_number_starts_again_at_a_later_treatment():
    record = flagged_course()
    first = record.treatments[0]
    chart = course_chart(record, first, Scale.REDNESS, first_day=first.day, last_day=day(3), today=day(12))
    assert chart.number_of((DAY_ZERO - first.day).days) == 0
    assert len(chart.ranges) == 2
    assert all(right.index != (DAY_ZERO - first.day).days for _, right in chart.segments())


def test_the_default_period_ends_on_the_eve_of_the_next_treatment():
    near = builders.treatment("2026-11-26T10:00+00:00", id=2)
    record = builders.record(treatments=(builders.treatment(id=1), near))
    assert default_last_day(record, record.treatments[0]) == day(5)
    assert default_last_day(record, record.treatments[1]) == day(20)


def test_the_table_says_what_the_points_say():
    chart = chart_of(flagged_course())
    rows = chart_rows(chart)
    assert len(rows) == len(chart.days)
    assert all(len(row) == len(chart_columns()) for row in rows)
    assert [row[2] for row in rows] == ["" if d.point is None else str(d.point.value) for d in chart.days]
    assert rows[3][6] == "no entry"
    assert rows[7][6].endswith("edited")
    assert rows[9][6].startswith("filled in later")


def test_the_sentence_tells_highest_latest_and_gaps():
    sentence = chart_sentence(chart_of(flagged_course()))
    assert "highest 6 on day 0" in sentence
    assert "latest 1 on day 12" in sentence
    assert "No entry on day 3." in sentence


def test_an_unlogged_course_says_so():
    assert "nothing logged" in chart_sentence(chart_of(builders.record()))


def lane_of(record, last=14):
    treatment = record.treatments[-1]
    return course_lane(record, treatment, first_day=treatment.day, last_day=day(last))


def test_windows_last_as_long_as_the_plan_says():
    windows = {habit: window for window in lane_of(builders.record()).windows for habit in window.habits}
    assert (windows["make-up"].start, windows["make-up"].end) == (0, 1)
    assert windows["exercise"] is windows["sauna"]
    assert windows["harsh-product"].end == 7
    assert windows["direct-sun"].end == 14
    assert (windows["sunscreen"].kind, windows["sunscreen"].start, windows["sunscreen"].end) == (Kind.DO, 2, 14)


def test_things_done_too_early_are_slips_and_not_flags():
    lane = lane_of(flagged_course())
    assert [(slip.index, slip.habits) for slip in lane.slips] == [(1, ("exercise",))]
    assert 1 not in {flag.index for flag in lane.flags}


def test_flags_carry_the_highest_tier_of_their_day():
    lane = lane_of(flagged_course())
    tiers = {flag.index: flag.tier for flag in lane.flags}
    assert tiers[5] is Tier.TODAY or tiers[5] is Tier.CAUTION
    assert tiers[6] is Tier.TODAY
    for flag in lane.flags:
        assert flag.tier == max(finding.tier for finding in flag.findings)


def test_an_earlier_treatments_window_stays():
    near = builders.treatment((builders.moment("2026-11-20T14:00") + timedelta(days=10)).isoformat(), id=2)
    record = builders.record(treatments=(builders.treatment(id=1), near))
    lane = course_lane(record, record.treatments[1], first_day=near.day, last_day=day(24))
    assert {1, 2} == {window.treatment for window in lane.windows if "direct-sun" in window.habits}
