"""Makes a plan and a curve of the tables of their files, once those are known to be sound. Nothing is checked here.

The files that ship are TOML, for people to read and change; beside each lie its tables as JSON, which the start reads
in a tenth of the time. They hold for the text that they were made of: ``python -m tests.shipped_tables`` renews them.
"""

import json
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from journal.domain.curve import Curve, CurvePoint
from journal.domain.plan import SENTENCES, TIERS, Kind, Plan, Rule
from journal.domain.ratings import Scale
from journal.domain.treatment import DepthClass

FALLBACK = "en"


def kept_tables(toml: str, tables: Mapping[str, Any]) -> str:
    """The JSON to lie beside a TOML text whose tables were found sound."""
    kept = {"crc32": crc32(toml.encode("utf-8")), "tables": tables}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def tables_beside(toml: str, kept: str) -> dict[str, Any] | None:
    """The tables that were kept of this very text; None when they are not, and it is to be read itself."""
    try:
        data = json.loads(kept)
        tables: dict[str, Any] = data["tables"]
        is_of_this_text = data["crc32"] == crc32(toml.encode("utf-8"))
    except (ValueError, TypeError, KeyError):
        return None
    return tables if is_of_this_text else None


def plan_of(data: Mapping[str, Any], toml: str, language: str) -> Plan:
    """The plan of a plan file's tables, with the sentences of a language as ``read_plan`` takes them."""
    spoken = language[:2].lower()
    return Plan(
        **{name: value for name, value in data.items() if name != "rule"},
        rules=tuple(_rule(table, spoken) for table in data["rule"] if not table.get("off")),
        off_rules=tuple(_rule(table, spoken) for table in data["rule"] if table.get("off")),
        toml=toml,
        language=spoken,
    )


def curve_of(data: Mapping[str, Any]) -> Curve:
    """The curve of a curve file's tables."""
    lines: dict[tuple[Scale, DepthClass], list[CurvePoint]] = {}
    for table in data["point"]:
        values = {key: value for key, value in table.items() if key not in {"scale", "depth"}}
        lines.setdefault((Scale(table["scale"]), DepthClass(table["depth"])), []).append(CurvePoint(**values))
    ordered = {line: tuple(sorted(points, key=lambda point: point.hours)) for line, points in lines.items()}
    return Curve(name=data["name"], version=data["version"], lines=ordered)


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
