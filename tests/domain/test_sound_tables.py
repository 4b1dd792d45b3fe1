"""What the start reads of the shipped plan and curve is what their TOML says, and holds for that TOML alone."""

import pytest

from journal.changes.opening import shipped_curve, shipped_plan
from journal.domain.sound_tables import kept_tables, tables_beside
from tests import shipped_tables
from tests.builders import default_curve, default_plan


@pytest.mark.parametrize("toml", shipped_tables.SHIPPED, ids=lambda toml: toml.parent.name)
def test_the_shipped_tables_are_those_of_the_toml(toml) -> None:
    kept = toml.with_suffix(".json").read_text(encoding="utf-8")

    assert kept == shipped_tables.tables_of(toml), "renew them: python -m tests.shipped_tables"


def test_the_start_has_the_same_plan_and_curve_as_a_reader_of_the_toml() -> None:
    assert shipped_plan("en") == default_plan()
    assert shipped_curve() == default_curve()


def test_tables_hold_for_the_text_that_they_were_made_of_alone() -> None:
    kept = kept_tables("version = 1\n", {"version": 1})

    assert tables_beside("version = 1\n", kept) == {"version": 1}
    assert tables_beside("version = 2\n", kept) is None


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"crc32": 0}', '{"crc32": "none", "tables": {}}'])
def test_tables_that_cannot_be_read_are_none(kept) -> None:
    assert tables_beside("", kept) is None
