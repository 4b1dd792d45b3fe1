"""Reads a care plan (TOML) into a ``Plan``. Strict: all faults at once, one line each; never half loaded."""

import hashlib
from collections.abc import Mapping
from typing import Any

from journal.domain.errors import PlanFaulty
from journal.domain.plan import Kind, Plan, Rule
from journal.domain.plan_faults import plan_faults
from journal.domain.plan_keys import HEAD_KEYS, SENTENCES, TIERS
from journal.domain.toml_checks import parsed

FALLBACK = "en"


def read_plan(text: str, name: str, language: str = FALLBACK) -> Plan:
    """The plan of a file's text; ``name`` stands before each fault. Raises ``PlanFaulty``.

    A sentence given in several languages is taken in ``language`` (``"de"``; of ``"de_AT"`` the first two letters),
    else in English, else in the first one given.
    """
    data = parsed(text, name)
    if faults := plan_faults(data):
        raise PlanFaulty(tuple(f"{name}: {fault}" for fault in faults))
    spoken = language[:2].lower()
    return Plan(
        **{key.name: data[key.name] for key in HEAD_KEYS},
        rules=tuple(_rule(table, spoken) for table in data["rule"] if not table.get("off")),
        off_rules=tuple(_rule(table, spoken) for table in data["rule"] if table.get("off")),
        toml=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        language=spoken,
    )


def _rule(table: Mapping[str, Any], language: str) -> Rule:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    values.pop("off", None)
    values |= {key: _spoken(table[key], language) for key in SENTENCES if key in table}
    values |= {"kind": Kind(table["kind"]), "tier": TIERS[table["tier"]]}
    if "worse_tier" in table:
        values["worse_tier"] = TIERS[table["worse_tier"]]
    return Rule(**values)


def _spoken(given: str | Mapping[str, str], language: str) -> str:
    if isinstance(given, str):
        return given
    return given.get(language) or given.get(FALLBACK) or next(iter(given.values()))
