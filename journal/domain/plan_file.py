"""Reads a care plan (TOML) into a ``Plan``. Strict: all faults at once, one line each; never half loaded."""

import hashlib
import tomllib
from collections.abc import Mapping
from typing import Any

from journal.domain.entry import SYMPTOMS
from journal.domain.errors import PlanFaulty
from journal.domain.plan import Kind, Plan, Rule, Tier

HEAD_TEXTS = ("name", "version", "author", "date", "phone", "out_of_hours")
RULE_TEXTS = ("id", "text", "advice", "source")
TIERS = {tier.word: tier for tier in Tier}
NEEDED = {
    Kind.AVOID: ("habit", "hours"),
    Kind.DO: ("habit", "from_day", "to_day"),
    Kind.STRONG: ("from_day", "to_day"),
    Kind.UP: ("from_day", "to_day"),
    Kind.RISING: ("from_day", "to_day"),
    Kind.PERSISTING: ("from_day", "to_day"),
    Kind.SYMPTOM: ("signs",),
    Kind.NOTE: ("hours",),
}
OPTIONAL = {
    Kind.AVOID: ("hours_if_deep",),
    Kind.STRONG: ("asks",),
    Kind.UP: ("asks",),
    Kind.SYMPTOM: ("from_day", "worse_with", "worse_tier"),
}
NUMBERS = {"hours": (1, 10_000), "hours_if_deep": (1, 10_000), "from_day": (0, 365), "to_day": (0, 365)}
SIGN_LISTS = ("signs", "asks", "worse_with")


def read_plan(text: str, name: str) -> Plan:
    """The plan of a file's text; ``name`` stands before each fault. Raises ``PlanFaulty``."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanFaulty((f"{name}: {error}",)) from error
    faults = [f"{name}: {fault}" for fault in _head_faults(data) + _rules_faults(data.get("rule", []))]
    if faults:
        raise PlanFaulty(tuple(faults))
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


def _head_faults(data: Mapping[str, Any]) -> list[str]:
    known = (*HEAD_TEXTS, "last_day", "rule")
    faults = [f"key '{key}' is unknown, allowed: {', '.join(known)}" for key in data if key not in known]
    faults += [f"key '{key}' is missing" for key in known if key not in data]
    faults += [
        f"key '{key}' is {data[key]!r}, allowed: text in double quotes"
        for key in HEAD_TEXTS
        if key in data and not isinstance(data[key], str)
    ]
    if "last_day" in data:
        faults += _number_fault("last_day", data["last_day"], (1, 365), "")
    return faults


def _rules_faults(tables: object) -> list[str]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return ["key 'rule' must be [[rule]] tables"]
    faults: list[str] = []
    seen: set[str] = set()
    for number, table in enumerate(tables, start=1):
        place = f"rule '{table['id']}': " if isinstance(table.get("id"), str) else f"rule {number}: "
        faults += _rule_faults(table, place)
        if table.get("id") in seen:
            faults.append(f"{place}the id stands twice")
        seen.add(str(table.get("id")))
    return faults


def _rule_faults(table: Mapping[str, Any], place: str) -> list[str]:
    faults = [
        f"{place}key '{key}' is {table.get(key)!r}, allowed: text in double quotes"
        for key in RULE_TEXTS
        if not isinstance(table.get(key), str) or not table[key].strip()
    ]
    if table.get("tier") not in TIERS:
        faults.append(f"{place}key 'tier' is {table.get('tier')!r}, allowed: {', '.join(TIERS)}")
    if table.get("kind") not in set(Kind):
        return [*faults, f"{place}key 'kind' is {table.get('kind')!r}, allowed: {', '.join(Kind)}"]
    kind = Kind(table["kind"])
    allowed = (*RULE_TEXTS, "kind", "tier", *NEEDED[kind], *OPTIONAL.get(kind, ()))
    faults += [
        f"{place}key '{key}' is unknown for {kind}, allowed: {', '.join(allowed)}"
        for key in table
        if key not in allowed
    ]
    faults += [f"{place}key '{key}' is missing" for key in NEEDED[kind] if key not in table]
    return (
        faults
        + [fault for key in table if key in allowed for fault in _value_faults(key, table[key], place)]
        + (_order_faults(table, place))
    )


def _value_faults(key: str, value: object, place: str) -> list[str]:
    if key in NUMBERS:
        return _number_fault(key, value, NUMBERS[key], place)
    if key in SIGN_LISTS:
        if not isinstance(value, list) or not value:
            return [f"{place}key '{key}' is {value!r}, allowed: a list of signs"]
        return [
            f"{place}key '{key}' has {sign!r}, allowed: {', '.join(SYMPTOMS)}" for sign in value if sign not in SYMPTOMS
        ]
    if key == "habit" and (not isinstance(value, str) or not value.strip()):
        return [f"{place}key 'habit' is {value!r}, allowed: text in double quotes"]
    if key == "worse_tier" and value not in TIERS:
        return [f"{place}key 'worse_tier' is {value!r}, allowed: {', '.join(TIERS)}"]
    return []


def _number_fault(key: str, value: object, bounds: tuple[int, int], place: str) -> list[str]:
    low, high = bounds
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        return [f"{place}key '{key}' is {value!r}, allowed: a whole number from {low} to {high}"]
    return []


def _order_faults(table: Mapping[str, Any], place: str) -> list[str]:
    first, last = table.get("from_day"), table.get("to_day")
    if isinstance(first, int) and isinstance(last, int) and first > last:
        return [f"{place}'from_day' {first} is after 'to_day' {last}"]
    return []
