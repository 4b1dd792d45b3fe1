"""``treatment``: added, changed, removed and listed, numbered by time."""

import pytest


def test_a_treatment_is_added_and_listed(command):
    command.done(
        *("treatment", "add", "--at", "2026-11-20T14:00+01:00", "--depth", "1.5", "--rf", "--area", "cheeks"),
        *("--area", "chin", "--with", "prp", "--provider", "clinic", "--note", "numbing cream"),
    )

    assert command.done("treatment", "list", "--json").json == [
        {
            "number": 1,
            "at": "2026-11-20T14:00:00+01:00",
            "slot": None,
            "depth": 1.5,
            "rf": True,
            "areas": ["cheeks", "chin"],
            "with": ["prp"],
            "provider": "clinic",
            "note": "numbing cream",
        }
    ]


@pytest.mark.parametrize(("slot", "hour"), [("morning", "12"), ("midday", "14"), ("afternoon", "18")])
def test_a_slot_stands_for_its_end(command, slot, hour):
    command.done("treatment", "add", "--at", f"2026-11-20 {slot}")

    treatment = command.done("treatment", "list", "--json").json[0]
    assert (treatment["slot"], treatment["at"][:13]) == (slot, f"2026-11-20T{hour}")


def test_treatments_are_numbered_by_time(command):
    for at in ("2026-11-20T14:00", "2026-09-01T10:00", "2026-10-10T10:00"):
        command.done("treatment", "add", "--at", at)

    listed = command.done("treatment", "list", "--json").json
    assert [(one["number"], one["at"][:10]) for one in listed] == [
        (1, "2026-09-01"),
        (2, "2026-10-10"),
        (3, "2026-11-20"),
    ]


def test_a_change_touches_only_what_is_given(command):
    command.done("treatment", "add", "--at", "2026-11-20T14:00", "--depth", "1.5", "--rf", "--area", "cheeks")
    command.done("treatment", "change", "1", "--depth", "unknown", "--no-rf", "--note", "new")

    treatment = command.done("treatment", "list", "--json").json[0]
    assert (treatment["depth"], treatment["rf"], treatment["areas"], treatment["note"]) == (
        None,
        False,
        ["cheeks"],
        "new",
    )


def test_areas_and_add_ons_are_replaced_and_can_be_cleared(command):
    command.done("treatment", "add", "--at", "2026-11-20T14:00", "--area", "cheeks", "--with", "prp")
    command.done("treatment", "change", "1", "--area", "chin", "--area", "nose", "--with", "")

    treatment = command.done("treatment", "list", "--json").json[0]
    assert (treatment["areas"], treatment["with"]) == (["chin", "nose"], [])


def test_a_treatment_is_removed(treated):
    treated.done("treatment", "remove", "1")

    assert treated.done("treatment", "list", "--json").json == []


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-23T10:00",
        "2026-11-22T20:01",
        "2026-11-23 morning",
        "2026-11-20",
        "2026-13-01T10:00",
        "2026-11-20T25:00",
        "20 November",
        "",
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "2026-11-20 noon",
    ],
)
def test_a_time_that_cannot_be_is_refused(treated, at):
    treated.assert_refused("treatment", "add", "--at", at)


@pytest.mark.parametrize("depth", ["0", "0.09", "6.01", "nan", "inf", "-1", "deep", "", "1,5", "1e0", "١"])
def test_a_depth_outside_its_range_is_refused(treated, depth):
    line = treated.assert_refused("treatment", "add", "--at", "2026-11-19T14:00", "--depth", depth)

    assert "0.1 to 6" in line


@pytest.mark.parametrize("depth", ["0.1", "6", "6.0", ".5"])
def test_a_depth_at_its_border_is_taken(command, depth):
    command.done("treatment", "add", "--at", "2026-11-19T14:00", "--depth", depth)

    assert command.done("treatment", "list", "--json").json[0]["depth"] == float(depth)


@pytest.mark.parametrize("number", ["0", "2", "-1", "x", "1.0"])
def test_a_treatment_that_is_not_there_is_refused(treated, number):
    treated.assert_refused("treatment", "remove", number)
    treated.assert_refused("treatment", "change", number, "--rf")


def test_a_change_of_nothing_and_a_time_taken_are_refused(treated):
    treated.assert_refused("treatment", "change", "1")
    treated.assert_refused("treatment", "add", "--at", "2026-11-20T14:00")
