"""Plans that differ from the shipped one in drawn ways, all of them sound as a file would be."""

from dataclasses import replace

from hypothesis import strategies as st

from journal.domain.entry import HABITS, WARNING_SIGNS
from journal.domain.plan import Kind, Plan, Rule, Tier
from tests.builders import default_plan

SIGNS = st.lists(st.sampled_from(WARNING_SIGNS), min_size=1, max_size=3, unique=True).map(tuple)
DAYS = st.integers(0, 40)
HOURS = st.sampled_from([24, 30, 48, 72, 73, 96, 168, 336])
WORDS = st.sampled_from(["No.", "Another sentence.", "A third one."])
DEPTHS = st.sampled_from([None, 1.0, 1.25, 2.0])

EVERY = {
    "text": WORDS,
    "advice": WORDS,
    "source": WORDS,
    "tier": st.sampled_from(Tier),
    "rf": st.sampled_from([None, True, False]),
    "deeper_than": DEPTHS,
    "depth_to": DEPTHS,
    "id": st.sampled_from(["one", "two", "three"]),
}
HABIT = {
    "habit": st.sampled_from([*HABITS, "trampoline"]),
    "habit_name": st.sampled_from(["", "Jumping"]),
    "synonyms": st.sampled_from([(), ("jump",), ("jump", "bounce")]),
}
SPAN = {"from_day": DAYS, "to_day": DAYS}
CHANGE = st.integers(1, 10)
BY_KIND = {
    Kind.AVOID: {**HABIT, "hours": HOURS, "hours_if_deep": st.none() | HOURS},
    Kind.DO: {**HABIT, **SPAN},
    Kind.STRONG: {**SPAN, "rating": CHANGE, "above_line": st.sampled_from([0, 1.25, 2]), "asks": st.just(()) | SIGNS},
    Kind.UP: {**SPAN, "rise": CHANGE, "asks": st.just(()) | SIGNS},
    Kind.RISING: {**SPAN, "rise": CHANGE, "clear_rise": CHANGE},
    Kind.PERSISTING: {**SPAN, "above": CHANGE, "clear_above": CHANGE, "least": CHANGE},
    Kind.SYMPTOM: {"signs": SIGNS, "from_day": st.none() | DAYS},
    Kind.NOTE: {"hours": HOURS},
}
HEAD = {
    "name": st.sampled_from(["default", "Clinic"]),
    "version": st.sampled_from(["2", "3"]),
    "author": st.sampled_from(["Recovery Journal", "A clinic"]),
    "date": st.sampled_from(["2026-11-23", "2026-12-01"]),
    "phone": st.sampled_from(["", "1", "2"]),
    "out_of_hours": st.sampled_from(["", "1", "2"]),
    "last_day": st.sampled_from([28, 42]),
}


@st.composite
def edited_rules(draw, rule: Rule) -> Rule:
    """A rule with up to three keys of its kind changed; a symptom rule sometimes made graver by other signs."""
    possible = {**EVERY, **BY_KIND[rule.kind]}
    keys = draw(st.lists(st.sampled_from(sorted(possible)), max_size=3, unique=True))
    changes = {key: draw(possible[key]) for key in keys}
    if rule.kind is Kind.SYMPTOM and draw(st.booleans()):
        graver = st.tuples(SIGNS, st.sampled_from([Tier.TODAY, Tier.EMERGENCY])) | st.just(((), None))
        changes |= dict(zip(("worse_with", "worse_tier"), draw(graver), strict=True))
    return replace(rule, **changes)


@st.composite
def edited_plans(draw, plan: Plan | None = None) -> Plan:
    """A plan with some rules edited, dropped or moved, and some of its head; each id stays once."""
    plan = plan or default_plan()
    made: dict[str, Rule] = {}
    for rule in plan.rules:
        what = draw(st.sampled_from(["keep", "keep", "keep", "edit", "drop"]))
        if what != "drop":
            edited = draw(edited_rules(rule)) if what == "edit" else rule
            made.setdefault(edited.id, edited)
    rules = list(made.values()) or list(plan.rules[:1])
    if draw(st.booleans()):
        rules.insert(0, rules.pop())
    keys = draw(st.lists(st.sampled_from(sorted(HEAD)), max_size=2, unique=True))
    return replace(plan, rules=tuple(rules), **{key: draw(HEAD[key]) for key in keys})
