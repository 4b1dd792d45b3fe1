"""``days`` and ``why``: the JSON of the contract, to the letter."""

import pytest

from tests.builders import default_plan

KEYS = (
    *("date", "treatment", "day", "redness", "sensitivity", "note", "habits", "symptoms", "symptoms_asked"),
    *("recorded", "edited", "photos", "expected", "flags"),
)
FLAG_KEYS = ["rule", "tier", "state", "text", "source", "values"]
WHY_KEYS = ["rule", "kind", "state", "in_force", "tier", "text", "source", "values", "missing"]


def test_days_run_from_the_treatment_to_today_with_missing_ones(treated):
    treated.done("log", "--date", "2026-11-21", "--redness", "5")

    days = treated.done("days", "--json").json
    assert [(one["date"], one["treatment"], one["day"], one["redness"]) for one in days] == [
        ("2026-11-20", 1, 0, None),
        ("2026-11-21", 1, 1, 5),
        ("2026-11-22", 1, 2, None),
    ]


def test_a_day_has_the_keys_of_the_contract_in_order(treated):
    treated.done("log", "--redness", "4", "--sensitivity", "2", "--did", "exercise", "--symptom", "peeling")

    today = treated.done("days", "--json").json[-1]
    assert tuple(today) == KEYS
    assert list(today["expected"]) == ["redness", "sensitivity"]
    assert list(today["expected"]["redness"]) == ["low", "typical", "high"]
    assert {tuple(flag) for flag in today["flags"]} == {tuple(FLAG_KEYS)}


def test_a_flag_is_met_or_in_force_once_a_rule(treated):
    treated.done("log", "--did", "exercise")

    flags = treated.done("days", "--json").json[-1]["flags"]
    by_rule = {flag["rule"]: flag for flag in flags}
    met, in_force = by_rule["no-exercise"], by_rule["no-sauna"]
    assert len(by_rule) == len(flags)
    assert (met["state"], met["tier"], met["values"]) == ("met", "caution", {"exercise@2026-11-22": True})
    assert (in_force["state"], in_force["tier"]) == ("in force", "info")


def test_before_the_first_treatment_nothing_is_expected(command):
    command.done("log", "--date", "2026-11-20", "--redness", "1")

    first = command.done("days", "--json").json[0]
    assert (first["treatment"], first["day"], first["expected"], first["recorded"]) == (None, None, None, "late")


def test_a_journal_without_a_day_gives_an_empty_list(command):
    command.done("baseline", "--redness", "1", "--sensitivity", "1")

    assert command.done("days", "--json").json == []


def test_a_file_of_no_bytes_is_a_new_journal(command):
    command.path.touch()

    assert command.done("days", "--json").json == []
    assert command.path.stat().st_size == 0


def test_a_period_is_cut_out_both_ends_in(treated):
    days = treated.done("days", "--from", "2026-11-21", "--to", "2026-11-24", "--json").json

    assert [one["date"][-2:] for one in days] == ["21", "22", "23", "24"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "2026-11-22", "--to", "2026-11-21"),
        ("--from", "2026-11-23"),
        ("--from", "soon"),
        ("--to", "2026-11-31"),
        ("extra",),
    ],
)
def test_a_wrong_period_is_refused(treated, arguments):
    treated.assert_refused("days", *arguments)


def test_a_table_has_a_line_for_each_day(treated):
    lines = treated.done("days").lines

    assert [line[:10].strip() for line in lines] == ["Date", "2026-11-20", "2026-11-21", "2026-11-22"]
    assert len({line.index("no entry") for line in lines[1:]}) == 1


def test_why_names_every_rule_of_the_plan(treated):
    found = treated.done("why", "2026-11-22", "--json").json

    rules = [line.split('"')[1] for line in treated.done("plan", "show").lines if line.startswith("id = ")]
    assert [one["rule"] for one in found] == rules
    assert {tuple(one) for one in found} == {tuple(WHY_KEYS)}
    assert {one["state"] for one in found} <= {"met", "not met", "unknown"}


def test_why_names_what_is_missing(treated):
    found = {one["rule"]: one for one in treated.done("why", "2026-11-22", "--json").json}

    assert (found["no-exercise"]["state"], found["no-exercise"]["in_force"]) == ("unknown", True)
    assert found["no-exercise"]["missing"] == ["exercise@2026-11-22"]
    assert "    Cannot be judged: sport was not answered on Sunday." in treated.done("why", "2026-11-22").lines


CLEARS = "It clears when redness is 4 or less and sensitivity is 2 or less at the next check-in, Thursday 26 November."


def test_why_tells_a_flag_in_full_sentences(treated):
    for day, redness in (("20", "6"), ("21", "5"), ("22", "4"), ("23", "3"), ("24", "6"), ("25", "7")):
        rated = ("log", "--date", f"2026-11-{day}", "--redness", redness, "--sensitivity", "0")
        treated.done(*rated, now=f"2026-11-{day}T20:00")

    lines = treated.done("why", "2026-11-25", now="2026-11-25T20:00").lines
    start = next(place for place, line in enumerate(lines) if line.startswith("rising: met (today). "))

    assert lines[start + 1 : start + 7] == [
        "    Redness 6 on Tuesday, 7 on Wednesday; usual range up to 2; lowest before: 3 on Monday.",
        "    No baseline (an ordinary evening) was given: it counts as 0.",
        "    Since Wednesday 25 November.",
        f"    {CLEARS}",
        "    Call the clinic today; if it is closed, the out-of-hours line. Have this page at hand.",
        "    Source: cautious convention: worsening after improvement may be an infection",
    ]
    assert lines[-1].startswith(f"The plan that comes with Recovery Journal, version {default_plan().version} (")


def test_why_needs_a_day(treated):
    treated.assert_refused("why")
    treated.assert_refused("why", "2026-11-32")
