"""The plan file: what is read, and what every fault says."""

import hashlib

import pytest

from journal.domain.errors import PlanFaulty
from journal.domain.plan import Tier
from journal.domain.plan_file import read_plan
from journal.resources import resource

TEXT = resource("plans", "default.toml").read_text(encoding="utf-8")


def test_the_default_plan_is_read_as_it_stands():
    plan = read_plan(TEXT, "default.toml")

    assert plan.toml == TEXT
    assert plan.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert plan.rule("no-make-up").hours_if_deep == 48
    assert plan.rule("infection").worse_tier is Tier.EMERGENCY


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("last_day = 28", "last_day = 0", "key 'last_day' is 0, allowed: a whole number from 1 to 365"),
        ('author = "Recovery Journal"\n', "", "key 'author' is missing"),
        ("last_day = 28", "last_day = 28\ncolour = 1", "key 'colour' is unknown"),
        ("hours = 24", "hours = 24.5", "rule 'no-make-up': key 'hours' is 24.5, allowed: a whole number"),
        ("hours = 24", "hour = 24", "rule 'no-make-up': key 'hour' is unknown for avoid"),
        ('kind = "avoid"', 'kind = "forbid"', "key 'kind' is 'forbid', allowed: avoid, do, strong"),
        ('tier = "caution"', 'tier = "red"', "key 'tier' is 'red', allowed: info, caution, call, today, emergency"),
        ('id = "no-sauna"', 'id = "no-exercise"', "rule 'no-exercise': the id stands twice"),
        ('signs = ["pus", "spreading"]', 'signs = ["pus", "tears"]', "key 'signs' has 'tears', allowed: swelling"),
        ('signs = ["pus", "spreading"]', "signs = []", "rule 'infection': key 'signs' is []"),
        ("from_day = 7\nto_day = 28", "from_day = 29\nto_day = 28", "'from_day' 29 is after 'to_day' 28"),
        ('worse_tier = "emergency"', 'worse_tier = "never"', "key 'worse_tier' is 'never'"),
        ('name = "default"', "name = 5", "key 'name' is 5, allowed: text in double quotes"),
        ("[[rule]]", "[[rule", "mine.toml: "),
    ],
)
def test_each_fault_is_one_line_that_says_where_what_and_what_is_allowed(old, new, said):
    assert old in TEXT

    with pytest.raises(PlanFaulty) as refused:
        read_plan(TEXT.replace(old, new, 1), "mine.toml")

    assert all(fault.startswith("mine.toml: ") and "\n" not in fault for fault in refused.value.faults)
    assert any(said in fault for fault in refused.value.faults), refused.value.faults


def test_all_faults_are_said_at_once():
    text = TEXT.replace("last_day = 28", "last_day = 0").replace("hours = 168", "hours = 0")

    with pytest.raises(PlanFaulty) as refused:
        read_plan(text, "mine.toml")

    assert len(refused.value.faults) == 1 + TEXT.count("hours = 168")
