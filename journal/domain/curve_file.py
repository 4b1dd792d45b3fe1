"""Reads a curve file (TOML) into a ``Curve``. Strict: a faulty curve is never half loaded."""

import tomllib
from typing import Any

from journal.domain.curve import Curve, CurvePoint
from journal.domain.errors import PlanFaulty
from journal.domain.ratings import HIGHEST, LOWEST, Scale
from journal.domain.treatment import DepthClass

POINT_KEYS = {"scale", "depth", "hours", "low", "typical", "high", "status", "source"}


def read_curve(text: str, name: str = "curve") -> Curve:
    """The curve of a file's text. Raises ``PlanFaulty`` with all faults."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanFaulty((f"{name}: {error}",)) from error
    points = data.get("point", [])
    faults = [
        fault for number, point in enumerate(points, start=1) for fault in _faults(point, f"{name}: point {number}")
    ]
    if faults:
        raise PlanFaulty(tuple(faults))
    lines: dict[tuple[Scale, DepthClass], list[CurvePoint]] = {}
    for point in points:
        key = (Scale(point["scale"]), DepthClass(point["depth"]))
        values = {name: point[name] for name in POINT_KEYS - {"scale", "depth"}}
        lines.setdefault(key, []).append(CurvePoint(**values))
    missing = [f"{name}: no points for {s}, {d}" for s in Scale for d in DepthClass if (s, d) not in lines]
    if missing:
        raise PlanFaulty(tuple(missing))
    ordered = {key: tuple(sorted(line, key=lambda point: point.hours)) for key, line in lines.items()}
    return Curve(name=str(data.get("name", "")), version=str(data.get("version", "")), lines=ordered)


def _faults(point: dict[str, Any], place: str) -> list[str]:
    if set(point) != POINT_KEYS:
        odd = ", ".join(sorted(set(point) ^ POINT_KEYS))
        return [f"{place}: keys {odd}; needed are {', '.join(sorted(POINT_KEYS))}"]
    faults = []
    if point["scale"] not in set(Scale):
        faults.append(f"{place}: scale {point['scale']!r}, allowed: redness, sensitivity")
    if point["depth"] not in set(DepthClass):
        faults.append(f"{place}: depth {point['depth']!r}, allowed: shallow, medium, deep")
    if not LOWEST <= point["low"] <= point["typical"] <= point["high"] <= HIGHEST:
        faults.append(f"{place}: not 0 <= low <= typical <= high <= 10")
    return faults
