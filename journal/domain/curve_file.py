"""Reads a curve file (TOML) into a ``Curve``. Strict: all faults at once; a faulty curve is never half loaded."""

from collections.abc import Mapping
from typing import Any

from journal.domain.curve import Curve
from journal.domain.errors import PlanFaulty
from journal.domain.ratings import HIGHEST, LOWEST, Scale
from journal.domain.sound_tables import curve_of
from journal.domain.toml_checks import Check, number, one_line, one_of, parsed, table_faults, tables_fault
from journal.domain.treatment import DepthClass

LONGEST_HOURS = 10_000
STATUSES = ("published words", "anchored", "interpolation", "extrapolation")
"""From best to worst supported; a source's table of ratings would be a fifth, none was found."""
HEAD: Mapping[str, Check] = {"name": one_line, "version": one_line, "date": one_line, "point": lambda _: ""}
POINT: Mapping[str, Check] = {
    "scale": one_of(Scale),
    "depth": one_of(DepthClass),
    "hours": number(0, LONGEST_HOURS),
    "low": number(LOWEST, HIGHEST),
    "typical": number(LOWEST, HIGHEST),
    "high": number(LOWEST, HIGHEST),
    "status": one_of(STATUSES),
    "source": one_line,
}

_Line = tuple[Scale, DepthClass]


def read_curve(text: str, name: str = "curve") -> Curve:
    """The curve of a file's text; ``name`` stands before each fault. Raises ``PlanFaulty`` with all of them."""
    data = parsed(text, name)
    faults = table_faults(data, HEAD, HEAD, "")
    if "point" in data:
        fault = tables_fault(data["point"], "point")
        faults += [fault] if fault else _points_faults(data["point"])
    if faults:
        raise PlanFaulty(tuple(f"{name}: {fault}" for fault in faults))
    return curve_of(data)


def _line_of(table: Mapping[str, Any]) -> _Line:
    return Scale(table["scale"]), DepthClass(table["depth"])


def _points_faults(tables: list[Mapping[str, Any]]) -> list[str]:
    faults: list[str] = []
    for count, table in enumerate(tables, start=1):
        place = f"point {count}, "
        own = table_faults(table, POINT, POINT, place)
        if not own and not table["low"] <= table["typical"] <= table["high"]:
            own.append(f"{place}key 'typical': is {table['typical']}, allowed: from low to high")
        faults += own
    return faults or _lines_faults(tables)


def _lines_faults(tables: list[Mapping[str, Any]]) -> list[str]:
    """Every line must have points, and no two at one time."""
    faults: list[str] = []
    moments: dict[_Line, set[float]] = {(scale, depth): set() for scale in Scale for depth in DepthClass}
    for count, table in enumerate(tables, start=1):
        known = moments[_line_of(table)]
        if table["hours"] in known:
            faults.append(f"point {count}, key 'hours': is {table['hours']}, allowed: one point a time")
        known.add(table["hours"])
    empty = (line for line, hours in moments.items() if not hours)
    return faults + [f"key 'point': has none for {scale}, {depth}" for scale, depth in empty]
