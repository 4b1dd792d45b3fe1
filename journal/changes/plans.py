"""Taking up a care plan: it holds for the latest treatment's whole course and later ones; earlier ones keep theirs."""

from datetime import datetime

from journal.changes.change import Change, What
from journal.domain.plan import Plan
from journal.domain.plan_book import PlanUse
from journal.domain.record import Record


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
