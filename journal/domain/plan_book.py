"""Which care plan holds for which treatment: a plan that is taken up holds from the latest treatment on.

Earlier treatments keep the plan they had; every plan ever used stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from journal.domain.plan import Plan
from journal.domain.treatment import Treatment


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanUse:
    """A plan and from which treatment on it holds; without one, from the beginning.

    ``from_at`` is that treatment's instant when the plan was taken up: it stands in when the treatment was removed.
    """

    plan: Plan
    used_at: datetime
    treatment_id: int | None = None
    from_at: datetime | None = None
    id: int = 0


def plan_for(
    shipped: Plan, uses: Sequence[PlanUse], treatments: Sequence[Treatment], treatment: Treatment | None
) -> Plan:
    """The plan of a treatment: the last one taken up that holds from it or from an earlier one.

    ``None`` stands for the days before the first treatment, which go with the first.
    """
    if not uses:
        return shipped
    at = treatment.at if treatment is not None else (treatments[0].at if treatments else None)
    for use in reversed(uses):
        start = _start(use, treatments)
        if start is None or at is None or start <= at:
            return use.plan
    return shipped


def _start(use: PlanUse, treatments: Sequence[Treatment]) -> datetime | None:
    for treatment in treatments:
        if treatment.id == use.treatment_id:
            return treatment.at
    return use.from_at
