"""Reads a care plan (TOML) into a ``Plan``. Strict: all faults at once, one line each; never half loaded."""

import hashlib
from collections.abc import Mapping
from typing import Any

from journal.domain.entry import SYMPTOMS
from journal.domain.errors import PlanFaulty
from journal.domain.plan import Kind, Plan, Rule, Tier
from journal.domain.toml_checks import (
    Check,
    one_line,
    one_line_or_nothing,
    one_of,
    parsed,
    shown,
    some_of,
    table_faults,
    tables_fault,
    whole_number,
    word,
)

TIERS = {tier.word: tier for tier in Tier}
LONGEST_HOURS = 10_000
LAST_DAY = 365
HEAD_TEXTS = ("name", "version", "author", "date", "phone", "out_of_hours")
HEAD: Mapping[str, Check] = {
    **dict.fromkeys(HEAD_TEXTS, one_line),
    "phone": one_line_or_nothing,
    "out_of_hours": one_line_or_nothing,
    "last_day": whole_number(1, LAST_DAY),
    "rule": lambda _: "",
}
RULE: Mapping[str, Check] = {
    "id": one_line,
    "kind": one_of(Kind),
    "tier": one_of(TIERS),
    "text": one_line,
    "advice": one_line,
    "source": one_line,
}
BY_KIND: Mapping[str, Check] = {
    "habit": word,
    "hours": whole_number(1, LONGEST_HOURS),
    "hours_if_deep": whole_number(1, LONGEST_HOURS),
    "from_day": whole_number(0, LAST_DAY),
    "to_day": whole_number(0, LAST_DAY),
    "signs": some_of(SYMPTOMS),
    "asks": some_of(SYMPTOMS),
    "worse_with": some_of(SYMPTOMS),
    "worse_tier": one_of(TIERS),
}
NEEDED: Mapping[Kind, tuple[str, ...]] = {
    Kind.AVOID: ("habit", "hours"),
    Kind.DO: ("habit", "from_day", "to_day"),
    Kind.STRONG: ("from_day", "to_day"),
    Kind.UP: ("from_day", "to_day"),
    Kind.RISING: ("from_day", "to_day"),
    Kind.PERSISTING: ("from_day", "to_day"),
    Kind.SYMPTOM: ("signs",),
    Kind.NOTE: ("hours",),
}
OPTIONAL: Mapping[Kind, tuple[str, ...]] = {
    Kind.AVOID: ("hours_if_deep",),
    Kind.STRONG: ("asks",),
    Kind.UP: ("asks",),
    Kind.SYMPTOM: ("from_day", "worse_with", "worse_tier"),
}
TOGETHER = ("worse_with", "worse_tier")


def read_plan(text: str, name: str) -> Plan:
    """The plan of a file's text; ``name`` stands before each fault. Raises ``PlanFaulty``."""
    data = parsed(text, name)
    faults = table_faults(data, HEAD, HEAD, "")
    if "rule" in data:
        fault = tables_fault(data["rule"], "rule")
        faults += [fault] if fault else _rules_faults(data["rule"])
    if faults:
        raise PlanFaulty(tuple(f"{name}: {fault}" for fault in faults))
    return Plan(
        **{key: data[key] for key in HEAD_TEXTS},
        last_day=data["last_day"],
        rules=tuple(_rule(table) for table in data["rule"]),
        toml=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


def _rule(table: Mapping[str, Any]) -> Rule:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    values |= {"kind": Kind(table["kind"]), "tier": TIERS[table["tier"]]}
    if "worse_tier" in table:
        values["worse_tier"] = TIERS[table["worse_tier"]]
    return Rule(**values)


def _rules_faults(tables: list[Mapping[str, Any]]) -> list[str]:
    faults: list[str] = []
    seen: set[str] = set()
    for number, table in enumerate(tables, start=1):
        rule_id = table.get("id")
        is_named = isinstance(rule_id, str)
        place = f"rule {shown(rule_id)}, " if is_named else f"rule {number}, "
        faults += _rule_faults(table, place)
        if is_named and rule_id in seen:
            faults.append(f"{place}key 'id': stands twice, allowed: one rule an id")
        seen.add(str(rule_id))
    return faults


def _rule_faults(table: Mapping[str, Any], place: str) -> list[str]:
    if RULE["kind"](table.get("kind")):
        return table_faults(table, {**RULE, **BY_KIND}, RULE, place)
    kind = Kind(table["kind"])
    own = (*NEEDED[kind], *OPTIONAL.get(kind, ()))
    checks = {**RULE, **{key: BY_KIND[key] for key in own}}
    faults = table_faults(table, checks, (*RULE, *NEEDED[kind]), place)
    return faults + _order_faults(table, place) + _pair_faults(table, place)


def _order_faults(table: Mapping[str, Any], place: str) -> list[str]:
    first, last = table.get("from_day"), table.get("to_day")
    if isinstance(first, int) and isinstance(last, int) and first > last:
        return [f"{place}key 'to_day': is {shown(last)}, allowed: from_day ({shown(first)}) or later"]
    return []


def _pair_faults(table: Mapping[str, Any], place: str) -> list[str]:
    given = [key for key in TOGETHER if key in table]
    if len(given) != 1:
        return []
    (missing,) = set(TOGETHER) - set(given)
    return [f"{place}key '{missing}': is missing, needed beside '{given[0]}'"]
