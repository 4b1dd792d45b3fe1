"""A care plan's file read, and the plan taken up.

It holds for the latest treatment's whole course and later ones; earlier ones keep theirs.
"""

from datetime import datetime
from pathlib import Path

from journal.changes.change import Change, What
from journal.domain.errors import PlanFaulty
from journal.domain.plan import Plan
from journal.domain.plan_book import PlanUse
from journal.domain.plan_file import read_plan
from journal.domain.record import Record

BYTES_MAX = 1_000_000


def read_plan_file(path: Path, language: str = "en") -> Plan:
    """The plan of a file. Raises ``PlanFaulty`` with every fault, also for a file that cannot be read."""
    return read_plan(_text(path), path.name, language)


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise PlanFaulty((f"{path}: is not a file",))
        with path.open("rb") as file:
            data = file.read(BYTES_MAX + 1)
    except OSError as error:
        raise PlanFaulty((f"{path}: cannot be read: {error.strerror or type(error).__name__}",)) from error
    if len(data) > BYTES_MAX:
        raise PlanFaulty((f"{path}: is too large to be a plan",))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFaulty((f"{path}: is not a text file (UTF-8)",)) from error


def use_plan(record: Record, plan: Plan, now: datetime) -> Change:
    """Take up a plan. The very one that applies already changes nothing.

    The first plan taken up keeps the one before it beside it, as it was: the program's own may change with an update.
    """
    if plan.toml == record.plan.toml:
        return Change(what=What.PLAN)
    latest = record.treatments[-1] if record.treatments else None
    new = PlanUse(
        plan=plan,
        used_at=now,
        treatment_id=None if latest is None else latest.id,
        from_at=None if latest is None else latest.at,
    )
    kept = () if record.facts.plan_uses else ((None, PlanUse(plan=record.plan, used_at=now)),)
    return Change(what=What.PLAN, plan_uses=(*kept, (None, new)))
