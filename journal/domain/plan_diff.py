"""What is different between two care plans, as data: head, rules that are new, taken out, or changed key by key.

Only rules that are judged count: one that was switched off is taken out. No words.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields

from journal.domain.entry import SYMPTOMS
from journal.domain.plan import Kind, Plan, Rule, Tier

HEAD = ("name", "version", "author", "date", "phone", "out_of_hours", "last_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One key that has another value; ``key`` is the field of ``Plan`` or ``Rule``."""

    key: str
    old: object
    new: object


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """One rule that is in both plans and not the same, with each key that differs, in the order of ``Rule``."""

    old: Rule
    new: Rule
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDifference:
    """What the new plan has otherwise than the old one. ``is_reordered``: rules of both stand in another order;
    ``lowered``: signs (the keys) whose rule was taken out and that are answered with a lower tier now, or none.
    """

    head: tuple[Change, ...] = ()
    changed: tuple[RuleChange, ...] = ()
    added: tuple[Rule, ...] = ()
    removed: tuple[Rule, ...] = ()
    is_reordered: bool = False
    lowered: tuple[Change, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether both plans say the same."""
        return not (self.head or self.changed or self.added or self.removed or self.is_reordered)


def difference(old: Plan, new: Plan) -> PlanDifference:
    """How ``new`` differs from ``old``.

    A rule is the same by its id and kind; of the rest by what it is about: the habit of avoid and do rules, the signs
    of a symptom rule, the kind of a rating rule.
    """
    pairs = dict(_pairs(old.rules, new.rules))
    kept = [before for before in old.rules if before.id in pairs]
    followed = [pairs[before.id] for before in kept]
    removed = tuple(rule for rule in old.rules if rule.id not in pairs)
    places = [new.rules.index(after) for after in followed]
    return PlanDifference(
        head=tuple(_head_changes(old, new)),
        changed=tuple(found for before in kept if (found := _rule_change(before, pairs[before.id])).changes),
        added=tuple(rule for rule in new.rules if rule not in followed),
        removed=removed,
        is_reordered=places != sorted(places),
        lowered=tuple(_lowered(removed, old, new)),
    )


def _head_changes(old: Plan, new: Plan) -> Iterator[Change]:
    for key in HEAD:
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield Change(key=key, old=before, new=after)


def _rule_change(old: Rule, new: Rule) -> RuleChange:
    differing = (
        Change(key=field.name, old=getattr(old, field.name), new=getattr(new, field.name))
        for field in fields(Rule)
        if getattr(old, field.name) != getattr(new, field.name)
    )
    return RuleChange(old=old, new=new, changes=tuple(differing))


def _pairs(old: Sequence[Rule], new: Sequence[Rule]) -> Iterator[tuple[str, Rule]]:
    """The id of an old rule with the new rule that is the same; each rule once."""
    for matter in (_name, _about):
        found = list(_of_one_matter(old, new, matter))
        yield from ((first.id, second) for first, second in found)
        old = [rule for rule in old if all(rule is not first for first, _ in found)]
        new = [rule for rule in new if all(rule is not second for _, second in found)]


def _of_one_matter(
    old: Sequence[Rule], new: Sequence[Rule], matter: Callable[[Rule], Hashable]
) -> Iterator[tuple[Rule, Rule]]:
    """Rules of the same matter, the first with the first, the second with the second."""
    for about in dict.fromkeys(matter(rule) for rule in old):
        if about is not None:
            before, after = ([rule for rule in rules if matter(rule) == about] for rules in (old, new))
            yield from zip(before, after, strict=False)


def _name(rule: Rule) -> Hashable:
    return rule.id, rule.kind


def _about(rule: Rule) -> Hashable:
    match rule.kind:
        case Kind.AVOID | Kind.DO:
            return rule.kind, rule.habit
        case Kind.SYMPTOM:
            return rule.kind, frozenset(rule.signs)
        case Kind.NOTE:
            return None
    return rule.kind


def _lowered(removed: Sequence[Rule], old: Plan, new: Plan) -> Iterator[Change]:
    """The signs of rules taken out that are answered with a lower tier now, or by none."""
    for sign in SYMPTOMS:
        if any(sign in rule.signs for rule in removed):
            before, after = _tier(old, sign), _tier(new, sign)
            if before is not None and (after is None or after < before):
                yield Change(key=sign, old=before, new=after)


def _tier(plan: Plan, sign: str) -> Tier | None:
    """The highest tier that a sign alone can meet."""
    return max((rule.tier for rule in plan.rules if sign in rule.signs), default=None)
