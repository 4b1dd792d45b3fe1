"""Builds journals for tests from the shipped plan and curve, with as few words as the test needs."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any

from journal.domain.curve import Curve
from journal.domain.curve_file import read_curve
from journal.domain.entry import Entry
from journal.domain.facts import Facts
from journal.domain.photo import Photo, View
from journal.domain.plan import Plan
from journal.domain.plan_file import read_plan
from journal.domain.record import Record, build_record
from journal.domain.treatment import Treatment
from journal.resources import resource

FIRST_TREATMENT = "2026-11-20T14:00+00:00"
EVENING = time(20)


@cache
def default_plan() -> Plan:
    return read_plan(resource("plans", "default.toml").read_text(encoding="utf-8"), "default.toml")


@cache
def default_curve() -> Curve:
    return read_curve(resource("curves", "default.toml").read_text(encoding="utf-8"))


def moment(text: str) -> datetime:
    """``"2026-11-20T14:00"`` in UTC, or with the offset given."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def treatment(at: str = FIRST_TREATMENT, *, depth_mm: float | None = 1.5, **more: Any) -> Treatment:
    return Treatment(at=moment(at), depth_mm=depth_mm, **more)


def entry(
    day: str | date,
    redness: int | None = None,
    sensitivity: int | None = None,
    *,
    days_late: int = 0,
    entered: datetime | None = None,
    habits: Mapping[str, bool] | None = None,
    symptoms: frozenset[str] | set[str] | None = None,
    **more: Any,
) -> Entry:
    """An entry saved on its own evening at 20:00, or ``days_late`` evenings after."""
    civil = date.fromisoformat(day) if isinstance(day, str) else day
    at = entered or datetime.combine(civil + timedelta(days=days_late), EVENING, UTC)
    return Entry(
        day=civil,
        entered_at=at,
        redness=redness,
        sensitivity=sensitivity,
        habits=MappingProxyType(dict(habits or {})),
        symptoms=frozenset(symptoms or ()),
        symptoms_asked=symptoms is not None,
        redness_at=None if redness is None else at,
        sensitivity_at=None if sensitivity is None else at,
        **more,
    )


def photo(day: str | date, view: View = View.FRONT, *, id: int = 1, **more: Any) -> Photo:  # noqa: A002 the field's name
    civil = date.fromisoformat(day) if isinstance(day, str) else day
    values: dict[str, Any] = {
        "width": 1200,
        "height": 1600,
        "captured_at": None,
        "sha256": f"{id:064x}",
        "bytes": 200_000,
        "media_type": "image/jpeg",
        "added_at": datetime.combine(civil, EVENING, UTC),
    }
    return Photo(day=civil, view=view, id=id, **{**values, **more})


def facts(*entries: Entry, treatments: tuple[Treatment, ...] | None = None, **more: Any) -> Facts:
    """Facts with the shipped plan and curve; one treatment of 1.5 mm at 14:00 on 20 November 2026 unless given."""
    return Facts(
        plan=default_plan(),
        curve=default_curve(),
        treatments=(treatment(),) if treatments is None else treatments,
        entries={made.day: made for made in entries},
        **more,
    )


def record(*entries: Entry, **more: Any) -> Record:
    return build_record(facts(*entries, **more))
