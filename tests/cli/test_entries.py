"""``baseline``, ``log``, ``unlog`` and ``profile``."""

import pytest

from journal.domain.entry import HABITS, SYMPTOMS


def day(command, wanted="2026-11-22"):
    return command.done("days", "--from", wanted, "--to", wanted, "--json").json[0]


def test_a_day_is_logged_today_by_default(treated):
    treated.done("log", "--redness", "4", "--sensitivity", "2", "--did", "exercise", "--symptom", "peeling")

    logged = day(treated)
    assert (logged["redness"], logged["sensitivity"], logged["recorded"]) == (4, 2, "on time")
    assert (logged["habits"], logged["symptoms"], logged["symptoms_asked"]) == ({"exercise": True}, ["peeling"], True)


def test_logging_prints_the_flags_of_the_day(treated):
    lines = treated.done("log", "--did", "exercise").lines

    assert [line for line in lines if line.startswith("caution: ") and line.endswith("[no-exercise]")]
    assert [line for line in lines if line.startswith("in force: ") and line.endswith("[no-sauna]")]


def test_nothing_is_said_of_calling_while_the_signs_are_not_answered(treated):
    assert "Nothing in your plan says to call today." not in treated.done("log", "--redness", "4").lines
    assert (
        "Nothing in your plan says to call today." not in treated.done("log", "--redness", "4", "--no-symptoms").lines
    )
    assert "Nothing in your plan says to call today." in treated.done("log", "--sensitivity", "2").lines


def test_a_warning_sign_says_to_call(treated):
    lines = treated.done("log", "--symptom", "pus").lines

    assert [line for line in lines if line.startswith("today: ")]
    assert "Nothing in your plan says to call today." not in lines


def test_given_parts_replace_and_others_stay(treated):
    treated.done("log", "--redness", "4", "--did", "exercise", "--symptom", "peeling", "--symptom", "itching")
    treated.done("log", "--sensitivity", "1", "--did-not", "sauna", "--did-not", "exercise", "--note", "calm")
    treated.done("log", "--no-symptoms")

    logged = day(treated)
    assert (logged["redness"], logged["sensitivity"], logged["note"]) == (4, 1, "calm")
    assert logged["habits"] == {"exercise": False, "sauna": False}
    assert (logged["symptoms"], logged["symptoms_asked"]) == ([], True)


@pytest.mark.parametrize("habit", HABITS)
def test_every_habit_can_be_answered(treated, habit):
    treated.done("log", "--did", habit)

    assert day(treated)["habits"] == {habit: True}


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_every_symptom_can_be_ticked(treated, symptom):
    treated.done("log", "--symptom", symptom)

    assert day(treated)["symptoms"] == [symptom]


@pytest.mark.parametrize("rating", ["11", "-1", "4.0", "four", "", " 4", "+4", "1_0", "٤", "99999999999999999999"])
def test_a_rating_that_is_no_whole_number_to_ten_is_refused(treated, rating):
    line = treated.assert_refused("log", "--redness", rating)

    assert "0 to 10" in line
    treated.assert_refused("baseline", "--redness", rating, "--sensitivity", "0")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--date", "2026-11-23", "--redness", "4"),
        ("--date", "2026-02-30", "--redness", "4"),
        ("--date", "20261120", "--redness", "4"),
        ("--date", "yesterday", "--redness", "4"),
        ("--did", "juggling"),
        ("--did-not", "juggling"),
        ("--did", "sauna", "--did-not", "sauna"),
        ("--symptom", "joy"),
        ("--symptom", "pus", "--no-symptoms"),
        ("--redness",),
        ("--rednes", "4"),
        ("--redness", "4", "extra"),
    ],
)
def test_wrong_answers_are_refused_and_change_nothing(treated, arguments):
    treated.done("log", "--redness", "3")

    treated.assert_refused("log", *arguments)


def test_a_refusal_on_a_new_journal_makes_no_file(command):
    command.assert_refused("log", "--did", "juggling")
    command.assert_refused("log", "--date", "2026-11-23", "--redness", "1")
    command.assert_refused("treatment", "add", "--at", "2026-11-25T10:00")

    assert command.state() == {}


def test_unknown_words_are_answered_with_the_known_ones(treated):
    assert "tanning-bed" in treated.assert_refused("log", "--did", "juggling")
    assert "cold-sore" in treated.assert_refused("log", "--symptom", "joy")


def test_a_day_logged_late_says_so(treated):
    treated.done("log", "--date", "2026-11-20", "--redness", "4")
    treated.done("log", "--date", "2026-11-21", "--redness", "4", now="2026-11-27T09:00")

    assert [day(treated, wanted)["recorded"] for wanted in ("2026-11-20", "2026-11-21")] == ["late", "recalled"]


def test_parts_of_a_day_are_taken_away(treated):
    treated.done("log", "--redness", "4", "--sensitivity", "2", "--did", "sauna", "--did", "exercise", "--note", "x")
    treated.done("unlog", "2026-11-22", "--part", "redness", "--part", "sauna", "--part", "note")

    logged = day(treated)
    assert (logged["redness"], logged["sensitivity"], logged["note"]) == (None, 2, "")
    assert logged["habits"] == {"exercise": True}


def test_a_whole_day_is_taken_away(treated):
    treated.done("log", "--redness", "4", "--no-symptoms")
    treated.done("unlog", "2026-11-22")

    logged = day(treated)
    assert (logged["redness"], logged["recorded"], logged["symptoms_asked"]) == (None, None, False)


def test_what_is_not_there_cannot_be_taken_away(treated):
    treated.done("log", "--redness", "4")

    treated.assert_refused("unlog", "2026-11-21")
    treated.assert_refused("unlog", "2026-11-22", "--part", "mood")
    treated.assert_refused("unlog", "2026-11-22", "--part", "note")
    treated.assert_refused("unlog", "soon")


def test_the_baseline_moves_the_expected_curve(treated):
    treated.done("baseline", "--redness", "2", "--sensitivity", "1")

    assert day(treated)["expected"]["redness"]["low"] >= 2


def test_the_profile_is_set_in_parts_and_shown(command):
    command.done("profile", "--clinic-phone", "0123", "--look", "hard-to-see", "--question", "a", "--question", "b")
    command.done("profile", "--out-of-hours", "0456", "--name", "N")

    assert command.done("profile").lines == [
        "Clinic: 0123",
        "Out of hours: 0456",
        "Irritation looks: hard to see",
        "Treatments planned: not given",
        "Next treatment: not given",
        "Name: N",
        "Question 1: a",
        "Question 2: b",
    ]


def test_a_wrong_profile_is_refused(treated):
    treated.assert_refused("profile", *("--question", "x") * 4)
    treated.assert_refused("profile", "--look", "green")
