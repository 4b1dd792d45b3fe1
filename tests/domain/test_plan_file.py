"""The plan file: what is read, and what every fault says."""

import hashlib

import pytest

from journal.domain.entry import WARNING_SIGNS
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
        ("last_day = 28", "last_day = 0", "key 'last_day': is 0, allowed: a whole number from 1 to 365"),
        ("last_day = 28", "last_day = true", "key 'last_day': is True, allowed: a whole number"),
        ('author = "Recovery Journal"\n', "", "key 'author': is missing"),
        ("last_day = 28", "last_day = 28\ncolour = 1", "key 'colour': is unknown, allowed: name, version"),
        ("last_day = 28", 'last_day = 28\n"a\\nb" = 1', r"key 'a\nb': is unknown"),
        ("hours = 24", "hours = 24.5", "rule 'no-make-up', key 'hours': is 24.5, allowed: a whole number"),
        ("hours = 24", "hour = 24", "rule 'no-make-up', key 'hour': is unknown, allowed: id, kind"),
        ("hours = 24\n", "", "rule 'no-make-up', key 'hours': is missing"),
        ("hours = 24", f"hours = 0x{'f' * 9000}", "key 'hours': is a very large number, allowed: a whole number"),
        ("hours = 24", f"hours = {'9' * 5000}", "mine.toml: a number with too many figures"),
        ("hours = 24", f"hours = {'[' * 2000}", "mine.toml: lists within lists"),
        ('id = "no-sauna"', 'id = ["a"]', "rule 4, key 'id': is ['a'], allowed: one line of text"),
        ('id = "no-sauna"', 'id = "a\\nb"', r"rule 'a\nb', key 'id': is 'a\nb', allowed: one line of text"),
        ('kind = "avoid"', 'kind = "forbid"', "key 'kind': is 'forbid', allowed: avoid, do, strong"),
        ('kind = "avoid"', "kind = {a = 1}", "key 'kind': is {'a': 1}, allowed: avoid, do, strong"),
        ('tier = "caution"', 'tier = "red"', "key 'tier': is 'red', allowed: info, caution, call, today, emergency"),
        ('tier = "caution"', "tier = []", "key 'tier': is [], allowed: info"),
        ('habit = "sauna"', 'habit = "Sauna "', "key 'habit': is 'Sauna ', allowed: small letters"),
        ('id = "no-sauna"', 'id = "no-exercise"', "rule 'no-exercise', key 'id': stands twice"),
        (
            'signs = ["pus", "spreading"]',
            'signs = ["pus", "tears"]',
            "key 'signs': is ['pus', 'tears'], allowed: a list",
        ),
        ('signs = ["pus", "spreading"]', "signs = [[1]]", "key 'signs': is [[1]], allowed: a list"),
        ('signs = ["pus", "spreading"]', "signs = []", "rule 'infection', key 'signs': is [], allowed: a list"),
        ("from_day = 7\nto_day = 28", "from_day = 29\nto_day = 28", "'to_day': is 28, allowed: from_day (29) or later"),
        ('worse_tier = "emergency"', 'worse_tier = "never"', "key 'worse_tier': is 'never', allowed: info"),
        ('worse_tier = "emergency"\n', "", "key 'worse_tier': is missing, needed beside 'worse_with'"),
        ('name = "default"', "name = 5", "key 'name': is 5, allowed: one line of text in quotes"),
        ('name = "default"', 'name = " "', "key 'name': is ' ', allowed: one line of text in quotes"),
        ("[[rule]]", "[[rule", "mine.toml: "),
    ],
)
def test_each_fault_is_one_line_that_says_where_what_and_what_is_allowed(old, new, said):
    assert old in TEXT

    with pytest.raises(PlanFaulty) as refused:
        read_plan(TEXT.replace(old, new, 1), "mine.toml")

    assert all(fault.startswith("mine.toml: ") and "\n" not in fault for fault in refused.value.faults)
    assert any(said in fault for fault in refused.value.faults), refused.value.faults


def test_a_plan_without_rules_is_refused():
    head = TEXT.split("[[rule]]")[0]

    for rules in ("rule = []\n", "rule = 5\n", "rule = [5]\n"):
        with pytest.raises(PlanFaulty, match=r"allowed: one ..rule.. table or more"):
            read_plan(head + rules, "mine.toml")
    with pytest.raises(PlanFaulty, match="key 'rule': is missing"):
        read_plan(head, "mine.toml")


def test_all_faults_are_said_at_once():
    text = TEXT.replace("last_day = 28", "last_day = 0").replace("hours = 168", "hours = 0")

    with pytest.raises(PlanFaulty) as refused:
        read_plan(text, "mine.toml")

    assert len(refused.value.faults) == 1 + TEXT.count("hours = 168")


def test_what_may_be_an_infection_asks_for_every_warning_sign_and_a_strong_reaction_for_three():
    plan = read_plan(TEXT, "default.toml")

    assert plan.rule("look-again").asks == WARNING_SIGNS
    assert plan.rule("strong").asks == ("burn", "blisters", "severe-pain")
