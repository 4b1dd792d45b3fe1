"""The words of the visit summary, written from what the page is to say."""

from dataclasses import replace

import pytest

from journal.domain.errors import ValueRefused
from journal.domain.photo import View
from journal.domain.ratings import Baseline
from journal.plan_words import plan_mark
from journal.report.outline import Options, outline
from tests import builders
from tests.report.paper import DAY_ZERO, day, nine_photos, risen_course

pytestmark = pytest.mark.usefixtures("qapp")


def _outline(record, last=12, *, first=0, today=None, options=None, treatment=0):
    chosen = record.treatments[treatment]
    return outline(record, chosen, day(first), day(last), day(last if today is None else today), options)


def _course(*redness, symptoms=frozenset(), **more):
    entries = [
        builders.entry(day(number), value, 0, symptoms=symptoms)
        for number, value in enumerate(redness)
        if value is not None
    ]
    return builders.record(*entries, **more)


def test_the_head_names_treatment_day_and_how_it_was_done():
    treatment = builders.treatment(areas=("cheeks", "temples"), add_ons=("PRP",))
    told = _outline(risen_course(treatments=(treatment,)))
    assert told.title == "Microneedling, treatment 1, day 12"
    assert told.details == (
        "20 November 2026, 14:00 · 1.5 mm · no RF · PRP · cheeks, temples · baseline redness 1, sensitivity 0"
    )


def test_what_is_not_known_is_said():
    record = builders.record(treatments=(builders.treatment(depth_mm=None, rf=True),), baseline=Baseline())
    assert _outline(record, 0).details == (
        "20 November 2026, 14:00 · depth not recorded · RF · baseline not given, taken as 0"
    )


def test_the_name_is_printed_only_when_wanted():
    record = risen_course()
    assert _outline(record).name == ""
    assert _outline(record, options=Options(name=True)).name == "Ada Example"


def test_a_course_that_rose_and_settled_is_told_in_one_sentence():
    assert _outline(risen_course()).sentence == "Rose again on days 5 and 6, settled since day 9; 1 of 10 now."


@pytest.mark.parametrize(
    ("redness", "sentence"),
    [
        ((), "Nothing was rated in this period."),
        ((5,), "One rating only: 5 of 10 on day 0, in or below the usual range."),
        ((10,), "One rating only: 10 of 10 on day 0, above the usual range."),
        (
            (5, 4, 3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0),
            "In or below the usual range on every logged day; 0 of 10 now.",
        ),
        (
            (5, 4, 3, 2, None, 1),
            "In or below the usual range on every logged day; last rated day 5, 1 of 10.",
        ),
        (
            (5, 9, 8, 6, 3, 2, 1, 1, 1, 1, 1, 1, 0),
            "Above the usual range on days 1 to 4, settled since day 5; 0 of 10 now.",
        ),
        ((5, 4, 3, 2, 1, 1, 1, 1, 3, 4), "Rose again on days 8 and 9, not settled; last rated day 9, 4 of 10."),
    ],
)
def test_each_shape_of_a_course_has_its_sentence(redness, sentence):
    assert _outline(_course(*redness)).sentence == sentence


def test_logged_days_are_counted_with_how_they_came():
    (line,) = _outline(risen_course()).coverage
    assert line == "20 Nov to 2 Dec: 12 of 13 days logged, 11 on time, 1 filled in later, 1 edited."


def test_a_chosen_period_also_tells_of_the_whole_default_period():
    chosen, whole = _outline(risen_course(), first=4).coverage
    assert chosen.startswith("24 Nov to 2 Dec: 9 of 9 days logged, 8 on time")
    assert whole == "For the whole default period: 12 of 13 days logged."


def test_a_day_with_a_note_alone_is_not_logged():
    record = builders.record(builders.entry(DAY_ZERO, note="windy"))
    assert _outline(record, 0).coverage[0] == "20 Nov to 20 Nov: 0 of 1 day logged."


def test_what_is_open_is_what_asks_for_a_call_now():
    record = _course(5, 4, 3, 2, 1, 1, 5, 5, 5)
    assert "still red, call" in _outline(record, 8).open_now.text


def test_what_a_later_day_has_settled_is_no_longer_open():
    settled = _course(5, 4, 3, 2, 1, 1, 5, 5, 0)
    silent = _course(5, 4, 3, 2, 1, 1, 5, 5, None)

    assert _outline(settled, 8).open_now.text == "Open now: nothing in the plan says to call."
    assert "still red, call, day 7" in _outline(silent, 8).open_now.text


@pytest.mark.parametrize(
    ("made", "last", "text"),
    [
        (_course(5, 4, 3), 3, "Open now: not known since day 2, when nothing in the plan said to call."),
        (_course(5, 4, 3, symptoms=None), 2, "Open now: not known, warning signs not asked on day 2."),
        (
            builders.record(builders.entry(day(2), symptoms=set())),
            2,
            "Open now: not known, not rated in time on day 2.",
        ),
        (_course(None, None, None, None, None, 5), 5, "Open now: not known, a rating is missing before day 5."),
    ],
)
def test_what_is_not_known_of_calling_is_said_with_what_it_lacks(made, last, text):
    assert _outline(made, last).open_now.text == text


def test_days_that_could_not_be_judged_are_counted_under_the_flags():
    (line,) = _outline(_course(5, 4, 3, symptoms=None), 3).told[0].lines
    assert line.text == "no rule met; 4 days could not be judged"


def test_a_period_that_is_over_tells_of_its_last_day():
    assert _outline(risen_course(), 12, today=20).open_now.text == "Open on day 12: nothing in the plan says to call."


