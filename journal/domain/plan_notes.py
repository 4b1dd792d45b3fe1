"""What is allowed in a plan and yet does less than it seems to say. One line each; nothing is refused for it."""

from journal.domain.course import PAIR_FROM_DAY, PERSISTING_FROM_DAY
from journal.domain.plan import Kind, Plan, Rule

FIRST_MET = {Kind.UP: PAIR_FROM_DAY, Kind.RISING: PAIR_FROM_DAY, Kind.PERSISTING: PERSISTING_FROM_DAY + 1}
"""The first day on which a rule of the kind can be met: day 0 is not looked at, and what rises or stays needs two."""


def plan_notes(plan: Plan) -> tuple[str, ...]:
    """A line for each rule that names an earlier day than it can be met on."""
    return tuple(_note(rule) for rule in plan.rules if _is_too_early(rule))


def _is_too_early(rule: Rule) -> bool:
    first = FIRST_MET.get(rule.kind)
    return first is not None and rule.from_day is not None and rule.from_day < first


def _note(rule: Rule) -> str:
    return (
        f"rule '{rule.id}', key 'from_day': is {rule.from_day}, but a rule of kind {rule.kind.value}"
        f" can first be met on day {FIRST_MET[rule.kind]}"
    )
