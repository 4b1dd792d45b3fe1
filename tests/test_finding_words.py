"""The sentences that tell a finding: whole, without blame, and naming every value with its day."""

from datetime import date

import pytest

from journal.domain.facts import Profile
from journal.domain.ratings import Baseline, IrritationLook
from journal.finding_words import days_named, told
from tests.builders import entry, moment, record

RISING = (
    entry("2026-11-21", redness=5, sensitivity=0),
    entry("2026-11-22", redness=4, sensitivity=0),
    entry("2026-11-23", redness=3, sensitivity=0),
    entry("2026-11-24", redness=6, sensitivity=0),
    entry("2026-11-25", redness=7, sensitivity=0, symptoms={"pus", "itching"}),
)
GIVEN = Baseline(given_at=moment("2026-11-01T20:00"))


def tell(journal, rule_id, day, now="2026-11-25T20:00"):
    found = next(finding for finding in journal.explain(date.fromisoformat(day)) if finding.rule.id == rule_id)
    return told(found, journal, moment(now))


def test_rising_is_told_by_its_check_ins_the_range_and_the_lowest_before():
    words = tell(record(*RISING, baseline=GIVEN), "rising", "2026-11-25")

    assert words.lines == (
        "Redness 6 on Tuesday, 7 on Wednesday; usual range up to 2; lowest before: 3 on Monday.",
        "Since Wednesday 25 November.",
        "It clears when redness is 4 or less and sensitivity is 2 or less at the next check-in, Thursday 26 November.",
    )
    assert [(row.day, row.what, row.value, row.usual) for row in words.rows] == [
        ("Mon 23 Nov", "Redness", "3", "3.5"),
        ("Tue 24 Nov", "Redness", "6", "2.5"),
        ("Wed 25 Nov", "Redness", "7", "2"),
    ]


def test_the_whole_text_holds_rule_advice_values_source_and_plan():
    journal = record(*RISING)
    words = tell(journal, "infection", "2026-11-25")

    assert words.text.splitlines() == [
        "Call the clinic today. Pus or yellow crusts, or redness that spreads.",
        journal.plan.rule("infection").advice,
        "Answered yes on Wednesday: pus or yellow crusts.",
        "Since Wednesday 25 November.",
        "It clears when the answer at the next check-in, Thursday 26 November, is no: pus or yellow crusts.",
        "Source: SkinPen Precision manual; NHS advice on skin infection",
        words.plan,
    ]


def test_what_was_done_early_is_told_without_blame():
    early = tell(record(entry("2026-11-21", habits={"exercise": True})), "no-exercise", "2026-11-21")
    missed = tell(record(entry("2026-11-23", habits={"sunscreen": False})), "sunscreen", "2026-11-23")

    assert early.lines == (
        "Sport on Saturday; your plan says to wait until Sunday 22 November, 14:00.",
        "Nothing to make up for: the advice ends by itself.",
    )
    assert missed.reasons == ("Sunscreen: no on Monday; your plan advises it daily until Friday 4 December.",)


@pytest.mark.parametrize(
    ("rule_id", "day", "lines"),
    [
        (
            "no-exercise",
            "2026-11-21",
            ("Cannot be judged: sport was not answered on Saturday.", "The advice ended on Sunday 22 November, 14:00."),
        ),
        ("infection", "2026-11-23", ("Cannot be judged: the signs were not asked on Monday.",)),
        ("strong", "2026-11-26", ("Cannot be judged: redness and sensitivity were not rated on Thursday.",)),
        ("no-make-up", "2026-11-25", ("Not in force on that day.",)),
        ("still-red", "2026-11-25", ("Looked at from day 7 to day 28 after a treatment only.",)),
        ("rising", "2026-11-18", ("Looked at after a treatment only.",)),
        ("dark-patches", "2026-11-25", ("Looked at from day 7 after a treatment on.",)),
        ("herpes", "2026-11-25", ("Answered no on Wednesday: cold sore, or tingling where one comes.",)),
        (
            "strong",
            "2026-11-22",
            (
                "Redness 4 on Sunday; usual range up to 5.",
                "Sensitivity 0 on Sunday; usual range up to 4.",
            ),
        ),
    ],
)
def test_unknown_names_what_is_missing_and_not_met_why(rule_id, day, lines):
    assert tell(record(*RISING, baseline=GIVEN), rule_id, day).lines == lines


def test_an_advice_that_holds_says_that_nothing_goes_against_it():
    journal = record(entry("2026-11-21", habits={"exercise": False}))

    assert tell(journal, "no-exercise", "2026-11-21", "2026-11-21T20:00").lines == (
        "Answered no on Saturday: sport.",
        "This advice holds on that day. Nothing you logged goes against it.",
        "The advice ends on Sunday 22 November, 14:00.",
    )


def test_a_gap_in_a_run_is_told_and_so_is_an_end():
    made = (entry("2026-11-27", redness=6), entry("2026-11-28", redness=6), entry("2026-11-30", redness=6))
    over = entry("2026-12-01", redness=0)

    still = tell(record(*made, over, baseline=GIVEN), "still-red", "2026-11-30", "2026-12-02T20:00")

    assert still.since == "Since Saturday 28 November; Sunday could not be judged."
    assert still.clears == "It is over: not met any more on Tuesday 1 December."


def test_a_rating_that_came_too_late_is_told_apart_from_one_that_is_not_there():
    made = (
        entry("2026-11-21", redness=4),
        entry("2026-11-22", redness=4),
        entry("2026-11-23", redness=1, days_late=5),
        entry("2026-11-25", redness=5, sensitivity=0, symptoms=set()),
    )

    assert tell(record(*made), "look-again", "2026-11-25").reasons == (
        "Cannot be judged: redness of Monday came too late to count (filled in later).",
        "Cannot be judged: redness was not rated on Tuesday.",
    )


def test_the_words_follow_how_irritation_looks():
    journal = record(*RISING, profile=Profile(irritation_look=IrritationLook.DARKER), baseline=GIVEN)

    assert tell(journal, "rising", "2026-11-25").reasons[0].startswith("Darkening 6 on Tuesday")


def test_days_in_a_row_are_named_as_a_stretch_and_older_ones_with_their_date():
    near = date(2026, 11, 25)
    days = [date(2026, 11, day) for day in (16, 19, 20, 21, 24)]

    assert days_named(days, near) == "Monday 16 November, Thursday to Saturday and Tuesday"
