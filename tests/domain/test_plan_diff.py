"""The difference of two plans: nothing for plans that are alike, and what it says makes the one out of the other."""

from dataclasses import replace

from hypothesis import given, settings

from journal.domain.plan import Kind, Tier
from journal.domain.plan_diff import HEAD, Change, difference
from tests.builders import default_plan
from tests.plan_edits import edited_plans


def plan_of(*rules):
    return replace(default_plan(), rules=rules)


@settings(max_examples=100, deadline=None)
@given(edited_plans(), edited_plans())
def test_the_difference_leads_from_the_one_plan_to_the_other(old, new):
    found = difference(old, new)

    kept = [rule for rule in old.rules if rule not in found.removed]
    changed = {change.old.id: change for change in found.changed}
    followed = [
        replace(rule, **{one.key: one.new for one in changed[rule.id].changes}) if rule.id in changed else rule
        for rule in kept
    ]

    assert {rule.id: rule for rule in (*followed, *found.added)} == {rule.id: rule for rule in new.rules}
    assert len(followed) + len(found.added) == len(new.rules)
    assert replace(old, **{one.key: one.new for one in found.head}, rules=new.rules) == new
    assert found.is_nothing == (old == new)


@settings(max_examples=50, deadline=None)
@given(edited_plans(), edited_plans())
def test_the_difference_back_takes_out_what_was_new(old, new):
    there, back = difference(old, new), difference(new, old)

    assert {rule.id for rule in there.added} == {rule.id for rule in back.removed}
    assert len(there.changed) == len(back.changed)
    assert [change.key for change in there.head] == [change.key for change in back.head]


def test_a_rule_with_another_id_is_known_by_what_it_is_about():
    plan = default_plan()
    named = {"no-sauna": "keine-sauna", "infection": "infektion", "still-red": "roetung", "sunscreen": "sonnenschutz"}
    new = plan_of(*(replace(rule, id=named.get(rule.id, rule.id)) for rule in plan.rules))

    found = difference(plan, new)

    assert {change.old.id: change.new.id for change in found.changed} == named
    assert not found.added + found.removed
    assert not found.is_reordered


def test_a_rule_of_the_same_id_and_another_kind_is_another_rule():
    plan = default_plan()
    swapped = replace(plan.rule("no-alcohol"), kind=Kind.DO, hours=None, from_day=1, to_day=2)
    found = difference(plan, plan_of(*(swapped if rule.id == "no-alcohol" else rule for rule in plan.rules)))

    assert [rule.kind for rule in found.removed] == [Kind.AVOID]
    assert [rule.kind for rule in found.added] == [Kind.DO]


def test_a_rule_switched_off_is_taken_out():
    plan = default_plan()
    off = plan.rule("no-shaving")
    new = replace(plan, rules=tuple(rule for rule in plan.rules if rule != off), off_rules=(off,))

    assert difference(plan, new).removed == (off,)
    assert difference(new, plan).added == (off,)


def test_rules_in_another_order_are_told():
    plan = default_plan()

    assert difference(plan, plan_of(*reversed(plan.rules))).is_reordered


def test_a_sign_that_is_answered_less_gravely_or_by_no_rule_is_told():
    plan = default_plan()
    milder = replace(plan.rule("warmer"), id="mild", signs=("warmer", "burn"))
    kept = [rule for rule in plan.rules if rule.id not in {"burn", "blisters", "warmer", "numbness"}]
    graver = replace(plan.rule("vision"), id="grave", signs=("numbness",))

    assert difference(plan, plan_of(*kept, milder, graver)).lowered == (
        Change(key="blisters", old=Tier.TODAY, new=None),
        Change(key="burn", old=Tier.TODAY, new=Tier.CAUTION),
    )


def test_the_head_is_compared_but_for_the_file_itself():
    plan = default_plan()

    assert difference(plan, replace(plan, toml="# more\n" + plan.toml)).is_nothing
    assert [change.key for change in difference(plan, replace(plan, last_day=42, phone="1")).head] == [
        "phone",
        "last_day",
    ]
    assert set(HEAD) < set(plan.__slots__)
