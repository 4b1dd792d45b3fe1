"""``plan use``, ``call``, ``aside``, ``answer``, ``end``, ``move`` and what is planned, by command."""

from pathlib import Path

import pytest

from tests.store.newer import CLINIC_PLAN

TREATED = ("treatment", "add", "--at", "2026-11-20T14:00", "--depth", "1.5")


@pytest.fixture
def treated(command):
    command.done(*TREATED)
    return command


def test_a_plan_is_taken_up_and_shown_as_stored(treated, tmp_path: Path) -> None:
    file = tmp_path / "clinic.toml"
    file.write_text(CLINIC_PLAN, encoding="utf-8")
    first = treated.done("plan", "use", str(file))

    assert "from treatment 1 on" in first.out
    assert treated.done("plan", "show").out == CLINIC_PLAN
    assert "already" in treated.done("plan", "use", str(file)).out
    rules = {row["rule"] for row in treated.done("why", "2026-11-22", "--json").json}
    assert rules == {"no-sauna", "infection"}


def test_a_faulty_plan_leaves_the_old_one(treated, tmp_path: Path) -> None:
    file = tmp_path / "clinic.toml"
    file.write_text(CLINIC_PLAN.replace("hours = 72", 'hours = "72"'), encoding="utf-8")

    assert "'hours'" in treated.assert_refused("plan", "use", str(file), status=1)


def test_a_call_is_kept_listed_and_taken_back(treated) -> None:
    treated.done("log", "--redness", "3", "--symptom", "pus")
    treated.done("call", "add", "infection", "--at", "2026-11-22T19:30", "--said", "cool it")

    (listed,) = treated.done("call", "list", "--json").json
    assert (listed["rule"], listed["tier"], listed["said"], listed["redness"]) == ("infection", "today", "cool it", 3)
    assert "cool it" in treated.done("call", "list").out
    treated.done("call", "remove", str(listed["id"]))
    assert treated.done("call", "list", "--json").json == []


def test_a_logged_day_says_what_was_called_about_until_it_is_worse(treated) -> None:
    treated.done("log", "--redness", "3", "--symptom", "pus")
    treated.done("call", "add", "infection", "--at", "2026-11-22T19:30", "--said", "cool it")
    folded = treated.done("log", "--sensitivity", "0").out
    worse = treated.done("log", "--redness", "6").out

    assert "  called 2026-11-22 19:30" in folded
    assert folded.splitlines()[-1].startswith("You called about it, and nothing worse is logged since.")
    assert "called" not in worse
    assert worse.splitlines()[-1].startswith("Your plan says to call")


def test_what_cannot_be_acknowledged_is_refused(treated) -> None:
    treated.done("log", "--redness", "3", "--no-symptoms")

    treated.assert_refused("call", "add", "infection")
    treated.assert_refused("call", "remove", "9")
    treated.assert_refused("aside", "infection")
    treated.assert_refused("answer", "month", "--yes", "tan")
    treated.assert_refused("move", "2026-11-21", "2026-11-20")
    treated.assert_refused("profile", "--treatments", "100")
    treated.assert_refused("profile", "--next", "tomorrow")


def test_a_flag_is_put_aside_but_stays_in_the_days(treated) -> None:
    treated.done("log", "--did", "direct-sun")
    treated.done("aside", "no-direct-sun")

    flags = treated.done("days", "--json").json[-1]["flags"]
    assert [flag["state"] for flag in flags if flag["rule"] == "no-direct-sun"] == ["met"]
    treated.done("aside", "no-direct-sun", "--undo")
    treated.assert_refused("aside", "no-direct-sun", "--undo")


def test_questions_endings_moves_and_plans_are_kept(treated) -> None:
    treated.done("answer", "before", "--yes", "tan")
    treated.done("end")
    treated.done("profile", "--treatments", "4", "--next", "2026-12-18")
    treated.done("log", "--redness", "3")
    treated.done("move", "2026-11-22", "2026-11-21")

    days = treated.done("days", "--json").json
    assert [(day["date"], day["redness"], day["edited"]) for day in days[-2:]] == [
        ("2026-11-21", 3, True),
        ("2026-11-22", None, False),
    ]
    assert "Next treatment: 2026-12-18" in treated.done("profile").lines
    assert treated.done("profile", "--next", "none").lines[4] == "Next treatment: not given"
    assert [one["kind"] for one in treated.done("call", "list", "--json").json] == ["before", "ended"]