def test_nothing_open_never_says_all_clear():
    assert _outline(risen_course()).open_now.text == "Open now: nothing in the plan says to call."


def test_open_is_not_known_when_the_last_days_are_missing():
    assert _outline(_course(5, 4, 3), 12).open_now.text == "Open now: not known, nothing logged since day 2."
    assert _outline(_course(), 3).open_now.text == "Open now: not known, nothing was logged."


def test_the_columns_tell_flags_signs_and_what_was_done_early():
    told, signs, early = _outline(risen_course()).told
    assert [(line.text, line.days) for line in told.lines] == [
        ("rising, call today", "day 6"),
        ("still red, call", "days 7 and 8"),
        ("look again", "days 5 and 6"),
    ]
    assert ("peeling", "days 4 to 6") in [(line.text, line.days) for line in signs.lines]
    assert signs.lines[-1].text == "no warning signs on the 12 days asked"
    assert [(line.text, line.days) for line in early.lines] == [("sport (advised after day 2)", "day 1")]


def test_an_unanswered_list_is_never_told_as_no_signs():
    record = builders.record(builders.entry(DAY_ZERO, 5, 3))
    assert [line.text for line in _outline(record, 0).told[1].lines] == ["warning signs: not asked"]


def test_three_photos_of_one_view_are_before_worst_and_latest():
    told = _outline(risen_course())
    assert [picture.label for picture in told.pictures] == [
        "before, day −1 (19 Nov)",
        "worst, day 6 (26 Nov)",
        "latest, day 12 (2 Dec)",
    ]
    left = _outline(risen_course(), options=Options(view=View.LEFT)).pictures
    assert [picture.photo_id for picture in left] == [2, 5, 8]


def test_a_photo_that_is_two_things_is_printed_once():
    record = risen_course(photos=nine_photos()[3:4])
    assert [picture.label for picture in _outline(record).pictures] == ["first and worst and latest, day 6 (26 Nov)"]


def test_sections_that_are_off_are_not_there():
    told = _outline(risen_course(), options=Options(photos=False, annex=False))
    assert (told.pictures, told.pairs, told.day_rows, told.flags) == ((), (), (), ())


def test_the_day_table_has_every_day_missing_ones_included():
    rows = _outline(risen_course()).day_rows
    assert [row.cells[0] for row in rows] == [str(number) for number in range(13)]
    assert (rows[3].told, rows[3].is_missing) == ("no entry", True)
    assert rows[9].cells[4] == "filled in later"
    assert rows[10].cells[4] == "on time, edited"
    assert rows[6].flags == "T rising, call today; L look again"
    assert rows[1].flags == "D sport"  # the letter that stands on the first page


def test_flags_in_full_give_rule_source_and_values():
    flag = _outline(risen_course()).flags[0]
    rule = builders.default_plan().rule("rising")
    assert flag.title == "rising: day 6 (call the clinic today)"
    assert (flag.text, flag.advice) == (rule.text, f"What to do: {rule.advice}")
    assert flag.days == (
        "Day 6, Thu 26 Nov: Redness 5 on Wednesday, 6 on Thursday; usual range up to 2.4; lowest before: 3 on Tuesday.",
    )
    assert flag.outcome == "Since Thursday 26 November. It is over: not met any more on Monday 30 November."
    assert flag.source == f"Source: {rule.source}. {plan_mark(builders.default_plan())}"


def test_the_annex_tells_what_was_done_early_without_a_verdict():
    flag = next(flag for flag in _outline(risen_course()).flags if flag.title.startswith("sport"))
    assert flag.days == (
        "Day 1, Sat 21 Nov: Sport on Saturday; your plan says to wait until Sunday 22 November, 14:00.",
    )
    assert flag.outcome == ""


def test_the_foot_names_plan_and_curve():
    plan, curve = builders.default_plan(), builders.default_curve()
    assert _outline(risen_course()).foot_notes == (
        f"plan: {plan.name} {plan.version}, {plan.sha256[:8]} · curve: {curve.name} {curve.version}"
    )


def test_an_earlier_treatment_is_told_without_the_day_of_another():
    later = builders.treatment("2026-12-20T14:00")
    record = risen_course(treatments=(builders.treatment(), later))
    assert _outline(record, 28, today=35).title == "Microneedling, treatment 1"


def test_questions_are_printed_as_one_line_each():
    record = risen_course()
    profile = replace(record.profile, questions=("one\ntwo", "  ", "three"))
    assert _outline(risen_course(profile=profile)).questions == ("one two", "three")


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueRefused):
        _outline(risen_course(), 2, first=5)


def test_from_the_second_treatment_on_the_earlier_course_is_named_and_laid_under():
    first, second = builders.treatment("2026-10-20T14:00"), builders.treatment()
    earlier = [builders.entry(f"2026-10-{20 + number}", value) for number, value in enumerate((6, 5, 4, 3, 3, 3, 2))]
    later = [builders.entry(day(number), value) for number, value in enumerate((6, 5, 4, 3, 2))]
    told = _outline(builders.record(*earlier, *later, treatments=(first, second)), 6, treatment=1)

    assert told.own_sentence == "Redness first back to 2 or less on day 4; last time, after treatment 1, on day 6."
    assert [one.treatment for one in told.redness.comparisons] == [1]
    assert told.earlier_line == "you, treatment 1"
    first_time = _outline(builders.record(*later, treatments=(second,)), 6)
    assert (first_time.own_sentence, first_time.redness.comparisons, first_time.earlier_line) == ("", (), "")
